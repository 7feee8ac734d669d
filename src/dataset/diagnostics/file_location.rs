//! Where in a file a problem is, with the line concerned.

use crate::text::sanitize::visible;

/// The number of characters quoted on each side of the excerpt's subject.
const QUOTED: usize = 60;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file, as the user named it.
    pub file: String,
    /// The name of the sheet, in a workbook.
    pub sheet: Option<String>,
    /// The line, from 1; in a workbook, the row.
    pub line: usize,
    /// The column in characters, from 1; in a workbook, the column of the sheet.
    pub column: usize,
    /// The path in the data, such as `sections[1].indicators[3].unit`, or the heading of the column; empty for the
    /// file as a whole.
    pub path: String,
    /// The line concerned.
    pub excerpt: Option<Excerpt>,
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

impl Location {
    /// The location of a file as a whole.
    #[must_use]
    pub fn of_file(file: &str) -> Self {
        Self::of_line(file, 1)
    }

    /// The location of a whole line. The file as a whole is located at its first line.
    pub(crate) fn of_line(file: &str, line: usize) -> Self {
        let file = file.to_owned();
        Self { file, sheet: None, line, column: 1, path: String::new(), excerpt: None }
    }

    /// Formats the place within the file: `3:14` in text, `KTXH!E12` in a workbook.
    #[must_use]
    pub fn within_file(&self) -> String {
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
