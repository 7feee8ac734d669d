//! The words of diagnostics, a file for each family of problems: what was found, and what to do about it.
//!
//! Each file has a function for each language. A new variant of a problem does not compile until it has words in
//! both; `tests/commands/diagnostic_words.rs` checks that these differ and contain the data of the problem.

mod cell_words;
mod collection_words;
mod column_words;
mod file_words;
mod foreign_words;
mod json_words;
mod layout_words;
mod lossless_words;
mod message;
mod names_words;
mod sheet_words;
mod workbook_words;

pub use message::Message;

use super::Words;
use crate::app::Lang;
use crate::dataset::{Diagnostic, Diagnostics, Location, Omitted, Problem};
use crate::text::sanitize::visible;
use message::message;

impl Words {
    /// A problem in words.
    #[must_use]
    pub fn problem(self, problem: &Problem) -> Message {
        let vietnamese = self.0 == Lang::Vietnamese;
        match problem {
            Problem::File(problem) if vietnamese => file_words::vietnamese(problem),
            Problem::File(problem) => file_words::english(problem),
            Problem::Json(problem) if vietnamese => json_words::vietnamese(problem),
            Problem::Json(problem) => json_words::english(problem),
            Problem::Names(problem) if vietnamese => names_words::vietnamese(problem),
            Problem::Names(problem) => names_words::english(problem),
            Problem::Lossless(problem) if vietnamese => lossless_words::vietnamese(problem),
            Problem::Lossless(problem) => lossless_words::english(problem),
            Problem::Layout(inference) if vietnamese => layout_words::vietnamese(inference),
            Problem::Layout(inference) => layout_words::english(inference),
            Problem::Workbook(problem) if vietnamese => workbook_words::vietnamese(problem),
            Problem::Workbook(problem) => workbook_words::english(problem),
            Problem::Sheet(problem) if vietnamese => sheet_words::vietnamese(problem),
            Problem::Sheet(problem) => sheet_words::english(problem),
            Problem::Column(problem) if vietnamese => column_words::vietnamese(problem),
            Problem::Column(problem) => column_words::english(problem),
            Problem::Cell(problem) if vietnamese => cell_words::vietnamese(problem),
            Problem::Cell(problem) => cell_words::english(problem),
            Problem::Collection(problem) if vietnamese => collection_words::vietnamese(problem),
            Problem::Collection(problem) => collection_words::english(problem),
            Problem::Check(warning) => {
                message(self.warning_text(warning), self.look_at_the_source())
            }
            Problem::Totals(mismatch) => {
                message(self.totals_mismatch(*mismatch), self.look_at_the_source())
            }
            Problem::Text(mismatch) => {
                message(self.text_mismatch(mismatch), self.compare_with_the_text())
            }
            Problem::Draft { count } => message(self.draft_of(*count), self.accept_draft()),
            Problem::More { count, .. } => {
                message(self.more_diagnostics(*count), self.fix_those_first())
            }
        }
    }

    /// A diagnostic on one line, safe to print: `file:3:14: path: found; help`.
    #[must_use]
    pub fn diagnostic(self, diagnostic: &Diagnostic) -> String {
        let Location { file, path, .. } = &diagnostic.location;
        let Message { found, help } = self.problem(&diagnostic.problem);
        let path = if path.is_empty() { String::new() } else { format!("{}: ", visible(path)) };
        let place = diagnostic.location.within_file();
        format!("{}:{place}: {path}{}; {}", visible(file), visible(&found), visible(&help))
    }

    /// The first diagnostics, each on a line, and the number of all others.
    #[must_use]
    pub fn diagnostics(self, diagnostics: &Diagnostics, omitted: &Omitted) -> String {
        let (first, more) = diagnostics.first(omitted);
        let mut lines: Vec<_> = first.iter().map(|one| self.diagnostic(one)).collect();
        if more > 0 {
            lines.push(format!("… {}", self.more_diagnostics(more)));
        }
        lines.join("\n")
    }
}
