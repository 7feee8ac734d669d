//! Looks an indicator up in other datasets, one at a time or thousands in their order.

use std::ops::Range;

use rust_decimal::Decimal;

use super::fingerprints::{only_from, only_in};
use super::indicator_key::{IndicatorKey, id, is_given};
use crate::model::{Collection, Entry, Period};

/// The texts of an indicator that is compared with others.
#[derive(Debug)]
pub(super) struct OwnTexts<'a> {
    own: Entry<'a>,
    /// The id as published.
    id: Option<&'a str>,
    key: IndicatorKey,
    is_given: bool,
}

impl<'a> OwnTexts<'a> {
    pub(super) fn of(own: Entry<'a>) -> Self {
        Self { id: id(&own), key: IndicatorKey::of(&own), is_given: is_given(&own), own }
    }

    /// Whether another indicator has them.
    pub(super) fn are_of(&self, other: &Entry<'_>) -> bool {
        let key = IndicatorKey::of(other);
        let has_id = self.id.is_some_and(|own| other.own_id() == own) && id(other).is_some();
        let is_named = self.key.has_names_of(&key);
        let is_by_id = has_id && (self.is_given || self.key.name.folded != key.name.folded);
        self.key.unit == key.unit && (is_named || is_by_id)
    }
}

/// An indicator that is looked up in other datasets.
#[derive(Debug)]
pub(in crate::app) struct Probe<'a> {
    collection: &'a Collection,
    texts: OwnTexts<'a>,
    /// The indicators of equal hashes, the best match first.
    runs: Vec<&'a [u32]>,
}

impl<'a> Probe<'a> {
    /// Prepares to look up an indicator among those of equal hashes, the best match first.
    pub(super) fn new(collection: &'a Collection, own: Entry<'a>, runs: Vec<&'a [u32]>) -> Self {
        Self { collection, runs, texts: OwnTexts::of(own) }
    }

    /// Returns the number of the same indicator in a dataset.
    pub(in crate::app) fn in_dataset(&self, dataset: usize) -> Option<usize> {
        let own = &self.texts.own;
        if dataset == own.dataset_at {
            return Some(own.index);
        }
        let found = self.candidate(dataset)?;
        let other = self.collection.get(found)?;
        self.texts.are_of(&other).then_some(found)
    }

    /// Calls `show` with the results of the indicator in those of some datasets, other than its own, that have it: the
    /// dataset, its number there, its figure and its own period. The fastest way to look at thousands, in their order.
    pub(in crate::app) fn each_result(
        &self,
        datasets: impl Iterator<Item = usize>,
        mut show: impl FnMut(usize, usize, Option<Decimal>, Option<Period>),
    ) {
        let own = &self.texts.own;
        let all = self.collection.datasets();
        let Some(own_data) = all.get(own.dataset_at) else { return };
        let local = |dataset: usize, index: usize| index - self.collection.start_of(dataset);
        let identity = own_data.indicators.shared_identity(local(own.dataset_at, own.index));
        let mut positions = vec![0; self.runs.len()];
        for dataset in datasets.filter(|dataset| *dataset != own.dataset_at) {
            let numbers = self.numbers(dataset);
            let mut runs = self.runs.iter().zip(&mut positions);
            let found = runs.find_map(|(run, position)| only_from(run, position, &numbers));
            let Some((found, data)) = found.zip(all.get(dataset)) else { continue };
            let at = local(dataset, found);
            // Equal numbers of texts need no comparison of these.
            let is_equal = identity.is_some()
                && data.indicators.shares_texts_with(&own_data.indicators)
                && data.indicators.shared_identity(at) == identity;
            let is_same = || self.collection.get(found).is_some_and(|it| self.texts.are_of(&it));
            if !is_equal && !is_same() {
                continue;
            }
            if let Some((figure, period)) = data.indicators.result(at) {
                show(dataset, found, figure, period);
            }
        }
    }

    /// The number of the only indicator of a dataset with the same hashes.
    fn candidate(&self, dataset: usize) -> Option<usize> {
        let numbers = self.numbers(dataset);
        self.runs.iter().find_map(|run| only_in(run, &numbers))
    }

    /// The numbers of the indicators of a dataset.
    fn numbers(&self, dataset: usize) -> Range<usize> {
        self.collection.start_of(dataset)..self.collection.start_of(dataset + 1)
    }
}
