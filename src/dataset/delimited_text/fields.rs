//! Splits a record of delimited text into its cells, one by one, borrowed from the text where possible.
//!
//! Quoting follows the csv crate, which cannot return borrowed cells: a quote at the start of a cell quotes
//! up to the next quote, two quotes within are one, and text after the closing quote is part of the cell.

use std::borrow::Cow;

use memchr::{memchr2_iter, memchr3};

use super::byte_search::ByteSearch;
use super::unclosed_quote::closing;

/// An iterator over the cells of a record.
#[derive(Debug, Clone)]
pub(crate) struct Fields<'t> {
    text: &'t str,
    /// The byte offset of the next cell; at the end, the end of the record.
    at: usize,
    separator: u8,
    at_end: bool,
}

impl<'t> Fields<'t> {
    /// Starts at a byte offset of the text, the start of a record or of a later cell.
    pub(crate) fn at(text: &'t str, at: usize, separator: u8) -> Self {
        Self { text, at, separator, at_end: false }
    }

    /// Returns the byte offset of the next cell, or the end of the record.
    pub(crate) fn next_at(&self) -> usize {
        self.at
    }
}

/// Calls `take` for each cell of the record at a byte offset, until it returns false. Returns the end of the
/// record, if it was reached. A table has millions of cells, so the ends of unquoted cells are found by a
/// [`ByteSearch`].
pub(crate) fn each<'t>(
    text: &'t str,
    at: usize,
    separator: u8,
    mut take: impl FnMut(Cow<'t, str>) -> bool,
) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut begin = at;
    let mut delimiters = ByteSearch::of([separator, b'\n', b'\r', b'"'], bytes, at);
    loop {
        let end = delimiters.next().unwrap_or(bytes.len());
        if bytes.get(end) == Some(&b'"') {
            if end > begin {
                // A quote within an unquoted cell is an ordinary character.
                continue;
            }
            let mut rest = Fields::at(text, begin, separator);
            if !rest.next().is_some_and(&mut take) {
                return None;
            }
            if rest.at_end {
                return Some(rest.at);
            }
            begin = rest.at;
            delimiters.skip_to(begin);
            continue;
        }
        if !take(Cow::Borrowed(&text[begin..end])) {
            return None;
        }
        if bytes.get(end) != Some(&separator) {
            return Some(end);
        }
        begin = end + 1;
    }
}

/// Whether a text has no quotes, and a carriage return only at the end of a line: then [`each_unquoted`] cuts it.
pub(crate) fn is_unquoted(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr2_iter(b'"', b'\r', bytes)
        .all(|at| bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n'))
}

/// The same as [`each`] for a text that [is unquoted](is_unquoted), in which fewer bytes have a meaning.
pub(crate) fn each_unquoted<'t>(
    text: &'t str,
    at: usize,
    separator: u8,
    mut take: impl FnMut(Cow<'t, str>) -> bool,
) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut begin = at;
    let mut delimiters = ByteSearch::of([separator, b'\n'], bytes, at);
    loop {
        let end = delimiters.next().unwrap_or(bytes.len());
        let is_last = bytes.get(end) != Some(&separator);
        let cell = &text[begin..end];
        let cell = if is_last { cell.strip_suffix('\r').unwrap_or(cell) } else { cell };
        // In one place, so that it can be compiled into the loop.
        if !take(Cow::Borrowed(cell)) {
            return None;
        }
        if is_last {
            return Some(begin + cell.len());
        }
        begin = end + 1;
    }
}

impl<'t> Iterator for Fields<'t> {
    type Item = Cow<'t, str>;

    fn next(&mut self) -> Option<Cow<'t, str>> {
        if self.at_end {
            return None;
        }
        let (bytes, start) = (self.text.as_bytes(), self.at);
        let quoted = bytes.get(start) == Some(&b'"');
        let closing = || closing(bytes, start + 1).unwrap_or(bytes.len());
        let closing = if quoted { closing() } else { start };
        let behind = if quoted { bytes.len().min(closing + 1) } else { start };
        let end = memchr3(self.separator, b'\n', b'\r', &bytes[behind..]);
        let end = end.map_or(bytes.len(), |at| behind + at);
        self.at_end = bytes.get(end) != Some(&self.separator);
        self.at = if self.at_end { end } else { end + 1 };
        if !quoted {
            return Some(Cow::Borrowed(&self.text[start..end]));
        }
        let (within, more) = (&self.text[start + 1..closing], &self.text[behind..end]);
        Some(if more.is_empty() && !within.contains('"') {
            Cow::Borrowed(within)
        } else {
            Cow::Owned(within.replace("\"\"", "\"") + more)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn by_csv(text: &str) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new();
        let mut reader =
            reader.delimiter(b';').flexible(true).has_headers(false).from_reader(text.as_bytes());
        let record = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
        reader.records().map(|found| record(found.unwrap())).collect()
    }

    fn by_record(text: &str) -> Vec<Vec<String>> {
        let (mut records, mut at) = (Vec::new(), 0);
        loop {
            at += text[at..].bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            if at >= text.len() {
                return records;
            }
            let mut record = Fields::at(text, at, b';');
            records.push(record.by_ref().map(Cow::into_owned).collect());
            at = record.at;
        }
    }

    fn by_each(text: &str) -> Vec<Vec<String>> {
        let (mut records, mut at) = (Vec::new(), 0);
        loop {
            at += text[at..].bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            if at >= text.len() {
                return records;
            }
            let mut record = Vec::new();
            let end = each(text, at, b';', |cell| {
                record.push(cell.into_owned());
                true
            });
            at = end.unwrap();
            records.push(record);
        }
    }

    proptest! {
        #[test]
        fn a_text_without_quotes_is_split_alike(text in "(a|ộ|;|\r\n|\n| ){0,40}", other in "(a|\"|;|\r|\n){0,6}") {
            let starts = std::iter::once(0).chain(text.match_indices([';', '\n']).map(|(at, _)| at + 1));
            for at in starts {
                let (mut cells, mut expected) = (Vec::new(), Vec::new());
                let end = each(&text, at, b';', |cell| { expected.push(cell); true });
                let own = each_unquoted(&text, at, b';', |cell| { cells.push(cell); true });
                prop_assert_eq!((cells, own), (expected, end));
            }
            prop_assert!(is_unquoted(&text));
            let has_lone_return = other.replace("\r\n", "").contains('\r');
            prop_assert_eq!(is_unquoted(&other), !other.contains('"') && !has_lone_return);
        }

        #[test]
        fn splits_like_the_csv_crate(text in "(a|ộ|\"|\"\"|;|\r|\n|\r\n| ){0,40}") {
            prop_assert_eq!(by_record(&text), by_csv(&text));
            prop_assert_eq!(by_each(&text), by_csv(&text));
        }
    }

    #[test]
    fn borrows_cells_that_need_no_unescaping() {
        let cells: Vec<_> = Fields::at("a;\"b;c\";\"d\"\"e\"\nf", 0, b';').collect();
        assert_eq!(cells, ["a", "b;c", "d\"e"]);
        assert!(matches!(cells[..], [Cow::Borrowed(_), Cow::Borrowed(_), Cow::Owned(_)]));
    }
}
