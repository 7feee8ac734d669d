//! Decides which neighbouring rows belong to a header: a row above that spans columns, and rows below.

use super::column_profile::{self, TableRows};
use super::numbering_row;
use crate::dataset::table::source::cell::{Cell, Row};
use crate::dataset::table::source::sheet::Sheet;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::period_words::{is_period, year};
use crate::lexicon::phrases::key;
use crate::lexicon::role;
use crate::lexicon::role::{Heading, Role};
use crate::lexicon::unit;

/// Whether a row without a heading for the names is a header: it has two periods, plans or actuals, or one
/// next to another known heading, or only comparisons, and no number except years.
pub(in crate::dataset::table) fn are_values(row: &Row, columns: &[Heading]) -> bool {
    let values = columns.iter().filter(|column| is_value(&column.role));
    let known = columns.iter().filter(|column| column.role != Role::Unknown).count();
    let values = values.count();
    // A table of index numbers has only comparisons: a growth, and the contribution of each row to it.
    let compares = |column: &&Heading| matches!(column.role, Role::Comparison(_));
    let compared = columns.iter().filter(compares).count();
    let indexes = values == 1 && compared >= 2 && compared == row.filled();
    let enough = values >= 2 || values == 1 && known >= 2 && row.filled() >= 3 || indexes;
    enough && are_headings(row) && !numbering_row::is_numbering(row, columns)
}

/// Whether one value column is enough: numbers are below it, and names are below a heading to its left.
pub(in crate::dataset::table) fn has_value_next_to_names(
    sheet: &Sheet,
    at: usize,
    columns: &[Heading],
) -> bool {
    let row = sheet.row(at);
    let below = TableRows::from(sheet, at + 1);
    let names = |until: usize| {
        (0..until).any(|column| {
            !row.cell(column).is_empty() && column_profile::are_names(sheet, below, column)
        })
    };
    let value = columns.iter().position(|column| is_value(&column.role));
    value.is_some_and(|value| column_profile::are_figures(sheet, below, value) && names(value))
        && are_headings(&row)
        && !numbering_row::is_numbering(&row, columns)
}

/// Whether a column contains plans, actuals, ranks, or a comparison that implies them.
fn is_value(role: &Role) -> bool {
    match role {
        Role::Plan(_) | Role::Actual(_) | Role::Rank(_) => true,
        // What "Tỷ lệ (%)" compares is unknown, and so is the total of the share "Cơ cấu (%)".
        Role::Comparison(comparison) => {
            !matches!(comparison, Comparison::Either | Comparison::Planned | Comparison::Share)
        }
        _ => false,
    }
}

/// Whether a row contains no number except years.
pub(in crate::dataset::table) fn are_headings(row: &Row) -> bool {
    row.filled_cells().all(|(_, cell)| {
        let text = cell.shown();
        is_year(&text)
            || text.contains(char::is_alphabetic)
            || !text.contains(|c: char| c.is_ascii_digit())
    })
}

/// Whether the row `above` belongs to the header: it leaves the column of names empty and spans several
/// values. Where the row `at` has no heading for the names, the row above has it, over cells that are empty
/// in `at`.
pub(in crate::dataset::table) fn is_level_above(
    sheet: &Sheet,
    above: usize,
    at: usize,
    name: Option<usize>,
) -> bool {
    let (row, below) = (sheet.row(above), sheet.row(at));
    if row.line + 1 != below.line {
        return false;
    }
    let Some(name) = name else {
        let free = row.filled_cells().filter(|(column, _)| below.cell(*column).is_empty()).count();
        let words = row.filled_cells().all(|(_, cell)| matches!(cell, Cell::Text(_)));
        if row.filled() == 1 {
            // "Tháng 10 năm 2024 so với" spans several comparisons; a title is not a comparison.
            return words && spans_comparisons(&row, &below);
        }
        return words && free >= 1 && row.filled() >= 2;
    };
    let name_is_empty = row.filled_cells().all(|(column, _)| column != name);
    let right = row.filled_cells().filter(|(column, _)| *column > name).count();
    let left = row.filled_cells().filter(|(column, _)| *column < name).count();
    name_is_empty && right >= 1 && left <= 1 && !is_unit_above(&row)
}

