//! Suggests a fix for a sheet without a header: the row most similar to one, and the cell to rename.

use super::column_profile::{ColumnProfile, Sample};
use super::header_column::HeaderColumn;
use super::headings::{headings, recognised};
use super::numbering_row;
use super::text_rows::are_headings;
use crate::dataset::table::source::sheet::Sheet;
use crate::lexicon::role::Role;
use crate::text::one_line::one_line;

/// The number of rows that are examined.
const SEARCHED_ROWS: usize = 80;

/// The cell that prevents a row from being a header. Rows and columns are counted from 0.
pub(crate) struct NearestHeader {
    /// The index of its row.
    pub(crate) row: usize,
    pub(crate) column: usize,
    pub(crate) text: String,
    /// The heading to rename it to.
    pub(crate) name: &'static str,
}

/// Finds the cell to rename in the row most similar to a header.
pub(crate) fn nearest(sheet: &Sheet<'_>) -> Option<NearestHeader> {
    let rows = 0..sheet.len().min(SEARCHED_ROWS);
    let mut sample = Sample::new(sheet, 0);
    let near: Vec<_> = rows.filter_map(|at| of_row(sheet, at, &mut sample)).collect();
    // If several rows are equally good, the first one.
    near.into_iter().rev().max_by_key(|(known, _)| *known).map(|(_, near)| near)
}

/// The cell of the row `at` to rename, and how similar the row is to a header.
fn of_row(sheet: &Sheet<'_>, at: usize, sample: &mut Sample<'_>) -> Option<(usize, NearestHeader)> {
    let row = sheet.row(at);
    let headings = headings(sheet, at, at);
    if row.filled() < 2 || !are_headings(&row) || numbering_row::is_numbering(&row, &headings) {
        return None;
    }
    let known = recognised(&headings);
    let profiles = sample.profiles(at + 1..sheet.len(), headings.len());
    let columns = HeaderColumn::all(headings, profiles);
    let filled: Vec<usize> = row.filled_cells().map(|(column, _)| column).collect();
    let is_open = |of: &HeaderColumn| may_be_value(&of.heading, &of.role, &of.profile);
    let values = columns.iter().rposition(is_open);
    let several = columns.iter().filter(|column| is_open(column)).count();
    let may_be_names = |column: &usize| {
        values.is_none_or(|value| *column < value) && columns[*column].profile.are_names()
    };
    let names = filled.iter().copied().find(may_be_names);
    let has = |wanted: &dyn Fn(&Role) -> bool| columns.iter().any(|column| wanted(&column.role));
    let valued = has(&|role| matches!(role, Role::Plan(_) | Role::Actual(_)));
    let named = has(&|role| *role == Role::Name);
    let english = row.filled_cells().all(|(_, cell)| cell.shown().is_ascii());
    let (column, name) = match (named, valued, names, values) {
        (false, true, Some(names), _) => (names, if english { "Indicator" } else { "Chỉ tiêu" }),
        // The values are crosses or words.
        (false, false, Some(names), None) if known > 0 => {
            (names, if english { "Indicator" } else { "Chỉ tiêu" })
        }
        // Of several columns of numbers none is more likely to be the result than the others.
        (_, false, _, Some(values)) if (named || names.is_some()) && several < 2 => {
            (values, if english { "Actual" } else { "Thực hiện" })
        }
        _ => return None,
    };
    let text = one_line(&row.cell(column).shown());
    // Numbers below and names below are the strongest evidence.
    let weight = known + 2 * usize::from(values.is_some()) + 2 * usize::from(names.is_some());
    Some((weight, NearestHeader { row: at, column, text, name }))
}

/// Whether a column contains numbers under a heading that is not known.
pub(crate) fn may_be_value(heading: &str, role: &Role, profile: &ColumnProfile) -> bool {
    *role == Role::Unknown && !heading.is_empty() && profile.are_figures()
}
