//! English queries: translated as whole words with their accents, unfinished, with typos, and next to unknown words.

use crate::labelled_queries::Labelled;
use crate::pasted_lines::Names;

/// The names, with section and unit.
const NAMES: &str = "\
Nông nghiệp\tnghìn quả\tSản lượng trứng gia cầm
Nông nghiệp\tnghìn con\tSố lượng đàn lợn
Nông nghiệp\ttấn\tSản lượng cá tra
Nông nghiệp\tnghìn ha\tDiện tích hồ tiêu
Nông nghiệp\tha\tDiện tích mặt nước hồ chứa
Nông nghiệp\tha\tDiện tích cây cao su
Nông nghiệp\ttấn\tSản lượng mật ong
Công nghiệp\tnghìn lít\tBia lon
Công nghiệp\ttấn\tSản lượng giấy bìa
Công nghiệp\ttấn\tSản lượng đường kính
Công nghiệp\tnghìn chiếc\tSản lượng lốp xe
Thương mại\ttrung tâm\tSố trung tâm thương mại
Thương mại\tchợ\tSố chợ đang hoạt động
Thương mại\tcửa hàng\tSố cửa hàng tiện lợi
Du lịch\tcơ sở\tSố quán bar
Du lịch\tnghìn lượt\tLượt khách du lịch quốc tế
Giao thông\tchiếc\tSố xe taxi
Giao thông\tchiếc\tSố ô tô đăng ký mới
Giao thông\tkm\tChiều dài kênh mương
Giao thông\tvụ\tSố vụ tai nạn giao thông
Y tế\tca\tSố ca mắc lao mới
Y tế\tca\tSố ca mắc sốt xuất huyết
Y tế\tbác sĩ\tSố bác sĩ trên 10.000 dân
Y tế\tgiường\tSố giường bệnh
Y tế\tcơ sở\tSố nhà thuốc
Y tế\t%\tTỷ lệ trẻ em được tiêm chủng đầy đủ
Y tế\tnăm\tTuổi thọ trung bình
Lao động\tngười\tSố lao động được giải quyết việc làm
Lao động\t%\tTỷ lệ thất nghiệp
Lao động\tngười\tSố người nhận trợ cấp thôi việc
Giáo dục\tsinh viên\tSố sinh viên đại học
Giáo dục\tgiáo viên\tSố giáo viên mầm non
Giáo dục\tsuất\tSố suất học bổng
Giáo dục\tthư viện\tSố thư viện công cộng
Ngân hàng\ttỷ đồng\tDư nợ cho vay ngắn hạn
Ngân hàng\tngân hàng\tSố ngân hàng thương mại
Ngân hàng\ttài khoản\tSố tài khoản thanh toán
Kinh tế\ttriệu USD\tKim ngạch xuất khẩu hàng hóa
Kinh tế\t%\tTốc độ tăng tổng sản phẩm
Kinh tế\t%\tChỉ số giá tiêu dùng
Kinh tế\tdoanh nghiệp\tSố doanh nghiệp phá sản
Kinh tế\thợp đồng\tSố hợp đồng chuyển giao công nghệ
Tư pháp\tđơn\tSố kiến nghị của cử tri
Tư pháp\tngười\tSố luật sư
Tư pháp\tvụ\tSố vụ lừa đảo
Tư pháp\tđảo\tSố đảo có dân sinh sống
Môi trường\ttỷ đồng\tThiệt hại do thiên tai
Môi trường\tđiểm\tSố điểm ngập úng
Môi trường\tha\tDiện tích rừng ngập mặn
Hành chính\thồ sơ\tSố hồ sơ trực tuyến
Hành chính\tđiểm\tKiểm soát tham nhũng
Dân số\tngười\tDân số nam
Dân số\t%\tTỷ lệ dân số Việt Nam biết chữ";

fn names() -> Names {
    Names(Labelled::read(NAMES, ""))
}

