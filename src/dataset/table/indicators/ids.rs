//! Makes ids for indicators without one: the slug of the name, then with the parent's name, then with a
//! number.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use super::halved_hash::HalvedHash;
use crate::text::fold::fold;
use crate::text::slug;

/// The ids of the datasets of a sheet, as 64-bit hashes to save memory with a million rows. If two ids share a hash,
/// which is not to be expected in any file, the later one only gets a different id. An id occurs once in a dataset,
/// which is the number of its slice.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    /// The ids in the file, of all rows: none of them is made for another row.
    reserved: HashSet<u64, FixedState>,
    /// The ids that were made.
    taken: HashTable<TakenId>,
    /// The ids in the file, of the indicators so far.
    given: HashSet<u64, FixedState>,
    /// The next number to try for the names of ids in the file, by their hashes.
    next_of_reserved: HashMap<u64, u32, FixedState>,
}

/// An id that was made. A table has a million of them, so that the hash is in halves: then it needs no padding.
#[derive(Debug)]
struct TakenId {
    key: HalvedHash,
    /// The next number to try for the same name.
    next: u32,
}

impl Ids {
    /// Reserves an id in the file, so that it is not made for another row.
    pub(crate) fn reserve(&mut self, key: u64) {
        self.reserved.insert(key);
    }

    /// The hash of an id.
    pub(crate) fn key(id: &str) -> u64 {
        hash(id)
    }

    /// Registers an id in the file. Returns whether no earlier row of the slice has it.
    pub(crate) fn take(&mut self, slice: usize, id: &str) -> bool {
        self.given.insert(in_slice(slice, hash(id)))
    }

    /// Reserves memory for `count` ids.
    pub(crate) fn expect(&mut self, count: usize) {
        self.taken.reserve(count, TakenId::hash);
    }

    /// Whether the slug of a name is taken in a slice.
    pub(crate) fn is_taken(&self, slice: usize, slug: &Slug) -> bool {
        let key = HalvedHash::of(in_slice(slice, slug.key));
        self.taken.find(key.whole(), |taken| taken.key == key).is_some()
    }

    /// A free id for the slug of a name, under a parent.
    pub(crate) fn name(
        &mut self,
        slice: usize,
        Slug { text: own, key }: Slug,
        parent: Option<&str>,
    ) -> String {
        if self.is_free(slice, key) {
            return own;
        }
        if let Some(parent) = parent {
            let with_parent = format!("{}-{own}", slug(parent));
            if self.is_free(slice, hash(&with_parent)) {
                return with_parent;
            }
        }
        self.numbered((slice, key), own, Self::is_free)
    }

    /// An id that was made for all slices of a table, with a number if this slice has it already.
    pub(crate) fn made(&mut self, slice: usize, id: String) -> String {
        let key = hash(&id);
        if self.is_new(slice, key) { id } else { self.numbered((slice, key), id, Self::is_new) }
    }

    /// Takes an id, if it is neither in the file nor taken in the slice. Returns whether it did.
    fn is_free(&mut self, slice: usize, key: u64) -> bool {
        !self.reserved.contains(&key) && self.is_new(slice, key)
    }

    /// Takes an id, if it is not taken in the slice. Returns whether it did.
    fn is_new(&mut self, slice: usize, key: u64) -> bool {
        let key = HalvedHash::of(in_slice(slice, key));
        let is_same = |taken: &TakenId| taken.key == key;
        match self.taken.entry(key.whole(), is_same, TakenId::hash) {
            Entry::Occupied(_) => false,
            Entry::Vacant(place) => {
                place.insert(TakenId { key, next: FIRST_NUMBER });
                true
            }
        }
    }

    /// A taken id with the first number that makes it a free one, which `take` takes.
    fn numbered(
        &mut self,
        (slice, key): (usize, u64),
        own: String,
        take: impl Fn(&mut Self, usize, u64) -> bool,
    ) -> String {
        let of_name = in_slice(slice, key);
        let mut number = *self.next(of_name);
        let (length, mut numbered) = (own.len(), own);
        loop {
            numbered.truncate(length);
            // Writing to a `String` does not fail.
            let _ = write!(numbered, "-{number}");
            number += 1;
            if take(self, slice, hash(&numbered)) {
                *self.next(of_name) = number;
                return numbered;
            }
        }
    }

    /// The next number to try for the name with a hash.
    fn next(&mut self, key: u64) -> &mut u32 {
        let Self { taken, next_of_reserved, .. } = self;
        let halved = HalvedHash::of(key);
        match taken.find_mut(key, |taken| taken.key == halved) {
            Some(taken) => &mut taken.next,
            None => next_of_reserved.entry(key).or_insert(FIRST_NUMBER),
        }
    }
}

