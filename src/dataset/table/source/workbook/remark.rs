//! Diagnostics about the cells of a sheet that were not read as they are stored.

use std::collections::BTreeSet;

use crate::dataset::{Diagnostic, HiddenPart, Rule, column_letters};

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

/// A diagnostic about a sheet, without its file.
#[derive(Debug)]
pub(in crate::dataset::table) struct Remark {
    pub(in crate::dataset::table) rule: Rule,
    pub(in crate::dataset::table) sheet: Option<String>,
    /// Whether it is reported whichever sheets are selected.
    pub(in crate::dataset::table) is_of_book: bool,
    /// From 0.
    pub(super) row: usize,
    pub(super) column: usize,
    found: String,
    expected: &'static str,
    hidden: Option<HiddenPart>,
}

impl Remark {
    /// Creates a remark about some cells of a sheet.
    pub(super) fn of_cells(sheet: Option<String>, kind: Kind, cells: &[(usize, usize)]) -> Self {
        let named = places(cells);
        let (rule, what, expected) = match kind {
            Kind::NoResult => (
                Rule::FormulaWithoutResult,
                "a formula without a result",
                "open the file in Excel or LibreOffice and save it, which computes its result; here the formula is kept as text",
            ),
            Kind::Struck => (
                Rule::StruckOut,
                "text that is struck out",
                "it was left out; if it still holds, undo the strikethrough",
            ),
            Kind::Raised => (
                Rule::RaisedText,
                "raised text behind a number",
                "it was left out as the mark of a footnote",
            ),
            Kind::Odd => (
                Rule::OddCell,
                "a value that contradicts the format of the file",
                "it was left out; open the file in Excel or LibreOffice and save it again",
            ),
        };
        let (row, column) = cells.first().copied().unwrap_or_default();
        let found = match cells.len() {
            1 => format!("{what} in the cell {named}"),
            count => format!("{what} in {count} cells: {named}"),
        };
        Self { rule, sheet, is_of_book: false, row, column, found, expected, hidden: None }
    }

    /// One of the hidden rows of a sheet, by their numbers from 0; `None` if there are none.
    pub(super) fn hidden_rows(sheet: Option<String>, rows: &BTreeSet<usize>) -> Option<Self> {
        let found = match rows.len() {
            1 => format!("the hidden row {} was left out", ranges(rows, false)),
            count => format!("{count} hidden rows were left out: {}", ranges(rows, false)),
        };
        Some(Self::hidden(sheet, (*rows.first()?, 0), found, HiddenPart::Rows(rows.len())))
    }

    /// One of the hidden columns of a sheet.
    pub(super) fn hidden_columns(sheet: Option<String>, columns: &BTreeSet<usize>) -> Option<Self> {
        let found = match columns.len() {
            1 => format!("the hidden column {} was left out", ranges(columns, true)),
            count => format!("{count} hidden columns were left out: {}", ranges(columns, true)),
        };
        Some(Self::hidden(sheet, (0, *columns.first()?), found, HiddenPart::Columns(columns.len())))
    }

    fn hidden(
        sheet: Option<String>,
        (row, column): (usize, usize),
        found: String,
        hidden: HiddenPart,
    ) -> Self {
        let expected = "unhide them and save the file if they belong to the table";
        let (rule, hidden) = (Rule::HiddenCells, Some(hidden));
        Self { rule, sheet, is_of_book: false, row, column, found, expected, hidden }
    }

    /// Creates a remark about a sheet without cells, such as a chart.
    pub(super) fn no_cells(name: &str, what: &str) -> Self {
        let found = format!("the sheet “{name}” is {what} and has no cells");
        let expected = "it was passed over";
        let rule = Rule::OutsideTable;
        Self::of_book(rule, found, expected)
    }

    /// Creates a remark about a sheet whose part is missing from the file.
    pub(super) fn no_part(name: &str) -> Self {
        let found = format!("the sheet “{name}” is named and not in the file");
        let expected = "it was passed over; the file may be damaged: copy it again";
        let rule = Rule::OddCell;
        Self::of_book(rule, found, expected)
    }

    fn of_book(rule: Rule, found: String, expected: &'static str) -> Self {
        let (row, column) = (0, 0);
        Self { rule, sheet: None, is_of_book: true, row, column, found, expected, hidden: None }
    }

    /// Converts the remark to a diagnostic of a file.
    pub(in crate::dataset::table) fn diagnostic(self, file: &str) -> Diagnostic {
        let line = (file, self.row + 1);
        let diagnostic = Diagnostic::of_line(self.rule, line, self.found, self.expected);
        let (sheet, column) = (self.sheet, self.column + 1);
        Diagnostic { sheet, column, hidden: self.hidden, ..diagnostic }
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
