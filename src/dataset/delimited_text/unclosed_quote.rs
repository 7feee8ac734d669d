//! Finds misplaced quotes in delimited text: never closed, or followed by more text.
//!
//! A quote that is never closed would turn everything up to the next quote, possibly many rows, into one
//! cell. Such a quote is detected and removed, so that its line and the lines below are read normally.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter};

/// The number of locations kept of each kind; further ones are counted.
const NAMED: usize = 1000;

/// The number of columns from which a line can be recognised as a row by its number of separators.
const COLUMNS: usize = 3;

/// The number of lines from which the number of columns is inferred.
const SAMPLED: usize = 80;

/// The location of a quote: line and column in characters, from 1.
pub(crate) type Place = (usize, usize);

/// The misplaced quotes of a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Quotes {
    /// The first opening quotes that are never closed.
    pub(crate) open: Vec<Place>,
    /// The number of further such quotes.
    pub(crate) more_open: usize,
    /// The first closing quotes that are followed by more text in the cell.
    pub(crate) followed: Vec<Place>,
    /// The number of further such quotes.
    pub(crate) more_followed: usize,
}

/// Returns the text without opening quotes that are never closed, and the misplaced quotes.
pub(crate) fn repaired(text: &str, separator: u8) -> (Cow<'_, str>, Quotes) {
    let mut quotes = Quotes::default();
    let mut left_out = Vec::new();
    each(text, separator, |at, place, kind| {
        let (named, more) = match kind {
            Kind::Open => (&mut quotes.open, &mut quotes.more_open),
            Kind::Followed => (&mut quotes.followed, &mut quotes.more_followed),
        };
        if named.len() < NAMED {
            named.push(place())
        } else {
            *more += 1
        }
        if kind == Kind::Open {
            left_out.push(at);
        }
        true
    });
    if left_out.is_empty() {
        return (Cow::Borrowed(text), quotes);
    }
    let mut repaired = String::with_capacity(text.len());
    let mut from = 0;
    for at in left_out {
        repaired.push_str(&text[from..at]);
        from = at + 1;
    }
    repaired.push_str(&text[from..]);
    (Cow::Owned(repaired), quotes)
}

/// Returns the location of the first opening quote that is never closed.
pub(crate) fn first_open(text: &str, separator: u8) -> Option<Place> {
    let mut first = None;
    each(text, separator, |_, place, kind| {
        if kind == Kind::Open {
            first = Some(place());
        }
        first.is_none()
    });
    first
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Open,
    Followed,
}

/// Calls `show` for each misplaced quote, in order, until it returns false.
fn each(text: &str, separator: u8, mut show: impl FnMut(usize, &dyn Fn() -> Place, Kind) -> bool) {
    let bytes = text.as_bytes();
    let Some(first) = memchr(b'"', bytes) else { return };
    let columns = columns(text, separator);
    let (mut from, mut counted, mut line) = (first, 0, 1);
    while let Some(opening) = next(bytes, from) {
        let begins_cell = opening == 0 || ends_cell(bytes.get(opening - 1), separator);
        if !begins_cell {
            from = opening + 1;
            continue;
        }
        let closing = closing(bytes, opening + 1);
        let spans_lines = closing.is_none_or(|at| bytes[opening..at].contains(&b'\n'));
        let closes = closing
            .is_some_and(|at| at + 1 == bytes.len() || ends_cell(bytes.get(at + 1), separator));
        let (kind, at) = match closing {
            Some(at)
                if closes
                    && !(spans_lines && joins_rows(bytes, (opening, at), separator, columns)) =>
            {
                from = at + 1;
                continue;
            }
            Some(at) if !spans_lines => {
                from = at + 1;
                (Kind::Followed, at)
            }
            _ => {
                // The rest of the line may contain complete cells.
                from = opening + 1;
                (Kind::Open, opening)
            }
        };
        line += memchr_iter(b'\n', &bytes[counted..at]).count();
        counted = at;
        let place = || {
            let line_start = text[..at].rfind('\n').map_or(0, |end| end + 1);
            (line, text[line_start..at].chars().count() + 1)
        };
        if !show(at, &place, kind) {
            return;
        }
    }
}

