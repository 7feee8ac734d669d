//! Tokenizer for names and queries, and the way back from tokens to byte ranges of the published
//! name.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::fold::{fold, is_invisible};

/// The matched characters of a folded word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MatchedChars {
    /// The word, counted from 0.
    pub(super) word: usize,
    /// The characters of it, after folding.
    pub(super) chars: Range<usize>,
}

/// Returns the byte ranges of the words of a text. A word starts with a letter or a digit and
/// contains only letters, digits, combining marks and invisible characters.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut next = 0;
    std::iter::from_fn(move || {
        let word = usual_word(text, next).unwrap_or_else(|| {
            let start = end_of(text, next, |kind| kind != Kind::Letter);
            start..end_of(text, start, |kind| kind != Kind::Other)
        });
        next = word.end;
        (!word.is_empty()).then_some(word)
    })
}

/// Returns the next word if all characters before its end are ASCII or letters of Vietnamese. The
/// bytes are only added up, without a branch for each kind of letter, which no processor can predict.
#[inline]
fn usual_word(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = &text.as_bytes()[from..];
    let start = rest.iter().position(|byte| BYTES[*byte as usize] != OTHER).unwrap_or(rest.len());
    let (mut end, mut before, mut unusual) = (start, 0, 0);
    while let Some(byte) = rest.get(end).copied() {
        let kind = BYTES[byte as usize];
        if kind == OTHER {
            break;
        }
        // Not × and ÷ (C3 97, C3 B7), and of E1 only U+1E00 to U+1EFF (E1 B8 to E1 BB).
        let sign = before == 0xc3 && (byte == 0x97 || byte == 0xb7);
        let other = before == 0xe1 && !matches!(byte, 0xb8..=0xbb);
        unusual |= (kind & UNUSUAL) | u8::from(sign) | u8::from(other);
        before = byte;
        end += 1;
    }
    (unusual == 0).then_some(from + start..from + end)
}

/// A byte that is no part of a word: ASCII, but no letter or digit.
const OTHER: u8 = 0;
/// A byte of a letter or a digit.
const PART: u8 = 2;
/// A byte that starts a character which has to be decoded.
const UNUSUAL: u8 = 1;

/// What each byte of UTF-8 may be.
const BYTES: [u8; 256] = {
    let mut bytes = [OTHER; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        bytes[at] = match byte {
            _ if byte.is_ascii_alphanumeric() => PART,
            0..=0x7f => OTHER,
            // Bytes that continue a character, and those that start U+00C0 to U+01BF and U+1000 to
            // U+1FFF.
            0x80..=0xbf | 0xc3..=0xc6 | 0xe1 => PART,
            _ => UNUSUAL,
        };
        at += 1;
    }
    bytes
};

/// Returns the words of a text; if it has none, as a unit may (%), the whole trimmed text.
pub(super) fn words_or_signs(text: &str) -> impl Iterator<Item = &str> {
    let mut words = words(text).map(|word| &text[word]).peekable();
    let signs = (words.peek().is_none() && !fold(text.trim()).is_empty()).then(|| text.trim());
    words.chain(signs)
}

/// Returns the words of a text and the signs of rates (%, ‰) between them; if it has no words, the whole
/// trimmed text.
pub(super) fn words_and_rates(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut end = 0;
    for word in words(text) {
        all.extend(sign_of_rate(&text[end..word.start]));
        end = word.end;
        all.push(&text[word]);
    }
    if all.is_empty() {
        return words_or_signs(text).collect();
    }
    all.extend(sign_of_rate(&text[end..]));
    all
}

/// The sign that means "tỷ lệ" next to words.
pub(super) const PERCENT: &str = "%";

/// The sign that means "tỷ suất" next to words.
pub(super) const PER_MILLE: &str = "‰";

/// Whether a word is the sign of a rate.
pub(super) fn is_rate(word: &str) -> bool {
    word == PERCENT || word == PER_MILLE
}

fn sign_of_rate(between: &str) -> Option<&str> {
    [PERCENT, PER_MILLE].into_iter().find(|sign| between.contains(sign))
}

/// The kind of a character for the tokenizer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A letter or a digit.
    Letter,
    /// A combining mark or an invisible character: it continues a word but does not start one.
    Joining,
    Other,
}

/// Returns where a run of characters of a kind ends.
#[inline]
fn end_of(text: &str, start: usize, of_kind: impl Fn(Kind) -> bool) -> usize {
    let mut at = start;
    while let Some((_, length)) = kind_at(text, at).filter(|(kind, _)| of_kind(*kind)) {
        at += length;
    }
    at
}

