//! Indicators of reports that are written in tests.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test uses some of it, and fails by panicking"
)]

use chitieu::dataset::{Import, ImportOptions, import};
use chitieu::model::{Actual, Change, ChangeUnit, Indicator, Target};
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

pub fn target(row: &Indicator) -> Option<Target> {
    row.plan.as_ref().and_then(|plan| plan.target())
}

pub fn period(row: &Indicator) -> String {
    row.period.map(|period| period.to_string()).unwrap_or_default()
}

/// Each change with what it is against: "4.2 năm 2023".
pub fn changes_with_bases(row: &Indicator) -> Vec<String> {
    row.changes.iter().map(|one| format!("{} {}", one.amount.normalize(), one.period)).collect()
}

pub fn changes_with_units(row: &Indicator) -> Vec<(String, ChangeUnit)> {
    row.changes.iter().map(|one| (one.amount.normalize().to_string(), one.unit)).collect()
}

pub fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// An indicator in one line: whether it is to be reviewed, parents, name, figure and unit, the
/// whole of a count, its plan and its changes: "? Giáo dục > Trường đạt chuẩn 86.5 % (45/52) target
/// Value(85)".
pub fn line(row: &Indicator) -> String {
    let mark = if sure(row) { "" } else { "? " };
    let parents: String = row.parents.iter().map(|parent| format!("{parent} > ")).collect();
    let figure = match &row.actual {
        Some(Actual::Figure(figure)) => format!(" {}", figure.normalize()),
        Some(Actual::Words(words)) => format!(" “{words}”"),
        None => String::new(),
    };
    let unit = row.unit.as_ref().map_or(String::new(), |unit| format!(" {unit}"));
    let count =
        row.count.map_or(String::new(), |count| format!(" ({}/{})", count.part, count.whole));
    let plan = row.plan.as_ref();
    let target = plan.and_then(|plan| plan.target());
    let target = target.map_or(String::new(), |target| format!(" target {target:?}"));
    let percent = plan.and_then(|plan| plan.percent());
    let percent = percent.map_or(String::new(), |percent| format!(" {percent}% of plan"));
    let change = |change: &Change| {
        let sign = if change.amount.is_sign_negative() { "" } else { "+" };
        let unit = if change.unit == ChangeUnit::Percent { "%" } else { "" };
        format!(" {sign}{}{unit}", change.amount.normalize())
    };
    let changes: String = row.changes.iter().map(change).collect();
    format!("{mark}{parents}{}{figure}{unit}{count}{target}{percent}{changes}", row.name)
}

/// The indicators of a text about one province in one year, in one line each.
pub fn lines(text: &str) -> Vec<String> {
    rows(text).iter().map(line).collect()
}
