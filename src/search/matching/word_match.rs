//! How one typed word is found in one word of a name.

use std::ops::Range;

use super::subsequence;
use crate::search::index::vocabulary::Word;
use crate::search::query::{Method, Reading, Typed};
use crate::text::syllable::{Tone, before_i, is_syllable};
use crate::text::word_form::WordForm;

/// How a typed word is found in a word of a name, or in several: the best way first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordMatch {
    /// It is the word, i and y not told apart where they sound alike.
    Equal,
    /// It is the abbreviation of a phrase.
    Phrase,
    /// It begins the word.
    Beginning,
    /// Each of its letters begins a word.
    Initials,
    /// It stands inside the word.
    Inside,
    /// Its letters stand in the word, in order.
    Subsequence,
    /// It sounds like the word to some ears.
    Phonetic,
    /// It is the word but for one typo.
    Typo,
}

impl WordMatch {
    /// All of them, the best first.
    pub(in crate::search) const ALL: [Self; 8] = [
        Self::Equal,
        Self::Phrase,
        Self::Beginning,
        Self::Initials,
        Self::Inside,
        Self::Subsequence,
        Self::Phonetic,
        Self::Typo,
    ];
}

/// The best way in which a typed word is found in a word. Typos are checked only on request: the check is
/// expensive and ranks last.
pub(in crate::search) fn find(typed: &Typed, word: &Word, with_typos: bool) -> Option<WordMatch> {
    let (whole, word) = (word, &word.spelt);
    if typed.short && word.has_accents() && is_syllable(word.folded()) {
        return None;
    }
    let meant = || typed.readings.iter().filter(|reading| !reading.doubtful);
    let as_typed = typed.as_typed();
    if meant().any(|reading| is_found(reading, word, WordMatch::Equal)) {
        Some(WordMatch::Equal)
    } else if meant().any(|reading| is_found(reading, word, WordMatch::Beginning)) {
        Some(WordMatch::Beginning)
    } else if as_typed.length() > 2
        && as_typed.letters_are_in(word)
        && word.folded().contains(as_typed.folded())
        && !contradicts(typed, whole, WordMatch::Inside)
    {
        Some(WordMatch::Inside)
    } else if !with_typos {
        None
    } else if is_subsequence(as_typed, word) {
        Some(WordMatch::Subsequence)
    } else if meant().any(|reading| sounds_like(&reading.spelt, word)) {
        Some(WordMatch::Phonetic)
    } else if typed.readings.iter().any(|reading| is_typo(reading, word)) {
        Some(WordMatch::Typo)
    } else {
        None
    }
}

/// How many of the marks and the tone that were typed the word has, and whether it has no others: more is
/// better.
pub(in crate::search) fn accents_kept(typed: &Typed, word: &Word) -> u8 {
    let kept = |read: &WordForm| {
        let marks =
            read.marked() != read.folded() && word.spelt.marked().starts_with(read.marked());
        let tone = read.has_accents() && read.tone == word.spelt.tone;
        let same = tone && read.marked() == word.spelt.marked();
        2 * u8::from(marks) + u8::from(tone) + u8::from(same)
    };
    typed.readings.iter().map(|reading| kept(&reading.spelt)).max().unwrap_or(0)
}

/// Whether the accents that were typed contradict those of the word in which it is found in this way. Accents
/// that are not typed, or not yet, contradict nothing.
pub(in crate::search) fn contradicts(typed: &Typed, word: &Word, way: WordMatch) -> bool {
    if !typed.readings.iter().any(|reading| reading.spelt.has_accents()) {
        return false;
    }
    let word = &word.spelt;
    let has = |word: &str, read: &str| match way {
        WordMatch::Inside => word.contains(read),
        _ => word.starts_with(read),
    };
    let contradicts = |read: &WordForm| {
        let marks = read.marked() != read.folded() && !has(word.marked(), read.marked());
        // i and y are the same sound: the marks are compared where the letters are the same.
        let marks = marks && has(word.folded(), read.folded());
        // A word that is whole has its tone; one that is only begun may get it yet.
        let whole = way == WordMatch::Equal && read.has_accents();
        marks || if whole { read.tone != word.tone } else { !has_tone_of(read, word) }
    };
    let found = |reading: &&Reading| is_found(reading, word, way);
    let mut readings = typed.readings.iter().filter(found).peekable();
    readings.peek().is_some() && readings.all(|reading| contradicts(&reading.spelt))
}

