//! Cells that are no value of an indicator: they are reported and kept in its note, so that nothing is lost.

use super::IndicatorBuilder;
use crate::dataset::CellProblem;
use crate::dataset::table::layout::cell_kinds::is_cross;
use crate::dataset::table::source::cell::Cell;
use crate::dataset::table::values::Value;
use crate::lexicon::verdict;
use crate::text::fold::fold;
use crate::text::one_line::one_line;
use crate::text::parse_number::{NumberStyle, parse};

impl IndicatorBuilder<'_> {
    /// Reports a cell that cannot be read, and keeps it in the note.
    pub(super) fn unread(&mut self, column: usize, value: &Value) {
        self.report_value(column, value);
        self.keep(column);
    }

    /// Reports why a cell is not the value that its column contains.
    pub(super) fn report_value(&mut self, column: usize, value: &Value) {
        let problem = match value {
            Value::Ambiguous(text) => {
                let readings = match parse(text.trim()) {
                    Some(NumberStyle::Either { comma, point }) => Some((comma, point)),
                    _ => None,
                };
                CellProblem::Ambiguous { text: text.clone(), readings }
            }
            Value::Stacked(text) => CellProblem::Stacked { text: one_line(text) },
            Value::Unreadable(text) if text.starts_with('=') => {
                CellProblem::Formula { text: one_line(text) }
            }
            Value::Unreadable(text) if verdict::is_error(text) => {
                CellProblem::ErrorValue { text: one_line(text) }
            }
            Value::Unreadable(text) if is_in_words(text) => {
                CellProblem::NumberInWords { text: one_line(text) }
            }
            Value::Unreadable(text) => CellProblem::NotANumber { text: one_line(text) },
            _ => return,
        };
        self.report(column, problem);
    }

    /// Adds a cell to the note unless it was read.
    pub(super) fn keep_unless(&mut self, read: bool, column: usize) {
        if !read {
            self.keep(column);
        }
    }

    /// Adds a cell to the note, under its heading.
    pub(super) fn keep(&mut self, column: usize) {
        let text = match self.row.cell(column) {
            number @ (Cell::Number { .. } | Cell::Measured(_)) if self.schema().in_vietnamese => {
                number.shown().replace('.', ",")
            }
            cell => one_line(&cell.shown()),
        };
        // "x" is no value, but below a heading of crosses it says something.
        let is_tick = || {
            let column = self.schema().columns.get(column);
            is_cross(&text) && column.is_some_and(|column| column.profile.are_crosses())
        };
        if !verdict::is_missing(&text) || is_tick() {
            let heading = one_line(self.schema().heading(column));
            self.notes.push(if heading.is_empty() { text } else { format!("{heading}: {text}") });
        }
    }
}

/// Whether a text with digits is a sentence: two words before the first number, or a change that is planned:
/// "Giảm 5%".
fn is_in_words(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_word = |word: &str| {
        let word = word.trim_end_matches([',', ':', ';']);
        word.chars().count() > 1 && word.chars().all(char::is_alphabetic)
    };
    let first = words.next().unwrap_or_default();
    let moves = matches!(fold(first).as_str(), "tang" | "giam" | "increase" | "reduce");
    is_word(first) && (moves || words.next().is_some_and(is_word))
}
