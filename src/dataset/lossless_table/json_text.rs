//! Text that its format would change on the way: blanks at its ends, control characters, characters that a
//! reader composes or repairs. It is written as a JSON string, in quotes and with escapes, and read as one.

use std::borrow::Cow;
use std::fmt::Write as _;

/// How a format treats the text of its cells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Format {
    /// Whether a text comes back from a cell as it is.
    pub(super) keeps: fn(&str) -> bool,
}

impl Format {
    /// The cell of a text.
    pub(super) fn text(self, text: &str) -> Cow<'_, str> {
        // What looks like such a string would be read as one.
        if (self.keeps)(text) && matches!(unquoted(text), Cow::Borrowed(_)) {
            return Cow::Borrowed(text);
        }
        Cow::Owned(in_ascii(&serde_json::Value::from(text).to_string()))
    }

    /// The cell of a value in JSON.
    pub(super) fn json(self, json: &str) -> Cow<'_, str> {
        if (self.keeps)(json) { Cow::Borrowed(json) } else { Cow::Owned(in_ascii(json)) }
    }
}

/// The text of a cell.
pub(super) fn unquoted(cell: &str) -> Cow<'_, str> {
    if !(cell.starts_with('"') && cell.ends_with('"')) {
        return Cow::Borrowed(cell);
    }
    serde_json::from_str(cell).map_or(Cow::Borrowed(cell), Cow::Owned)
}

/// JSON with escapes for all that is not a plain character of ASCII, which no format changes. An escape of
/// workbooks, `_x000D_`, is no escape without its low line.
fn in_ascii(json: &str) -> String {
    let mut to = String::with_capacity(json.len() * 2);
    for c in json.chars() {
        if matches!(c, ' '..='~') && c != '_' {
            to.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            // Writing to a String cannot fail.
            let _ = write!(to, "\\u{unit:04x}");
        }
    }
    to
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_would_change_is_quoted() {
        let format = Format { keeps: |text| !text.contains(['\t', 'ạ']) };
        for (text, cell) in [
            ("Tỷ lệ", "Tỷ lệ"),
            ("\tThu", r#""\tThu""#),
            ("ạ_x", r#""\u1ea1\u005fx""#),
            ("\"A\" và \"B\"", "\"A\" và \"B\""),
            ("\"Thu\"", r#""\"Thu\"""#),
            ("\"", "\""),
        ] {
            assert_eq!(format.text(text), cell);
            assert_eq!(unquoted(cell), text);
        }
        assert_eq!(format.json("[\"ạ𝄞\"]"), r#"["\u1ea1\ud834\udd1e"]"#);
    }
}
