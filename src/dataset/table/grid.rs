//! Cells in rows, whatever file they came from.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

/// A sheet of a workbook, or the whole of a delimited file.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    /// `None` for a delimited file.
    pub(super) name: Option<String>,
    /// The rows that hold anything, in order.
    pub(super) rows: Vec<Row>,
    /// Cells that are one, in the sheet's own numbers.
    pub(super) merges: Vec<Merge>,
    /// Whether a workbook does not show it.
    pub(super) hidden: bool,
}

/// A row, with where it is.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// Its line in a delimited file, its number in a sheet; from 1.
    pub(super) line: usize,
    /// Where it begins in the text of a delimited file, in bytes.
    pub(super) start: usize,
    pub(super) cells: Vec<Cell>,
}

/// What a cell holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) enum Cell {
    #[default]
    Empty,
    /// With its leading spaces, which may tell a level.
    Text(Box<str>),
    /// A number that the file itself calls one; a percentage counts in hundredths: 0.974 is 97.4 %.
    Number { value: Decimal, percent: bool },
}

/// A rectangle of cells that are one; rows from 1, columns from 0, ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Merge {
    pub(super) rows: (usize, usize),
    pub(super) columns: (usize, usize),
}

impl Cell {
    /// A cell of text, or an empty one.
    pub(super) fn text(text: &str) -> Self {
        let text = text.trim_end();
        if text.trim_start().is_empty() { Self::Empty } else { Self::Text(text.into()) }
    }

    pub(super) fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    /// The text as one reads it, without the spaces around it.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.trim().to_owned(),
            Self::Number { value, percent: true } => {
                let hundredfold = value.checked_mul(Decimal::ONE_HUNDRED);
                format!("{}%", hundredfold.unwrap_or(*value).normalize())
            }
            Self::Number { value, .. } => value.to_string(),
        }
    }
}

impl Row {
    /// The cell of a column; rows may be short.
    pub(super) fn cell(&self, column: usize) -> &Cell {
        const EMPTY: &Cell = &Cell::Empty;
        self.cells.get(column).unwrap_or(EMPTY)
    }

    /// How many cells hold something.
    pub(super) fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    /// The columns that hold something, with what they hold.
    pub(super) fn filled_cells(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty())
    }
}

impl Sheet {
    /// Takes out merges that overlap another, which stands further up or to the left, and gives the first of
    /// them back.
    pub(super) fn part_merges(&mut self) -> Option<Merge> {
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

    /// How many columns there are.
    pub(super) fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
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
        let mut sheet = Sheet { merges, ..Sheet::default() };
        assert_eq!(sheet.part_merges(), Some(piled));
        assert_eq!(sheet.merges, [title, heading, below]);
        assert_eq!(sheet.part_merges(), None);
    }
}
