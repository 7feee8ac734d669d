//! The plans of the years after the result: what a resolution decides. "KH 2024 | Ước TH 2024 | KH 2025" is the result
//! of 2024 with its plan, and a plan of 2025.

use super::far_plans::is_far;
use super::value_columns::{MainAndSlices, ValueColumns};
use crate::dataset::table::layout::header::Header;
use crate::lexicon::measure::{is_same, measure};
use crate::lexicon::period::parse;
use crate::lexicon::period_words::is_of_term;
use crate::lexicon::role::Role;
use crate::lexicon::subject::subjects;
use crate::model::{Period, Span};

/// The columns of a measure, and each plan of a later year as a slice of that year. Then the main
/// ones are a slice of the year or the part of it that the result is of.
pub(super) fn with_next_plans(
    header: &Header,
    own: ValueColumns,
    of_measure: impl Fn(usize) -> bool,
) -> MainAndSlices {
    let year = |at: usize| {
        let text = &header.columns[at].heading;
        // "Năm học 2024-2025" and "FY2025" are years, too.
        let is_year = |period: &Period| {
            matches!(period.span(), Span::Year | Span::SplitYear | Span::FiscalYear)
        };
        let period = parse(text).filter(|period| is_year(period) && !is_of_term(text));
        period.filter(|period| period.first_year().is_some())
    };
    let text = |at: usize| header.columns[at].heading.as_str();
    let Some((plan, actual)) = own.plan.zip(own.actual) else { return MainAndSlices::only(own) };
    // The plan of a term is on the way to its end: what comes next is the year after the result.
    let of_result = || parse(text(actual)).and_then(Period::last_year).map(Period::year);
    let current = year(plan).or_else(|| of_result().filter(|_| is_far(header, plan)));
    let Some(current) = current else { return MainAndSlices::only(own) };
    let is_next = |at: &usize| {
        *at != plan
            && of_measure(*at)
            && year(*at).is_some_and(|year| year.span() == current.span() && year > current)
            && (is_same(&measure(text(plan)), &measure(text(*at)))
                || subjects(text(*at)).is_empty())
    };
    let plans = header.all(|role| matches!(role, Role::Plan(_))).filter(is_next);
    let mut next: Vec<ValueColumns> = Vec::new();
    for (at, period) in plans.filter_map(|at| Some((at, year(at)?))) {
        // Of two plans of one year the first one counts, as everywhere.
        if next.iter().any(|columns| columns.slice.period == Some(period)) {
            continue;
        }
        next.push(ValueColumns {
            plan: Some(at),
            previous: Some(actual),
            year_before: Some(actual),
            ..ValueColumns::slice_of(&own, period)
        });
    }
    if next.is_empty() {
        return MainAndSlices::only(own);
    }
    let reached = parse(text(actual)).map_or(current, |own| own.or_year(current.first_year()));
    MainAndSlices { main: own.in_period(Some(reached)), slices: next }
}
