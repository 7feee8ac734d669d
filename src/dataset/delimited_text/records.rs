//! The records of a delimited text, with their line numbers.

use std::borrow::Cow;

use memchr::memchr_iter;

use super::fields::{Fields, each, each_unquoted};

/// The number of bytes in which the first record of a file is searched.
const SAMPLE: usize = 64 * 1024;

/// A position in a delimited text that moves from record to record. Empty lines are skipped.
#[derive(Debug)]
pub(crate) struct Records<'t> {
    text: &'t str,
    separator: u8,
    /// Whether the text [is unquoted](super::fields::is_unquoted), so that it can be cut faster.
    pub(crate) are_unquoted: bool,
    /// The byte offset of the next record, or of the line breaks before it.
    at: usize,
    /// The line number of the offset `counted`, from 1.
    line: u32,
    counted: usize,
}

impl<'t> Records<'t> {
    /// Begins at the start of a text.
    pub(crate) fn of(text: &'t str, separator: u8) -> Self {
        Self { text, separator, are_unquoted: false, at: 0, line: 1, counted: 0 }
    }

    /// Returns the byte offset and the line number of the next record; `None` at the end of the text.
    pub(crate) fn next_start(&mut self) -> Option<(usize, u32)> {
        let bytes = self.text.as_bytes();
        let blank = |byte: &&u8| matches!(byte, b'\n' | b'\r');
        self.at += bytes[self.at..].iter().take_while(blank).count();
        if self.at >= bytes.len() {
            return None;
        }
        let breaks = memchr_iter(b'\n', &bytes[self.counted..self.at]).count();
        self.line = self.line.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
        self.counted = self.at;
        Some((self.at, self.line))
    }

    /// Calls `take` for each cell of the record at the offset of [`Records::next_start`], and moves behind it.
    pub(crate) fn each_cell(&mut self, mut take: impl FnMut(Cow<'t, str>)) {
        let take = |cell| {
            take(cell);
            true
        };
        let end = match self.are_unquoted {
            true => each_unquoted(self.text, self.at, self.separator, take),
            false => each(self.text, self.at, self.separator, take),
        };
        self.at = end.unwrap_or(self.text.len());
    }
}

impl<'t> Iterator for Records<'t> {
    /// A line number, from 1, and the cells of the record that begins there.
    type Item = (usize, Vec<Cow<'t, str>>);

    fn next(&mut self) -> Option<Self::Item> {
        let (_, line) = self.next_start()?;
        let mut cells = Vec::new();
        self.each_cell(|cell| cells.push(cell));
        Some((line as usize, cells))
    }
}

/// Returns the cells of the first record of a file, in UTF-8 with or without a byte order mark; invalid bytes
/// are replaced.
pub(crate) fn first_record(bytes: &[u8], separator: u8) -> Vec<String> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let text = String::from_utf8_lossy(&text[..text.len().min(SAMPLE)]);
    let first = Records::of(&text, separator).next_start();
    let cells = first.map(|(start, _)| Fields::at(&text, start, separator));
    cells.into_iter().flatten().map(Cow::into_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_know_their_lines() {
        let text = "a;b\n\n\"c\nd\";e\r\nf;g";
        let found: Vec<_> = Records::of(text, b';').collect();
        let expected = [(1, ["a", "b"]), (3, ["c\nd", "e"]), (5, ["f", "g"])];
        let expected = expected.map(|(line, cells)| (line, cells.map(Cow::from).to_vec()));
        assert_eq!(found, expected);
    }

    #[test]
    fn the_first_record_may_be_quoted() {
        let text = "\u{feff}\"name\",\"Đơn vị, nếu có\"\n1,2\n";
        assert_eq!(first_record(text.as_bytes(), b','), ["name", "Đơn vị, nếu có"]);
        assert!(first_record(b"", b',').is_empty());
    }
}
