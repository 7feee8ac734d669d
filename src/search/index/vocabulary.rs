//! The distinct words of all names. Names are many and words are few: what a typed word can mean is
//! asked once for each distinct word, not once for each name.

use std::collections::{HashMap, HashSet};
use std::hash::{Hash, Hasher};

use foldhash::fast::RandomState;
use indexmap::set::Slice;
use indexmap::{Equivalent, IndexSet};

use crate::text::fold::fold;
use crate::text::syllable::{Spelling, Tone, is_syllable};
use crate::text::word_form::WordForm;

/// The number of a word in the vocabulary.
pub(in crate::search) type WordId = u32;

/// The distinct words, numbered in the order in which they came.
#[derive(Debug, Default)]
pub(in crate::search) struct Vocabulary {
    words: IndexSet<Word, RandomState>,
    /// As they are written: `Hoà`, `hòa` and their like are one word, but are taken apart only once.
    written: HashMap<Short, WordId, RandomState>,
    /// The same for words that are too long to be looked up at once.
    written_long: HashMap<Box<str>, WordId, RandomState>,
    /// The words that some name has in capitals, folded, but for syllables with accents.
    capitals: HashSet<String, RandomState>,
}

/// The bytes of a word and how many they are, in one piece that is quickly compared.
type Short = (u128, u8);

fn short(written: &str) -> Option<Short> {
    let mut bytes = [0; 16];
    bytes.get_mut(..written.len())?.copy_from_slice(written.as_bytes());
    Some((u128::from_le_bytes(bytes), u8::try_from(written.len()).ok()?))
}

/// A word of some name.
#[derive(Debug)]
pub(in crate::search) struct Word {
    pub(in crate::search) spelt: WordForm,
    /// Its first letter.
    pub(in crate::search) initial: char,
}

/// What tells one word from another: its letters, its marks and its tone.
#[derive(PartialEq, Eq, Hash)]
struct Letters<'a> {
    folded: &'a str,
    marked: &'a str,
    tone: Tone,
}

impl Word {
    fn letters(&self) -> Letters<'_> {
        let spelt = &self.spelt;
        Letters { folded: spelt.folded(), marked: spelt.marked(), tone: spelt.tone }
    }
}

impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        self.letters() == other.letters()
    }
}

impl Eq for Word {}

impl Hash for Word {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.letters().hash(state);
    }
}

impl Equivalent<Word> for Letters<'_> {
    fn equivalent(&self, word: &Word) -> bool {
        *self == word.letters()
    }
}

impl Vocabulary {
    /// The number of a word, which is taken in if it is new.
    pub(in crate::search) fn number(&mut self, written: &str) -> WordId {
        // Written as it is folded, which is all there is to a number: a million of them are looked up at once.
        if written.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
            let plain = Letters { folded: written, marked: written, tone: Tone::Level };
            return match self.words.get_index_of(&plain) {
                Some(at) => id(at),
                None => self.add(&Spelling::of(written)),
            };
        }
        let short = short(written);
        let known = match &short {
            Some(short) => self.written.get(short),
            None => self.written_long.get(written),
        };
        if let Some(id) = known {
            return *id;
        }
        let spelling = Spelling::of(written);
        if is_capitals(written) && (!is_syllable(&spelling.folded) || !spelling.has_accents()) {
            self.capitals.insert(spelling.folded.clone());
        }
        let id = self.add(&spelling);
        match short {
            Some(short) => self.written.insert(short, id),
            None => self.written_long.insert(written.into(), id),
        };
        id
    }

    fn add(&mut self, spelling: &Spelling) -> WordId {
        id(self.words.insert_full(Word::new(spelling)).0)
    }

    /// Whether some name has an abbreviation in capitals of these letters, folded: what cannot be a syllable.
    pub(in crate::search) fn has_in_capitals(&self, folded: &str) -> bool {
        self.capitals.contains(folded) && !is_syllable(folded)
    }

    /// Whether some name has this abbreviation, folded: "và" is not VA, nor is "va chạm".
    pub(in crate::search) fn has_abbreviation(&self, folded: &str) -> bool {
        if is_syllable(folded) {
            return self.capitals.contains(folded);
        }
        self.words.iter().any(|word| word.spelt.folded() == folded)
    }

    /// Whether both are words of names, however they are accented.
    pub(in crate::search) fn has_both(&self, a: &str, b: &str) -> bool {
        let has = |part: &str| {
            let folded = fold(part);
            self.words.iter().any(|word| word.spelt.folded() == folded)
        };
        has(a) && has(b)
    }

    /// The words whose letters, folded, are like that.
    pub(in crate::search) fn spelt(&self, like: impl Fn(&str) -> bool) -> Vec<WordId> {
        let ids = (0..).zip(&self.words);
        ids.filter(|(_, word)| like(word.spelt.folded())).map(|(id, _)| id).collect()
    }

    pub(in crate::search) fn word(&self, id: WordId) -> &Word {
        &self.words[id as usize]
    }

    pub(in crate::search) fn words(&self) -> &Slice<Word> {
        self.words.as_slice()
    }
}

fn id(at: usize) -> WordId {
    WordId::try_from(at).unwrap_or(WordId::MAX)
}

impl Word {
    fn new(spelling: &Spelling) -> Self {
        let initial = spelling.folded.chars().next().unwrap_or(' ');
        Self { initial, spelt: WordForm::new(spelling) }
    }

    /// A word that need not be one of the vocabulary.
    pub(in crate::search) fn of(written: &str) -> Self {
        Self::new(&Spelling::of(written))
    }

    /// Its first letter where that is ASCII, else 0.
    pub(in crate::search) fn initial_byte(&self) -> u8 {
        if self.initial.is_ascii() { self.initial as u8 } else { 0 }
    }
}

/// Two capital letters or more, and nothing else.
fn is_capitals(written: &str) -> bool {
    written.chars().count() > 1 && written.chars().all(char::is_uppercase)
}
