//! Indicators told by hashes: by that of one thing, and where a dataset has several of it, by that of more.
//!
//! Hashes are kept in order, each with the number of what has it. Those that are equal stand in one run, and
//! in it those of a dataset beside each other: however many datasets there are, they are found by walking it.

use std::collections::BTreeMap;

use crate::model::{Collection, Entry};

/// The numbers of indicators by the hashes of what tells them, both in order.
type Hashed = Vec<(u64, u32)>;

/// Indicators told by their unit and one thing more.
#[derive(Debug, Default)]
pub(in crate::app) struct Fingerprints {
    /// All of them.
    by_it: Hashed,
    /// Those that some dataset has several of: told by what they stand under as well.
    by_parents: Hashed,
    /// And by their section.
    by_section: Hashed,
}

/// Whether an indicator is in datasets before and behind its own.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::app) struct Elsewhere {
    pub(in crate::app) before: bool,
    pub(in crate::app) behind: bool,
}

impl Fingerprints {
    /// Tells indicators by their hashes, in order, as far as they have one; `finer` adds to it what an
    /// indicator stands under, and to that its section.
    pub(in crate::app) fn new(
        collection: &Collection,
        hashes: impl Iterator<Item = Option<u64>>,
        finer: impl Fn(&Entry<'_>, u64) -> (u64, u64),
    ) -> Self {
        let by_it = (0..).zip(hashes).filter_map(|(index, hash)| Some((hash?, index))).collect();
        let mut told = Self { by_it, ..Self::default() };
        told.by_it.sort_unstable();
        for run in runs(&told.by_it) {
            let mut datasets = by_dataset(collection, run).peekable();
            let is_alone = datasets.peek().is_some_and(|own| own.len() == run.len());
            if is_alone || datasets.all(|own| own.len() == 1) {
                continue;
            }
            for (hash, index) in run {
                let Some(entry) = collection.get(*index as usize) else { continue };
                let (parents, section) = finer(&entry, *hash);
                told.by_parents.push((parents, *index));
                told.by_section.push((section, *index));
            }
        }
        told.by_parents.sort_unstable();
        told.by_section.sort_unstable();
        told
    }

    /// Whether nothing is told.
    pub(in crate::app) fn is_empty(&self) -> bool {
        self.by_it.is_empty()
    }

    /// Marks in which other datasets each indicator is. Each run is walked once, as there may be
    /// thousands of datasets that all have the same.
    pub(in crate::app) fn mark(&self, collection: &Collection, elsewhere: &mut [Elsewhere]) {
        for run in [&self.by_it, &self.by_parents, &self.by_section].into_iter().flat_map(runs) {
            let mut datasets = once(collection, run).map(|(dataset, _)| dataset);
            let Some(first) = datasets.next() else { continue };
            let last = datasets.last().unwrap_or(first);
            for (_, index) in run {
                let index = *index as usize;
                let own = collection.dataset_of(index);
                elsewhere[index].before |= first < own;
                elsewhere[index].behind |= last > own;
            }
        }
    }

    /// The one in each dataset that a hash tells, alone or with the finer ones, by dataset.
    pub(in crate::app) fn once(
        &self,
        collection: &Collection,
        hash: u64,
        (parents, section): (u64, u64),
    ) -> BTreeMap<usize, usize> {
        // What is told by less goes before what is told by more.
        [(&self.by_section, section), (&self.by_parents, parents), (&self.by_it, hash)]
            .into_iter()
            .flat_map(|(all, hash)| once(collection, those(all, hash)))
            .collect()
    }
}

/// The runs of equal hashes.
fn runs(all: &Hashed) -> impl Iterator<Item = &[(u64, u32)]> {
    all.chunk_by(|(a, _), (b, _)| a == b)
}

/// Those with a hash.
fn those(all: &Hashed, hash: u64) -> &[(u64, u32)] {
    let start = all.partition_point(|(other, _)| *other < hash);
    let end = start + all[start..].partition_point(|(other, _)| *other == hash);
    &all[start..end]
}

/// A run of equal hashes, parted by dataset.
fn by_dataset<'a>(
    collection: &Collection,
    run: &'a [(u64, u32)],
) -> impl Iterator<Item = &'a [(u64, u32)]> {
    let of = |index: u32| collection.dataset_of(index as usize);
    run.chunk_by(move |(_, a), (_, b)| of(*a) == of(*b))
}

/// The datasets that have a run's hash once, in order, and what has it there.
fn once(collection: &Collection, run: &[(u64, u32)]) -> impl Iterator<Item = (usize, usize)> {
    by_dataset(collection, run).filter_map(|own| match own {
        [(_, one)] => Some((collection.dataset_of(*one as usize), *one as usize)),
        _ => None,
    })
}
