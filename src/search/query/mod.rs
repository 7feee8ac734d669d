//! A parsed query: each typed word with all its readings.

mod notes;
pub(super) mod other_readings;
mod respacing;
mod small_talk;
mod translation;

use std::cmp::Reverse;
use std::ops::Range;

use super::Tier;
use super::index::vocabulary::Vocabulary;
use super::tokenize::{PER_MILLE, PERCENT, is_rate, words_and_rates};
use crate::lexicon::{abbreviations, known_phrases, markers, numerals, query_words, stop_phrases};
use crate::text::fold::is_invisible;
use crate::text::syllable::{Spelling, Tone, is_syllable};
use crate::text::typing::{telex, vni};
use crate::text::word_form::WordForm;

/// A parsed query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Query {
    pub(crate) words: Vec<Typed>,
    /// The order in which words are aligned, the longest first because they match in the fewest
    /// places; filler words last.
    pub(crate) order: Vec<usize>,
    /// The worst tier that a hit may have.
    pub(crate) worst: Tier,
    /// The best tier that a hit may have, since words may not be understood right.
    pub(crate) best: Tier,
    /// Where in a name its words may be.
    pub(crate) placement: Placement,
    /// The words that together are a known phrase, as ranges of them.
    pub(crate) phrases: Vec<Range<usize>>,
}

/// Where in a name the words of a query may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Placement {
    Anywhere,
    /// The name begins with them: what was typed next to them says only what kind of number is meant.
    Start,
}

/// A word of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Typed {
    /// The word as typed.
    pub(crate) text: String,
    /// The readings of the word, as typed first.
    pub(crate) readings: Vec<WordReading>,
    /// The phrases that it abbreviates or translates, as folded words.
    pub(crate) phrases: Vec<&'static [WordForm]>,
    /// Whether it is a filler word, which a name need not contain.
    pub(crate) filler: bool,
    /// Whether it was typed without accents in a query where as many words have them.
    pub(crate) bare: bool,
    /// Whether it is an abbreviation that replaced its phrase: it does not match a syllable with
    /// accents.
    pub(crate) short: bool,
    /// Whether it is the value or the unit behind a name: no word of the name, but maybe of its unit.
    pub(crate) is_behind_name: bool,
    /// Whether it is a phrase with another meaning that some names have as typed: they rank first.
    pub(crate) literal: bool,
    /// How names write it otherwise, if it is a number ("ba", "III" and "3").
    pub(crate) numbers: &'static [WordForm],
    /// Whether it is the last word of the query, which may be unfinished.
    pub(crate) is_last: bool,
}

/// One reading of a typed word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WordReading {
    pub(crate) method: Method,
    pub(crate) word_form: WordForm,
    /// Whether it is not a syllable: such a reading only matches as a typo.
    pub(crate) doubtful: bool,
}

/// A typing method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Plain letters, with or without accents.
    AsTyped,
    /// The keys of Telex: `hooj`.
    Telex,
    /// The keys of VNI: `ho65`.
    Vni,
    /// An English phrase, translated.
    English,
    /// Another word for the same thing: "heo" for "lợn".
    Synonym,
    /// Another spelling of a number: "ba" for "3".
    Numeral,
}

/// The most words of a query that are used; no name is as long.
const MOST_WORDS: usize = 100;

/// The letters that a name needs more of to be found by all its words among other ones.
const LEAST_OF_NAME: usize = 4;

/// The most queries with a space added: each takes as long as the query itself.
const MOST_SPLITS: usize = 4;

impl Query {
    pub(crate) fn new(text: &str) -> Self {
        let text: String = text.chars().filter(|c| !is_invisible(*c)).collect();
        // "1. Tổng đàn lợn" was copied from a list.
        let text =
            markers::leading(text.trim_start(), None).map_or(text.as_str(), |(_, name)| name);
        let words = notes::parts(text).flat_map(|(part, is_note)| {
            let words = rates_as_signs(words_and_rates(part)).into_iter();
            words.map(move |word| {
                let typed = Typed::new(word);
                Typed { filler: typed.filler || is_note, ..typed }
            })
        });
        Self::read(words.take(MOST_WORDS).collect())
    }

