//! A name that is folded and split into words once, for all that is asked of it: a table has a million names.

use super::direction_first_words::Beginnings;
use super::direction_words::WORDS;
use crate::text::fold::{PlainFolder, fold};

/// A name in folded form, with its words if it is plainly written.
#[derive(Debug)]
pub(crate) struct SplitName {
    /// The name in folded form.
    pub(crate) folded: String,
    /// The words of a name that is plainly written: of ASCII and of letters that fold to one letter each, so that each
    /// character of the name is one byte of the folded one; with single spaces between its words, and none at its end.
    words: Option<Vec<NameWord>>,
    /// The lists that may have a phrase which begins with any of the words.
    pub(super) begins: Beginnings,
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
        Self::plain(name).unwrap_or_else(|| Self {
            folded: fold(name),
            words: None,
            begins: Beginnings::NONE,
        })
    }

    /// Folds and splits a name whose letters are plain; `None` for any other.
    fn plain(name: &str) -> Option<Self> {
        const WORDS_OF_MOST_NAMES: usize = 16;
        let (mut folder, mut all) = (PlainFolder::of(name), Beginnings::NONE);
        let mut words = Vec::with_capacity(WORDS_OF_MOST_NAMES);
        let (mut after_space, mut is_spaced_once) = (false, true);
        loop {
            let from = folder.place();
            folder.word()?;
            let to = folder.place();
            if to.in_folded > from.in_folded {
                let begins = WORDS.first_words.of_word(&folder.folded()[from.in_folded..]);
                let (start, end) = (from.in_folded, to.in_folded);
                let (start_in_name, end_in_name) = (from.in_text, to.in_text);
                words.push(NameWord { start, end, start_in_name, end_in_name, begins });
                all = all.or(begins);
                after_space = false;
            }
            let Some(separator) = folder.separator() else { break };
            let is_space = separator == b' ';
            is_spaced_once &= separator >= b' ' && !(is_space && after_space);
            after_space = is_space;
        }
        let words = (is_spaced_once && !after_space).then_some(words);
        Some(Self { folded: folder.finish(), words, begins: all })
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
        self.words.is_none() || self.begins.has(Beginnings::BEARERS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::words::name_spelling::has_accents;
    use crate::lexicon::words::phrase_set::words_of;
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
