//! The cells of a sheet as they are read, within limits, and what is to be said of them.

use std::collections::{BTreeSet, HashMap};

use super::book::{Book, Budget};
use super::cell_values::indented;
use super::remark::{Kind, Remark};
use super::rich_text::VisibleText;
use super::workbook_error::WorkbookError;
use crate::dataset::table::source::cell::{Cell, Cells, Row};
use crate::dataset::table::source::limits;
use crate::dataset::table::source::sheet::{Merge, Rows, Sheet};

/// A cell with its row and column, from 0.
type Placed = (usize, usize, Cell<'static>);

/// What was read of a sheet so far.
#[derive(Debug, Default)]
pub(super) struct SheetBuilder {
    pub(super) name: Option<String>,
    pub(super) hidden: bool,
    pub(super) merges: Vec<Merge>,
    room: Budget,
    cells: Vec<Placed>,
    /// Cells in hidden rows and columns: the text of a merged cell may be among them.
    aside: Vec<Placed>,
    /// Bytes of all texts.
    text: u64,
    hidden_columns: Vec<(usize, usize)>,
    rows_left_out: BTreeSet<usize>,
    columns_left_out: BTreeSet<usize>,
    told: HashMap<Kind, Vec<(usize, usize)>>,
}

impl SheetBuilder {
    pub(super) fn new(name: Option<String>, hidden: bool, room: Budget) -> Self {
        Self { name, hidden, room, ..Self::default() }
    }

    /// Hides columns, from 0, both included.
    pub(super) fn hide_columns(&mut self, first: usize, last: usize) {
        self.hidden_columns.push((first, last));
    }

    /// Keeps that something is odd about a cell.
    pub(super) fn tell(&mut self, kind: Kind, row: usize, column: usize) {
        self.told.entry(kind).or_default().push((row, column));
    }

    /// Adds text, with what was left out of it.
    pub(super) fn push_text(
        &mut self,
        (row, column): (usize, usize),
        written: &VisibleText,
        indent: usize,
        hidden: bool,
    ) -> Result<(), WorkbookError> {
        if !hidden {
            if written.struck {
                self.tell(Kind::Struck, row, column);
            }
            if written.raised {
                self.tell(Kind::Raised, row, column);
            }
        }
        self.push((row, column), indented(&written.text, indent), hidden)
    }

    /// Adds a cell, which may stand in a hidden row.
    pub(super) fn push(
        &mut self,
        (row, column): (usize, usize),
        cell: Cell<'static>,
        hidden_row: bool,
    ) -> Result<(), WorkbookError> {
        if cell.is_empty() {
            return Ok(());
        }
        let hidden_column =
            self.hidden_columns.iter().any(|(first, last)| (*first..=*last).contains(&column));
        if column >= limits::COLUMNS && !hidden_column {
            return Err(far(column));
        }
        if let Cell::Text(text) = &cell {
            if text.len() > limits::CELL {
                let long = format!("a cell holds more than {} MiB", limits::CELL / 1024 / 1024);
                return Err(WorkbookError::Limit(long));
            }
            // What many cells share stands once in the file.
            self.text += text.len() as u64;
            if self.text > self.room.text {
                let most = self.room.text / 1024 / 1024;
                return Err(WorkbookError::Limit(format!(
                    "a sheet holds more than {most} MiB of text"
                )));
            }
        }
        if self.cells.len() + self.aside.len() >= self.room.cells {
            return Err(self.too_many_cells());
        }
        if hidden_row {
            self.rows_left_out.insert(row);
        } else if hidden_column {
            self.columns_left_out.insert(column);
        }
        let to = if hidden_row || hidden_column { &mut self.aside } else { &mut self.cells };
        to.push((row, column, cell));
        Ok(())
    }

    /// Refuses more merged cells than are read.
    pub(super) fn check_merges(&self) -> Result<(), WorkbookError> {
        if self.merges.len() > limits::MERGES {
            let many = format!("a sheet holds more than {} merged cells", limits::MERGES);
            return Err(WorkbookError::Limit(many));
        }
        Ok(())
    }

    /// How many cells may still be repeated.
    pub(super) fn repeats(&self) -> usize {
        self.room.repeated
    }

    fn too_many_cells(&self) -> WorkbookError {
        WorkbookError::Limit(format!("a sheet holds more than {} cells", self.room.cells))
    }

    /// The sheet, if it holds anything, and what is to be said of it.
    pub(super) fn finish(mut self) -> Result<(Option<Sheet<'static>>, Vec<Remark>), WorkbookError> {
        self.check_merges()?;
        self.show_merged();
        let remarks = self.remarks();
        let rows = self.rows()?;
        let (name, merges, hidden) = (self.name, self.merges, self.hidden);
        let sheet =
            (!rows.is_empty()).then_some(Sheet { name, rows: Rows::Cells(rows), merges, hidden });
        Ok((sheet, remarks))
    }

    /// A merged cell whose first row or column is hidden is shown in the next one.
    fn show_merged(&mut self) {
        if self.aside.is_empty() || self.merges.is_empty() {
            return;
        }
        let mut aside: HashMap<(usize, usize), Cell<'static>> = HashMap::new();
        for (row, column, cell) in self.aside.drain(..) {
            aside.insert((row, column), cell);
        }
        let (rows, columns) = (&self.rows_left_out, &self.hidden_columns);
        let is_hidden = |column: usize| columns.iter().any(|(a, b)| (*a..=*b).contains(&column));
        for merge in &mut self.merges {
            let anchor = (merge.rows.0.saturating_sub(1), merge.columns.0);
            let Some(cell) = aside.get(&anchor) else { continue };
            let row = (anchor.0..merge.rows.1).find(|row| !rows.contains(row));
            let column = (anchor.1..=merge.columns.1).find(|column| !is_hidden(*column));
            if let (Some(row), Some(column)) = (row, column) {
                self.cells.push((row, column, cell.clone()));
                (merge.rows.0, merge.columns.0) = (row + 1, column);
            }
        }
    }

    fn remarks(&mut self) -> Vec<Remark> {
        let mut remarks = Vec::new();
        let sheet = &self.name;
        for (kind, cells) in std::mem::take(&mut self.told) {
            remarks.push(Remark::of_cells(sheet.clone(), kind, &cells));
        }
        remarks.extend(Remark::hidden_rows(sheet.clone(), &self.rows_left_out));
        remarks.extend(Remark::hidden_columns(sheet.clone(), &self.columns_left_out));
        remarks.sort_by_key(|remark| (remark.row, remark.column));
        remarks
    }

    /// Cells in rows; the widths add up to no more than the limit.
    fn rows(&mut self) -> Result<Vec<Row<'static>>, WorkbookError> {
        let mut cells = std::mem::take(&mut self.cells);
        cells.sort_by_key(|(row, column, _)| (*row, *column));
        let mut rows: Vec<(usize, Vec<Cell<'static>>)> = Vec::new();
        let mut total = 0;
        for (row, column, cell) in cells {
            if rows.last().is_none_or(|(line, _)| *line != row + 1) {
                rows.push((row + 1, Vec::new()));
            }
            let Some((_, cells)) = rows.last_mut() else { continue };
            total += (column + 1).saturating_sub(cells.len());
            if total > self.room.cells {
                return Err(self.too_many_cells());
            }
            cells.resize(column.max(cells.len()), Cell::Empty);
            if cells.len() == column {
                cells.push(cell);
            }
        }
        let row = |(line, cells)| Row { line, start: 0, cells: Cells::Own(cells) };
        Ok(rows.into_iter().map(row).collect())
    }
}

/// A cell further out than is read.
pub(super) fn far(column: usize) -> WorkbookError {
    let most = limits::COLUMNS;
    WorkbookError::Limit(format!("a cell stands in column {}; at most {most} are read", column + 1))
}

impl Book {
    /// Adds what was gathered of a sheet.
    pub(super) fn take(&mut self, gather: SheetBuilder) -> Result<(), WorkbookError> {
        let (sheet, remarks) = gather.finish()?;
        self.sheets.extend(sheet);
        self.remarks.extend(remarks);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gathered(cells: &[(usize, usize)]) -> Result<Option<Sheet<'static>>, WorkbookError> {
        let mut gather = SheetBuilder::new(None, false, Budget::of(0));
        for place in cells {
            gather.push(*place, Cell::text("a"), false)?;
        }
        gather.finish().map(|(sheet, _)| sheet)
    }

    #[test]
    fn a_lone_cell_far_out_is_refused() {
        let refusal = gathered(&[(0, 0), (5, limits::COLUMNS)]).unwrap_err();
        assert!(
            matches!(refusal, WorkbookError::Limit(told) if told.ends_with("at most 1024 are read"))
        );
        let low = gathered(&[(0, 0), (1_000_000, 1)]).unwrap().unwrap();
        assert_eq!(low.len(), 2, "empty rows take no room");
    }
}
