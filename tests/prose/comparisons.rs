//! What the figures of a report are compared with: plans in brackets, bases that several changes
//! share, levels of others.

use crate::every::Every;
use crate::reports;
use crate::reports::{OPTIONS, changes_with_bases, doubted, rows, rows_of, sure, valued};
use chitieu::dataset::{Fate, import};
use chitieu::model::{Indicator, Status, status};

fn target(row: &Indicator) -> String {
    format!("{:?}", row.plan.as_ref().and_then(|plan| plan.target()))
}

#[test]
fn a_target_in_brackets_may_be_a_bound() {
    for (text, wanted) in [
        ("Tỷ lệ tiêm chủng đạt 71,4%, thấp hơn chỉ tiêu đề ra (trên 90%).", "Some(Over(90))"),
        ("Tỷ lệ hộ nghèo là 4,1%, cao hơn mục tiêu đề ra (dưới 3,5%).", "Some(Under(3.5))"),
    ] {
        let found = rows(text);
        assert_eq!(target(&found[0]), wanted, "{text}");
        assert_eq!(status(&found[0]), Status::Missed, "{text}");
    }
    let found = rows("Tỉnh phấn đấu đến hết niên độ ngân sách giải ngân trên 95% kế hoạch vốn.");
    assert_eq!((found[0].name.as_str(), target(&found[0])), ("Giải ngân", "Some(Over(95))".into()));
}

#[test]
fn changes_that_are_joined_share_their_base() {
    for (text, wanted) in [
        (
            "Chỉ số PAR INDEX đạt 87,9 điểm, tăng 1,8 điểm và tăng 13 bậc so với năm 2022.",
            ["1.8 năm 2022", "13 năm 2022"],
        ),
        ("Số vụ cháy là 12 vụ, tăng 2 vụ và tăng 20% so với cùng kỳ.", ["2 cùng kỳ", "20 cùng kỳ"]),
    ] {
        assert_eq!(changes_with_bases(&rows(text)[0]), wanted, "{text}");
    }
}

#[test]
fn a_base_ends_before_its_cause_and_before_the_period_of_the_change() {
    let text =
        "Sản lượng lúa đạt 71.350 tấn, giảm 21.600 tấn so với năm 2021 do mưa lũ bất thường.";
    assert_eq!(changes_with_bases(&rows(text)[0]), ["-21600 năm 2021"]);
    let title = "Vietnam's economy in nine months of 2024";
    let text = "The gross domestic product grew 7.4% year-on-year in the third quarter of 2024.";
    let found = rows_of(title, text);
    assert_eq!(changes_with_bases(&found[0]), ["7.4 year-on-year"]);
    assert_eq!(found[0].period.unwrap().to_string(), "quý III năm 2024");
    // The title is about nine months, whatever the first figure is of.
    let title = "Vietnam's economy keeps its momentum in nine months";
    let text = format!("{text} Exports hit 299 billion USD.");
    let found = rows_of(title, &text);
    assert_eq!(found[1].period.map(|period| period.to_string()), None, "{found:#?}");
}

#[test]
fn the_level_of_something_else_is_no_value() {
    let text = "GRDP tăng 7,3% so với cùng kỳ, cao hơn 0,4 điểm phần trăm so với tốc độ tăng 6,9% của năm 2023.";
    let found = rows(text);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].figure(), None);
    // What has changed by 0,4 points is the growth.
    assert_eq!(changes_with_bases(&found[0]), ["7.3 cùng kỳ"]);
    assert!(found[0].note.as_deref().unwrap().contains("cao hơn 0,4 điểm phần trăm"), "{found:#?}");
}

#[test]
fn a_value_comes_from_the_level_before() {
    for (text, figure) in [
        ("Tỷ lệ hộ nghèo giảm từ mức 5,2% năm 2022 xuống 4,1%.", "4.1"),
        ("Tỷ lệ hộ nghèo là 4,1%, giảm từ mức 5,2% của năm 2022.", "4.1"),
    ] {
        let found = rows(text);
        let earlier: Vec<String> =
            found[0].earlier.iter().map(|one| format!("{} {}", one.value, one.period)).collect();
        assert_eq!(found[0].figure().unwrap().to_string(), figure, "{text}");
        assert_eq!(earlier, ["5.2 năm 2022"], "{text}");
        assert_eq!(found[0].name, "Tỷ lệ hộ nghèo", "{text}");
    }
}

#[test]
fn cases_are_what_was_counted_before() {
    let found = rows("Thi hành kỷ luật 18 đảng viên, giảm 4 trường hợp so với năm trước.");
    assert_eq!(changes_with_bases(&found[0]), ["-4 năm trước"]);
    assert!(found[0].review.is_empty(), "{found:#?}");
}

