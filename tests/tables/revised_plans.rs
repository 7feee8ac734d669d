//! Of two plans, the one that the variance is from is the plan.

use chitieu::dataset;
use chitieu::model::Target;

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
