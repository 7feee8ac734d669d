//! The year that the quarters of a table are in: "Q1 | Q2 | Q3" next to "Target 2024/25" are those
//! of this financial year.

use super::heading_period::heading_period;
use crate::dataset::table::layout::header::Header;
use crate::lexicon::financial_year::in_split_year;
use crate::lexicon::role::Role;
use crate::model::Period;

/// The period whose year is that of all columns that name none: the school, financial or fiscal year of the title, or
/// else of the plans; else whatever the title names.
pub(super) fn whole_year(header: &Header, title: Option<Period>) -> Option<Period> {
    title.filter(is_in_own_year).or_else(|| year_of_plans(header, title)).or(title)
}

/// The period of a column in a table of financial years, if the title or all plans that name a year are of one.
pub(super) fn in_split_years(
    header: &Header,
    title: Option<Period>,
) -> impl Fn(usize, Period) -> Period {
    let plans = header.all(|role| matches!(role, Role::Plan(_)));
    let mut dated = plans
        .filter_map(|at| heading_period(&header.columns[at], title))
        .filter(|plan| plan.first_year().is_some())
        .peekable();
    let are_split = title.is_some_and(Period::is_in_split_year)
        || dated.peek().is_some() && dated.all(Period::is_in_split_year);
    move |at, own| match header.columns.get(at) {
        Some(column) if are_split => in_split_year(&column.heading, own),
        _ => own,
    }
}

/// Whether a period is in a year that is no calendar year, or need not be one.
fn is_in_own_year(period: &Period) -> bool {
    period.is_in_split_year() || period.is_in_fiscal_year()
}

/// The year of all plans that name one, whatever the years of other results are: "2023/24 outturn |
/// Target 2024/25 | Q1".
fn year_of_plans(header: &Header, title: Option<Period>) -> Option<Period> {
    let plans = header.all(|role| matches!(role, Role::Plan(_)));
    let mut dated = plans
        .filter_map(|at| heading_period(&header.columns[at], title))
        .filter(|plan| plan.first_year().is_some());
    let first = dated.next().filter(is_in_own_year)?;
    dated
        .all(|plan| is_in_own_year(&plan) && plan.first_year() == first.first_year())
        .then_some(first)
}