    /// Builds a query and marks its filler words.
    fn read(mut words: Vec<Typed>) -> Self {
        if let [rate] = &mut words[..]
            && is_rate(&rate.text)
        {
            // The sign of a rate alone is a unit.
            rate.filler = false;
            rate.phrases.clear();
        }
        let folded: Vec<&str> = words.iter().map(|typed| typed.as_typed().folded()).collect();
        let fillers = stop_phrases::filler_words(&folded);
        for (typed, filler) in words.iter_mut().zip(fillers) {
            typed.filler |= filler && !query_words::is_no_filler(typed.as_typed());
        }
        Self::of(words)
    }

    fn of(mut words: Vec<Typed>) -> Self {
        let mut order: Vec<usize> = (0..words.len()).collect();
        order.sort_by_key(|at| (words[*at].filler, Reverse(words[*at].as_typed().length())));
        let folded: Vec<&str> = words.iter().map(|typed| typed.as_typed().folded()).collect();
        let worst = small_talk::worst_tier(&folded);
        if worst == Tier::Together {
            // Small talk is not typed in keys of an input method: "wow".
            words.iter_mut().for_each(|typed| typed.readings.truncate(1));
        }
        mark_bare(&mut words);
        let forms: Vec<&WordForm> = words.iter().map(Typed::as_typed).collect();
        let phrases = known_phrases::all(&forms);
        let last = words.len().saturating_sub(1);
        words.iter_mut().enumerate().for_each(|(at, typed)| typed.is_last = at == last);
        let (best, placement) = (Tier::Everything, Placement::Anywhere);
        Self { words, order, worst, best, placement, phrases }
    }

    /// Whether a typed word is a filler word.
    pub(crate) fn is_filler(&self, typed: usize) -> bool {
        self.words[typed].filler
    }

    /// Returns the number of letters in words that are not filler words.
    pub(crate) fn letters_meant(&self) -> usize {
        self.words.iter().filter(|typed| !typed.filler).map(|typed| typed.as_typed().length()).sum()
    }

    /// Whether some missing words belong to a typed one: they mean something only together, "thu hút" is no "thu".
    pub(crate) fn is_half_of_pair(&self, typed: usize, missing: &[usize]) -> bool {
        let other = |pair: &Range<usize>| pair.clone().find(|at| *at != typed);
        let mut pairs =
            self.phrases.iter().filter(|phrase| phrase.len() == 2 && phrase.contains(&typed));
        pairs.any(|pair| other(pair).is_some_and(|other| missing.contains(&other)))
    }

    /// Whether this number of letters is most (60 %) of those in words that are not filler words.
    pub(crate) fn is_partial(&self, letters: usize) -> bool {
        10 * letters >= 6 * self.letters_meant()
    }

    /// Whether this number of letters is enough (a third) of those in words that are not filler words for a whole name among
    /// other words.
    pub(crate) fn is_a_share(&self, letters: usize) -> bool {
        3 * letters >= self.letters_meant() && letters > LEAST_OF_NAME
    }

    /// Whether this number of letters is nearly all (70 %) of those in words that are not filler
    /// words.
    pub(crate) fn is_nearly_all(&self, letters: usize) -> bool {
        10 * letters >= 7 * self.letters_meant()
    }

    /// Whether some word is not in the vocabulary, and the last one is not a prefix of any word in
    /// it.
    fn has_unknown(&self, vocabulary: &Vocabulary) -> bool {
        let last = self.words.len() - 1;
        let is_known = |(at, typed): (usize, &Typed)| {
            let typed = typed.as_typed().folded();
            let mut words = vocabulary.words().iter().map(|word| word.word_form.folded());
            words.any(|word| word == typed || (at == last && word.starts_with(typed)))
        };
        !self.words.iter().enumerate().all(is_known)
    }

