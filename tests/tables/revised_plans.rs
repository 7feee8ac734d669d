//! Of several plans of one result one is the main one, and the others keep their percentages and statuses.

use chitieu::dataset;
use chitieu::model::{PlanTerms, Status, Target, status};

#[test]
fn the_budget_that_the_variance_is_from_is_the_plan() {
    let text = "Revenue outturn 2022/23\n\
                Service,Original Budget,Revised Budget,Outturn,Variance (Under)/Over,Variance %\n\
                Libraries,500,520,510,(10),(1.9%)\nParks,300,280,294,14,5.0%\n\
                Transport,900,950,969,19,2.0%\n";
    let opened = dataset::read("outturn.csv", text.as_bytes(), None).unwrap();
    let mut targets =
        opened.datasets[0].indicators.iter().map(|one| one.plan.and_then(|plan| plan.target()));
    for revised in [520, 280, 950] {
        assert_eq!(targets.next(), Some(Some(Target::Value(revised.into()))));
    }
}

#[test]
fn a_plan_that_another_body_set_has_its_own_percentage_and_status() {
    let text = "THU NGÂN SÁCH NĂM 2024\n\
                Nội dung;ĐVT;Dự toán bộ giao;Dự toán HĐND giao;Thực hiện;% so bộ giao;% so HĐND giao\n\
                Thuế đất;tỷ đồng;400;440;430;107,5;97,7\nPhí;tỷ đồng;50;50;61;122;122\n\
                Lệ phí;tỷ đồng;20;-;22;110;-\n";
    let opened = dataset::read("thu.csv", text.as_bytes(), None).unwrap();
    let all: Vec<_> = opened.datasets[0].indicators.iter().collect();
    let land = &all[0];
    assert_eq!(land.plan.as_ref().unwrap().name.as_deref(), Some("Dự toán bộ giao"));
    assert_eq!(status(land), Status::Exceeded);
    let [other] = &land.other_plans[..] else { panic!("{land:?}") };
    assert_eq!(other.name.as_deref(), Some("Dự toán HĐND giao"));
    let target = Target::Value(440.into());
    assert!(matches!(&other.terms, PlanTerms::Target { target: own, percent: Some(percent), .. }
        if *own == target && percent.to_string() == "97.7"));
    assert_eq!(status(&land.against(other)), Status::Missed);
    assert_eq!(land.note, None, "what was read is not in the note again");
    // Without another plan the row does not name the one that it has.
    assert!(all[2].other_plans.is_empty() && all[2].plan.as_ref().unwrap().name.is_none());
}

#[test]
fn a_percentage_that_the_values_refute_stays_in_the_note() {
    let text = "Nội dung;Kế hoạch tỉnh giao;Kế hoạch huyện giao;Thực hiện;% so tỉnh giao;% so huyện giao\n\
                Trồng rừng;100;120;90;90;75\nLàm mương;10;12;9;90;75\nLàm đường;10;12;9;90;85\n";
    let opened = dataset::read("rung.csv", text.as_bytes(), None).unwrap();
    let road = opened.datasets[0].indicators.iter().nth(2).unwrap();
    assert_eq!(road.other_plans[0].percent(), None);
    assert_eq!(road.note.as_deref(), Some("% so huyện giao: 85"));
}
