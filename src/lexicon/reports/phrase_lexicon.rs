//! Lists of phrases whose names are classes, in the form of [word
//! lists](crate::lexicon::words::word_list). Of several phrases that begin at one word, the longest
//! counts, so that "chứng chỉ" hides the "chỉ" in it.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::lexicon::words::word_list::{List, lists};

/// Declares a class of phrases with the names that its variants have in the data.
macro_rules! classes {
    ($(#[$doc:meta])* $class:ident { $($(#[$about:meta])* $variant:ident $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(crate) enum $class { $($(#[$about])* $variant,)* }

        impl $class {
            fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }
        }
    };
}
pub(super) use classes;

/// Phrases by their first word, the longest first.
#[derive(Debug)]
pub(crate) struct Lexicon<C> {
    by_first: HashMap<&'static str, Vec<(Vec<&'static str>, C)>, FixedState>,
    /// The classes of the phrases that end with a word.
    by_last: HashMap<&'static str, Vec<C>, FixedState>,
}

impl<C: Copy + PartialEq> Lexicon<C> {
    pub(super) fn parse(text: &'static str, class: impl Fn(&str) -> Option<C>) -> Self {
        let mut by_first: HashMap<&'static str, Vec<(Vec<&'static str>, C)>, FixedState> =
            HashMap::default();
        let mut by_last: HashMap<&'static str, Vec<C>, FixedState> = HashMap::default();
        for List { name, words: phrases } in lists(text) {
            let Some(class) = class(name) else { continue };
            for phrase in phrases {
                let words: Vec<&str> = words(phrase).collect();
                let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
                let classes = by_last.entry(last).or_default();
                if !classes.contains(&class) {
                    classes.push(class);
                }
                by_first.entry(first).or_default().push((words, class));
            }
        }
        for phrases in by_first.values_mut() {
            // A stable sort: of two lists with one phrase the first in the file counts.
            phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Self { by_first, by_last }
    }

    /// Returns the number of words and the class of the longest phrase that begins at the first of `keys`,
    /// which are words and single punctuation marks in lower case.
    pub(crate) fn longest<K: AsRef<str>>(&self, keys: &[K]) -> Option<(usize, C)> {
        let fits = |words: &[&str]| {
            words.len() <= keys.len()
                && words.iter().zip(keys).all(|(word, key)| *word == key.as_ref())
        };
        let phrases = self.by_first.get(keys.first()?.as_ref())?;
        phrases.iter().find(|(words, _)| fits(words)).map(|(words, class)| (words.len(), *class))
    }

    /// Returns the number of words of the longest phrase of one class that begins at the first of `keys`.
    pub(crate) fn longest_of<K: AsRef<str>>(&self, keys: &[K], class: C) -> Option<usize> {
        let fits = |words: &[&str]| {
            words.len() <= keys.len()
                && words.iter().zip(keys).all(|(word, key)| *word == key.as_ref())
        };
        let phrases = self.by_first.get(keys.first()?.as_ref())?;
        let of_class = phrases.iter().filter(|(_, own)| *own == class);
        of_class.map(|(words, _)| words).find(|words| fits(words)).map(Vec::len)
    }

    /// Whether a phrase of a class ends right before `keys[end]`; returns where it begins.
    pub(crate) fn ends_before<K: AsRef<str>>(
        &self,
        keys: &[K],
        end: usize,
        class: C,
    ) -> Option<usize> {
        const LONGEST: usize = 6;
        // Asked for nearly every number, and few are behind such a phrase.
        let last = keys.get(end.checked_sub(1)?)?;
        if !self.by_last.get(last.as_ref())?.contains(&class) {
            return None;
        }
        let first = end.saturating_sub(LONGEST);
        (first..end).find(|from| {
            keys.get(*from..end)
                .is_some_and(|keys| self.longest_of(keys, class) == Some(keys.len()))
        })
    }
}

/// Splits a phrase as sentences are split: words, and punctuation marks one by one.
fn words(phrase: &'static str) -> impl Iterator<Item = &'static str> {
    let is_word = |c: char| c.is_alphanumeric();
    let mut rest = phrase;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let first = rest.chars().next()?;
        let end = if is_word(first) {
            rest.find(|c| !is_word(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}
