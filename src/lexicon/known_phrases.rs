//! Phrases that are known as such: pairs of words that mean something only together, what abbreviations are for, and
//! what people say.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::abbreviations::Phrase;
use super::numerals::is_typed;
use super::{abbreviations, joint_words, synonyms};
use crate::text::word_form::WordForm;

/// The phrases by their first word, folded; pairs only where they mean something else than each of their words.
static ALL: LazyLock<HashMap<&'static str, Vec<&'static Phrase>>> = LazyLock::new(|| {
    let mut all: HashMap<&str, Vec<&Phrase>> = HashMap::new();
    let longer = abbreviations::all().iter().map(|known| &known.phrase).chain(synonyms::phrases());
    let longer = longer.filter(|phrase| phrase.len() > 2);
    for phrase in joint_words::pairs().iter().chain(longer) {
        let Some(first) = phrase.first() else { continue };
        all.entry(first.folded()).or_default().push(phrase);
    }
    all
});

/// Returns where typed words are a known phrase.
pub(crate) fn all(words: &[&WordForm]) -> Vec<Range<usize>> {
    let at = |at: usize| {
        let known = words.get(at).and_then(|first| ALL.get(first.folded()));
        let is_here = move |phrase: &&&'static Phrase| {
            let here = words.get(at..at + phrase.len());
            here.is_some_and(|here| here.iter().zip(phrase.iter()).all(|(a, b)| is_typed(a, b)))
        };
        known.into_iter().flatten().filter(is_here).map(move |phrase| at..at + phrase.len())
    };
    (0..words.len()).flat_map(at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::abbreviations::phrase;

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
