//! Which indicators of several datasets are the same one.
//!
//! The same unit, and the same id or the same name, accents and case ignored. Bare numbers are no ids: they
//! number the lines of a file. Where a dataset has several of a name, what they stand under decides; where
//! that does not, none of them is taken for it.

use std::hash::BuildHasher;

use foldhash::quality::RandomState;

use super::fingerprints::{Elsewhere, Fingerprints};
use crate::app::ListedRows;
use crate::model::{Collection, Entry};
use crate::text::fold::fold;
use crate::text::syllable::before_i;

/// The same indicators of a collection. What they are told by is kept as hashes, since there may be
/// millions of them; before one is shown as the same, its words are compared.
#[derive(Debug, Default)]
pub(in crate::app) struct SameIndicators {
    hasher: RandomState,
    by_name: Fingerprints,
    by_id: Fingerprints,
}

/// The hashes that tell an indicator.
#[derive(Debug, Clone, Copy)]
struct Hashes {
    name: u64,
    /// A bare number is no id.
    id: Option<u64>,
}

impl SameIndicators {
    /// Finds what several datasets have, and lists the first of each.
    pub(in crate::app) fn of(collection: &Collection) -> (Self, ListedRows) {
        let mut alike = Self::default();
        if collection.datasets().len() < 2 {
            return (alike, ListedRows::run(0..0));
        }
        let hashes: Vec<_> = collection.iter().map(|entry| alike.hashes(&entry)).collect();
        let finer = |entry: &Entry<'_>, hash| alike.finer(entry, hash);
        let names = hashes.iter().map(|hashes| Some(hashes.name));
        let by_name = Fingerprints::new(collection, names, finer);
        let by_id = Fingerprints::new(collection, hashes.iter().map(|hashes| hashes.id), finer);
        (alike.by_name, alike.by_id) = (by_name, by_id);
        let mut elsewhere = vec![Elsewhere::default(); collection.len()];
        alike.by_name.mark(collection, &mut elsewhere);
        alike.by_id.mark(collection, &mut elsewhere);
        let is_first = |index: &usize| elsewhere[*index].behind && !elsewhere[*index].before;
        let common = ListedRows::listed((0..collection.len()).filter(is_first));
        (alike, common)
    }

    /// The numbers of an indicator and of those in other datasets that are the same, in order; nothing
    /// where there are no others.
    pub(in crate::app) fn group(&self, collection: &Collection, index: usize) -> Vec<usize> {
        let own = collection.get(index).filter(|_| !self.by_name.is_empty());
        let Some(own) = own else { return Vec::new() };
        let is_same = |other: &usize| {
            collection.get(*other).is_some_and(|other| {
                unit(&own) == unit(&other)
                    && (id(&own).is_some_and(|own| id(&other) == Some(own))
                        || key(own.name()) == key(other.name()))
            })
        };
        let others = self.others(collection, &own);
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

    /// The hash with what an indicator stands under, and that with its section as well.
    fn finer(&self, entry: &Entry<'_>, hash: u64) -> (u64, u64) {
        let parents: Vec<String> = entry.indicator().parents.iter().map(|p| key(p)).collect();
        let parents = self.hasher.hash_one((hash, parents));
        (parents, self.hasher.hash_one((parents, key(&entry.section.name))))
    }

    /// Those in other datasets that are the same by their hashes.
    fn others(&self, collection: &Collection, own: &Entry<'_>) -> impl Iterator<Item = usize> {
        let hashes = self.hashes(own);
        let once = |told: &Fingerprints, hash| told.once(collection, hash, self.finer(own, hash));
        let mut others = once(&self.by_name, hashes.name);
        // What its id tells goes before what its name tells.
        others.extend(hashes.id.map(|id| once(&self.by_id, id)).unwrap_or_default());
        others.remove(&own.dataset_at);
        others.into_values()
    }
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
    let folded = fold(name);
    let mut key = String::with_capacity(folded.len());
    for word in folded.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        // One office writes tỷ lệ, another one tỉ lệ.
        match before_i(word) {
            Some(before) => key.extend([before, "i"]),
            None => key.push_str(word),
        }
    }
    key
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
            ("9", "", "TỈ LỆ  HỘ NGHÈO", "%"),
        ]);
        let collection = Collection::new([one, two]);
        let (alike, common) = SameIndicators::of(&collection);
        let groups: Vec<_> = (0..5).map(|index| alike.group(&collection, index)).collect();
        assert_eq!(groups, [vec![0, 9], vec![1, 6], vec![2, 8], vec![3, 7], vec![]]);
        assert_eq!(alike.group(&collection, 9), [0, 9]);
        assert_eq!(common, ListedRows::listed([0, 1, 2, 3]));
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
            let (alike, common) = SameIndicators::of(&collection);
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
        assert!(SameIndicators::of(&collection).0.group(&collection, 0).is_empty());
        let alone = Collection::new([one]);
        assert!(SameIndicators::of(&alone).0.group(&alone, 0).is_empty());
    }

    #[test]
    fn thousands_of_datasets_that_have_the_same_are_not_compared_each_with_each() {
        let mut rows = vec![("", "", "Trong đó: nữ", "người"); 9];
        rows.push(("", "", "Lúa", "ha"));
        let collection = Collection::new((0..2000).map(|_| dataset(&rows)));
        let (alike, common) = SameIndicators::of(&collection);
        assert_eq!(common, ListedRows::listed([9]));
        assert_eq!(alike.group(&collection, 9).len(), 2000);
        assert!(alike.group(&collection, 0).is_empty());
    }
}
