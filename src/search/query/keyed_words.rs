//! Words that were typed in the keys of an input method without the spaces between them: "tyrleejhooj" is "tỷ lệ hộ".

use crate::search::index::vocabulary::Vocabulary;
use crate::text::syllable::{Spelling, Tone};
use crate::text::typing::{telex, vni};

/// The most keys of a syllable: "nghieengs", "d9uo7ng2".
const LONGEST: usize = 10;

/// The fewest keys of a part.
const SHORTEST: usize = 2;

/// A part of a word that is a word of names with the keys of its accents, or without any if it has none.
struct Part {
    /// Whether there are keys of an input method.
    is_keyed: bool,
    spelling: Spelling,
}

impl Part {
    fn of(letters: &str) -> Self {
        let keyed = telex::decode(letters).or_else(|| vni::decode(letters));
        let is_keyed = keyed.is_some();
        Self { is_keyed, spelling: keyed.unwrap_or_else(|| Spelling::of(letters)) }
    }

    fn is_in(&self, vocabulary: &Vocabulary) -> bool {
        vocabulary.has_exactly(&self.spelling)
    }

    /// Whether some word begins so.
    fn begins_in(&self, vocabulary: &Vocabulary) -> bool {
        let Spelling { folded, marked, tone } = &self.spelling;
        vocabulary.words().iter().map(|word| &word.word_form).any(|word| {
            word.folded().starts_with(folded.as_str())
                && word.marked().starts_with(marked.as_str())
                && (*tone == Tone::Level || *tone == word.tone)
        })
    }
}

/// A way to split the letters before a place.
#[derive(Debug, Clone, Copy)]
struct Split {
    parts: usize,
    /// Where the last part starts.
    start: usize,
    is_keyed: bool,
}

/// Returns the fewest parts of a word that are each a word of names in the keys of its accents, at least two, of which
/// some have such keys; the last one may be the beginning of a word if it is the last of the query.
pub(super) fn parts<'w>(
    word: &'w str,
    is_last: bool,
    vocabulary: &Vocabulary,
) -> Option<Vec<&'w str>> {
    if !word.bytes().all(|byte| byte.is_ascii_alphanumeric()) || word.len() < 2 * SHORTEST {
        return None;
    }
    let whole = Split { parts: 0, start: 0, is_keyed: false };
    let mut best: Vec<Option<Split>> = vec![None; word.len() + 1];
    best[0] = Some(whole);
    for end in SHORTEST..=word.len() {
        let is_open = is_last && end == word.len();
        let starts = (end.saturating_sub(LONGEST)..=end - SHORTEST)
            .filter_map(|start| Some((start, best[start]?)));
        let read = |(start, before): (usize, Split), is_begun: bool| {
            let part = Part::of(&word[start..end]);
            let is_known = part.is_in(vocabulary) || (is_begun && part.begins_in(vocabulary));
            let is_keyed = before.is_keyed || part.is_keyed;
            is_known.then_some(Split { parts: before.parts + 1, start, is_keyed })
        };
        let fewest = |is_begun: bool| {
            let all = starts.clone().filter_map(|from| read(from, is_begun && from.1.is_keyed));
            all.min_by_key(|split| (!split.is_keyed, split.parts))
        };
        let whole = fewest(false);
        best[end] = whole.or_else(|| is_open.then(|| fewest(true)).flatten());
    }
    let last = best[word.len()].filter(|split| split.is_keyed && split.parts > 1)?;
    let mut parts = Vec::with_capacity(last.parts);
    let (mut end, mut next) = (word.len(), Some(last));
    while let Some(split) = next.filter(|split| split.parts > 0) {
        parts.push(&word[split.start..end]);
        end = split.start;
        next = best[end];
    }
    parts.reverse();
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_keys_of_an_input_method_between_words_of_names() {
        let mut vocabulary = Vocabulary::default();
        for word in ["Mật", "độ", "dân", "cư", "thu", "nhập", "hương"] {
            vocabulary.intern(word);
        }
        let parts = |word: &'static str, is_last| parts(word, is_last, &vocabulary);
        assert_eq!(parts("maatjddooj", false), Some(vec!["maatj", "ddooj"]));
        assert_eq!(parts("ma65td9o65da6n", false), Some(vec!["ma65t", "d9o65", "da6n"]));
        assert_eq!(parts("thunhaapj", false), Some(vec!["thu", "nhaapj"]));
        assert_eq!(parts("maatjddoojdaancuw", false).map(|parts| parts.len()), Some(4));
        // The last word may be unfinished.
        assert_eq!(parts("maatjdd", true), Some(vec!["maatj", "dd"]));
        assert_eq!(parts("maatjdd", false), None);
        // Other tones, one word, no keys.
        for other in ["maatsddooj", "maatj", "huwowng", "thunhap", "maatj-ddooj", ""] {
            assert_eq!(parts(other, false), None, "{other}");
        }
    }
}
