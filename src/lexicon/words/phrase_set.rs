//! Phrases that are looked for in a text, as whole words.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::text::fold::is_in_word;

/// Phrases by their first words, so that a text is compared with few of them at each of its words.
#[derive(Default)]
pub(crate) struct PhraseSet {
    phrases: HashMap<String, Vec<String>, FixedState>,
    first_words: WordFilter,
}

impl PhraseSet {
    pub(crate) fn of<'p>(phrases: impl Iterator<Item = &'p str>) -> Self {
        let mut set = Self::default();
        for phrase in phrases {
            let first = words_of(phrase).next().map_or("", |(_, word)| word);
            set.first_words.add(first);
            set.phrases.entry(first.to_owned()).or_default().push(phrase.to_owned());
        }
        set
    }

    /// The phrases that begin with a word.
    pub(crate) fn from(&self, word: &str) -> &[String] {
        let phrases = self.first_words.may_have(word).then(|| self.phrases.get(word)).flatten();
        phrases.map_or(&[], Vec::as_slice)
    }

    /// The first word of each phrase.
    pub(crate) fn first_words(&self) -> impl Iterator<Item = &str> {
        self.phrases.keys().map(String::as_str)
    }

    /// Whether a text contains any of the phrases as whole words.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        let ends = |rest: &str| !rest.starts_with(is_in_word);
        words_of(text).any(|(at, word)| {
            let mut rests = self
                .from(word)
                .iter()
                .filter_map(|phrase| text[at..].strip_prefix(phrase.as_str()));
            rests.any(ends)
        })
    }

    /// Whether a text begins with any of the phrases as whole words.
    pub(crate) fn begins(&self, text: &str) -> bool {
        self.longest_start(text).is_some()
    }

    /// The longest of the phrases that a text begins with as whole words, and the text after it.
    pub(crate) fn longest_start<'s, 't>(&'s self, text: &'t str) -> Option<(&'s str, &'t str)> {
        let (at, word) = words_of(text).next()?;
        let starts = self.from(word).iter().filter_map(|phrase| {
            let rest = text[at..].strip_prefix(phrase.as_str())?;
            (!rest.starts_with(is_in_word)).then_some((phrase.as_str(), rest))
        });
        starts.max_by_key(|(phrase, _)| phrase.len())
    }

    /// The last place in a text where one of the phrases is found as whole words: the text before and after it.
    pub(crate) fn last_in<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let found = words_of(text).filter_map(|(at, _)| {
            let (_, rest) = self.longest_start(&text[at..])?;
            Some((&text[..at], rest))
        });
        found.last()
    }
}

/// A fast filter for words: it rules out nearly all that were not added, by their length, first and last byte.
#[derive(Default)]
struct WordFilter([u64; 16]);

impl WordFilter {
    fn add(&mut self, word: &str) {
        let (at, bit) = Self::place(word);
        self.0[at] |= 1 << bit;
    }

    fn may_have(&self, word: &str) -> bool {
        let (at, bit) = Self::place(word);
        self.0[at] >> bit & 1 == 1
    }

    fn place(word: &str) -> (usize, usize) {
        let [.., last] = word.as_bytes() else { return (0, 0) };
        let place = word.len() + usize::from(word.as_bytes()[0]) * 7 + usize::from(*last) * 37;
        (place / 64 % 16, place % 64)
    }
}

/// The words of a text, without what separates them, and where they begin.
pub(crate) fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = end_of(text, at, false);
        at = end_of(text, start, true);
        (start < at).then(|| (start, &text[start..at]))
    })
}

/// Where the characters that are part of a word, or those that are not, end. Names are split by the million, and most
/// of their letters are one byte.
fn end_of(text: &str, from: usize, within: bool) -> usize {
    let (bytes, mut at) = (text.as_bytes(), from);
    while let Some(byte) = bytes.get(at) {
        let (is_in, length) = match byte.is_ascii() {
            true => (byte.is_ascii_alphanumeric(), 1),
            false => {
                text[at..].chars().next().map_or((false, 1), |c| (is_in_word(c), c.len_utf8()))
            }
        };
        if is_in != within {
            break;
        }
        at += length;
    }
    at
}

/// Whether a text contains these words as whole words.
pub(crate) fn contains_word(text: &str, word: &str) -> bool {
    let mut from = 0;
    while let Some(at) = text[from..].find(word).map(|at| from + at) {
        let end = at + word.len();
        if !text[..at].ends_with(is_in_word) && !text[end..].starts_with(is_in_word) {
            return true;
        }
        // The next place may begin within this one: "hộ hộ" in "hộhộ hộ hộ".
        from = at + text[at..].chars().next().map_or(1, char::len_utf8);
        if from > text.len() {
            break;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_set_finds_what_its_phrases_find(
            phrases in proptest::collection::vec("(hộ|ho|nghèo|tỷ|5)( (hộ|ho|nghèo)){0,2}", 0..5),
            text in "((hộ|ho|hoo|nghèo|tỷ|5|Phú|é|中)[ ,-]{0,2}){0,8}",
        ) {
            let set = PhraseSet::of(phrases.iter().map(String::as_str));
            let is_in = phrases.iter().any(|phrase| contains_word(&text, phrase));
            prop_assert_eq!(set.is_in(&text), is_in);
            let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
            prop_assert!(words_of(&text).map(|(_, word)| word).eq(words));
            prop_assert!(words_of(&text).all(|(at, word)| text[at..].starts_with(word)));
        }
    }
}
