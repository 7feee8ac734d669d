//! Quarters of a financial year whose headings name no year: they are in the year of the title or of the targets.

use std::sync::Arc;

use chitieu::app::Catalog;
use chitieu::dataset;
use chitieu::model::{Collection, Dataset, SeriesPoint, Target};

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

#[test]
fn results_are_in_the_financial_year_of_their_target() {
    for (before, now, periods) in [
        ("Year ending March 2023", "Year ending March 2024", ["năm 2022/2023", "năm 2023/2024"]),
        ("12 months to June 2023", "12 months to June 2024", ["năm 2022/2023", "năm 2023/2024"]),
        (
            "Cumulative to Dec 2022",
            "Cumulative to Dec 2023",
            ["từ đầu năm 2022/2023", "từ đầu năm 2023/2024"],
        ),
        (
            "Cumulative to Mar 2023",
            "Cumulative to Mar 2024",
            ["Cumulative to Mar 2023", "đến tháng 3/2024"],
        ),
        ("Apr-Dec 2022", "Apr-Dec 2023", ["3 quý đầu năm 2022/2023", "3 quý đầu năm 2023/2024"]),
        ("Q1-Q3 2022/23", "Q1-Q3 2023/24", ["3 quý đầu năm 2022/2023", "3 quý đầu năm 2023/2024"]),
        ("H1 2022/23", "H1 2023/24", ["2 quý đầu năm 2022/2023", "2 quý đầu năm 2023/2024"]),
        (
            "YTD actual (Apr-Dec 2022)",
            "YTD actual (Apr-Dec 2023)",
            ["3 quý đầu năm 2022/2023", "3 quý đầu năm 2023/2024"],
        ),
    ] {
        for columns in [[before, "Target 2023/24", now], ["Target 2023/24", before, now]] {
            let text = format!("Measure,Unit,{}\nFly tips,No,31,40,28\n", columns.join(","));
            let text = match columns[0] == before {
                true => text,
                false => text.replace("31,40", "40,31"),
            };
            let opened = dataset::read("scorecard.csv", text.as_bytes(), None).unwrap();
            let first = opened.datasets[0].indicators.iter().next().unwrap();
            let planned = first.plan.as_ref().and_then(|plan| plan.target());
            assert_eq!(planned, Some(Target::Value(40.into())), "{now}: {first:?}");
            assert_eq!(first.figure(), Some(28.into()), "{now}: {first:?}");
            let own =
                first.period.map_or(opened.datasets[0].period.to_string(), |own| own.to_string());
            assert_eq!(own, periods[1], "{now}");
            let earlier: Vec<&str> = first.earlier.iter().map(|one| one.period.as_str()).collect();
            assert_eq!(earlier, [periods[0]], "{now}");
        }
    }
}
