//! Looks an indicator up in other datasets, one at a time or thousands in their order.

use std::cell::OnceCell;
use std::ops::Range;

use rust_decimal::Decimal;

use super::fingerprints::{only_from, only_in};
use super::indicator_key::{IndicatorKey, id, is_given};
use crate::model::{Collection, Entry, Period, SharedIdentity};

/// The texts of an indicator that is compared with others.
#[derive(Debug)]
pub(super) struct OwnTexts<'a> {
    /// The id as published.
    id: Option<&'a str>,
    key: IndicatorKey,
    is_given: bool,
}

impl<'a> OwnTexts<'a> {
    pub(super) fn of(own: Entry<'a>) -> Self {
        Self { id: id(&own), key: IndicatorKey::of(&own), is_given: is_given(&own) }
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
pub(crate) struct Probe<'a> {
    collection: &'a Collection,
    own: Entry<'a>,
    /// Its texts, once they are compared.
    texts: OnceCell<OwnTexts<'a>>,
    /// The numbers of its texts, if other indicators share them.
    identity: Option<SharedIdentity>,
    /// The indicators of equal hashes, the best match first.
    runs: Vec<&'a [u32]>,
}

impl<'a> Probe<'a> {
    /// Prepares to look up an indicator among those of equal hashes, the best match first.
    pub(super) fn new(collection: &'a Collection, own: Entry<'a>, runs: Vec<&'a [u32]>) -> Self {
        let identity = own.dataset.indicators.shared_identity(own.local);
        Self { collection, own, texts: OnceCell::new(), identity, runs }
    }

    /// Returns the number of the same indicator in a dataset.
    pub(crate) fn in_dataset(&self, dataset: usize) -> Option<usize> {
        if dataset == self.own.dataset_at {
            return Some(self.own.index);
        }
        self.candidate(dataset).filter(|found| self.is_same(dataset, *found))
    }

    /// Whether an indicator of a dataset that has the same hashes is the same one.
    fn is_same(&self, dataset: usize, found: usize) -> bool {
        let is_equal = || {
            let indicators = &self.collection.datasets().get(dataset)?.indicators;
            let at = found - self.collection.start_of(dataset);
            let is_shared = indicators.shares_texts_with(&self.own.dataset.indicators);
            Some(is_shared && indicators.shared_identity(at) == self.identity)
        };
        // Equal numbers of texts need no comparison of these.
        if self.identity.is_some() && is_equal() == Some(true) {
            return true;
        }
        let texts = self.texts.get_or_init(|| OwnTexts::of(self.own));
        self.collection.get(found).is_some_and(|other| texts.are_of(&other))
    }

    /// Calls `show` with the results of the indicator in those of some datasets, other than its own, that have it: the
    /// dataset, its number there, its figure and its own period. The fastest way to look at thousands, in their order.
    pub(crate) fn each_result(
        &self,
        datasets: impl Iterator<Item = usize>,
        mut show: impl FnMut(usize, usize, Option<Decimal>, Option<Period>),
    ) {
        let all = self.collection.datasets();
        let mut positions = vec![0; self.runs.len()];
        for dataset in datasets.filter(|dataset| *dataset != self.own.dataset_at) {
            let numbers = self.numbers(dataset);
            let mut runs = self.runs.iter().zip(&mut positions);
            let found = runs.find_map(|(run, position)| only_from(run, position, &numbers));
            let Some((found, data)) = found.zip(all.get(dataset)) else { continue };
            if !self.is_same(dataset, found) {
                continue;
            }
            let at = found - self.collection.start_of(dataset);
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
