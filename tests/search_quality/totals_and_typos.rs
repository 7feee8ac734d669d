//! Queries that mean the total rather than its parts, and queries of few letters or with a letter too many or too few.

use crate::labelled_queries::Labelled;
use crate::pasted_lines::Names;

/// The names, with section and unit.
const NAMES: &str = "\
Ngân sách\ttỷ đồng\tBội thu ngân sách huyện
Ngân sách\ttỷ đồng\tTổng thu ngân sách huyện
Ngân sách\ttỷ đồng\tThu khác
Ngân sách\ttỷ đồng\tNợ nước
Ngân hàng thương mại\ttỷ đồng\tTổng dư nợ vay tiêu dùng
Ngân hàng thương mại\ttỷ đồng\tDư nợ vay tiêu dùng ngắn ngày
Ngân hàng thương mại\ttỷ đồng\tVay vốn tiết kiệm
Kinh tế\t%\tLạm phát cơ bản
Kinh tế\t%\tChỉ số giá tiêu dùng quý I
Nội vụ\ttỷ đồng\tVay vốn ngắn ngày
Du lịch\tnghìn lượt\tLượt xe buýt du lịch
Lâm nghiệp\tha\tDiện tích thông bị cháy rừng
Lâm nghiệp\tvụ\tSố vụ cháy rừng
Dân số\t‰\tTỷ suất sinh đặc trưng
Dân số\tcon/phụ nữ\tTổng tỷ suất sinh
Nhà ở\thộ\tSố hộ dân có nhà ở kiên cố
Nhà ở\ttrường\tSố trường trung học phổ thông có thư viện
Nhà ở\ttrường\tSố trường tiểu học có thư viện";

fn names() -> Names {
    Names(Labelled::read(NAMES, ""))
}

#[test]
fn a_total_goes_before_its_parts_and_its_opposite() {
    names().assert_found(&[
        ("thu ngân sách huyện", "Tổng thu ngân sách huyện"),
        ("thu ngan sach", "Tổng thu ngân sách huyện"),
        ("dư nợ vay tiêu dùng", "Tổng dư nợ vay tiêu dùng"),
        ("du no vay tieu dung ngan ngay", "Dư nợ vay tiêu dùng ngắn ngày"),
        ("forest fires", "Số vụ cháy rừng"),
        ("fertility rate", "Tổng tỷ suất sinh"),
        ("inflation", "Lạm phát cơ bản"),
    ]);
}

#[test]
fn a_doubled_letter_is_a_typo_too() {
    names().assert_found(&[("vay von ngaan", "Vay vốn ngắn ngày")]);
}

#[test]
fn two_letters_are_no_initials_inside_a_name() {
    for (query, found) in names().first(&["ok", "tv", "xb", "vl"]) {
        assert!(found.is_none_or(|(_, similar)| similar), "{query}: {found:?}");
    }
    names().assert_found(&[("lx", "Lượt xe buýt du lịch")]);
}

#[test]
fn a_letter_may_be_missing_in_a_name_of_two_words() {
    assert_eq!(names().first(&["no nuc"]), [("no nuc", Some(("Nợ nước", true)))]);
}

#[test]
fn words_typed_without_spaces_may_have_typos() {
    let similar = |query, name| (query, Some((name, true)));
    let queries = ["sovuchayrugn", "sovuchayung", "tongduonvaytieudugn", "sovucahyrng"];
    let found = names().first(&queries);
    assert_eq!(
        found[..3],
        [
            similar(queries[0], "Số vụ cháy rừng"),
            similar(queries[1], "Số vụ cháy rừng"),
            similar(queries[2], "Tổng dư nợ vay tiêu dùng"),
        ]
    );
    // Two typos in a short query are too many.
    assert_eq!(found[3].1, None);
}
