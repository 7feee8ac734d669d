//! Values of earlier periods that a report gives next to that of its own: each is kept with its period, and none is a
//! change.

use crate::every::Every;
use crate::reports::{OPTIONS, doubted, rows, rows_of, valued};
use chitieu::dataset::{Fate, import};
use chitieu::model::Indicator;

/// The figure, and the earlier ones with their periods.
fn shown(row: &Indicator) -> String {
    let earlier: Vec<String> =
        row.earlier.iter().map(|one| format!("{} {}", one.value, one.period)).collect();
    let figure = row.figure().map_or("-".to_owned(), |figure| figure.normalize().to_string());
    format!("{figure}: {}", earlier.join(", "))
}

#[test]
fn a_value_with_an_earlier_period_is_an_earlier_value() {
    for (text, wanted) in [
        ("Tỷ lệ hộ nghèo đa chiều còn 9,8% (năm 2023 là 12,5%).", "9.8: 12.5 năm 2023"),
        (
            "Thu ngân sách trên địa bàn đạt 5.640 tỷ đồng (cùng kỳ 2023: 5.120 tỷ đồng).",
            "5640: 5120 cùng kỳ 2023",
        ),
        ("Tỷ lệ học sinh bỏ học là 0,62%, năm học trước 0,91%.", "0.62: 0.91 năm học trước"),
        ("Tỷ lệ che phủ rừng đạt 55,3% (năm trước 54,9%).", "55.3: 54.9 năm trước"),
        (
            "Sản lượng lương thực đạt 312.500 tấn (năm 2022 đạt 305.100 tấn, năm 2023 đạt 309.800 tấn).",
            "312500: 305100 năm 2022, 309800 năm 2023",
        ),
        (
            "Bội chi ngân sách là 1.240 tỷ đồng (năm 2023 là 980 tỷ đồng; năm 2022 là 1.105 tỷ đồng).",
            "1240: 980 năm 2023, 1105 năm 2022",
        ),
        ("Tỷ lệ thất nghiệp là 2,1%, cùng kỳ năm 2023 là 2,6%.", "2.1: 2.6 cùng kỳ năm 2023"),
        ("Năng suất lúa đạt 58,2 tạ/ha, trong khi năm 2023 là 57,4 tạ/ha.", "58.2: 57.4 năm 2023"),
        ("Tỷ lệ nợ xấu là 1,4%, so với 1,9% của năm 2023.", "1.4: 1.9 năm 2023"),
        ("Nợ xấu là 1.240 tỷ đồng (đầu năm 1.105 tỷ đồng).", "1240: 1105 đầu năm"),
        ("Tỷ lệ thôi học là 0,3%; năm học trước là 0,5%.", "0.3: 0.5 năm học trước"),
        // In the magnitude of the indicator.
        ("Xuất khẩu đạt 3,4 tỷ USD (năm 2023: 3.120 triệu USD).", "3.4: 3.12 năm 2023"),
        ("Số xã nông thôn mới là 96 xã, năm 2023 có 88 xã.", "96: 88 năm 2023"),
    ] {
        let found = rows(text);
        let lines: Vec<String> = found.iter().map(shown).collect();
        assert_eq!(lines, [wanted], "{text}");
        assert!(found[0].changes.is_empty() && found[0].review.is_empty(), "{text}: {found:#?}");
    }
    let title = "Economy of Vinh Son province in 2024";
    for (text, wanted) in [
        ("The poverty rate was 4.2 percent (2023: 5.1 percent).", "4.2: 5.1 2023"),
        (
            "The unemployment rate was 5.6 percent, up from 5.1 percent a year earlier.",
            "5.6: 5.1 a year earlier",
        ),
        ("The bad debt ratio was 1.4 percent, compared with 1.9 percent in 2023.", "1.4: 1.9 2023"),
    ] {
        let lines: Vec<String> = rows_of(title, text).iter().map(shown).collect();
        assert_eq!(lines, [wanted], "{text}");
    }
}

