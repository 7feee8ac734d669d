//! A diagnostic: what is wrong with a file, and where.

use std::fmt;

use super::quota::{Collected, Omitted};
use super::rule::Rule;
use crate::text::sanitize::visible;

/// The number of diagnostics that an error message contains; more would not help.
const SHOWN: usize = 50;

/// The number of characters quoted on each side of the excerpt's subject.
const QUOTED: usize = 60;

/// One problem of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that is broken.
    pub rule: Rule,
    /// The file, as the user named it.
    pub file: String,
    /// The name of the sheet, in a workbook.
    pub sheet: Option<String>,
    /// The line, from 1; in a workbook, the row.
    pub line: usize,
    /// The column in characters, from 1; in a workbook, the column of the sheet.
    pub column: usize,
    /// The path in the data, such as `sections[1].indicators[3].unit`; empty for the file as a whole.
    pub path: String,
    /// What was found.
    pub found: String,
    /// What to write instead.
    pub expected: String,
    /// The line concerned.
    pub excerpt: Option<Excerpt>,
    /// What a workbook hides and was left out, where it is about that.
    pub hidden: Option<HiddenPart>,
}

/// What a workbook hides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HiddenPart {
    /// So many rows of a sheet.
    Rows(usize),
    /// So many columns of a sheet.
    Columns(usize),
    /// A sheet.
    Sheet,
}

/// Part of a line, with its subject marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The text, without line ends.
    pub text: String,
    /// The start of the subject in the text, in characters from 0.
    pub start: usize,
    /// The length of the subject in characters, at least 1.
    pub length: usize,
}

/// All diagnostics of a file, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostics(pub Vec<Diagnostic>);

impl Diagnostic {
    /// Creates a diagnostic for a whole line. One for the whole file is located at its first line.
    pub(in crate::dataset) fn of_line(
        rule: Rule,
        (file, line): (&str, usize),
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        Self {
            rule,
            file: file.to_owned(),
            sheet: None,
            line,
            column: 1,
            path: String::new(),
            found: found.into(),
            expected: expected.into(),
            excerpt: None,
            hidden: None,
        }
    }

    /// Formats the location: `3:14` in text, `KTXH!E12` in a workbook.
    #[must_use]
    pub fn location(&self) -> String {
        match &self.sheet {
            Some(sheet) => {
                format!("{}!{}{}", visible(sheet), column_letters(self.column), self.line)
            }
            None => format!("{}:{}", self.line, self.column),
        }
    }
}

impl Excerpt {
    /// Creates an excerpt around `length` characters at `start` in a line. Returns `None` for an empty line.
    #[must_use]
    pub fn of(line: &str, start: usize, length: usize) -> Option<Self> {
        let line = line.trim_end_matches(['\n', '\r']);
        // Something missing from a short line is located at its end.
        let start = start.min(line.chars().count());
        let from = start.saturating_sub(QUOTED);
        let until = start + length.min(QUOTED) + QUOTED;
        let text: String = line.chars().skip(from).take(until - from).collect();
        let cut_before = from > 0;
        let cut_after = line.chars().nth(until).is_some();
        (!text.trim().is_empty()).then(|| Self {
            start: start - from + usize::from(cut_before),
            length: length.clamp(1, QUOTED),
            text: format!(
                "{}{text}{}",
                if cut_before { "…" } else { "" },
                if cut_after { "…" } else { "" }
            ),
        })
    }
}

/// Formats a column number of a sheet, from 1, in letters: 1 is A, 27 is AA.
#[must_use]
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

impl std::error::Error for Diagnostics {}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", visible(&self.file), self.location())?;
        if !self.path.is_empty() {
            write!(f, "{}: ", visible(&self.path))?;
        }
        write!(f, "{}; {}", visible(&self.found), visible(&self.expected))
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.with(&Omitted::default()))
    }
}

impl Diagnostics {
    /// Formats the first diagnostics, and the number of all others, including the omitted ones.
    pub(in crate::dataset) fn with(&self, omitted: &Omitted) -> String {
        let first: Vec<String> = self.0.iter().take(SHOWN).map(ToString::to_string).collect();
        let first = first.join("\n");
        match self.0.len().saturating_sub(SHOWN) + omitted.total() {
            0 => first,
            more => format!("{first}\n… and {more} more"),
        }
    }
}

impl Collected<Diagnostic> {
    /// Keeps those diagnostics that the quota allows.
    pub(in crate::dataset) fn keep(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        for diagnostic in diagnostics {
            if self.admit(diagnostic.rule) {
                self.kept.push(diagnostic);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn column_letters_are_those_of_a_spreadsheet() {
        for (column, letters) in [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA"), (16384, "XFD")] {
            assert_eq!(column_letters(column), letters);
        }
    }

    #[test]
    fn an_excerpt_contains_its_subject() {
        let line = format!("{}xyz{}", "a".repeat(500), "b".repeat(500));
        let excerpt = Excerpt::of(&line, 500, 3).unwrap();
        let marked: String =
            excerpt.text.chars().skip(excerpt.start).take(excerpt.length).collect();
        assert_eq!(marked, "xyz");
        assert!(excerpt.text.chars().count() < 200);
        assert_eq!(Excerpt::of("\n", 0, 1), None);
    }
}
