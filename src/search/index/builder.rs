//! The words of all names, read on all processors in the order of the collection, then sorted into the
//! order of the index.

use std::num::NonZero;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use super::vocabulary::{Vocabulary, WordId};
use super::word_cache::WordCache;
use crate::model::Collection;
use crate::search::tokenize::words;

/// The names of a collection as lists of word ids.
pub(super) struct NameBatches {
    batches: Vec<NameBatch>,
    /// The number of names in each batch except the last one, which may have fewer.
    share: usize,
}

/// The words of all names, one name after another.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) ids: Vec<WordId>,
    /// The first letter of each word, or 0 if it is not ASCII.
    pub(super) initials: Vec<u8>,
    /// The offset at which each name starts, with the end of the last one.
    pub(super) starts: Vec<u32>,
}

/// Consecutive names, read by one thread.
#[derive(Default)]
struct NameBatch {
    /// The word ids as varints: seven bits a byte, the last byte of each with the highest bit set.
    /// Frequent words get small ids first, so this needs little memory next to the index.
    bytes: Vec<u8>,
    /// The offset in `bytes` at which the words of each name end.
    ends: Vec<u32>,
    /// The number of words of each name.
    counts: Vec<u32>,
    /// The number of letters of each name, at most 255.
    letters: Vec<u8>,
    /// The id in the vocabulary of all names of each word of this batch.
    ids: Vec<WordId>,
    /// How often each word occurs in this batch.
    occurrences: Vec<u32>,
}

const LAST: u8 = 1 << 7;

/// The fewest names for which another thread is started.
const FEWEST: usize = 4096;

/// The most threads: each has its own vocabulary, which is then merged.
const THREADS: usize = 8;

impl NameBatches {
    /// Tokenizes the names of a collection. Returns their words too, numbered in order of first
    /// occurrence.
    pub(super) fn new(collection: &Collection) -> (Self, Vocabulary) {
        Self::in_shares(collection, share_of(collection.len()))
    }

    fn in_shares(collection: &Collection, share: usize) -> (Self, Vocabulary) {
        let mut vocabulary = Vocabulary::default();
        let mut batches = Vec::new();
        let read = |names| NameBatch::read(collection, names);
        for (mut batch, words) in on_threads(shares(collection.len(), share), read) {
            batch.ids = vocabulary.merge(words);
            batches.push(batch);
        }
        (Self { batches, share }, vocabulary)
    }

    /// Returns the number of letters of a name, at most 255.
    pub(super) fn letters(&self, number: u32) -> u8 {
        let (batch, at) = self.place(number);
        batch.letters[at]
    }

    /// Returns the numbers of the names, those with the fewest letters first, otherwise in order
    /// (counting sort).
    pub(super) fn shortest_first(&self) -> Vec<u32> {
        let letters = || self.batches.iter().flat_map(|batch| &batch.letters);
        let mut next = [0; 256];
        for letters in letters() {
            next[*letters as usize] += 1;
        }
        let mut before = 0;
        for count in &mut next {
            before += std::mem::replace(count, before);
        }
        let mut numbers = vec![0; before];
        for (number, letters) in (0..).zip(letters()) {
            let at = &mut next[*letters as usize];
            numbers[*at] = number;
            *at += 1;
        }
        numbers
    }

    /// Returns the words of all names in the order of `numbers`.
    pub(super) fn in_order(&self, numbers: &[u32], vocabulary: &Vocabulary) -> Words {
        let mut starts = Vec::with_capacity(numbers.len() + 1);
        let mut end = 0_u32;
        starts.push(end);
        for number in numbers {
            let (batch, at) = self.place(*number);
            end = end.saturating_add(batch.counts[at]);
            starts.push(end);
        }
        let of_word: Vec<u8> = vocabulary.words().iter().map(|word| word.initial_byte()).collect();
        let (mut ids, mut initials) = (vec![0; end as usize], vec![0; end as usize]);
        let (mut ids_left, mut initials_left) = (&mut ids[..], &mut initials[..]);
        let mut parts = Vec::new();
        for names in shares(numbers.len(), share_of(numbers.len())) {
            let length = (starts[names.end] - starts[names.start]) as usize;
            let (part, left) = ids_left.split_at_mut(length);
            let (initials, other) = initials_left.split_at_mut(length);
            (ids_left, initials_left) = (left, other);
            parts.push((&numbers[names], part, initials));
        }
        on_threads(parts, |(numbers, ids, initials)| {
            let mut places = ids.iter_mut().zip(initials);
            for number in numbers {
                for word in self.words(*number) {
                    let Some((id, initial)) = places.next() else { return };
                    (*id, *initial) = (word, of_word[word as usize]);
                }
            }
        });
        Words { ids, initials, starts }
    }

