//! The translation of an English query into words of names.

use super::{Method, Query, Typed, WordReading, text_of};
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
    if !may_be_english(&typed) {
        return None;
    }
    let unknown = Unknown::of(query, &typed, vocabulary);
    let (guessed, guess) = unknown.guessed(&typed);
    let is_foreign = |word: &&str| !is_syllable(word) || !vocabulary.has_folded(word);
    let (mut words, mut at) = (Vec::with_capacity(typed.len()), 0);
    let (mut is_english, mut known) = (false, 0);
    // Whether each word of the translation is found in no name.
    let mut lacking = Vec::with_capacity(typed.len());
    while let Some(word) = query.words.get(at) {
        let Some(read) = read(&guessed[at..], index).filter(|_| !word.is_behind_name) else {
            lacking.push(unknown.at[at]);
            words.push(word.clone());
            at += 1;
            continue;
        };
        let (run, filler) = (at..at + read.count, read.meaning.filler);
        // An abbreviation keeps its Vietnamese meaning. A word like "man" may also be Vietnamese.
        is_english |= !filler && typed[run.clone()].iter().any(is_foreign);
        known += if filler || !read.is_in_names { 0 } else { read.count };
        lacking.push(!filler && !read.is_in_names);
        let phrases = read.meaning.phrases().iter().map(Vec::as_slice).collect();
        at = run.end;
        let word = Typed::meaning(&text_of(&query.words[run]), phrases, Method::English);
        words.push(Typed { filler, ..word });
    }
    let count = lacking.iter().filter(|lacking| **lacking).count();
    let is_left_out = count > 0 && count <= known && !unknown.has_vietnamese;
    if is_left_out {
        words.iter_mut().zip(lacking).for_each(|(word, lacking)| word.filler |= lacking);
    }
    let best = match guess {
        _ if is_left_out => Tier::Partial,
        Some(Guess::Typo) => Tier::Typos,
        Some(Guess::Beginning) => Tier::Beginnings,
        None => Tier::Everything,
    };
    let query = Query { best, ..Query::of(words) };
    let is_all = guess.is_none() && !unknown.at.contains(&true) && !unknown.has_vietnamese;
    is_english.then_some(Translation { query, is_all })
}

/// Whether some words are an English phrase or may be meant as one: most queries are Vietnamese, and need not wait for
/// the search of their words in the names.
fn may_be_english(typed: &[&str]) -> bool {
    (0..typed.len()).any(|at| {
        english::read(&typed[at..]).is_some_and(|(_, meaning)| !meaning.filler)
            || (!is_syllable(typed[at]) && english::guess(typed[at]).is_some())
    })
}

/// An English phrase.
struct Read {
    /// The number of its words.
    count: usize,
    meaning: &'static Meaning,
    is_in_names: bool,
}

/// Returns the longest English phrase at the start of folded words that names have, or else the longest one.
fn read(words: &[&str], index: &Index) -> Option<Read> {
    let is_in_names = |(_, meaning): &(usize, &Meaning)| {
        meaning.phrases().is_empty()
            || meaning.phrases().iter().any(|phrase| index.has_phrase(phrase))
    };
    let all = english::all(words);
    let in_names = all.iter().find(|one| is_in_names(one));
    let (count, meaning) = *in_names.or(all.first())?;
    Some(Read { count, meaning, is_in_names: in_names.is_some() })
}

/// The words of a query that are no part of an English phrase.
struct Unknown {
    /// For each word, whether it is of neither language.
    at: Vec<bool>,
    /// Whether some words are Vietnamese.
    has_vietnamese: bool,
}

impl Unknown {
    fn of(query: &Query, typed: &[&str], vocabulary: &Vocabulary) -> Self {
        let (mut unknown, mut has_vietnamese, mut at) = (vec![false; typed.len()], false, 0);
        while at < typed.len() {
            if let Some((count, _)) = english::read(&typed[at..]) {
                at += count;
                continue;
            }
            let (word, letters) = (&query.words[at], typed[at]);
            let is_latin =
                letters.len() > 2 && letters.bytes().all(|byte| byte.is_ascii_lowercase());
            let is_of_names = |reading: &WordReading| {
                !reading.doubtful && vocabulary.has_spelt(&reading.word_form)
            };
            let is_vietnamese = || is_syllable(letters) || word.readings.iter().any(is_of_names);
            unknown[at] = is_latin && !word.filler && !word.is_behind_name && !is_vietnamese();
            has_vietnamese |= !unknown[at] && !word.filler && !word.is_behind_name;
            at += 1;
        }
        Self { at: unknown, has_vietnamese }
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
