//! Letters and their marks as one character each, in which all words of the program are written.

use std::borrow::Cow;

use memchr::memchr2;
use unicode_normalization::UnicodeNormalization;

/// The first bytes of the marks that are written behind a letter: U+0300 to U+036F.
const MARKS: [u8; 2] = [0xcc, 0xcd];

/// Returns a text with its marks as parts of their letters: files from a Mac may have them apart.
/// Nearly no text has, so that the question must be cheap.
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    match memchr2(MARKS[0], MARKS[1], text.as_bytes()) {
        Some(_) => Cow::Owned(text.nfc().collect()),
        None => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_parts_of_their_letters() {
        assert_eq!(composed("ngu\u{31b}o\u{31b}\u{300}i"), "người");
        assert!(matches!(composed("Sản lượng, ÷ × €"), Cow::Borrowed(_)));
    }
}
