//! Misplaced spaces: the queries that a query may have been meant as. Neighbours are joined if they are then one word
//! of a name or two other words, and an unknown word is split where it is then two.

use std::ops::Range;

use super::Query;
use super::keyed_words;
use super::typed_word::{Typed, WordReading};
use crate::search::index::vocabulary::Vocabulary;
use crate::search::tokenize::is_rate;

/// The most queries with a space added: each takes as long as the query itself.
const MOST_SPLITS: usize = 4;

/// Two neighbours of a query, joined.
#[derive(Debug)]
pub(crate) struct Pair {
    letters: String,
    /// The byte position of the removed space.
    space: usize,
    /// Whether it is the last pair of the query, whose second word may be a prefix.
    is_last: bool,
}

/// Positions in the letters of a pair, one bit each.
type Places = u64;

impl Pair {
    pub(crate) fn new(a: &str, b: &str, is_last: bool) -> Self {
        Self { letters: format!("{a}{b}"), space: a.len(), is_last }
    }

    fn is_short(&self) -> bool {
        self.letters.is_ascii() && self.letters.len() < Places::BITS as usize
    }

    /// Adds the end of a word that is a prefix of the pair, and the start of a word that is a
    /// suffix of it.
    fn add(&self, word: &str, (ends, begins): &mut (Places, Places)) {
        if self.letters.starts_with(word) {
            *ends |= 1 << word.len();
        }
        let length = self.letters.len();
        if self.is_last {
            let first = word.as_bytes().first();
            let from = (0..length).filter(|at| self.letters.as_bytes().get(*at) == first);
            let begun = from.filter(|at| word.starts_with(&self.letters[*at..]));
            begun.for_each(|at| *begins |= 1 << at);
        } else if self.letters.ends_with(word) {
            *begins |= 1 << (length - word.len());
        }
    }
}

/// Returns, for each pair, whether it is one word, or two words with the space elsewhere.
pub(crate) fn are_joinable(pairs: &[Pair], vocabulary: &Vocabulary) -> Vec<bool> {
    let mut places = vec![(0, 0); pairs.len()];
    for word in vocabulary.words() {
        let word = word.word_form.folded();
        for (pair, places) in pairs.iter().zip(&mut places).filter(|(pair, _)| pair.is_short()) {
            pair.add(word, places);
        }
    }
    let is_joinable = |(pair, (ends, begins)): (&Pair, &(Places, Places))| {
        // A word that starts at 0 is the whole pair.
        let whole = begins & 1 != 0 || ends & (1 << pair.letters.len()) != 0;
        pair.is_short() && (whole || ends & begins & !(1 << pair.space) != 0)
    };
    pairs.iter().zip(&places).map(is_joinable).collect()
}

/// Returns the places where a word is two words of names, each of at least two letters; a prefix of a word behind it if
/// it is the last of the query.
pub(crate) fn splits(word: &str, is_last: bool, vocabulary: &Vocabulary) -> Vec<usize> {
    let whole = Pair { letters: word.to_owned(), space: 0, is_last };
    if !whole.is_short() || word.len() < 2 * SHORTEST_PART {
        return Vec::new();
    }
    let mut places = (0, 0);
    for other in vocabulary.words() {
        whole.add(other.word_form.folded(), &mut places);
    }
    let both = places.0 & places.1;
    (SHORTEST_PART..=word.len() - SHORTEST_PART).filter(|at| both >> at & 1 == 1).collect()
}

/// The fewest letters of a part of a split word.
const SHORTEST_PART: usize = 2;

impl Query {
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

    /// Returns the words that no name has, with their places.
    fn unknown(&self, vocabulary: &Vocabulary) -> impl Iterator<Item = (usize, &Typed)> {
        let is_unknown = |typed: &&Typed| {
            let is_word = |reading: &WordReading| {
                !reading.doubtful && vocabulary.has_folded(reading.word_form.folded())
            };
            let may_be = !typed.filler && !typed.is_english() && typed.phrases.is_empty();
            may_be && !typed.readings.iter().any(is_word)
        };
        self.words.iter().enumerate().filter(move |(_, typed)| is_unknown(typed))
    }

