//! Decides which indicators of several datasets are the same one.
//!
//! Two indicators are the same if they have the same unit, and the same name under the same parents, accents and case
//! ignored, or the same id. A bare number is no id: it numbers a line of a file; nor is what was made of the name of a
//! part, "nu-2", which depends on the rows above it. Where any dataset has several indicators of a name and parents,
//! the sections of all of them decide; if that is not enough, none of them matches.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;

use foldhash::quality::RandomState;

use super::fingerprints::{Elsewhere, Fingerprints, unique};
use super::indicator_key::{id, is_given, key, parents, unit};
use super::probe::{OwnTexts, Probe};
use super::runs::RunsBuilder;
use crate::app::ListedRows;
use crate::model::{Collection, Entry, SharedIdentity};

/// Finds the same indicators of a collection. It keeps hashes, since there may be millions of indicators; the
/// texts are compared before one is returned as the same.
#[derive(Debug, Default)]
pub(in crate::app) struct SameIndicators {
    hasher: RandomState,
    by_name: Fingerprints,
    by_id: Fingerprints,
}

/// The hashes that identify an indicator.
#[derive(Debug, Clone, Copy)]
struct Hashes {
    name: u64,
    /// `None` for one that identifies nothing.
    id: Option<u64>,
    /// Whether somebody gave it that id.
    is_given: bool,
}

impl SameIndicators {
    /// Finds the indicators that several datasets have, and lists the first occurrence of each.
    pub(in crate::app) fn of(collection: &Collection) -> (Self, ListedRows) {
        let mut same = Self::default();
        if collection.datasets().len() < 2 {
            return (same, ListedRows::range(0..0));
        }
        let refined = |entry: &Entry<'_>, hash| same.refined(entry, hash);
        let (names, ids) = same.all_hashes(collection);
        let by_name = Fingerprints::new(collection, names, refined);
        let by_id = Fingerprints::new(collection, ids, refined);
        (same.by_name, same.by_id) = (by_name, by_id);
        let mut elsewhere = vec![Elsewhere::default(); collection.len()];
        same.by_name.mark(collection, &mut elsewhere);
        same.by_id.mark(collection, &mut elsewhere);
        let is_first = |index: &usize| elsewhere[*index].later && !elsewhere[*index].earlier;
        let common = ListedRows::of((0..collection.len()).filter(is_first));
        (same, common)
    }

    /// Returns the numbers of an indicator and of the same ones in other datasets, in order; empty if there
    /// are no others.
    pub(in crate::app) fn group(&self, collection: &Collection, index: usize) -> Vec<usize> {
        let own = collection.get(index).filter(|_| !self.by_name.is_empty());
        let Some(own) = own else { return Vec::new() };
        let texts = OwnTexts::of(own);
        let is_same =
            |other: &usize| collection.get(*other).is_some_and(|other| texts.are_of(&other));
        let others = self.others(collection, &own);
        let mut group: Vec<usize> = others.filter(is_same).chain([index]).collect();
        group.sort_unstable();
        if group.len() > 1 { group } else { Vec::new() }
    }

