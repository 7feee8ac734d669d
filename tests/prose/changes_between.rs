//! Changes between two bounds, of what is measured in percent a year and of other things.

use crate::reports::{lines, read, rows};
use chitieu::dataset::Fate;

#[test]
fn a_fall_of_interest_rates_between_two_bounds_is_no_value() {
    for text in [
        "Mặt bằng lãi suất cho vay bình quân giảm 1,5 - 2%/năm so với cuối năm 2023.",
        "Lãi suất huy động giảm 0,5 - 1%/năm.",
    ] {
        assert_eq!(lines(text), Vec::<String>::new(), "{text}");
        let unread = read("Kinh tế tỉnh Vĩnh Sơn năm 2024", text).numbers;
        let unread = unread.iter().filter(|number| number.fate == Fate::Unread).count();
        assert_eq!(unread, 2, "{text}");
    }
}

#[test]
fn an_average_between_two_bounds_keeps_both() {
    for (text, wanted) in [
        (
            "Tỷ lệ hộ nghèo giảm bình quân 1 - 1,5%/năm.",
            "Tỷ lệ hộ nghèo giảm bình quân “1 - 1,5” %/năm",
        ),
        (
            "Sản lượng lúa tăng bình quân 4,6 - 5,2%/năm.",
            "Sản lượng lúa tăng bình quân “4,6 - 5,2” %/năm",
        ),
        ("Tỷ lệ hộ nghèo giảm bình quân 1,5%/năm.", "Tỷ lệ hộ nghèo giảm bình quân 1.5 %/năm"),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
}

#[test]
fn a_change_of_a_rate_per_year_is_in_points() {
    let text = "Lãi suất cho vay giảm 0,5%/năm so với đầu năm.";
    assert_eq!(lines(text), ["Lãi suất cho vay -0.5"]);
    // By so much, or from the one to the other.
    let row = &rows("Lãi suất cho vay giảm từ 0,5 đến 1,2%/năm.")[0];
    assert_eq!(row.review, ["construction"]);
}
