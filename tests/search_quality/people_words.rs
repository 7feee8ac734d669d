//! Words that people and newspapers say for what names call otherwise.

use crate::labelled_queries::Labelled;
use crate::pasted_lines::Names;

/// The names, with section and unit.
const NAMES: &str = "\
Y tế\tca\tSố trẻ em tử vong do đuối nước
Y tế\t‰\tTỷ suất tử vong trẻ em dưới 1 tuổi
Y tế\tngười\tSố điều dưỡng trên 10.000 dân
Y tế\tdược sĩ\tSố dược sĩ đại học trên 10.000 dân
Y tế\tca\tSố ca nhiễm HIV mới phát hiện
Y tế\tca\tSố ca mắc tay chân miệng
Y tế\tngười\tSố người mắc đái tháo đường
Y tế\t%\tTỷ lệ sử dụng biện pháp tránh thai
Y tế\tlượt\tSố lượt điều trị nội trú
Y tế\t%\tTỷ lệ trẻ em suy dinh dưỡng thể thấp còi
Y tế\t%\tTỷ lệ hộ có nhà tiêu hợp vệ sinh
Xã hội\thộ\tSố hộ nghèo
Xã hội\t%\tTỷ lệ hộ nghèo người dân tộc thiểu số
Xã hội\tngười\tSố người khuyết tật
Xã hội\tngười\tSố người có công
Xã hội\tngười\tSố người nghiện ma túy
Xã hội\tngười\tSố người hưởng bảo hiểm thất nghiệp
Xã hội\ttỷ đồng\tSố tiền chậm đóng bảo hiểm xã hội
Xã hội\t%\tTỷ lệ tảo hôn
Xã hội\tvụ\tSố vụ bạo lực gia đình
Xã hội\tcon\tSố con nuôi
Xã hội\t%\tTỷ lệ sinh con thứ 3 trở lên
Trật tự\tvụ\tSố vụ cháy, nổ
Trật tự\tvụ\tSố vụ tai nạn giao thông
Trật tự\tvụ\tSố vụ vi phạm nồng độ cồn
Trật tự\tvụ\tSố vụ mua bán người
Trật tự\tvụ\tSố vụ trộm cắp tài sản
Trật tự\ttài khoản\tSố tài khoản định danh điện tử
Trật tự\tthẻ\tSố thẻ căn cước đã cấp
Đất đai\tgiấy\tSố giấy chứng nhận quyền sử dụng đất đã cấp
Đất đai\tha\tDiện tích đất ở tại đô thị
Đất đai\tha\tDiện tích đất trồng lúa
Kinh tế\tđiểm\tChi phí không chính thức
Kinh tế\t%\tChỉ số giá đô la Mỹ
Kinh tế\t%\tTỷ lệ tổn thất điện năng
Kinh tế\ttỷ đồng\tNợ đọng thuế
Kinh tế\tdoanh nghiệp\tSố doanh nghiệp thành lập mới
Kinh tế\tdoanh nghiệp\tSố doanh nghiệp giải thể
Kinh tế\thộ\tSố hộ kinh doanh
Kinh tế\ttỷ đồng\tDư nợ cho vay ngắn hạn
Kinh tế\t%\tTỷ lệ nợ xấu
Kinh tế\t%\tTỷ lệ thanh toán không dùng tiền mặt
Kinh tế\ttỷ đồng\tThu tiền sử dụng đất
Kinh tế\ttỷ đồng\tThu từ xổ số kiến thiết
Du lịch\tlượt\tKhách du lịch quốc tế
Du lịch\tlượt\tKhách du lịch nội địa
Du lịch\tcơ sở\tSố cơ sở lưu trú
Giao thông\tlượt\tSố lượt hành khách qua cảng hàng không
Giao thông\tgiấy\tSố giấy phép lái xe
Thủy sản\ttấn\tSản lượng thủy sản khai thác
Thủy sản\tha\tDiện tích nuôi trồng thủy sản
Giáo dục\tngười\tSố giáo viên
Giáo dục\thọc sinh\tSố học sinh bỏ học
Giáo dục\t%\tTỷ lệ người biết chữ
Môi trường\t%\tTỷ lệ hồ sơ quá hạn
Môi trường\tmg\tNồng độ bụi mịn
Môi trường\t%\tTỷ lệ rác thải sinh hoạt được thu gom
Nhà ở\tcăn\tSố căn nhà ở xã hội hoàn thành
Nhà ở\thộ\tSố nhà tạm được xóa";

