//! Fingerprints: hashes of indicators, to find the same indicator in other datasets.
//!
//! A fingerprint hashes one property, a name under its parents or an id, together with the unit.
//! Where a dataset has several indicators of one fingerprint, or datasets list it in different
//! sections, finer ones hash the section too; where that is not enough, those of one table hash the
//! id that its rows have in all its datasets. The numbers of the indicators of one fingerprint form
//! a run, in which each dataset has a contiguous range, so that one pass over a run serves any
//! number of datasets. A number takes four bytes; a hash is kept once: ten million indicators of a
//! table of many places and periods have a few hundred.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use foldhash::fast::RandomState;

use super::refined::Refined;
use super::runs::{Runs, RunsBuilder};
use crate::model::{Collection, Entry};

/// The fingerprints of all indicators by one property.
#[derive(Debug, Default)]
pub(crate) struct Fingerprints {
    /// All indicators that have the property.
    by_key: Runs,
    /// Indicators whose property is not enough, by their section too.
    by_section: Runs,
    /// Those of which several are in a section, by their row in a table too.
    by_row: Runs,
    /// The hashes of the properties that are not enough.
    split: HashSet<u64, RandomState>,
}

/// Whether datasets before and after an indicator's own have the same indicator.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Elsewhere {
    pub(crate) earlier: bool,
    pub(crate) later: bool,
}

/// When the section of an indicator decides together with its property.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SectionsMatter {
    /// Where a dataset has several indicators of the property.
    IfRepeated,
    /// There, and where datasets have them in different sections.
    Always,
}

impl Fingerprints {
    /// Takes the hashes of all indicators.
    pub(crate) fn new(hashes: RunsBuilder, matter: SectionsMatter, refine: &Refined<'_>) -> Self {
        let (collection, by_key) = (refine.collection, hashes.build());
        let are_several = |run: &[u32]| {
            // A row of a table is in one section in all its datasets.
            let mut before = None;
            let of_tables = by_dataset(collection, run).filter_map(|(dataset, own)| {
                let table = refine.tables.get(dataset);
                let first = own.first().filter(|_| before != table)?;
                before = table;
                Some(refine.section(*first as usize))
            });
            // One without sections is in no other.
            let mut sections = of_tables.filter(|section| *section > 0);
            let first = sections.next();
            sections.any(|section| Some(section) != first)
        };
        let is_split = |run: &[u32]| {
            is_ambiguous(collection, run)
                || matter == SectionsMatter::Always && !refine.is_one_section() && are_several(run)
        };
        let (mut by_section, mut split) = (RunsBuilder::default(), HashSet::default());
        for (hash, run) in by_key.iter().filter(|(_, run)| is_split(run)) {
            split.insert(hash);
            for index in run {
                by_section.push(*index, refine.by_section(*index as usize, hash));
            }
        }
        let by_section = by_section.build();
        let mut by_row = RunsBuilder::default();
        for (hash, run) in by_section.iter().filter(|(_, run)| is_ambiguous(collection, run)) {
            for index in in_equal_numbers(collection, run, |index| refine.table(index)) {
                by_row.push(index, refine.by_row(index as usize, hash));
            }
        }
        Self { by_key, by_section, by_row: by_row.build(), split }
    }

    /// Whether there are no fingerprints.
    pub(crate) fn is_empty(&self) -> bool {
        self.by_key.is_empty()
    }

    /// The indicators whose hash is one of some, or is not enough by itself, in order.
    pub(crate) fn doubtful(&self, is_wanted: impl Fn(u64) -> bool) -> Vec<usize> {
        let is_wanted = |hash: &u64| self.split.contains(hash) || is_wanted(*hash);
        let runs = self.by_key.iter().filter(|(hash, _)| is_wanted(hash));
        let all = runs.flat_map(|(_, run)| run).map(|index| *index as usize);
        all.collect::<BTreeSet<usize>>().into_iter().collect()
    }

    /// Marks the indicators that other datasets have. It passes once over each run, as there may be thousands
    /// of datasets with the same indicators.
    pub(crate) fn mark(&self, collection: &Collection, elsewhere: &mut [Elsewhere]) {
        // Those that are split are in the finer runs, all of them.
        let of_key = self.by_key.iter().filter(|(hash, _)| !self.split.contains(hash));
        for (_, run) in of_key.chain(self.by_section.iter()).chain(self.by_row.iter()) {
            let mut datasets = unique(collection, run).map(|(dataset, _)| dataset);
            let Some(first) = datasets.next() else { continue };
            let last = datasets.last().unwrap_or(first);
            for (dataset, index) in unique(collection, run) {
                elsewhere[index].earlier |= first < dataset;
                elsewhere[index].later |= last > dataset;
            }
        }
    }

