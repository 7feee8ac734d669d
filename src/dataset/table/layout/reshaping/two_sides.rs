//! Puts the second side of a form below the first one, where each side has names and values of its own and nothing is
//! between them:
//!
//! ```text
//! Nội dung thu | Dự toán | Nội dung chi | Dự toán
//! Thuế         | 120     | Lương        | 90
//! ```
//!
//! Every cell keeps its column and every row its line, so that diagnostics point into the file.

use crate::dataset::table::layout::header::{self, Header};
use crate::dataset::table::layout::header_column::HeaderColumn;
use crate::dataset::table::layout::tables::FurtherHeaders;
use crate::dataset::table::source::cell::{Cell, Cells, Row};
use crate::dataset::table::source::sheet::{Rows, Sheet};
use crate::lexicon::heading::Heading;
use crate::lexicon::phrases::key;
use crate::lexicon::role::Role;

/// The most rows of such a form: one that is filled in by hand.
const MOST_ROWS: usize = 20_000;

/// The sheet with the second side below the first; `None` if its table has only one side.
pub(super) fn stacked<'s>(sheet: &'s Sheet<'_>, header: &Header) -> Option<Sheet<'s>> {
    if sheet.len() > MOST_ROWS {
        return None;
    }
    let begin = second_side(header)?;
    let mut rows: Vec<Row<'s>> = sheet.range(0..header.first).collect();
    let left = sheet.range(header.first..sheet.len()).map(|row| part(&row, |at| at < begin));
    rows.extend(left.filter(|row| row.filled() > 0));
    let second = rows.len();
    let right = sheet.range(header.first..sheet.len()).map(|row| part(&row, |at| at >= begin));
    rows.extend(right.filter(|row| row.filled() > 0));
    let (name, hidden) = (sheet.name.clone(), sheet.hidden);
    let stacked = Sheet { name, hidden, ..Sheet::of(Rows::Cells(rows)) };
    has_second_header(&stacked, second).then_some(stacked)
}

/// Whether the second side is read as a table: otherwise its values would be lost below the first one.
fn has_second_header(stacked: &Sheet<'_>, second: usize) -> bool {
    let Some(first) = header::find(stacked, 0) else { return false };
    let begins = FurtherHeaders::below(stacked, &first).begin_at(second, &stacked.row(second));
    begins && header::find(stacked, second).is_some_and(|own| own.first == second)
}

/// The first column of the second side: that of its names or of their numbering. Both sides have
/// figures, and those of the second have no other headings than those of the first.
fn second_side(header: &Header) -> Option<usize> {
    let columns = &header.columns;
    let own = *header.names.first()?;
    let are_names =
        |at: &usize| !columns[*at].heading.trim().is_empty() && columns[*at].profile.are_names();
    let mut others = (own + 2..columns.len()).filter(are_names).peekable();
    others.peek()?;
    let value = |column: &HeaderColumn| {
        let is_value = column.profile.are_figures() && !is_marker(column);
        (is_value && !column.heading.trim().is_empty()).then(|| key(column.last_level()))
    };
    let values: Vec<Option<String>> = columns.iter().map(value).collect();
    let is_second = |names: &usize| {
        let left: Vec<&String> = values[own + 1..*names].iter().flatten().collect();
        let right: Vec<&String> = values[*names + 1..].iter().flatten().collect();
        let repeats = |heading: &&String| left.contains(heading);
        !right.is_empty() && right.len() == left.len() && right.iter().all(repeats)
    };
    let mut sides = others.filter(is_second);
    let (names, None) = (sides.next()?, sides.next()) else { return None };
    let numbered = columns.get(names - 1).is_some_and(is_marker);
    Some(if numbered { names - 1 } else { names })
}

/// Whether a column is headed as a numbering.
fn is_marker(column: &HeaderColumn) -> bool {
    Heading::of(column.last_level()).role == Role::Marker
}

/// A row with only its cells in some columns.
fn part<'s>(row: &Row<'s>, is_own: impl Fn(usize) -> bool) -> Row<'s> {
    let own = |(at, cell): (usize, &Cell<'s>)| if is_own(at) { cell.clone() } else { Cell::Empty };
    let cells = row.cells.iter().enumerate().map(own).collect();
    Row { line: row.line, start: row.start, cells: Cells::Owned(cells) }
}
