//! An indicator along the axes: its series over the periods of its place, and its ranking among the places of its
//! period.

use std::borrow::Cow;
use std::collections::HashSet;

use super::{Catalog, PlaceGroup};
use crate::lexicon::period::parse;
use crate::lexicon::same_period::parse_next_to;
use crate::model::{
    Actual, Coverage, Decimal, Entry, Indicator, Period, PeriodValue, Plan, Ranking, Series,
    SeriesPoint, Span, derive, status,
};

impl Catalog {
    /// Returns the series of an indicator: its results in the periods of its place, taken from the datasets of
    /// other periods and from the values that the source gives next to its own. Empty if nothing but its own
    /// result is known.
    #[must_use]
    pub fn series(&self, index: usize) -> Series {
        let Some((own, points)) = self.points(index) else { return Series::default() };
        series_of(own, points)
    }

    /// The period of an indicator, and what is known of all periods of its place; a period that is known in several
    /// ways comes first with what its own dataset says.
    fn points(&self, index: usize) -> Option<(Period, Vec<SeriesPoint>)> {
        let entry = self.collection.get(index)?;
        let indicator = entry.indicator();
        let own = self.period_of(&entry, &indicator)?;
        let mut points = vec![point(index, own, &indicator)];
        // A dataset of a period knows more of it than a value next to another period's.
        let mut next_to: Vec<SeriesPoint> = points_next_to(&indicator, own).collect();
        for other in self.others(&entry, self.axes.of_place(entry.dataset_at).iter().copied()) {
            let indicator = other.indicator();
            let Some(period) = self.period_of(&other, &indicator) else { continue };
            points.push(point(other.index, period, &indicator));
            next_to.extend(points_next_to(&indicator, period));
        }
        points.extend(next_to);
        Some((own, points))
    }

    /// Returns the indicator of the same place that has the target of a longer period, or of the end of one, that the
    /// period of an indicator is a part of: the target for 2025 of a result of 2023. `None` if it has a plan itself.
    #[must_use]
    pub fn longer_target(&self, index: usize) -> Option<usize> {
        let entry = self.collection.get(index)?;
        let indicator = entry.indicator();
        if indicator.plan.is_some() {
            return None;
        }
        let own = self.period_of(&entry, &indicator)?;
        let is_longer = |at: &usize| {
            let period = self.axes.period(*at);
            period.is_some_and(|period| {
                matches!(period.span(), Span::By | Span::Years(_))
                    && own.coverage(period) == Coverage::Part
            })
        };
        let datasets = self.axes.of_place(entry.dataset_at).iter().copied().filter(is_longer);
        let mut others = self.others(&entry, datasets);
        let found = others.find(|other| {
            let other = other.indicator();
            other.actual.is_none() && other.plan.is_some_and(|plan| plan.target().is_some())
        });
        found.map(|entry| entry.index)
    }

