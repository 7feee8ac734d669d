//! The translation of an English query into words of names.

use super::other_readings::text_of;
use super::{Method, Query, Reading, Typed};
use crate::lexicon::english;
use crate::lexicon::english::{Guess, Meaning};
use crate::search::Tier;
use crate::search::index::Index;
use crate::search::index::vocabulary::Vocabulary;
use crate::text::syllable::is_syllable;

/// A translated query.
pub(super) struct Translation {
    pub(super) query: Query,
    /// Whether every word of it is English.
    pub(super) is_all: bool,
}

/// Returns the translation of a query with its English phrases, if it has any.
pub(super) fn of(query: &Query, index: &Index) -> Option<Translation> {
    let vocabulary = &index.vocabulary;
    let typed: Vec<&str> = query.words.iter().map(|typed| typed.as_typed().folded()).collect();
    let unknown = Unknown::of(query, &typed, vocabulary);
    let (guessed, guess) = unknown.guessed(&typed);
    let is_foreign = |word: &&str| !is_syllable(word) || !vocabulary.has_folded(word);
    let (mut words, mut at) = (Vec::with_capacity(typed.len()), 0);
    let (mut is_english, mut is_left_out) = (false, false);
    while let Some(word) = query.words.get(at) {
        let Some((count, meaning)) = meaning(&guessed[at..], index).filter(|_| !word.beside) else {
            let is_unknown = unknown.at[at] && unknown.may_be_left_out;
            is_left_out |= is_unknown;
            words.push(Typed { filler: word.filler || is_unknown, ..word.clone() });
            at += 1;
            continue;
        };
        let run = at..at + count;
        // An abbreviation keeps its Vietnamese meaning. A word like "man" may also be Vietnamese.
        is_english |= !meaning.filler && typed[run.clone()].iter().any(is_foreign);
        let phrases = meaning.phrases.iter().map(Vec::as_slice).collect();
        let word = Typed::meaning(&text_of(&query.words[run]), phrases, Method::English);
        words.push(Typed { filler: meaning.filler, ..word });
        at += count;
    }
    let best = match guess {
        _ if is_left_out => Tier::Partial,
        Some(Guess::Typo) => Tier::Typos,
        Some(Guess::Beginning) => Tier::Beginnings,
        None => Tier::Everything,
    };
    let query = Query { best, ..Query::of(words) };
    let is_all = best == Tier::Everything && !unknown.has_vietnamese;
    is_english.then_some(Translation { query, is_all })
}

/// Returns the longest English phrase at the start of folded words that names have, or else the longest one: its number
/// of words and its meaning.
fn meaning(words: &[&str], index: &Index) -> Option<(usize, &'static Meaning)> {
    let is_in_names = |(_, meaning): &(usize, &Meaning)| {
        meaning.phrases.is_empty() || meaning.phrases.iter().any(|phrase| index.has_phrase(phrase))
    };
    let all = english::all(words);
    match &all[..] {
        [] => None,
        [one] => Some(*one),
        [longest, ..] => Some(all.iter().copied().find(is_in_names).unwrap_or(*longest)),
    }
}

/// The words of a query that are no part of an English phrase.
struct Unknown {
    /// For each word, whether it is of neither language.
    at: Vec<bool>,
    /// Whether some words are Vietnamese.
    has_vietnamese: bool,
    /// Whether such words may be left out: those that are known are as many.
    may_be_left_out: bool,
}

impl Unknown {
    fn of(query: &Query, typed: &[&str], vocabulary: &Vocabulary) -> Self {
        let (mut unknown, mut has_vietnamese, mut at) = (vec![false; typed.len()], false, 0);
        let mut known = 0;
        while at < typed.len() {
            if let Some((count, meaning)) = english::read(&typed[at..]) {
                known += if meaning.filler { 0 } else { count };
                at += count;
                continue;
            }
            let (word, letters) = (&query.words[at], typed[at]);
            let is_latin = letters.len() > 2 && letters.bytes().all(|byte| byte.is_ascii_lowercase());
            let is_of_names = |reading: &Reading| {
                !reading.doubtful && vocabulary.has_spelt(&reading.word_form)
            };
            let is_vietnamese = || is_syllable(letters) || word.readings.iter().any(is_of_names);
            unknown[at] = is_latin && !word.filler && !word.beside && !is_vietnamese();
            has_vietnamese |= !unknown[at] && !word.filler && !word.beside;
            at += 1;
        }
        let count = unknown.iter().filter(|unknown| **unknown).count();
        Self { at: unknown, has_vietnamese, may_be_left_out: !has_vietnamese && count <= known }
    }

    /// Returns the words with those that can be guessed as they are meant, and the least certain guess.
    fn guessed<'t>(&self, typed: &[&'t str]) -> (Vec<&'t str>, Option<Guess>) {
        let (mut words, mut least) = (typed.to_vec(), None);
        let asked = || (0..typed.len()).filter(|at| self.at[*at] && !english::is_word(typed[*at]));
        for at in asked().filter(|_| !self.has_vietnamese) {
            let Some((known, guess)) = english::guess(typed[at]) else { continue };
            words[at] = known;
            if least != Some(Guess::Typo) {
                least = Some(guess);
            }
        }
        (words, least)
    }
}
