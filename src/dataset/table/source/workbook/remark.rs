//! Diagnostics about the cells of a sheet that were not read as they are stored.

use std::collections::BTreeSet;

use crate::dataset::{
    Diagnostic, HiddenPart, Location, NamedCells, SheetKind, WorkbookProblem, column_letters,
};

/// The number of cells that are listed; further ones are only counted.
const NAMED: usize = 10;

/// A peculiarity of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// A formula without a stored result.
    NoResult,
    /// Text that is struck out.
    Struck,
    /// Superscript text after a number.
    Raised,
    /// Content that contradicts the format.
    Odd,
}

/// A problem of a sheet, without its file.
#[derive(Debug)]
pub(crate) struct Remark {
    problem: WorkbookProblem,
    pub(crate) sheet: Option<String>,
    /// Whether it is reported whichever sheets are selected.
    pub(crate) is_of_book: bool,
    /// From 0.
    pub(super) row: usize,
    pub(super) column: usize,
}

impl Remark {
    /// Creates a remark about some cells of a sheet.
    pub(super) fn of_cells(sheet: Option<String>, kind: Kind, cells: &[(usize, usize)]) -> Self {
        let named = NamedCells { count: cells.len(), named: places(cells) };
        let problem = match kind {
            Kind::NoResult => WorkbookProblem::NoResult(named),
            Kind::Struck => WorkbookProblem::StruckOut(named),
            Kind::Raised => WorkbookProblem::RaisedText(named),
            Kind::Odd => WorkbookProblem::OddCells(named),
        };
        let (row, column) = cells.first().copied().unwrap_or_default();
        Self { problem, sheet, is_of_book: false, row, column }
    }

    /// One of the hidden rows of a sheet, by their numbers from 0; `None` if there are none.
    pub(super) fn hidden_rows(sheet: Option<String>, rows: &BTreeSet<usize>) -> Option<Self> {
        let (part, named) = (HiddenPart::Rows(rows.len()), ranges(rows, false));
        let (row, problem) = (*rows.first()?, WorkbookProblem::Hidden { part, named });
        Some(Self { problem, sheet, is_of_book: false, row, column: 0 })
    }

    /// One of the hidden columns of a sheet.
    pub(super) fn hidden_columns(sheet: Option<String>, columns: &BTreeSet<usize>) -> Option<Self> {
        let (part, named) = (HiddenPart::Columns(columns.len()), ranges(columns, true));
        let (column, problem) = (*columns.first()?, WorkbookProblem::Hidden { part, named });
        Some(Self { problem, sheet, is_of_book: false, row: 0, column })
    }

    /// Creates a remark about a sheet without cells, such as a chart.
    pub(super) fn no_cells(sheet: String, kind: SheetKind) -> Self {
        Self::of_book(WorkbookProblem::NoCells { sheet, kind })
    }

    /// Creates a remark about a sheet whose part is missing from the file.
    pub(super) fn no_part(sheet: String) -> Self {
        Self::of_book(WorkbookProblem::NoPart { sheet })
    }

    fn of_book(problem: WorkbookProblem) -> Self {
        Self { problem, sheet: None, is_of_book: true, row: 0, column: 0 }
    }

    /// Converts the remark to a diagnostic of a file.
    pub(crate) fn diagnostic(self, file: &str) -> Diagnostic {
        let (sheet, column) = (self.sheet, self.column + 1);
        let location = Location { sheet, column, ..Location::of_line(file, self.row + 1) };
        Diagnostic { location, problem: self.problem.into() }
    }
}

/// Lists the first cells by name.
pub(super) fn places(cells: &[(usize, usize)]) -> String {
    let name =
        |(row, column): &(usize, usize)| format!("{}{}", column_letters(column + 1), row + 1);
    let mut names: Vec<String> = cells.iter().take(NAMED).map(name).collect();
    if cells.len() > NAMED {
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// Rows or columns, those that follow each other together: 3, 7–9.
fn ranges(numbers: &BTreeSet<usize>, as_letters: bool) -> String {
    let name = |at: usize| if as_letters { column_letters(at + 1) } else { (at + 1).to_string() };
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for at in numbers {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *at => *last = *at,
            _ => ranges.push((*at, *at)),
        }
        if ranges.len() > NAMED {
            break;
        }
    }
    let more = ranges.len() > NAMED;
    let named = ranges.into_iter().take(NAMED).map(|(first, last)| match first == last {
        true => name(first),
        false => format!("{}–{}", name(first), name(last)),
    });
    let mut named: Vec<String> = named.collect();
    if more {
        named.push("…".to_owned());
    }
    named.join(", ")
}
