//! Finds a second table right of the first one, with headings of its own:
//!
//! ```text
//! Nội dung thu | Dự toán | Quyết toán |  | Nội dung chi | Dự toán | Quyết toán
//! ```
//!
//! Its rows are not those of the first table, so it is not read.

use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::header_column::HeaderColumn;
use crate::dataset::table::source::sheet::Sheet;
use crate::lexicon::heading::Heading;
use crate::lexicon::period;
use crate::lexicon::place::is_place_heading;
use crate::lexicon::role::Role;
use crate::lexicon::unit;

/// A table to the right of the first one. Rows and columns are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TableToTheRight {
    /// The first row of its title or header.
    pub(super) row: usize,
    /// The empty column left of it.
    pub(super) gap: usize,
    /// Its first column with a heading.
    pub(super) column: usize,
}

/// The second table of a sheet whose first header this is.
pub(super) fn find(sheet: &Sheet<'_>, header: &Header) -> Option<TableToTheRight> {
    let columns = &header.columns;
    let is_gap =
        |at: &usize| columns[*at].heading.is_empty() && sheet.is_empty_from(header.first, *at);
    let ends_table = |at: &usize| {
        let left = &columns[..*at];
        left.iter().any(|own| own.profile.are_names())
            && left.iter().any(|own| !own.heading.is_empty() && own.profile.are_figures())
    };
    let gaps = (1..columns.len()).filter(is_gap).filter(ends_table);
    let mut tables = gaps.filter_map(|gap| Some((gap, first_of_table(columns, gap)?)));
    let (gap, column) = tables.next()?;
    Some(TableToTheRight { row: first_row(sheet, header.first, gap), gap, column })
}

/// The first column of a table right of a gap: one for its numbering or names, with values further right.
fn first_of_table(columns: &[HeaderColumn], gap: usize) -> Option<usize> {
    let mut headed = (gap + 1..columns.len()).filter(|at| !columns[*at].heading.is_empty());
    let first = headed.next()?;
    let role = |at: usize| Heading::of(columns[at].last_level()).role;
    let names = if role(first) == Role::Marker { headed.next()? } else { first };
    let is_repeated = || columns[..gap].iter().any(|own| own.heading == columns[names].heading);
    let are_named =
        role(names) == Role::Name || is_place_heading(columns[names].last_level()) || is_repeated();
    let has_values = headed.any(|at| columns[at].profile.are_figures());
    (are_named && columns[names].profile.are_names() && has_values).then_some(first)
}

/// The first row of the title of the second table: it is next to that of the first, or a period. A
/// unit above both is of both.
fn first_row(sheet: &Sheet<'_>, header: usize, gap: usize) -> usize {
    let is_title = |at: &usize| {
        let row = sheet.row(*at);
        let next_to_title = row.filled_cells().any(|(column, _)| column < gap);
        let mut right = row.filled_cells().filter(|(column, _)| *column > gap).peekable();
        right.peek().is_some()
            && right.all(|(_, cell)| {
                let text = cell.shown();
                unit::in_line(&text).is_none() && (next_to_title || period::is_period(&text))
            })
    };
    (0..header).rev().take_while(is_title).last().unwrap_or(header)
}