    /// Returns a query that is no better than this one.
    fn of_same_rank(&self, other: Self) -> Self {
        Self { worst: self.worst.min(other.worst), best: self.best.max(other.best), ..other }
    }

    /// Returns the queries with a space added in an unknown word, wherever it is then two words of names.
    fn split(&self, vocabulary: &Vocabulary) -> impl Iterator<Item = Self> {
        let is_unknown = |typed: &&Typed| {
            let is_word = |reading: &WordReading| {
                !reading.doubtful && vocabulary.has_folded(reading.word_form.folded())
            };
            let may_be = !typed.filler && !typed.is_english() && typed.phrases.is_empty();
            may_be && !typed.readings.iter().any(is_word)
        };
        let unknown = self.words.iter().enumerate().filter(move |(_, typed)| is_unknown(typed));
        let split = unknown.flat_map(|(at, typed)| {
            let letters = typed.as_typed().folded();
            let places = respacing::splits(letters, typed.is_last, vocabulary);
            places.into_iter().map(move |place| (at, letters.split_at(place)))
        });
        split.take(MOST_SPLITS).map(|(at, (a, b))| {
            let mut words = self.words.clone();
            words.splice(at..=at, [a, b].map(Typed::new));
            self.of_same_rank(Self::read(words))
        })
    }

    /// Returns the queries with one space removed, for each pair of neighbours that, joined, is a
    /// word or two other words of names; those with a space added; and, if the query has an unknown
    /// word, the query without any space.
    pub(crate) fn respaced(&self, vocabulary: &Vocabulary) -> Vec<Self> {
        let count = self.words.len();
        if count < 2 {
            return Vec::new();
        }
        let joined = |range: Range<usize>| -> Self {
            let text: String = self.words[range.clone()].iter().map(|t| t.text.as_str()).collect();
            let mut words = self.words.clone();
            words.splice(range, [Typed::new(&text)]);
            self.of_same_rank(Self::read(words))
        };
        let pairs: Vec<_> = (1..count)
            .map(|at| {
                let [a, b] = [at - 1, at].map(|at| self.words[at].as_typed().folded());
                respacing::Pair::new(a, b, at + 1 == count)
            })
            .collect();
        let joinable = respacing::are_joinable(&pairs, vocabulary);
        let mut queries: Vec<Self> =
            (0..count - 1).filter(|at| joinable[*at]).map(|at| joined(at..at + 2)).collect();
        queries.extend(self.split(vocabulary));
        let is_all_words = !self.words.iter().any(|typed| is_rate(&typed.text));
        if count > 2 && is_all_words && self.has_unknown(vocabulary) {
            queries.push(joined(0..count));
        }
        queries
    }
}

