//! A dataset: one source, its sections, their indicators.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Indicator, Indicators, Reference, Status, derive, status};

/// A place and a period, with everything its source says of them. Built once, then never changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    /// What scripts name it by.
    pub id: String,
    /// The place as published ("Bắc Kạn").
    pub place: String,
    /// The period as published ("năm 2024"); empty where the file tells none.
    pub period: String,
    /// Where the figures come from.
    pub source: Option<Source>,
    /// What the source says of itself.
    pub totals: Option<Totals>,
    /// In the order of the source; their ranges cover `indicators` without gaps.
    pub sections: Vec<Section>,
    /// Of all sections, in the order of the source.
    pub indicators: Indicators,
}

/// What stands before the name of a file in the place of a dataset whose source names none.
const FILE: &str = "tệp ";

/// A section: a name over a run of indicators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// As published.
    pub name: String,
    /// Its indicators, as places in [`Dataset::indicators`].
    pub indicators: Range<usize>,
}

/// The document that a dataset was taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// As published.
    pub title: String,
    /// As published, in any precision ("2024-12").
    pub date: Option<String>,
}

/// What a source says of its indicators as a whole. It may count indicators that it does not name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// How many indicators had a plan.
    pub plan_indicators: u32,
    /// How many of them missed it.
    pub missed: u32,
    /// How many of the missed ones the source names.
    pub missed_named: u32,
    /// Where it says so.
    pub reference: Option<Reference>,
    /// What a careful reader should know.
    pub note: Option<String>,
}

impl Totals {
    /// How many reached their plan: derived, as the source counts only those that missed it.
    #[must_use]
    pub fn reached(&self) -> Option<u32> {
        self.plan_indicators.checked_sub(self.missed)
    }
}

impl Dataset {
    /// A list of names in one section, with their numbers from 1 as ids.
    #[must_use]
    pub fn of_names<'a>(place: &str, names: impl IntoIterator<Item = &'a str>) -> Self {
        let indicators: Indicators =
            (1..).zip(names).map(|(id, name)| Indicator::named(id.to_string(), name)).collect();
        let section = Section { name: place.to_owned(), indicators: 0..indicators.len() };
        Self {
            id: place.to_owned(),
            place: place.to_owned(),
            period: String::new(),
            source: None,
            totals: None,
            sections: vec![section],
            indicators,
        }
    }

    /// What is shown where the place would be, of a file that names none: the file, marked as one.
    ///
    /// ```
    /// assert_eq!(chitieu::model::Dataset::place_of_file("bieu-1.csv"), "tệp bieu-1.csv");
    /// ```
    #[must_use]
    pub fn place_of_file(name: &str) -> String {
        format!("{FILE}{name}")
    }

    /// The place, if the source names one.
    #[must_use]
    pub fn named_place(&self) -> Option<&str> {
        (!self.place.is_empty() && !self.place.starts_with(FILE)).then_some(self.place.as_str())
    }

    /// How many of its indicators reached their plan.
    #[must_use]
    pub fn reached(&self) -> usize {
        let mut reached = 0;
        let all = 0..self.indicators.len();
        self.indicators.each(all, |one| reached += usize::from(status(one).is_reached()));
        reached
    }

    /// The section of the indicator at `index`.
    #[must_use]
    pub fn section_of(&self, index: usize) -> Option<&Section> {
        let at = self.sections.partition_point(|section| section.indicators.end <= index);
        self.sections.get(at).filter(|section| section.indicators.contains(&index))
    }
}

/// The percent of plan of an indicator: as published, else as derived.
#[must_use]
pub fn percent_of_plan(indicator: &Indicator) -> Option<Decimal> {
    let published = indicator.plan.as_ref().and_then(|plan| plan.percent());
    published.or_else(|| derive::percent_of(indicator))
}

/// How many indicators stand how against their plan.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StatusCounts([usize; Status::COUNT]);

impl StatusCounts {
    /// Counts one more.
    pub fn add(&mut self, status: Status) {
        self.0[status as usize] += 1;
    }

    /// How many have this status.
    #[must_use]
    pub fn get(&self, status: Status) -> usize {
        self.0[status as usize]
    }

    /// How many there are in all.
    #[must_use]
    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(std::array::from_fn(|i| self.0[i] + other.0[i]))
    }
}

impl FromIterator<Status> for StatusCounts {
    fn from_iter<T: IntoIterator<Item = Status>>(statuses: T) -> Self {
        let mut counts = Self::default();
        statuses.into_iter().for_each(|status| counts.add(status));
        counts
    }
}
