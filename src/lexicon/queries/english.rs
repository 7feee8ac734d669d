//! A dictionary of English phrases for common indicators, with the Vietnamese phrases that names
//! have for them.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;
use std::sync::{LazyLock, OnceLock};

use crate::lexicon::words::phrase::{Phrase, phrase};

/// The meaning of an English phrase.
#[derive(Debug, Default)]
pub(crate) struct Meaning {
    /// Its translations as written.
    texts: Vec<&'static str>,
    /// The same as words: only those of typed words are read.
    phrases: OnceLock<Vec<Phrase>>,
    /// Whether it is a filler word.
    pub(crate) filler: bool,
}

impl Meaning {
    /// Returns its translations, the longest first; none for words like "of".
    pub(crate) fn phrases(&self) -> &[Phrase] {
        self.phrases.get_or_init(|| {
            let mut phrases: Vec<Phrase> = self.texts.iter().map(|text| phrase(text)).collect();
            phrases.sort_by_key(|phrase| Reverse(phrase.len()));
            phrases
        })
    }
}

/// Meanings by English phrase, each word in the singular.
static ALL: LazyLock<HashMap<String, Meaning>> = LazyLock::new(|| {
    let mut all: HashMap<String, Meaning> = HashMap::new();
    let lines = include_str!("../words/english.txt").lines().filter(|line| !line.starts_with('#'));
    for line in lines {
        let (filler, line) = line.strip_prefix("! ").map_or((false, line), |line| (true, line));
        let (english, vietnamese) = line.split_once(" = ").unwrap_or((line, ""));
        let mut words = String::with_capacity(english.len());
        for word in english.split(' ') {
            words.push_str(if words.is_empty() { "" } else { " " });
            words.push_str(&singular(word));
        }
        let meaning = all.entry(words).or_default();
        meaning.filler = filler;
        if !vietnamese.is_empty() {
            meaning.texts.push(vietnamese);
        }
    }
    all
});

/// The number of words of the longest phrase.
static LONGEST: LazyLock<usize> =
    LazyLock::new(|| ALL.keys().map(|words| words.split(' ').count()).max().unwrap_or(0));

/// Returns the English phrases at the start of folded words, the longest first: the number of words and the meaning of
/// each.
pub(crate) fn all(words: &[&str]) -> Vec<(usize, &'static Meaning)> {
    let words: Vec<_> = words.iter().take(*LONGEST).map(|word| singular(word)).collect();
    let begins = |count: usize| Some((count, ALL.get(&words[..count].join(" "))?));
    (1..=words.len()).rev().filter_map(begins).collect()
}

/// Returns the longest of them.
pub(crate) fn read(words: &[&str]) -> Option<(usize, &'static Meaning)> {
    all(words).into_iter().next()
}

/// The words of all phrases, in the singular, and how many phrases have each.
static WORDS: LazyLock<BTreeMap<&'static str, usize>> = LazyLock::new(|| {
    let mut all = BTreeMap::new();
    for word in ALL.keys().flat_map(|phrase| phrase.split(' ')) {
        *all.entry(word).or_default() += 1;
    }
    all
});

/// Whether a folded word is a word of some phrase.
pub(crate) fn is_word(word: &str) -> bool {
    WORDS.contains_key(&*singular(word))
}

/// How an unknown word is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Guess {
    /// It is the beginning of an English word.
    Beginning,
    /// It is a long English word with a typo.
    Typo,
}

/// The fewest letters of the beginning of a word, of a word with a typo, and of the word that is meant by it.
const SHORTEST_BEGINNING: usize = 4;
const SHORTEST_TYPO: usize = 5;
const SHORTEST_MEANT: usize = 6;

/// Returns the known word that an unknown one is the beginning of, that of the most phrases, or that it is with a typo.
pub(crate) fn guess(word: &str) -> Option<(&'static str, Guess)> {
    let is_latin = word.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_latin || word.len() < SHORTEST_BEGINNING {
        return None;
    }
    let from = (Bound::Included(word), Bound::Unbounded);
    let begun = WORDS.range::<str, _>(from).take_while(|(known, _)| known.starts_with(word));
    if let Some((known, _)) = begun.min_by_key(|(known, count)| (Reverse(**count), known.len())) {
        return Some((known, Guess::Beginning));
    }
    let one = singular(word);
    let from = (Bound::Included(&word[..1]), Bound::Unbounded);
    let same_initial = WORDS.range::<str, _>(from).take_while(|(known, _)| known[..1] == word[..1]);
    let is_meant = |known: &&str| {
        known.len() >= SHORTEST_MEANT
            && known.len().abs_diff(one.len()) < 2
            && strsim::osa_distance(known, &one) == 1
    };
    let mut meant = same_initial.map(|(known, _)| *known).filter(is_meant);
    let known = meant.next().filter(|_| one.len() >= SHORTEST_TYPO)?;
    Some((known, Guess::Typo))
}

/// Returns a word in the singular.
fn singular(word: &str) -> Cow<'_, str> {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y").into();
    }
    let hissing = ["ches", "shes", "sses", "xes"];
    if word.len() > 4 && hissing.iter().any(|ending| word.ends_with(ending)) {
        return word[..word.len() - 2].into();
    }
    match word.strip_suffix('s') {
        // "Analysis" and "tennis", but not "taxis".
        Some(one)
            if one.len() > 2 && !["s", "u", "si", "ni"].iter().any(|end| one.ends_with(end)) =>
        {
            one.into()
        }
        _ => word.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_longest_phrase_in_singular_or_plural() {
        let found = |query: &str| {
            let words: Vec<&str> = query.split(' ').collect();
            let (count, meaning) = read(&words)?;
            let words = meaning.phrases().first()?.iter().map(|word| word.folded());
            Some((count, words.collect::<Vec<_>>().join(" ")))
        };
        assert_eq!(found("poverty rate in"), Some((2, "ty le ho ngheo".to_owned())));
        assert_eq!(found("hospital beds"), Some((2, "tong so giuong benh".to_owned())));
        assert_eq!(found("hospitals"), Some((1, "so benh vien".to_owned())));
        assert_eq!(found("universities"), Some((1, "truong dai hoc".to_owned())));
        assert_eq!(found("xuat khau"), None);
    }

    #[test]
    fn unknown_words_are_beginnings_or_typos_of_known_ones() {
        for (word, known, by) in [
            ("unempl", "unemployment", Guess::Beginning),
            ("hosp", "hospital", Guess::Beginning),
            ("vacination", "vaccination", Guess::Typo),
            ("unemployement", "unemployment", Guess::Typo),
        ] {
            assert_eq!(guess(word), Some((known, by)), "{word}");
        }
        for word in ["hos", "ngheo", "asdfg", "2024"] {
            assert_eq!(guess(word), None, "{word}");
        }
    }

    #[test]
    fn lines_are_unique() {
        let mut lines: Vec<_> = include_str!("../words/english.txt").lines().collect();
        let all = lines.len();
        lines.sort_unstable();
        lines.dedup();
        assert_eq!(lines.len(), all);
    }

    #[test]
    fn plurals_in_ies_have_a_singular_in_y_or_ie() {
        for (plural, one) in [
            ("cities", "city"),
            ("skies", "sky"),
            ("ties", "tie"),
            ("boxes", "box"),
            ("taxis", "taxi"),
        ] {
            assert_eq!(singular(plural), one);
        }
    }
}