#[test]
fn translations_have_the_accents_of_the_name() {
    names().assert_found(&[
        ("eggs", "Sản lượng trứng gia cầm"),
        ("heo", "Số lượng đàn lợn"),
        ("tuberculosis", "Số ca mắc lao mới"),
        ("islands", "Số đảo có dân sinh sống"),
        ("pangasius", "Sản lượng cá tra"),
        ("fraud", "Số vụ lừa đảo"),
        ("flooding", "Số điểm ngập úng"),
        ("mangroves", "Diện tích rừng ngập mặn"),
        ("honey", "Sản lượng mật ong"),
        ("men", "Dân số nam"),
    ]);
}

#[test]
fn a_translation_is_no_part_of_another_word() {
    for query in ["onions", "letters", "stones", "peanuts", "newspapers", "leather"] {
        assert_eq!(names().first(&[query]), [(query, None)]);
    }
}

#[test]
fn english_words_are_no_keys_of_an_input_method_and_no_beginnings() {
    names().assert_found(&[
        ("bars", "Số quán bar"),
        ("taxis", "Số xe taxi"),
        ("cars", "Số ô tô đăng ký mới"),
        ("car", "Số ô tô đăng ký mới"),
        ("canals", "Chiều dài kênh mương"),
        ("banks", "Số ngân hàng thương mại"),
        ("petitions", "Số kiến nghị của cử tri"),
        ("loans", "Dư nợ cho vay ngắn hạn"),
        ("paper", "Sản lượng giấy bìa"),
        ("sugar", "Sản lượng đường kính"),
        ("tyres", "Sản lượng lốp xe"),
    ]);
}

#[test]
fn beginnings_typos_and_questions_are_understood() {
    names().assert_found(&[
        ("unempl", "Tỷ lệ thất nghiệp"),
        ("univ students", "Số sinh viên đại học"),
        ("life expect", "Tuổi thọ trung bình"),
        ("hosp beds", "Số giường bệnh"),
        ("kinderg teachers", "Số giáo viên mầm non"),
        ("how many doctors", "Số bác sĩ trên 10.000 dân"),
        ("how many doctors are there", "Số bác sĩ trên 10.000 dân"),
        ("what is the inflation", "Chỉ số giá tiêu dùng"),
        ("list of pharmacies", "Số nhà thuốc"),
        ("trend of exports", "Kim ngạch xuất khẩu hàng hóa"),
        ("show me public libraries", "Số thư viện công cộng"),
    ]);
    for (query, name) in [
        ("unemployement rate", "Tỷ lệ thất nghiệp"),
        ("scholarshps", "Số suất học bổng"),
        ("bankrupcy", "Số doanh nghiệp phá sản"),
    ] {
        assert_eq!(names().first(&[query]), [(query, Some((name, true)))]);
    }
}

#[test]
fn an_unknown_word_next_to_known_ones_is_left_out() {
    for (query, name) in [
        ("convenience stores nationwide", "Số cửa hàng tiện lợi"),
        ("approximate severance pay", "Số người nhận trợ cấp thôi việc"),
        ("payment accounts blockchain", "Số tài khoản thanh toán"),
        ("traffic accident fatalities", "Số vụ tai nạn giao thông"),
    ] {
        assert_eq!(names().first(&[query]), [(query, Some((name, true)))]);
    }
    let query = "lawyers jumping quickly somewhere beyond";
    assert_eq!(names().first(&[query]), [(query, None)]);
}

#[test]
fn the_longest_english_phrase_that_names_have_is_translated() {
    names().assert_found(&[
        ("short-term loans", "Dư nợ cho vay ngắn hạn"),
        ("technology transfer contracts", "Số hợp đồng chuyển giao công nghệ"),
        ("control of corruption", "Kiểm soát tham nhũng"),
        ("damage caused by natural disasters", "Thiệt hại do thiên tai"),
        ("vaccination coverage", "Tỷ lệ trẻ em được tiêm chủng đầy đủ"),
        ("dengue cases", "Số ca mắc sốt xuất huyết"),
        ("online applications", "Số hồ sơ trực tuyến"),
        ("international visitors", "Lượt khách du lịch quốc tế"),
        ("rubber area", "Diện tích cây cao su"),
        ("shopping malls", "Số trung tâm thương mại"),
    ]);
}
