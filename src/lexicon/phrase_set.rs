//! Phrases that are looked for in a text, as whole words.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::text::fold::is_in_word;

/// Phrases by their first words, so that a text is compared with few of them at each of its words.
#[derive(Default)]
pub(super) struct PhraseSet(HashMap<String, Vec<String>, FixedState>);

impl PhraseSet {
    pub(super) fn of<'p>(phrases: impl Iterator<Item = &'p str>) -> Self {
        let mut set = Self::default();
        for phrase in phrases {
            let first = words_of(phrase).next().map_or("", |(_, word)| word);
            set.0.entry(first.to_owned()).or_default().push(phrase.to_owned());
        }
        set
    }

    /// Whether a text contains any of the phrases as whole words.
    pub(super) fn is_in(&self, text: &str) -> bool {
        let ends = |rest: &str| !rest.starts_with(is_in_word);
        words_of(text).any(|(at, word)| {
            let phrases = self.0.get(word).into_iter().flatten();
            let mut rests = phrases.filter_map(|phrase| text[at..].strip_prefix(phrase.as_str()));
            rests.any(ends)
        })
    }

    /// Whether a text begins with any of the phrases as whole words.
    pub(super) fn begins(&self, text: &str) -> bool {
        self.longest_start(text).is_some()
    }

    /// The longest of the phrases that a text begins with as whole words, and the text after it.
    pub(super) fn longest_start<'s, 't>(&'s self, text: &'t str) -> Option<(&'s str, &'t str)> {
        let (at, word) = words_of(text).next()?;
        let phrases = self.0.get(word).into_iter().flatten();
        let starts = phrases.filter_map(|phrase| {
            let rest = text[at..].strip_prefix(phrase.as_str())?;
            (!rest.starts_with(is_in_word)).then_some((phrase.as_str(), rest))
        });
        starts.max_by_key(|(phrase, _)| phrase.len())
    }

    /// The last place in a text where one of the phrases is found as whole words: the text before and after it.
    pub(super) fn last_in<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let found = words_of(text).filter_map(|(at, _)| {
            let (_, rest) = self.longest_start(&text[at..])?;
            Some((&text[..at], rest))
        });
        found.last()
    }
}

/// The words of a text, without what separates them, and where they begin.
pub(super) fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + text[end..].find(is_in_word)?;
        let length = text[start..].find(|c| !is_in_word(c));
        end = length.map_or(text.len(), |length| start + length);
        Some((start, &text[start..end]))
    })
}

/// Whether a text contains these words as whole words.
pub(super) fn contains_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        !text[..at].ends_with(is_in_word) && !text[at + word.len()..].starts_with(is_in_word)
    })
}