    /// Returns how often each of `count` words occurs.
    pub(super) fn counts(&self, count: usize) -> Vec<u32> {
        let mut counts = vec![0; count];
        for batch in &self.batches {
            for (id, count) in batch.ids.iter().zip(&batch.occurrences) {
                counts[*id as usize] += count;
            }
        }
        counts
    }

    /// Returns the batch of a name, and its index in it.
    fn place(&self, number: u32) -> (&NameBatch, usize) {
        let number = number as usize;
        (&self.batches[number / self.share], number % self.share)
    }

    /// Returns the words of a name.
    fn words(&self, number: u32) -> impl Iterator<Item = WordId> {
        let (batch, at) = self.place(number);
        batch.words(at).map(|word| batch.ids[word as usize])
    }
}

impl NameBatch {
    /// Reads some names, and numbers their words.
    fn read(collection: &Collection, names: Range<usize>) -> (Self, Vocabulary) {
        let mut vocabulary = Vocabulary::default();
        let mut batch = Self {
            bytes: Vec::with_capacity(8 * names.len()),
            ends: Vec::with_capacity(names.len()),
            counts: Vec::with_capacity(names.len()),
            letters: Vec::with_capacity(names.len()),
            ..Self::default()
        };
        let mut cache = WordCache::new();
        for name in collection.names_in(names) {
            let (mut letters, mut count) = (0, 0);
            for word in words(name) {
                let (id, length) = cache.get(name, &word, || {
                    let id = vocabulary.intern(&name[word.clone()]);
                    (id, vocabulary.word(id).word_form.length())
                });
                letters += length;
                count += 1;
                batch.push(id);
            }
            batch.end_name(letters, count);
        }
        (batch, vocabulary)
    }

    fn push(&mut self, id: WordId) {
        match self.occurrences.get_mut(id as usize) {
            Some(count) => *count += 1,
            // A new word has the next id.
            None => self.occurrences.push(1),
        }
        let mut left = id;
        while left >= u32::from(LAST) {
            self.bytes.push(left as u8 & !LAST);
            left >>= 7;
        }
        self.bytes.push(left as u8 | LAST);
    }

    fn end_name(&mut self, letters: usize, count: u32) {
        self.letters.push(u8::try_from(letters).unwrap_or(u8::MAX));
        self.counts.push(count);
        self.ends.push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
    }

    /// Returns the words of a name, numbered as in this batch.
    fn words(&self, at: usize) -> impl Iterator<Item = WordId> {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]) as usize;
        let mut bytes = self.bytes[start..self.ends[at] as usize].iter();
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
}

/// Returns how many of `count` names each thread gets.
pub(super) fn share_of(count: usize) -> usize {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(THREADS);
    count.div_ceil(threads).max(FEWEST)
}

/// Splits names into shares of equal length, except the last one.
pub(super) fn shares(count: usize, share: usize) -> impl Iterator<Item = Range<usize>> {
    (0..count).step_by(share).map(move |start| start..count.min(start + share))
}

