//! Ids for indicators that a file gives none: their names, with a parent's where several share one.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use crate::text::fold::fold;

/// The ids of a dataset that are taken, by their hashes: a million of them take little room, and two that
/// share a hash only make one of them longer than it need be.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: HashSet<u64, FixedState>,
    /// Those that the file gives, as far as its rows have come to be indicators.
    given: HashSet<u64, FixedState>,
    /// The next number to try behind a name that is taken.
    next: HashMap<u64, u32, FixedState>,
}

impl Ids {
    /// Keeps an id that the file gives from being made up for another row.
    pub(super) fn reserve(&mut self, id: &str) {
        self.taken.insert(hash(id));
    }

    /// Takes an id that the file gives. Returns whether no other row has it.
    pub(super) fn take(&mut self, id: &str) -> bool {
        self.given.insert(hash(id))
    }

    /// A free id for a name, which is given as its slug, under a parent.
    pub(super) fn name(&mut self, own: String, parent: Option<&str>) -> String {
        let key = hash(&own);
        if self.taken.insert(key) {
            return own;
        }
        if let Some(parent) = parent {
            let with_parent = format!("{}-{own}", slug(parent));
            if self.taken.insert(hash(&with_parent)) {
                return with_parent;
            }
        }
        let next = self.next.entry(key).or_insert(2);
        loop {
            let numbered = format!("{own}-{next}");
            *next += 1;
            if self.taken.insert(hash(&numbered)) {
                return numbered;
            }
        }
    }
}

fn hash(id: &str) -> u64 {
    FixedState::default().hash_one(id)
}

/// A name in small letters without accents, words parted by hyphens.
pub(super) fn slug(name: &str) -> String {
    slug_of_folded(&fold(name))
}

/// The slug of a name that is folded already.
pub(super) fn slug_of_folded(folded: &str) -> String {
    const LONGEST: usize = 60;
    let mut slug = String::with_capacity(folded.len().min(LONGEST));
    let mut begin = 0;
    let ends = folded.bytes().enumerate().filter(|(_, byte)| !byte.is_ascii_alphanumeric());
    for end in ends.map(|(at, _)| at).chain([folded.len()]) {
        let word = folded.get(begin..end).unwrap_or_default();
        begin = end + 1;
        if word.is_empty() {
            continue;
        }
        if slug.len() + word.len() > LONGEST && !slug.is_empty() {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word[..word.len().min(LONGEST)]);
    }
    if slug.is_empty() { "x".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_taken_gets_its_parent_then_a_number() {
        let mut ids = Ids::default();
        ids.reserve("thu-3");
        assert_eq!((ids.take("thu-3"), ids.take("thu-3")), (true, false));
        let mut name = |name, parent| ids.name(slug(name), parent);
        assert_eq!(name("Thu", None), "thu");
        assert_eq!(name("Thu", Some("Xã Phú Yên")), "xa-phu-yen-thu");
        assert_eq!(name("Thu", Some("Xã Phú Yên")), "thu-2");
        assert_eq!(name("thu!", None), "thu-4");
        assert_eq!(name("…", None), "x");
    }

    #[test]
    fn a_name_that_stands_in_every_row_is_numbered_at_once() {
        let mut ids = Ids::default();
        let last = (0..100_000).map(|_| ids.name(slug("Thu"), None)).last();
        assert_eq!(last.as_deref(), Some("thu-100000"));
    }
}
