//! Which indicators of several datasets are the same one.
//!
//! The same unit, and the same id or the same name, accents and case ignored. Bare numbers are no ids: they
//! number the lines of a file. Where a dataset has several of a name, what they stand under decides; where
//! that does not, none of them is taken for it.

use std::hash::BuildHasher;
use std::ops::Range;

use foldhash::quality::RandomState;

use super::Rows;
use crate::model::{Collection, Entry};
use crate::text::fold::fold;

/// The same indicators of a collection. What they are told by is kept as hashes, since there may be
/// millions of them; before one is shown as the same, its words are compared.
#[derive(Debug, Default)]
pub(super) struct Alike {
    hasher: RandomState,
    by_name: Told,
    by_id: Told,
}

/// The numbers of indicators by the hashes of what tells them, both in order.
type Hashed = Vec<(u64, u32)>;

/// Indicators told by their unit and one thing more.
#[derive(Debug, Default)]
struct Told {
    /// All of them.
    by_it: Hashed,
    /// Those that their dataset has several of: told by what they stand under as well.
    by_parents: Hashed,
    /// And by their section.
    by_section: Hashed,
}

/// The hashes that tell an indicator.
#[derive(Debug, Clone, Copy)]
struct Hashes {
    name: u64,
    /// A bare number is no id.
    id: Option<u64>,
}

impl Alike {
    /// Finds what several datasets have, and lists the first of each.
    pub(super) fn of(collection: &Collection) -> (Self, Rows) {
        let mut alike = Self::default();
        if collection.datasets().len() < 2 {
            return (alike, Rows::run(0..0));
        }
        let hashes: Vec<_> = collection.iter().map(|entry| alike.hashes(&entry)).collect();
        let names = hashes.iter().map(|hashes| Some(hashes.name));
        alike.by_name = Told::new(collection, &alike.hasher, names);
        let ids = hashes.iter().map(|hashes| hashes.id);
        alike.by_id = Told::new(collection, &alike.hasher, ids);
        let is_first = |entry: &Entry<'_>| {
            let mut others = alike.others(collection, entry, hashes[entry.index]).peekable();
            others.peek().is_some() && others.all(|other| other > entry.index)
        };
        let common = collection.iter().filter(is_first).map(|entry| entry.index);
        let common = Rows::listed(common);
        (alike, common)
    }

    /// The numbers of an indicator and of those in other datasets that are the same, in order; nothing
    /// where there are no others.
    pub(super) fn group(&self, collection: &Collection, index: usize) -> Vec<usize> {
        let own = collection.get(index).filter(|_| !self.by_name.by_it.is_empty());
        let Some(own) = own else { return Vec::new() };
        let is_same = |other: &usize| {
            collection.get(*other).is_some_and(|other| {
                unit(&own) == unit(&other)
                    && (id(&own).is_some_and(|own| id(&other) == Some(own))
                        || key(own.name()) == key(other.name()))
            })
        };
        let others = self.others(collection, &own, self.hashes(&own));
        let mut group: Vec<usize> = others.filter(is_same).chain([index]).collect();
        group.sort_unstable();
        if group.len() > 1 { group } else { Vec::new() }
    }

    fn hashes(&self, entry: &Entry<'_>) -> Hashes {
        let unit = unit(entry);
        Hashes {
            name: self.hasher.hash_one((key(entry.name()), &unit)),
            id: id(entry).map(|id| self.hasher.hash_one((id, &unit))),
        }
    }

    /// Those in other datasets that are the same by their hashes.
    fn others<'a>(
        &'a self,
        collection: &'a Collection,
        own: &'a Entry<'a>,
        hashes: Hashes,
    ) -> impl Iterator<Item = usize> {
        let others = (0..collection.datasets().len()).filter(|at| *at != own.dataset_at);
        others.filter_map(move |at| {
            let dataset = collection.start_of(at)..collection.start_of(at + 1);
            let one = |told: &Told, hash| told.the_one(&self.hasher, own, hash, dataset.clone());
            hashes
                .id
                .and_then(|id| one(&self.by_id, id))
                .or_else(|| one(&self.by_name, hashes.name))
        })
    }
}

