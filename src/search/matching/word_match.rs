//! Matching of one typed word with one word of a name.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::subsequence;
use crate::search::Tier;
use crate::search::index::vocabulary::Word;
use crate::search::query::{Method, Typed, WordReading};
use crate::text::syllable::{Tone, before_i, is_syllable};
use crate::text::word_form::WordForm;

/// How a typed word matches one or several words of a name, the best kind first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordMatch {
    /// It equals the word; i and y are equal where they sound alike.
    Equal,
    /// It is the abbreviation or the translation of a phrase.
    Phrase,
    /// It is a prefix of the word.
    Beginning,
    /// Its letters are the initials of consecutive words.
    Initials,
    /// It is inside the word.
    Inside,
    /// Its letters occur in the word, in order.
    Subsequence,
    /// It sounds like the word in some dialects.
    Phonetic,
    /// It is the word with one typo.
    Typo,
}

impl WordMatch {
    /// All kinds, the best first.
    pub(crate) const ALL: [Self; 8] = [
        Self::Equal,
        Self::Phrase,
        Self::Beginning,
        Self::Initials,
        Self::Inside,
        Self::Subsequence,
        Self::Phonetic,
        Self::Typo,
    ];

    /// The best tier of a name whose worst match is this one.
    pub(crate) fn best_tier(self) -> Tier {
        match self {
            Self::Equal | Self::Phrase | Self::Beginning => Tier::Exact,
            Self::Initials => Tier::Initials,
            Self::Inside => Tier::Substring,
            Self::Subsequence => Tier::Subsequence,
            Self::Phonetic | Self::Typo => Tier::Typos,
        }
    }
}

/// Returns the best match of a typed word with a word that is the same, begins with it or has it
/// inside: the same letters side by side, or the same number in another spelling. An English word,
/// which is translated, is only found as it is. Others are found by [`find_similar`].
pub(crate) fn find_exact(typed: &Typed, word: &Word) -> Option<WordMatch> {
    if is_other_syllable(typed, word) {
        return None;
    }
    let word_form = &word.word_form;
    if typed.is_english() {
        // It is translated; a name may have it as it is ("taxi").
        let is_same =
            !word_form.has_accents() && same(typed.as_typed().folded(), word_form.folded());
        return is_same.then_some(WordMatch::Equal);
    }
    let meant = || typed.readings.iter().filter(|reading| !reading.doubtful);
    let as_typed = typed.as_typed();
    if meant().any(|reading| is_found(reading, word_form, WordMatch::Equal)) {
        Some(WordMatch::Equal)
    } else if is_number(typed, word_form) {
        Some(WordMatch::Phrase)
    } else if meant().any(|reading| {
        typed.may_begin(reading) && is_found(reading, word_form, WordMatch::Beginning)
    }) {
        Some(WordMatch::Beginning)
    } else if as_typed.length() > 2
        && as_typed.letters_are_in(word_form)
        && word_form.folded().contains(as_typed.folded())
        && !is_chance(as_typed, word_form)
        && !contradicts(typed, word, WordMatch::Inside)
    {
        Some(WordMatch::Inside)
    } else {
        None
    }
}

/// Returns the best match of a typed word with a word that [`find_exact`] does not find: letters
/// are left out, or it sounds alike, or has a typo. Only asked where nothing else is found, as it
/// is expensive and ranks last.
pub(crate) fn find_similar(typed: &Typed, word: &Word) -> Option<WordMatch> {
    if typed.is_english() || is_other_syllable(typed, word) {
        return None;
    }
    let word_form = &word.word_form;
    let mut meant = typed.readings.iter().filter(|reading| !reading.doubtful);
    if is_subsequence(typed.as_typed(), word_form) {
        Some(WordMatch::Subsequence)
    } else if meant.any(|reading| sounds_like(&reading.word_form, word_form)) {
        Some(WordMatch::Phonetic)
    } else if typed.readings.iter().any(|reading| is_typo(reading, word_form))
        || has_short_typo(typed, word_form)
    {
        Some(WordMatch::Typo)
    } else {
        None
    }
}

/// Whether a word is a syllable with accents, and the typed word one that is too short to mean it.
fn is_other_syllable(typed: &Typed, word: &Word) -> bool {
    let word = &word.word_form;
    typed.short && word.has_accents() && is_syllable(word.folded())
}

/// Whether a typed word is inside a word by chance: both are syllables, and it has accents or is
/// not the end of the other.
fn is_chance(typed: &WordForm, word: &WordForm) -> bool {
    are_syllables(typed, word) && (typed.has_accents() || !word.folded().ends_with(typed.folded()))
}

