//! How one typed word is found in one word of a name.

use std::ops::Range;

use super::query::{Reading, Typed};
use super::spelt::Spelt;
use super::subsequence;
use super::vocabulary::Word;
use crate::text::syllable::before_i;

/// How a typed word is found in a word of a name, or in several: the best way first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
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
    Scattered,
    /// It sounds like the word to some ears.
    ByEar,
    /// It is the word but for one slip of the fingers.
    Slip,
}

impl Way {
    /// All of them, the best first.
    pub(super) const ALL: [Self; 8] = [
        Self::Equal,
        Self::Phrase,
        Self::Beginning,
        Self::Initials,
        Self::Inside,
        Self::Scattered,
        Self::ByEar,
        Self::Slip,
    ];
}

/// The best way in which a typed word is found in a word. Slips are only looked for on demand: they
/// are dear, and count last.
pub(super) fn find(typed: &Typed, word: &Word, with_slips: bool) -> Option<Way> {
    let word = &word.spelt;
    let meant = || typed.readings.iter().filter(|reading| !reading.doubtful).map(|r| &r.spelt);
    let as_typed = typed.as_typed();
    if meant().any(|reading| same(reading.folded(), word.folded())) {
        Some(Way::Equal)
    } else if meant().any(|reading| word.folded().starts_with(reading.folded())) {
        Some(Way::Beginning)
    } else if as_typed.length() > 2
        && as_typed.letters_are_in(word)
        && word.folded().contains(as_typed.folded())
    {
        Some(Way::Inside)
    } else if !with_slips {
        None
    } else if as_typed.letters_are_in(word)
        && subsequence::find(word.folded(), as_typed.folded()).is_some()
    {
        Some(Way::Scattered)
    } else if meant().any(|reading| reading.heard() == word.heard()) {
        Some(Way::ByEar)
    } else if typed.readings.iter().any(|reading| is_slip(reading, word)) {
        Some(Way::Slip)
    } else {
        None
    }
}

/// How many of the marks and the tone that were typed the word has: more is better.
pub(super) fn accents_kept(typed: &Typed, word: &Word) -> u8 {
    let kept = |read: &Spelt| {
        let marks =
            read.marked() != read.folded() && word.spelt.marked().starts_with(read.marked());
        let tone = read.has_accents() && read.tone == word.spelt.tone;
        2 * u8::from(marks) + u8::from(tone)
    };
    typed.readings.iter().map(|reading| kept(&reading.spelt)).max().unwrap_or(0)
}

/// Whether the word was typed with accents that contradict those of the word of the name.
pub(super) fn contradicts(typed: &Typed, word: &Word) -> bool {
    typed.readings.first().is_some_and(|as_typed| {
        let (read, word) = (&as_typed.spelt, &word.spelt);
        read.has_accents() && (read.marked() != word.marked() || read.tone != word.tone)
    })
}

/// The reading of a typed word by which it is found in a word in this way.
pub(super) fn reading<'a>(typed: &'a Typed, word: &Word, way: Way) -> &'a Reading {
    let word = &word.spelt;
    let found = |reading: &&Reading| match way {
        Way::Equal => same(reading.spelt.folded(), word.folded()),
        Way::Beginning => word.folded().starts_with(reading.spelt.folded()),
        Way::ByEar => reading.spelt.heard() == word.heard(),
        Way::Slip => is_slip(reading, word),
        Way::Phrase | Way::Initials | Way::Inside | Way::Scattered => true,
    };
    typed.readings.iter().find(found).unwrap_or(&typed.readings[0])
}

/// The characters of the word that are those typed.
pub(super) fn highlighted(typed: &Typed, word: &Word, way: Way) -> Vec<Range<usize>> {
    let one = |range: Range<usize>| std::iter::once(range).collect();
    let (read, word) = (&reading(typed, word, way).spelt, &word.spelt);
    match way {
        Way::Beginning => one(0..read.length()),
        Way::Inside => match word.folded().find(read.folded()) {
            Some(at) => {
                let start = word.folded()[..at].chars().count();
                one(start..start + read.length())
            }
            None => Vec::new(),
        },
        Way::Scattered => subsequence::find(word.folded(), read.folded())
            .map(|found| found.runs)
            .unwrap_or_default(),
        Way::Slip => subsequence::common(word.folded(), read.folded()),
        Way::Initials => one(0..1),
        Way::Equal | Way::Phrase | Way::ByEar => one(0..word.length()),
    }
}

/// Equal, or equal but for i and y where they sound alike: tỷ and tỉ, kỹ and kĩ, quý and quí.
pub(super) fn same(a: &str, b: &str) -> bool {
    a == b
        || (a.len() == b.len() && before_i(a).is_some_and(|a| before_i(b).is_some_and(|b| a == b)))
}

/// A slip, in words of three letters and more. A doubtful reading needs a longer word to be believed.
fn is_slip(reading: &Reading, word: &Spelt) -> bool {
    reading.spelt.length() > 2
        && word.length() > if reading.doubtful { 3 } else { 2 }
        && reading.spelt.is_one_slip_from(word)
}