    /// Whether an indicator has its latest period at its place: what a list shows that has each indicator of a
    /// place once. A period with plans only is not the latest, nor is one in which the source says nothing
    /// about the indicator.
    #[must_use]
    pub fn is_latest(&self, index: usize) -> bool {
        let Some(own) = self.collection.get(index) else { return false };
        let has_results = |at: usize| self.axes.has_results(at) && !self.axes.is_expected(at);
        let indicator = own.indicator();
        let Some(own_period) = self.period_of(&own, &indicator) else { return true };
        let is_unsaid = !says_something(&indicator);
        let own_has_results = has_results(own.dataset_at);
        let is_later = |at: usize, period: Option<Period>| {
            let later = period.is_some_and(|period| period.supersedes(own_period));
            let has_results = has_results(at);
            has_results && !own_has_results || has_results == own_has_results && later
        };
        // Where no indicator has a period of its own, only a later dataset is asked for the same one.
        let may_be_later =
            |at: &usize| is_unsaid || self.has_own_periods || is_later(*at, self.axes.period(*at));
        let of_place = self.axes.of_place(own.dataset_at).iter().copied().filter(may_be_later);
        let mut of_place = of_place.filter(|at| *at != own.dataset_at).peekable();
        let is_later = |other: Entry<'_>| {
            let indicator = other.indicator();
            match (is_unsaid, says_something(&indicator)) {
                (true, true) => true,
                (false, false) => false,
                _ => is_later(other.dataset_at, self.period_of(&other, &indicator)),
            }
        };
        of_place.peek().is_none() || !self.others(&own, of_place).any(is_later)
    }

    /// Returns what is known of an indicator in all periods of its place, of whatever kind, in order of time; empty if
    /// only one period is known.
    #[must_use]
    pub fn periods(&self, index: usize) -> Vec<SeriesPoint> {
        in_order(self.points(index).map(|(_, points)| points).unwrap_or_default())
    }

    /// Returns the number of periods of a slice's place that can be compared with its own, of one
    /// kind as years are, from the first to the last one: missing ones between them take room in a
    /// picture as well.
    #[must_use]
    pub fn comparable_periods(&self, slice: usize) -> usize {
        let Some(own) = self.slices.period(slice) else { return 0 };
        let periods = self.slices.periods(slice).iter();
        let points = periods.filter_map(|at| self.slices.period(*at));
        let points = points.map(|period| SeriesPoint::of_value(period, None)).collect();
        let series = series_of(own, points);
        series.steps().last().map_or(0, |last| last + 1)
    }

    /// Returns the ranking of the places that have an indicator in its period; empty if only its own place has
    /// it. Files that name no place may be of one place, so they have no rank.
    #[must_use]
    pub fn ranking(&self, index: usize) -> Ranking {
        let Some(entry) = self.collection.get(index) else { return Ranking::default() };
        let Some(probe) = self.probe(index) else { return Ranking::default() };
        let indicator = entry.indicator();
        let own = self.period_of(&entry, &indicator);
        let datasets = match self.has_own_periods {
            true => (0..self.collection.datasets().len()).collect(),
            false => Cow::Borrowed(self.axes.of_period(entry.dataset_at)),
        };
        let is_other = |dataset: &usize| self.are_other_places(entry.dataset_at, *dataset);
        let others = datasets.iter().copied().filter(is_other);
        let own_figure = indicator.figure_or_rank().map(|figure| (index, figure));
        let mut figures: Vec<_> = own_figure.into_iter().collect();
        let mut add = |dataset: usize, other: usize, figure: Option<Decimal>, period| {
            let same = match (own, Option::or_else(period, || self.axes.period(dataset))) {
                (None, None) => self.axes.is_same_period(entry.dataset_at, dataset),
                (own, period) => own == period,
            };
            figures.extend(figure.filter(|_| same).map(|figure| (other, figure)));
        };
        if indicator.only_rank().is_some() {
            for other in others.filter_map(|dataset| probe.in_dataset(dataset)) {
                let Some(entry) = self.collection.get(other) else { continue };
                let indicator = entry.indicator();
                add(entry.dataset_at, other, indicator.figure_or_rank(), indicator.period);
            }
        } else {
            probe.each_result(others, add);
        }
        let ranking = Ranking::of(indicator.better_or_first(), figures);
        if ranking.places().len() > 1 { ranking } else { Ranking::default() }
    }

    /// Returns the number of places of a group that have a dataset of the period of one.
    #[must_use]
    pub fn count_places(&self, dataset: usize, group: PlaceGroup) -> usize {
        let of_group = self.axes.of_period(dataset).iter().copied();
        let of_group = of_group.filter(|other| self.axes.group(*other) == Some(group));
        let places =
            of_group.filter_map(|other| self.axes.position(other)).map(|(place, ..)| place);
        places.collect::<HashSet<_>>().len()
    }

    /// The period of an indicator's result: its own, else its dataset's.
    #[must_use]
    pub fn period_of(&self, entry: &Entry<'_>, indicator: &Indicator) -> Option<Period> {
        indicator.period.or_else(|| self.axes.period(entry.dataset_at))
    }

    /// Whether two datasets name their places, and these are two that are ranked together.
    fn are_other_places(&self, one: usize, other: usize) -> bool {
        let is_place = |at: usize| {
            let found = self.collection.datasets().get(at);
            found.is_some_and(|found| found.place.named().is_some())
        };
        is_place(one)
            && is_place(other)
            && self.axes.are_ranked_together(one, other)
            && !self.axes.is_same_place(one, other)
    }

    /// The same indicator in those of some datasets that have it, other than its own.
    fn others<'a>(
        &'a self,
        own: &Entry<'a>,
        datasets: impl Iterator<Item = usize>,
    ) -> impl Iterator<Item = Entry<'a>> {
        let probe = self.probe(own.index);
        let own = own.dataset_at;
        let others = datasets.filter(move |dataset| *dataset != own);
        let found = others.filter_map(move |dataset| probe.as_ref()?.in_dataset(dataset));
        found.filter_map(|index| self.collection.get(index))
    }
}

