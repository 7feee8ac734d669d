//! A dataset: one source with its sections and indicators.

use std::ops::Range;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::{Indicator, Indicators, Place, Reference, Status, derive, status};

/// The indicators of one place and period from one source. It never changes once built.
///
/// A table may have a hundred thousand places and periods: what their datasets have in common, they share.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    /// The id used by scripts.
    pub id: String,
    /// The place, or the file if the source names no place.
    pub place: Place,
    /// The period as published ("năm 2024"); empty if the file names none.
    pub period: String,
    /// The source of the figures.
    pub source: Option<Arc<Source>>,
    /// What the source says about all its indicators.
    pub totals: Option<Box<Totals>>,
    /// The sections in the order of the source; their ranges cover `indicators` without gaps.
    pub sections: Arc<[Section]>,
    /// The indicators of all sections, in the order of the source.
    pub indicators: Indicators,
}

/// A section: a name and a range of indicators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// As published.
    pub name: String,
    /// Its indicators, as indices in [`Dataset::indicators`].
    pub indicators: Range<usize>,
}

/// The document that a dataset was taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// As published.
    pub title: String,
    /// As published, in any precision ("2024-12").
    pub date: Option<String>,
    /// The paragraphs below the title, one line each, as references count them; empty if the file does not keep
    /// them.
    pub text: Vec<String>,
    /// The numbers of the text that belong to no indicator, as a reviewer said.
    pub set_aside: Vec<NumberInText>,
}

/// A number in the text of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberInText {
    /// The paragraph, from 1.
    pub paragraph: u32,
    /// The position in the paragraph, in characters from 0.
    pub position: u32,
    /// The number as written.
    pub number: String,
}

/// What a source says about all its indicators. It may count indicators that it does not name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// The number of indicators with a plan.
    pub plan_indicators: u32,
    /// The number of them that missed the plan.
    pub missed: u32,
    /// The number of missed ones that the source names.
    pub missed_named: u32,
    /// The location of the statement.
    pub reference: Option<Reference>,
    /// A remark of the source or of the reader.
    pub note: Option<String>,
}

impl Totals {
    /// Returns the number of indicators that reached their plan: derived, because the source counts
    /// only those that missed it.
    #[must_use]
    pub fn reached(&self) -> Option<u32> {
        self.plan_indicators.checked_sub(self.missed)
    }
}

impl Dataset {
    /// Returns a dataset of names in one section, with their numbers from 1 as ids.
    #[must_use]
    pub fn of_names<'a>(place: &str, names: impl IntoIterator<Item = &'a str>) -> Self {
        let indicators: Indicators =
            (1..).zip(names).map(|(id, name)| Indicator::named(id.to_string(), name)).collect();
        let section = Section { name: place.to_owned(), indicators: 0..indicators.len() };
        Self {
            id: place.to_owned(),
            place: place.into(),
            period: String::new(),
            source: None,
            totals: None,
            sections: [section].into(),
            indicators,
        }
    }

    /// Whether it carries the text of its source.
    #[must_use]
    pub fn has_text(&self) -> bool {
        self.source.as_ref().is_some_and(|source| !source.text.is_empty())
    }

    /// Returns the number of indicators that reached their plan.
    #[must_use]
    pub fn reached(&self) -> usize {
        let mut reached = 0;
        let all = 0..self.indicators.len();
        self.indicators.each(all, |one| reached += usize::from(status(one).is_reached()));
        reached
    }

    /// Returns the section of the indicator at `index`.
    #[must_use]
    pub fn section_of(&self, index: usize) -> Option<&Section> {
        let at = self.sections.partition_point(|section| section.indicators.end <= index);
        self.sections.get(at).filter(|section| section.indicators.contains(&index))
    }
}

/// Returns the percent of plan of an indicator: the published one, otherwise the derived one.
#[must_use]
pub fn percent_of_plan(indicator: &Indicator) -> Option<Decimal> {
    let published = indicator.plan.as_ref().and_then(|plan| plan.percent());
    published.or_else(|| derive::percent_of(indicator))
}

/// The number of indicators with each status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StatusCounts([usize; Status::COUNT]);

impl StatusCounts {
    /// Adds one.
    pub fn add(&mut self, status: Status) {
        self.0[status as usize] += 1;
    }

    /// Returns the number with this status.
    #[must_use]
    pub fn get(&self, status: Status) -> usize {
        self.0[status as usize]
    }

    /// Returns the total number.
    #[must_use]
    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }

    /// Returns the sum of both.
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