/// Whether both words are syllables.
pub(crate) fn are_syllables(typed: &WordForm, word: &WordForm) -> bool {
    is_syllable(typed.folded()) && is_syllable(word.folded())
}

/// Whether a word is another spelling of a typed number.
pub(crate) fn is_number(typed: &Typed, word: &WordForm) -> bool {
    typed.numbers.iter().any(|number| {
        number.folded() == word.folded()
            && number.tone == word.tone
            && number.marked() == word.marked()
    })
}

/// Returns a score for the typed diacritic marks and tone that the word has, with a bonus if it has
/// no others: higher is better.
pub(crate) fn accents_kept(typed: &Typed, word: &Word) -> u8 {
    let kept = |read: &WordForm| {
        let marks =
            read.marked() != read.folded() && word.word_form.marked().starts_with(read.marked());
        let tone = read.has_accents() && read.tone == word.word_form.tone;
        let same = tone && read.marked() == word.word_form.marked();
        2 * u8::from(marks) + u8::from(tone) + u8::from(same)
    };
    typed.readings.iter().map(|reading| kept(&reading.word_form)).max().unwrap_or(0)
}

/// Returns the score of [`accents_kept`], with one more for a word that was typed exactly as it is
/// written without accents.
pub(crate) fn spelling_kept(typed: &Typed, word: &Word) -> u8 {
    let (read, word_form) = (typed.as_typed(), &word.word_form);
    let is_plain =
        !read.has_accents() && !word_form.has_accents() && read.folded() == word_form.folded();
    accents_kept(typed, word).max(u8::from(is_plain))
}

/// Whether the typed accents contradict those of the matched word. Accents that are not typed, or
/// not yet, contradict nothing.
pub(crate) fn contradicts(typed: &Typed, word: &Word, word_match: WordMatch) -> bool {
    let has_accents = typed.readings.iter().any(|reading| reading.word_form.has_accents());
    // A phrase is other words than those typed.
    if !has_accents || word_match == WordMatch::Phrase {
        return false;
    }
    let word = &word.word_form;
    let has = |word: &str, read: &str| match word_match {
        WordMatch::Inside => word.contains(read),
        _ => word.starts_with(read),
    };
    let contradicts = |read: &WordForm| {
        let marks = read.marked() != read.folded() && !has(word.marked(), read.marked());
        // i and y sound the same: the marks are compared only where the letters are equal.
        let marks = marks && has(word.folded(), read.folded());
        // A tone is typed after the letters: "dạ" is not the beginning of "đạt".
        let is_other_letter = read.tone != Tone::Level
            && read.marked().starts_with('d')
            && word.marked().starts_with('đ');
        if word_match == WordMatch::Beginning && is_other_letter {
            return true;
        }
        // A whole word has its tone and its marks; a prefix may still get them.
        if word_match != WordMatch::Equal || !read.has_accents() {
            return marks || !has_tone_of(read, word);
        }
        let same_letters = read.folded() == word.folded();
        read.tone != word.tone || (same_letters && read.marked() != word.marked())
    };
    let found = |reading: &&WordReading| is_found(reading, word, word_match);
    let mut readings = typed.readings.iter().filter(found).peekable();
    readings.peek().is_some()
        && readings.all(|reading| contradicts(&reading.word_form))
        && !is_doubled_letter(typed, word)
}

/// Whether a word was typed with one of its letters twice, which is a typo or a key of Telex ("ngaan" for "ngắn").
pub(crate) fn is_doubled_letter(typed: &Typed, word: &WordForm) -> bool {
    let [as_typed, telex, ..] = &typed.readings[..] else { return false };
    let (letters, word) = (as_typed.word_form.folded(), word.folded());
    let is_twice = |at: &usize| letters.as_bytes()[*at] == letters.as_bytes()[at + 1];
    let without = |at: usize| [&letters[..at], &letters[at + 1..]].concat();
    telex.method == Method::Telex
        && telex.word_form.tone == Tone::Level
        && letters.is_ascii()
        && letters.len() == word.len() + 1
        && (0..word.len()).filter(is_twice).any(|at| without(at) == word)
}

/// Whether a word was typed without accents, in a query with accents, and the letters of the matched word that it
/// covers have some. A beginning may still get its tone.
pub(crate) fn is_bare(typed: &Typed, word: &Word, word_match: WordMatch) -> bool {
    let word = &word.word_form;
    typed.bare
        && match word_match {
            WordMatch::Equal => word.has_accents(),
            WordMatch::Beginning => {
                let rest = word.marked().strip_prefix(typed.as_typed().marked());
                rest.is_none_or(|rest| rest.starts_with(is_combining_mark))
            }
            _ => false,
        }
}

