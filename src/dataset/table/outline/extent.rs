//! Where a table ends: below, at a signature or a footnote, and on the right, at the last column with numbers.

use std::ops::Range;

use super::row_reader::{MarkerAndName, RowReader};
use crate::dataset::parallel::chunks::in_chunks;
use crate::dataset::progress::{Cancelled, Progress};
use crate::dataset::table::source::cell::Row;
use crate::dataset::table::source::limits;
use crate::dataset::{Diagnostics, Limited, OpenError};
use crate::lexicon::footer;
use crate::lexicon::markers::may_be_lettered;

/// The number of columns without a heading right of the last one that are shown in the notes. There may be
/// thousands of them.
const UNHEADED: usize = 8;

/// The area of the rows of a table. Rows and columns are counted from 0.
#[derive(Debug, Clone)]
pub(crate) struct Extent {
    /// The index after the last row.
    pub(crate) end: usize,
    /// The columns without a heading right of the last one.
    pub(crate) unheaded: Range<usize>,
    /// The first column that is not read, because it is far right of the last heading.
    pub(crate) first_unread: Option<usize>,
    /// Whether letters or Roman numerals may marker rows.
    pub(crate) lettered: bool,
}

impl Extent {
    /// Finds the end of the table among the `rows` below its header. An error if a name is too long (`file` is
    /// the name of the file in it), or if the user cancelled.
    pub(crate) fn of(
        reader: &RowReader<'_>,
        rows: Range<usize>,
        file: &str,
        progress: &Progress,
    ) -> Result<Self, OpenError> {
        let below = Below::scan(reader, rows.clone(), progress)?;
        if let Some(line) = below.long_name {
            let found: Diagnostics =
                limits::diagnostic(file, line, Limited::NameBytes, limits::NAME);
            return Err(found.into());
        }
        let headed = reader.schema.columns.len();
        let most = headed + UNHEADED;
        Ok(Self {
            end: end(
                reader,
                rows.clone(),
                below.footer.map_or(rows.end, |footer| beyond_notes(reader, rows.clone(), footer)),
            ),
            unheaded: headed..below.width.clamp(headed, most),
            first_unread: (below.width > most).then_some(most),
            lettered: below.lettered,
        })
    }
}

/// The result of scanning the rows below the header.
#[derive(Debug, Default)]
struct Below {
    /// The first row that ends the table: a signature or a footnote.
    footer: Option<usize>,
    lettered: bool,
    /// The line of the first name that is too long.
    long_name: Option<usize>,
    /// The number of columns that rows with numbers have.
    width: usize,
}

impl Below {
    fn scan(
        reader: &RowReader<'_>,
        rows: Range<usize>,
        progress: &Progress,
    ) -> Result<Self, Cancelled> {
        let headed = reader.schema.columns.len();
        // Where no row has more cells than there are headings, a number and a name say all that is asked of a row.
        let is_narrow = reader.sheet.width() <= headed;
        let first = reader.columns_of_names().filter(|_| is_narrow);
        let parts = in_chunks(rows, progress, |mut rows| {
            let (mut below, mut row) = (Self::default(), Row::default());
            below.footer = rows.find(|at| {
                let read = first.and_then(|first| reader.sheet.read_first(*at, first, &mut row));
                if read.is_none() || !reader.is_numbered_entry(&row) {
                    let Some(()) = reader.sheet.read(*at, &mut row) else { return false };
                }
                let row = &row;
                let MarkerAndName { marker: cell, name } = reader.marker_and_name(row);
                below.lettered = below.lettered || may_be_lettered(&cell, &name);
                if row.cells.len() > headed && reader.has_figure(row) {
                    let last = row.filled_cells().last().map_or(0, |(column, _)| column + 1);
                    below.width = below.width.max(last);
                }
                if name.len() > limits::NAME {
                    below.long_name.get_or_insert(row.line);
                }
                is_footer(reader, row)
            });
            below
        })?;
        // Groups in a column of their own have their own markers.
        let groups = reader.schema.names.len() > 1;
        Ok(Self {
            footer: parts.iter().find_map(|part| part.footer),
            lettered: groups || parts.iter().any(|part| part.lettered),
            long_name: parts.iter().find_map(|part| part.long_name),
            width: parts.iter().map(|part| part.width).max().unwrap_or(0),
        })
    }
}

