//! A query as it is read: each typed word in all the ways in which it can be meant.

use std::cmp::Reverse;

use super::abbreviations;
use super::name::words_or_signs;
use super::passing;
use super::spelt::Spelt;
use super::vocabulary::Vocabulary;
use crate::text::syllable::{Spelling, is_syllable};
use crate::text::{telex, vni};

/// What was typed, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Query {
    pub(super) words: Vec<Typed>,
    /// The words, the longest first: they have the fewest places to go to. What is said in passing takes
    /// what is left.
    pub(super) order: Vec<usize>,
}

/// A word of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    /// As it was typed.
    pub(super) text: String,
    /// The ways in which it can be read, as typed first.
    pub(super) readings: Vec<Reading>,
    /// The phrases that it is an abbreviation of, in folded words.
    pub(super) phrases: Vec<&'static [String]>,
    /// Said in passing, and no part of what is looked for unless the name has it too.
    pub(super) filler: bool,
}

/// One way to read a typed word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) method: Method,
    pub(super) spelt: Spelt,
    /// Not a syllable: to be taken for a slip only.
    pub(super) doubtful: bool,
}

/// A way of typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// The letters that are meant, with or without their accents.
    AsTyped,
    /// The keys of Telex: `hooj`.
    Telex,
    /// The keys of VNI: `ho65`.
    Vni,
}

/// How many words of a query are read; no name is as long.
const MOST_WORDS: usize = 100;

impl Query {
    pub(super) fn new(text: &str) -> Self {
        let mut words: Vec<_> = words_or_signs(text).take(MOST_WORDS).map(Typed::new).collect();
        let folded: Vec<&str> = words.iter().map(|typed| typed.as_typed().folded()).collect();
        let passing = passing::said_in_passing(&folded);
        words.iter_mut().zip(passing).for_each(|(typed, passing)| typed.filler = passing);
        Self::of(words)
    }

    fn of(words: Vec<Typed>) -> Self {
        let mut order: Vec<usize> = (0..words.len()).collect();
        order.sort_by_key(|at| (words[*at].filler, Reverse(words[*at].as_typed().length())));
        Self { words, order }
    }

    /// Whether a typed word is said in passing, next to others that are not.
    pub(super) fn is_passing(&self, typed: usize) -> bool {
        self.words[typed].filler
    }

    /// How many letters there are in words that are not said in passing.
    pub(super) fn letters_meant(&self) -> usize {
        self.words.iter().filter(|typed| !typed.filler).map(|typed| typed.as_typed().length()).sum()
    }

    /// Whether so many letters are most of those meant.
    pub(super) fn is_most(&self, letters: usize) -> bool {
        10 * letters >= 6 * self.letters_meant()
    }

    /// The query with each phrase replaced that has an abbreviation, if there is any: one that is known,
    /// or one that names have in capitals and that the phrase has as its initials.
    pub(super) fn abbreviated(&self, vocabulary: &Vocabulary) -> Option<Self> {
        let mut words = self.words.clone();
        for known in abbreviations::all() {
            let spelt =
                |run: &[Typed]| run.iter().map(|typed| typed.as_typed().folded()).eq(&known.phrase);
            let at = words.windows(known.phrase.len()).position(spelt);
            if let Some(at) = at.filter(|_| vocabulary.has(&known.short)) {
                words.splice(at..at + known.phrase.len(), [Typed::new(&known.short)]);
            }
        }
        for length in (2..=8.min(words.len())).rev() {
            let initials = |run: &[Typed]| -> String {
                run.iter().filter_map(|typed| typed.as_typed().folded().chars().next()).collect()
            };
            let capitals = |run: &[Typed]| vocabulary.has_in_capitals(&initials(run));
            if let Some(at) = words.windows(length).position(capitals) {
                let short = Typed::new(&initials(&words[at..at + length]));
                words.splice(at..at + length, [short]);
            }
        }
        (words.len() < self.words.len()).then(|| Self::of(words))
    }
}

impl Typed {
    fn new(word: &str) -> Self {
        let typed = Spelling::of(word);
        let phrases = abbreviations::phrases(&typed.folded);
        let as_typed =
            Reading { method: Method::AsTyped, spelt: Spelt::new(&typed), doubtful: false };
        let other = |method, spelling: Option<Spelling>| {
            let spelling = spelling?;
            let doubtful = !is_syllable(&spelling.folded);
            Some(Reading { method, spelt: Spelt::new(&spelling), doubtful })
        };
        let telex = other(Method::Telex, telex::decode(word));
        let vni = other(Method::Vni, vni::decode(word));
        let readings = [Some(as_typed), telex, vni].into_iter().flatten().collect();
        Self { text: word.to_owned(), readings, phrases, filler: false }
    }

    /// The first reading, without any method of typing.
    pub(super) fn as_typed(&self) -> &Spelt {
        &self.readings[0].spelt
    }

    /// How many letters it has in the reading that has most.
    pub(super) fn longest(&self) -> usize {
        self.readings.iter().map(|reading| reading.spelt.length()).max().unwrap_or(0)
    }
}
