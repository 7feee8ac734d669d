//! A fast filter for the words of names: which lists of phrases may have one that begins with a word.

use crate::text::fold::fold;

/// Lists of phrases, as a set of bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Beginnings(u16);

impl Beginnings {
    pub(super) const NONE: Self = Self(0);
    pub(super) const REVERSALS: Self = Self(1);
    pub(super) const REVERSALS_OF_HIGHER: Self = Self(1 << 1);
    pub(super) const CONTINUATIONS: Self = Self(1 << 2);
    pub(super) const COUNTS: Self = Self(1 << 3);
    pub(super) const PROBLEMS: Self = Self(1 << 4);
    pub(super) const TAILS: Self = Self(1 << 5);
    pub(super) const ENDS: Self = Self(1 << 6);
    pub(super) const ABBREVIATIONS: Self = Self(1 << 7);
    /// The word for lacking something: "chưa".
    pub(super) const LACKING: Self = Self(1 << 8);
    /// Words with another spelling: "tỉ lệ".
    pub(super) const OTHER_SPELLING: Self = Self(1 << 9);
    /// Those who may be in a bad condition.
    pub(super) const BEARERS: Self = Self(1 << 10);

    /// Both sets together.
    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a list is in the set.
    pub(super) fn has(self, list: Self) -> bool {
        self.0 & list.0 != 0
    }
}

/// The lists by the letters of the first words of their phrases, folded. A list may be given for a word that only has
/// the same first, second and last letter and the same length as one of it.
#[derive(Default)]
pub(super) struct FirstWords(Vec<Beginnings>);

impl FirstWords {
    /// Takes the first words of phrases, each with the list of its phrase.
    pub(super) fn of<'w>(words: impl Iterator<Item = (&'w str, Beginnings)>) -> Self {
        let mut first = Self(vec![Beginnings::NONE; SIZE]);
        words.for_each(|(word, list)| first.add(word, list));
        first
    }

    fn add(&mut self, word: &str, list: Beginnings) {
        let at = place(fold(word).as_bytes());
        if let Some(lists) = self.0.get_mut(at) {
            *lists = lists.or(list);
        }
    }

    /// The lists that may have a phrase which begins with a folded word in ASCII.
    pub(super) fn of_word(&self, word: &[u8]) -> Beginnings {
        self.0.get(place(word)).copied().unwrap_or(Beginnings::NONE)
    }
}

const SIZE: usize = 1 << 12;

/// A number below [`SIZE`] of the length and the letters of a word.
fn place(word: &[u8]) -> usize {
    let [first, .., last] = word else { return word.len() };
    let second = word[1];
    let letters = usize::from(*first) * 31 + usize::from(second);
    (letters * 31 + usize::from(*last) + word.len() * 367) % SIZE
}
