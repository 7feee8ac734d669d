//! The dictionary: each indicator once, however many slices have it. The search index is built from it, so that a
//! search finds an indicator once.

use std::collections::HashSet;

use super::headings::Headings;
use super::section_rows::has_sections;
use super::slices::Slices;
use crate::model::{Collection, Dataset, Indicators, Section};

/// The first occurrence of each indicator, and where it occurs elsewhere.
#[derive(Debug)]
pub struct Dictionary {
    /// The indicators of the dictionary, as a collection.
    pub collection: Collection,
    /// `None` if every indicator occurs once, so that it has the numbers of the catalog.
    occurrences: Option<Occurrences>,
}

#[derive(Debug)]
struct Occurrences {
    /// The entry of each indicator of the catalog.
    entry_of: Vec<u32>,
    /// All indicators of the catalog, those of one entry next to each other and in order.
    numbers: Vec<u32>,
    /// Where those of each entry begin in `numbers`, followed by their total.
    starts: Vec<u32>,
}

impl Dictionary {
    /// The dictionary of a collection; `same` gives the numbers of an indicator and of the same ones elsewhere.
    pub(super) fn of(
        all: &Collection,
        slices: &Slices,
        headings: &Headings,
        same: impl Fn(usize) -> Vec<usize>,
    ) -> Self {
        let occurrences = Occurrences::of(all, slices, same);
        let collection = firsts(&with_headings(all, headings), &occurrences);
        Self { collection, occurrences: Some(occurrences) }
    }

    /// The dictionary of a collection in which every indicator occurs once.
    pub(super) fn of_unique(all: &Collection, headings: &Headings) -> Self {
        Self { collection: with_headings(all, headings), occurrences: None }
    }

    /// The number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.collection.len()
    }

    /// Whether it is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.collection.is_empty()
    }

    /// Returns the entry of an indicator of the catalog.
    #[must_use]
    pub fn entry_of(&self, index: usize) -> usize {
        let Some(occurrences) = &self.occurrences else { return index };
        occurrences.entry_of.get(index).map_or(0, |entry| *entry as usize)
    }

    /// Returns the indicator of an entry in a slice, or else the one of its latest period, at the place of that
    /// slice if possible.
    pub(super) fn in_slice(
        &self,
        all: &Collection,
        slices: &Slices,
        entry: usize,
        slice: Option<usize>,
    ) -> usize {
        self.occurrence(all, (slices, slice), entry, |_| true).unwrap_or(0)
    }

    /// Returns the indicator of an entry that is meant: the one in a slice, or else at its place, or else in its
    /// period; of several the latest one.
    pub(super) fn occurrence(
        &self,
        all: &Collection,
        (slices, slice): (&Slices, Option<usize>),
        entry: usize,
        is_meant: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let Some(occurrences) = &self.occurrences else {
            return Some(entry).filter(|entry| is_meant(*entry));
        };
        let numbers = occurrences.of_entry(entry);
        let datasets = slice.map_or(&[][..], |at| slices.datasets(at));
        let here = datasets.iter().find_map(|dataset| {
            let (start, end) = (all.start_of(*dataset), all.start_of(*dataset + 1));
            let at = numbers.partition_point(|number| (*number as usize) < start);
            numbers.get(at).map(|number| *number as usize).filter(|number| *number < end)
        });
        let meant = numbers.iter().map(|number| *number as usize).filter(|one| is_meant(*one));
        here.filter(|one| is_meant(*one)).or_else(|| nearest(all, slices, meant, slice))
    }
}

/// The first of the numbers at the place of a slice, or else in its period, that is the latest.
fn nearest(
    all: &Collection,
    slices: &Slices,
    numbers: impl Iterator<Item = usize>,
    slice: Option<usize>,
) -> Option<usize> {
    let listed = slice.and_then(|at| slices.get(at));
    let key = |number: usize| {
        let own = slices.of_dataset(all.dataset_of(number))?;
        let is_here =
            listed.is_some_and(|one| slices.get(own).is_some_and(|s| s.place == one.place));
        let is_now = slice.is_some_and(|at| slices.is_same_period(own, at));
        Some((is_here, is_now, slices.period(own)))
    };
    let keyed = numbers.filter_map(|number| Some((key(number)?, std::cmp::Reverse(number))));
    keyed.max().map(|(_, std::cmp::Reverse(number))| number)
}

