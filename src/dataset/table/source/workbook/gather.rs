//! Builds a sheet from its cells, within limits, and collects the diagnostics about them.

use std::collections::{BTreeSet, HashMap};

use super::book::{Book, Budget};
use super::cell_values::indented;
use super::remark::{Kind, Remark};
use super::rich_text::VisibleText;
use crate::dataset::table::source::cell::{Cell, Cells, Row};
use crate::dataset::table::source::limits;
use crate::dataset::table::source::sheet::{Merge, Rows, Sheet};
use crate::dataset::{WorkbookLimit, WorkbookProblem};

/// A cell with its row and column, from 0.
type Placed = (usize, usize, Cell<'static>);

/// A sheet while it is being read.
#[derive(Debug, Default)]
pub(super) struct SheetBuilder {
    pub(super) name: Option<String>,
    pub(super) hidden: bool,
    pub(super) merges: Vec<Merge>,
    budget: Budget,
    cells: Vec<Placed>,
    /// Cells in hidden rows and columns. The text of a merged range may be among them.
    hidden_cells: Vec<Placed>,
    /// The number of bytes of all texts.
    text: u64,
    hidden_columns: Vec<(usize, usize)>,
    rows_left_out: BTreeSet<usize>,
    columns_left_out: BTreeSet<usize>,
    notes: HashMap<Kind, Vec<(usize, usize)>>,
}

impl SheetBuilder {
    pub(super) fn new(name: Option<String>, hidden: bool, budget: Budget) -> Self {
        Self { name, hidden, budget, ..Self::default() }
    }

    /// Hides columns, from 0, both ends included.
    pub(super) fn hide_columns(&mut self, first: usize, last: usize) {
        self.hidden_columns.push((first, last));
    }

    /// Notes a peculiarity of a cell, for a diagnostic.
    pub(super) fn note(&mut self, kind: Kind, row: usize, column: usize) {
        self.notes.entry(kind).or_default().push((row, column));
    }

    /// Adds a text, and notes what was left out of it.
    pub(super) fn push_text(
        &mut self,
        (row, column): (usize, usize),
        written: &VisibleText,
        indent: usize,
        hidden: bool,
    ) -> Result<(), WorkbookProblem> {
        if !hidden {
            if written.struck {
                self.note(Kind::Struck, row, column);
            }
            if written.raised {
                self.note(Kind::Raised, row, column);
            }
        }
        self.push((row, column), indented(&written.text, indent), hidden)
    }

    /// Adds a cell.
    pub(super) fn push(
        &mut self,
        (row, column): (usize, usize),
        cell: Cell<'static>,
        hidden_row: bool,
    ) -> Result<(), WorkbookProblem> {
        if cell.is_empty() {
            return Ok(());
        }
        let hidden_column =
            self.hidden_columns.iter().any(|(first, last)| (*first..=*last).contains(&column));
        if column >= limits::COLUMNS && !hidden_column {
            return Err(column_too_far(column));
        }
        if let Cell::Text(text) = &cell {
            if text.len() > limits::CELL {
                return Err(WorkbookLimit::CellText(limits::CELL / 1024 / 1024).into());
            }
            // A text that many cells share occurs only once in the file.
            self.text += text.len() as u64;
            if self.text > self.budget.text {
                return Err(WorkbookLimit::SheetText(self.budget.text / 1024 / 1024).into());
            }
        }
        if self.cells.len() + self.hidden_cells.len() >= self.budget.cells {
            return Err(self.too_many_cells());
        }
        if hidden_row {
            self.rows_left_out.insert(row);
        } else if hidden_column {
            self.columns_left_out.insert(column);
        }
        let to = if hidden_row || hidden_column { &mut self.hidden_cells } else { &mut self.cells };
        to.push((row, column, cell));
        Ok(())
    }

    /// Checks the limit of merged ranges.
    pub(super) fn check_merges(&self) -> Result<(), WorkbookProblem> {
        if self.merges.len() > limits::MERGES {
            return Err(WorkbookLimit::Merges(limits::MERGES).into());
        }
        Ok(())
    }

    /// Returns the number of cells that may be created by repetition.
    pub(super) fn repeats(&self) -> usize {
        self.budget.repeated
    }

    fn too_many_cells(&self) -> WorkbookProblem {
        WorkbookLimit::Cells(self.budget.cells).into()
    }

    /// Returns the sheet, unless it is empty, and the diagnostics about it.
    pub(super) fn finish(
        mut self,
    ) -> Result<(Option<Sheet<'static>>, Vec<Remark>), WorkbookProblem> {
        self.check_merges()?;
        self.show_merged();
        let remarks = self.remarks();
        let rows = self.rows()?;
        let (name, merges, hidden) = (self.name, self.merges, self.hidden);
        let sheet = (!rows.is_empty()).then(|| Sheet {
            name,
            merges,
            hidden,
            ..Sheet::of(Rows::Cells(rows))
        });
        Ok((sheet, remarks))
    }

    /// Moves the content of a merged range whose first row or column is hidden to its first visible cell.
    fn show_merged(&mut self) {
        if self.hidden_cells.is_empty() || self.merges.is_empty() {
            return;
        }
        let mut hidden_cells: HashMap<(usize, usize), Cell<'static>> = HashMap::new();
        for (row, column, cell) in self.hidden_cells.drain(..) {
            hidden_cells.insert((row, column), cell);
        }
        let (rows, columns) = (&self.rows_left_out, &self.hidden_columns);
        let is_hidden = |column: usize| columns.iter().any(|(a, b)| (*a..=*b).contains(&column));
        for merge in &mut self.merges {
            let anchor = (merge.rows.0.saturating_sub(1), merge.columns.0);
            let Some(cell) = hidden_cells.get(&anchor) else { continue };
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
        for (kind, cells) in std::mem::take(&mut self.notes) {
            remarks.push(Remark::of_cells(sheet.clone(), kind, &cells));
        }
        remarks.extend(Remark::hidden_rows(sheet.clone(), &self.rows_left_out));
        remarks.extend(Remark::hidden_columns(sheet.clone(), &self.columns_left_out));
        remarks.sort_by_key(|remark| (remark.row, remark.column));
        remarks
    }

    /// Arranges the cells in rows. The total width of the rows is limited.
    fn rows(&mut self) -> Result<Vec<Row<'static>>, WorkbookProblem> {
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
            if total > self.budget.cells {
                return Err(self.too_many_cells());
            }
            cells.resize(column.max(cells.len()), Cell::Empty);
            if cells.len() == column {
                cells.push(cell);
            }
        }
        let row = |(line, cells)| Row { line, start: 0, cells: Cells::Owned(cells) };
        Ok(rows.into_iter().map(row).collect())
    }
}

