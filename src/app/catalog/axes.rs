//! The axes of time and place: the same indicator of the same place in other periods, and in the same period
//! of other places.

use std::collections::HashMap;
use std::sync::Arc;

use super::Catalog;
use crate::app::Step;
use crate::lexicon::period::parse;
use crate::model::{
    Actual, Collection, Dataset, Entry, Indicator, Period, PeriodValue, Place, Plan, Ranking,
    Series, SeriesPoint, derive, status,
};
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
    fn step(&self, dataset: usize, axis: Axis, step: Step) -> Option<usize> {
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
    fn pair(&self, one: usize, other: usize) -> Option<(Slice, Slice)> {
        self.0.get(one).copied().zip(self.0.get(other).copied())
    }

    fn is_same_place(&self, one: usize, other: usize) -> bool {
        self.pair(one, other).is_some_and(|(one, other)| one.place == other.place)
    }

    fn is_same_period(&self, one: usize, other: usize) -> bool {
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

impl Catalog {
    /// Returns the next or previous dataset along an axis, if there is one.
    pub(in crate::app) fn neighbour(
        &self,
        dataset: usize,
        axis: Axis,
        step: Step,
    ) -> Option<usize> {
        self.axes.step(dataset, axis, step)
    }

    /// Whether there are several datasets along an axis from a dataset.
    #[must_use]
    pub fn has_axis(&self, dataset: usize, axis: Axis) -> bool {
        [Step::Up, Step::Down].into_iter().any(|step| self.neighbour(dataset, axis, step).is_some())
    }

    /// Returns the series of an indicator: its results in the periods of its place, taken from the datasets of
    /// other periods and from the values that the source gives next to its own. Empty if nothing but its own
    /// result is known.
    #[must_use]
    pub fn series(&self, index: usize) -> Series {
        let Some(entry) = self.collection.get(index) else { return Series::default() };
        let indicator = entry.indicator();
        let Some(own) = self.period_of(&entry, &indicator) else { return Series::default() };
        let mut points = vec![point(index, own, &indicator)];
        // A dataset of a period knows more of it than a value next to another period's.
        let mut next_to = values_next_to(&indicator, own);
        for other in self.others(index, |other| self.is_same_place(&entry, other)) {
            let indicator = other.indicator();
            let Some(period) = self.period_of(&other, &indicator) else { continue };
            points.push(point(other.index, period, &indicator));
            next_to.extend(values_next_to(&indicator, period));
        }
        points.extend(next_to);
        let series = Series::of(own, points);
        if series.points().len() > 1 { series } else { Series::default() }
    }

    /// Returns the ranking of the places that have an indicator in its period; empty if only its own place has
    /// it.
    #[must_use]
    pub fn ranking(&self, index: usize) -> Ranking {
        let Some(entry) = self.collection.get(index) else { return Ranking::default() };
        let indicator = entry.indicator();
        let own = self.period_of(&entry, &indicator);
        let others =
            self.others(index, |other| !self.is_same_place(&entry, other)).filter_map(|other| {
                let indicator = other.indicator();
                let period = self.period_of(&other, &indicator);
                let same = match (own, period) {
                    (None, None) => self.axes.is_same_period(entry.dataset_at, other.dataset_at),
                    (own, period) => own == period,
                };
                Some((other.index, indicator.figure().filter(|_| same)?))
            });
        let own = indicator.figure().map(|figure| (index, figure));
        let ranking = Ranking::of(indicator.better, own.into_iter().chain(others));
        if ranking.places().len() > 1 { ranking } else { Ranking::default() }
    }

    /// The period of an indicator's result: its own, else its dataset's.
    fn period_of(&self, entry: &Entry<'_>, indicator: &Indicator) -> Option<Period> {
        let of_dataset = || self.axes.0.get(entry.dataset_at).and_then(|slice| slice.period);
        indicator.period.or_else(of_dataset)
    }

    fn is_same_place(&self, entry: &Entry<'_>, other: &Entry<'_>) -> bool {
        self.axes.is_same_place(entry.dataset_at, other.dataset_at)
    }

    /// The same indicator in other datasets that satisfy a condition.
    fn others<'a>(
        &'a self,
        index: usize,
        is_wanted: impl Fn(&Entry<'a>) -> bool,
    ) -> impl Iterator<Item = Entry<'a>> {
        let others = self.same_indicators(index).into_iter().filter(move |other| *other != index);
        others.filter_map(|other| self.collection.get(other)).filter(is_wanted)
    }
}

fn point(index: usize, period: Period, indicator: &Indicator) -> SeriesPoint {
    let published = indicator.plan.as_ref().and_then(Plan::percent);
    SeriesPoint {
        estimate: indicator.estimate,
        plan: indicator.plan.as_ref().and_then(Plan::target),
        percent: published.or_else(|| derive::percent_of(indicator)),
        percent_derived: published.is_none(),
        status: status(indicator),
        indicator: Some(index),
        ..SeriesPoint::of_value(period, indicator.figure())
    }
}

/// The values of other periods next to a result, as far as their periods are known.
fn values_next_to(indicator: &Indicator, own: Period) -> Vec<SeriesPoint> {
    let point = |earlier: &PeriodValue| {
        let published = parse(&earlier.period)?;
        let value = match earlier.value {
            Actual::Figure(figure) => Some(figure),
            Actual::Words(_) => None,
        };
        // "Tháng 2" next to "tháng 3 năm 2024" is of that year; "tháng 12" is not.
        let period = published.or_year(own.first_year());
        let is_certain = published == period || period < own;
        (period != own && is_certain).then(|| SeriesPoint::of_value(period, value))
    };
    indicator.earlier.iter().filter_map(point).collect()
}