/// Whether a quoted cell over several lines joins separate rows: its first and last lines are complete rows
/// if the quotes are ignored.
fn joins_rows(
    bytes: &[u8],
    (opening, closing): (usize, usize),
    separator: u8,
    columns: usize,
) -> bool {
    if columns < COLUMNS {
        return false;
    }
    let start = bytes[..opening].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let end = |at: usize| memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end);
    let last = bytes[..closing].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let is_row = |line: &[u8]| memchr_iter(separator, line).count() + 1 == columns;
    is_row(&bytes[start..end(start)]) && is_row(&bytes[last..end(last)])
}

/// Returns the most frequent number of columns in the first lines.
fn columns(text: &str, separator: u8) -> usize {
    let mut counted: Vec<(usize, usize)> = Vec::new();
    for line in text.as_bytes().split(|byte| *byte == b'\n').take(SAMPLED) {
        let columns = memchr_iter(separator, line).count() + 1;
        match counted.iter_mut().find(|(known, _)| *known == columns) {
            Some((_, count)) => *count += 1,
            None => counted.push((columns, 1)),
        }
    }
    counted
        .into_iter()
        .max_by_key(|(columns, count)| (*count, *columns))
        .map_or(1, |(columns, _)| columns)
}

fn next(bytes: &[u8], from: usize) -> Option<usize> {
    memchr(b'"', bytes.get(from..)?).map(|at| from + at)
}

/// Returns the offset of the quote that closes a quoted cell, from `from` on; two quotes are one in the text.
pub(crate) fn closing(bytes: &[u8], mut from: usize) -> Option<usize> {
    loop {
        let at = next(bytes, from)?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        from = at + 2;
    }
}

fn ends_cell(byte: Option<&u8>, separator: u8) -> bool {
    byte.is_some_and(|byte| *byte == separator || matches!(byte, b'\n' | b'\r'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn distinguishes_an_unclosed_quote_from_quotes_in_text() {
        for (text, open, followed) in [
            ("a;\"b;c\"\n\"d\ne\";f\n", None, None),
            ("a;\"say \"\"x\"\"\"\n", None, None),
            ("a;ống 21\" x 3\"\n", None, None),
            ("a;\"A\" nhóm;1\n", None, Some((1, 5))),
            ("a;b\nc;\"d;1\ne;f;2\n", Some((2, 3)), None),
            ("a;b\nđ;\"d;1\ne;\"f\";2\n", Some((2, 3)), None),
            // The quote is closed further down, and all lines between are rows.
            ("a;b;c\nd;\"e;1\nf;g;2\nh;i\";3\n", Some((2, 3)), None),
            ("a;b;c\nd;\"e\ne\ne\";3\nf;g;4\n", None, None),
        ] {
            let (repaired, quotes) = repaired(text, b';');
            assert_eq!(quotes.open.first().copied(), open, "{text}");
            assert_eq!(quotes.followed.first().copied(), followed, "{text}");
            assert_eq!(first_open(text, b';'), open, "{text}");
            assert_eq!(repaired.len(), text.len() - quotes.open.len());
        }
    }

    #[test]
    fn removes_and_reports_each_unclosed_quote() {
        let row = |at: usize| format!("{at};\"Thu;{at}\n");
        let text: String = (0..3000).map(row).collect();
        let (repaired, quotes) = repaired(&text, b';');
        assert_eq!(repaired, text.replace('"', ""));
        assert_eq!((quotes.open.len(), quotes.more_open), (NAMED, 3000 - NAMED));
        assert_eq!(quotes.open[999], (1000, 5));
    }

    proptest! {
        #[test]
        fn repaired_text_has_no_unclosed_quote(text in "(a|ộ|\"|\"\"|;|\r|\n| ){0,40}") {
            let (repaired, quotes) = repaired(&text, b';');
            prop_assert_eq!(repaired.len() + quotes.open.len(), text.len());
        }
    }
}
