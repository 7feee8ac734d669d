//! Slices: one place in one period. Datasets of the same place and period are one slice, such as the sheets of
//! different themes of one report.

use std::collections::{HashMap, HashSet};

use super::axes::{Axes, Axis};
use super::lists::Lists;
use crate::app::Step;
use crate::model::{Collection, Period};

/// The slices of a collection: places in the order of the files, the periods of each in order of time.
#[derive(Debug, Default)]
pub struct Slices {
    slices: Vec<Slice>,
    /// The slice of each dataset.
    of_dataset: Vec<usize>,
    /// The datasets of each slice, in order; never none.
    datasets: Lists,
    /// The slices of each place, in order of time.
    of_place: Lists,
    /// The number of different periods.
    period_count: usize,
}

/// One place in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slice {
    /// The number of the place.
    pub place: usize,
    /// The period, if it can be placed in time.
    period: Option<Period>,
    /// The number of the text of a period that cannot.
    period_text: Option<usize>,
}

impl Slices {
    pub(super) fn of(collection: &Collection, axes: &Axes) -> Self {
        let mut slices: Vec<Slice> = Vec::new();
        let (mut of_dataset, mut known) = (Vec::new(), HashMap::new());
        let mut known_periods = HashSet::new();
        for dataset in 0..collection.datasets().len() {
            let Some((place, period, text)) = axes.position(dataset) else { continue };
            let period_text = period.is_none().then_some(text);
            known_periods.insert((period, period_text));
            let next = slices.len();
            let at = *known.entry((place, period, period_text)).or_insert(next);
            if at == next {
                slices.push(Slice { place, period, period_text });
            }
            of_dataset.push(at);
        }
        let datasets = Lists::of_groups(of_dataset.iter().map(|at| Some(*at)), slices.len());
        let places = slices.iter().map(|slice| slice.place + 1).max().unwrap_or(0);
        let place_of = slices.iter().map(|slice| Some(slice.place));
        let mut of_place = Lists::of_groups(place_of, places);
        of_place.sort_each_by_key(|at| (slices[at].period, slices[at].period_text, at));
        Self { slices, of_dataset, datasets, of_place, period_count: known_periods.len() }
    }

    /// Whether at least two slices have a place or a period of their own, rather than the name of a file.
    pub(super) fn are_known(&self, collection: &Collection) -> bool {
        let is_named = |at: &usize| {
            collection.datasets().get(*at).is_some_and(|one| one.place.named().is_some())
        };
        let is_known = |slice: &usize| {
            self.period(*slice).is_some() || self.datasets(*slice).iter().any(is_named)
        };
        (0..self.len()).filter(is_known).nth(1).is_some()
    }

    /// The slice to begin with: of the first place the one to begin with.
    pub(super) fn first(&self, has_results: impl Fn(&usize) -> bool) -> Option<usize> {
        let is_filled = |at: usize| self.datasets(at).iter().any(&has_results);
        self.first_in_time(self.of_place.get(0), is_filled)
    }

    /// The slice to begin with among those of one place in order of time: the latest one with results, or else the
    /// latest one. Of periods that end together the longest one is the latest: of ten months rather than of October.
    pub(crate) fn first_in_time(
        &self,
        of_place: &[usize],
        is_filled: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let supersedes = |at: usize, other: usize| {
            let periods = self.period(at).zip(self.period(other));
            periods.is_some_and(|(own, other)| own.supersedes(other))
        };
        let latest = |last: usize, at: &usize| if supersedes(last, *at) { last } else { *at };
        let filled = of_place.iter().filter(|at| is_filled(**at));
        let first = filled.fold(None, |last, at| Some(last.map_or(*at, |last| latest(last, at))));
        first.or(of_place.last().copied())
    }

    /// The number of slices.
    #[must_use]
    pub fn len(&self) -> usize {
        self.slices.len()
    }

    /// Whether it is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slices.is_empty()
    }

    /// Returns a slice.
    #[must_use]
    pub fn get(&self, slice: usize) -> Option<&Slice> {
        self.slices.get(slice)
    }

    /// The datasets of a slice, in order.
    #[must_use]
    pub fn datasets(&self, slice: usize) -> &[usize] {
        self.datasets.get(slice)
    }

    /// Returns the slice of a dataset.
    #[must_use]
    pub fn of_dataset(&self, dataset: usize) -> Option<usize> {
        self.of_dataset.get(dataset).copied()
    }

    /// The slices of the place of a slice, in order of time.
    #[must_use]
    pub fn periods(&self, slice: usize) -> &[usize] {
        let place = self.slices.get(slice).map(|slice| slice.place);
        place.map_or(&[], |place| self.of_place.get(place))
    }

    /// For each place the slice with the period of a slice, or else its last one; in the order of the files.
    pub fn places(&self, slice: usize) -> impl Iterator<Item = usize> {
        self.of_place.iter().filter_map(move |of_place| self.like(slice, of_place))
    }

    /// The period of a slice, if it can be placed in time.
    pub(crate) fn period(&self, slice: usize) -> Option<Period> {
        self.slices.get(slice).and_then(|slice| slice.period)
    }

    /// The number of places.
    #[must_use]
    pub fn place_count(&self) -> usize {
        self.of_place.len()
    }

    /// The number of different periods of all places.
    #[must_use]
    pub fn period_count(&self) -> usize {
        self.period_count
    }

    /// Returns the most periods of a place; 0 if no place has several.
    pub(super) fn most_periods(&self) -> usize {
        let most = self.of_place.iter().map(<[usize]>::len).max().unwrap_or(0);
        if most > 1 { most } else { 0 }
    }

    /// Returns the next or previous slice along an axis: of the same place the neighbouring period; of the
    /// neighbouring place the same period, or else the last one. `None` at either end.
    #[must_use]
    pub fn step(&self, slice: usize, axis: Axis, step: Step) -> Option<usize> {
        let own = self.slices.get(slice)?;
        match axis {
            Axis::Period => {
                let periods = self.of_place.get(own.place);
                let at = periods.iter().position(|at| *at == slice)?;
                let next = if step == Step::Up { at.checked_sub(1)? } else { at + 1 };
                periods.get(next).copied()
            }
            Axis::Place => {
                let next = if step == Step::Up { own.place.checked_sub(1)? } else { own.place + 1 };
                self.like(slice, self.of_place.get(next))
            }
        }
    }

    /// Whether there are several slices along an axis from a slice.
    #[must_use]
    pub fn has_axis(&self, slice: usize, axis: Axis) -> bool {
        match axis {
            Axis::Period => self.periods(slice).len() > 1,
            Axis::Place => self.of_place.len() > 1,
        }
    }

    /// The slice of a place with the period of `slice`, or else its last one.
    fn like(&self, slice: usize, of_place: &[usize]) -> Option<usize> {
        let own = self.slices.get(slice)?;
        let key = |at: usize| (self.slices[at].period, self.slices[at].period_text);
        let same = of_place.iter().copied().find(|at| key(*at) == (own.period, own.period_text));
        same.or_else(|| of_place.last().copied())
    }

    /// Whether two slices are of one period; the text decides where a period cannot be placed in time.
    pub(super) fn is_same_period(&self, one: usize, other: usize) -> bool {
        let key = |at: usize| self.slices.get(at).map(|slice| (slice.period, slice.period_text));
        key(one) == key(other)
    }
}
