//! The results that are expected after the main one: "Giải ngân đến 30/9/2025 | Ước giải ngân đến 31/01/2026". Each of
//! them is a value of its own date, and none of an earlier period.

use super::value_columns::{MainAndSlices, ValueColumns};
use crate::dataset::table::layout::header::Header;
use crate::lexicon::reported_period::parse_in;
use crate::model::{Period, Span};

/// The columns of a measure, and each result of a later date as a slice of that date. `title` is the period
/// in the title.
pub(super) fn with_later_results(
    header: &Header,
    title: Option<Period>,
    own: ValueColumns,
) -> MainAndSlices {
    let date = |at: usize| {
        let period = parse_in(&header.columns[at].heading, title);
        period.filter(|period| matches!(period.span(), Span::Until(..)))
    };
    let Some(reached) = own.actual.and_then(date) else { return MainAndSlices::only(own) };
    let later = |at: &usize| date(*at).filter(|of| *of > reached);
    let results: Vec<ValueColumns> = own
        .earlier
        .iter()
        .filter_map(|at| Some((*at, later(at)?)))
        .map(|(at, period)| ValueColumns {
            actual: Some(at),
            previous: own.actual,
            ..ValueColumns::slice_of(&own, period)
        })
        .collect();
    if results.is_empty() {
        return MainAndSlices::only(own);
    }
    let earlier = own.earlier.iter().copied().filter(|at| later(at).is_none()).collect();
    let period = own.slice.period.or(Some(reached));
    let main = ValueColumns { earlier, ..own }.in_period(period);
    MainAndSlices { main, slices: results }
}
