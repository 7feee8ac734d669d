//! The names as they are read, in the order of the collection, before they are put in that of the index.

use super::vocabulary::{Vocabulary, WordId};
use crate::model::Collection;
use crate::search::tokenize::words;

/// Names as the numbers of their words.
pub(in crate::search) struct NameBatch {
    /// The numbers, seven bits a byte, the last of each with the highest bit: words that stand in many names
    /// come early and have small ones, so that this takes little room beside the index.
    bytes: Vec<u8>,
    /// How many words each name has.
    counts: Vec<u32>,
    /// How many letters each name has, 255 at most.
    pub(in crate::search) letters: Vec<u8>,
}

const LAST: u8 = 1 << 7;

impl NameBatch {
    /// Reads the names of a collection; new words are taken in.
    pub(in crate::search) fn new(collection: &Collection, vocabulary: &mut Vocabulary) -> Self {
        let count = collection.len();
        let mut read = Self {
            bytes: Vec::with_capacity(8 * count),
            counts: Vec::with_capacity(count),
            letters: Vec::with_capacity(count),
        };
        for name in collection.names() {
            let (mut letters, mut count) = (0, 0);
            for word in words(name) {
                let id = vocabulary.number(&name[word]);
                letters += vocabulary.word(id).spelt.length();
                count += 1;
                read.push(id);
            }
            read.letters.push(u8::try_from(letters).unwrap_or(u8::MAX));
            read.counts.push(count);
        }
        read
    }

    fn push(&mut self, id: WordId) {
        let mut left = id;
        while left >= u32::from(LAST) {
            self.bytes.push(left as u8 & !LAST);
            left >>= 7;
        }
        self.bytes.push(left as u8 | LAST);
    }

    fn words(&self) -> impl Iterator<Item = WordId> + '_ {
        let mut bytes = self.bytes.iter();
        std::iter::from_fn(move || {
            let (mut id, mut shift) = (0, 0);
            loop {
                let byte = *bytes.next()?;
                id |= WordId::from(byte & !LAST) << shift;
                if byte & LAST != 0 {
                    return Some(id);
                }
                shift += 7;
            }
        })
    }

    /// The numbers of the names, those with the fewest letters first, else in order.
    pub(in crate::search) fn shortest_first(&self) -> Vec<u32> {
        let mut next = [0; 256];
        for letters in &self.letters {
            next[*letters as usize] += 1;
        }
        let mut before = 0;
        for count in &mut next {
            before += std::mem::replace(count, before);
        }
        let mut numbers = vec![0; self.letters.len()];
        for (number, letters) in (0..).zip(&self.letters) {
            let at = &mut next[*letters as usize];
            numbers[*at] = number;
            *at += 1;
        }
        numbers
    }

    /// The words of all names in the order of `numbers`, and where each name begins, and, last, where all end.
    pub(in crate::search) fn in_order(&self, numbers: &[u32]) -> (Vec<WordId>, Vec<u32>) {
        let mut starts = Vec::with_capacity(numbers.len() + 1);
        let mut end = 0_u32;
        starts.push(end);
        // Where each name as it was read has its place.
        let mut places = vec![0; numbers.len()];
        for number in numbers {
            places[*number as usize] = end;
            end = end.saturating_add(self.counts[*number as usize]);
            starts.push(end);
        }
        let mut words = vec![0; end as usize];
        let mut read = self.words();
        for (place, count) in places.into_iter().zip(&self.counts) {
            let place = place as usize;
            for word in &mut words[place..place + *count as usize] {
                *word = read.next().unwrap_or_default();
            }
        }
        (words, starts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_of_words_are_kept(ids in proptest::collection::vec(any::<u32>(), 0..40)) {
            let mut read = NameBatch { bytes: Vec::new(), counts: Vec::new(), letters: Vec::new() };
            ids.iter().for_each(|id| read.push(*id));
            prop_assert_eq!(read.words().collect::<Vec<_>>(), ids);
        }

        #[test]
        fn names_are_put_in_order(names in proptest::collection::vec(proptest::collection::vec(0_u32..300, 0..5), 0..20)) {
            let mut read = NameBatch { bytes: Vec::new(), counts: Vec::new(), letters: Vec::new() };
            for name in &names {
                name.iter().for_each(|id| read.push(*id));
                read.counts.push(name.len() as u32);
                read.letters.push(name.iter().sum::<u32>() as u8);
            }
            let numbers = read.shortest_first();
            let (words, starts) = read.in_order(&numbers);
            for (at, number) in numbers.iter().enumerate() {
                let range = starts[at] as usize..starts[at + 1] as usize;
                prop_assert_eq!(&words[range], &names[*number as usize]);
            }
        }
    }
}
