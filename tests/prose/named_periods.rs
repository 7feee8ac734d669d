//! Periods of a figure that its own sentence names, which are not the one that the report is about.

use crate::reports::{doubted, rows_of, sure, valued};
use chitieu::model::Indicator;

fn period(row: &Indicator) -> String {
    row.period.map(|period| period.to_string()).unwrap_or_default()
}

#[test]
fn days_from_one_to_another_are_not_the_period_of_the_report() {
    let title = "Tình hình kinh tế - xã hội tháng 8 và 8 tháng năm 2024 tỉnh Vĩnh Sơn";
    for text in [
        "Từ 15/7 đến 14/8, trên địa bàn tỉnh xảy ra 47 vụ tai nạn giao thông.",
        "Tính từ ngày 15/7 đến ngày 14/8, toàn tỉnh xảy ra 47 vụ tai nạn giao thông.",
        "Từ ngày 15/7/2024 đến ngày 14/8/2024, toàn tỉnh xảy ra 47 vụ tai nạn giao thông.",
    ] {
        let found = rows_of(title, text);
        assert!(doubted(valued(&found, "47", text), "period-open"), "{text}: {found:#?}");
    }
    // Offices count their year from 15 December on.
    let text = "Từ ngày 15/12/2023 đến ngày 14/8/2024, toàn tỉnh xảy ra 47 vụ tai nạn giao thông.";
    let found = rows_of(title, text);
    assert!(period(valued(&found, "47", text)).contains("14/8/2024"), "{found:#?}");
}

#[test]
fn in_the_same_month_is_the_month() {
    let title = "Tình hình kinh tế - xã hội tháng 8 và 8 tháng năm 2024 tỉnh Vĩnh Sơn";
    for text in [
        "Từ đầu năm xảy ra 30 vụ cháy. Cũng trong tháng, xảy ra 4 vụ cháy.",
        "Trong tháng, xảy ra 4 vụ cháy.",
    ] {
        let found = rows_of(title, text);
        let row = valued(&found, "4", text);
        assert!(period(row).contains("tháng 8") && !period(row).contains("8 tháng"), "{found:#?}");
    }
}

#[test]
fn what_is_compared_with_the_month_before_is_of_a_month() {
    let title = "Tình hình kinh tế - xã hội tháng 8 và 8 tháng năm 2024 tỉnh Vĩnh Sơn";
    let text = "CPI bình quân 8 tháng tăng 3,9%. Chỉ số giá vàng tăng 2,35% so với tháng trước, tăng 31,2% so với cùng kỳ năm trước.";
    let found = rows_of(title, text);
    let gold = found.iter().find(|row| row.name.contains("vàng")).unwrap();
    assert!(period(gold).contains("tháng 8") && !period(gold).contains("8 tháng"), "{gold:#?}");
    assert!(sure(gold), "{gold:#?}");
}

#[test]
fn the_end_of_the_year_in_a_report_of_some_months_is_the_year() {
    let title = "Kinh tế tỉnh Vĩnh Sơn 9 tháng năm 2024";
    for text in [
        "Tỷ lệ hộ nghèo dự kiến cuối năm còn 3,2%. Sản lượng thủy sản đạt 412 tấn.",
        "Dự kiến đến hết năm, tỷ lệ hộ nghèo còn 3,2%. Sản lượng thủy sản đạt 412 tấn.",
        "Ước cả năm, tỷ lệ hộ nghèo còn 3,2%. Sản lượng thủy sản đạt 412 tấn.",
    ] {
        let found = rows_of(title, text);
        assert_eq!(period(valued(&found, "3.2", text)), "năm 2024", "{text}");
        let jobs = valued(&found, "412", text);
        assert!(period(jobs) != "năm 2024" && sure(jobs), "{text}: {jobs:#?}");
    }
    let text = "The poverty rate is expected to fall to 2.3% by the end of the year.";
    let found = rows_of("Vinh Son's economy in the first nine months of 2024", text);
    assert!(["2024", "năm 2024"].contains(&&*period(valued(&found, "2.3", text))), "{found:#?}");
    // The plan of the year is no period of what has been reached of it.
    let text = "Thu ngân sách đạt 1.240 tỷ đồng, bằng 71% kế hoạch cả năm.";
    let found = rows_of(title, text);
    assert_ne!(period(valued(&found, "1240", text)), "năm 2024");
}