    /// Prepares to find an indicator in other datasets, one at a time.
    pub(in crate::app) fn probe<'a>(
        &'a self,
        collection: &'a Collection,
        own: Entry<'a>,
    ) -> Probe<'a> {
        let hashes = self.hashes(&own);
        let run = |all: &'a Fingerprints, hash| {
            all.run_of(collection, &own, hash, self.refined(&own, hash))
        };
        // A match by id goes before one by name.
        let by_id = hashes.id.and_then(|id| run(&self.by_id, id));
        let by_name = run(&self.by_name, hashes.name);
        Probe::new(collection, own, by_id.into_iter().chain(by_name).collect())
    }

    /// The hashes of the names and of the ids of all indicators.
    fn all_hashes(&self, collection: &Collection) -> (RunsBuilder, RunsBuilder) {
        let (mut names, mut ids) = (RunsBuilder::default(), RunsBuilder::default());
        let mut given: HashSet<u64, RandomState> = HashSet::default();
        // The datasets of one table share their texts, which are then hashed once.
        let mut known: HashMap<SharedIdentity, Hashes, RandomState> = HashMap::default();
        let datasets = collection.datasets();
        for (at, dataset) in datasets.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| datasets.get(before));
            if before.is_none_or(|one| !one.indicators.shares_texts_with(&dataset.indicators)) {
                known.clear();
            }
            // No collection has more than u32::MAX: their names alone would take as many bytes.
            let start = u32::try_from(collection.start_of(at)).unwrap_or(u32::MAX);
            for (index, shared) in (start..).zip(dataset.indicators.shared_identities()) {
                let hash = || collection.get(index as usize).map(|entry| self.hashes(&entry));
                let hashes = match shared.map(|shared| (shared, known.get(&shared))) {
                    Some((_, Some(known))) => Some(*known),
                    Some((shared, None)) => hash().inspect(|new| {
                        known.insert(shared, *new);
                    }),
                    None => hash(),
                };
                let Some(hashes) = hashes else { continue };
                names.push(index, hashes.name);
                if let Some(id) = hashes.id {
                    ids.push(index, id);
                    if hashes.is_given {
                        given.insert(id);
                    }
                }
            }
        }
        // Ids that are names say no more than these.
        ids.retain(|id| given.contains(&id));
        (names, ids)
    }

    fn hashes(&self, entry: &Entry<'_>) -> Hashes {
        let unit = unit(entry);
        Hashes {
            name: self.hasher.hash_one((key(entry.name()), &unit, parents(entry))),
            id: id(entry).map(|id| self.hasher.hash_one((id, &unit))),
            is_given: is_given(entry),
        }
    }

    /// Extends a hash by the section of an indicator.
    fn refined(&self, entry: &Entry<'_>, hash: u64) -> u64 {
        self.hasher.hash_one((hash, key(&entry.section.name)))
    }

    /// The indicators of other datasets with the same hashes.
    fn others(&self, collection: &Collection, own: &Entry<'_>) -> impl Iterator<Item = usize> {
        let hashes = self.hashes(own);
        let run =
            |all, hash| Fingerprints::run_of(all, collection, own, hash, self.refined(own, hash));
        // A match by id goes before one by name.
        let by_id = hashes.id.and_then(|id| run(&self.by_id, id));
        let runs = [by_id, run(&self.by_name, hashes.name)].into_iter().enumerate();
        let runs = runs.filter_map(|(order, run)| Some((order, run?)));
        let mut others: Vec<_> = runs
            .flat_map(|(order, run)| unique(collection, run).map(move |(at, one)| (at, order, one)))
            .collect();
        others.sort_unstable();
        others.dedup_by_key(|(dataset, ..)| *dataset);
        let own = own.dataset_at;
        others.into_iter().filter(move |(at, ..)| *at != own).map(|(.., index)| index)
    }
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
                indicator.parents.extend((!parent.is_empty()).then(|| (*parent).to_owned()));
                indicator.unit = Some((*unit).to_owned());
                indicator
            })
            .collect();
        let sections =
            vec![Section { name: "Kinh tế".to_owned(), indicators: 0..indicators.len() }];
        Dataset { sections: sections.into(), indicators, ..Dataset::of_names("x", []) }
    }

    #[test]
    fn names_units_ids_and_parents_decide() {
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
        let (same, common) = SameIndicators::of(&collection);
        let groups: Vec<_> = (0..5).map(|index| same.group(&collection, index)).collect();
        assert_eq!(groups, [vec![0, 9], vec![1, 6], vec![2, 8], vec![3, 7], vec![]]);
        assert_eq!(same.group(&collection, 9), [0, 9]);
        assert_eq!(common, ListedRows::of([0, 1, 2, 3]));
    }

    /// The reference implementation: the rules, applied to the texts.
    fn reference(collection: &Collection, index: usize) -> Vec<usize> {
        let own = collection.get(index).unwrap();
        let of = |dataset: usize| {
            let same = |is: &dyn Fn(&Entry<'_>) -> bool| {
                let all = collection.iter().filter(|entry| unit(entry) == unit(&own) && is(entry));
                let mut left: Vec<_> = all.collect();
                let count = |left: &[Entry<'_>], at: usize| {
                    left.iter().filter(|entry| entry.dataset_at == at).count()
                };
                let ambiguous = |left: &[Entry<'_>]| {
                    (0..collection.datasets().len()).any(|at| count(left, at) > 1)
                };
                if ambiguous(&left) {
                    left.retain(|entry| key(&entry.section.name) == key(&own.section.name));
                }
                let is_certain = count(&left, own.dataset_at) == 1 && count(&left, dataset) == 1;
                left.retain(|entry| entry.dataset_at == dataset);
                left.first().filter(|_| is_certain).map(|entry| entry.index)
            };
            let is_named = |entry: &Entry<'_>| {
                key(entry.name()) == key(own.name()) && parents(entry) == parents(&own)
            };
            same(&|entry| id(entry).is_some() && id(entry) == id(&own)).or_else(|| same(&is_named))
        };
        let others = (0..collection.datasets().len()).filter(|at| *at != own.dataset_at);
        let mut group: Vec<usize> = others.filter_map(of).chain([index]).collect();
        group.sort_unstable();
        if group.len() > 1 { group } else { Vec::new() }
    }

    proptest! {
        #[test]
        fn hashes_agree_with_the_texts(
            all in prop::collection::vec(prop::collection::vec((0..3_usize, 0..2_usize, 0..3_usize, 0..2_usize), 0..9), 1..4),
        ) {
            let datasets = all.iter().map(|rows| {
                let texts = rows.iter().map(|(id, parent, name, unit)| {
                    let id = ["", "7", "grdp"][*id];
                    (id, ["A", "b"][*parent], ["Lúa", "lua", "Ngô"][*name], ["ha", ""][*unit])
                });
                let mut dataset = dataset(&texts.collect::<Vec<_>>());
                // Two sections, so that the section matters too.
                let (end, half) = (rows.len(), rows.len() / 2);
                let section = |name: &str, indicators| Section { name: name.to_owned(), indicators };
                dataset.sections =
                    [section("Kinh tế", 0..half), section("Xã hội", half..end)].into();
                dataset
            });
            let collection = Collection::new(datasets);
            let (same, common) = SameIndicators::of(&collection);
            let groups: Vec<_> = (0..collection.len()).map(|i| same.group(&collection, i)).collect();
            for (index, group) in groups.iter().enumerate() {
                let probe = same.probe(&collection, collection.get(index).unwrap());
                let datasets = 0..collection.datasets().len();
                let found: Vec<_> = datasets.filter_map(|at| probe.in_dataset(at)).collect();
                prop_assert_eq!(if found.len() > 1 { found } else { Vec::new() }, group.clone());
            }
            let expected: Vec<_> = (0..collection.len()).map(|i| reference(&collection, i)).collect();
            prop_assert_eq!(&groups, &expected);
            let first = (0..collection.len()).filter(|i| expected[*i].first() == Some(i));
            prop_assert!(common.iter().eq(first));
        }
    }

    #[test]
    fn an_ambiguous_indicator_matches_none() {
        let one = dataset(&[("1", "", "Lúa", "ha")]);
        let two = dataset(&[("1", "", "Lúa", "ha"), ("2", "", "Lúa", "ha")]);
        let collection = Collection::new([one.clone(), two]);
        assert!(SameIndicators::of(&collection).0.group(&collection, 0).is_empty());
        let alone = Collection::new([one]);
        assert!(SameIndicators::of(&alone).0.group(&alone, 0).is_empty());
    }

    #[test]
    fn thousands_of_datasets_are_not_compared_pairwise() {
        let mut rows = vec![("", "", "Trong đó: nữ", "người"); 9];
        rows.push(("", "", "Lúa", "ha"));
        let collection = Collection::new((0..2000).map(|_| dataset(&rows)));
        let (same, common) = SameIndicators::of(&collection);
        assert_eq!(common, ListedRows::of([9]));
        assert_eq!(same.group(&collection, 9).len(), 2000);
        assert!(same.group(&collection, 0).is_empty());
    }
}
