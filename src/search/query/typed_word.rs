//! A word of a query with its readings: as typed, in the keys of Telex and of VNI, and what it
//! abbreviates or translates.

use crate::lexicon::{abbreviations, numerals};
use crate::search::tokenize::is_rate;
use crate::text::syllable::{Spelling, Tone, is_syllable};
use crate::text::typing::{telex, vni};
use crate::text::word_form::WordForm;

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

impl Typed {
    pub(super) fn new(word: &str) -> Self {
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
    pub(super) fn short(word: &str) -> Self {
        Self { short: true, ..Self::new(word) }
    }

    /// Returns a typed phrase that means other phrases.
    pub(super) fn meaning(text: &str, phrases: Vec<&'static [WordForm]>, method: Method) -> Self {
        let mut typed = Self { phrases, numbers: &[], ..Self::new(text) };
        typed.readings.truncate(1);
        typed.readings[0].method = method;
        typed
    }

    /// Returns the value or the unit behind a name.
    pub(super) fn behind_name(text: &str) -> Self {
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

/// Marks the words, except filler words, that were typed without accents if no fewer words were typed with them.
pub(super) fn mark_bare(words: &mut [Typed]) {
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
