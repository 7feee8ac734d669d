//! The form in which paragraphs are kept.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::lexicon::prose_words::DOCUMENT_KINDS;

/// Puts a paragraph into NFC on one line: white space is one space, control characters and invisible ones are
/// dropped. `None` if nothing is left.
pub(super) fn clean(text: &str) -> Option<String> {
    let mut cleaned = String::with_capacity(text.len());
    for c in in_nfc(text).chars() {
        if c.is_whitespace() {
            if !cleaned.is_empty() && !cleaned.ends_with(' ') {
                cleaned.push(' ');
            }
        } else if !c.is_control() && !is_invisible(c) {
            cleaned.push(c);
        }
    }
    cleaned.truncate(cleaned.trim_end().len());
    (!cleaned.is_empty()).then_some(cleaned)
}

/// The text in NFC. Nearly all text is, and to see that is much faster than to compose it.
fn in_nfc(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    }
}

/// Takes the title out of the lines of a document; empty if it has none.
pub(super) fn take_title(lines: &mut Vec<String>) -> String {
    if let Some(at) = below_head(lines) {
        let kind = lines.remove(at);
        let bare = kind.chars().all(|c| !c.is_lowercase());
        return match lines.get(at).filter(|next| bare && is_title(next)) {
            Some(_) => format!("{kind} {}", lines.remove(at)),
            None => kind,
        };
    }
    // A pasted paragraph has no title above it.
    if lines.first().is_some_and(|line| is_title(line)) { lines.remove(0) } else { String::new() }
}

/// The line below the head of an office's letter that begins with the kind of the document, in capitals.
fn below_head(lines: &[String]) -> Option<usize> {
    const HEAD: usize = 12;
    let begins = |line: &String| {
        let rest = DOCUMENT_KINDS.iter().find_map(|kind| line.strip_prefix(kind));
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)) && is_title(line)
    };
    let at = lines.iter().take(HEAD).position(begins)?;
    // Nothing but short lines is above it.
    lines[..at].iter().all(|line| is_title(line)).then_some(at)
}

/// Whether a line is a title: not long, and no sentence with a full stop.
fn is_title(line: &str) -> bool {
    const LONGEST: usize = 250;
    line.chars().count() <= LONGEST && !line.ends_with(['.', ';', ','])
}

/// Zero-width characters, soft hyphens, byte order marks, and marks of the direction of writing.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_one_line_in_nfc() {
        assert_eq!(
            clean("  Tổng \u{a0} thu\r\n\t1.035 ty\u{309} ").as_deref(),
            Some("Tổng thu 1.035 tỷ")
        );
        assert_eq!(clean("\u{feff}\u{200b} \r"), None);
        assert_eq!(clean("a\u{1b}[31mb").as_deref(), Some("a[31mb"));
    }
}
