//! Decides which indicators of several datasets are the same one.
//!
//! Two indicators are the same if they have the same unit, and the same name under the same
//! parents, or the same id that somebody gave them. Case and spelling are ignored; accents are
//! where one side has none at all. A bare number is no id: it numbers a line of a file; nor is what
//! was made of the name of a part, "nu-2", which depends on the rows above it. An indicator of the
//! same name in another section is another one, as "Diện tích" of crops and of fisheries. Where any
//! dataset has several indicators of a name and parents, the sections of all of them decide; if
//! that is not enough, those of one table are the same if they are of one row, and none matches in
//! other tables.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;

use foldhash::quality::RandomState;

use super::dataset_places::tables;
use super::fingerprints::{Elsewhere, Fingerprints, SectionsMatter, unique};
use super::indicator_key::{IndicatorKey, id, is_given};
use super::probe::{OwnTexts, Probe};
use super::refined::Refined;
use super::runs::RunsBuilder;
use super::section_numbers::SectionNumbers;
use super::written_names::{AccentedNames, WrittenNames};
use crate::app::ListedRows;
use crate::model::{Collection, Entry, SharedIdentity};

/// Finds the same indicators of a collection. It keeps hashes, since there may be millions of indicators; the
/// texts are compared before one is returned as the same.
#[derive(Debug, Default)]
pub(crate) struct SameIndicators {
    hasher: RandomState,
    by_name: Fingerprints,
    by_id: Fingerprints,
    accented: AccentedNames,
    sections: SectionNumbers,
    /// The number of the table of each dataset.
    tables: Vec<usize>,
    /// The hashes of the names that have several ids, or whose ids others have.
    with_other_ids: HashSet<u64, RandomState>,
}

/// The hashes that identify an indicator.
#[derive(Debug, Clone, Copy)]
struct Hashes {
    name: u64,
    /// The same without accents.
    folded: u64,
    has_accents: bool,
    /// `None` for one that identifies nothing.
    id: Option<u64>,
    /// Whether somebody gave it that id.
    is_given: bool,
    /// The id in its dataset, whatever it identifies.
    own_id: u64,
}

impl SameIndicators {
    /// Finds the indicators that several datasets have, and lists the first occurrence of each.
    pub(crate) fn of(collection: &Collection) -> (Self, ListedRows) {
        let mut same = Self::default();
        if collection.datasets().len() < 2 {
            return (same, ListedRows::range(0..0));
        }
        same.tables = tables(collection);
        same.sections = SectionNumbers::of(collection);
        let AllHashes { mut names, mut ids, written, given, uses } = same.all_hashes(collection);
        same.accented = written.accented();
        names.join(&same.accented);
        // Ids that are names say no more than these.
        ids.retain(|id| given.contains(&id));
        same.with_other_ids = uses.conflicting(&same.accented);
        let refined = same.refined(collection);
        let by_name = Fingerprints::new(names, SectionsMatter::Always, &refined);
        let by_id = Fingerprints::new(ids, SectionsMatter::IfRepeated, &refined);
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
    pub(crate) fn group(&self, collection: &Collection, index: usize) -> Vec<usize> {
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
    pub(crate) fn probe<'a>(&'a self, collection: &'a Collection, own: Entry<'a>) -> Probe<'a> {
        let runs = self.runs(collection, &own);
        Probe::new(collection, own, runs)
    }

    /// Whether the datasets are of several tables.
    pub(super) fn are_several_tables(&self) -> bool {
        self.tables.last().is_some_and(|last| *last > 0)
    }

    /// The number of the table of an indicator.
    pub(super) fn table_of(&self, collection: &Collection, index: usize) -> usize {
        self.refined(collection).table(index)
    }

    /// The indicators whose ids may be those of others, or may differ from those of the same indicator elsewhere.
    pub(super) fn with_doubtful_ids(&self) -> Vec<usize> {
        self.by_name.doubtful(|hash| self.with_other_ids.contains(&hash))
    }

    /// The runs of an indicator. A match by id goes before one by name.
    fn runs<'a>(&'a self, collection: &Collection, own: &Entry<'_>) -> Vec<&'a [u32]> {
        let (hashes, refined) = (self.hashes(own), self.refined(collection));
        let by_id = hashes.id.and_then(|id| self.by_id.run_of(own, id, &refined));
        let by_name = self.by_name.run_of(own, hashes.name, &refined);
        by_id.into_iter().chain(by_name).collect()
    }

    fn refined<'a>(&'a self, collection: &'a Collection) -> Refined<'a> {
        let Self { sections, tables, hasher, .. } = self;
        Refined { collection, sections, tables, hasher }
    }

