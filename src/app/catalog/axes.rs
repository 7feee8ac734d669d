//! The axes of time and place: which datasets are of the same place in other periods, and which are of other
//! places in the same period.

use std::collections::HashMap;
use std::sync::Arc;

use crate::app::Step;
use crate::lexicon::period::parse;
use crate::model::{Collection, Dataset, Period, Place};
use crate::text::fold::fold;

/// An axis that datasets differ along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// The periods of one place, in order of time.
    Period,
    /// The places of one period, in the order of the files.
    Place,
}

/// The place and the period of each dataset.
#[derive(Debug, Default)]
pub(in crate::app) struct Axes {
    slices: Vec<Slice>,
    /// The datasets of each place, in order of time.
    by_place: Vec<Vec<usize>>,
}

/// One place in one period. Places are equal if their names are, accents and case ignored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Slice {
    /// The number of the place, in the order of the files.
    place: usize,
    /// The period, if it can be placed in time.
    period: Option<Period>,
    /// The number of the text of the period, in the order of the files.
    period_text: usize,
}

impl Axes {
    pub(in crate::app) fn of(collection: &Collection) -> Self {
        let (mut places, mut periods) = (HashMap::new(), HashMap::new());
        // A place and a file of one name are different.
        let number = |texts: &mut HashMap<(bool, String), usize>, is_file: bool, text: &str| {
            let next = texts.len();
            *texts.entry((is_file, fold(text.trim()))).or_insert(next)
        };
        let slice = |dataset: &Arc<Dataset>| Slice {
            place: number(
                &mut places,
                matches!(dataset.place, Place::File(_)),
                dataset.place.name(),
            ),
            period: parse(&dataset.period),
            period_text: number(&mut periods, false, &dataset.period),
        };
        let slices: Vec<Slice> = collection.datasets().iter().map(slice).collect();
        let mut by_place = vec![Vec::new(); places.len()];
        for (at, slice) in slices.iter().enumerate() {
            by_place[slice.place].push(at);
        }
        for datasets in &mut by_place {
            datasets.sort_by_key(|at| (slices[*at].period, slices[*at].period_text, *at));
        }
        Self { slices, by_place }
    }

    /// Returns the most periods of a place; 0 if no place has several.
    pub(in crate::app) fn most_periods(&self) -> usize {
        self.by_place.iter().map(Vec::len).filter(|count| *count > 1).max().unwrap_or(0)
    }

    /// The datasets of each place in order of time; places in the order of the files.
    pub(in crate::app) fn places(&self) -> &[Vec<usize>] {
        &self.by_place
    }

    /// The position of the place of a dataset.
    pub(in crate::app) fn place(&self, dataset: usize) -> Option<usize> {
        self.slices.get(dataset).map(|slice| slice.place)
    }

    /// The datasets of the place of a dataset, in order of time.
    pub(in crate::app) fn of_place(&self, dataset: usize) -> &[usize] {
        self.slices.get(dataset).map_or(&[], |slice| &self.by_place[slice.place])
    }

    /// Returns the next or previous dataset along an axis: of the same place the neighbouring period; of the
    /// neighbouring place the same period, or else the last one. `None` at the end of time, or if there is
    /// only one place. Places go in a circle.
    pub(in crate::app) fn step(&self, dataset: usize, axis: Axis, step: Step) -> Option<usize> {
        let own = *self.slices.get(dataset)?;
        match axis {
            Axis::Period => {
                let periods = self.of_place(dataset);
                let at = periods.iter().position(|at| *at == dataset)?;
                let next = if step == Step::Up { at.checked_sub(1)? } else { at + 1 };
                periods.get(next).copied()
            }
            Axis::Place => {
                let count = self.by_place.len();
                let next =
                    if step == Step::Up { own.place + count - 1 } else { own.place + 1 } % count;
                let of_place = self.by_place[next].iter().filter(|at| **at != dataset);
                let rank = |at: &&usize| {
                    let slice = self.slices[**at];
                    (slice.is_period_of(own), slice.period, **at)
                };
                of_place.max_by_key(rank).copied()
            }
        }
    }
}

impl Axes {
    /// The period of a dataset as a key: one that cannot be placed in time has the number of its text.
    pub(in crate::app) fn period_key(&self, dataset: usize) -> (Option<Period>, usize) {
        let slice = self.slices.get(dataset);
        slice.map_or((None, 0), |slice| match slice.period {
            Some(period) => (Some(period), 0),
            None => (None, slice.period_text),
        })
    }

    /// The period of a dataset, if it can be placed in time.
    pub(in crate::app) fn period(&self, dataset: usize) -> Option<Period> {
        self.slices.get(dataset).and_then(|slice| slice.period)
    }

    fn pair(&self, one: usize, other: usize) -> Option<(Slice, Slice)> {
        self.slices.get(one).copied().zip(self.slices.get(other).copied())
    }

    pub(in crate::app) fn is_same_place(&self, one: usize, other: usize) -> bool {
        self.pair(one, other).is_some_and(|(one, other)| one.place == other.place)
    }

    pub(in crate::app) fn is_same_period(&self, one: usize, other: usize) -> bool {
        self.pair(one, other).is_some_and(|(one, other)| one.is_period_of(other))
    }
}

impl Slice {
    /// Whether both are of one period; the text decides where a period cannot be parsed.
    fn is_period_of(self, other: Self) -> bool {
        match (self.period, other.period) {
            (Some(own), Some(other)) => own == other,
            (None, None) => self.period_text == other.period_text,
            _ => false,
        }
    }
}
