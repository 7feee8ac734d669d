//! Finds a planned and a reached fall or rise of what another column counts: "Số hộ nghèo | Kế hoạch giảm | Kết quả
//! giảm". They compare no columns: they are a plan and its result.

use super::header_column::{Change, HeaderColumn, indices};
use super::unnamed_values::actual;
use crate::lexicon::measure::is_count;
use crate::lexicon::period_words::HeadingPeriod;
use crate::lexicon::phrases::{ACTUAL_WORDS, PLAN_WORDS, has, key};
use crate::lexicon::role::Role;

/// Makes the two a plan and a result, where nothing else is one.
pub(super) fn planned_changes(columns: &[HeaderColumn]) -> Vec<Change> {
    let is_counted = |column: &HeaderColumn| {
        column.role == Role::Unknown && column.profile.are_figures() && is_count(&column.heading)
    };
    if columns.iter().any(HeaderColumn::is_plan_or_actual) || !columns.iter().any(is_counted) {
        return Vec::new();
    }
    let changed = |words: &'static [&'static str]| {
        let is_wanted = move |column: &HeaderColumn| {
            moves(column).is_some() && has(&key(&column.heading), words)
        };
        indices(columns, is_wanted).collect::<Vec<usize>>()
    };
    match (&changed(&PLAN_WORDS)[..], &changed(&ACTUAL_WORDS)[..]) {
        ([plan], [reached]) if moves(&columns[*plan]) == moves(&columns[*reached]) => {
            let when = HeadingPeriod::of(&key(&columns[*plan].heading));
            vec![Change::Role(*plan, Role::Plan(when)), actual(*reached, &columns[*reached])]
        }
        _ => Vec::new(),
    }
}

/// The last word of a heading that is a fall or a rise in the unit of what is counted.
fn moves(column: &HeaderColumn) -> Option<&'static str> {
    let is_compared = matches!(column.role, Role::Comparison(_)) && column.unit.is_none();
    let key = key(column.last_level());
    let is_open = is_compared && !column.heading.contains('%') && column.profile.are_figures();
    ["giam", "tang"].into_iter().find(|word| is_open && key.ends_with(&format!(" {word}")))
}
