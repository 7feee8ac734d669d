//! The words of a name, and back from them to the name as published.

use std::ops::Range;

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

/// The byte ranges of the words of a text: runs of graphemes that begin with a letter or a digit.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, grapheme) in text.grapheme_indices(true) {
        if !grapheme.starts_with(char::is_alphanumeric) {
            continue;
        }
        match words.last_mut().filter(|word| word.end == at) {
            Some(word) => word.end = at + grapheme.len(),
            None => words.push(at..at + grapheme.len()),
        }
    }
    words
}

/// The byte ranges of marks on the name as published: whole graphemes, in order, neighbours joined.
pub(super) fn places(name: &str, marks: &[Mark]) -> Vec<Range<usize>> {
    let words = words(name);
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
        let found: Vec<_> = words(text).into_iter().map(|word| &text[word]).collect();
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
