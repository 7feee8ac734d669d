//! A parsed query: each typed word with all its readings.

mod keyed_words;
mod notes;
pub(super) mod other_readings;
mod respacing;
mod section_names;
mod small_talk;
mod translation;
mod typed_word;

use std::cmp::Reverse;
use std::ops::Range;

use super::Tier;
use super::tokenize::{PER_MILLE, PERCENT, is_rate, words_and_rates};
use crate::lexicon::{known_phrases, markers, query_words, stop_phrases};
use crate::text::fold::is_invisible;
use crate::text::syllable::Spelling;
use crate::text::word_form::WordForm;
pub use typed_word::Method;
use typed_word::mark_bare;
pub(crate) use typed_word::{Typed, WordReading};

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

/// The most words of a query that are used; no name is as long.
const MOST_WORDS: usize = 100;

/// The letters that a name needs more of to be found by all its words among other ones.
const LEAST_OF_NAME: usize = 4;

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
        let mut words = words.take(MOST_WORDS).collect();
        ask_for_number(&mut words);
        Self::read(words)
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
        let forms: Vec<&WordForm> = words.iter().map(Typed::as_typed).collect();
        let worst = small_talk::worst_tier(&forms);
        if worst == small_talk::OF_PHRASES {
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

    /// Whether this number of letters is enough (a third) of those in words that are not filler
    /// words for a whole name among other words.
    pub(crate) fn is_a_share(&self, letters: usize) -> bool {
        3 * letters >= self.letters_meant() && letters > LEAST_OF_NAME
    }

    /// Whether this number of letters is nearly all (70 %) of those in words that are not filler
    /// words.
    pub(crate) fn is_nearly_all(&self, letters: usize) -> bool {
        10 * letters >= 7 * self.letters_meant()
    }
}

/// Replaces a question for a number of something at the start by what names begin with that are
/// one: "bao nhiêu hộ nghèo".
fn ask_for_number(words: &mut Vec<Typed>) {
    let forms: Vec<&WordForm> = words.iter().map(Typed::as_typed).collect();
    let count = query_words::asks_number(&forms);
    let is_said = |said: &[&str]| {
        forms[count..].iter().map(|form| form.folded()).take(said.len()).eq(said.iter().copied())
    };
    let (end, meant) = match words.get(count) {
        Some(typed) if count > 0 && is_rate(&typed.text) => (count + 1, PERCENT),
        Some(_) if count > 0 && is_said(&SHARE) => (count + SHARE.len(), PERCENT),
        Some(_) if count > 0 => (count, query_words::NUMBER),
        _ => return,
    };
    if end < words.len() {
        let text = text_of(&words[..end]);
        words.splice(..end, [Typed { text, filler: true, ..Typed::new(meant) }]);
    }
}

/// "Phần trăm", folded.
const SHARE: [&str; 2] = ["phan", "tram"];

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
