//! Indicators that are to be reviewed for what they say themselves, and places that are parts of what is counted.

use crate::reports::{doubted, rows, rows_of, sure, valued};

#[test]
fn a_pair_next_to_the_word_for_a_plan_is_open() {
    let text = "Hoàn thành chỉ tiêu giao quân 210/210 thanh niên.";
    let found = rows(text);
    assert!(found.len() == 1 && doubted(&found[0], "count-or-plan"), "{found:#?}");
    assert!(!doubted(&rows("Có 12/15 xã đạt chuẩn.")[0], "count-or-plan"));
}

#[test]
fn places_are_parts_of_what_is_counted_before_them() {
    for text in [
        "Toàn vùng ghi nhận 22 ca mắc sởi. Hà Nội 12 ca, Hải Phòng 7 ca, Nam Định 3 ca.",
        "Số ca mắc sởi là 22 ca: Hà Nội 12 ca, Hải Phòng 7 ca, Nam Định 3 ca.",
    ] {
        let found = rows_of("Dịch bệnh khu vực miền Bắc năm 2024", text);
        for figure in ["12", "7", "3"] {
            let row = valued(&found, figure, text);
            let words = format!("{} {}", row.name, row.parents.join(" ")).to_lowercase();
            assert!(words.contains("sởi") && sure(row), "{text}: {row:#?}");
        }
    }
    // More than the whole, or without one: it is unclear of what.
    for text in [
        "Toàn vùng ghi nhận 15 ca mắc sởi. Hà Nội 12 ca, Hải Phòng 7 ca, Nam Định 3 ca.",
        "Hà Nội 12 ca, Hải Phòng 7 ca, Nam Định 3 ca.",
    ] {
        let found = rows_of("Dịch bệnh khu vực miền Bắc năm 2024", text);
        assert!(doubted(valued(&found, "12", text), "name-is-place"), "{text}: {found:#?}");
    }
}

#[test]
fn a_name_that_says_nothing_is_to_be_reviewed() {
    for (text, doubt) in [
        ("Lũy kế từ đầu năm, khu vực ghi nhận 412 ca mắc.", "name-length"),
        ("Xếp loại học lực: Giỏi 412 em, Chưa đạt 15 em.", "name-cut"),
    ] {
        let found = rows(text);
        assert!(found.iter().any(|row| doubted(row, doubt)), "{text}: {found:#?}");
    }
}
