//! The words of a name, and back from them to the name as published.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::fold::fold;

/// The matched characters of a folded word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// Which word of the name.
    pub(super) word: usize,
    /// Which characters of it.
    pub(super) chars: Range<usize>,
}

/// The byte ranges of the words of a text: runs that begin with a letter or a digit and hold nothing
/// else but what combines with one.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut next = 0;
    std::iter::from_fn(move || {
        let start = end_of(text, next, |c| !is_letter_or_digit(c));
        next = end_of(text, start, |c| is_letter_or_digit(c) || combines(c));
        (start < next).then_some(start..next)
    })
}

/// Where a run of characters of a kind ends. Names come by the million, most of their characters are
/// ASCII, and those need not be decoded.
fn end_of(text: &str, start: usize, of_kind: impl Fn(char) -> bool) -> usize {
    let mut at = start;
    while let Some(byte) = text.as_bytes().get(at) {
        let c = if byte.is_ascii() { char::from(*byte) } else { first_char(&text[at..]) };
        if !of_kind(c) {
            break;
        }
        at += c.len_utf8();
    }
    at
}

fn first_char(text: &str) -> char {
    text.chars().next().unwrap_or_default()
}

#[inline]
fn is_letter_or_digit(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        // The letters of Vietnamese, without a look into Unicode's tables.
        '\u{1e00}'..='\u{1eff}'
        | '\u{c0}'..='\u{d6}'
        | '\u{d8}'..='\u{f6}'
        | '\u{100}'..='\u{1b0}' => true,
        _ => c.is_alphanumeric(),
    }
}

/// A combining mark, or what joins letters without being seen.
fn combines(c: char) -> bool {
    c >= '\u{300}' && (matches!(c, '\u{200c}' | '\u{200d}') || is_combining_mark(c))
}

/// The byte ranges of marks on the name as published: whole graphemes, in order, neighbours joined.
pub(super) fn places(name: &str, marks: &[Mark]) -> Vec<Range<usize>> {
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

    #[test]
    fn words_are_letters_and_digits() {
        let text = "GRDP bình quân, (‰) – 5 năm";
        let found: Vec<_> = words(text).map(|word| &text[word]).collect();
        assert_eq!(found, ["GRDP", "bình", "quân", "5", "năm"]);
    }

    #[test]
    fn places_are_whole_graphemes_of_the_published_name() {
        for name in ["Tỷ lệ hộ nghèo", "Ty\u{309} le\u{302}\u{323} ho\u{302}\u{323} nghe\u{300}o"]
        {
            let marks = [Mark { word: 3, chars: 3..5 }, Mark { word: 2, chars: 0..2 }];
            let shown: Vec<_> =
                places(name, &marks).into_iter().map(|at| accented(&name[at])).collect();
            assert_eq!(shown, ["hộ", "èo"]);
        }
    }
}
