//! The filters of a query, and which indicators fit them.

use crate::lexicon::period::parse as parse_period;
use crate::model::{Collection, Decimal, Entry, Indicator, Period, Span, Status};
use crate::model::{percent_of_plan, status};
use crate::text::fold::fold;

/// The words of a query, its filters, and what looks like a filter but is not one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueryFilters {
    pub(super) words: String,
    pub(super) filters: Vec<QueryFilter>,
    pub(super) problems: Vec<FilterProblem>,
}

/// One condition. Several of one key list what fits any of them; comparisons hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryFilter {
    /// The status is this.
    Status(Status),
    /// The percent of plan, published or derived, compares so.
    Percent(Operator, Decimal),
    /// The name of the section contains this; accents and case are ignored.
    Section(String),
    /// The result is of this period, or of a part of this year.
    Period(Period),
    /// The place contains this; accents and case are ignored.
    Place(String),
    /// The place has one of these names, as published.
    Places(Vec<String>),
}

/// How a percent of plan is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `=`
    Equal,
    /// `>=`
    AtLeast,
    /// `>`
    More,
}

/// A text that looks like a filter but is not one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterProblem {
    /// As typed.
    pub text: String,
    /// What is wrong.
    pub kind: FilterProblemKind,
}

/// Why a text is no filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilterProblemKind {
    /// The value is missing, or only its beginning is typed.
    Unfinished,
    /// There is no such value.
    UnknownValue,
    /// There is no such key; the text is searched as words.
    UnknownKey,
}

impl Operator {
    /// Returns its sign.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::AtMost => "≤",
            Self::Equal => "=",
            Self::AtLeast => "≥",
            Self::More => ">",
        }
    }

    fn holds(self, percent: Decimal, limit: Decimal) -> bool {
        match self {
            Self::Less => percent < limit,
            Self::AtMost => percent <= limit,
            Self::Equal => percent == limit,
            Self::AtLeast => percent >= limit,
            Self::More => percent > limit,
        }
    }
}

impl QueryFilters {
    /// Returns the query without its filters.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Returns the filters.
    #[must_use]
    pub fn filters(&self) -> &[QueryFilter] {
        &self.filters
    }

    /// Returns the same query with other words and one more filter.
    #[must_use]
    pub fn with(&self, words: String, filter: QueryFilter) -> Self {
        let filters = self.filters.iter().cloned().chain([filter]).collect();
        Self { words, filters, problems: self.problems.clone() }
    }

    /// Returns what looks like a filter but is not one.
    #[must_use]
    pub fn problems(&self) -> &[FilterProblem] {
        &self.problems
    }

    /// Whether there are only filters, which list what fits.
    #[must_use]
    pub fn is_only_filters(&self) -> bool {
        self.words.trim().is_empty() && !self.filters.is_empty()
    }

    /// Returns the first period of a filter that no result of a collection is of.
    #[must_use]
    pub fn missing_period(&self, collection: &Collection) -> Option<Period> {
        let periods = self.filters.iter().filter_map(|filter| match filter {
            QueryFilter::Period(period) => Some(*period),
            _ => None,
        });
        let is_missing = |wanted: &Period| {
            (0..collection.len())
                .filter_map(|number| collection.get(number))
                .all(|entry| !QueryFilter::Period(*wanted).passes(&entry, &entry.indicator()))
        };
        periods.into_iter().find(is_missing)
    }

    /// Whether an indicator fits all filters.
    #[must_use]
    pub fn passes(&self, collection: &Collection, number: usize) -> bool {
        if self.filters.is_empty() {
            return true;
        }
        let Some(entry) = collection.get(number) else { return false };
        let indicator = entry.indicator();
        let fits = |filter: &QueryFilter| filter.passes(&entry, &indicator);
        self.filters.iter().all(|filter| match filter {
            QueryFilter::Percent(..) => fits(filter),
            filter => {
                let of_key = |other: &&QueryFilter| other.key() == filter.key();
                self.filters.iter().filter(of_key).any(fits)
            }
        })
    }
}

impl QueryFilter {
    fn key(&self) -> u8 {
        match self {
            Self::Status(_) => 0,
            Self::Percent(..) => 1,
            Self::Section(_) => 2,
            Self::Period(_) => 3,
            Self::Place(_) | Self::Places(_) => 4,
        }
    }

    /// Whether an indicator of a collection fits the filter.
    #[must_use]
    pub fn lists(&self, collection: &Collection, number: usize) -> bool {
        let entry = collection.get(number);
        entry.is_some_and(|entry| self.passes(&entry, &entry.indicator()))
    }

    fn passes(&self, entry: &Entry<'_>, indicator: &Indicator) -> bool {
        match self {
            Self::Status(wanted) => status(indicator) == *wanted,
            Self::Percent(operator, limit) => {
                percent_of_plan(indicator).is_some_and(|percent| operator.holds(percent, *limit))
            }
            Self::Section(name) => has(&fold(&entry.section.name), name),
            Self::Place(name) => has(&fold(entry.dataset.place.name()), name),
            Self::Places(names) => {
                let own = entry.dataset.place.name();
                names.iter().any(|name| name == own)
            }
            Self::Period(wanted) => {
                let own = indicator.period.or_else(|| parse_period(&entry.dataset.period));
                own.is_some_and(|own| is_in(own, *wanted))
            }
        }
    }
}

/// Whether a name contains what was typed, which may lack the spaces between words: "yte" is "y te".
fn has(name: &str, typed: &str) -> bool {
    let is_start = |at: &usize| name[..*at].chars().next_back().is_none_or(char::is_whitespace);
    let is_joined = |at: usize| {
        let mut letters = name[at..].chars().filter(|c| !c.is_whitespace());
        typed.chars().all(|c| letters.next() == Some(c))
    };
    name.contains(typed) || name.char_indices().map(|(at, _)| at).filter(is_start).any(is_joined)
}

/// Whether a period is the wanted one; a year has its quarters and months too.
fn is_in(own: Period, wanted: Period) -> bool {
    let is_year = wanted.span() == Span::Year && wanted.first_year().is_some();
    own == wanted
        || is_year
            && own.is_part_of_year()
            && own.first_year() == wanted.first_year()
            && own.last_year() == wanted.last_year()
}