    /// Returns the queries with a space added in an unknown word, wherever it is then two words of names.
    fn split(&self, vocabulary: &Vocabulary) -> impl Iterator<Item = Self> {
        let split = self.unknown(vocabulary).flat_map(|(at, typed)| {
            let letters = typed.as_typed().folded();
            let places = splits(letters, typed.is_last, vocabulary);
            places.into_iter().map(move |place| (at, letters.split_at(place)))
        });
        split.take(MOST_SPLITS).map(|(at, (a, b))| self.with(at, &[a, b]))
    }

    /// Returns the query with spaces in all unknown words that are surely several: words in the
    /// keys of an input method, or a word next to an abbreviation ("diempci"), which may be apart
    /// in a name.
    fn surely_split(&self, vocabulary: &Vocabulary) -> Option<Self> {
        let parts = |typed: &Typed| {
            let word = typed.text.to_ascii_lowercase();
            let keyed = keyed_words::parts(&word, typed.is_last, vocabulary);
            let keyed = keyed.map(|parts| parts.into_iter().map(str::to_owned).collect());
            let letters = typed.as_typed().folded();
            let at_abbreviation = || {
                let (a, b) = letters.split_at(vocabulary.place_of_abbreviation(letters)?);
                Some(vec![a.to_owned(), b.to_owned()])
            };
            keyed.or_else(at_abbreviation)
        };
        let mut query: Option<Self> = None;
        let unknown: Vec<(usize, &Typed)> = self.unknown(vocabulary).collect();
        // From the last one on, so that the places of those before it stay the same.
        for (at, typed) in unknown.into_iter().rev() {
            let Some(parts): Option<Vec<String>> = parts(typed) else { continue };
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            query = Some(query.as_ref().unwrap_or(self).with(at, &parts));
        }
        query
    }

    /// Returns the query with other words for the one at a place.
    fn with(&self, at: usize, parts: &[&str]) -> Self {
        let mut words = self.words.clone();
        words.splice(at..=at, parts.iter().map(|part| Typed::new(part)));
        self.of_same_rank(Self::read(words))
    }

    /// Returns the query with spaces in words that are surely several; those with one space
    /// removed, for each pair of neighbours that, joined, is a word or two other words of names;
    /// those with a space added; and, if the query has an unknown word, the query without any
    /// space.
    pub(crate) fn respaced(&self, vocabulary: &Vocabulary) -> Vec<Self> {
        let count = self.words.len();
        let surely_split = self.surely_split(vocabulary);
        if count < 2 {
            return surely_split.into_iter().collect();
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
                Pair::new(a, b, at + 1 == count)
            })
            .collect();
        let joinable = are_joinable(&pairs, vocabulary);
        let mut queries: Vec<Self> = surely_split.into_iter().collect();
        queries.extend((0..count - 1).filter(|at| joinable[*at]).map(|at| joined(at..at + 2)));
        queries.extend(self.split(vocabulary));
        let is_all_words = !self.words.iter().any(|typed| is_rate(&typed.text));
        if count > 2 && is_all_words && self.has_unknown(vocabulary) {
            queries.push(joined(0..count));
        }
        queries
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_a_word_between_two_words_of_names() {
        let mut vocabulary = Vocabulary::default();
        for word in ["xuân", "năng", "nong", "ngan", "an"] {
            vocabulary.intern(word);
        }
        assert_eq!(splits("xuannang", false, &vocabulary), [4]);
        assert_eq!(splits("xuannan", true, &vocabulary), [4]);
        assert_eq!(splits("xuannan", false, &vocabulary), [0; 0]);
        assert_eq!(splits("nongan", false, &vocabulary), [4]);
    }

    #[test]
    fn joins_neighbours_that_are_one_word_or_two_others() {
        let mut vocabulary = Vocabulary::default();
        for word in ["lệ", "phí", "trước", "bạ", "hộ", "nghèo", "hơn"] {
            vocabulary.intern(word);
        }
        let joinable =
            |a, b, is_last| are_joinable(&[Pair::new(a, b, is_last)], &vocabulary) == [true];
        assert!(
            joinable("tru", "oc", false)
                && joinable("hon", "gheo", false)
                && joinable("hon", "ghe", true)
                && joinable("ng", "he", true)
        );
        assert!(
            !joinable("le", "phi", false)
                && !joinable("hon", "ghe", false)
                && !joinable("ho", "ngheo", true)
        );
    }
}
