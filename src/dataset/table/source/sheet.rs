//! Sheets: rows of cells, independent of the file format.
//!
//! The rows of a workbook are stored as they were read. The rows of delimited text are parsed on each access:
//! only the text and the offsets of its rows are stored.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::cell::{Cells, Row};
use super::line_index::LineIndex;

/// A sheet of a workbook, or the whole of a delimited file.
#[derive(Debug)]
pub(crate) struct Sheet<'t> {
    /// The name of the sheet; `None` for a delimited file.
    pub(crate) name: Option<String>,
    /// The rows that are not empty, in order.
    pub(crate) rows: Rows<'t>,
    /// Merged ranges, in the row and column numbers of the sheet.
    pub(crate) merges: Vec<Merge>,
    /// Whether the sheet is hidden.
    pub(crate) hidden: bool,
    /// For each column of a workbook, the index after the last row that fills it; made when it is first needed.
    pub(crate) filled_until: OnceLock<Vec<usize>>,
    /// The row and the column from which on, downward and to the right, cells are not read.
    pub(crate) cut: Option<(usize, usize)>,
}

/// The storage of rows.
#[derive(Debug)]
pub(crate) enum Rows<'t> {
    Cells(Vec<Row<'t>>),
    Lines(LineIndex<'t>),
}

/// A merged range; rows from 1, columns from 0, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Merge {
    pub(crate) rows: (usize, usize),
    pub(crate) columns: (usize, usize),
}

impl<'t> Sheet<'t> {
    /// A sheet of these rows, visible and without a name or merged ranges.
    pub(crate) fn of(rows: Rows<'t>) -> Self {
        let filled_until = OnceLock::new();
        Self { name: None, rows, merges: Vec::new(), hidden: false, filled_until, cut: None }
    }

    /// The sheet without the cells from this row and column on, downward and to the right; `None` keeps all of them.
    pub(crate) fn cut_from(self, cut: Option<(usize, usize)>) -> Self {
        Self { cut, ..self }
    }

    /// Removes merged ranges that overlap one further up or to the left. Returns the first removed one.
    pub(crate) fn remove_overlapping_merges(&mut self) -> Option<Merge> {
        self.merges.sort_by_key(|merge| (merge.rows.0, merge.columns.0));
        // The ranges of the current rows by first column. They do not overlap, so one lookup finds any
        // conflict.
        let mut open: BTreeMap<usize, Merge> = BTreeMap::new();
        let mut overlapping = None;
        self.merges.retain(|merge| {
            let (first, last) = merge.columns;
            while let Some((start, other)) = open.range(..=last).next_back() {
                let (start, is_above) = (*start, other.rows.1 < merge.rows.0);
                if other.columns.1 < first {
                    break;
                }
                if !is_above {
                    overlapping.get_or_insert(*merge);
                    return false;
                }
                open.remove(&start);
            }
            open.insert(first, *merge);
            true
        });
        overlapping
    }

    /// Returns the number of rows.
    pub(crate) fn len(&self) -> usize {
        match &self.rows {
            Rows::Cells(rows) => rows.len(),
            Rows::Lines(lines) => lines.len(),
        }
    }

    /// Returns a row by its index, or an empty row.
    pub(crate) fn row(&self, at: usize) -> Row<'_> {
        self.get(at).unwrap_or_default()
    }

    /// Returns a row by its index.
    pub(crate) fn get(&self, at: usize) -> Option<Row<'_>> {
        let mut row = Row::default();
        self.read(at, &mut row).map(|()| row)
    }

    /// Reads a row by its index into `row`, which avoids an allocation for each row in a loop.
    pub(crate) fn read<'s>(&'s self, at: usize, row: &mut Row<'s>) -> Option<()> {
        match &self.rows {
            Rows::Cells(rows) => {
                let Row { line, start, ref cells } = *rows.get(at)?;
                *row = Row { line, start, cells: Cells::Borrowed(cells) };
            }
            Rows::Lines(lines) => lines.read(at, row)?,
        }
        if let Some((_, column)) = self.cut.filter(|(from, _)| *from <= at) {
            row.cells.truncate(column);
        }
        Some(())
    }

    /// Reads at least the first cells of a row, as [`Sheet::read`] does: where these are enough,
    /// the others are not cut.
    pub(crate) fn read_first<'s>(
        &'s self,
        at: usize,
        most: usize,
        row: &mut Row<'s>,
    ) -> Option<()> {
        match &self.rows {
            Rows::Lines(lines) if self.cut.is_none() => lines.read_first(at, most, row),
            _ => self.read(at, row),
        }
    }

    /// Whether no row from `from` on fills a column.
    pub(crate) fn is_empty_from(&self, from: usize, column: usize) -> bool {
        let until = match &self.rows {
            Rows::Lines(lines) => lines.filled_until(column),
            Rows::Cells(rows) => {
                let filled = self.filled_until.get_or_init(|| filled_until(rows));
                filled.get(column).copied().unwrap_or(0)
            }
        };
        until <= from
    }

    /// Calls `show` for each of the rows.
    pub(crate) fn each(
        &self,
        rows: impl IntoIterator<Item = usize>,
        mut show: impl FnMut(usize, &Row<'_>),
    ) {
        self.find(rows, |at, row| {
            show(at, row);
            false
        });
    }

    /// Returns the index of the first row that is wanted.
    pub(crate) fn find(
        &self,
        rows: impl IntoIterator<Item = usize>,
        mut wanted: impl FnMut(usize, &Row<'_>) -> bool,
    ) -> Option<usize> {
        let mut row = Row::default();
        rows.into_iter().find(|at| self.read(*at, &mut row).is_some() && wanted(*at, &row))
    }

    /// Returns the index of the row with this row number, which merged ranges use.
    pub(crate) fn at_line(&self, line: usize) -> Option<usize> {
        match &self.rows {
            Rows::Cells(rows) => rows.binary_search_by_key(&line, |row| row.line).ok(),
            Rows::Lines(_) => None,
        }
    }

    /// Iterates over rows by index.
    pub(crate) fn range(&self, rows: Range<usize>) -> impl DoubleEndedIterator<Item = Row<'_>> {
        rows.map(|at| self.row(at))
    }

    /// Returns the number of columns.
    pub(crate) fn width(&self) -> usize {
        match &self.rows {
            Rows::Cells(rows) => rows.iter().map(|row| row.cells.len()).max().unwrap_or(0),
            Rows::Lines(lines) => lines.width(),
        }
    }
}

/// For each column, the index after the last row that fills it.
fn filled_until(rows: &[Row<'_>]) -> Vec<usize> {
    let mut until = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        for (column, _) in row.filled_cells() {
            if until.len() <= column {
                until.resize(column + 1, 0);
            }
            until[column] = at + 1;
        }
    }
    until
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_first_of_overlapping_merges() {
        let merge = |rows, columns| Merge { rows, columns };
        let (title, heading) = (merge((1, 1), (0, 7)), merge((3, 4), (1, 2)));
        let (overlapping, below) = (merge((4, 4), (2, 3)), merge((5, 5), (2, 3)));
        let merges = vec![overlapping, title, below, heading];
        let mut sheet = Sheet { merges, ..Sheet::of(Rows::Cells(Vec::new())) };
        assert_eq!(sheet.remove_overlapping_merges(), Some(overlapping));
        assert_eq!(sheet.merges, [title, heading, below]);
        assert_eq!(sheet.remove_overlapping_merges(), None);
    }
}