impl Told {
    fn new(
        collection: &Collection,
        hasher: &RandomState,
        hashes: impl Iterator<Item = Option<u64>>,
    ) -> Self {
        let by_it = (0..).zip(hashes).filter_map(|(index, hash)| Some((hash?, index))).collect();
        let mut told = Self { by_it, ..Self::default() };
        told.by_it.sort_unstable();
        let dataset_of = |index: u32| collection.get(index as usize).map(|entry| entry.dataset_at);
        let is_same = |(a, first): &(u64, u32), (b, second): &(u64, u32)| {
            a == b && dataset_of(*first) == dataset_of(*second)
        };
        for several in told.by_it.chunk_by(is_same).filter(|same| same.len() > 1) {
            for (hash, index) in several {
                let Some(entry) = collection.get(*index as usize) else { continue };
                let (parents, section) = finer(hasher, &entry, *hash);
                told.by_parents.push((parents, *index));
                told.by_section.push((section, *index));
            }
        }
        told.by_parents.sort_unstable();
        told.by_section.sort_unstable();
        told
    }

    /// The one in a dataset that is the same as `own`.
    fn the_one(
        &self,
        hasher: &RandomState,
        own: &Entry<'_>,
        hash: u64,
        dataset: Range<usize>,
    ) -> Option<usize> {
        let same = those(&self.by_it, hash, &dataset);
        let same = if same.len() > 1 {
            let (parents, section) = finer(hasher, own, hash);
            let same = those(&self.by_parents, parents, &dataset);
            if same.len() > 1 { those(&self.by_section, section, &dataset) } else { same }
        } else {
            same
        };
        match same {
            [(_, one)] => Some(*one as usize),
            _ => None,
        }
    }
}

/// Those with a hash in a dataset.
fn those<'a>(all: &'a Hashed, hash: u64, dataset: &Range<usize>) -> &'a [(u64, u32)] {
    let place = |(other, index): &(u64, u32)| (*other, *index as usize);
    let start = all.partition_point(|one| place(one) < (hash, dataset.start));
    let end = start + all[start..].partition_point(|one| place(one) < (hash, dataset.end));
    &all[start..end]
}

/// The hash with what an indicator stands under, and that with its section as well.
fn finer(hasher: &RandomState, entry: &Entry<'_>, hash: u64) -> (u64, u64) {
    let parents: Vec<String> = entry.indicator().parents.iter().map(|p| key(p)).collect();
    let parents = hasher.hash_one((hash, parents));
    (parents, hasher.hash_one((parents, key(&entry.section.name))))
}

fn unit(entry: &Entry<'_>) -> String {
    entry.unit().map(key).unwrap_or_default()
}

fn id<'a>(entry: &Entry<'a>) -> Option<&'a str> {
    let is_number = entry.id().chars().all(|c| c.is_ascii_digit());
    (!is_number).then(|| entry.id())
}

