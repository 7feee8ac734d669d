//! The axes of time and place: which datasets are of the same place in other periods, and which are of other
//! places in the same period.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use super::dataset_places::{named_place, places_of_tables, tables};
use super::lists::Lists;
use super::place_groups::{PlaceGroup, place_groups};
use crate::lexicon::part_of_year::PartSpan;
use crate::lexicon::period::parse;
use crate::lexicon::phrases::key;
use crate::lexicon::place_identity::{PlaceIdentities, PlaceIdentity};
use crate::model::{Collection, Dataset, Period, Span};
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
pub(crate) struct Axes {
    datasets: Vec<Position>,
    /// The datasets of each place, in order of time; of one period that of the newest table first,
    /// which may have revised what older ones say.
    by_place: Lists,
    /// The datasets of each period, in the order of the files.
    by_period: Lists,
}

/// The number of indicators that are looked at for what a dataset is.
const LOOKED_AT: usize = 1000;

/// The place and the period of one dataset. Places are equal if their names are, whatever the case; "na hang" and "Na
/// Hang" are "Huyện Na Hang" where no other place has that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Position {
    /// The number of the place, in the order of the files.
    place: usize,
    /// The period, if it can be placed in time.
    period: Option<Period>,
    /// The number of the text of the period, in the order of the files.
    period_text: usize,
    /// The number of the list of the datasets of its period.
    period_list: usize,
    /// Whether any result of it is known, and not only plans.
    has_results: bool,
    /// Whether its results are forecasts for a year, and the source also has results for a part of that year.
    is_expected: bool,
    /// The places that it is ranked among; `None` for one that is all the others together: "Toàn tỉnh".
    group: Option<PlaceGroup>,
}

/// What distinguishes places. A place and a file of one name are different.
#[derive(Debug, PartialEq, Eq, Hash)]
enum PlaceKey<'a> {
    File(String),
    Named(Option<&'a PlaceIdentity>),
}

impl Axes {
    pub(crate) fn of<'a>(collection: &'a Collection) -> Self {
        let (mut places, mut periods) = (HashMap::new(), HashMap::new());
        let tables = tables(collection);
        let named = places_of_tables(collection, &tables);
        let identities = PlaceIdentities::of(&named);
        let mut place_of = Vec::with_capacity(tables.len());
        for (dataset, table) in collection.datasets().iter().zip(&tables) {
            let key = match named_place(dataset) {
                Some(place) => PlaceKey::Named(identities.get(*table, place)),
                None => PlaceKey::File(fold(dataset.place.name().trim())),
            };
            place_of.push(number(&mut places, key));
        }
        let groups = place_groups(collection, &tables, &identities);
        // A table of many datasets has few periods.
        let mut known_periods = HashMap::new();
        let place_of = place_of.into_iter().zip(groups);
        let mut position = |(dataset, (place, group)): (&'a Arc<Dataset>, (usize, _))| {
            let text = dataset.period.as_str();
            let (period, period_text) = *known_periods
                .entry(text)
                .or_insert_with(|| (parse(text), number(&mut periods, fold(text.trim()))));
            Position {
                place,
                period,
                period_text,
                period_list: 0,
                has_results: has_results(dataset),
                is_expected: false,
                group,
            }
        };
        let mut datasets: Vec<Position> =
            collection.datasets().iter().zip(place_of).map(&mut position).collect();
        let place_of = datasets.iter().map(|position| Some(position.place));
        let mut by_place = Lists::of_groups(place_of, places.len());
        let newest = newest_periods(&datasets, &tables);
        by_place.sort_each_by_key(|at| {
            let own = datasets[at];
            (own.period, own.period_text, Reverse(newest[tables[at]]), at)
        });
        mark_expected(&mut datasets, collection, &by_place);
        let mut known = HashMap::new();
        let period_of: Vec<usize> = datasets
            .iter()
            .map(|position| {
                let next = known.len();
                *known.entry(position.period_key()).or_insert(next)
            })
            .collect();
        let by_period = Lists::of_groups(period_of.iter().map(|at| Some(*at)), known.len());
        for (position, period) in datasets.iter_mut().zip(period_of) {
            position.period_list = period;
        }
        Self { datasets, by_place, by_period }
    }

    /// The datasets of each place in order of time; places in the order of the files.
    pub(crate) fn places(&self) -> &Lists {
        &self.by_place
    }

    /// The datasets of the period of a dataset, in the order of the files.
    pub(crate) fn of_period(&self, dataset: usize) -> &[usize] {
        self.datasets.get(dataset).map_or(&[], |own| self.by_period.get(own.period_list))
    }

    /// The datasets of the place of a dataset, in order of time.
    pub(crate) fn of_place(&self, dataset: usize) -> &[usize] {
        self.datasets.get(dataset).map_or(&[], |position| self.by_place.get(position.place))
    }

    /// Whether the figures of a dataset are used rather than those of another one of the same place and period.
    pub(crate) fn precedes(&self, one: usize, other: usize) -> bool {
        let of_place = self.of_place(one).iter();
        of_place.copied().find(|at| [one, other].contains(at)) == Some(one)
    }

    /// The number of the place of a dataset, its period if it can be placed in time, and the number of the text of
    /// its period.
    pub(crate) fn position(&self, dataset: usize) -> Option<(usize, Option<Period>, usize)> {
        self.datasets.get(dataset).map(|own| (own.place, own.period, own.period_text))
    }

    /// The period of a dataset as a key: one that cannot be placed in time has the number of its text.
    pub(crate) fn period_key(&self, dataset: usize) -> (Option<Period>, usize) {
        let position = self.datasets.get(dataset);
        position.map_or((None, 0), |position| position.period_key())
    }

    /// The period of a dataset, if it can be placed in time.
    pub(crate) fn period(&self, dataset: usize) -> Option<Period> {
        self.datasets.get(dataset).and_then(|position| position.period)
    }

    /// The places that the place of a dataset is ranked among; `None` if it is all the others together: "Toàn tỉnh".
    pub(crate) fn group(&self, dataset: usize) -> Option<PlaceGroup> {
        self.datasets.get(dataset).and_then(|position| position.group)
    }

    /// Whether two datasets are of places that are ranked together: two districts, but not a district and its province.
    pub(crate) fn are_ranked_together(&self, one: usize, other: usize) -> bool {
        self.group(one).is_some_and(|group| self.group(other) == Some(group))
    }

    /// Whether a dataset has any result, and not only plans.
    pub(crate) fn has_results(&self, dataset: usize) -> bool {
        self.datasets.get(dataset).is_some_and(|position| position.has_results)
    }

    /// Whether the results of a dataset are what is expected of a year of which the same source has a part: "Ước cả
    /// năm" next to "6 tháng".
    pub(crate) fn is_expected(&self, dataset: usize) -> bool {
        self.datasets.get(dataset).is_some_and(|position| position.is_expected)
    }

    fn pair(&self, one: usize, other: usize) -> Option<(Position, Position)> {
        self.datasets.get(one).copied().zip(self.datasets.get(other).copied())
    }

    pub(crate) fn is_same_place(&self, one: usize, other: usize) -> bool {
        self.pair(one, other).is_some_and(|(one, other)| one.place == other.place)
    }

    pub(crate) fn is_same_period(&self, one: usize, other: usize) -> bool {
        self.pair(one, other).is_some_and(|(one, other)| one.is_period_of(other))
    }
}

