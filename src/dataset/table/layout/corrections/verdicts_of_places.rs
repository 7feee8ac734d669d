//! A correction of verdicts about the places and schools of the rows, which say nothing of a plan: "Xếp loại: Chưa đạt
//! chuẩn" next to the criteria that a commune planned to reach and reached.

use crate::dataset::table::layout::header_column::{Change, HeaderColumn, indices};
use crate::lexicon::column_words::RECOGNISED;
use crate::lexicon::phrases::{has, key};
use crate::lexicon::place::{is_place, is_place_heading, may_be_place};
use crate::lexicon::role::Role;
use crate::lexicon::unit::is_office;

/// Keeps the verdicts about the rows in the notes, where the rows are places or institutions that have a plan.
pub(super) fn recognitions(columns: &[HeaderColumn]) -> Vec<Change> {
    if !columns.iter().any(HeaderColumn::is_plan) || !are_places(columns) {
        return Vec::new();
    }
    let is_of_row = |column: &HeaderColumn| {
        let says = |text: &str| has(&key(text), &RECOGNISED);
        column.role == Role::Verdict && (says(&column.heading) || column.profile.filled().any(says))
    };
    indices(columns, is_of_row).map(|at| Change::Role(at, Role::Aside)).collect()
}

/// Whether the names of the rows are those of places or institutions.
fn are_places(columns: &[HeaderColumn]) -> bool {
    let is_named = |text: &str| is_place(text) || may_be_place(text) || is_office(text);
    columns.iter().find(|column| column.profile.are_names()).is_some_and(|names| {
        is_place_heading(&names.heading) || names.profile.most_satisfy(is_named)
    })
}