#[test]
fn points_are_settled_by_the_earlier_value() {
    let found = rows("Tỷ lệ hộ nghèo còn 9,8%, giảm 2,7% so với năm 2023 là 12,5%.");
    assert_eq!(found.iter().map(shown).collect::<Vec<_>>(), ["9.8: 12.5 năm 2023"]);
    assert_eq!(found[0].changes.len(), 1);
    assert_eq!(found[0].changes[0].unit, chitieu::model::ChangeUnit::Points);
    assert!(found[0].review.is_empty(), "{found:#?}");
}

#[test]
fn what_is_not_earlier_is_no_earlier_value() {
    for text in [
        "Thu nhập bình quân đạt 56 triệu đồng (năm 2025 phấn đấu 60 triệu đồng).",
        "Tỷ lệ che phủ rừng đạt 55% (kế hoạch năm 2023 là 54%).",
        "Thu ngân sách đạt 5.640 tỷ đồng (quý I đạt 1.200 tỷ đồng, quý II đạt 1.300 tỷ đồng).",
        "Tỷ lệ hộ nghèo là 9,8%, so với bình quân cả nước năm 2023 là 3,4%.",
        "Chi ngân sách đạt 9.100 tỷ đồng, cùng kỳ năm trước thu ngân sách đạt 8.000 tỷ đồng.",
        "Xuất khẩu đạt 640 triệu USD (cùng kỳ tăng 12%).",
        "Sản lượng cá năm 2022 đạt 5.100 tấn, năm 2023 đạt 6.200 tấn, năm 2024 đạt 7.300 tấn.",
    ] {
        let found = rows(text);
        assert!(found.iter().every(|row| row.earlier.is_empty()), "{text}: {found:#?}");
    }
}

#[test]
fn an_earlier_value_belongs_to_what_is_named_before_it() {
    let found =
        rows("Số ca mắc sởi là 420 ca (năm 2023: 610 ca), không có tử vong (năm 2023: 1 ca).");
    assert_eq!(shown(&found[0]), "420: 610 năm 2023");
    assert!(found[1..].iter().every(|row| !row.review.is_empty()), "{found:#?}");
    let text =
        "Thu nhập bình quân đạt 62 triệu đồng, so với mức 57 triệu đồng của năm 2023 tăng 8,8%.";
    assert_eq!(rows(text).iter().map(shown).collect::<Vec<_>>(), ["62: 57 năm 2023"]);
}

#[test]
fn an_earlier_value_is_never_dropped() {
    let text = "Kinh tế tỉnh Vĩnh Sơn năm 2024\n\nThu hút 18 dự án (năm 2023 là 21 dự án) với tổng vốn 2.100 tỷ đồng (năm 2023 là 1.870 tỷ đồng).\n";
    let report = import("report.txt", text.as_bytes(), &OPTIONS).unwrap();
    let figures: Vec<&str> = report
        .numbers
        .iter()
        .filter(|number| number.fate == Fate::Figure)
        .map(|number| number.text.as_str())
        .collect();
    assert_eq!(figures, ["18", "21", "2.100", "1.870"]);
}

#[test]
fn a_figure_of_an_earlier_period_is_never_sure_for_that_of_the_report() {
    for text in [
        "Kỳ trước, chi ngân sách đạt 512 tỷ đồng.",
        "Quý trước, chi ngân sách đạt 512 tỷ đồng.",
        "Tháng trước, chi ngân sách đạt 512 tỷ đồng.",
    ] {
        let found = rows(text);
        assert!(doubted(valued(&found, "512", text), "period-open"), "{text}: {found:#?}");
    }
}

#[test]
fn the_value_in_brackets_behind_an_earlier_period_is_its_value() {
    for (text, value) in [
        ("Số ca mắc tay chân miệng là 912 ca, gấp 2,4 lần so với cùng kỳ (380 ca).", "380"),
        ("Tỷ lệ hài lòng đạt 61,2%, cao hơn năm 2022 (58,4%).", "58.4"),
    ] {
        let found = rows(text);
        let earlier = format!("{:?}", found[0].earlier.first().map(|one| &one.value));
        assert_eq!(earlier, format!("Some(Figure({value}))"), "{text}: {found:#?}");
    }
    // That of another place.
    let found = rows("Sản lượng đạt 21.000 tấn, gấp 2,3 lần Nga Sơn (9.310 tấn).");
    assert!(found[0].earlier.is_empty());
}
