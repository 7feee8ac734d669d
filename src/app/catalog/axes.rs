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
pub(in crate::app) struct Axes(Vec<Slice>);

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
        Self(collection.datasets().iter().map(slice).collect())
    }

    /// Returns the most periods of a place; 0 if no place has several.
    pub(in crate::app) fn most_periods(&self) -> usize {
        let mut counts: HashMap<usize, usize> = HashMap::new();
        for slice in &self.0 {
            *counts.entry(slice.place).or_default() += 1;
        }
        counts.into_values().filter(|count| *count > 1).max().unwrap_or(0)
    }

    /// Returns the next or previous dataset along an axis: of the same place the neighbouring period; of the
    /// neighbouring place the same period, or else the last one. `None` at the end of time, or if there is
    /// only one place. Places go in a circle.
    pub(in crate::app) fn step(&self, dataset: usize, axis: Axis, step: Step) -> Option<usize> {
        let own = *self.0.get(dataset)?;
        let all = || self.0.iter().copied().enumerate();
        match axis {
            Axis::Period => {
                let mut periods: Vec<(usize, Slice)> =
                    all().filter(|(_, slice)| slice.place == own.place).collect();
                periods.sort_by_key(|(at, slice)| (slice.period, slice.period_text, *at));
                let at = periods.iter().position(|(at, _)| *at == dataset)?;
                let next = if step == Step::Up { at.checked_sub(1)? } else { at + 1 };
                periods.get(next).map(|(at, _)| *at)
            }
            Axis::Place => {
                let count = all().map(|(_, slice)| slice.place + 1).max()?;
                let next =
                    if step == Step::Up { own.place + count - 1 } else { own.place + 1 } % count;
                let of_place = all().filter(|(at, slice)| slice.place == next && *at != dataset);
                let is_same = |slice: Slice| slice.is_period_of(own);
                of_place.max_by_key(|(_, slice)| (is_same(*slice), slice.period)).map(|(at, _)| at)
            }
        }
    }
}

impl Axes {
    /// The period of a dataset, if it can be placed in time.
    pub(in crate::app) fn period(&self, dataset: usize) -> Option<Period> {
        self.0.get(dataset).and_then(|slice| slice.period)
    }

    fn pair(&self, one: usize, other: usize) -> Option<(Slice, Slice)> {
        self.0.get(one).copied().zip(self.0.get(other).copied())
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
