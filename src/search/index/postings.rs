//! Postings: the names that contain each word, as a sorted list or, for frequent words, a bitmap. A
//! vocabulary is small and its frequent words occur in many names.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::name_set::{NameId, NameSet};
use super::vocabulary::WordId;

/// The number of bits that a list needs for one name.
const BITS: usize = NameId::BITS as usize;

/// The names that contain each word.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    /// The lists of all rare words, one after another.
    few: Vec<NameId>,
    /// The offset in `few` at which the list of each word starts, with the end of the last one.
    starts: Vec<u32>,
    /// The names that contain each frequent word.
    many: HashMap<WordId, NameSet, RandomState>,
}

impl Postings {
    /// Builds the postings of `words` words and `names` names. `each` passes every word with its
    /// names, in order and each word once a name. It is called twice: the first call counts, so
    /// that all lists fit into one allocation.
    pub(crate) fn new(
        words: usize,
        names: usize,
        each: impl Fn(&mut dyn FnMut(WordId, NameId)),
    ) -> Self {
        let mut counts = vec![0_u32; words];
        each(&mut |word, _| counts[word as usize] += 1);
        let mut postings = Self { starts: Vec::with_capacity(words + 1), ..Self::default() };
        let mut end = 0;
        postings.starts.push(end);
        for (word, count) in (0..).zip(&counts) {
            if *count as usize * BITS > names {
                postings.many.insert(word, NameSet::none(names));
            } else {
                end += count;
            }
            postings.starts.push(end);
        }
        postings.few = vec![0; end as usize];
        let mut next = counts;
        next.copy_from_slice(&postings.starts[..words]);
        each(&mut |word, name| {
            let at = &mut next[word as usize];
            if *at < postings.starts[word as usize + 1] {
                postings.few[*at as usize] = name;
                *at += 1;
            } else if let Some(names) = postings.many.get_mut(&word) {
                names.add_all([name]);
            }
        });
        postings
    }

    /// Returns the names that contain a word, in order.
    pub(crate) fn of(&self, word: WordId) -> impl Iterator<Item = NameId> + '_ {
        let many = self.many.get(&word).into_iter().flat_map(NameSet::iter);
        self.few[self.range(word)].iter().copied().chain(many)
    }

    /// Adds the names that contain a word to a set.
    pub(crate) fn add_to(&self, word: WordId, names: &mut NameSet) {
        names.add_all(self.few[self.range(word)].iter().copied());
        if let Some(many) = self.many.get(&word) {
            names.unite(many);
        }
    }

    fn range(&self, word: WordId) -> std::ops::Range<usize> {
        let at = word as usize;
        self.starts[at] as usize..self.starts[at + 1] as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_frequent_word_has_a_bitmap() {
        // Word 0 is in each of 64 names, word 1 in two of them, word 2 in three.
        let each = |take: &mut dyn FnMut(WordId, NameId)| {
            for name in 0..64 {
                take(0, name);
                if name < 2 {
                    take(1, name);
                }
                if name < 3 {
                    take(2, name);
                }
            }
        };
        let postings = Postings::new(3, 64, each);
        let many: Vec<bool> = (0..3).map(|word| postings.many.contains_key(&word)).collect();
        assert_eq!((many, &postings.few[..]), (vec![true, false, true], &[0, 1][..]));
    }

    proptest! {
        #[test]
        fn lists_and_bitmaps_contain_the_same_names(names in proptest::collection::vec(0_u32..6, 0..200)) {
            // Word 0 occurs in every name, the others in some.
            let each = |take: &mut dyn FnMut(WordId, NameId)| {
                for (name, word) in (0..).zip(&names) {
                    take(0, name);
                    if *word > 0 {
                        take(*word, name);
                    }
                }
            };
            let postings = Postings::new(7, names.len(), each);
            for word in 0..7 {
                let expected: Vec<NameId> = (0..)
                    .zip(&names)
                    .filter(|(_, has)| word == 0 || **has == word)
                    .map(|(name, _)| name)
                    .collect();
                prop_assert_eq!(postings.of(word).collect::<Vec<_>>(), expected);
            }
        }
    }
}
