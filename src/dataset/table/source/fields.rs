//! The cells of a record of delimited text, one by one and borrowed where the text has them as they are.
//!
//! What is a cell follows the csv package, which cannot lend them: a quote at a cell's beginning quotes
//! until the next one, two of them within are one, and what stands behind the last is part of the cell.

use std::borrow::Cow;

use memchr::memchr3;

use super::byte_search::ByteSearch;
use super::unclosed_quote::closing;

/// The cells of a record from its beginning on.
#[derive(Debug, Clone)]
pub(in crate::dataset::table) struct Fields<'t> {
    text: &'t str,
    /// Where the next cell begins, or, at the end, where the record has ended.
    at: usize,
    separator: u8,
    ended: bool,
}

impl<'t> Fields<'t> {
    /// The record that begins at a byte of the text; or the rest of one, from a cell of it on.
    pub(in crate::dataset::table) fn at(text: &'t str, at: usize, separator: u8) -> Self {
        Self { text, at, separator, ended: false }
    }

    /// Where the next cell begins, or where the record has ended.
    pub(in crate::dataset::table) fn next_at(&self) -> usize {
        self.at
    }
}

/// Takes the cells of the record that begins at a byte of the text as long as `take` says to go on; returns
/// where the record ends, if it did. A table has millions of them: as long as nothing is quoted, the ends
/// of its cells are found eight bytes at a time.
pub(in crate::dataset::table) fn each<'t>(
    text: &'t str,
    at: usize,
    separator: u8,
    mut take: impl FnMut(Cow<'t, str>) -> bool,
) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut begin = at;
    let mut signs = ByteSearch::of([separator, b'\n', b'\r', b'"'], bytes, at);
    loop {
        let end = signs.next().unwrap_or(bytes.len());
        if bytes.get(end) == Some(&b'"') {
            if end > begin {
                // Within a cell it is a sign like any other.
                continue;
            }
            let mut rest = Fields::at(text, begin, separator);
            if !rest.next().is_some_and(&mut take) {
                return None;
            }
            if rest.ended {
                return Some(rest.at);
            }
            begin = rest.at;
            signs.go_on_at(begin);
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

impl<'t> Iterator for Fields<'t> {
    type Item = Cow<'t, str>;

    fn next(&mut self) -> Option<Cow<'t, str>> {
        if self.ended {
            return None;
        }
        let (bytes, start) = (self.text.as_bytes(), self.at);
        let quoted = bytes.get(start) == Some(&b'"');
        let closing = || closing(bytes, start + 1).unwrap_or(bytes.len());
        let closing = if quoted { closing() } else { start };
        let behind = if quoted { bytes.len().min(closing + 1) } else { start };
        let end = memchr3(self.separator, b'\n', b'\r', &bytes[behind..]);
        let end = end.map_or(bytes.len(), |at| behind + at);
        self.ended = bytes.get(end) != Some(&self.separator);
        self.at = if self.ended { end } else { end + 1 };
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
        fn records_are_those_of_csv(text in "(a|ộ|\"|\"\"|;|\r|\n|\r\n| ){0,40}") {
            prop_assert_eq!(by_record(&text), by_csv(&text));
            prop_assert_eq!(by_each(&text), by_csv(&text));
        }
    }

    #[test]
    fn cells_are_borrowed_where_the_text_has_them() {
        let cells: Vec<_> = Fields::at("a;\"b;c\";\"d\"\"e\"\nf", 0, b';').collect();
        assert_eq!(cells, ["a", "b;c", "d\"e"]);
        assert!(matches!(cells[..], [Cow::Borrowed(_), Cow::Borrowed(_), Cow::Owned(_)]));
    }
}