/// Creates the error of a cell beyond the last supported column.
pub(super) fn column_too_far(column: usize) -> WorkbookProblem {
    WorkbookLimit::Column { column: column + 1, most: limits::COLUMNS }.into()
}

impl Book {
    /// Adds what was gathered of a sheet.
    pub(super) fn take(&mut self, gather: SheetBuilder) -> Result<(), WorkbookProblem> {
        let (sheet, remarks) = gather.finish()?;
        self.sheets.extend(sheet);
        self.remarks.extend(remarks);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gathered(cells: &[(usize, usize)]) -> Result<Option<Sheet<'static>>, WorkbookProblem> {
        let mut builder = SheetBuilder::new(None, false, Budget::of(0));
        for place in cells {
            builder.push(*place, Cell::text("a"), false)?;
        }
        builder.finish().map(|(sheet, _)| sheet)
    }

    #[test]
    fn rejects_a_single_cell_far_out() {
        let refusal = gathered(&[(0, 0), (5, limits::COLUMNS)]).unwrap_err();
        let column = limits::COLUMNS + 1;
        assert_eq!(refusal, WorkbookLimit::Column { column, most: limits::COLUMNS }.into());
        let low = gathered(&[(0, 0), (1_000_000, 1)]).unwrap().unwrap();
        assert_eq!(low.len(), 2, "empty rows take no space");
    }
}
