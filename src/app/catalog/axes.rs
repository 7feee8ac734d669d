//! The axes of time and place: which datasets are of the same place in other periods, and which are of other
//! places in the same period.

use std::collections::HashMap;
use std::sync::Arc;

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
pub(in crate::app) struct Axes(Vec<Position>);

/// The place and the period of one dataset. Places are equal if their names are, accents and case ignored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Position {
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
        let position = |dataset: &Arc<Dataset>| Position {
            place: number(
                &mut places,
                matches!(dataset.place, Place::File(_)),
                dataset.place.name(),
            ),
            period: parse(&dataset.period),
            period_text: number(&mut periods, false, &dataset.period),
        };
        Self(collection.datasets().iter().map(position).collect())
    }

    /// The number of the place of a dataset, its period if it can be placed in time, and the number of the text of
    /// its period.
    pub(in crate::app) fn position(
        &self,
        dataset: usize,
    ) -> Option<(usize, Option<Period>, usize)> {
        self.0.get(dataset).map(|slice| (slice.place, slice.period, slice.period_text))
    }

    /// The period of a dataset, if it can be placed in time.
    pub(in crate::app) fn period(&self, dataset: usize) -> Option<Period> {
        self.0.get(dataset).and_then(|slice| slice.period)
    }

    fn pair(&self, one: usize, other: usize) -> Option<(Position, Position)> {
        self.0.get(one).copied().zip(self.0.get(other).copied())
    }

    pub(in crate::app) fn is_same_place(&self, one: usize, other: usize) -> bool {
        self.pair(one, other).is_some_and(|(one, other)| one.place == other.place)
    }

    pub(in crate::app) fn is_same_period(&self, one: usize, other: usize) -> bool {
        self.pair(one, other).is_some_and(|(one, other)| one.is_period_of(other))
    }
}

impl Position {
    /// Whether both are of one period; the text decides where a period cannot be parsed.
    fn is_period_of(self, other: Self) -> bool {
        match (self.period, other.period) {
            (Some(own), Some(other)) => own == other,
            (None, None) => self.period_text == other.period_text,
            _ => false,
        }
    }
}
