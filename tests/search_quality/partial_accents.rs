//! Queries of which some words have accents and others none, next to sections and units with the words of other names;
//! other words than the names have, row numbers and dates.

use crate::labelled_queries::Labelled;
use crate::pasted_lines::Names;

/// The names, with section and unit.
const NAMES: &str = "\
Xuất nhập khẩu\ttriệu USD\tKim ngạch xuất khẩu
Xuất nhập khẩu\ttriệu USD\tKim ngạch nhập khẩu
Xuất nhập khẩu\ttriệu USD\tXuất khẩu chè
Xuất nhập khẩu\ttriệu USD\tNhập khẩu phân bón
Giảm nghèo\thộ\tSố hộ thiếu nước
Giảm nghèo\thộ\tSố hộ nghèo
Thủy sản\ttấn\tSản lượng muối
Thủy sản\ttấn\tSản lượng thủy sản
Xây dựng Đảng\tngười\tSố cán bộ bị kỷ luật
Xây dựng Đảng\tngười\tSố đảng viên bị kỷ luật
Ngân sách\ttỷ đồng\tThu nội địa
Ngân sách\ttỷ đồng\tChi ngân sách huyện
Công nghiệp\tnghìn tấn\tNước đá
Công nghiệp\ttỷ đồng\tChi hỗ trợ nhà nước, đảng
Công nghiệp\ttriệu kWh\tĐiện thương phẩm
Đầu tư công\t%\tTỷ lệ giải ngân vốn
Đầu tư công\t%\tTỷ lệ vốn kéo dài
Xã hội\t%\tTỷ lệ chất thải nông thôn được xử lý
Xã hội\tđiểm\tChỉ số phục vụ hành chính
Xã hội\tđiểm\tDTI - Chính quyền số
Du lịch\tnghìn lượt\tLượt khách quốc tế
Du lịch\tnghìn lượt\tLượt khách trong ngày
Quân sự\tngười\tSố lượng thanh niên tuyển quân hằng năm
Quân sự\tngười\tSố tuyển quân bù
Vay vốn\ttỷ đồng\tVốn dựng nông trại
Vay vốn\ttỷ đồng\tDư nợ vay hộ
Giáo dục\tem\tSố học sinh tiểu học
Giáo dục\tem\tSố học sinh trung học phổ thông";

fn names() -> Names {
    Names(Labelled::read(NAMES, ""))
}

#[test]
fn a_name_with_every_word_goes_before_one_found_by_its_section() {
    names().assert_found(&[
        ("kim ngạch nhap khẩu", "Kim ngạch nhập khẩu"),
        ("kim ngạch xuat khẩu", "Kim ngạch xuất khẩu"),
        ("nhap khẩu", "Nhập khẩu phân bón"),
        ("hộ ngheo", "Số hộ nghèo"),
        ("sản lượng thuy sản", "Sản lượng thủy sản"),
        ("số dang viên bi kỷ luật", "Số đảng viên bị kỷ luật"),
        ("ngân sach", "Chi ngân sách huyện"),
        ("nước da", "Nước đá"),
        ("dư no", "Dư nợ vay hộ"),
    ]);
}

#[test]
fn words_with_other_accents_are_not_completed_by_the_section() {
    let hits = names().first(&["dải ngân vốn đầu tư công", "tỷ lệ ly hôn", "chỉ số hạnh phúc"]);
    for (query, hit) in hits {
        assert!(hit.is_none_or(|(_, similar)| similar), "{query}: {hit:?}");
    }
}

#[test]
fn initials_of_words_of_several_languages_are_no_abbreviation() {
    assert_eq!(names().first(&["điện thoại iphone"]), [("điện thoại iphone", None)]);
}

#[test]
fn row_numbers_cells_and_dates_are_no_words_of_names() {
    names().assert_found(&[
        ("14\tĐiện thương phẩm\tTriệu kWh\t1.120\t1.204", "Điện thương phẩm"),
        ("14 điện thương phẩm triệu kwh", "Điện thương phẩm"),
        ("Lượt khách quốc tế: 1.320/1.300 nghìn lượt", "Lượt khách quốc tế"),
        ("số hộ nghèo tại thời điểm 30/9/2031", "Số hộ nghèo"),
        ("thu noi dia thoi diem cuoi nam", "Thu nội địa"),
    ]);
}

#[test]
fn words_that_people_say_find_the_names() {
    names().assert_found(&[
        ("khách nước ngoài", "Lượt khách quốc tế"),
        ("học sinh cấp 3", "Số học sinh trung học phổ thông"),
        ("international visitors", "Lượt khách quốc tế"),
        ("export", "Kim ngạch xuất khẩu"),
    ]);
}

#[test]
fn words_side_by_side_go_before_words_in_passing_that_are_missing() {
    names().assert_found(&[
        ("tuyển quân hang nam", "Số lượng thanh niên tuyển quân hằng năm"),
        ("thanh niên tuyển quân hang nam", "Số lượng thanh niên tuyển quân hằng năm"),
    ]);
}
