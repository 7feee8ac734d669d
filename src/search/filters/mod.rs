//! Filters in a query, next to its words: `ngheo tt:khong-dat`, `kh<95`, `muc:"kinh te"`, `ky:2023`, `noi:"ba be"`.
//!
//! A filter is a key, a colon and a value, or `kh` and a comparison with a percent of plan, without spaces. The keys
//! have English names too. What looks like a filter but is none is kept as a problem, for the view to report.
//!
//! ```
//! use chitieu::search::QueryFilters;
//! let query = QueryFilters::parse("ngheo tt:khong-dat kh<95");
//! assert_eq!((query.words(), query.filters().len()), ("ngheo  ", 2));
//! assert_eq!(QueryFilters::parse("kh vốn").words(), "kh vốn");
//! ```

mod filter_completion;
mod filter_parser;
mod filter_words;

use crate::lexicon::period::parse as parse_period;
use crate::model::{Collection, Decimal, Entry, Indicator, Period, Span, Status};
use crate::model::{percent_of_plan, status};
use crate::text::fold::fold;

/// The words of a query, its filters, and what looks like a filter but is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueryFilters {
    words: String,
    filters: Vec<QueryFilter>,
    problems: Vec<FilterProblem>,
}

/// One condition. Several of one key list what fits any of them; comparisons hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryFilter {
    /// The status is this.
    Status(Status),
    /// The percent of plan, published or derived, compares so.
    Percent(Comparison, Decimal),
    /// The name of the section contains this; accents and case are ignored.
    Section(String),
    /// The result is of this period, or of a part of this year.
    Period(Period),
    /// The place contains this; accents and case are ignored.
    Place(String),
}

/// How a percent of plan is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
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

/// A text that looks like a filter but is none.
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

impl Comparison {
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
    /// Reads a query as typed.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        filter_parser::parse(query)
    }

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

    /// Returns what looks like a filter but is none.
    #[must_use]
    pub fn problems(&self) -> &[FilterProblem] {
        &self.problems
    }

    /// Whether there are only filters, which list what fits.
    #[must_use]
    pub fn is_only_filters(&self) -> bool {
        self.words.trim().is_empty() && !self.filters.is_empty()
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

    /// Returns the text that completes the filter at the end of a query: what replaces it from a byte offset on.
    #[must_use]
    pub fn completion(query: &str, collection: &Collection) -> Option<(usize, String)> {
        filter_completion::completion(query, collection)
    }
}

impl QueryFilter {
    fn key(&self) -> u8 {
        match self {
            Self::Status(_) => 0,
            Self::Percent(..) => 1,
            Self::Section(_) => 2,
            Self::Period(_) => 3,
            Self::Place(_) => 4,
        }
    }

    fn passes(&self, entry: &Entry<'_>, indicator: &Indicator) -> bool {
        match self {
            Self::Status(wanted) => status(indicator) == *wanted,
            Self::Percent(comparison, limit) => {
                percent_of_plan(indicator).is_some_and(|percent| comparison.holds(percent, *limit))
            }
            Self::Section(name) => fold(&entry.section.name).contains(name.as_str()),
            Self::Place(name) => fold(entry.dataset.place.name()).contains(name.as_str()),
            Self::Period(wanted) => {
                let own = indicator.period.or_else(|| parse_period(&entry.dataset.period));
                own.is_some_and(|own| is_in(own, *wanted))
            }
        }
    }
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{Dataset, Plan, PlanTerms};

    fn dataset(place: &str, period: &str, percents: &[i64]) -> Dataset {
        let mut dataset = Dataset::of_names("Kinh tế", percents.iter().map(|_| "Lúa"));
        dataset.place = place.into();
        period.clone_into(&mut dataset.period);
        let with_plan = dataset.indicators.iter().zip(percents).map(|(one, percent)| {
            let percent = Decimal::from(*percent);
            let plan: Plan = PlanTerms::Percent { percent, verdict: None }.into();
            Indicator { plan: Some(plan), ..one }
        });
        dataset.indicators = with_plan.collect();
        dataset
    }

    fn found(query: &str) -> Vec<usize> {
        let collection = Collection::new([
            dataset("Ba Bể", "năm 2023", &[90, 100]),
            dataset("Chợ Đồn", "tháng 3 năm 2023", &[95]),
            dataset("Ba Bể", "năm 2024", &[104]),
        ]);
        let query = QueryFilters::parse(query);
        (0..collection.len()).filter(|number| query.passes(&collection, *number)).collect()
    }

    #[test]
    fn filters_list_what_fits() {
        for (query, numbers) in [
            ("kh<95", &[0][..]),
            ("kh<=95", &[0, 2]),
            ("plan>=100%", &[1, 3]),
            ("kh≥100 kh<104", &[1]),
            ("kh=100", &[1]),
            ("tt:khong-dat", &[0, 2]),
            ("status:missed", &[0, 2]),
            ("TT:Không-Đạt", &[0, 2]),
            ("tt:vuot tt:dat", &[1, 3]),
            ("noi:\"ba be\"", &[0, 1, 3]),
            ("nơi:chợ", &[2]),
            ("ky:2023", &[0, 1, 2]),
            ("period:3/2023", &[2]),
            ("muc:\"kinh te\" ky:2024", &[3]),
            ("muc:xã", &[]),
            ("", &[0, 1, 2, 3]),
        ] {
            assert_eq!(found(query), numbers, "{query}");
        }
    }

    #[test]
    fn a_place_named_twice_fits_either() {
        assert_eq!(found("noi:ba noi:cho"), [0, 1, 2, 3]);
    }

    proptest! {
        #[test]
        fn any_query_is_read_and_completed_without_a_panic(query in any::<String>()) {
            let _filters = QueryFilters::parse(&query);
            let collection = Collection::new([dataset("Ba Bể", "năm 2023", &[90])]);
            if let Some((at, text)) = QueryFilters::completion(&query, &collection) {
                prop_assert!(query.is_char_boundary(at) && !text.is_empty());
            }
        }

        #[test]
        fn a_query_without_signs_of_filters_stays_as_it_is(query in "[a-zđỷệ% ]{0,30}") {
            let filters = QueryFilters::parse(&query);
            prop_assert_eq!(filters.words(), query.as_str());
            prop_assert!(filters.filters().is_empty() && filters.problems().is_empty());
        }

        #[test]
        fn a_completion_is_a_filter(
            key in prop::sample::select(&["tt:", "muc:", "ky:", "noi:", "status:", "kh"][..]),
            words in "[a-z ]{0,8}",
        ) {
            let collection = Collection::new([dataset("Ba Bể", "năm 2023", &[90])]);
            let query = format!("{words} {key}");
            let (at, text) = QueryFilters::completion(&query, &collection).unwrap();
            let completed = QueryFilters::parse(&format!("{}{text}", &query[..at]));
            prop_assert_eq!(completed.filters().len(), 1, "{}", text);
            prop_assert!(completed.problems().is_empty());
        }
    }
}