#[test]
fn counted_targets_are_no_indicator() {
    let text =
        "Kinh tế tỉnh Vĩnh Sơn năm 2024\n\nTỉnh có 14/19 chỉ tiêu chủ yếu đạt và vượt kế hoạch.\n";
    let report = import("report.txt", text.as_bytes(), &OPTIONS).unwrap();
    assert!(report.dataset.indicators.iter().next().is_none());
    assert!(
        report.numbers.iter().every(|number| number.fate == Fate::Total || number.paragraph == 0)
    );
}

#[test]
fn an_english_percent_of_the_target_is_that_of_the_value_before() {
    let title = "Economy of Vinh Son province in 2024";
    let text = "The province welcomed 1.7 million visitors, up 43% compared to the same period in 2023, fulfilling 70.6% of the yearly target.";
    let found = rows_of(title, text);
    assert_eq!(found.len(), 1, "{found:#?}");
    let percent = found[0].plan.as_ref().and_then(|plan| plan.percent());
    assert_eq!(percent.unwrap().to_string(), "70.6");
}

#[test]
fn the_year_of_a_plan_is_not_that_of_some_days() {
    let title = "Du lịch Vĩnh Sơn dịp lễ 30/4 - 1/5/2025";
    let text = "Tỉnh đón 320 nghìn lượt khách. Cả năm 2025, tỉnh phấn đấu tổng thu du lịch đạt 6.000 tỷ đồng.";
    let found = rows_of(title, text);
    assert_eq!(found[0].period, None, "{found:#?}");
    assert_eq!(found[1].period.unwrap().to_string(), "năm 2025");
}

#[test]
fn the_average_of_a_period_has_no_base_of_the_month_before_it() {
    let found = rows("CPI tháng 5 giảm 0,21% so với tháng trước; bình quân 5 tháng tăng 3,12%.");
    assert_eq!(found.len(), 2, "{found:#?}");
    assert_eq!(found[1].name, "CPI bình quân");
    assert!(!found[1].changes[0].period.contains("tháng trước"), "{found:#?}");
}

#[test]
fn a_base_behind_a_bracket_is_that_of_the_change_before_it() {
    for base in ["cùng vụ năm trước", "cùng kỳ năm trước", "năm 2023"] {
        let text = format!(
            "Diện tích lúa đạt 31.200 ha, tăng 0,7% (+218 ha) so với {base}, do thời tiết."
        );
        let found = rows(&text);
        let periods: Vec<&str> =
            found[0].changes.iter().map(|change| change.period.as_str()).collect();
        assert_eq!(periods, [base, base], "{text}");
    }
}

#[test]
fn points_of_a_percent_of_plan_are_kept_in_the_note() {
    let text = "Vốn đầu tư công giải ngân 812 tỷ đồng, bằng 47% kế hoạch, thấp hơn cùng kỳ năm trước \
                4,3 điểm phần trăm.";
    let found = rows(text);
    assert!(found[0].changes.is_empty(), "{found:#?}");
    let note = found[0].note.as_deref().unwrap_or_default();
    assert!(note.contains("thấp hơn cùng kỳ năm trước 4,3 điểm phần trăm"), "{found:#?}");
}

/// The changes of the indicator with a figure.
fn changes_of(text: &str, figure: &str) -> Vec<String> {
    changes_with_bases(reports::valued(&rows(text), figure, text))
}

#[test]
fn each_change_of_a_list_is_of_the_count_in_its_unit() {
    let text =
        "Toàn tỉnh có 1.310 lớp và 42.600 học sinh, tăng 24 lớp, 815 học sinh so với năm trước.";
    assert_eq!(changes_of(text, "1310"), ["24 năm trước"]);
    assert_eq!(changes_of(text, "42600"), ["815 năm trước"]);
    assert_eq!(rows(text).len(), 2);
    let text = "Phát hiện 214 vụ, 305 đối tượng (tăng 7,2% số vụ, 5,4% số đối tượng).";
    assert_eq!(changes_of(text, "214"), ["7.2 ?"]);
    assert_eq!(changes_of(text, "305"), ["5.4 ?"]);
    assert_eq!(rows(text).len(), 2);
    // What was not counted before is no change.
    let text = "Toàn tỉnh có 120 trường, tăng 5 trường, 2.340 lớp.";
    assert_eq!(changes_of(text, "2340"), [""; 0]);
}