/// Returns the kind of the character at a byte position, and its length in bytes. There may be
/// millions of names, so ASCII and Vietnamese letters are recognized by their bytes, without
/// decoding.
#[inline(always)]
fn kind_at(text: &str, at: usize) -> Option<(Kind, usize)> {
    let bytes = text.as_bytes();
    let next = || bytes.get(at + 1).copied().unwrap_or_default();
    Some(match *bytes.get(at)? {
        byte if byte.is_ascii_alphanumeric() => (Kind::Letter, 1),
        0..=0x7f => (Kind::Other, 1),
        // × and ÷
        0xc3 if matches!(next(), 0x97 | 0xb7) => (Kind::Other, 2),
        // U+00C0 to U+01BF, U+1E00 to U+1EFF
        0xc3..=0xc6 => (Kind::Letter, 2),
        0xe1 if matches!(next(), 0xb8..=0xbb) => (Kind::Letter, 3),
        _ => return decoded(text, at),
    })
}

/// Returns the kind and the length of a character of another script.
#[cold]
fn decoded(text: &str, at: usize) -> Option<(Kind, usize)> {
    let c = text[at..].chars().next()?;
    let kind = match c {
        _ if c.is_alphanumeric() => Kind::Letter,
        _ if is_invisible(c) || is_combining_mark(c) => Kind::Joining,
        _ => Kind::Other,
    };
    Some((kind, c.len_utf8()))
}

/// Returns the byte ranges of the marked characters in the published name: whole graphemes, in
/// order, neighbours joined.
pub(super) fn places(name: &str, marks: &[MatchedChars]) -> Vec<Range<usize>> {
    let words: Vec<_> = words(name).collect();
    let mut places: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        let Some(word) = words.get(mark.word) else { continue };
        let mut chars = 0;
        for (at, grapheme) in name[word.clone()].grapheme_indices(true) {
            let taken = chars..chars + fold(grapheme).chars().count();
            chars = taken.end;
            if taken.start < mark.chars.end && mark.chars.start < taken.end {
                let start = word.start + at;
                places.push(start..start + grapheme.len());
            }
        }
    }
    places.sort_by_key(|place| place.start);
    places.dedup_by(|next, before| {
        let touching = next.start <= before.end;
        if touching {
            before.end = before.end.max(next.end);
        }
        touching
    });
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::accented;
    use proptest::prelude::*;

    #[test]
    fn words_are_letters_and_digits() {
        let text = "GRDP bình quân, (‰) – 5 năm";
        let found: Vec<_> = words(text).map(|word| &text[word]).collect();
        assert_eq!(found, ["GRDP", "bình", "quân", "5", "năm"]);
    }

    #[test]
    fn a_percent_sign_next_to_words_is_a_word() {
        for (text, found) in [
            ("% ho ngheo", &["%", "ho", "ngheo"][..]),
            ("%bhyt", &["%", "bhyt"]),
            ("điểm %%", &["điểm", "%"]),
            ("sinh ‰", &["sinh", "‰"]),
            ("%", &["%"]),
            ("%%", &["%%"]),
            (" ", &[]),
        ] {
            assert_eq!(words_and_rates(text), found, "{text}");
        }
    }

    #[test]
    fn the_byte_classes_agree_with_unicode() {
        for c in ('\0'..='\u{24f}').chain('\u{1e00}'..='\u{1fff}') {
            let letter = kind_at(&c.to_string(), 0) == Some((Kind::Letter, c.len_utf8()));
            assert_eq!(letter, c.is_alphanumeric(), "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn the_fast_path_finds_the_same_words(text in "(\\PC|[a-zà-ỹđĐ0-9 ×÷–’\u{300}\u{323}\u{1fff}\u{1e00}ἀ]){0,12}") {
            let mut next = 0;
            let decoded = std::iter::from_fn(|| {
                let start = end_of(&text, next, |kind| kind != Kind::Letter);
                next = end_of(&text, start, |kind| kind != Kind::Other);
                (start < next).then_some(start..next)
            });
            prop_assert_eq!(words(&text).collect::<Vec<_>>(), decoded.collect::<Vec<_>>());
        }
    }

    #[test]
    fn ranges_are_whole_graphemes_of_the_published_name() {
        for name in ["Tỷ lệ hộ nghèo", "Ty\u{309} le\u{302}\u{323} ho\u{302}\u{323} nghe\u{300}o"]
        {
            let marks = [
                MatchedChars { word: 3, chars: 3..5 },
                MatchedChars { word: 0, chars: 0..1 },
                MatchedChars { word: 2, chars: 0..2 },
            ];
            let shown: Vec<_> =
                places(name, &marks).into_iter().map(|at| accented(&name[at])).collect();
            assert_eq!(shown, ["t", "hộ", "èo"]);
        }
    }
}
