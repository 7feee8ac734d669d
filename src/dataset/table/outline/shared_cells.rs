//! Values that are merged over several rows, or over several columns of values: to which of them they belong, and how
//! much of each it is, cannot be known.

use std::collections::BTreeMap;
use std::ops::Range;

use super::row_reader::RowReader;
use crate::dataset::column_letters;
use crate::dataset::table::source::cell::{Cell, Row};
use crate::dataset::table::source::sheet::Merge;

/// The merged ranges of such values, by the line and the column of their first cell.
#[derive(Debug, Default)]
pub(crate) struct SharedCells(BTreeMap<(usize, usize), Merge>);

impl SharedCells {
    /// Finds them in the rows of a table.
    pub(crate) fn of(reader: &RowReader<'_>, rows: Range<usize>) -> Self {
        let values: Vec<usize> = reader.schema.values().collect();
        let is_shared = |merge: &&Merge| {
            let Some(top) = reader.sheet.at_line(merge.rows.0).filter(|at| rows.contains(at))
            else {
                return false;
            };
            let row = reader.sheet.row(top);
            let columns = merge.columns.0..=merge.columns.1;
            let is_value =
                values.contains(&merge.columns.0) && has_digits(row.cell(merge.columns.0));
            let over = values.iter().filter(|column| columns.contains(column)).count();
            let below = reader.sheet.range(top + 1..rows.end);
            let mut below = below.take_while(|row| row.line <= merge.rows.1);
            is_value
                && (over > 1 || has_name(reader, &row) && below.any(|row| has_name(reader, &row)))
        };
        let shared = reader.sheet.merges.iter().filter(is_shared);
        Self(shared.map(|merge| ((merge.rows.0, merge.columns.0), *merge)).collect())
    }

    /// Whether the cell of a row is the first of such a range.
    pub(crate) fn contains(&self, row: &Row<'_>, column: usize) -> bool {
        !self.0.is_empty() && self.0.contains_key(&(row.line, column))
    }

    /// The line and the column of each, and its range as a spreadsheet names it: "D2:D3".
    pub(crate) fn ranges(&self) -> impl Iterator<Item = (usize, usize, String)> + '_ {
        self.0.iter().map(|((line, column), merge)| {
            let (first, last) = (column_letters(column + 1), column_letters(merge.columns.1 + 1));
            (*line, *column, format!("{first}{line}:{last}{}", merge.rows.1))
        })
    }
}

fn has_digits(cell: &Cell<'_>) -> bool {
    cell.number().is_some() || cell.shown().contains(|c: char| c.is_ascii_digit())
}

/// Whether a row has a name of its own, not one that is merged over it.
fn has_name(reader: &RowReader<'_>, row: &Row<'_>) -> bool {
    reader.schema.names.iter().any(|column| !row.cell(*column).is_empty())
}