#[test]
fn what_has_not_changed_names_no_other_change() {
    let text = "Xảy ra 9 vụ tai nạn giao thông, làm 4 người chết, 8 người bị thương; so với tháng trước tăng 3 vụ, số \
                người chết không tăng, giảm 2 người bị thương.";
    assert_eq!(changes_of(text, "9"), ["3 tháng trước"]);
    assert_eq!(changes_of(text, "4"), [""; 0]);
    assert_eq!(changes_of(text, "8"), ["-2 tháng trước"]);
    assert_eq!(rows(text).len(), 3);
    let text = "Sản lượng thủy sản không tăng, đạt 12.300 tấn.";
    assert_eq!(reports::valued(&rows(text), "12300", text).name.as_str(), "Sản lượng thủy sản");
}

#[test]
fn falls_in_the_order_of_their_names_are_no_values() {
    let text = "Số vụ cháy và số người chết giảm lần lượt 8% và 12%.";
    let found = rows(text);
    assert_eq!(found.len(), 2);
    for (row, fall) in found.iter().zip(["-8", "-12"]) {
        assert!(row.actual.is_none(), "{row:#?}");
        assert_eq!(row.changes[0].amount, fall.parse().unwrap());
    }
}

#[test]
fn percents_may_be_in_the_order_of_those_before() {
    for (text, wanted) in [
        (
            "Sản lượng xi măng 2,1 triệu tấn, bằng 94,2% cùng kỳ và bằng 70% kế hoạch; thép 412 nghìn tấn, bằng 103% và 81%; gạch 120 triệu viên, bằng 98% và 69%.",
            [("412", "3 cùng kỳ", "81"), ("120", "-2 cùng kỳ", "69")],
        ),
        (
            "Đàn trâu 12.400 con, bằng 98,1% kế hoạch, bằng 96,4% so với cùng kỳ; đàn bò 34.100 con, bằng 101,5%, bằng 100,8%; đàn lợn 210.000 con, bằng 104%, bằng 108,2%.",
            [("34100", "0.8 cùng kỳ", "101.5"), ("210000", "8.2 cùng kỳ", "104")],
        ),
    ] {
        let found = rows(text);
        for (figure, change, percent) in wanted {
            let row = valued(&found, figure, text);
            assert_eq!(changes_with_bases(row), [change], "{text}");
            let plan = row.plan.as_ref().and_then(|plan| plan.percent());
            assert_eq!(plan.map(|plan| plan.to_string()).as_deref(), Some(percent), "{text}");
            assert!(doubted(row, "percent-inherited"), "{row:#?}");
        }
    }
    // Three of them are not in the order of two.
    let text = "Xi măng 2,1 triệu tấn, bằng 94,2% cùng kỳ và bằng 70% kế hoạch; thép 412 nghìn tấn, bằng 103%, 81% và 64%.";
    let found = rows(text);
    assert!(!sure(valued(&found, "412", text)), "{found:#?}");
}

#[test]
fn a_change_of_a_count_may_be_said_again_in_percent() {
    for text in [
        "Sáu tháng xảy ra 41 vụ cháy (tăng 3 vụ = 7,9%).",
        "Trong năm xảy ra 41 vụ cháy, tăng 3 vụ, bằng 7,9%.",
    ] {
        let found = rows(text);
        assert_eq!(changes_with_bases(valued(&found, "41", text)), ["3 ?", "7.9 ?"], "{text}");
    }
    // What the figures do not agree with is no change.
    let text = "Trong năm xảy ra 41 vụ cháy, tăng 3 vụ, bằng 61%.";
    let found = rows(text);
    let row = valued(&found, "41", text);
    assert!(changes_with_bases(row) == ["3 ?"] && !sure(row), "{row:#?}");
}

#[test]
fn a_change_of_a_number_is_that_of_what_was_counted() {
    for number in ["số", "tổng số", "số lượng"] {
        let text = format!("Toàn tỉnh có 71 hợp tác xã; {number} hợp tác xã giảm 11 hợp tác xã.");
        let found = rows(&text);
        assert_eq!(found.len(), 1, "{text}: {found:#?}");
        assert_eq!(valued(&found, "71", &text).changes.len(), 1, "{text}: {found:#?}");
    }
}

#[test]
fn the_same_period_may_be_abbreviated() {
    for text in [
        "Tổng mức bán lẻ đạt 864 tỷ đồng, tăng 12,5% so với CK.",
        "Tổng mức bán lẻ đạt 864 tỷ đồng, tăng 12,5% so CK.",
    ] {
        let found = rows(text);
        let row = valued(&found, "864", text);
        assert_eq!(row.changes.len(), 1, "{text}: {row:#?}");
        assert!(row.note.is_none(), "{text}: {row:#?}");
    }
}