/// The first number of an id that is not the first one of its name.
const FIRST_NUMBER: u32 = 2;

impl TakenId {
    fn hash(&self) -> u64 {
        self.key.whole()
    }
}

/// The hash of an id in one slice.
fn in_slice(slice: usize, key: u64) -> u64 {
    // An odd number: the hashes of one id in two slices differ.
    const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
    key.wrapping_add(STEP.wrapping_mul(slice as u64))
}

/// A name as an id, with its hash.
#[derive(Debug, Clone)]
pub(crate) struct Slug {
    text: String,
    key: u64,
}

impl Slug {
    /// The slug of a name that is folded already.
    pub(crate) fn of_folded(folded: &str) -> Self {
        let text = slug_of_folded(folded);
        Self { key: hash(&text), text }
    }

    /// The slug of the words of a folded name, in ASCII.
    pub(crate) fn of_words<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let text = slug_of_words(words);
        Self { key: hash(&text), text }
    }

    /// The hash of the name under its parents and the heading above them.
    fn key_under(&self, parents: &[String], heading: Option<&str>) -> u64 {
        FixedState::default().hash_one((self.key, parents, heading))
    }
}

/// The ids that the indicators of a table of several slices have in all of them, even where some lack rows above it.
#[derive(Debug, Default)]
pub(crate) struct SharedIds {
    /// The ids of the indicators so far, by the hash of what distinguishes them.
    made: HashMap<u64, String, FixedState>,
}

impl SharedIds {
    /// The number of the slice in which these ids are free or not.
    const SLICE: usize = usize::MAX;

    /// Forgets the indicators so far: the next row has others.
    pub(crate) fn forget(&mut self) {
        self.made.clear();
    }

    /// The id of the indicator with this name, these parents and this heading of its block.
    pub(crate) fn id(
        &mut self,
        ids: &mut Ids,
        slug: &Slug,
        (parents, heading): (&[String], Option<&str>),
    ) -> String {
        let above = parents.last().map(String::as_str).or(heading);
        let made = self.made.entry(slug.key_under(parents, heading));
        made.or_insert_with(|| ids.name(Self::SLICE, slug.clone(), above)).clone()
    }
}

fn hash(id: &str) -> u64 {
    FixedState::default().hash_one(id)
}

/// The name in small letters without diacritics, words joined by hyphens, of at most 60 characters.
pub(crate) fn slug(name: &str) -> String {
    slug_of_folded(&fold(name))
}

/// The slug of a name that is folded already.
fn slug_of_folded(folded: &str) -> String {
    slug_of_words(slug::words(folded))
}

/// The slug of the words of a folded name, in ASCII; "x" if there is none.
fn slug_of_words<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let slug = slug::of_words(words);
    if slug.is_empty() { "x".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_taken_name_gets_the_parent_then_a_number() {
        let mut ids = Ids::default();
        ids.reserve(Ids::key("thu-3"));
        assert_eq!((ids.take(0, "thu-3"), ids.take(0, "thu-3")), (true, false));
        let mut name = |name, parent| ids.name(0, Slug::of_folded(&fold(name)), parent);
        assert_eq!(name("Thu", None), "thu");
        assert_eq!(name("Thu", Some("Xã Phú Yên")), "xa-phu-yen-thu");
        assert_eq!(name("Thu", Some("Xã Phú Yên")), "thu-2");
        assert_eq!(name("thu!", None), "thu-4");
        assert_eq!(name("…", None), "x");
        // Another slice has ids of its own, but not those in the file.
        assert!(ids.take(1, "thu-3"));
        let mut name = |name| ids.name(1, Slug::of_folded(&fold(name)), None);
        assert_eq!([name("Thu"), name("Thu"), name("Thu 3")], ["thu", "thu-2", "thu-3-2"]);
    }

    #[test]
    fn numbering_a_repeated_name_is_fast() {
        let mut ids = Ids::default();
        let last = (0..100_000).map(|_| ids.name(0, Slug::of_folded("thu"), None)).last();
        assert_eq!(last.as_deref(), Some("thu-100000"));
    }

    proptest! {
        #[test]
        fn a_slug_contains_as_many_whole_words_as_fit(folded in "([a-z0-9]{1,20}[ ,]{0,2}){0,8}[a-z]{0,70}") {
            let mut words = folded.split([' ', ',']).filter(|word| !word.is_empty());
            let mut expected = words.next().map_or("x", |word| &word[..word.len().min(60)]).to_owned();
            for word in words {
                if expected.len() + word.len() > 60 {
                    break;
                }
                expected = format!("{expected}-{word}");
            }
            prop_assert_eq!(slug_of_folded(&folded), expected);
        }
    }
}
