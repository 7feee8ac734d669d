//! Totals without a number: rows about all of the rows above them, which are no part of the last of those.

use crate::description::full_name;
use chitieu::dataset;

/// The name of each indicator with its parents.
fn names(text: &str) -> Vec<String> {
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    opened
        .datasets
        .iter()
        .flat_map(|dataset| dataset.indicators.iter().map(|one| full_name(&one)))
        .collect()
}

#[test]
fn all_of_what_the_rows_are_is_no_part_of_the_last_row() {
    for total in [
        "Toàn trường",
        "Toàn Đảng bộ",
        "Chung toàn tỉnh",
        "Toàn cụm",
        "Chung cả 4 đơn vị",
        "Toàn cấp học",
        "Tổng các khoản đóng góp",
    ] {
        let text = format!(
            "TT;Nội dung;KH;TH\n1;Đơn vị một;210;205\n2;Đơn vị hai;330;340\n;{total};540;545\n;Bình quân chung;270;272,5\n"
        );
        assert_eq!(names(&text)[2], total);
        assert_eq!(names(&text)[3], "Bình quân chung");
        // Without anything below it.
        let text = format!(
            "STT;Lớp;Chỉ tiêu (%);Kết quả (%)\n1;Lớp 6A;97,5;98\n2;Lớp 6B;96;97\n;{total};97;97,5\n"
        );
        assert_eq!(names(&text)[2], total);
    }
    // What only begins with such a word is a part.
    let text =
        "TT;Nội dung;KH;TH\n1;Khám bệnh;210;205\n2;Dân vận;330;340\n;Toàn dân tập luyện;120;118\n";
    assert_eq!(names(text)[2], "Dân vận › Toàn dân tập luyện");
}

#[test]
fn the_same_in_another_unit_is_no_part() {
    let text = "TT;Sản phẩm;ĐVT;KH;TH\n1;Xi măng;nghìn tấn;410;402\n;Xi măng;tỷ đồng;520;508\n2;Đá xây dựng;nghìn m3;90;91\n";
    assert_eq!(names(text), ["Xi măng", "Xi măng", "Đá xây dựng"]);
    let text =
        "TT;Sản phẩm;ĐVT;KH;TH\n1;Xi măng;nghìn tấn;410;402\n;Xi măng rời;nghìn tấn;120;118\n";
    assert_eq!(names(text)[1], "Xi măng › Xi măng rời");
}

#[test]
fn a_total_in_the_column_of_numbers_is_a_name() {
    for total in ["Cộng", "Tổng", "TỔNG"] {
        let text = format!(
            "STT;Chỉ tiêu;KH;TH\n1;Thu phí;210;205\n2;Thu thuế;330;340\n{total};;540;545\n"
        );
        assert_eq!(names(&text), ["Thu phí", "Thu thuế", total]);
    }
}

#[test]
fn a_rank_below_scores_has_no_points() {
    let text = "TT;Tiêu chí;Điểm tối đa;Điểm đạt\n1;Kinh tế;40;31\n2;Văn hóa;60;52,5\n;Tổng điểm;100;83,5\n;Xếp hạng;;7\n";
    assert_eq!(names(text), ["Kinh tế", "Văn hóa", "Tổng điểm", "Xếp hạng"]);
    let opened = dataset::read("bieu.csv", text.as_bytes(), None).unwrap();
    let rank = opened.datasets[0].indicators.iter().last().unwrap();
    assert_eq!(rank.unit.as_deref(), Some("hạng"));
    assert_eq!(rank.ranks.iter().map(|rank| rank.position).collect::<Vec<_>>(), [7]);
}
