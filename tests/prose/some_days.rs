//! Figures of some days, and figures before the sentence that gives the period: of which time is open.

use crate::every::Every;
use crate::reports::{doubted, rows, rows_of, sure, valued};

#[test]
fn what_was_done_in_some_days_may_go_on() {
    for text in [
        "Trong 4 ngày nghỉ lễ, tỉnh đón 35.000 lượt khách. Doanh thu du lịch đạt 29 tỷ đồng.",
        "Dịp Quốc khánh, tỉnh đón 35.000 lượt khách. Doanh thu du lịch đạt 29 tỷ đồng.",
        "Trong tuần, có 14 vụ tai nạn giao thông. Doanh thu du lịch đạt 29 tỷ đồng.",
        "Trong hai ngày mưa lũ, 45 ngôi nhà bị hư hỏng. Doanh thu du lịch đạt 29 tỷ đồng.",
        "Trong mười hai ngày mưa lũ, 45 ngôi nhà bị hư hỏng. Doanh thu du lịch đạt 29 tỷ đồng.",
        "Trong hai mươi lăm ngày, tỉnh đón 35.000 lượt khách. Doanh thu du lịch đạt 29 tỷ đồng.",
    ] {
        let found = rows(text);
        assert_eq!(found.len(), 2, "{text}: {found:#?}");
        assert!(found.iter().every(|row| doubted(row, "period-open")), "{text}: {found:#?}");
    }
    // Behind the day of a meeting its report may follow.
    let text = "Đêm 12/7, mưa lớn làm hư hỏng 45 ngôi nhà. Doanh thu du lịch đạt 29 tỷ đồng.";
    let found = rows(text);
    assert!(doubted(&found[0], "period-open") && sure(valued(&found, "29", text)), "{found:#?}");
    // A period of its own, and another paragraph, are about something else.
    for text in [
        "Trong 4 ngày nghỉ lễ, tỉnh đón 35.000 lượt khách. Năm 2024, doanh thu du lịch đạt 29 tỷ đồng.",
        "Trong 4 ngày nghỉ lễ, tỉnh đón 35.000 lượt khách.\nDoanh thu du lịch đạt 29 tỷ đồng.",
    ] {
        assert!(sure(valued(&rows(text), "29", text)), "{text}");
    }
}

#[test]
fn a_period_that_a_later_sentence_gives_is_open_before_it() {
    let title = "Du lịch Vĩnh Sơn khởi sắc";
    let text = "Doanh thu du lịch đạt 29 tỷ đồng.\nNăm 2024, tỉnh đón 1,2 triệu lượt khách. Công suất phòng đạt 64%.";
    let found = rows_of(title, text);
    assert!(doubted(&found[0], "period-open"), "{found:#?}");
    assert!(found[1..].iter().every(|row| !doubted(row, "period-open")), "{found:#?}");
}