/// The latest period of which each table has results.
fn newest_periods(datasets: &[Position], tables: &[usize]) -> Vec<Option<Period>> {
    let mut newest = vec![None; tables.last().map_or(0, |last| last + 1)];
    for (own, table) in datasets.iter().zip(tables).filter(|(own, _)| own.has_results) {
        newest[*table] = newest[*table].max(own.period);
    }
    newest
}

/// Marks the datasets whose results are forecasts for a year, if the same source also has results for a part of it.
fn mark_expected(datasets: &mut [Position], collection: &Collection, by_place: &Lists) {
    let all = collection.datasets();
    let is_year = |at: usize| datasets[at].period.is_some_and(|own| own.span() == Span::Year);
    let is_part = |part: usize, year: usize| {
        let periods = datasets[part].period.zip(datasets[year].period);
        let same_year = periods.is_some_and(|(part, year)| part.first_year() == year.first_year());
        let is_shorter = datasets[part].period.is_some_and(Period::is_part_of_year);
        same_year
            && is_shorter
            && datasets[part].has_results
            && are_of_one_source(&all[part], &all[year])
    };
    let mut expected: Vec<usize> = Vec::new();
    for of_place in by_place.iter() {
        let years = of_place.iter().filter(|at| is_year(**at) && is_estimated(&all[**at]));
        expected.extend(years.filter(|year| of_place.iter().any(|part| is_part(*part, **year))));
    }
    for at in expected {
        datasets[at].is_expected = true;
    }
}

/// Whether two datasets are of one table, or of one title.
fn are_of_one_source(one: &Dataset, other: &Dataset) -> bool {
    let titles = one.source.as_ref().zip(other.source.as_ref());
    one.indicators.shares_texts_with(&other.indicators)
        || titles.is_some_and(|(one, other)| one.title == other.title)
}

/// The number of a key among those so far.
fn number<K: Eq + Hash>(known: &mut HashMap<K, usize>, key: K) -> usize {
    let next = known.len();
    *known.entry(key).or_insert(next)
}

/// Whether all results of a dataset are estimates that are not preliminary; only its first indicators are looked at.
fn is_estimated(dataset: &Dataset) -> bool {
    let mut results = dataset.indicators.iter().take(LOOKED_AT).filter(|one| one.actual.is_some());
    results.all(|one| one.estimate && !one.preliminary)
}

/// Whether a dataset has any result; only its first indicators are looked at. Where there are
/// neither results nor plans, as in a table of price indices, a change is one, but not that of an
/// average.
fn has_results(dataset: &Dataset) -> bool {
    let (mut has_plan, mut has_change) = (false, false);
    for one in dataset.indicators.iter().take(LOOKED_AT) {
        if one.actual.is_some() {
            return true;
        }
        has_plan |= one.plan.is_some();
        has_change |= one.changes.iter().any(|change| !PartSpan::of(&key(&change.period)).average);
    }
    has_change && !has_plan
}

impl Position {
    /// The period as a key: one that cannot be placed in time has the number of its text.
    fn period_key(self) -> (Option<Period>, usize) {
        (self.period, if self.period.is_some() { 0 } else { self.period_text })
    }

    /// Whether both are of one period; the text decides where a period cannot be parsed.
    fn is_period_of(self, other: Self) -> bool {
        match (self.period, other.period) {
            (Some(own), Some(other)) => own == other,
            (None, None) => self.period_text == other.period_text,
            _ => false,
        }
    }
}
