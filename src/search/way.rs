//! How one typed word is found in one word of a name.

use std::ops::Range;

use super::query::{Reading, Typed};
use super::subsequence;
use super::vocabulary::Word;
use crate::text::syllable::Spelling;

/// The ways, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
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
    let readings = || typed.readings.iter();
    let meant = || readings().filter(|reading| !reading.doubtful).map(|reading| &reading.spelling);
    if meant().any(|spelling| same(&spelling.folded, &word.spelling.folded)) {
        Some(Way::Equal)
    } else if meant().any(|spelling| word.spelling.folded.starts_with(&spelling.folded)) {
        Some(Way::Beginning)
    } else if typed.length() > 2 && word.spelling.folded.contains(&typed.folded) {
        Some(Way::Inside)
    } else if !with_slips {
        None
    } else if subsequence::find(&word.spelling.folded, &typed.folded).is_some() {
        Some(Way::Scattered)
    } else if meant().any(|spelling| by_ear(&spelling.folded) == word.heard) {
        Some(Way::ByEar)
    } else if readings().any(|reading| is_slip(reading, word)) {
        Some(Way::Slip)
    } else {
        None
    }
}

/// How many of the marks and the tone that were typed the word has: more is better.
pub(super) fn accents_kept(typed: &Typed, word: &Word) -> u8 {
    let kept = |spelling: &Spelling| {
        let marks = spelling.marked != spelling.folded
            && word.spelling.marked.starts_with(&spelling.marked);
        let tone = spelling.has_accents() && spelling.tone == word.spelling.tone;
        2 * u8::from(marks) + u8::from(tone)
    };
    typed.readings.iter().map(|reading| kept(&reading.spelling)).max().unwrap_or(0)
}

/// Whether the word was typed with accents that contradict those of the word of the name.
pub(super) fn contradicts(typed: &Typed, word: &Word) -> bool {
    let accented = |spelling: &Spelling| spelling.has_accents();
    typed.readings.first().is_some_and(|as_typed| {
        accented(&as_typed.spelling)
            && (as_typed.spelling.marked != word.spelling.marked
                || as_typed.spelling.tone != word.spelling.tone)
    })
}

/// The characters of the word that are to be highlighted.
pub(super) fn highlighted(typed: &Typed, word: &Word, way: Way) -> Vec<Range<usize>> {
    let one = |range: Range<usize>| std::iter::once(range).collect();
    let begun = || {
        let begins = |spelling: &&Spelling| word.spelling.folded.starts_with(&spelling.folded);
        let spellings = typed.readings.iter().map(|reading| &reading.spelling);
        spellings.filter(begins).map(|spelling| spelling.folded.chars().count()).max()
    };
    match way {
        Way::Beginning => one(0..begun().unwrap_or(word.length)),
        Way::Inside => match word.spelling.folded.find(&typed.folded) {
            Some(at) => {
                let start = word.spelling.folded[..at].chars().count();
                one(start..start + typed.length())
            }
            None => Vec::new(),
        },
        Way::Scattered => subsequence::find(&word.spelling.folded, &typed.folded)
            .map(|found| found.runs)
            .unwrap_or_default(),
        Way::Initials => one(0..1),
        Way::Equal | Way::Phrase | Way::ByEar | Way::Slip => one(0..word.length),
    }
}

/// Equal, or equal but for i and y where they sound alike: tỷ and tỉ, kỹ and kĩ, quý and quí.
pub(super) fn same(a: &str, b: &str) -> bool {
    a == b || (a.len() == b.len() && with_i(a).is_some_and(|a| with_i(b).is_some_and(|b| a == b)))
}

/// An open syllable in i or y, by what stands before that letter.
fn with_i(word: &str) -> Option<&str> {
    let before = word.strip_suffix(['i', 'y'])?;
    matches!(before, "h" | "k" | "l" | "m" | "qu" | "s" | "t" | "v").then_some(before)
}

/// A word as it sounds to ears that do not tell tr from ch, s from x, d, gi and r, l and n apart.
pub(super) fn by_ear(folded: &str) -> String {
    const ALIKE: [(&str, &str); 9] = [
        ("tr", "ch"),
        ("gi", "d"),
        ("ngh", "ng"),
        ("gh", "g"),
        ("s", "x"),
        ("r", "d"),
        ("n", "l"),
        ("k", "c"),
        ("q", "c"),
    ];
    if folded.starts_with("ng") || folded.starts_with("nh") {
        return folded.replacen("ngh", "ng", 1);
    }
    let heard = ALIKE.iter().find_map(|(spelt, heard)| {
        let rest = folded.strip_prefix(spelt)?;
        // "gi" alone, and "giêng", keep their vowel.
        let vowel =
            if *spelt == "gi" && !rest.starts_with(['a', 'e', 'o', 'u']) { "i" } else { "" };
        Some(format!("{heard}{vowel}{rest}"))
    });
    heard.unwrap_or_else(|| folded.to_owned())
}

/// One letter missing, too many, wrong, or two swapped; in words of three letters and more.
/// A doubtful reading needs a longer word to be believed.
fn is_slip(reading: &Reading, word: &Word) -> bool {
    let folded = &reading.spelling.folded;
    let length = folded.chars().count();
    length > 2
        && word.length > if reading.doubtful { 3 } else { 2 }
        && length.abs_diff(word.length) < 2
        && strsim::osa_distance(folded, &word.spelling.folded) == 1
}