/// Whether the word has the tone for which a key of an input method was typed: by those keys too much could
/// be meant.
fn has_keyed_tone(reading: &Reading, word: &WordForm) -> bool {
    reading.method == Method::AsTyped || has_tone_of(&reading.spelt, word)
}

/// Whether the word has the tone that was typed; a tone that is not typed is any.
fn has_tone_of(typed: &WordForm, word: &WordForm) -> bool {
    typed.tone == Tone::Level || typed.tone == word.tone
}

/// The reading of a typed word by which it is found in a word in this way.
pub(in crate::search) fn reading<'a>(typed: &'a Typed, word: &Word, way: WordMatch) -> &'a Reading {
    let found = |reading: &&Reading| is_found(reading, &word.spelt, way);
    typed.readings.iter().find(found).unwrap_or(&typed.readings[0])
}

/// Whether a typed word is found in this way by this reading.
fn is_found(reading: &Reading, word: &WordForm, way: WordMatch) -> bool {
    match way {
        WordMatch::Equal => {
            same(reading.spelt.folded(), word.folded())
                && (word.length() > SHORT || has_keyed_tone(reading, word))
        }
        WordMatch::Beginning => {
            word.folded().starts_with(reading.spelt.folded()) && has_keyed_tone(reading, word)
        }
        WordMatch::Phonetic => sounds_like(&reading.spelt, word),
        WordMatch::Typo => is_typo(reading, word),
        WordMatch::Phrase | WordMatch::Initials | WordMatch::Inside | WordMatch::Subsequence => {
            true
        }
    }
}

/// The characters of the word that are those typed.
pub(in crate::search) fn highlighted(
    typed: &Typed,
    word: &Word,
    way: WordMatch,
) -> Vec<Range<usize>> {
    let one = |range: Range<usize>| std::iter::once(range).collect();
    let (read, word) = (&reading(typed, word, way).spelt, &word.spelt);
    match way {
        WordMatch::Beginning => one(0..read.length()),
        WordMatch::Inside => match word.folded().find(read.folded()) {
            Some(at) => {
                let start = word.folded()[..at].chars().count();
                one(start..start + read.length())
            }
            None => Vec::new(),
        },
        WordMatch::Subsequence => subsequence::find(word.folded(), read.folded())
            .map(|found| found.runs)
            .unwrap_or_default(),
        WordMatch::Typo => subsequence::common(word.folded(), read.folded()),
        WordMatch::Initials => one(0..1),
        WordMatch::Equal | WordMatch::Phrase | WordMatch::Phonetic => one(0..word.length()),
    }
}

/// Equal, or equal but for i and y where they sound alike: tỷ and tỉ, kỹ and kĩ, quý and quí.
pub(in crate::search) fn same(a: &str, b: &str) -> bool {
    a == b
        || (a.len() == b.len() && before_i(a).is_some_and(|a| before_i(b).is_some_and(|b| a == b)))
}

/// Its letters are in the word, in order. A short word that is a syllable is meant as it is.
fn is_subsequence(typed: &WordForm, word: &WordForm) -> bool {
    typed.length() > 2
        && typed.letters_are_in(word)
        && has_tone_of(typed, word)
        && (typed.length() > SHORT || !is_syllable(typed.folded()))
        && subsequence::find(word.folded(), typed.folded()).is_some()
}

/// It sounds like the word to some ears, and has its tone.
fn sounds_like(typed: &WordForm, word: &WordForm) -> bool {
    typed.sound() == word.sound() && has_tone_if_accented(typed, word)
}

/// Whether the word has the tone of one that was typed with any accent: of a whole word, none is a tone too.
fn has_tone_if_accented(typed: &WordForm, word: &WordForm) -> bool {
    !typed.has_accents() || typed.tone == word.tone
}

/// A typo, in words of more than three letters: in a shorter one it makes another word, but for a letter too
/// many that makes none. A tone that was typed is meant.
fn is_typo(reading: &Reading, word: &WordForm) -> bool {
    reading.spelt.length() > SHORT
        && word.length() >= SHORT
        && has_tone_if_accented(&reading.spelt, word)
        && reading.spelt.is_one_typo_from(word)
        && (word.length() > SHORT || !is_syllable(reading.spelt.folded()))
}

/// How many letters a word has, at most, in which no typo is looked for.
const SHORT: usize = 3;
