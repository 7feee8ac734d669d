//! An interner for texts that many indicators share: units, periods, the names of parents, and in a table of many
//! places or periods the names and ids themselves.

use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use hashbrown::HashTable;
use indexmap::IndexSet;

/// Interned texts, and paths of texts, by number. A path is a shorter path and one more text; the
/// empty path is 0, so stored paths are numbered from 1.
///
/// A text needs its bytes and about twenty more: there may be millions.
#[derive(Debug, Clone, Default)]
pub(crate) struct Texts {
    /// All texts, one after another.
    joined: String,
    /// Where each text ends.
    ends: Vec<usize>,
    /// The numbers of the texts, by their hashes.
    numbers: HashTable<u32>,
    hasher: RandomState,
    paths: IndexSet<(usize, usize), RandomState>,
}

impl Texts {
    /// Returns the number of a text, adding it if it is new.
    pub(crate) fn number(&mut self, text: &str) -> usize {
        let hash = self.hasher.hash_one(text);
        let known = self.numbers.find(hash, |number| self.text(*number as usize) == Some(text));
        if let Some(number) = known {
            return *number as usize;
        }
        let number = self.ends.len();
        self.joined.push_str(text);
        self.ends.push(self.joined.len());
        // A later text of the same letters would be added again: it is only not shared.
        if let Ok(short) = u32::try_from(number) {
            let Self { joined, ends, numbers, hasher, .. } = self;
            let text_of = |number: &u32| text_at(joined, ends, *number as usize);
            let hash_of = |number: &u32| hasher.hash_one(text_of(number).unwrap_or_default());
            numbers.insert_unique(hash, short, hash_of);
        }
        number
    }

    pub(crate) fn text(&self, number: usize) -> Option<&str> {
        text_at(&self.joined, &self.ends, number)
    }

    /// Returns the number of a path, adding it if it is new.
    pub(crate) fn path(&mut self, path: &[String]) -> usize {
        path.iter().fold(0, |before, text| {
            let text = self.number(text);
            self.paths.insert_full((before, text)).0 + 1
        })
    }

    /// Returns the texts of a path, innermost first.
    pub(crate) fn texts_of(&self, path: usize) -> impl Iterator<Item = &str> {
        let mut left = path;
        std::iter::from_fn(move || {
            let (before, text) = self.paths.get_index(left.checked_sub(1)?)?;
            left = *before;
            self.text(*text)
        })
    }
}

fn text_at<'a>(joined: &'a str, ends: &[usize], number: usize) -> Option<&'a str> {
    let end = *ends.get(number)?;
    let start = number.checked_sub(1).map_or(0, |before| ends[before]);
    joined.get(start..end)
}

impl PartialEq for Texts {
    /// Whether both have the same texts with the same numbers.
    fn eq(&self, other: &Self) -> bool {
        self.ends == other.ends
            && self.joined == other.joined
            && self.paths.as_slice() == other.paths.as_slice()
    }
}

#[cfg(test)]
mod tests {
    use super::Texts;
    use crate::model::{Indicator, Indicators};

    #[test]
    fn equal_numbers_of_different_texts_or_paths_are_not_equal() {
        let of = |unit: &str, parents: &[&str]| {
            let (unit, parents) = (Some(unit.to_owned()), parents.iter().map(|p| (*p).to_owned()));
            let first =
                Indicator { unit, parents: parents.collect(), ..Indicator::named("a", "A") };
            [first].into_iter().collect::<Indicators>()
        };
        let one = of("ha", &["X", "Y"]);
        assert_eq!(one, of("ha", &["X", "Y"]));
        assert_ne!(one, of("tấn", &["X", "Y"]));
        assert_ne!(one, of("ha", &["X", "X"]));
        assert_ne!(of("X", &["X"]), of("X", &["Z"]));
    }

    #[test]
    fn shared_names_are_kept_once() {
        let name = "Tỷ lệ xã đạt chuẩn nông thôn mới nâng cao";
        let mut list = Indicators::new();
        list.share_names();
        list.extend((0..3).map(|_| Indicator::named("a", name)));
        let records: usize = list.raw_records().map(<[u8]>::len).sum();
        assert!(records < name.len(), "{records} bytes");
        assert!(list.names().eq([name; 3]));
    }

    #[test]
    fn a_text_keeps_its_number_among_many() {
        let mut texts = Texts::default();
        let all: Vec<String> =
            (0..5000).map(|n| format!("Xã {n}")).chain([String::new()]).collect();
        for _ in 0..2 {
            for (number, text) in all.iter().enumerate() {
                assert_eq!(texts.number(text), number);
                assert_eq!(texts.text(number), Some(text.as_str()));
            }
        }
        assert_eq!(texts.text(all.len()), None);
    }
}
