//! The names that have a word, for each word: a list where they are few, a bit for each name where they are
//! many. Names are made of few words, which stand in many of them.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::name_set::{NameId, NameSet};
use super::vocabulary::WordId;

/// A list takes this many bits a name.
const BITS: usize = NameId::BITS as usize;

/// Which names have a word.
#[derive(Debug, Default)]
pub(in crate::search) struct Postings {
    /// The names of all words that few have, one word after another.
    few: Vec<NameId>,
    /// Where the names of each word begin in `few`, and, last, where all end.
    starts: Vec<u32>,
    /// The others, and how many names have each.
    many: HashMap<WordId, (usize, NameSet), RandomState>,
}

impl Postings {
    /// Sorts out so many words of so many names; `each` gives them with their names, in order and each once a
    /// name. It is asked twice: they are counted first, so that all lists lie in one piece.
    pub(in crate::search) fn new(
        words: usize,
        names: usize,
        each: impl Fn(&mut dyn FnMut(WordId, NameId)),
    ) -> Self {
        let mut counts = vec![0_u32; words];
        each(&mut |word, _| counts[word as usize] += 1);
        let mut having = Self { starts: Vec::with_capacity(words + 1), ..Self::default() };
        let mut end = 0;
        having.starts.push(end);
        for (word, count) in (0..).zip(&counts) {
            if *count as usize * BITS > names {
                having.many.insert(word, (*count as usize, NameSet::none(names)));
            } else {
                end += count;
            }
            having.starts.push(end);
        }
        having.few = vec![0; end as usize];
        let mut next = counts;
        next.copy_from_slice(&having.starts[..words]);
        each(&mut |word, name| {
            let at = &mut next[word as usize];
            if *at < having.starts[word as usize + 1] {
                having.few[*at as usize] = name;
                *at += 1;
            } else if let Some((_, names)) = having.many.get_mut(&word) {
                names.add_all([name]);
            }
        });
        having
    }

    /// The names of a word, in order.
    pub(in crate::search) fn of(&self, word: WordId) -> impl Iterator<Item = NameId> + '_ {
        let many = self.many.get(&word).into_iter().flat_map(|(_, names)| names.iter());
        self.few[self.range(word)].iter().copied().chain(many)
    }

    /// How many names have a word.
    pub(in crate::search) fn count(&self, word: WordId) -> usize {
        let few = self.range(word).len();
        if few > 0 { few } else { self.many.get(&word).map_or(0, |(count, _)| *count) }
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

    proptest! {
        #[test]
        fn lists_and_bits_hold_the_same_names(names in proptest::collection::vec(0_u32..6, 0..200)) {
            // Word 0 stands in every name, the others here and there.
            let each = |take: &mut dyn FnMut(WordId, NameId)| {
                for (name, word) in (0..).zip(&names) {
                    take(0, name);
                    if *word > 0 {
                        take(*word, name);
                    }
                }
            };
            let having = Postings::new(7, names.len(), each);
            for word in 0..7 {
                let expected: Vec<NameId> = (0..)
                    .zip(&names)
                    .filter(|(_, has)| word == 0 || **has == word)
                    .map(|(name, _)| name)
                    .collect();
                prop_assert_eq!(having.count(word), expected.len());
                prop_assert_eq!(having.of(word).collect::<Vec<_>>(), expected);
            }
        }
    }
}