/// Calls `work` with each share on a thread of its own, the last one on this thread. Returns the
/// results in order.
pub(super) fn on_threads<S: Send, T: Send>(
    shares: impl IntoIterator<Item = S>,
    work: impl Fn(S) -> T + Sync,
) -> Vec<T> {
    let mut shares: Vec<S> = shares.into_iter().collect();
    let Some(last) = shares.pop() else { return Vec::new() };
    let work = &work;
    thread::scope(|scope| {
        let started: Vec<_> =
            shares.into_iter().map(|share| scope.spawn(move || work(share))).collect();
        let last = work(last);
        let done = started.into_iter().map(|thread| thread.join());
        let done = done.map(|result| result.unwrap_or_else(|panic| resume_unwind(panic)));
        done.chain([last]).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dataset;
    use proptest::prelude::*;

    /// Names of words with these ids, in batches of `share` names.
    fn batches_of(names: &[Vec<u32>], share: usize) -> NameBatches {
        let batch = |names: &[Vec<u32>]| {
            let mut batch = NameBatch { ids: (0..300).collect(), ..NameBatch::default() };
            for name in names {
                name.iter().for_each(|id| batch.push(*id));
                batch.end_name(name.iter().sum::<u32>() as usize, name.len() as u32);
            }
            batch
        };
        NameBatches { batches: names.chunks(share).map(batch).collect(), share }
    }

    #[test]
    fn few_names_need_no_further_thread() {
        assert_eq!(shares(FEWEST, share_of(FEWEST)).count(), 1);
        assert!(shares(1_000_000, share_of(1_000_000)).count() <= THREADS);
        assert!(shares(10, 4).eq([0..4, 4..8, 8..10]));
        assert_eq!(shares(0, share_of(0)).count(), 0);
    }

    /// Words of which some are equal without their case, and names that have none.
    const WORDS: [&str; 9] = ["Hộ", "hộ", "ho", "nghèo", "THPT", "thpt", "2024", "–", "Nguyễn-Văn"];

    proptest! {
        #[test]
        fn batches_read_the_same_as_one_thread(
            names in proptest::collection::vec(
                proptest::collection::vec(proptest::sample::select(&WORDS[..]), 0..6),
                1..30,
            ),
            share in 1_usize..9,
        ) {
            let names: Vec<String> = names.iter().map(|words| words.join(" ")).collect();
            let named = |names: &[String]| Dataset::of_names("x", names.iter().map(String::as_str));
            let (first, rest) = names.split_at(names.len() / 2);
            let collection = Collection::new([named(first), named(rest)]);
            let (whole, all_words) = NameBatches::in_shares(&collection, names.len());
            let (batches, words) = NameBatches::in_shares(&collection, share);
            prop_assert_eq!(words.words(), all_words.words());
            for short in ["thpt", "ho"] {
                prop_assert_eq!(words.has_in_capitals(short), all_words.has_in_capitals(short));
            }
            let count = words.words().len();
            prop_assert_eq!(batches.counts(count), whole.counts(count));
            for number in 0..names.len() as u32 {
                prop_assert_eq!(batches.letters(number), whole.letters(number));
                prop_assert!(batches.words(number).eq(whole.words(number)));
            }
        }

        #[test]
        fn word_ids_survive_encoding(ids in proptest::collection::vec(any::<u32>(), 0..40)) {
            let mut batch = NameBatch::default();
            ids.iter().for_each(|id| batch.push(*id));
            batch.end_name(0, 0);
            prop_assert_eq!(batch.words(0).collect::<Vec<_>>(), ids);
        }

        #[test]
        fn names_are_sorted_by_length(
            names in proptest::collection::vec(proptest::collection::vec(0_u32..300, 0..5), 0..20),
            share in 1_usize..9,
        ) {
            let mut vocabulary = Vocabulary::default();
            for word in 0..300 {
                vocabulary.intern(&format!("{}{word}", if word % 2 == 0 { "a" } else { "ế" }));
            }
            let batches = batches_of(&names, share);
            let numbers = batches.shortest_first();
            let letters: Vec<u8> = numbers.iter().map(|number| batches.letters(*number)).collect();
            prop_assert!(letters.is_sorted());
            let words = batches.in_order(&numbers, &vocabulary);
            for (at, number) in numbers.iter().enumerate() {
                let range = words.starts[at] as usize..words.starts[at + 1] as usize;
                prop_assert_eq!(&words.ids[range.clone()], &names[*number as usize]);
                for (id, initial) in words.ids[range.clone()].iter().zip(&words.initials[range]) {
                    prop_assert_eq!(*initial, vocabulary.word(*id).initial_byte());
                }
            }
        }
    }
}
