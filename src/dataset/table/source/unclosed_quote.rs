//! Quotes of delimited text that are not where a cell needs them: never closed, or followed by more text.
//!
//! A quote that is never closed would take everything up to the next one, rows and rows of it, for one cell.
//! Such a cell is found line by line, and the quote is left out, so that its line and those below are read.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter};

/// How many of each kind are named with their places; the others are counted.
const NAMED: usize = 1000;

/// Columns of a table from which on a line can be recognised by their number.
const COLUMNS: usize = 3;

/// How many lines are looked at for the number of columns.
const SAMPLED: usize = 80;

/// Where a quote is: line and column in characters, from 1.
pub(in crate::dataset) type Place = (usize, usize);

/// What is wrong with the quotes of a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::dataset) struct Quotes {
    /// Opening quotes that are never closed, the first of them.
    pub(in crate::dataset) open: Vec<Place>,
    /// How many there are besides.
    pub(in crate::dataset) more_open: usize,
    /// Closing quotes that more text follows within the cell, the first of them.
    pub(in crate::dataset) followed: Vec<Place>,
    /// How many there are besides.
    pub(in crate::dataset) more_followed: usize,
}

/// The text without the opening quotes that are never closed, and what is wrong with its quotes.
pub(in crate::dataset) fn repaired(text: &str, separator: u8) -> (Cow<'_, str>, Quotes) {
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

/// The first opening quote that is never closed.
pub(in crate::dataset) fn first_open(text: &str, separator: u8) -> Option<Place> {
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

/// Shows what is wrong with quotes, in order, as long as `show` says to go on.
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
                // The rest of its line may hold whole cells.
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

/// Whether a quoted cell over several lines joins rows: the lines that it begins and ends in are whole rows
/// without it.
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

/// How many columns most of the first lines have.
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

/// The quote that ends a quoted cell, looked for from `from` on; two together stand for one in its text.
pub(in crate::dataset) fn closing(bytes: &[u8], mut from: usize) -> Option<usize> {
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
    fn an_open_quote_is_told_from_those_within_text() {
        for (text, open, followed) in [
            ("a;\"b;c\"\n\"d\ne\";f\n", None, None),
            ("a;\"say \"\"x\"\"\"\n", None, None),
            ("a;ống 21\" x 3\"\n", None, None),
            ("a;\"A\" nhóm;1\n", None, Some((1, 5))),
            ("a;b\nc;\"d;1\ne;f;2\n", Some((2, 3)), None),
            ("a;b\nđ;\"d;1\ne;\"f\";2\n", Some((2, 3)), None),
            // It closes a cell further down, and all between are rows.
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
    fn each_open_quote_is_left_out_and_named() {
        let row = |at: usize| format!("{at};\"Thu;{at}\n");
        let text: String = (0..3000).map(row).collect();
        let (repaired, quotes) = repaired(&text, b';');
        assert_eq!(repaired, text.replace('"', ""));
        assert_eq!((quotes.open.len(), quotes.more_open), (NAMED, 3000 - NAMED));
        assert_eq!(quotes.open[999], (1000, 5));
    }

    proptest! {
        #[test]
        fn repaired_text_has_no_open_quote_that_reaches_its_end(text in "(a|ộ|\"|\"\"|;|\r|\n| ){0,40}") {
            let (repaired, quotes) = repaired(&text, b';');
            prop_assert_eq!(repaired.len() + quotes.open.len(), text.len());
        }
    }
}
