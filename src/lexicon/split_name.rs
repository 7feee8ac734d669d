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
    /// Where it begins and ends in the name.
    pub(super) start_in_name: usize,
    pub(super) end_in_name: usize,
    /// The lists that may have a phrase which begins with it.
    pub(super) begins: Beginnings,
}

impl SplitName {
    /// Folds and splits a name.
    pub(crate) fn of(name: &str) -> Self {
        let mut words = WordSplitter::default();
        match plainly_folded(name, |letter, at| words.see(letter, at)) {
            Some(folded) => Self { words: words.finish(name, &folded), folded },
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

/// Finds the words of a name while it is folded.
struct WordSplitter {
    words: Vec<NameWord>,
    /// The number of letters so far.
    length: usize,
    is_in_word: bool,
    after_space: bool,
    /// Whether there are other controls than spaces, or several spaces in a row.
    is_unusual: bool,
}

impl Default for WordSplitter {
    fn default() -> Self {
        const WORDS_OF_MOST_NAMES: usize = 16;
        let words = Vec::with_capacity(WORDS_OF_MOST_NAMES);
        Self { words, length: 0, is_in_word: false, after_space: false, is_unusual: false }
    }
}

impl WordSplitter {
    /// Takes the next letter in ASCII, which is `at` in the name.
    fn see(&mut self, letter: u8, at: usize) {
        let is_in_word = letter.is_ascii_alphanumeric();
        if is_in_word && !self.is_in_word {
            let (start, begins) = (self.length, Beginnings::NONE);
            let word = NameWord { start, end: start, start_in_name: at, end_in_name: at, begins };
            self.words.push(word);
        } else if !is_in_word {
            self.end_word(at);
            self.is_unusual |= letter < b' ' || letter == b' ' && self.after_space;
        }
        (self.is_in_word, self.after_space) = (is_in_word, letter == b' ');
        self.length += 1;
    }

    fn end_word(&mut self, at: usize) {
        if let Some(word) = self.words.last_mut().filter(|_| self.is_in_word) {
            (word.end, word.end_in_name) = (self.length, at);
        }
    }

    /// The words; `None` if they are not separated by single spaces, or another one is at the end.
    fn finish(mut self, name: &str, folded: &str) -> Option<Vec<NameWord>> {
        self.end_word(name.len());
        if self.is_unusual || self.after_space {
            return None;
        }
        for word in &mut self.words {
            word.begins = WORDS.first_words.of_word(&folded[word.start..word.end]);
        }
        Some(self.words)
    }
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
                let in_name = words.iter().map(|word| (word.start_in_name, &name[word.start_in_name..word.end_in_name]));
                prop_assert!(in_name.eq(words_of(&name)));
                prop_assert_eq!(has_accents(&lower), !name.is_ascii());
            }
        }
    }
}
