//! Complaints as people like to read them, and as machines do.

use std::io::Write;

use anstyle::AnsiColor;
use serde::Serialize;

use super::Output;
use crate::cli::Error;
use crate::cli::commands::list;
use crate::dataset::{Diagnostic, Excerpt, Omitted, Severity};
use crate::text::sanitize::visible;
use crate::text::truncate;
use crate::ui::Words;

/// How much is wrong, whether it is told or left out.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::cli) struct Counts {
    errors: usize,
    warnings: usize,
}

impl Counts {
    /// Counts what is told of a file, and what is left out.
    pub(in crate::cli) fn add(&mut self, told: &[Diagnostic], untold: &Omitted) {
        let count = |severity| {
            let told = told.iter().filter(|c| c.rule.severity() == severity).count();
            told + untold.count(severity)
        };
        self.errors += count(Severity::Error);
        self.warnings += count(Severity::Warning);
    }
}

/// File, place, what, why, how to mend, with the line and a caret under it. Notes take a line each.
pub(in crate::cli) fn text<W: Write>(
    complaints: &[Diagnostic],
    counts: Counts,
    words: Words,
    output: &Output<W>,
) -> String {
    let mut text = String::new();
    for complaint in complaints {
        text.push_str(&match complaint.rule.severity() {
            Severity::Note => note(complaint, output),
            _ => long(complaint, words, output),
        });
    }
    text.push_str(&words.diagnostics_counted(counts.errors, counts.warnings));
    text.push('\n');
    text
}

/// An array of objects.
pub(in crate::cli) fn json(complaints: &[Diagnostic]) -> Result<String, Error> {
    list::json(&complaints.iter().map(Machine::of).collect::<Vec<_>>())
}

/// Workflow commands, which the forge shows beside the lines.
pub(in crate::cli) fn github(complaints: &[Diagnostic]) -> String {
    let message = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| message(text).replace(':', "%3A").replace(',', "%2C");
    let line = |complaint: &Diagnostic| {
        let kind = match complaint.rule.severity() {
            Severity::Note => "notice",
            severity => severity.name(),
        };
        let sheet = complaint.sheet.as_ref().map(|_| format!("{}: ", complaint.location()));
        format!(
            "::{kind} file={},line={},col={},title={}::{}{}; {}\n",
            property(&visible(&complaint.file)),
            complaint.line,
            complaint.column,
            complaint.rule,
            message(&sheet.unwrap_or_default()),
            message(&visible(&complaint.found)),
            message(&visible(&complaint.expected)),
        )
    };
    complaints.iter().map(line).collect()
}

/// A complaint as machines read it.
#[derive(Debug, Serialize)]
struct Machine<'a> {
    rule: &'static str,
    severity: &'static str,
    file: &'a str,
    sheet: Option<&'a str>,
    line: usize,
    column: usize,
    place: String,
    path: &'a str,
    message: &'a str,
    help: &'a str,
}

impl<'a> Machine<'a> {
    fn of(complaint: &'a Diagnostic) -> Self {
        Self {
            rule: complaint.rule.name(),
            severity: complaint.rule.severity().name(),
            file: &complaint.file,
            sheet: complaint.sheet.as_deref(),
            line: complaint.line,
            column: complaint.column,
            place: complaint.location(),
            path: &complaint.path,
            message: &complaint.found,
            help: &complaint.expected,
        }
    }
}

fn note<W: Write>(complaint: &Diagnostic, output: &Output<W>) -> String {
    let label = output.styled(AnsiColor::Blue.on_default(), &label(complaint));
    let (found, expected) = (visible(&complaint.found), visible(&complaint.expected));
    format!("{label}: {}: {found}; {expected}\n", place(complaint))
}

fn long<W: Write>(complaint: &Diagnostic, words: Words, output: &Output<W>) -> String {
    let style = match complaint.rule.severity() {
        Severity::Error => AnsiColor::Red.on_default().bold(),
        _ => AnsiColor::Yellow.on_default().bold(),
    };
    let number = complaint.line.to_string();
    let margin = " ".repeat(number.len());
    let bar = output.styled(AnsiColor::Blue.on_default(), "|");
    let mut text = format!(
        "{}: {}\n{margin}--> {}\n",
        output.styled(style, &label(complaint)),
        output.bold(&visible(&complaint.found)),
        place(complaint),
    );
    if let Some(excerpt) = &complaint.excerpt {
        let (line, caret) = marked(excerpt);
        let caret = output.styled(style, &caret);
        text.push_str(&format!("{margin} {bar}\n{number} {bar} {line}\n{margin} {bar} {caret}\n"));
    }
    if !complaint.path.is_empty() {
        text.push_str(&format!(
            "{margin} = {}: {}\n",
            words.within_data(),
            visible(&complaint.path)
        ));
    }
    text.push_str(&format!(
        "{margin} = {}: {}\n\n",
        words.help_label(),
        visible(&complaint.expected)
    ));
    text
}

fn label(complaint: &Diagnostic) -> String {
    format!("{}[{}]", complaint.rule.severity().name(), complaint.rule)
}

fn place(complaint: &Diagnostic) -> String {
    format!("{}:{}", visible(&complaint.file), complaint.location())
}

/// The line as it is shown, and carets under what it is about.
fn marked(excerpt: &Excerpt) -> (String, String) {
    let part = |skip: usize, take: usize| {
        let part: String = excerpt.text.chars().skip(skip).take(take).collect();
        visible(&part).into_owned()
    };
    let before = part(0, excerpt.start);
    let about = part(excerpt.start, excerpt.length);
    let after = part(excerpt.start + excerpt.length, usize::MAX);
    let carets = "^".repeat(truncate::width(&about).max(1));
    let caret = format!("{}{carets}", " ".repeat(truncate::width(&before)));
    (format!("{before}{about}{after}"), caret)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carets_stand_under_what_they_mark() {
        let text = "Tỷ\tlệ漢 1.03.5 xã".to_owned();
        let excerpt = Excerpt { start: 7, length: 6, text };
        let (line, caret) = marked(&excerpt);
        assert_eq!(line, "Tỷ␉lệ漢 1.03.5 xã");
        assert_eq!(caret, "        ^^^^^^");
    }
}
