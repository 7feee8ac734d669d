//! The distinct words of all names. There are many names but few words: a typed word is compared
//! once with each distinct word, not once with each name.

use std::collections::{HashMap, HashSet};
use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use foldhash::fast::RandomState;
use indexmap::set::Slice;
use indexmap::{Equivalent, IndexSet};

use super::short_word::{Short, short};
use crate::text::syllable::{Spelling, Tone, is_syllable};
use crate::text::word_form::WordForm;

/// The number of a word in the vocabulary.
pub(crate) type WordId = u32;

/// The distinct words, numbered in order of first occurrence.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: IndexSet<Word, RandomState>,
    /// Ids by spelling: `Hoà` and `hòa` are one word, but each spelling is analysed only once.
    written: HashMap<Short, WordId, RandomState>,
    /// The same for words that are longer than 16 bytes.
    written_long: HashMap<Box<str>, WordId, RandomState>,
    /// The folded words that some name has in capitals, except syllables with accents.
    capitals: HashSet<String, RandomState>,
    /// Whether names are written with accents.
    is_accented: OnceLock<bool>,
}

/// A word of some name.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) word_form: WordForm,
    /// The first letter.
    pub(crate) initial: char,
}

/// The identity of a word: its letters, its diacritic marks and its tone.
#[derive(PartialEq, Eq, Hash)]
struct Letters<'a> {
    folded: &'a str,
    marked: &'a str,
    tone: Tone,
}

impl Word {
    fn letters(&self) -> Letters<'_> {
        let word_form = &self.word_form;
        Letters { folded: word_form.folded(), marked: word_form.marked(), tone: word_form.tone }
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
    /// Returns the id of a word, and adds the word if it is new.
    pub(crate) fn intern(&mut self, written: &str) -> WordId {
        // A lowercase ASCII word or a number is equal to its folded form, and names have very many
        // numbers: this path does one lookup.
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

    /// Adds the words of another vocabulary, in its order. Returns the new id of each.
    pub(crate) fn merge(&mut self, other: Self) -> Vec<WordId> {
        if self.words.is_empty() {
            *self = other;
            return (0..self.words.len()).map(id).collect();
        }
        self.capitals.extend(other.capitals);
        other.words.into_iter().map(|word| id(self.words.insert_full(word).0)).collect()
    }

    fn add(&mut self, spelling: &Spelling) -> WordId {
        id(self.words.insert_full(Word::new(spelling)).0)
    }

    /// Whether some name has these folded letters in capitals, and they cannot be a syllable: an
    /// abbreviation.
    pub(crate) fn has_in_capitals(&self, folded: &str) -> bool {
        self.capitals.contains(folded) && !is_syllable(folded)
    }

    /// Whether some name has this folded abbreviation: neither "và" nor "va chạm" is VA.
    pub(crate) fn has_abbreviation(&self, folded: &str) -> bool {
        if is_syllable(folded) {
            return self.capitals.contains(folded);
        }
        self.words.iter().any(|word| word.word_form.folded() == folded)
    }

    /// Whether some name has a word with these folded letters.
    pub(crate) fn has_folded(&self, folded: &str) -> bool {
        self.words.iter().any(|word| word.word_form.folded() == folded)
    }

    /// Whether some name has a word with these letters and accents.
    pub(crate) fn has_exactly(&self, spelling: &Spelling) -> bool {
        let Spelling { folded, marked, tone } = spelling;
        self.words.contains(&Letters { folded, marked, tone: *tone })
    }

    /// Returns the place where a word is split from an abbreviation before or behind it.
    pub(crate) fn place_of_abbreviation(&self, folded: &str) -> Option<usize> {
        let is_long = |short: &&String| short.len() > 2 && !is_syllable(short);
        let place = |short: &String| match folded.strip_suffix(short.as_str()) {
            Some(before) => Some(before.len()),
            None => folded.starts_with(short.as_str()).then_some(short.len()),
        };
        let places = self.capitals.iter().filter(is_long).filter_map(place);
        // The longest one: the order of the set is none.
        places.filter(|at| (2..folded.len().saturating_sub(1)).contains(at)).max()
    }

    /// Whether some name has a word with these letters, and with these accents if there are any.
    pub(crate) fn has_spelt(&self, form: &WordForm) -> bool {
        let is = |word: &WordForm| {
            let same = word.tone == form.tone && word.marked() == form.marked();
            word.folded() == form.folded() && (same || !form.has_accents())
        };
        self.words.iter().any(|word| is(&word.word_form))
    }

    /// Whether names are written with accents: at least a quarter of the syllables have some. It must not be asked
    /// before all words are added.
    pub(crate) fn is_accented(&self) -> bool {
        *self.is_accented.get_or_init(|| {
            let forms = self.words.iter().map(|word| &word.word_form);
            let syllables = forms.filter(|form| is_syllable(form.folded()));
            let (accented, all) = syllables.fold((0, 0), |(accented, all), form| {
                (accented + usize::from(form.has_accents()), all + 1)
            });
            4 * accented >= all
        })
    }

    /// Returns the words whose folded letters satisfy `like`.
    pub(crate) fn words_like(&self, like: impl Fn(&str) -> bool) -> Vec<WordId> {
        let ids = (0..).zip(&self.words);
        ids.filter(|(_, word)| like(word.word_form.folded())).map(|(id, _)| id).collect()
    }

    pub(crate) fn word(&self, id: WordId) -> &Word {
        &self.words[id as usize]
    }

    pub(crate) fn words(&self) -> &Slice<Word> {
        self.words.as_slice()
    }
}

fn id(at: usize) -> WordId {
    WordId::try_from(at).unwrap_or(WordId::MAX)
}

impl Word {
    fn new(spelling: &Spelling) -> Self {
        let initial = spelling.folded.chars().next().unwrap_or(' ');
        Self { initial, word_form: WordForm::new(spelling) }
    }

    /// Returns a word without adding it to a vocabulary.
    pub(crate) fn of(written: &str) -> Self {
        Self::new(&Spelling::of(written))
    }

    /// Returns the first letter if it is ASCII, otherwise 0.
    pub(crate) fn initial_byte(&self) -> u8 {
        if self.initial.is_ascii() { self.initial as u8 } else { 0 }
    }
}

/// Whether the text is two or more capital letters and nothing else.
fn is_capitals(written: &str) -> bool {
    written.chars().count() > 1 && written.chars().all(char::is_uppercase)
}
