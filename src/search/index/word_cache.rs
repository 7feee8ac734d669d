//! A small cache of the words that were read last: names have few different words, and most of them
//! come again within the next names.

use std::ops::Range;

use super::short_word::{Short, short_in};
use super::vocabulary::WordId;

/// A word that was read.
#[derive(Clone)]
struct Entry {
    short: Short,
    id: WordId,
    /// The number of its letters.
    letters: usize,
}

/// The words that were read last, one for each hash.
pub(super) struct WordCache {
    entries: Vec<Entry>,
}

/// The number of bits of a hash: the entries fit into the cache of a processor.
const BITS: u32 = 12;

impl WordCache {
    pub(super) fn new() -> Self {
        // No word is empty, so these entries are never found.
        Self { entries: vec![Entry { short: (0, 0), id: 0, letters: 0 }; 1 << BITS] }
    }

    /// Returns the id and the number of letters of a word of a text; `find` is called if it is not
    /// known.
    pub(super) fn get(
        &mut self,
        text: &str,
        word: &Range<usize>,
        find: impl FnOnce() -> (WordId, usize),
    ) -> (WordId, usize) {
        let Some(short) = short_in(text, word) else { return find() };
        let entry = &mut self.entries[place(short)];
        if entry.short != short {
            let (id, letters) = find();
            *entry = Entry { short, id, letters };
        }
        (entry.id, entry.letters)
    }
}

/// Returns a hash of a word.
fn place((bytes, length): Short) -> usize {
    // The golden ratio, as in Fibonacci hashing.
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mixed = bytes as u64 ^ ((bytes >> 64) as u64).rotate_left(29) ^ u64::from(length);
    (mixed.wrapping_mul(FACTOR) >> (u64::BITS - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn returns_what_was_found_for_each_word() {
        let mut cache = WordCache::new();
        let mut ids = HashMap::new();
        for round in 0..3 {
            for number in 0..10_000_u32 {
                let word =
                    format!("{}{number}", ["x", "ế", "một từ rất dài "][number as usize % 3]);
                let next = (number, word.chars().count());
                let got =
                    cache.get(&word, &(0..word.len()), || *ids.entry(word.clone()).or_insert(next));
                assert_eq!(got, next, "{round} {word}");
            }
        }
        let (mut asked, again) = (0, "hộ");
        for _ in 0..5 {
            cache.get(again, &(0..again.len()), || {
                asked += 1;
                (7, 2)
            });
        }
        assert_eq!(asked, 1);
    }
}