/// Whether the only cell of a row is a comparison over the first of several values.
fn spans_comparisons(row: &Row, below: &Row) -> bool {
    row.filled_cells().all(|(column, cell)| {
        let compares = matches!(role::Heading::of(&cell.shown()).role, Role::Comparison(_));
        let over = (column..column + 2).all(|column| !below.cell(column).is_empty());
        compares && column > 0 && over
    })
}

/// Whether a row is a unit line, "Đơn vị tính: tỷ đồng", above the right end of a table or below its header.
fn is_unit_line(row: &Row) -> bool {
    row.filled() == 1 && row.filled_cells().all(|(_, cell)| unit::in_line(&cell.shown()).is_some())
}

/// Whether a row above the header is only a unit, "Tỷ đồng". Below the header it is a row of the header.
fn is_unit_above(row: &Row) -> bool {
    row.filled() == 1
        && row.filled_cells().all(|(_, cell)| unit::above_table(&cell.shown()).is_some())
}

/// Whether a row is a caption of the rows below it: "Diện tích (Ha)" below a period.
fn is_caption(row: &Row, above: &[Heading]) -> bool {
    let of_period = |column: usize| {
        let text = above.get(column).map_or("", |heading| heading.text.as_str());
        text.is_empty() || is_period(&key(text))
    };
    row.filled() == 1
        && above.iter().filter(|heading| is_period(&key(&heading.text))).count() > 1
        && row.filled_cells().all(|(column, cell)| {
            let split = unit::in_line_of_values(&cell.shown());
            of_period(column) && split.is_some_and(|(name, _)| !name.is_empty())
        })
}

/// Whether the row `at` continues the header: it leaves the column of names empty.
pub(in crate::dataset::table) fn is_level_below(
    sheet: &Sheet,
    at: usize,
    name: Option<usize>,
    above: &[Heading],
) -> bool {
    let Some(row) = sheet.get(at) else { return false };
    let free = |column: Option<usize>| column.is_none_or(|column| row.cell(column).is_empty());
    // A cell under "TT" or "Mã số" is a marker, a code, or a section merged over the whole width.
    let markers = (0..above.len()).filter(|at| matches!(above[*at].role, Role::Mark | Role::Id));
    let unmarked = markers.into_iter().all(|column| free(Some(column)));
    // Without a heading for the names, they begin in the first filled column left of the values.
    let before = |role: &Role| matches!(role, Role::Unknown | Role::Unit | Role::Section);
    let holds =
        |column: &usize| !column_profile::is_empty(sheet, TableRows::from(sheet, at), *column);
    let first = || (0..above.len()).find(|column| before(&above[*column].role) && holds(column));
    let name = name.or_else(first);
    let headings = row.filled_cells().all(|(_, cell)| match cell {
        Cell::Number { value, .. } => {
            let text = value.to_string();
            year(&text).is_some() && text.len() == 4
        }
        _ => is_heading(&cell.shown()),
    });
    let left = |name: usize| row.filled_cells().all(|(column, _)| column < name);
    unmarked
        && free(name)
        && !name.is_some_and(|name| row.filled() == 1 && left(name))
        && row.filled() > 0
        && headings
        && !numbering_row::is_numbering(&row, above)
        && !is_unit_line(&row)
        && !is_caption(&row, above)
}

/// Whether a text can be a heading: one that begins with a digit must be a year, or "6 tháng".
fn is_heading(text: &str) -> bool {
    !text.starts_with(|c: char| c.is_ascii_digit()) || is_year(text) || role::is_part(text)
}

fn is_year(text: &str) -> bool {
    year(&key(text)).is_some()
}
