//! Quarters of a financial year whose headings name no year: they are in the year of the title or of the targets.

use std::sync::Arc;

use chitieu::app::Catalog;
use chitieu::dataset;
use chitieu::model::{Collection, Dataset, SeriesPoint};

/// The periods and results of every series of the first indicator of each dataset, one line for each.
fn series(text: &str) -> Vec<String> {
    let opened = dataset::read("scorecard.csv", text.as_bytes(), None).unwrap();
    let datasets: Vec<Arc<Dataset>> = opened.datasets.into_iter().map(Arc::new).collect();
    let collection = Collection::new(datasets);
    let count = collection.len();
    let catalog = Catalog::new(collection);
    let mut all: Vec<String> = (0..count)
        .flat_map(|index| {
            let line = |point: &SeriesPoint| {
                let value = point.value.map_or("-".to_owned(), |value| value.to_string());
                format!("{} {value}", point.period)
            };
            catalog.series(index).points().iter().map(line).collect::<Vec<_>>()
        })
        .collect();
    all.sort();
    all.dedup();
    all
}

const QUARTERS: [&str; 3] =
    ["quý I năm 2023/2024 31", "quý II năm 2023/2024 28", "quý III năm 2023/2024 35"];

#[test]
fn quarters_are_in_the_financial_year_of_the_title() {
    for title in [
        "Council scorecard 2023/24 - Quarter 3",
        "Council scorecard 2023/24 - Quarter 3 (October to December 2023)",
        "Council scorecard 2023/24",
    ] {
        for (to_date, value) in [(",Year to date", ",30"), ("", "")] {
            let text = format!(
                "{title}\nIndicator,Unit,Target 2023/24,Q1,Q2,Q3{to_date}\nFly tips,No,40,31,28,35{value}\n"
            );
            let found = series(&text);
            let quarters: Vec<&String> = found.iter().filter(|line| line.contains("quý")).collect();
            assert_eq!(quarters, QUARTERS, "{title}: {to_date}");
        }
    }
}

#[test]
fn quarters_are_in_the_financial_year_of_the_targets() {
    for title in ["Council scorecard", "Council scorecard, December 2023"] {
        let text = format!(
            "{title}\nIndicator,Unit,2022/23 outturn,Target 2023/24,Q1,Q2,Q3\nFly tips,No,44,40,31,28,35\n"
        );
        let found = series(&text);
        let quarters: Vec<&String> = found.iter().filter(|line| line.contains("quý")).collect();
        assert_eq!(quarters, QUARTERS, "{title}");
    }
}

#[test]
fn quarters_of_a_calendar_year_stay_there() {
    let found =
        series("Scorecard 2023\nIndicator,Unit,Target 2023,Q1,Q2,Q3\nFly tips,No,40,31,28,35\n");
    assert_eq!(found, ["quý I năm 2023 31", "quý II năm 2023 28", "quý III năm 2023 35"]);
}

#[test]
fn a_month_next_to_a_financial_year_is_in_either_of_its_years() {
    let found = series(
        "Council scorecard 2023/24\nIndicator,Unit,Target 2023/24,Jan,Year to date\nFly tips,No,40,31,28\n",
    );
    assert!(found.iter().all(|line| !line.contains("tháng 1 năm")), "{found:?}");
}
