//! Phrases of the lexicon, and whether typed words are one.

use crate::text::syllable::Spelling;
use crate::text::word_form::WordForm;

/// The words of a phrase.
pub(crate) type Phrase = Vec<WordForm>;

/// Splits a phrase into words.
pub(crate) fn phrase(text: &str) -> Phrase {
    text.split(' ').map(|word| WordForm::new(&Spelling::of(word))).collect()
}

/// Returns the first word of a phrase as written.
pub(crate) fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or(text)
}

/// Whether a typed word is a word, with its accents or without any.
pub(crate) fn is_typed(typed: &WordForm, word: &WordForm) -> bool {
    typed.folded() == word.folded()
        && (!typed.has_accents() || (typed.tone == word.tone && typed.marked() == word.marked()))
}

/// Whether typed words begin with a phrase, each with its accents or without any.
pub(crate) fn starts_with(words: &[&WordForm], phrase: &[WordForm]) -> bool {
    words.len() >= phrase.len()
        && words.iter().zip(phrase).all(|(typed, said)| is_typed(typed, said))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_words_have_the_accents_of_a_phrase_or_none() {
        let begins = |text: &str| {
            let words = phrase(text);
            starts_with(&words.iter().collect::<Vec<_>>(), &phrase("hải sản"))
        };
        assert!(begins("hải sản tươi") && begins("hai san") && begins("hai sản"));
        assert!(!begins("hái sản") && !begins("hai") && !begins("tươi hải sản"));
    }
}
