//! Indicators of reports that are written in tests.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test uses some of it, and fails by panicking"
)]

use chitieu::dataset::{Import, ImportOptions, import};
use chitieu::model::Indicator;
use rust_decimal::Decimal;

pub const OPTIONS: ImportOptions =
    ImportOptions { place: None, period: None, only_sure: false, keep_text: true };

pub fn read(title: &str, text: &str) -> Import {
    import("report.txt", format!("{title}\n\n{text}\n").as_bytes(), &OPTIONS).unwrap()
}

pub fn rows_of(title: &str, text: &str) -> Vec<Indicator> {
    read(title, text).dataset.indicators.iter().collect()
}

/// The indicators of a text about one province in one year.
pub fn rows(text: &str) -> Vec<Indicator> {
    rows_of("Kinh tế tỉnh Vĩnh Sơn năm 2024", text)
}

/// The indicator with a figure.
pub fn valued<'r>(rows: &'r [Indicator], figure: &str, text: &str) -> &'r Indicator {
    let figure: Decimal = figure.parse().unwrap();
    let found = rows.iter().find(|row| row.figure() == Some(figure));
    assert!(found.is_some(), "no {figure} in {rows:#?} of {text}");
    found.unwrap()
}

pub fn sure(row: &Indicator) -> bool {
    row.review.is_empty()
}

pub fn doubted(row: &Indicator, doubt: &str) -> bool {
    row.review.iter().any(|own| own == doubt)
}
