//! The phrases that give or cancel a direction, from directions.txt.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::direction_first_words::{Beginnings, FirstWords};
use super::direction_heads::{Head, Heads};
use super::direction_phrase::Phrase;
use crate::lexicon::words::phrase_set::{PhraseSet, contains_word, words_of};
use crate::model::Better;
use crate::text::fold::fold;

/// The two spellings of phrases: folded and accented.
pub(super) type Spellings = [PhraseSet; 2];

/// The phrases of the file.
pub(super) struct Words {
    /// The starts of names that give a direction.
    pub(super) heads: Heads,
    /// Words after a head that cancel its direction.
    pub(super) reversals: Spellings,
    /// All that cancel the direction of a head of which higher is better.
    pub(super) reversals_of_higher: Spellings,
    /// Words that may follow a head that counts bearers of something bad.
    pub(super) continuations: Spellings,
    /// Words for counting and measuring that may come before a problem: "số vụ", "tỷ lệ".
    pub(super) counts: Spellings,
    /// What less is better of, however it is counted: "vi phạm", "phòng học tạm".
    pub(super) problems: Spellings,
    /// The same at the end of a count: "tồn đọng", "chậm tiến độ".
    pub(super) tails: Spellings,
    /// Work whose delay is what a tail says: "giải quyết quá hạn".
    pub(super) delayed_work: Spellings,
    /// The last words of English names of what less is better of: "agency spend".
    pub(super) ends: Spellings,
    /// Waste, what is done to it, and what says that this is not done.
    pub(super) wastes: Spellings,
    pub(super) treated: Spellings,
    pub(super) untreated: Spellings,
    /// Abbreviations of names, folded, with what they abbreviate.
    pub(super) abbreviations: HashMap<String, Phrase>,
    /// The lists that may have a phrase which begins with a word.
    pub(super) first_words: FirstWords,
}

impl Words {
    /// Whether the words after a head that counts bearers say where, when, in which group or by which standard they are
    /// counted: then the direction of the head holds.
    pub(super) fn continues(&self, name: &str, rest: &str, spelling: usize) -> bool {
        let Some((at, _)) = words_of(rest).next() else { return true };
        let marked = rest[..at].contains(['(', ',', '-', '–', '/', ':', ';', '[']);
        let number = rest[at..].starts_with(|c: char| c.is_ascii_digit());
        // A name of a place: "Tỷ lệ hộ nghèo Ba Bể".
        let behind = rest[at..].split_whitespace().count();
        let word = name.split_whitespace().rev().nth(behind.saturating_sub(1)).unwrap_or_default();
        let capital = word.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
        marked || number || capital || self.continuations[spelling].begins(rest)
    }
}

impl Head {
    fn of(phrase: Phrase, better: Better) -> Self {
        let counts_bearers = better == Better::Lower
            && !contains_word(&phrase.folded, "vu")
            && BEARERS.iter().any(|bearer| contains_word(&phrase.folded, bearer));
        Self { phrase, better, counts_bearers }
    }
}

/// Those who may be in a bad condition, folded.
static BEARERS: LazyLock<Vec<String>> =
    LazyLock::new(|| phrases("[bearers]").map(|phrase| phrase.folded).collect());

/// Whether a folded phrase begins with those who are in a bad condition: "ho thieu doi".
pub(super) fn begins_with_bearers(folded: &str) -> bool {
    BEARERS.iter().any(|bearer| {
        folded
            .strip_prefix(bearer.as_str())
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let heads = [("[lower]", Better::Lower), ("[higher]", Better::Higher)]
        .into_iter()
        .flat_map(|(section, better)| phrases(section).map(move |phrase| Head::of(phrase, better)))
        .collect();
    let abbreviation = |line: &str| {
        let (short, long) = line.split_once(" = ")?;
        Some((fold(short), Phrase::of(long)))
    };
    let mut words = Words {
        heads: Heads::of(heads),
        reversals: spellings(&["[reversals]"]),
        reversals_of_higher: spellings(&["[reversals]", "[reversals of higher]"]),
        continuations: spellings(&["[continuations]"]),
        counts: spellings(&["[counts]"]),
        problems: spellings(&["[problems]"]),
        tails: spellings(&["[tails]"]),
        delayed_work: spellings(&["[delayed work]"]),
        ends: spellings(&["[ends]"]),
        wastes: spellings(&["[wastes]"]),
        treated: spellings(&["[treated]"]),
        untreated: spellings(&["[untreated]"]),
        abbreviations: lines("[abbreviations]").filter_map(abbreviation).collect(),
        first_words: FirstWords::default(),
    };
    words.first_words = first_words(&words);
    words
});

/// The first words of the phrases that are looked for at each word of a name.
fn first_words(words: &Words) -> FirstWords {
    let lists = [
        (&words.reversals, Beginnings::REVERSALS),
        (&words.reversals_of_higher, Beginnings::REVERSALS_OF_HIGHER),
        (&words.continuations, Beginnings::CONTINUATIONS),
        (&words.counts, Beginnings::COUNTS),
        (&words.problems, Beginnings::PROBLEMS),
        (&words.tails, Beginnings::TAILS),
        (&words.ends, Beginnings::ENDS),
    ];
    let of_lists = lists.into_iter().flat_map(|(spellings, list)| {
        let words = spellings.iter().flat_map(PhraseSet::first_words);
        words.map(move |word| (word, list))
    });
    let short = words.abbreviations.keys().map(|word| (word.as_str(), Beginnings::ABBREVIATIONS));
    let bearers = BEARERS.iter().filter_map(|bearer| bearer.split(' ').next());
    let bearers = bearers.map(|word| (word, Beginnings::BEARERS));
    let others = [("chua", Beginnings::LACKING), ("ti", Beginnings::OTHER_SPELLING)];
    FirstWords::of(of_lists.chain(short).chain(bearers).chain(others))
}

/// A phrase of a list, and capitalised words that are names: what the tests make names of.
#[cfg(test)]
pub(super) fn sample() -> Vec<String> {
    let sections = include_str!("../words/directions.txt").lines().map(str::trim);
    let lines = sections.filter(|line| !line.is_empty() && !line.starts_with(['#', '[']));
    let phrases = lines.flat_map(|line| line.split(" = ").map(str::to_owned));
    let others = ["của xã", "Ba Bể", "Phú Yên", "chưa", "tỉ lệ", "được", "x2", "NSNN", "İ"];
    phrases.chain(others.map(str::to_owned)).collect()
}

/// The lines of a section of the file.
fn lines(section: &str) -> impl Iterator<Item = &'static str> {
    let lines = include_str!("../words/directions.txt").lines().map(str::trim);
    let section = section.to_owned();
    lines
        .skip_while(move |line| *line != section)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn phrases(section: &str) -> impl Iterator<Item = Phrase> {
    lines(section).map(Phrase::of)
}

fn spellings(sections: &[&str]) -> Spellings {
    let phrases: Vec<Phrase> = sections.iter().flat_map(|section| phrases(section)).collect();
    [false, true].map(|accented| PhraseSet::of(phrases.iter().map(|it| it.text(accented))))
}
