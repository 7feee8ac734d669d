//! The names in the order of the collection, before they are sorted into the order of the index.

use super::vocabulary::{Vocabulary, WordId};
use crate::model::Collection;
use crate::search::tokenize::words;

/// Names as lists of word ids.
pub(in crate::search) struct NameBatch {
    /// The word ids as varints: seven bits a byte, the last byte of each with the highest bit set.
    /// Frequent words get small ids first, so this needs little memory next to the index.
    bytes: Vec<u8>,
    /// The number of words of each name.
    counts: Vec<u32>,
    /// The number of letters of each name, at most 255.
    pub(in crate::search) letters: Vec<u8>,
}

const LAST: u8 = 1 << 7;

impl NameBatch {
    /// Tokenizes the names of a collection and adds their words to the vocabulary.
    pub(in crate::search) fn new(collection: &Collection, vocabulary: &mut Vocabulary) -> Self {
        let count = collection.len();
        let mut batch = Self {
            bytes: Vec::with_capacity(8 * count),
            counts: Vec::with_capacity(count),
            letters: Vec::with_capacity(count),
        };
        for name in collection.names() {
            let (mut letters, mut count) = (0, 0);
            for word in words(name) {
                let id = vocabulary.intern(&name[word]);
                letters += vocabulary.word(id).word_form.length();
                count += 1;
                batch.push(id);
            }
            batch.letters.push(u8::try_from(letters).unwrap_or(u8::MAX));
            batch.counts.push(count);
        }
        batch
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

    /// Returns the numbers of the names, those with the fewest letters first, otherwise in order
    /// (counting sort).
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

    /// Returns the words of all names in the order of `numbers`, and the offsets at which each name
    /// starts, with the end of the last one.
    pub(in crate::search) fn in_order(&self, numbers: &[u32]) -> (Vec<WordId>, Vec<u32>) {
        let mut starts = Vec::with_capacity(numbers.len() + 1);
        let mut end = 0_u32;
        starts.push(end);
        // The offset of each name, by its number in the collection.
        let mut places = vec![0; numbers.len()];
        for number in numbers {
            places[*number as usize] = end;
            end = end.saturating_add(self.counts[*number as usize]);
            starts.push(end);
        }
        let mut words = vec![0; end as usize];
        let mut ids = self.words();
        for (place, count) in places.into_iter().zip(&self.counts) {
            let place = place as usize;
            for word in &mut words[place..place + *count as usize] {
                *word = ids.next().unwrap_or_default();
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
        fn word_ids_survive_encoding(ids in proptest::collection::vec(any::<u32>(), 0..40)) {
            let mut batch = NameBatch { bytes: Vec::new(), counts: Vec::new(), letters: Vec::new() };
            ids.iter().for_each(|id| batch.push(*id));
            prop_assert_eq!(batch.words().collect::<Vec<_>>(), ids);
        }

        #[test]
        fn names_are_sorted_by_length(names in proptest::collection::vec(proptest::collection::vec(0_u32..300, 0..5), 0..20)) {
            let mut batch = NameBatch { bytes: Vec::new(), counts: Vec::new(), letters: Vec::new() };
            for name in &names {
                name.iter().for_each(|id| batch.push(*id));
                batch.counts.push(name.len() as u32);
                batch.letters.push(name.iter().sum::<u32>() as u8);
            }
            let numbers = batch.shortest_first();
            let (words, starts) = batch.in_order(&numbers);
            for (at, number) in numbers.iter().enumerate() {
                let range = starts[at] as usize..starts[at + 1] as usize;
                prop_assert_eq!(&words[range], &names[*number as usize]);
            }
        }
    }
}
