//! Which row comes nearest to headings in a sheet where none was found, and the one cell that would make it such.

use super::column_profile;
use super::header::columns;
use super::header_rows::are_headings;
use super::numbering_row;
use crate::dataset::table::source::sheet::Sheet;
use crate::lexicon::role::{Heading, Role};
use crate::text::one_line::one_line;

/// How many rows are looked at.
const LOOKED_AT: usize = 80;

/// The cell that is in the way.
pub(in crate::dataset::table) struct NearestHeader {
    /// The index of its row.
    pub(in crate::dataset::table) row: usize,
    pub(in crate::dataset::table) column: usize,
    pub(in crate::dataset::table) text: String,
    /// What to call it.
    pub(in crate::dataset::table) name: &'static str,
}

/// The cell to rename in the row that comes nearest to headings.
pub(in crate::dataset::table) fn nearest(sheet: &Sheet<'_>) -> Option<NearestHeader> {
    let rows = 0..sheet.len().min(LOOKED_AT);
    let near = rows.filter_map(|at| of_row(sheet, at));
    // Of equals the first.
    near.rev().max_by_key(|(known, _)| *known).map(|(_, near)| near)
}

/// The cell of a row, and how much of it is known.
fn of_row(sheet: &Sheet<'_>, at: usize) -> Option<(usize, NearestHeader)> {
    let row = sheet.row(at);
    let headings = columns(sheet, at, at);
    if row.filled() < 2 || !are_headings(&row) || numbering_row::is_numbering(&row, &headings) {
        return None;
    }
    let known = headings.iter().filter(|heading| heading.role != Role::Unknown).count();
    let filled: Vec<usize> = row.filled_cells().map(|(column, _)| column).collect();
    let values = value_column(sheet, at + 1, &headings);
    let names = filled.iter().copied().find(|column| {
        values.is_none_or(|value| *column < value)
            && column_profile::are_names(sheet, at + 1, *column)
    });
    let has = |wanted: &dyn Fn(&Role) -> bool| headings.iter().any(|heading| wanted(&heading.role));
    let valued = has(&|role| matches!(role, Role::Plan(_) | Role::Actual(_)));
    let named = has(&|role| *role == Role::Name);
    let english = row.filled_cells().all(|(_, cell)| cell.shown().is_ascii());
    let (column, name) = match (named, valued, names, values) {
        (false, true, Some(names), _) => (names, if english { "Indicator" } else { "Chỉ tiêu" }),
        // Beside crosses, or values in words.
        (false, false, Some(names), None) if known > 0 => {
            (names, if english { "Indicator" } else { "Chỉ tiêu" })
        }
        (_, false, _, Some(values)) if named || names.is_some() => {
            (values, if english { "Actual" } else { "Thực hiện" })
        }
        _ => return None,
    };
    let text = one_line(&row.cell(column).shown());
    // What stands above figures and below names counts most.
    let weight = known + 2 * usize::from(values.is_some()) + 2 * usize::from(names.is_some());
    Some((weight, NearestHeader { row: at, column, text, name }))
}

/// The last column of figures whose heading is not understood.
pub(in crate::dataset::table) fn value_column(
    sheet: &Sheet<'_>,
    below: usize,
    headings: &[Heading],
) -> Option<usize> {
    (0..headings.len()).rev().find(|at| {
        let heading = &headings[*at];
        heading.role == Role::Unknown
            && !heading.text.is_empty()
            && column_profile::are_figures(sheet, below, *at)
    })
}
