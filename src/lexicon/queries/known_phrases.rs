//! Phrases that are known as such: pairs of words that mean something only together, what abbreviations are for, and
//! what people say.

use std::ops::Range;
use std::sync::LazyLock;

use super::abbreviations;
use super::joint_words;
use super::synonyms;
use crate::lexicon::words::by_first_word::ByFirstWord;
use crate::lexicon::words::phrase::{Phrase, phrase, starts_with};
use crate::text::word_form::WordForm;

/// The phrases; pairs only where they mean something else than each of their words.
static ALL: LazyLock<ByFirstWord<Phrase>> = LazyLock::new(|| {
    let longer = abbreviations::texts().chain(synonyms::texts());
    let longer = longer.filter(|text| text.split(' ').nth(2).is_some());
    ByFirstWord::of(joint_words::lines().chain(longer), |texts| {
        texts.iter().map(|text| phrase(text)).collect()
    })
});

/// Returns where typed words are a known phrase.
pub(crate) fn all(words: &[&WordForm]) -> Vec<Range<usize>> {
    let at = |at: usize| {
        let known = words.get(at).map_or(&[][..], |first| ALL.get(first.folded()));
        let is_here = move |phrase: &&Phrase| starts_with(&words[at..], phrase);
        known.iter().filter(is_here).map(move |phrase| at..at + phrase.len())
    };
    (0..words.len()).flat_map(at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_in_a_query() {
        let ranges = |text: &str| {
            let words = phrase(text);
            all(&words.iter().collect::<Vec<_>>())
        };
        assert!(ranges("số nhà ở xã hội").contains(&(1..5)));
        assert!(ranges("dinh cong").contains(&(0..2)));
        assert_eq!(ranges("trâu bò"), []);
        assert_eq!(ranges(""), []);
    }
}
