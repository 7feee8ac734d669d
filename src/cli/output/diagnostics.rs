//! Diagnostics as text for people, as JSON and as workflow commands of a forge.

use std::io::Write;

use anstyle::AnsiColor;
use serde::Serialize;

use super::Output;
use super::json_writer;
use crate::cli::Error;
use crate::dataset::{Diagnostic, Excerpt, Location, Omitted, Severity};
use crate::text::sanitize::visible;
use crate::text::truncate;
use crate::ui::Words;
use crate::ui::words::Message;

/// The number of errors and warnings, reported and omitted.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Counts {
    errors: usize,
    warnings: usize,
}

impl Counts {
    /// Adds the reported and the omitted diagnostics of a file.
    pub(crate) fn add(&mut self, reported: &[Diagnostic], omitted: &Omitted) {
        let count = |severity| {
            let reported = reported.iter().filter(|c| c.rule().severity() == severity).count();
            reported + omitted.count(severity)
        };
        self.errors += count(Severity::Error);
        self.warnings += count(Severity::Warning);
    }
}

/// Diagnostics as text: file, location, message and help, with the line and carets under it. A note takes one
/// line.
pub(crate) fn text<W: Write>(
    diagnostics: &[Diagnostic],
    counts: Counts,
    words: Words,
    output: &Output<W>,
) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&match diagnostic.rule().severity() {
            Severity::Note => note(diagnostic, words, output),
            _ => long(diagnostic, words, output),
        });
    }
    text.push_str(&words.diagnostics_counted(counts.errors, counts.warnings));
    text.push('\n');
    text
}

/// An array of JSON objects.
pub(crate) fn json(diagnostics: &[Diagnostic], words: Words) -> Result<String, Error> {
    let all = diagnostics.iter().map(|diagnostic| JsonDiagnostic::of(diagnostic, words));
    json_writer::json(&all.collect::<Vec<_>>())
}

/// Workflow commands, which the forge shows next to the lines.
pub(crate) fn github(diagnostics: &[Diagnostic], words: Words) -> String {
    let message = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| message(text).replace(':', "%3A").replace(',', "%2C");
    let line = |diagnostic: &Diagnostic| {
        let kind = match diagnostic.rule().severity() {
            Severity::Note => "notice",
            severity => severity.name(),
        };
        let location = &diagnostic.location;
        let sheet = location.sheet.as_ref().map(|_| format!("{}: ", location.within_file()));
        let Message { found, help } = words.problem(&diagnostic.problem);
        format!(
            "::{kind} file={},line={},col={},title={}::{}{}; {}\n",
            property(&visible(&location.file)),
            location.line,
            location.column,
            diagnostic.rule(),
            message(&sheet.unwrap_or_default()),
            message(&visible(&found)),
            message(&visible(&help)),
        )
    };
    diagnostics.iter().map(line).collect()
}

/// A diagnostic as a JSON object. `message` and `help` are in the user's language.
#[derive(Debug, Serialize)]
struct JsonDiagnostic<'a> {
    rule: &'static str,
    severity: &'static str,
    file: &'a str,
    sheet: Option<&'a str>,
    line: usize,
    column: usize,
    place: String,
    path: &'a str,
    message: String,
    help: String,
}

impl<'a> JsonDiagnostic<'a> {
    fn of(diagnostic: &'a Diagnostic, words: Words) -> Self {
        let (rule, location) = (diagnostic.rule(), &diagnostic.location);
        let Message { found, help } = words.problem(&diagnostic.problem);
        Self {
            rule: rule.name(),
            severity: rule.severity().name(),
            file: &location.file,
            sheet: location.sheet.as_deref(),
            line: location.line,
            column: location.column,
            place: location.within_file(),
            path: &location.path,
            message: found,
            help,
        }
    }
}

fn note<W: Write>(diagnostic: &Diagnostic, words: Words, output: &Output<W>) -> String {
    let label = output.styled(AnsiColor::Blue.on_default(), &label(diagnostic, words));
    let Message { found, help } = words.problem(&diagnostic.problem);
    let place = place(&diagnostic.location);
    format!("{label}: {place}: {}; {}\n", visible(&found), visible(&help))
}

fn long<W: Write>(diagnostic: &Diagnostic, words: Words, output: &Output<W>) -> String {
    let style = match diagnostic.rule().severity() {
        Severity::Error => AnsiColor::Red.on_default().bold(),
        _ => AnsiColor::Yellow.on_default().bold(),
    };
    let location = &diagnostic.location;
    let Message { found, help } = words.problem(&diagnostic.problem);
    let number = location.line.to_string();
    let margin = " ".repeat(number.len());
    let bar = output.styled(AnsiColor::Blue.on_default(), "|");
    let mut text = format!(
        "{}: {}\n{margin}--> {}\n",
        output.styled(style, &label(diagnostic, words)),
        output.bold(&visible(&found)),
        place(location),
    );
    if let Some(excerpt) = &location.excerpt {
        let (line, caret) = underline(excerpt);
        let caret = output.styled(style, &caret);
        text.push_str(&format!("{margin} {bar}\n{number} {bar} {line}\n{margin} {bar} {caret}\n"));
    }
    if !location.path.is_empty() {
        let within = words.within_data();
        text.push_str(&format!("{margin} = {within}: {}\n", visible(&location.path)));
    }
    text.push_str(&format!("{margin} = {}: {}\n\n", words.help_label(), visible(&help)));
    text
}

fn label(diagnostic: &Diagnostic, words: Words) -> String {
    format!("{}[{}]", words.severity(diagnostic.rule().severity()), diagnostic.rule())
}

fn place(location: &Location) -> String {
    format!("{}:{}", visible(&location.file), location.within_file())
}

/// The line safe to print, and carets under the marked part, both in display columns.
fn underline(excerpt: &Excerpt) -> (String, String) {
    let slice = |skip: usize, take: usize| {
        let slice: String = excerpt.text.chars().skip(skip).take(take).collect();
        visible(&slice).into_owned()
    };
    let before = slice(0, excerpt.start);
    let marked = slice(excerpt.start, excerpt.length);
    let after = slice(excerpt.start + excerpt.length, usize::MAX);
    let carets = "^".repeat(truncate::width(&marked).max(1));
    let caret = format!("{}{carets}", " ".repeat(truncate::width(&before)));
    (format!("{before}{marked}{after}"), caret)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carets_are_under_the_marked_text() {
        let text = "Tỷ\tlệ漢 1.03.5 xã".to_owned();
        let excerpt = Excerpt { start: 7, length: 6, text };
        let (line, caret) = underline(&excerpt);
        assert_eq!(line, "Tỷ␉lệ漢 1.03.5 xã");
        assert_eq!(caret, "        ^^^^^^");
    }
}