/// Whether the word has the tone of the reading, if it was typed with an input method: its keys
/// could otherwise mean too much.
fn has_keyed_tone(reading: &WordReading, word: &WordForm) -> bool {
    reading.method == Method::AsTyped || has_tone_of(&reading.word_form, word)
}

/// Whether the word has the typed tone; no typed tone matches any.
fn has_tone_of(typed: &WordForm, word: &WordForm) -> bool {
    typed.tone == Tone::Level || typed.tone == word.tone
}

/// Returns the reading of a typed word that gives this match.
pub(crate) fn reading<'a>(typed: &'a Typed, word: &Word, word_match: WordMatch) -> &'a WordReading {
    let found = |reading: &&WordReading| is_found(reading, &word.word_form, word_match);
    typed.readings.iter().find(found).unwrap_or(&typed.readings[0])
}

/// Whether a reading gives this match.
fn is_found(reading: &WordReading, word: &WordForm, word_match: WordMatch) -> bool {
    match word_match {
        WordMatch::Equal => {
            same(reading.word_form.folded(), word.folded())
                && (word.length() > SHORT || has_keyed_tone(reading, word))
        }
        WordMatch::Beginning => {
            word.folded().starts_with(reading.word_form.folded()) && has_keyed_tone(reading, word)
        }
        WordMatch::Phonetic => sounds_like(&reading.word_form, word),
        WordMatch::Typo => is_typo(reading, word),
        WordMatch::Phrase | WordMatch::Initials | WordMatch::Inside | WordMatch::Subsequence => {
            true
        }
    }
}

/// Returns the characters of the word that match those typed.
pub(crate) fn highlighted(typed: &Typed, word: &Word, word_match: WordMatch) -> Vec<Range<usize>> {
    let one = |range: Range<usize>| std::iter::once(range).collect();
    let (read, word) = (&reading(typed, word, word_match).word_form, &word.word_form);
    match word_match {
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

/// Whether two folded words are equal, with i and y equal where they sound alike: tỷ and tỉ, kỹ and
/// kĩ, quý and quí.
pub(crate) fn same(a: &str, b: &str) -> bool {
    a == b
        || (a.len() == b.len() && before_i(a).is_some_and(|a| before_i(b).is_some_and(|b| a == b)))
}

/// Whether the typed letters occur in the word, in order. A short word that is a syllable only
/// matches itself.
fn is_subsequence(typed: &WordForm, word: &WordForm) -> bool {
    typed.length() > 2
        && typed.letters_are_in(word)
        && has_tone_of(typed, word)
        && (typed.length() > SHORT || !is_syllable(typed.folded()))
        && subsequence::find(word.folded(), typed.folded()).is_some()
}

/// Whether two words sound alike in some dialects and the typed tone is not contradicted.
fn sounds_like(typed: &WordForm, word: &WordForm) -> bool {
    typed.sound() == word.sound() && has_tone_if_accented(typed, word)
}

/// Whether the word has the tone of a typed word with any accent: for a whole word, no tone mark is
/// a tone too.
fn has_tone_if_accented(typed: &WordForm, word: &WordForm) -> bool {
    !typed.has_accents() || typed.tone == word.tone
}

/// Whether the word was typed with one typo. Both words must have more than three letters, because
/// a typo in a shorter one makes another word; a word of three letters is allowed if one letter too
/// many makes no syllable. A typed tone must be equal.
fn is_typo(reading: &WordReading, word: &WordForm) -> bool {
    reading.word_form.length() > SHORT
        && word.length() >= SHORT
        && has_tone_if_accented(&reading.word_form, word)
        && reading.word_form.is_one_typo_from(word)
        && (word.length() > SHORT || !is_syllable(reading.word_form.folded()))
}

/// Whether a typed word of three letters is a word of four with a letter missing, or no syllable
/// and a word of three with one typo ("lpn"). It is often another word, so it counts only where all
/// other words match whole.
pub(crate) fn has_short_typo(typed: &Typed, word: &WordForm) -> bool {
    let typed = typed.as_typed();
    if typed.length() != SHORT || !has_tone_if_accented(typed, word) {
        return false;
    }
    let lacks_letter = || {
        word.length() == SHORT + 1
            && typed.letters_are_in(word)
            && typed.folded().chars().next() == word.folded().chars().next()
            && subsequence::find(word.folded(), typed.folded()).is_some()
    };
    let has_typo =
        || word.length() == SHORT && !is_syllable(typed.folded()) && typed.is_one_typo_from(word);
    lacks_letter() || has_typo()
}

/// The most letters of a short word. A typed word must have more for a typo to be considered; a word of a name may
/// have as many, if the typed word is no syllable.
const SHORT: usize = 3;
