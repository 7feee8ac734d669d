//! The names of a collection, ready to be searched: each name as the numbers of its words, and each
//! word with the names that have it.

mod builder;
pub(super) mod context;
pub(super) mod name_set;
mod postings;
pub(super) mod vocabulary;

use std::ops::Range;

use crate::model::Collection;
use builder::NameBatch;
use context::{ContextIndex, Surroundings};
use name_set::NameId;
use postings::Postings;
use vocabulary::{Vocabulary, WordId};

/// The names of a collection, read once.
///
/// It takes about five bytes a word, for its number in the name and its initial, as many again where few
/// names have the word; and thirteen bytes a name.
#[derive(Debug)]
pub struct Index {
    pub(super) vocabulary: Vocabulary,
    /// The words of all names, one name after another.
    words: Vec<WordId>,
    /// The first letter of each of them, as far as it is ASCII.
    initials: Vec<u8>,
    /// Where each name begins in `words`, and, last, where all end.
    starts: Vec<u32>,
    /// How many letters each name has, 255 at most: past that, names are equally long.
    letters: Vec<u8>,
    /// The number of each name's indicator in the collection.
    numbers: Vec<u32>,
    having: Postings,
    around: ContextIndex,
}

impl Index {
    /// Reads all names once.
    #[must_use]
    pub fn new(collection: &Collection) -> Self {
        let mut vocabulary = Vocabulary::default();
        let read = NameBatch::new(collection, &mut vocabulary);
        let around = ContextIndex::new(collection, &mut vocabulary);
        let numbers = read.shortest_first();
        let (words, starts) = read.in_order(&numbers);
        let letters = numbers.iter().map(|number| read.letters[*number as usize]).collect();
        drop(read);
        let initials = words.iter().map(|id| vocabulary.word(*id).initial_byte()).collect();
        let mut index = Self {
            vocabulary,
            words,
            initials,
            starts,
            letters,
            numbers,
            having: Postings::default(),
            around,
        };
        index.having = Postings::new(index.vocabulary.words().len(), index.len(), |take| {
            index.each_word_once(take)
        });
        index
    }

    /// How many names there are.
    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// The numbers of all names.
    pub(super) fn names(&self) -> Range<NameId> {
        0..NameId::try_from(self.len()).unwrap_or(NameId::MAX)
    }

    /// The words of a name.
    pub(super) fn name(&self, name: NameId) -> &[WordId] {
        &self.words[self.range(name)]
    }

    /// How many letters a name has, 255 at most.
    pub(super) fn letters(&self, name: NameId) -> u8 {
        self.letters[name as usize]
    }

    /// The number of a name's indicator in the collection.
    pub(super) fn number(&self, name: NameId) -> u32 {
        self.numbers[name as usize]
    }

    /// What stands around a name: its unit and its section.
    pub(super) fn around(&self, name: NameId) -> &Surroundings {
        &self.around.pairs[self.pair(name)]
    }

    /// The place of a name's unit and section in [`Self::all_around`].
    pub(super) fn pair(&self, name: NameId) -> usize {
        self.around.pair(self.number(name))
    }

    /// What stands around names, each pair once.
    pub(super) fn all_around(&self) -> impl Iterator<Item = &Surroundings> {
        self.around.pairs.iter()
    }

    /// The names that have a word, in order.
    pub(super) fn having(&self, word: WordId) -> impl Iterator<Item = NameId> + '_ {
        self.having.of(word)
    }

    /// How many names have a word.
    pub(super) fn count(&self, word: WordId) -> usize {
        self.having.count(word)
    }

    /// The first letters of all words, one name after another.
    pub(super) fn initials(&self) -> &[u8] {
        &self.initials
    }

    /// Where the words of a name stand among those of all.
    pub(super) fn range(&self, name: NameId) -> Range<usize> {
        let at = name as usize;
        self.starts[at] as usize..self.starts[at + 1] as usize
    }

    fn each_word_once(&self, take: &mut dyn FnMut(WordId, NameId)) {
        let mut last = vec![NameId::MAX; self.vocabulary.words().len()];
        for name in self.names() {
            for word in self.name(name) {
                if std::mem::replace(&mut last[*word as usize], name) != name {
                    take(*word, name);
                }
            }
        }
    }
}
