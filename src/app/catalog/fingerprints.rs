//! Fingerprints: hashes of indicators, to find the same indicator in other datasets.
//!
//! A fingerprint hashes one property, a name or an id, together with the unit. Where a dataset has several
//! indicators of one fingerprint, finer ones hash the parents too, then the section. The numbers of the indicators
//! of one fingerprint form a run, in which each dataset has a contiguous range, so that one pass over a run serves
//! any number of datasets. A number takes four bytes; a hash is kept once: ten million indicators of a table of many
//! places and periods have a few hundred.

use std::ops::Range;

use super::runs::{Runs, RunsBuilder};
use crate::model::{Collection, Entry};

/// The fingerprints of all indicators by one property.
#[derive(Debug, Default)]
pub(in crate::app) struct Fingerprints {
    /// All indicators that have the property.
    by_key: Runs,
    /// Indicators whose property occurs several times in a dataset, by their parents too.
    by_parents: Runs,
    /// The same indicators, by their section too.
    by_section: Runs,
}

/// Whether datasets before and after an indicator's own have the same indicator.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::app) struct Elsewhere {
    pub(in crate::app) earlier: bool,
    pub(in crate::app) later: bool,
}

impl Fingerprints {
    /// Takes the hashes of all indicators. `refine` extends a hash by the parents of the indicator, and that hash by
    /// its section.
    pub(in crate::app) fn new(
        collection: &Collection,
        hashes: RunsBuilder,
        refine: impl Fn(&Entry<'_>, u64) -> (u64, u64),
    ) -> Self {
        let by_key = hashes.build();
        let (mut by_parents, mut by_section) = (RunsBuilder::default(), RunsBuilder::default());
        for (hash, run) in by_key.iter() {
            let mut datasets = by_dataset(collection, run).peekable();
            let is_alone = datasets.peek().is_some_and(|(_, own)| own.len() == run.len());
            if is_alone || datasets.all(|(_, own)| own.len() == 1) {
                continue;
            }
            for index in run {
                let Some(entry) = collection.get(*index as usize) else { continue };
                let (parents, section) = refine(&entry, hash);
                by_parents.push(*index, parents);
                by_section.push(*index, section);
            }
        }
        Self { by_key, by_parents: by_parents.build(), by_section: by_section.build() }
    }

    /// Whether there are no fingerprints.
    pub(in crate::app) fn is_empty(&self) -> bool {
        self.by_key.is_empty()
    }

    /// Marks the indicators that other datasets have. It passes once over each run, as there may be thousands
    /// of datasets with the same indicators.
    pub(in crate::app) fn mark(&self, collection: &Collection, elsewhere: &mut [Elsewhere]) {
        let all = [&self.by_key, &self.by_parents, &self.by_section];
        for (_, run) in all.into_iter().flat_map(Runs::iter) {
            let mut datasets = unique(collection, run).map(|(dataset, _)| dataset);
            let Some(first) = datasets.next() else { continue };
            let last = datasets.last().unwrap_or(first);
            for (dataset, own) in by_dataset(collection, run) {
                for index in own {
                    let elsewhere = &mut elsewhere[*index as usize];
                    elsewhere.earlier |= first < dataset;
                    elsewhere.later |= last > dataset;
                }
            }
        }
    }

    /// Returns, for each dataset that has one, the dataset and its only indicator with a hash, or with one of its
    /// refinements, together with the number of refinements: a match by fewer properties goes first.
    pub(in crate::app) fn unique(
        &self,
        collection: &Collection,
        hash: u64,
        refined: (u64, u64),
    ) -> impl Iterator<Item = (usize, usize, usize)> {
        let runs = self.runs_of(hash, refined).into_iter().enumerate();
        runs.flat_map(move |(refinements, run)| {
            unique(collection, run).map(move |(dataset, index)| (dataset, refinements, index))
        })
    }

    /// Returns the runs of a hash and of its refinements, those by fewer properties first.
    pub(in crate::app) fn runs_of(&self, hash: u64, (parents, section): (u64, u64)) -> [&[u32]; 3] {
        [self.by_key.get(hash), self.by_parents.get(parents), self.by_section.get(section)]
    }
}

/// Returns the only indicator of a run whose number is in a range; `None` if there is none or several.
pub(in crate::app) fn only_in(run: &[u32], numbers: &Range<usize>) -> Option<usize> {
    let is_before = |index: &u32| (*index as usize) < numbers.start;
    let mut own = run[run.partition_point(is_before)..].iter();
    let mut own = own.by_ref().map(|index| *index as usize);
    let only = own.next().filter(|index| numbers.contains(index))?;
    own.next().is_none_or(|next| !numbers.contains(&next)).then_some(only)
}

/// Splits a run by dataset.
fn by_dataset<'a>(
    collection: &Collection,
    run: &'a [u32],
) -> impl Iterator<Item = (usize, &'a [u32])> {
    let (mut left, mut dataset) = (run, 0);
    std::iter::from_fn(move || {
        let first = *left.first()? as usize;
        // The next one is often of the next dataset.
        if first >= collection.start_of(dataset + 1) {
            dataset += 1;
        }
        if first >= collection.start_of(dataset + 1) {
            dataset = collection.dataset_of(first);
        }
        let end = collection.start_of(dataset + 1);
        let is_own = |index: &u32| (*index as usize) < end;
        let count = 1 + match left.get(1) {
            Some(next) if is_own(next) => left[1..].partition_point(is_own),
            _ => 0,
        };
        let (own, rest) = left.split_at(count);
        left = rest;
        Some((dataset, own))
    })
}

/// The datasets that have exactly one indicator of a run, in order, and that indicator.
fn unique(collection: &Collection, run: &[u32]) -> impl Iterator<Item = (usize, usize)> {
    by_dataset(collection, run).filter_map(|(dataset, own)| match own {
        [one] => Some((dataset, *one as usize)),
        _ => None,
    })
}
