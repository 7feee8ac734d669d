//! Results under headings that say what was done in place of "Thực hiện": "Diện tích đã gieo cấy" next to "Kế hoạch".

use unicode_normalization::UnicodeNormalization;

use super::unnamed_values::actual;
use crate::dataset::table::layout::completion_rates::is_ratio;
use crate::dataset::table::layout::header_column::{Change, HeaderColumn, indices};
use crate::lexicon::comparison::Comparison;
use crate::lexicon::role::Role;

/// Makes columns of numbers next to plans actuals, where no other column is of the plan's period:
/// each whose heading says that something was done, one for each plan; or the only one whose ratio
/// to the plan is the percent of plan.
pub(super) fn done(columns: &[HeaderColumn]) -> Vec<Change> {
    let plans: Vec<usize> = indices(columns, HeaderColumn::is_plan).collect();
    let year = plans.iter().find_map(|at| match &columns[*at].role {
        Role::Plan(when) => when.year,
        _ => None,
    });
    let is_current = |column: &HeaderColumn| match &column.role {
        Role::Actual(when) => !when.previous && (when.year.is_none() || year <= when.year),
        _ => false,
    };
    if plans.is_empty() || columns.iter().any(is_current) {
        return Vec::new();
    }
    let is_open =
        |column: &HeaderColumn| column.role == Role::Unknown && column.profile.are_figures();
    let mut found: Vec<usize> =
        indices(columns, |column| is_open(column) && says_done(column.last_level())).collect();
    if found.is_empty() {
        found = indices(columns, is_open).filter(|at| is_compared(columns, *at, &plans)).collect();
    }
    if found.len() != plans.len() {
        return Vec::new();
    }
    found.into_iter().map(|at| actual(at, &columns[at])).collect()
}

/// Whether the percent of plan is, in several rows, a column as a percentage of one of the plans.
fn is_compared(columns: &[HeaderColumn], at: usize, plans: &[usize]) -> bool {
    let is_rate = |column: &HeaderColumn| column.role == Role::Comparison(Comparison::Plan);
    let mut rates = indices(columns, is_rate);
    rates.any(|rate| plans.iter().any(|plan| is_ratio(columns, at, *plan, rate)))
}

/// Whether a level of a heading says that something was done, with its accents: "Đã cấy (ha)", not "Đà Nẵng".
fn says_done(level: &str) -> bool {
    let level: String = level.nfc().collect::<String>().to_lowercase();
    let mut words = level.split_whitespace();
    words.any(|word| word == "đã")
        && words.next().is_some_and(|verb| verb.starts_with(char::is_alphabetic))
}
