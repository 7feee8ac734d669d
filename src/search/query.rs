//! A query as it is read: each typed word in all the ways in which it can be meant.

use super::abbreviations;
use super::name::words;
use crate::text::syllable::{Spelling, is_syllable};
use crate::text::{telex, vni};

/// What was typed, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Query {
    pub(super) words: Vec<Typed>,
    /// The words, the longest first: they have the fewest places to go to.
    pub(super) order: Vec<usize>,
}

/// A word of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    /// The ways in which it can be read, as typed first.
    pub(super) readings: Vec<Reading>,
    /// The phrases that it is an abbreviation of, in folded words.
    pub(super) phrases: Vec<Vec<&'static str>>,
    /// Its letters as typed, folded.
    pub(super) folded: String,
    /// Said in passing, and no part of what is looked for unless the name has it too.
    pub(super) filler: bool,
}

/// One way to read a typed word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) spelling: Spelling,
    /// Not a syllable: to be taken for a slip only.
    pub(super) doubtful: bool,
}

/// Words that people put around what they look for.
const FILLERS: [&str; 40] = [
    "chi", "tieu", "so", "lieu", "nam", "cua", "tinh", "huyen", "xa", "la", "bao", "nhieu", "cho",
    "xem", "tim", "o", "tai", "trong", "va", "cac", "ve", "den", "the", "nao", "hien", "nay",
    "toi", "muon", "biet", "ket", "qua", "thuc", "ke", "hoach", "bang", "may", "gi", "quy",
    "thang", "ra",
];

impl Query {
    pub(super) fn new(text: &str) -> Self {
        Self::of(words(text).into_iter().map(|range| Typed::new(&text[range])).collect())
    }

    fn of(words: Vec<Typed>) -> Self {
        let mut order: Vec<usize> = (0..words.len()).collect();
        order.sort_by_key(|at| std::cmp::Reverse(words[*at].folded.chars().count()));
        Self { words, order }
    }

    /// The query with each phrase that has an abbreviation replaced by it, if there is any.
    pub(super) fn abbreviated(&self) -> Option<Self> {
        let mut words = self.words.clone();
        let folded = |words: &[Typed]| words.iter().map(|w| w.folded.clone()).collect::<Vec<_>>();
        for (short, phrase) in abbreviations::all() {
            let long: Vec<&str> = phrase.split(' ').collect();
            let now = folded(&words);
            if let Some(at) = now.windows(long.len()).position(|run| run == long) {
                words.splice(at..at + long.len(), [Typed::new(short)]);
            }
        }
        (words.len() < self.words.len()).then(|| Self::of(words))
    }
}

impl Typed {
    fn new(word: &str) -> Self {
        let typed = Spelling::of(word);
        let folded = typed.folded.clone();
        let filler = FILLERS.contains(&folded.as_str()) || is_year(&folded);
        let mut readings = vec![Reading { spelling: typed, doubtful: false }];
        for spelling in [telex::decode(word), vni::decode(word)].into_iter().flatten() {
            let doubtful = !is_syllable(&spelling.folded);
            readings.push(Reading { spelling, doubtful });
        }
        Self { phrases: abbreviations::phrases(&folded), readings, folded, filler }
    }

    pub(super) fn length(&self) -> usize {
        self.folded.chars().count()
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.chars().all(|c| c.is_ascii_digit())
}