    /// The hashes of all indicators.
    fn all_hashes(&self, collection: &Collection) -> AllHashes {
        let mut all = AllHashes::default();
        // The datasets of one table share their texts, which are then hashed once.
        let mut known: HashMap<SharedIdentity, Hashes, RandomState> = HashMap::default();
        for (at, dataset) in collection.datasets().iter().enumerate() {
            if at > 0 && self.tables[at] != self.tables[at - 1] {
                known.clear();
            }
            // No collection has more than u32::MAX: their names alone would take as many bytes.
            let start = u32::try_from(collection.start_of(at)).unwrap_or(u32::MAX);
            for (index, shared) in (start..).zip(dataset.indicators.shared_identities()) {
                let mut hash = || {
                    let hashes = self.hashes(&collection.get(index as usize)?);
                    all.add_name(&hashes);
                    Some(hashes)
                };
                let hashes = match shared.map(|shared| (shared, known.get(&shared))) {
                    Some((_, Some(known))) => Some(*known),
                    Some((shared, None)) => hash().inspect(|new| {
                        known.insert(shared, *new);
                    }),
                    None => hash(),
                };
                let Some(hashes) = hashes else { continue };
                all.names.push(index, hashes.name);
                if let Some(id) = hashes.id {
                    all.ids.push(index, id);
                }
            }
        }
        all
    }

    fn hashes(&self, entry: &Entry<'_>) -> Hashes {
        let key = IndicatorKey::of(entry);
        let name = self.hasher.hash_one(key.whole());
        Hashes {
            name: self.accented.get(&name).copied().unwrap_or(name),
            folded: self.hasher.hash_one(key.folded()),
            has_accents: key.has_accents(),
            id: id(entry).map(|id| self.hasher.hash_one((id, &key.unit))),
            is_given: is_given(entry),
            own_id: self.hasher.hash_one(entry.own_id()),
        }
    }

    /// The indicators of other datasets with the same hashes.
    fn others(&self, collection: &Collection, own: &Entry<'_>) -> impl Iterator<Item = usize> {
        let runs = self.runs(collection, own).into_iter().enumerate();
        let mut others: Vec<_> = runs
            .flat_map(|(order, run)| unique(collection, run).map(move |(at, one)| (at, order, one)))
            .collect();
        others.sort_unstable();
        others.dedup_by_key(|(dataset, ..)| *dataset);
        let own = own.dataset_at;
        others.into_iter().filter(move |(at, ..)| *at != own).map(|(.., index)| index)
    }
}

/// The hashes of all indicators of a collection.
#[derive(Debug, Default)]
struct AllHashes {
    names: RunsBuilder,
    ids: RunsBuilder,
    written: WrittenNames,
    /// The hashes of ids that somebody gave.
    given: HashSet<u64, RandomState>,
    uses: IdUses,
}

impl AllHashes {
    /// Adds the hashes of an indicator that is not known yet.
    fn add_name(&mut self, hashes: &Hashes) {
        self.written.add(hashes.folded, hashes.name, hashes.has_accents);
        self.uses.add(hashes);
        self.given.extend(hashes.id.filter(|_| hashes.is_given));
    }
}

/// Which names have which ids, by their hashes: the first of each, and where there are others.
#[derive(Debug, Default)]
struct IdUses {
    id_of_name: HashMap<u64, u64, RandomState>,
    name_of_id: HashMap<u64, u64, RandomState>,
    conflicting: HashSet<u64, RandomState>,
}

impl IdUses {
    fn add(&mut self, hashes: &Hashes) {
        let (name, id) = (hashes.name, hashes.own_id);
        if *self.id_of_name.entry(name).or_insert(id) != id {
            self.conflicting.insert(name);
        }
        let first = *self.name_of_id.entry(id).or_insert(name);
        if first != name {
            self.conflicting.extend([first, name]);
        }
    }

    /// The names that have several ids, or whose ids others have.
    fn conflicting(self, accented: &AccentedNames) -> HashSet<u64, RandomState> {
        let mut conflicting = self.conflicting;
        for (plain, whole) in accented {
            let ids = [plain, whole].map(|name| self.id_of_name.get(name));
            if ids[0] != ids[1] || conflicting.contains(plain) {
                conflicting.insert(*whole);
            }
        }
        conflicting
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
            let same = |is: &dyn Fn(&Entry<'_>) -> bool, matter: SectionsMatter| {
                let all = collection.iter().filter(|entry| entry.unit() == own.unit() && is(entry));
                let mut left: Vec<_> = all.collect();
                let count = |left: &[Entry<'_>], at: usize| {
                    left.iter().filter(|entry| entry.dataset_at == at).count()
                };
                let ambiguous = |left: &[Entry<'_>]| {
                    (0..collection.datasets().len()).any(|at| count(left, at) > 1)
                };
                let differ = left.iter().any(|entry| entry.section.name != left[0].section.name);
                if ambiguous(&left) || matter == SectionsMatter::Always && differ {
                    left.retain(|entry| entry.section.name == own.section.name);
                }
                let is_certain = count(&left, own.dataset_at) == 1 && count(&left, dataset) == 1;
                left.retain(|entry| entry.dataset_at == dataset);
                left.first().filter(|_| is_certain).map(|entry| entry.index)
            };
            let is_named = |entry: &Entry<'_>| {
                IndicatorKey::of(entry).folded() == IndicatorKey::of(&own).folded()
            };
            let has_id = |entry: &Entry<'_>| id(entry).is_some() && id(entry) == id(&own);
            same(&has_id, SectionsMatter::IfRepeated)
                .or_else(|| same(&is_named, SectionsMatter::Always))
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
