//! Phrases that are known as such: pairs of words that mean something only together, what abbreviations are for, and
//! what people say.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use super::phrase::{Phrase, first_word, phrase, starts_with};
use super::{abbreviations, joint_words, synonyms};
use crate::text::syllable::Spelling;
use crate::text::word_form::WordForm;

/// The phrases with the same first word.
#[derive(Default)]
struct SameFirst {
    texts: Vec<&'static str>,
    /// The same as words: only those of typed words are read.
    phrases: OnceLock<Vec<Phrase>>,
}

impl SameFirst {
    fn phrases(&self) -> &[Phrase] {
        self.phrases.get_or_init(|| self.texts.iter().map(|text| phrase(text)).collect())
    }
}

/// The phrases by their first word, folded; pairs only where they mean something else than each of their words.
static ALL: LazyLock<HashMap<String, SameFirst>> = LazyLock::new(|| {
    let mut written: HashMap<&str, Vec<&'static str>> = HashMap::new();
    let longer = abbreviations::texts().chain(synonyms::texts());
    let longer = longer.filter(|text| text.split(' ').nth(2).is_some());
    for text in joint_words::lines().chain(longer) {
        written.entry(first_word(text)).or_default().push(text);
    }
    let mut all: HashMap<String, SameFirst> = HashMap::new();
    for (first, texts) in written {
        all.entry(Spelling::of(first).folded).or_default().texts.extend(texts);
    }
    all
});

/// Returns where typed words are a known phrase.
pub(crate) fn all(words: &[&WordForm]) -> Vec<Range<usize>> {
    let at = |at: usize| {
        let known = words.get(at).and_then(|first| ALL.get(first.folded()));
        let is_here = move |phrase: &&Phrase| starts_with(&words[at..], phrase);
        known
            .into_iter()
            .flat_map(SameFirst::phrases)
            .filter(is_here)
            .map(move |phrase| at..at + phrase.len())
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