fn names() -> Names {
    Names(Labelled::read(NAMES, ""))
}

#[test]
fn words_of_people_find_the_words_of_offices() {
    names().assert_found(&[
        ("chết đuối", "Số trẻ em tử vong do đuối nước"),
        ("chet duoi", "Số trẻ em tử vong do đuối nước"),
        ("y tá", "Số điều dưỡng trên 10.000 dân"),
        ("y ta", "Số điều dưỡng trên 10.000 dân"),
        ("si đa", "Số ca nhiễm HIV mới phát hiện"),
        ("si da", "Số ca nhiễm HIV mới phát hiện"),
        ("tiểu đường", "Số người mắc đái tháo đường"),
        ("ngừa thai", "Tỷ lệ sử dụng biện pháp tránh thai"),
        ("nhập viện", "Số lượt điều trị nội trú"),
        ("trẻ còi", "Tỷ lệ trẻ em suy dinh dưỡng thể thấp còi"),
        ("hố xí", "Tỷ lệ hộ có nhà tiêu hợp vệ sinh"),
        ("người nghèo", "Số hộ nghèo"),
        ("nguoi ngheo", "Số hộ nghèo"),
        ("người tàn tật", "Số người khuyết tật"),
        ("thương binh liệt sĩ", "Số người có công"),
        ("con nghiện", "Số người nghiện ma túy"),
        ("trợ cấp thất nghiệp", "Số người hưởng bảo hiểm thất nghiệp"),
        ("nợ BHXH", "Số tiền chậm đóng bảo hiểm xã hội"),
        ("lấy chồng sớm", "Tỷ lệ tảo hôn"),
        ("đánh vợ", "Số vụ bạo lực gia đình"),
        ("đẻ con thứ ba", "Tỷ lệ sinh con thứ 3 trở lên"),
    ]);
}

#[test]
fn words_of_newspapers_find_the_words_of_offices() {
    names().assert_found(&[
        ("hỏa hoạn", "Số vụ cháy, nổ"),
        ("hoa hoan", "Số vụ cháy, nổ"),
        ("đụng xe", "Số vụ tai nạn giao thông"),
        ("say rượu lái xe", "Số vụ vi phạm nồng độ cồn"),
        ("buôn người", "Số vụ mua bán người"),
        ("móc túi", "Số vụ trộm cắp tài sản"),
        ("VNeID", "Số tài khoản định danh điện tử"),
        ("CCCD", "Số thẻ căn cước đã cấp"),
        ("chứng minh thư", "Số thẻ căn cước đã cấp"),
        ("sổ đỏ", "Số giấy chứng nhận quyền sử dụng đất đã cấp"),
        ("bìa đỏ", "Số giấy chứng nhận quyền sử dụng đất đã cấp"),
        ("đất thổ cư", "Diện tích đất ở tại đô thị"),
        ("đất ruộng", "Diện tích đất trồng lúa"),
        ("lót tay", "Chi phí không chính thức"),
        ("giá USD", "Chỉ số giá đô la Mỹ"),
        ("hao hụt điện", "Tỷ lệ tổn thất điện năng"),
        ("chậm nộp thuế", "Nợ đọng thuế"),
        ("công ty mới thành lập", "Số doanh nghiệp thành lập mới"),
        ("công ty phá sản", "Số doanh nghiệp giải thể"),
        ("tiểu thương", "Số hộ kinh doanh"),
        ("nợ khó đòi", "Tỷ lệ nợ xấu"),
        ("chuyển khoản", "Tỷ lệ thanh toán không dùng tiền mặt"),
        ("vé số", "Thu từ xổ số kiến thiết"),
        ("khách tây", "Khách du lịch quốc tế"),
        ("khach trong nuoc", "Khách du lịch nội địa"),
        ("nhà nghỉ", "Số cơ sở lưu trú"),
        ("bằng lái xe", "Số giấy phép lái xe"),
        ("đánh bắt cá", "Sản lượng thủy sản khai thác"),
        ("nuôi cá", "Diện tích nuôi trồng thủy sản"),
        ("cô giáo", "Số giáo viên"),
        ("nghỉ học giữa chừng", "Số học sinh bỏ học"),
        ("mù chữ", "Tỷ lệ người biết chữ"),
        ("hồ sơ trễ hạn", "Tỷ lệ hồ sơ quá hạn"),
        ("khói bụi", "Nồng độ bụi mịn"),
        ("nhà giá rẻ", "Số căn nhà ở xã hội hoàn thành"),
        ("nhà dột nát", "Số nhà tạm được xóa"),
    ]);
}