impl Occurrences {
    /// Gives each indicator the first one that is the same. Two of one slice are never one entry: a reader must
    /// see both.
    fn of(all: &Collection, slices: &Slices, same: impl Fn(usize) -> Vec<usize>) -> Self {
        const NONE: u32 = u32::MAX;
        let mut entry_of = vec![NONE; all.len()];
        let mut counts: Vec<u32> = Vec::new();
        let slice_of = |index: usize| slices.of_dataset(all.dataset_of(index));
        for first in 0..all.len() {
            if entry_of[first] != NONE {
                continue;
            }
            let entry = u32::try_from(counts.len()).unwrap_or(NONE);
            entry_of[first] = entry;
            let mut count = 1;
            let mut taken = HashSet::from([slice_of(first)]);
            for same in same(first) {
                if entry_of[same] == NONE && taken.insert(slice_of(same)) {
                    entry_of[same] = entry;
                    count += 1;
                }
            }
            counts.push(count);
        }
        let mut starts = vec![0];
        for count in counts {
            starts.push(starts[starts.len() - 1] + count);
        }
        let mut next = starts.clone();
        let mut numbers = vec![0; all.len()];
        for (index, entry) in (0..).zip(&entry_of) {
            let at = &mut next[*entry as usize];
            numbers[*at as usize] = index;
            *at += 1;
        }
        Self { entry_of, numbers, starts }
    }

    fn of_entry(&self, entry: usize) -> &[u32] {
        let at =
            |entry: usize| self.starts.get(entry).map_or(self.numbers.len(), |at| *at as usize);
        &self.numbers[at(entry)..at(entry + 1)]
    }

    /// Whether an indicator is the first one of its entry.
    fn is_first(&self, index: usize) -> bool {
        let entry = self.entry_of.get(index).map_or(0, |entry| *entry as usize);
        self.of_entry(entry).first().is_some_and(|first| *first as usize == index)
    }
}

/// The datasets with a section for the parts of each whole, with its name after that of the
/// section: a search finds a part by its whole, be that a row or only a heading, as it does by a
/// section.
pub(super) fn with_headings(all: &Collection, headings: &Headings) -> Collection {
    if headings.has_no_parts() {
        return all.clone();
    }
    let datasets = all.datasets().iter().enumerate().map(|(at, dataset)| {
        let start = all.start_of(at);
        let heading = |local: usize| headings.path(start + local);
        if (0..dataset.indicators.len()).all(|local| heading(local).is_empty()) {
            return dataset.clone();
        }
        // A file without sections has none to be found by.
        let has_sections = has_sections(dataset);
        let by_heading = |section| by_heading(section, has_sections, heading);
        let sections = dataset.sections.iter().flat_map(by_heading);
        Dataset { sections: sections.collect(), ..Dataset::clone(dataset) }.into()
    });
    Collection::new(datasets.collect::<Vec<_>>())
}

/// The parts of a section with one heading each.
fn by_heading<'a>(
    section: &Section,
    is_named: bool,
    heading: impl Fn(usize) -> &'a str,
) -> Vec<Section> {
    let mut parts: Vec<Section> = Vec::new();
    let mut last = None;
    for local in section.indicators.clone() {
        let own = heading(local);
        match parts.last_mut().filter(|_| last == Some(own)) {
            Some(part) => part.indicators.end = local + 1,
            None => {
                let name = match (is_named, own) {
                    (_, "") => section.name.clone(),
                    (false, heading) => heading.to_owned(),
                    (true, heading) => format!("{} {heading}", section.name),
                };
                parts.push(Section { name, indicators: local..local + 1 });
            }
        }
        last = Some(own);
    }
    if parts.is_empty() { vec![section.clone()] } else { parts }
}

/// The datasets with the first occurrences only; one that has no other is shared.
fn firsts(all: &Collection, occurrences: &Occurrences) -> Collection {
    let datasets = all.datasets().iter().enumerate().filter_map(|(at, dataset)| {
        let start = all.start_of(at);
        let is_first = |local: usize| occurrences.is_first(start + local);
        let count = (0..dataset.indicators.len()).filter(|local| is_first(*local)).count();
        match count {
            0 => None,
            all if all == dataset.indicators.len() => Some(dataset.clone()),
            _ => Some(firsts_of(dataset, is_first).into()),
        }
    });
    Collection::new(datasets.collect::<Vec<_>>())
}

fn firsts_of(dataset: &Dataset, is_first: impl Fn(usize) -> bool) -> Dataset {
    let mut indicators = Indicators::new();
    let mut sections = Vec::new();
    for section in dataset.sections.iter() {
        let start = indicators.len();
        let mut local = section.indicators.start;
        dataset.indicators.each(section.indicators.clone(), |indicator| {
            if is_first(local) {
                indicators.push(indicator);
            }
            local += 1;
        });
        sections.push(Section { name: section.name.clone(), indicators: start..indicators.len() });
    }
    Dataset {
        id: dataset.id.clone(),
        place: dataset.place.clone(),
        period: dataset.period.clone(),
        source: None,
        totals: None,
        sections: sections.into(),
        indicators,
    }
}