    /// Returns the run of the indicator `own` by the finest of its hashes that has one: where its
    /// property is not enough, one that is alone in its dataset may be any of several elsewhere.
    /// `None` if the dataset of `own` has several of the run.
    pub(crate) fn run_of(
        &self,
        own: &Entry<'_>,
        hash: u64,
        refine: &Refined<'_>,
    ) -> Option<&[u32]> {
        let collection = refine.collection;
        let of_section = refine.by_section(own.index, hash);
        let mut run = self.by_section.get(of_section);
        if run.is_empty() {
            run = self.by_key.get(hash);
        } else if !self.by_row.is_empty() {
            let of_row = self.by_row.get(refine.by_row(own.index, of_section));
            run = if of_row.is_empty() { run } else { of_row };
        }
        let at = own.dataset_at;
        let numbers = collection.start_of(at)..collection.start_of(at + 1);
        (only_in(run, &numbers) == Some(own.index)).then_some(run)
    }
}

/// Those of a run that are in a table whose datasets each have as many of the run, and several: then rows of one id are
/// one row.
fn in_equal_numbers(
    collection: &Collection,
    run: &[u32],
    table_of: impl Fn(usize) -> usize,
) -> Vec<u32> {
    let mut counts: HashMap<usize, Option<usize>> = HashMap::new();
    let table = |own: &[u32]| own.first().map(|first| table_of(*first as usize));
    for (_, own) in by_dataset(collection, run) {
        let Some(table) = table(own) else { continue };
        let count = counts.entry(table).or_insert(Some(own.len()));
        *count = count.filter(|count| *count == own.len());
    }
    // One that is alone in its dataset is certain without its row.
    let count = |own: &[u32]| counts.get(&table(own)?).copied().flatten();
    let is_equal = |own: &[u32]| count(own).is_some_and(|count| count > 1);
    let kept = by_dataset(collection, run).filter(|(_, own)| is_equal(own));
    kept.flat_map(|(_, own)| own.iter().copied()).collect()
}

/// Returns the only indicator of a run whose number is in a range; `None` if there is none or several.
pub(crate) fn only_in(run: &[u32], numbers: &Range<usize>) -> Option<usize> {
    only_from(run, &mut 0, numbers)
}

/// The same with the position of an earlier answer, from which it searches on: where many ranges are looked up in
/// their order, the next one is near.
pub(crate) fn only_from(run: &[u32], at: &mut usize, numbers: &Range<usize>) -> Option<usize> {
    let is_before = |index: &u32| (*index as usize) < numbers.start;
    if run.get(at.wrapping_sub(1)).is_some_and(|before| !is_before(before)) {
        *at = 0;
    }
    let mut step = 1;
    while run.get(*at + step - 1).is_some_and(is_before) {
        *at += step;
        step *= 2;
    }
    let end = run.len().min(*at + step);
    *at += run[(*at).min(end)..end].partition_point(is_before);
    let mut own = run[(*at).min(run.len())..].iter();
    let mut own = own.by_ref().map(|index| *index as usize);
    let only = own.next().filter(|index| numbers.contains(index))?;
    own.next().is_none_or(|next| !numbers.contains(&next)).then_some(only)
}

/// Whether a dataset has several indicators of a run.
fn is_ambiguous(collection: &Collection, run: &[u32]) -> bool {
    by_dataset(collection, run).any(|(_, own)| own.len() > 1)
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
pub(crate) fn unique(collection: &Collection, run: &[u32]) -> impl Iterator<Item = (usize, usize)> {
    by_dataset(collection, run).filter_map(|(dataset, own)| match own {
        [one] => Some((dataset, *one as usize)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_position_of_an_earlier_answer_changes_nothing(
            run in prop::collection::btree_set(0..60_u32, 0..30),
            ranges in prop::collection::vec((0..60_usize, 0..6_usize), 0..20),
            ascending: bool,
        ) {
            let run: Vec<u32> = run.into_iter().collect();
            let mut ranges: Vec<Range<usize>> =
                ranges.into_iter().map(|(start, length)| start..start + length).collect();
            if ascending {
                ranges.sort_by_key(|range| range.start);
            }
            let mut at = 0;
            for range in ranges {
                let inside: Vec<usize> =
                    run.iter().map(|one| *one as usize).filter(|one| range.contains(one)).collect();
                let expected = if let [only] = inside[..] { Some(only) } else { None };
                prop_assert_eq!(only_from(&run, &mut at, &range), expected);
                prop_assert_eq!(only_in(&run, &range), expected);
            }
        }
    }
}
