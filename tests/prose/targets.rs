//! Targets that a lead-in, a title or a heading sets: none of their figures is a result.

use crate::reports::{line, lines, period, rows, rows_of, sure, valued};

#[test]
fn a_lead_in_that_sets_targets_holds_up_to_the_full_stop() {
    for lead_in in [
        "Nhiệm kỳ 2025 - 2030, Đại hội xác định mục tiêu",
        "Năm 2026, xã xác định các chỉ tiêu",
        "Năm 2026, HĐND xã thống nhất một số chỉ tiêu chủ yếu",
        "Đến năm 2030, Đại hội đề ra các chỉ tiêu",
        "Nghị quyết xác định rõ mục tiêu",
        "Hội nghị đã thông qua các chỉ tiêu",
    ] {
        let text = format!(
            "{lead_in}: tốc độ tăng giá trị sản xuất 9%/năm trở lên; thu nhập bình quân đầu người đạt 92 triệu đồng; tỷ \
             lệ giải ngân vốn đầu tư công đạt 100% kế hoạch; tỷ lệ hộ nghèo còn dưới 1%."
        );
        let found = rows(&text);
        assert_eq!(found.len(), 4, "{text}: {found:#?}");
        assert!(found.iter().all(|row| row.figure().is_none()), "{text}: {found:#?}");
        assert!(found.iter().all(|row| row.parents.is_empty()), "{text}: {found:#?}");
    }
}

#[test]
fn what_a_congress_aimed_at_before_the_result_is_none() {
    for text in [
        "Thu ngân sách đạt 110 tỷ đồng, vượt mục tiêu Đại hội xác định.",
        "Thu ngân sách đạt 110 tỷ đồng, đạt chỉ tiêu Nghị quyết đề ra.",
    ] {
        assert!(lines(text)[0].starts_with("Thu ngân sách 110 tỷ đồng"), "{text}");
    }
}

#[test]
fn a_percent_of_plan_by_itself_in_a_resolution_is_a_target() {
    let title = "Nghị quyết về kế hoạch phát triển kinh tế - xã hội huyện Sơn Bình năm 2026";
    let shown = |text: &str| rows_of(title, text).iter().map(line).collect::<Vec<_>>();
    assert_eq!(
        shown(
            "Tổng vốn đầu tư toàn xã hội đạt 2.450 tỷ đồng; tỷ lệ giải ngân vốn đầu tư công đạt 100% kế hoạch."
        ),
        [
            "Tổng vốn đầu tư toàn xã hội tỷ đồng target Value(2450)",
            "Tỷ lệ giải ngân vốn đầu tư công % target Value(100)",
        ]
    );
    assert_eq!(
        shown("Giải ngân vốn sự nghiệp đạt trên 95% kế hoạch, thu ngân sách đạt 410 tỷ đồng."),
        ["Giải ngân vốn sự nghiệp % target Over(95)", "Thu ngân sách tỷ đồng target Value(410)"]
    );
    // Less than that may also be how far it is by now.
    let open = rows_of(title, "Giải ngân vốn đầu tư công đạt 43% kế hoạch.");
    assert!(open.iter().all(|row| !sure(row)), "{open:#?}");
    // That of a value before it is a result.
    assert_eq!(
        shown("Thu ngân sách năm 2025 đạt 400 tỷ đồng, đạt 102% kế hoạch."),
        ["Thu ngân sách 400 tỷ đồng 102% of plan"]
    );
}

#[test]
fn the_condition_of_a_part_is_in_its_name() {
    let text = "Tỷ lệ lao động qua đào tạo đạt 71%, trong đó có bằng cấp, chứng chỉ đạt 34%.";
    let name = &rows(text)[1].name;
    assert_eq!(name, "Có bằng cấp, chứng chỉ", "{text}");
}

#[test]
fn a_target_behind_a_result_is_no_mood_of_the_next_clauses() {
    let text = "Tỷ lệ bao phủ BHYT đạt 91,2%, phấn đấu đến cuối năm đạt 94%; số giường bệnh đạt 27,5 giường/vạn dân; tỷ lệ hộ nghèo là 1,8%.";
    let found = rows_of("Tỉnh Vĩnh Sơn 9 tháng năm 2024", text);
    for figure in ["91.2", "27.5", "1.8"] {
        let row = valued(&found, figure, text);
        assert!(sure(row) && period(row).is_empty(), "{row:#?}");
    }
    // One with which the sentence begins goes on.
    let text = "Phấn đấu năm 2025 thu ngân sách đạt 710 tỷ đồng; tỷ lệ hộ nghèo còn 1,2%.";
    assert!(rows(text).iter().all(|row| row.actual.is_none()), "{text}");
}

#[test]
fn a_fall_between_two_percents_keeps_its_direction() {
    let text = "Năm 2025, phấn đấu giảm tỷ lệ hộ nghèo từ 1,5 - 2%; thu ngân sách 220 tỷ đồng.";
    let found = rows(text);
    assert!(found.iter().any(|row| row.name == "Giảm tỷ lệ hộ nghèo"), "{found:#?}");
}