#[test]
fn words_in_passing_do_not_silence_a_name() {
    names().assert_found(&[
        ("biểu đồ tỷ lệ nợ xấu", "Tỷ lệ nợ xấu"),
        ("xu hướng tảo hôn", "Tỷ lệ tảo hôn"),
        ("báo cáo về tình trạng tảo hôn", "Tỷ lệ tảo hôn"),
        ("thuc trang tao hon o vung cao", "Tỷ lệ tảo hôn"),
        ("no xau cuoi thang 9", "Tỷ lệ nợ xấu"),
        ("nợ xấu theo quý", "Tỷ lệ nợ xấu"),
        ("mục tiêu tỷ lệ người biết chữ đến 2030", "Tỷ lệ người biết chữ"),
        ("chi phí không chính thức đứng thứ mấy", "Chi phí không chính thức"),
        ("số hộ nghèo toàn quốc", "Số hộ nghèo"),
        ("số hộ nghèo trên địa bàn xã", "Số hộ nghèo"),
        ("nhà ở xã hội chậm tiến độ", "Số căn nhà ở xã hội hoàn thành"),
        ("số vụ cháy nổ 5 năm gần đây", "Số vụ cháy, nổ"),
        ("khách du lịch quốc tế so với tháng trước", "Khách du lịch quốc tế"),
        ("diễn biến dư nợ cho vay ngắn hạn", "Dư nợ cho vay ngắn hạn"),
        ("thu tiền sử dụng đất đến đâu rồi", "Thu tiền sử dụng đất"),
    ]);
}

#[test]
fn what_a_note_excepts_is_not_what_is_meant() {
    names().assert_found(&[
        ("Số hộ nghèo (không kể người dân tộc thiểu số)", "Số hộ nghèo"),
        ("Số giáo viên (chưa tính số hộ kinh doanh)", "Số giáo viên"),
        ("Khách du lịch quốc tế (không bao gồm khách du lịch nội địa)", "Khách du lịch quốc tế"),
        ("Số vụ cháy, nổ 12 vụ, thiệt hại ước tính 3,4 tỷ đồng", "Số vụ cháy, nổ"),
        (
            "Có 456 doanh nghiệp thành lập mới với tổng vốn 780 tỷ đồng",
            "Số doanh nghiệp thành lập mới",
        ),
        ("Đón 1,2 triệu lượt khách du lịch quốc tế, tăng 12%", "Khách du lịch quốc tế"),
        ("Xảy ra 12 vụ tai nạn giao thông, làm 3 người chết", "Số vụ tai nạn giao thông"),
        ("Số giáo viên | người | 1.250 | 1.300", "Số giáo viên"),
    ]);
}

#[test]
fn a_space_may_be_missing_between_words_that_are_not_neighbours() {
    names().assert_found(&[
        ("no xauty le", "Tỷ lệ nợ xấu"),
        ("tai nan giao thongso vu", "Số vụ tai nạn giao thông"),
        ("ngan handu no", "Dư nợ cho vay ngắn hạn"),
        ("khai thacsan luong thuy san", "Sản lượng thủy sản khai thác"),
    ]);
}

#[test]
fn a_syllable_with_its_tone_key_is_no_beginning() {
    // "chus" is a typo of "chưa", not the beginning of "chứng".
    let names = Names(Labelled::read(
        "Đất\tha\tDiện tích đất chưa sử dụng\nĐất\tgiấy\tSố giấy chứng nhận quyền sử dụng đất",
        "",
    ));
    let found = Some(("Diện tích đất chưa sử dụng", true));
    assert_eq!(names.first(&["dat chus su dung"]), [("dat chus su dung", found)]);
}
