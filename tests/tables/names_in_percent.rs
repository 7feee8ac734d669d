//! Names that say by their words that they are percentages: a rate of a part of the year is no count that is reached
//! before its end.

use chitieu::dataset;
use chitieu::model::{Indicator, Status, status};

fn indicators(text: &str) -> Vec<Indicator> {
    let opened = dataset::read("table.csv", text.as_bytes(), None).unwrap();
    opened.datasets.iter().flat_map(|dataset| dataset.indicators.iter()).collect()
}

#[test]
fn a_name_in_percent_is_no_count_that_is_reached_early() {
    let text = "Measure,Polarity,Q1 2022/23,Target 2022/23\n\
        Invoices settled as % of invoices received,Bigger is better,96.4,95.0\n\
        Percentage of potholes mended in a week,Bigger is better,88.2,85\n\
        % of tenants satisfied with repairs,Bigger is better,79.9,78.5\n";
    for one in indicators(text) {
        assert_eq!(one.unit.as_deref(), Some("%"), "{}", one.name);
        assert_eq!(status(&one), Status::InProgress, "{}", one.name);
    }
    let columns =
        "Area,Percentage of potholes mended,Potholes\nAshford,71.2,1203\nDover,68.4,980\n";
    let units: Vec<_> = indicators(columns).into_iter().map(|one| one.unit).collect();
    assert_eq!(units[..2], [Some("%".to_owned()), None]);
}

#[test]
fn a_heading_that_begins_with_its_sign_keeps_it() {
    let text = "District,% of homes insulated,Homes built\nAbbey District,51.5,91\nDover District,62,120\n";
    let first = &indicators(text)[0];
    assert_eq!((first.name.as_str(), first.unit.as_deref()), ("% of homes insulated", Some("%")));
}

#[test]
fn the_percentage_by_which_revenue_is_shared_is_no_unit() {
    let table = "Đơn vị tính: đồng;;;\nNội dung;Dự toán;Thực hiện;So sánh (%)\n\
                 Tổng thu;9000000;4500000;50,0\nThu hưởng trọn;2000000;800000;40,0\n\
                 Thu phân chia theo tỷ lệ (%);7000000;3700000;52,9\n";
    let dataset = &chitieu::dataset::read("bieu.csv", table.as_bytes(), None).unwrap().datasets[0];
    let shared = dataset.indicators.iter().find(|one| one.name.contains("phân chia")).unwrap();
    assert_eq!(shared.name, "Thu phân chia theo tỷ lệ (%)");
    assert_eq!(shared.unit.as_deref(), Some("đồng"));
    let rates = "Nội dung;Kế hoạch;Thực hiện\nHộ được chia theo tỷ lệ (%);70;75\n";
    let dataset = &chitieu::dataset::read("bieu.csv", rates.as_bytes(), None).unwrap().datasets[0];
    assert_eq!(dataset.indicators.get(0).unwrap().unit.as_deref(), Some("%"));
}