/// A name without what does not tell it from another.
fn key(name: &str) -> String {
    fold(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dataset, Indicator, Indicators, Section};
    use proptest::prelude::*;

    fn dataset(indicators: &[(&str, &str, &str, &str)]) -> Dataset {
        let indicators: Indicators = indicators
            .iter()
            .map(|(id, parent, name, unit)| {
                let mut indicator = Indicator::named(*id, *name);
                indicator.parents = vec![(*parent).to_owned()];
                indicator.unit = Some((*unit).to_owned());
                indicator
            })
            .collect();
        let sections =
            vec![Section { name: "Kinh tế".to_owned(), indicators: 0..indicators.len() }];
        Dataset { sections, indicators, ..Dataset::of_names("x", []) }
    }

    #[test]
    fn names_units_ids_and_parents_tell() {
        let one = dataset(&[
            ("1", "", "Tỷ lệ hộ nghèo", "%"),
            ("grdp", "", "GRDP", "tỷ đồng"),
            ("3", "GRDP", "Công nghiệp", "%"),
            ("4", "GTSX", "Công nghiệp", "%"),
            ("5", "", "Rừng", "ha"),
        ]);
        let two = dataset(&[
            ("1", "", "Rừng", "km²"),
            ("grdp", "", "Tổng sản phẩm", "Tỷ đồng"),
            ("7", "GTSX", "Công nghiệp", "%"),
            ("8", "GRDP", "Công nghiệp", "%"),
            ("9", "", "TỶ LỆ  HỘ NGHÈO", "%"),
        ]);
        let collection = Collection::new([one, two]);
        let (alike, common) = Alike::of(&collection);
        let groups: Vec<_> = (0..5).map(|index| alike.group(&collection, index)).collect();
        assert_eq!(groups, [vec![0, 9], vec![1, 6], vec![2, 8], vec![3, 7], vec![]]);
        assert_eq!(alike.group(&collection, 9), [0, 9]);
        assert_eq!(common, Rows::listed([0, 1, 2, 3]));
    }

    /// What the rules say, looked up one by one.
    fn plainly(collection: &Collection, index: usize) -> Vec<usize> {
        let own = collection.get(index).unwrap();
        let parents = |entry: &Entry<'_>| -> Vec<String> {
            entry.indicator().parents.iter().map(|parent| key(parent)).collect()
        };
        let of = |dataset: usize| {
            let same = |is: &dyn Fn(&Entry<'_>) -> bool| {
                let all = collection.iter().filter(|entry| entry.dataset_at == dataset);
                let all = all.filter(|entry| unit(entry) == unit(&own) && is(entry));
                let mut left: Vec<_> = all.collect();
                if left.len() > 1 {
                    left.retain(|entry| parents(entry) == parents(&own));
                }
                if left.len() > 1 {
                    left.retain(|entry| key(&entry.section.name) == key(&own.section.name));
                }
                if let [one] = left.as_slice() { Some(one.index) } else { None }
            };
            same(&|entry| id(entry).is_some() && id(entry) == id(&own))
                .or_else(|| same(&|entry| key(entry.name()) == key(own.name())))
        };
        let others = (0..collection.datasets().len()).filter(|at| *at != own.dataset_at);
        let mut group: Vec<usize> = others.filter_map(of).chain([index]).collect();
        group.sort_unstable();
        if group.len() > 1 { group } else { Vec::new() }
    }

    proptest! {
        #[test]
        fn hashes_tell_what_the_words_tell(
            all in prop::collection::vec(prop::collection::vec((0..3_usize, 0..2_usize, 0..3_usize, 0..2_usize), 0..9), 1..4),
        ) {
            let datasets = all.iter().map(|rows| {
                let texts = rows.iter().map(|(id, parent, name, unit)| {
                    let id = ["", "7", "grdp"][*id];
                    (id, ["A", "b"][*parent], ["Lúa", "lua", "Ngô"][*name], ["ha", ""][*unit])
                });
                let mut dataset = dataset(&texts.collect::<Vec<_>>());
                // Two sections, so that they tell too.
                let (end, half) = (rows.len(), rows.len() / 2);
                let section = |name: &str, indicators| Section { name: name.to_owned(), indicators };
                dataset.sections = vec![section("Kinh tế", 0..half), section("Xã hội", half..end)];
                dataset
            });
            let collection = Collection::new(datasets);
            let (alike, common) = Alike::of(&collection);
            let groups: Vec<_> = (0..collection.len()).map(|i| alike.group(&collection, i)).collect();
            let plain: Vec<_> = (0..collection.len()).map(|i| plainly(&collection, i)).collect();
            prop_assert_eq!(&groups, &plain);
            let first = (0..collection.len()).filter(|i| plain[*i].first() == Some(i));
            prop_assert!(common.iter().eq(first));
        }
    }

    #[test]
    fn what_cannot_be_told_apart_is_not_taken() {
        let one = dataset(&[("1", "", "Lúa", "ha")]);
        let two = dataset(&[("1", "", "Lúa", "ha"), ("2", "", "Lúa", "ha")]);
        let collection = Collection::new([one.clone(), two]);
        assert!(Alike::of(&collection).0.group(&collection, 0).is_empty());
        let alone = Collection::new([one]);
        assert!(Alike::of(&alone).0.group(&alone, 0).is_empty());
    }
}
