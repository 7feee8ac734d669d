//! Rows of delimited text with more cells than headings: a separator in a number ("97,4") or in a name moves the cells
//! behind it to the right, so that no cell is surely below its heading.

use std::ops::Range;

use super::row_reader::RowReader;
use crate::dataset::table::source::cell::{Cell, Row};
use crate::dataset::table::source::sheet::Rows;

/// How such rows are recognised.
#[derive(Debug, Default)]
pub(crate) struct ShiftedRows {
    /// The number of cells in the row of headings; `None` if no row is shifted.
    pub(crate) width: Option<usize>,
}

impl ShiftedRows {
    /// Compares the rows of a table with those of its `header`. Where each row has one more number than there are
    /// headings, it is a column without a heading.
    pub(crate) fn of(reader: &RowReader<'_>, header: Range<usize>, rows: Range<usize>) -> Self {
        let sheet = reader.sheet;
        let width = sheet.range(header).map(|row| row.cells.len()).max().unwrap_or(0);
        if !matches!(sheet.rows, Rows::Lines(_)) || sheet.width() <= width {
            return Self::default();
        }
        let (mut whole, mut surplus) = (0_usize, Vec::new());
        sheet.each(rows, |_, row| match Self::surplus(row, width) {
            Some(more) if reader.has_figure(row) => surplus.push(more),
            None if reader.has_figure(row) => whole += 1,
            _ => {}
        });
        let is_column = |more: usize| whole == 0 && surplus.iter().all(|other| *other == more);
        // Each of the values has a decimal comma.
        let values = reader.schema.values().count();
        let shifts = surplus.first().is_some_and(|more| !is_column(*more) || *more == values);
        Self { width: shifts.then_some(width) }
    }

    /// Whether a row is shifted.
    pub(crate) fn contains(&self, row: &Row<'_>) -> bool {
        self.width.is_some_and(|width| Self::surplus(row, width).is_some())
    }

    /// The number of cells beyond the headings, if each that is filled begins with a digit.
    fn surplus(row: &Row<'_>, width: usize) -> Option<usize> {
        let beyond = row.cells.get(width..)?;
        let mut filled = beyond.iter().filter(|cell| !cell.is_empty()).peekable();
        filled.peek()?;
        let is_figure = |cell: &Cell<'_>| {
            let text = cell.shown();
            text.trim_start_matches(['-', '+', '(']).starts_with(|c: char| c.is_ascii_digit())
        };
        filled.all(is_figure).then_some(beyond.len())
    }
}
