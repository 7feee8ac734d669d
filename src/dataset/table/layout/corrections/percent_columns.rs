//! Corrections of columns in percent: which of them compare other columns, and which are results.

use super::unnamed_values::actual;
use crate::dataset::table::layout::header_column::{Change, HeaderColumn, indices, to_roles};
use crate::lexicon::comparison::Comparison;
use crate::lexicon::comparison_sides::ComparisonSides;
use crate::lexicon::heading::Heading;
use crate::lexicon::measure::measure;
use crate::lexicon::phrases::key;
use crate::lexicon::role::Role;

/// Makes a bare "%" next to a plan and an actual under the same heading a comparison: "Năm 2024: KH | TH | %".
pub(super) fn percents_of_groups(columns: &[HeaderColumn]) -> Vec<Change> {
    let group = |at: usize| columns[at].heading.rsplit_once(" · ").map(|(group, _)| group);
    let is_bare = |column: &HeaderColumn| {
        let last = column.last_level();
        last.contains('%') && !last.contains(char::is_alphanumeric)
    };
    // One that compares is no actual for the next.
    let mut roles: Vec<Role> = columns.iter().map(|column| column.role.clone()).collect();
    let mut found = Vec::new();
    for at in indices(columns, is_bare).filter(|at| group(*at).is_some()) {
        let has = |wanted: fn(&Role) -> bool| {
            let mut others = (0..columns.len()).filter(|other| *other != at);
            others.any(|other| wanted(&roles[other]) && group(other) == group(at))
        };
        if has(|role| matches!(role, Role::Plan(_))) && has(|role| matches!(role, Role::Actual(_)))
        {
            roles[at] = Role::Comparison(Comparison::Either);
            found.push(Change::Unit(at, None));
        }
    }
    found.extend(to_roles(columns, roles));
    found
}

/// Makes a value with a percent sign in its heading a comparison where a column of units says that the rows are not
/// in percent: "Giá trị 9 tháng (%)" of rows in tỷ đồng.
pub(super) fn percents_of_amounts(columns: &[HeaderColumn]) -> Vec<Change> {
    let Some(units) = columns.iter().find(|column| column.role == Role::Unit) else {
        return Vec::new();
    };
    let in_percent = units.profile.filled().filter(|unit| unit.contains(['%', '‰'])).count();
    if in_percent * 2 >= units.profile.filled().count() {
        return Vec::new();
    }
    let is_percent =
        |column: &HeaderColumn| column.is_actual() && column.last_level().contains('%');
    let compares = Role::Comparison(Comparison::Either);
    indices(columns, is_percent)
        .flat_map(|at| [Change::Role(at, compares.clone()), Change::Unit(at, None)])
        .collect()
}

/// Makes "Achievement" after another actual a comparison.
pub(super) fn achievements(columns: &[HeaderColumn]) -> Vec<Change> {
    let actuals: Vec<usize> = indices(columns, HeaderColumn::is_actual).collect();
    let is_achieved =
        |at: &&usize| matches!(key(&columns[**at].heading).as_str(), "achievement" | "achieved");
    let last = actuals.iter().rfind(is_achieved).filter(|_| actuals.len() > 1);
    last.map(|at| Change::Role(*at, Role::Comparison(Comparison::Either))).into_iter().collect()
}

/// Makes "Tỷ lệ hộ nghèo năm 2024 (%)" the actual if nothing else is a value.
pub(super) fn rates_alone(columns: &[HeaderColumn]) -> Vec<Change> {
    if columns.iter().any(HeaderColumn::is_plan_or_actual) {
        return Vec::new();
    }
    let is_rate = |column: &HeaderColumn| {
        matches!(column.role, Role::Comparison(Comparison::Either | Comparison::Rate))
            && column.heading.contains('%')
            && !measure(&column.heading).is_empty()
            && !compares_periods(columns, column)
            // "So với toàn tỉnh (%)" is of something else.
            && ComparisonSides::of(&column.heading).base.is_none()
    };
    indices(columns, is_rate).map(|at| actual(at, &columns[at])).collect()
}

/// Whether a column compares two others under the same heading that are of a period each: "9 tháng năm 2023 | 9 tháng
/// năm 2024 | So sánh (%)" under "Số doanh nghiệp".
pub(crate) fn compares_periods(columns: &[HeaderColumn], column: &HeaderColumn) -> bool {
    let Some((group, last)) = column.heading.rsplit_once(" · ") else { return false };
    let of_period = |other: &&HeaderColumn| {
        other.heading.rsplit_once(" · ").is_some_and(|(own, level)| {
            let is_dated = matches!(Heading::of(level).role, Role::Actual(when) if when.year.is_some() || when.part || when.previous);
            own == group && is_dated
        })
    };
    measure(last).is_empty() && columns.iter().filter(of_period).count() > 1
}
