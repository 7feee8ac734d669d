//! The names of a collection, ready to be searched: each name as the numbers of its words, and each
//! word with the names that have it.

use std::ops::Range;

use super::around::{Around, Surroundings};
use super::name::words;
use super::vocabulary::{Vocabulary, WordId};
use crate::model::Collection;

/// The number of a name in the index, where the names with the fewest letters come first: of two names
/// that are found alike the shorter one is the better hit, so a search can end early.
pub(super) type NameId = u32;

/// The names of a collection, read once.
///
/// It takes about nine bytes a word, for its number in the name, its initial, and the number of the name
/// in the list of those that have the word; and nine bytes a name.
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
    having: Having,
    around: Around,
}

/// The names that have a word, for each word.
#[derive(Debug, Default)]
struct Having {
    names: Vec<NameId>,
    /// Where the names of each word begin, and, last, where all end.
    starts: Vec<u32>,
}

impl Index {
    /// Reads all names once.
    #[must_use]
    pub fn new(collection: &Collection) -> Self {
        let mut vocabulary = Vocabulary::default();
        let read = Read::new(collection, &mut vocabulary);
        let around = Around::new(collection, &mut vocabulary);
        let numbers = read.shortest_first();
        let mut words = Vec::with_capacity(read.words.len());
        let mut starts = Vec::with_capacity(read.starts.len());
        starts.push(0);
        for number in &numbers {
            words.extend_from_slice(read.name(*number));
            starts.push(u32::try_from(words.len()).unwrap_or(u32::MAX));
        }
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
            having: Having::default(),
            around,
        };
        index.having = Having::new(&index);
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
        self.around.of(self.number(name))
    }

    /// What stands around names, each pair once.
    pub(super) fn all_around(&self) -> impl Iterator<Item = &Surroundings> {
        self.around.pairs.iter()
    }

    /// The names that have a word, in order.
    pub(super) fn having(&self, word: WordId) -> &[NameId] {
        self.having.of(word)
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

    fn each_word_once(&self, mut take: impl FnMut(WordId, NameId)) {
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

/// The names as they were read, in the order of the collection.
struct Read {
    words: Vec<WordId>,
    starts: Vec<u32>,
    letters: Vec<u8>,
}

impl Read {
    fn new(collection: &Collection, vocabulary: &mut Vocabulary) -> Self {
        let count = collection.len();
        let mut read = Self {
            words: Vec::with_capacity(8 * count),
            starts: Vec::with_capacity(count + 1),
            letters: Vec::with_capacity(count),
        };
        read.starts.push(0);
        for name in collection.names() {
            let mut letters = 0;
            for word in words(name) {
                let id = vocabulary.number(&name[word]);
                letters += vocabulary.word(id).spelt.length();
                read.words.push(id);
            }
            read.letters.push(u8::try_from(letters).unwrap_or(u8::MAX));
            read.starts.push(u32::try_from(read.words.len()).unwrap_or(u32::MAX));
        }
        read
    }

    fn name(&self, number: u32) -> &[WordId] {
        let at = number as usize;
        &self.words[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// The numbers of the names, those with the fewest letters first, else in order.
    fn shortest_first(&self) -> Vec<u32> {
        let mut next = [0; 256];
        for letters in &self.letters {
            next[*letters as usize] += 1;
        }
        let mut before = 0;
        for count in &mut next {
            before += std::mem::replace(count, before);
        }
        let mut numbers = vec![0; self.letters.len()];
        for (number, letters) in (0..).zip(&self.letters) {
            let at = &mut next[*letters as usize];
            numbers[*at] = number;
            *at += 1;
        }
        numbers
    }
}

impl Having {
    fn new(index: &Index) -> Self {
        let count = index.vocabulary.words().len();
        // Counted first, so that all lists lie in one piece; a word twice in a name counts once.
        let mut starts = vec![0u32; count + 1];
        index.each_word_once(|word, _| starts[word as usize + 1] += 1);
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut names = vec![0; starts[count] as usize];
        index.each_word_once(|word, name| {
            let at = &mut next[word as usize];
            names[*at as usize] = name;
            *at += 1;
        });
        Self { names, starts }
    }

    fn of(&self, word: WordId) -> &[NameId] {
        let at = word as usize;
        &self.names[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}