/// Returns typed words with spaces between them.
fn text_of(typed: &[Typed]) -> String {
    typed.iter().map(|typed| typed.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Replaces "phần trăm" and "phần nghìn" by their signs if there are other words, except in a question for a quantity
/// ("bao nhiêu phần trăm").
fn rates_as_signs(words: Vec<&str>) -> Vec<&str> {
    let is = |word: &str, meant: &str| {
        let (word, meant) = (Spelling::of(word), Spelling::of(meant));
        word == meant || (word.folded == meant.folded && !word.has_accents())
    };
    let rate = |at: usize| {
        let asked = at
            .checked_sub(1)
            .is_some_and(|before| is(words[before], "nhiêu") || is(words[before], "mấy"));
        let pair = words.get(at).zip(words.get(at + 1));
        let (_, of) = pair.filter(|(part, _)| !asked && is(part, "phần"))?;
        match () {
            () if is(of, "trăm") => Some(PERCENT),
            () if is(of, "nghìn") || is(of, "ngàn") => Some(PER_MILLE),
            () => None,
        }
    };
    if words.len() < 3 {
        return words;
    }
    let mut read = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let sign = rate(at);
        read.push(sign.unwrap_or(words[at]));
        at += 1 + usize::from(sign.is_some());
    }
    read
}

/// Marks the words, except filler words, that were typed without accents if no fewer words were typed with them.
fn mark_bare(words: &mut [Typed]) {
    let is_bare = |typed: &Typed| {
        let read = typed.as_typed();
        let is_plain = !read.has_accents() && is_syllable(read.folded());
        is_plain && typed.readings.len() == 1
    };
    let accented = words.iter().filter(|typed| typed.as_typed().has_accents()).count();
    let bare = words.iter().filter(|typed| is_bare(typed)).count();
    if accented > 0 && accented >= bare {
        // A filler word that has accents in a name is no other word.
        words.iter_mut().for_each(|typed| typed.bare = !typed.filler && is_bare(typed));
    }
}

impl Typed {
    fn new(word: &str) -> Self {
        let typed = Spelling::of(word);
        let phrases = abbreviations::phrases(&typed.folded);
        let as_typed = WordReading {
            method: Method::AsTyped,
            word_form: WordForm::new(&typed),
            doubtful: false,
        };
        let other = |method, spelling: Option<Spelling>| {
            let spelling = spelling?;
            let doubtful = !is_syllable(&spelling.folded);
            Some(WordReading { method, word_form: WordForm::new(&spelling), doubtful })
        };
        let telex = other(Method::Telex, telex::decode(word));
        let vni = other(Method::Vni, vni::decode(word));
        let readings: Vec<_> = [Some(as_typed), telex, vni].into_iter().flatten().collect();
        let filler = is_rate(word);
        let numbers = match &readings[..] {
            [as_typed] => numerals::other_spellings(&as_typed.word_form),
            _ => &[],
        };
        Self {
            text: word.to_owned(),
            readings,
            phrases,
            filler,
            bare: false,
            short: false,
            is_behind_name: false,
            literal: false,
            numbers,
            is_last: false,
        }
    }

    /// Returns an abbreviation that replaces its phrase.
    fn short(word: &str) -> Self {
        Self { short: true, ..Self::new(word) }
    }

    /// Returns a typed phrase that means other phrases.
    fn meaning(text: &str, phrases: Vec<&'static [WordForm]>, method: Method) -> Self {
        let mut typed = Self { phrases, numbers: &[], ..Self::new(text) };
        typed.readings.truncate(1);
        typed.readings[0].method = method;
        typed
    }

    /// Returns the value or the unit behind a name.
    fn behind_name(text: &str) -> Self {
        Self {
            phrases: Vec::new(),
            numbers: &[],
            is_behind_name: true,
            filler: true,
            ..Self::new(text)
        }
    }

    /// Whether it is an English word, which is only translated.
    pub(crate) fn is_english(&self) -> bool {
        self.readings[0].method == Method::English
    }

    /// Whether a reading may be the beginning of a word. Telex and VNI put the tone behind the letters, so a word that
    /// was typed so is whole, if it is not the last one.
    pub(crate) fn may_begin(&self, reading: &WordReading) -> bool {
        self.is_last || reading.method == Method::AsTyped || reading.word_form.tone == Tone::Level
    }

    /// Returns the first reading, without any typing method.
    pub(crate) fn as_typed(&self) -> &WordForm {
        &self.readings[0].word_form
    }

    /// Returns the number of letters of the longest reading.
    pub(crate) fn longest(&self) -> usize {
        self.readings.iter().map(|reading| reading.word_form.length()).max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_of_a_query_is_60_percent_and_nearly_all_is_70() {
        let query = Query::new("trong rung");
        assert_eq!(query.letters_meant(), 9);
        assert!(query.is_partial(6) && !query.is_partial(5));
        assert!(query.is_nearly_all(7) && !query.is_nearly_all(6));
    }
}
