//! The distinct words of all names. Names are many and words are few: what a typed word can mean is
//! asked once for each distinct word, not once for each name.

use std::collections::HashMap;

use super::way::by_ear;
use crate::text::syllable::Spelling;

/// The number of a word in the vocabulary.
pub(super) type WordId = u32;

/// The distinct words, numbered.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: Vec<Word>,
    ids: HashMap<Spelling, WordId>,
}

/// A word of some name.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) spelling: Spelling,
    /// As it sounds to some ears.
    pub(super) heard: String,
    /// How many letters it has.
    pub(super) length: usize,
    /// Its first letter.
    pub(super) initial: char,
}

impl Vocabulary {
    /// The number of a word, which is taken in if it is new.
    pub(super) fn number(&mut self, word: &str) -> WordId {
        let spelling = Spelling::of(word);
        if let Some(id) = self.ids.get(&spelling) {
            return *id;
        }
        let id = WordId::try_from(self.words.len()).unwrap_or(WordId::MAX);
        self.words.push(Word {
            heard: by_ear(&spelling.folded),
            length: spelling.folded.chars().count(),
            initial: spelling.folded.chars().next().unwrap_or(' '),
            spelling: spelling.clone(),
        });
        self.ids.insert(spelling, id);
        id
    }

    pub(super) fn word(&self, id: WordId) -> &Word {
        &self.words[id as usize]
    }

    pub(super) fn words(&self) -> &[Word] {
        &self.words
    }
}
