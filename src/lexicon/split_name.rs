//! A name that is folded and split into words once, for all that is asked of it: a table has a million names.

use super::direction_first_words::Beginnings;
use super::direction_words::WORDS;
use crate::text::fold::{fold, plainly_folded};

/// A name in folded form, with its words if it is plainly written.
#[derive(Debug)]
pub(crate) struct SplitName {
    /// The name in folded form.
    pub(crate) folded: String,
    /// The words of a name that is plainly written: of ASCII and of letters that fold to one letter each, so that each
    /// character of the name is one byte of the folded one; with single spaces between its words, and none at its end.
    words: Option<Vec<NameWord>>,
}

/// A word of a plainly written name.
#[derive(Debug, Clone, Copy)]
pub(super) struct NameWord {
    /// Where it begins and ends in the folded name.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The lists that may have a phrase which begins with it.
    pub(super) begins: Beginnings,
}

impl SplitName {
    /// Folds and splits a name.
    pub(crate) fn of(name: &str) -> Self {
        match plainly_folded(name) {
            Some(folded) => Self { words: split(&folded), folded },
            None => Self { folded: fold(name), words: None },
        }
    }

    /// The words, if the name is plainly written.
    pub(super) fn words(&self) -> Option<&[NameWord]> {
        self.words.as_deref()
    }

    /// The letters of each word; `None` if the name is not plainly written.
    pub(crate) fn word_texts(&self) -> Option<impl Iterator<Item = &str>> {
        let words = self.words()?.iter();
        Some(words.map(|word| &self.folded[word.start..word.end]))
    }

    /// Whether the name may count those in a bad condition.
    pub(crate) fn may_count_bearers(&self) -> bool {
        let is_bearer = |word: &NameWord| word.begins.has(Beginnings::BEARERS);
        self.words().is_none_or(|words| words.iter().any(is_bearer))
    }
}

/// The words of a folded name in ASCII; `None` if they are not separated by single spaces, or another one is at the end.
fn split(folded: &str) -> Option<Vec<NameWord>> {
    const WORDS_OF_MOST_NAMES: usize = 16;
    let (bytes, mut at) = (folded.as_bytes(), 0);
    let mut words = Vec::with_capacity(WORDS_OF_MOST_NAMES);
    let mut after_space = false;
    while let Some(byte) = bytes.get(at) {
        if !byte.is_ascii_alphanumeric() {
            let is_space = *byte == b' ';
            if *byte < b' ' || is_space && after_space {
                return None;
            }
            (at, after_space) = (at + 1, is_space);
            continue;
        }
        let start = at;
        at += bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        after_space = false;
        let begins = WORDS.first_words.of_word(&folded[start..at]);
        words.push(NameWord { start, end: at, begins });
    }
    (!after_space).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::super::name_spelling::has_accents;
    use super::super::phrase_set::words_of;
    use super::*;
    use crate::text::fold::accented;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_are_where_they_are_in_both_spellings(name in "([a-zà-ỹÀ-ỸđĐA-Z0-9]{1,4}|[-,(/%]|İ|é|–| ){0,12}") {
            let split = SplitName::of(&name);
            prop_assert_eq!(&split.folded, &fold(&name));
            if let Some(words) = split.words() {
                let folded = words.iter().map(|word| (word.start, &split.folded[word.start..word.end]));
                prop_assert!(folded.eq(words_of(&split.folded)));
                let lower = accented(&name);
                let own = words.iter().map(|word| fold(&lower.chars().skip(word.start).take(word.end - word.start).collect::<String>()));
                prop_assert!(own.eq(words.iter().map(|word| split.folded[word.start..word.end].to_owned())));
                prop_assert_eq!(words_of(&lower).count(), words.len());
                prop_assert_eq!(has_accents(&lower), !name.is_ascii());
            }
        }
    }
}
