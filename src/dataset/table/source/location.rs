//! The location of diagnostics in a file.

use super::cell::{Cell, Row};
use super::delimited;
use super::sheet::Sheet;
use crate::dataset::delimited_text::unclosed_quote::Quotes;
use crate::dataset::diagnostics::collector::Collector;
use crate::dataset::{Diagnostic, Diagnostics, Excerpt, FileProblem, Location, Problem, Rule};
use crate::text::one_line::one_line;

/// The context from which locations are computed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Locator<'a> {
    pub(crate) file: &'a str,
    /// The text of a delimited file, with its separator.
    pub(crate) text: Option<(&'a str, u8)>,
}

impl Locator<'_> {
    /// The location of a cell.
    pub(crate) fn location(
        self,
        sheet: &Sheet<'_>,
        row: &Row<'_>,
        column: usize,
        path: String,
    ) -> Location {
        let shown = row.cell(column).shown();
        let width = shown.lines().next().unwrap_or_default().chars().count().max(1);
        let (line, at, excerpt) = match self.text {
            Some((text, separator)) => {
                let (line, at, text) = delimited::place(text, row, separator, column);
                // The quotes around a cell belong to it.
                let quotes = if text.chars().nth(at - 1) == Some('"') { 2 } else { 0 };
                (line, at, Excerpt::of(&text, at - 1, width + quotes))
            }
            None => {
                let before: usize =
                    row.cells.iter().take(column).map(|c| on_one_line(c).chars().count() + 3).sum();
                let cells: Vec<String> = row.cells.iter().map(on_one_line).collect();
                (row.line, column + 1, Excerpt::of(&cells.join(" | "), before, width))
            }
        };
        let (file, sheet) = (self.file.to_owned(), sheet.name.clone());
        Location { file, sheet, line, column: at, path, excerpt }
    }
}

fn on_one_line(cell: &Cell<'_>) -> String {
    one_line(&cell.shown())
}

impl Collector {
    /// Keeps a problem of the file as a whole.
    pub(crate) fn report_file(&mut self, file: &str, problem: impl Into<Problem>) {
        self.diagnostics.push(Diagnostic::of_line(problem, (file, 1)));
    }

    /// Keeps the diagnostics of the quotes in a text.
    pub(crate) fn report_quotes(&mut self, file: &str, text: &str, quotes: &Quotes) {
        let mut lines = text.lines().enumerate();
        let mut places: Vec<_> = quotes.open.iter().map(|place| (place, true)).collect();
        places.extend(quotes.followed.iter().map(|place| (place, false)));
        places.sort_unstable();
        let mut last = (0, "");
        for (&(line, column), is_open) in places {
            if last.0 != line {
                last = (line, lines.find(|(at, _)| at + 1 == line).map_or("", |(_, text)| text));
            }
            let problem = match is_open {
                true => FileProblem::UnclosedQuote,
                false => FileProblem::TextAfterQuote,
            };
            let excerpt = Excerpt::of(last.1, column - 1, 1);
            self.report(problem, || Location { column, excerpt, ..Location::of_line(file, line) });
        }
        for (rule, more) in
            [(Rule::UnclosedQuote, quotes.more_open), (Rule::TextAfterQuote, quotes.more_followed)]
        {
            if more > 0 {
                self.quota.omitted.add(rule, more);
            }
        }
    }
}

/// Creates a diagnostic of the file as a whole.
pub(crate) fn whole_file(file: &str, problem: impl Into<Problem>) -> Diagnostics {
    Diagnostic::of_line(problem, (file, 1)).into()
}

/// Reports bytes that are not UTF-8, located at the first replacement character in the decoded text.
pub(crate) fn not_utf8(file: &str, text: &str) -> Diagnostic {
    const UNREAD: char = char::REPLACEMENT_CHARACTER;
    let before = text.split(UNREAD).next().unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    let excerpt = text.lines().nth(line - 1).and_then(|text| Excerpt::of(text, column - 1, 1));
    Diagnostic {
        location: Location { column, excerpt, ..Location::of_line(file, line) },
        problem: FileProblem::InvalidBytes { places: text.matches(UNREAD).count() }.into(),
    }
}