fn is_footer(reader: &RowReader<'_>, row: &Row<'_>) -> bool {
    !reader.is_marked(row)
        && !reader.has_figure(row)
        && row.filled_cells().any(|(_, cell)| footer::ends_table(&cell.shown()))
}

/// Whether a row is only the number of a page, which some programs write between the rows of a table.
pub(super) fn is_page_number(row: &Row<'_>) -> bool {
    let mut filled = row.filled_cells();
    let first = filled.next().filter(|_| filled.next().is_none());
    first.is_some_and(|(_, cell)| footer::is_page_number(&cell.shown()))
}

/// Whether a row is a note between rows of a table.
pub(super) fn is_note(reader: &RowReader<'_>, row: &Row<'_>) -> bool {
    let mut filled = row.filled_cells();
    let first = filled.next().filter(|_| filled.next().is_none());
    first.is_some_and(|(_, cell)| footer::is_note(&cell.shown())) && is_footer(reader, row)
}

/// The row that ends a table with a note in a row `footer`: the next signature or note without a row of the table
/// directly below it.
fn beyond_notes(reader: &RowReader<'_>, rows: Range<usize>, footer: usize) -> usize {
    let mut footer = footer;
    loop {
        let notes = (footer..rows.end).take_while(|at| is_note(reader, &reader.sheet.row(*at)));
        let next = footer + notes.count();
        let is_adjacent = || reader.sheet.row(next - 1).line + 1 == reader.sheet.row(next).line;
        if next == footer || next == rows.end || !is_adjacent() || !is_full(reader, next) {
            return footer;
        }
        let below = next + 1..rows.end;
        match reader.sheet.find(below, |_, row| is_footer(reader, row)) {
            Some(other) => footer = other,
            None => return rows.end,
        }
    }
}

/// Whether a row has a name, and a figure with a unit or two figures: a telephone number has neither.
fn is_full(reader: &RowReader<'_>, at: usize) -> bool {
    let row = reader.sheet.row(at);
    let name = reader.marker_and_name(&row).name;
    let figures = reader.schema.values().filter(|column| {
        row.cell(*column).shown().starts_with(|c: char| c.is_ascii_digit() || c == '-')
    });
    let has_unit = reader.schema.unit.is_some_and(|unit| !row.cell(unit).is_empty());
    let least = if has_unit { 1 } else { 2 };
    !name.trim().is_empty() && reader.has_figure(&row) && figures.count() >= least
}

/// The index after the last row of the table, which is above the row `footer`.
fn end(reader: &RowReader<'_>, rows: Range<usize>, footer: usize) -> usize {
    let schema = &reader.schema;
    let belongs = |row: &Row<'_>| {
        // A table without values is a list of names, up to the last of them.
        schema.is_list_of_names()
            || schema.unit.is_some_and(|unit| !row.cell(unit).is_empty())
            || reader.is_marked(row)
            || reader.has_figure(row)
            || reader.is_assessed(row)
    };
    let last = (rows.start..footer).rfind(|at| belongs(&reader.sheet.row(*at)));
    let mut end = last.map_or(rows.start, |last| last + 1);
    while end < footer && continues_in_words(reader, rows.start, end) {
        end += 1;
    }
    end
}

/// Whether a row directly below the last one has a name, and words as its plan or actual.
fn continues_in_words(reader: &RowReader<'_>, first: usize, at: usize) -> bool {
    let row = reader.sheet.row(at);
    let adjacent = at > first && reader.sheet.row(at - 1).line + 1 == row.line;
    let filled = |column: &usize| !row.cell(*column).is_empty();
    let values = [reader.schema.main.columns.plan, reader.schema.main.columns.actual];
    adjacent && reader.schema.names.iter().any(filled) && values.iter().flatten().any(filled)
}
