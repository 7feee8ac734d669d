//! The form in which paragraphs are kept.

use unicode_normalization::UnicodeNormalization;

/// Puts a paragraph into NFC on one line: white space is one space, control characters and invisible ones are
/// dropped. `None` if nothing is left.
pub(super) fn clean(text: &str) -> Option<String> {
    let mut cleaned = String::with_capacity(text.len());
    for c in text.nfc() {
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

/// Whether a first line is a title: not long, and no sentence with a full stop.
pub(super) fn is_title(line: &str) -> bool {
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