/// The results of periods of the kind of `own`; of a year with no other like it those that add up to it. Empty for one.
fn series_of(own: Period, points: Vec<SeriesPoint>) -> Series {
    let alike = Series::of(own, points.iter().cloned());
    match alike.points().len() {
        0 | 1 => Series::growing(own, points),
        _ => alike,
    }
}

/// What is known of an indicator in all periods without looking at other datasets: its own and those next to it.
#[must_use]
pub fn periods_of(entry: &Entry<'_>, indicator: &Indicator) -> Vec<SeriesPoint> {
    if indicator.earlier.is_empty() {
        return Vec::new();
    }
    let own = indicator.period.or_else(|| parse(&entry.dataset.period));
    let points = own.map(|own| {
        let first = point(entry.index, own, indicator);
        [first].into_iter().chain(points_next_to(indicator, own)).collect()
    });
    in_order(points.unwrap_or_default())
}

/// The first point of each period, in order of time; none if there is only one.
fn in_order(all: Vec<SeriesPoint>) -> Vec<SeriesPoint> {
    let mut points: Vec<SeriesPoint> = Vec::new();
    for point in all {
        if points.iter().all(|known| known.period != point.period) {
            points.push(point);
        }
    }
    points.sort_by_key(|point| point.period);
    if points.len() > 1 { points } else { Vec::new() }
}

fn point(index: usize, period: Period, indicator: &Indicator) -> SeriesPoint {
    let published = indicator.plan.as_ref().and_then(Plan::percent);
    SeriesPoint {
        in_words: matches!(indicator.actual, Some(Actual::Words(_))),
        estimate: indicator.estimate,
        preliminary: indicator.preliminary,
        plan: indicator.plan.as_ref().and_then(Plan::target),
        plan_period: indicator.plan.as_ref().and_then(|plan| plan.period),
        is_of_longer_plan: indicator
            .plan
            .as_ref()
            .is_some_and(|plan| indicator.coverage(plan) == Coverage::Part),
        percent: published.or_else(|| derive::percent_of(indicator)),
        percent_derived: published.is_none(),
        status: status(indicator),
        indicator: Some(index),
        ..SeriesPoint::of_value(period, indicator.figure_or_rank())
    }
}

fn points_next_to(indicator: &Indicator, own: Period) -> impl Iterator<Item = SeriesPoint> {
    values_next_to(indicator, own).into_iter().map(|(_, point)| point)
}

/// The values of other periods next to a result, as far as their periods are known, each with its position.
pub(super) fn values_next_to(indicator: &Indicator, own: Period) -> Vec<(usize, SeriesPoint)> {
    let point = |(at, earlier): (usize, &PeriodValue)| {
        let period = parse_next_to(&earlier.period, Some(own))?;
        let value = match earlier.value {
            Actual::Figure(figure) => Some(figure),
            Actual::Words(_) => None,
        };
        // "Tháng 2" next to "tháng 3 năm 2024" is of that year; "tháng 12" is not.
        let names_year = parse(&earlier.period).is_some_and(|named| named.first_year().is_some());
        let is_certain = names_year || own.first_year().is_none() || period < own;
        let point =
            SeriesPoint { in_words: value.is_none(), ..SeriesPoint::of_value(period, value) };
        (period != own && is_certain).then_some((at, point))
    };
    indicator.earlier.iter().enumerate().filter_map(point).collect()
}

/// Whether the source says anything about an indicator in its period: a result or a plan, a
/// comparison or a rank. An empty cell says nothing.
fn says_something(indicator: &Indicator) -> bool {
    indicator.actual.is_some()
        || indicator.plan.is_some()
        || indicator.count.is_some()
        || !indicator.changes.is_empty()
        || !indicator.ranks.is_empty()
}
