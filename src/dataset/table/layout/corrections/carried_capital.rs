//! Finds the capital that was carried over to this year as the plan of what was paid of it: "Vốn kéo dài từ năm 2023
//! sang" next to "Giải ngân vốn kéo dài".

use crate::dataset::table::layout::header_column::{Change, HeaderColumn, indices};
use crate::lexicon::capital_stage::is_carried_over;
use crate::lexicon::period_words::HeadingPeriod;
use crate::lexicon::role::Role;

/// Makes the only such column the plan of the only result that is paid of it.
pub(super) fn plans_of_results(columns: &[HeaderColumn]) -> Vec<Change> {
    let carried = |column: &HeaderColumn| is_carried_over(&column.heading);
    let is_result = |column: &HeaderColumn| column.is_actual() && carried(column);
    let is_plan = |column: &HeaderColumn| column.is_plan() && carried(column);
    let is_open = |column: &HeaderColumn| {
        column.role == Role::Unknown && carried(column) && column.profile.are_figures()
    };
    let open: Vec<usize> = indices(columns, is_open).collect();
    match open[..] {
        [at] if indices(columns, is_result).count() == 1 && !columns.iter().any(is_plan) => {
            vec![Change::Role(at, Role::Plan(HeadingPeriod::NONE))]
        }
        _ => Vec::new(),
    }
}
