//! Fingerprints: hashes of indicators, to find the same indicator in other datasets.
//!
//! A fingerprint hashes one property, a name or an id, together with the unit. Where a dataset has several
//! indicators of one fingerprint, finer ones hash the parents too, then the section. Fingerprints are kept
//! sorted with the numbers of their indicators: equal ones form a run in which each dataset has a contiguous
//! range, so that one pass over a run serves any number of datasets.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::{Collection, Entry};

/// Hashes and the numbers of the indicators that have them, sorted by both.
type Hashed = Vec<(u64, u32)>;

/// The fingerprints of all indicators by one property.
#[derive(Debug, Default)]
pub(in crate::app) struct Fingerprints {
    /// All indicators that have the property.
    by_key: Hashed,
    /// Indicators whose property occurs several times in a dataset, by their parents too.
    by_parents: Hashed,
    /// The same indicators, by their section too.
    by_section: Hashed,
}

/// Whether datasets before and after an indicator's own have the same indicator.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::app) struct Elsewhere {
    pub(in crate::app) earlier: bool,
    pub(in crate::app) later: bool,
}

impl Fingerprints {
    /// Takes the hash of each indicator in order, `None` for one without the property. `refine` extends a
    /// hash by the parents of the indicator, and that hash by its section.
    pub(in crate::app) fn new(
        collection: &Collection,
        hashes: impl Iterator<Item = Option<u64>>,
        refine: impl Fn(&Entry<'_>, u64) -> (u64, u64),
    ) -> Self {
        let by_key = (0..).zip(hashes).filter_map(|(index, hash)| Some((hash?, index))).collect();
        let mut all = Self { by_key, ..Self::default() };
        all.by_key.sort_unstable();
        for run in runs(&all.by_key) {
            let mut datasets = by_dataset(collection, run).peekable();
            let is_alone = datasets.peek().is_some_and(|own| own.len() == run.len());
            if is_alone || datasets.all(|own| own.len() == 1) {
                continue;
            }
            for (hash, index) in run {
                let Some(entry) = collection.get(*index as usize) else { continue };
                let (parents, section) = refine(&entry, *hash);
                all.by_parents.push((parents, *index));
                all.by_section.push((section, *index));
            }
        }
        all.by_parents.sort_unstable();
        all.by_section.sort_unstable();
        all
    }

    /// Whether there are no fingerprints.
    pub(in crate::app) fn is_empty(&self) -> bool {
        self.by_key.is_empty()
    }

    /// Marks the indicators that other datasets have. It passes once over each run, as there may be thousands
    /// of datasets with the same indicators.
    pub(in crate::app) fn mark(&self, collection: &Collection, elsewhere: &mut [Elsewhere]) {
        for run in [&self.by_key, &self.by_parents, &self.by_section].into_iter().flat_map(runs) {
            let mut datasets = unique(collection, run).map(|(dataset, _)| dataset);
            let Some(first) = datasets.next() else { continue };
            let last = datasets.last().unwrap_or(first);
            for (_, index) in run {
                let index = *index as usize;
                let own = collection.dataset_of(index);
                elsewhere[index].earlier |= first < own;
                elsewhere[index].later |= last > own;
            }
        }
    }

    /// Returns, by dataset, the only indicator with a hash there, or with one of its refinements.
    pub(in crate::app) fn unique(
        &self,
        collection: &Collection,
        hash: u64,
        (parents, section): (u64, u64),
    ) -> BTreeMap<usize, usize> {
        // Later entries replace earlier ones: a match by fewer properties goes first.
        [(&self.by_section, section), (&self.by_parents, parents), (&self.by_key, hash)]
            .into_iter()
            .flat_map(|(all, hash)| unique(collection, with_hash(all, hash)))
            .collect()
    }
}

impl Fingerprints {
    /// Returns the runs of a hash and of its refinements, those by fewer properties first.
    pub(in crate::app) fn runs_of(
        &self,
        hash: u64,
        (parents, section): (u64, u64),
    ) -> [&[(u64, u32)]; 3] {
        [
            with_hash(&self.by_key, hash),
            with_hash(&self.by_parents, parents),
            with_hash(&self.by_section, section),
        ]
    }
}

/// Returns the only indicator of a run whose number is in a range; `None` if there is none or several.
pub(in crate::app) fn only_in(run: &[(u64, u32)], numbers: &Range<usize>) -> Option<usize> {
    let is_before = |(_, index): &(u64, u32)| (*index as usize) < numbers.start;
    let mut own = run[run.partition_point(is_before)..].iter();
    let mut own = own.by_ref().map(|(_, index)| *index as usize);
    let only = own.next().filter(|index| numbers.contains(index))?;
    own.next().is_none_or(|next| !numbers.contains(&next)).then_some(only)
}

/// The runs of equal hashes.
fn runs(all: &Hashed) -> impl Iterator<Item = &[(u64, u32)]> {
    all.chunk_by(|(a, _), (b, _)| a == b)
}

/// The run of a hash; empty if nothing has it.
fn with_hash(all: &Hashed, hash: u64) -> &[(u64, u32)] {
    let start = all.partition_point(|(other, _)| *other < hash);
    let end = start + all[start..].partition_point(|(other, _)| *other == hash);
    &all[start..end]
}

/// Splits a run of equal hashes by dataset.
fn by_dataset<'a>(
    collection: &Collection,
    run: &'a [(u64, u32)],
) -> impl Iterator<Item = &'a [(u64, u32)]> {
    let of = |index: u32| collection.dataset_of(index as usize);
    run.chunk_by(move |(_, a), (_, b)| of(*a) == of(*b))
}

/// The datasets that have a run's hash exactly once, in order, and its indicator there.
fn unique(collection: &Collection, run: &[(u64, u32)]) -> impl Iterator<Item = (usize, usize)> {
    by_dataset(collection, run).filter_map(|own| match own {
        [(_, one)] => Some((collection.dataset_of(*one as usize), *one as usize)),
        _ => None,
    })
}
