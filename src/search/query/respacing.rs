//! Misplaced spaces: finds the neighbours in a query that, joined, are one word of a name or two
//! other words.

use crate::search::index::vocabulary::Vocabulary;

/// Two neighbours of a query, joined.
#[derive(Debug)]
pub(in crate::search) struct Pair {
    letters: String,
    /// The byte position of the removed space.
    space: usize,
    /// Whether it is the last pair of the query, whose second word may be a prefix.
    is_last: bool,
}

/// Positions in the letters of a pair, one bit each.
type Places = u64;

impl Pair {
    pub(in crate::search) fn new(a: &str, b: &str, is_last: bool) -> Self {
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
pub(in crate::search) fn are_joinable(pairs: &[Pair], vocabulary: &Vocabulary) -> Vec<bool> {
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
pub(in crate::search) fn splits(word: &str, is_last: bool, vocabulary: &Vocabulary) -> Vec<usize> {
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
