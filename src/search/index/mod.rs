//! The search index of a collection: each name as word ids, and the postings of each word.

mod builder;
pub(super) mod context;
pub(super) mod name_set;
mod postings;
pub(super) mod vocabulary;

use std::ops::Range;

use crate::model::Collection;
use builder::NameBatch;
use context::{Context, ContextIndex};
use name_set::NameId;
use postings::Postings;
use vocabulary::{Vocabulary, WordId};

/// The search index of a collection.
///
/// It needs about five bytes for each word (its id in the name and its initial), as many again for
/// the postings of rare words, and thirteen bytes for each name.
#[derive(Debug)]
pub struct Index {
    pub(super) vocabulary: Vocabulary,
    /// The words of all names, one name after another.
    words: Vec<WordId>,
    /// The first letter of each word, or 0 if it is not ASCII.
    initials: Vec<u8>,
    /// The offset in `words` at which each name starts, with the end of the last one.
    starts: Vec<u32>,
    /// The number of letters of each name, at most 255: longer names are treated as equally long.
    letters: Vec<u8>,
    /// The number of each name's indicator in the collection.
    numbers: Vec<u32>,
    postings: Postings,
    context: ContextIndex,
}

impl Index {
    /// Builds the index.
    #[must_use]
    pub fn new(collection: &Collection) -> Self {
        let mut vocabulary = Vocabulary::default();
        let batch = NameBatch::new(collection, &mut vocabulary);
        let context = ContextIndex::new(collection, &mut vocabulary);
        let numbers = batch.shortest_first();
        let (words, starts) = batch.in_order(&numbers);
        let letters = numbers.iter().map(|number| batch.letters[*number as usize]).collect();
        drop(batch);
        let initials = words.iter().map(|id| vocabulary.word(*id).initial_byte()).collect();
        let mut index = Self {
            vocabulary,
            words,
            initials,
            starts,
            letters,
            numbers,
            postings: Postings::default(),
            context,
        };
        index.postings = Postings::new(index.vocabulary.words().len(), index.len(), |take| {
            index.each_word_once(take)
        });
        index
    }

    /// Returns the number of names.
    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// Returns the ids of all names.
    pub(super) fn names(&self) -> Range<NameId> {
        0..NameId::try_from(self.len()).unwrap_or(NameId::MAX)
    }

    /// Returns the words of a name.
    pub(super) fn name(&self, name: NameId) -> &[WordId] {
        &self.words[self.range(name)]
    }

    /// Returns the number of letters of a name, at most 255.
    pub(super) fn letters(&self, name: NameId) -> u8 {
        self.letters[name as usize]
    }

    /// Returns the number of a name's indicator in the collection.
    pub(super) fn number(&self, name: NameId) -> u32 {
        self.numbers[name as usize]
    }

    /// Returns the context of a name: its unit and its section.
    pub(super) fn context(&self, name: NameId) -> &Context {
        &self.context.pairs[self.pair(name)]
    }

    /// Returns the index of a name's context in [`Self::contexts`].
    pub(super) fn pair(&self, name: NameId) -> usize {
        self.context.pair(self.number(name))
    }

    /// Returns all contexts, each pair of unit and section once.
    pub(super) fn contexts(&self) -> impl Iterator<Item = &Context> {
        self.context.pairs.iter()
    }

    /// Returns the names that contain a word, in order.
    pub(super) fn names_with(&self, word: WordId) -> impl Iterator<Item = NameId> + '_ {
        self.postings.of(word)
    }

    /// Returns the number of names that contain a word.
    pub(super) fn count(&self, word: WordId) -> usize {
        self.postings.count(word)
    }

    /// Returns the first letters of all words, one name after another.
    pub(super) fn initials(&self) -> &[u8] {
        &self.initials
    }

    /// Returns the range of a name's words among those of all names.
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
