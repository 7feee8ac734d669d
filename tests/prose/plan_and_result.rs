//! A plan and its result in one sentence: the plan first, or a change with its plan behind it.

use crate::reports::{line, lines, rows, rows_of, target};
use chitieu::model::{Indicator, Period, Target};

#[test]
fn a_plan_before_its_result_is_its_plan() {
    for (text, wanted) in [
        (
            "Dự toán thu ngân sách được giao 5.100 tỷ đồng, thực hiện 5.320 tỷ đồng.",
            "Thu ngân sách 5320 tỷ đồng target Value(5100)",
        ),
        (
            "Dự toán thu được giao 5.100 tỷ đồng, thực hiện 5.320 tỷ đồng.",
            "? Thu 5320 tỷ đồng target Value(5100)",
        ),
        (
            "Dự toán chi sự nghiệp y tế là 410 tỷ đồng, thực hiện 396 tỷ đồng.",
            "Chi sự nghiệp y tế 396 tỷ đồng target Value(410)",
        ),
        (
            "Thu nội địa dự toán HĐND tỉnh giao 2.800 tỷ đồng, ước thực hiện 2.950 tỷ đồng.",
            "Thu nội địa 2950 tỷ đồng target Value(2800)",
        ),
        ("Kế hoạch trồng 760 ha rừng, thực hiện 815 ha.", "Trồng rừng 815 ha target Value(760)"),
        (
            "Kế hoạch vốn được giao 640 tỷ đồng, giải ngân 512 tỷ đồng.",
            "Giải ngân vốn 512 tỷ đồng target Value(640)",
        ),
        (
            "Tỷ lệ lao động qua đào tạo kế hoạch 68%, thực hiện 69,4%.",
            "Tỷ lệ lao động qua đào tạo 69.4 % target Value(68)",
        ),
        (
            "Tỷ lệ hộ nghèo kế hoạch giảm 2%, thực hiện giảm 2,3%.",
            "Tỷ lệ hộ nghèo giảm 2.3 % target Value(2)",
        ),
        (
            "Tỷ lệ hộ cận nghèo: kế hoạch giảm 0,6 điểm %, kết quả giảm 0,7 điểm %.",
            "Tỷ lệ hộ cận nghèo giảm 0.7 điểm % target Value(0.6)",
        ),
        (
            "Giá trị sản xuất công nghiệp kế hoạch tăng 11%, ước thực hiện tăng 11,6%.",
            "Giá trị sản xuất công nghiệp tăng 11.6 % target Value(11)",
        ),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
}

#[test]
fn the_plan_of_a_year_keeps_its_period_before_the_result_of_a_part() {
    let text =
        "Dự toán thu nội địa năm 2024 được giao 2.800 tỷ đồng, thực hiện 9 tháng 2.070 tỷ đồng.";
    let found = rows_of("Thu ngân sách tỉnh Vĩnh Sơn 9 tháng năm 2024", text);
    assert_eq!(line(&found[0]), "Thu nội địa 2070 tỷ đồng target Value(2800)");
    let plan = found[0].plan.as_ref().and_then(|plan| plan.period);
    assert_eq!(plan, Some(Period::year(2024)), "{found:#?}");
}

#[test]
fn a_change_with_its_plan_is_what_was_planned() {
    for (text, wanted) in [
        (
            "Tỷ lệ hộ nghèo giảm 1,7% (kế hoạch giảm 1,5%).",
            "Tỷ lệ hộ nghèo giảm 1.7 % target Value(1.5)",
        ),
        (
            "Tỷ lệ hộ nghèo giảm 1,7 điểm % (chỉ tiêu giảm 1,5 điểm %).",
            "Tỷ lệ hộ nghèo giảm 1.7 điểm % target Value(1.5)",
        ),
        ("GRDP tăng 7,9% (kế hoạch 7,5%).", "GRDP tăng 7.9 % target Value(7.5)"),
        ("GRDP tăng 7,9%, kế hoạch là 7,5%.", "GRDP tăng 7.9 % target Value(7.5)"),
        ("GRDP tăng 7,9%, cao hơn mục tiêu 7,5%.", "GRDP tăng 7.9 % target Value(7.5)"),
        ("Số vụ cháy giảm 8% (mục tiêu giảm 5%).", "Số vụ cháy giảm 8 % target Value(5)"),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
    let english =
        rows_of("Westerby District, 2024", "GDP grew 5.5 percent, against a target of 5 percent.");
    assert_eq!(line(&english[0]), "GDP growth 5.5 % target Value(5)");
}

#[test]
fn the_plan_of_a_change_is_that_of_no_level() {
    // A level has its own plan, and what a rise was to be says nothing about a fall.
    for text in [
        "Sản lượng thóc đạt 91.000 tấn, tăng 3% (kế hoạch tăng 2%).",
        "Số vụ cháy tăng 8% (mục tiêu giảm 5%).",
        "Số vụ cháy giảm 8% (mục tiêu giảm 10 vụ).",
    ] {
        let found = rows(text);
        let target = found[0].plan.as_ref().and_then(|plan| plan.target());
        assert_eq!(target, None::<Target>, "{text}: {found:#?}");
        assert!(found[0].note.is_some(), "{text}: {found:#?}");
    }
}

#[test]
fn the_base_of_a_change_with_its_plan_is_in_its_note() {
    let found = rows("GRDP tăng 7,9% so với cùng kỳ (kịch bản tăng 7,5%).");
    assert_eq!(line(&found[0]), "GRDP tăng 7.9 % target Value(7.5)");
    assert!(found[0].note.as_ref().is_some_and(|note| note.contains("so với cùng kỳ")));
}

#[test]
fn a_budget_that_is_named_is_a_plan() {
    let text = "Tổng dự toán thu năm 2024 là 5.100 tỷ đồng.";
    assert_eq!(lines(text), ["Tổng dự toán thu tỷ đồng target Value(5100)"], "{text}");
}

#[test]
fn a_time_alone_is_no_verb_of_a_result() {
    for text in [
        "Kế hoạch vốn được giao 640 tỷ đồng, 6 tháng 214 tỷ đồng.",
        "Vốn đầu tư công được giao 640 tỷ đồng, trong 6 tháng 214 tỷ đồng.",
        "Dự toán chi sự nghiệp y tế là 410 tỷ đồng, 6 tháng 214 tỷ đồng.",
    ] {
        let found = rows(text);
        let joined = |row: &Indicator| row.figure() == Some(214.into()) && target(row).is_some();
        assert!(!found.iter().any(joined), "{text}: {found:#?}");
    }
    let done = "Kế hoạch vốn được giao 640 tỷ đồng, 6 tháng giải ngân 214 tỷ đồng.";
    assert_eq!(lines(done), ["Giải ngân vốn 214 tỷ đồng target Value(640)"]);
}
