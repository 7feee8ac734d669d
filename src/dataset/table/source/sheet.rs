//! Rows of cells, whatever file they came from.
//!
//! The rows of a workbook are held as they were read. Those of delimited text are taken apart each time
//! they are asked for: only the text and where its rows begin are held.

use std::collections::BTreeMap;
use std::ops::Range;

use super::cell::{Cells, Row};
use super::line_index::LineIndex;

/// A sheet of a workbook, or the whole of a delimited file.
#[derive(Debug)]
pub(in crate::dataset::table) struct Sheet<'t> {
    /// `None` for a delimited file.
    pub(in crate::dataset::table) name: Option<String>,
    /// The rows that hold anything, in order.
    pub(in crate::dataset::table) rows: Rows<'t>,
    /// Cells that are one, in the sheet's own numbers.
    pub(in crate::dataset::table) merges: Vec<Merge>,
    /// Whether a workbook does not show it.
    pub(in crate::dataset::table) hidden: bool,
}

/// Where rows are held.
#[derive(Debug)]
pub(in crate::dataset::table) enum Rows<'t> {
    Cells(Vec<Row<'t>>),
    Lines(LineIndex<'t>),
}

/// A rectangle of cells that are one; rows from 1, columns from 0, ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::dataset::table) struct Merge {
    pub(in crate::dataset::table) rows: (usize, usize),
    pub(in crate::dataset::table) columns: (usize, usize),
}

impl<'t> Sheet<'t> {
    /// Takes out merges that overlap another, which stands further up or to the left, and gives the first of
    /// them back.
    pub(in crate::dataset::table) fn part_merges(&mut self) -> Option<Merge> {
        self.merges.sort_by_key(|merge| (merge.rows.0, merge.columns.0));
        // By their first columns; they do not overlap each other, so that one look finds the one in the way.
        let mut open: BTreeMap<usize, Merge> = BTreeMap::new();
        let mut piled = None;
        self.merges.retain(|merge| {
            let (first, last) = merge.columns;
            while let Some((start, other)) = open.range(..=last).next_back() {
                let (start, ended) = (*start, other.rows.1 < merge.rows.0);
                if other.columns.1 < first {
                    break;
                }
                if !ended {
                    piled.get_or_insert(*merge);
                    return false;
                }
                open.remove(&start);
            }
            open.insert(first, *merge);
            true
        });
        piled
    }

    /// How many rows there are.
    pub(in crate::dataset::table) fn len(&self) -> usize {
        match &self.rows {
            Rows::Cells(rows) => rows.len(),
            Rows::Lines(lines) => lines.len(),
        }
    }

    /// A row by its place; an empty one where there is none.
    pub(in crate::dataset::table) fn row(&self, at: usize) -> Row<'_> {
        self.get(at).unwrap_or_default()
    }

    /// A row by its place.
    pub(in crate::dataset::table) fn get(&self, at: usize) -> Option<Row<'_>> {
        let mut row = Row::default();
        self.read(at, &mut row).map(|()| row)
    }

    /// Reads a row by its place into the place of another one: whoever goes over many needs no room for each.
    pub(in crate::dataset::table) fn read<'s>(
        &'s self,
        at: usize,
        row: &mut Row<'s>,
    ) -> Option<()> {
        match &self.rows {
            Rows::Cells(rows) => {
                let Row { line, start, ref cells } = *rows.get(at)?;
                *row = Row { line, start, cells: Cells::Held(cells) };
                Some(())
            }
            Rows::Lines(lines) => lines.read(at, row),
        }
    }

    /// Shows rows by their places, one after another.
    pub(in crate::dataset::table) fn each(
        &self,
        rows: impl IntoIterator<Item = usize>,
        mut show: impl FnMut(usize, &Row<'_>),
    ) {
        self.find(rows, |at, row| {
            show(at, row);
            false
        });
    }

    /// The place of the first row that is wanted.
    pub(in crate::dataset::table) fn find(
        &self,
        rows: impl IntoIterator<Item = usize>,
        mut wanted: impl FnMut(usize, &Row<'_>) -> bool,
    ) -> Option<usize> {
        let mut row = Row::default();
        rows.into_iter().find(|at| self.read(*at, &mut row).is_some() && wanted(*at, &row))
    }

    /// The place of the row with this number in its sheet, by which merges tell rows.
    pub(in crate::dataset::table) fn at_line(&self, line: usize) -> Option<usize> {
        match &self.rows {
            Rows::Cells(rows) => rows.binary_search_by_key(&line, |row| row.line).ok(),
            Rows::Lines(_) => None,
        }
    }

    /// Rows by their places, one after another.
    pub(in crate::dataset::table) fn range(
        &self,
        rows: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = Row<'_>> {
        rows.map(|at| self.row(at))
    }

    /// How many columns there are.
    pub(in crate::dataset::table) fn width(&self) -> usize {
        match &self.rows {
            Rows::Cells(rows) => rows.iter().map(|row| row.cells.len()).max().unwrap_or(0),
            Rows::Lines(lines) => lines.width(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_merges_that_overlap_the_first_holds() {
        let merge = |rows, columns| Merge { rows, columns };
        let (title, heading) = (merge((1, 1), (0, 7)), merge((3, 4), (1, 2)));
        let (piled, below) = (merge((4, 4), (2, 3)), merge((5, 5), (2, 3)));
        let merges = vec![piled, title, below, heading];
        let mut sheet = Sheet { name: None, rows: Rows::Cells(Vec::new()), merges, hidden: false };
        assert_eq!(sheet.part_merges(), Some(piled));
        assert_eq!(sheet.merges, [title, heading, below]);
        assert_eq!(sheet.part_merges(), None);
    }
}
