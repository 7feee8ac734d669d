//! Quotes that are never closed. What follows one, to the end of the file, would be taken for its cell.

use memchr::memchr;

/// The text before the line whose quote is not closed, with that line's number and the column of the
/// quote in characters, both from 1; the whole text where every quote is closed.
///
/// A quote that closes lines further down, in the middle of a cell, is another cell's: the first one was
/// left open all the same.
pub(super) fn closed(text: &str, separator: u8) -> (&str, Option<(usize, usize)>) {
    let bytes = text.as_bytes();
    let mut from = 0;
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
        match closing {
            Some(at) if closes || !spans_lines => from = at + 1,
            _ => {
                let line_start = text[..opening].rfind('\n').map_or(0, |at| at + 1);
                let line = text[..opening].matches('\n').count() + 1;
                let column = text[line_start..opening].chars().count() + 1;
                return (&text[..line_start], Some((line, column)));
            }
        }
    }
    (text, None)
}

fn next(bytes: &[u8], from: usize) -> Option<usize> {
    memchr(b'"', bytes.get(from..)?).map(|at| from + at)
}

/// The quote that ends a quoted cell, looked for from `from` on; two together stand for one in its text.
pub(super) fn closing(bytes: &[u8], mut from: usize) -> Option<usize> {
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

    #[test]
    fn an_open_quote_is_told_from_those_within_text() {
        for (text, place) in [
            ("a;\"b;c\"\n\"d\ne\";f\n", None),
            ("a;\"say \"\"x\"\"\"\n", None),
            ("a;ống 21\" x 3\"\n", None),
            ("a;\"A\" nhóm;1\n", None),
            ("a;b\nc;\"d;1\ne;f;2\n", Some((2, 3))),
            ("a;b\nđ;\"d;1\ne;\"f\";2\n", Some((2, 3))),
        ] {
            let (before, found) = closed(text, b';');
            assert_eq!(found, place, "{text}");
            assert_eq!(before, if place.is_some() { "a;b\n" } else { text });
        }
    }
}
