//! Labels that distinguish each of several datasets from the others.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;

use foldhash::quality::RandomState;

use crate::model::{Collection, Dataset, Place};

/// What distinguishes a dataset from the others of a collection; empty for an only dataset.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DatasetLabel<'a> {
    /// Its place, if there are several.
    pub place: Option<&'a Place>,
    /// Its period as published, if there are several.
    pub period: Option<&'a str>,
    /// Its id, if others have its place and period.
    pub id: Option<&'a str>,
}

/// The labels of the datasets of a collection. One is made when it is shown, as there may be a hundred thousand
/// datasets.
#[derive(Debug, Default)]
pub struct DatasetLabels {
    several_places: bool,
    several_periods: bool,
    /// The datasets whose place and period others have as well.
    ambiguous: HashSet<usize>,
}

impl DatasetLabels {
    /// The labels of the datasets of a collection.
    #[must_use]
    pub fn of(collection: &Collection) -> Self {
        let all = collection.datasets();
        let [first, _, ..] = all else { return Self::default() };
        let hasher = RandomState::default();
        let hashes =
            all.iter().map(|dataset| hasher.hash_one((dataset.place.name(), &dataset.period)));
        let mut times: HashMap<u64, u32, RandomState> = HashMap::default();
        hashes.clone().for_each(|hash| *times.entry(hash).or_default() += 1);
        let is_ambiguous = |hash| times.get(&hash).is_some_and(|times| *times > 1);
        let ambiguous = hashes.enumerate().filter(|(_, hash)| is_ambiguous(*hash));
        Self {
            several_places: all.iter().any(|dataset| dataset.place != first.place),
            several_periods: all.iter().any(|dataset| dataset.period != first.period),
            ambiguous: ambiguous.map(|(at, _)| at).collect(),
        }
    }

    /// The label of a dataset, which is at position `at` of the collection.
    #[must_use]
    pub fn get<'a>(&self, at: usize, dataset: &'a Dataset) -> DatasetLabel<'a> {
        let is_named = !dataset.period.is_empty();
        DatasetLabel {
            place: self.several_places.then_some(&dataset.place),
            period: (self.several_periods && is_named).then_some(&*dataset.period),
            id: self.ambiguous.contains(&at).then_some(&*dataset.id),
        }
    }
}
