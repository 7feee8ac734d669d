//! Misplaced spaces: which neighbours of a query are, joined, a word of some name or two other ones.

use crate::search::index::vocabulary::Vocabulary;

/// Two neighbours of a query without the space between them.
#[derive(Debug)]
pub(in crate::search) struct Pair {
    letters: String,
    /// Where the space was.
    space: usize,
    /// The last one of a query may be only begun.
    is_last: bool,
}

/// Places in the letters of a pair, a bit for each.
type Places = u64;

impl Pair {
    pub(in crate::search) fn new(a: &str, b: &str, is_last: bool) -> Self {
        Self { letters: format!("{a}{b}"), space: a.len(), is_last }
    }

    fn is_short(&self) -> bool {
        self.letters.is_ascii() && self.letters.len() < Places::BITS as usize
    }

    /// Adds where a word ends that the pair begins with, and where one begins that it ends with.
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

/// Which of the pairs are a word, or two words with the space elsewhere.
pub(in crate::search) fn are_words(pairs: &[Pair], vocabulary: &Vocabulary) -> Vec<bool> {
    let mut places = vec![(0, 0); pairs.len()];
    for word in vocabulary.words() {
        let word = word.spelt.folded();
        for (pair, places) in pairs.iter().zip(&mut places).filter(|(pair, _)| pair.is_short()) {
            pair.add(word, places);
        }
    }
    let is_apt = |(pair, (ends, begins)): (&Pair, &(Places, Places))| {
        // Every pair ends at its end.
        let whole = begins & 1 != 0 || ends & (1 << pair.letters.len()) != 0;
        pair.is_short() && (whole || ends & begins & !(1 << pair.space) != 0)
    };
    pairs.iter().zip(&places).map(is_apt).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_a_word_or_two_others() {
        let mut vocabulary = Vocabulary::default();
        for word in ["lệ", "phí", "trước", "bạ", "hộ", "nghèo", "hơn"] {
            vocabulary.number(word);
        }
        let apt = |a, b, is_last| are_words(&[Pair::new(a, b, is_last)], &vocabulary) == [true];
        assert!(apt("tru", "oc", false) && apt("hon", "gheo", false) && apt("hon", "ghe", true));
        assert!(!apt("le", "phi", false) && !apt("hon", "ghe", false) && !apt("ho", "ngheo", true));
    }
}
