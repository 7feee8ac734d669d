//! Values from which something rose, plans in numbers behind their percent, and bounds that are open on one side.

use crate::reports::{line, lines, rows, rows_of, sure};
use chitieu::model::Indicator;

#[test]
fn a_value_that_is_said_twice_keeps_the_one_before_it() {
    let earlier = |row: &Indicator| {
        let values = row.earlier.iter().map(|one| one.value.to_string());
        (row.figure().map(|one| one.to_string()), values.collect::<Vec<_>>())
    };
    for (text, name) in [
        ("Tỷ lệ đúng hạn đạt 93%, tăng từ 88% lên 93%.", "Tỷ lệ đúng hạn"),
        ("Tỷ lệ trường đạt chuẩn quốc gia tăng từ 88% lên 93%.", "Tỷ lệ trường đạt chuẩn quốc gia"),
        ("Thời gian cấp phép rút ngắn từ 88 ngày xuống còn 93 ngày.", "Thời gian cấp phép"),
        ("Thời gian cấp phép giảm từ 88 ngày làm việc còn 93 ngày làm việc.", "Thời gian cấp phép"),
    ] {
        let found = rows(text);
        let wanted = (Some("93".to_owned()), vec!["88".to_owned()]);
        assert_eq!(earlier(&found[0]), wanted, "{text}: {found:#?}");
        assert_eq!((&*found[0].name, found.len()), (name, 1), "{text}");
        assert!(sure(&found[0]), "{text}: {found:#?}");
    }
    let title = "School enrolment in 2024";
    let found = rows_of(title, "Primary enrolment rose from 12,400 to 13,150 pupils.");
    assert_eq!(earlier(&found[0]), (Some("13150".to_owned()), vec!["12400".to_owned()]));
    let found = rows_of(title, "Average waiting time was cut from 28 minutes to 19 minutes.");
    assert_eq!(earlier(&found[0]), (Some("19".to_owned()), vec!["28".to_owned()]));
    assert_eq!(found[0].name, "Average waiting time");
}

#[test]
fn an_open_side_is_kept_as_a_bound() {
    let found = rows("Tỷ lệ lao động qua đào tạo đạt 70,5% trở lên.");
    assert_eq!(found[0].figure().unwrap().to_string(), "70.5");
    assert!(found[0].note.as_deref().unwrap().contains("70,5% trở lên"), "{found:#?}");
    let found = rows("Phấn đấu tỷ lệ hộ nghèo còn 2% trở xuống.");
    let plan = found[0].plan.as_ref().and_then(|plan| plan.target());
    assert_eq!(format!("{plan:?}"), "Some(AtMost(2))");
    // In a name it says what is counted.
    let found = rows("Số hộ có thu nhập 100 triệu đồng trở lên là 1.240 hộ.");
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].name, "Số hộ có thu nhập 100 triệu đồng trở lên");
    let found = rows("Có 12 huyện giải ngân đạt 70% trở lên.");
    assert!(found[0].plan.is_none(), "{found:#?}");
}

#[test]
fn a_plan_in_numbers_behind_its_percent_is_the_target() {
    for text in [
        "Sản lượng chè đạt 318 tấn, bằng 106% kế hoạch 300 tấn.",
        "Sản lượng chè đạt 318 tấn trên kế hoạch 300 tấn.",
        "Tea output was 318 tonnes, equivalent to 106 percent of the plan of 300 tonnes.",
    ] {
        let found = rows(text);
        let plan = found[0].plan.as_ref().and_then(|plan| plan.target());
        assert_eq!(format!("{plan:?}"), "Some(Value(300))", "{text}: {found:#?}");
        assert!(sure(&found[0]), "{text}: {found:#?}");
    }
    let found = rows("Operating costs reached 5.1 billion VND, equal to 71% of the budget.");
    assert_eq!(found[0].plan.as_ref().and_then(|plan| plan.percent()).unwrap().to_string(), "71");
}

#[test]
fn the_whole_of_a_share_keeps_its_bound() {
    for (text, wanted) in [
        (
            "Năm 2024, phấn đấu tỷ lệ tham gia bảo hiểm y tế đạt 95,5% dân số trở lên.",
            "Tỷ lệ tham gia bảo hiểm y tế % target AtLeast(95.5)",
        ),
        (
            "Năm 2024, phấn đấu tỷ lệ dùng nước sạch đạt 80% số hộ trở lên.",
            "Tỷ lệ dùng nước sạch % target AtLeast(80)",
        ),
        (
            "Năm 2024, phấn đấu tỷ lệ trẻ em thấp còi còn 9% số trẻ trở xuống.",
            "Tỷ lệ trẻ em thấp còi % target AtMost(9)",
        ),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
}

#[test]
fn a_plan_next_to_a_figure_of_a_term_is_one_of_those_years() {
    let text = "Nhiệm kỳ 2020 - 2025, trồng 850/900 ha rừng, đạt 94,4% kế hoạch.";
    let found = rows_of("Huyện Vĩnh Tân: Dấu ấn nhiệm kỳ 2020 - 2025", text);
    assert_eq!(line(&found[0]), "Trồng rừng 850 ha target Value(900) 94.4% of plan");
    assert_eq!(found[0].plan.as_ref().and_then(|plan| plan.period), None);
}
