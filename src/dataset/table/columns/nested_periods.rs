//! The periods of a table with a month and the months up to it, or with a part of a year and what is expected of the
//! whole: "Ước tháng 10 | 10 tháng", "6 tháng | Ước cả năm". Each of them is a value of its own.

use super::plan_and_actual::{PlanAndActual, plan_and_actual};
use crate::dataset::table::layout::header::Header;
use crate::lexicon::role::Role;
use crate::model::{Coverage, Period, Span};

/// The periods of those columns whose results are of parts of one year, within each other; `None` if there are not two
/// of them. `columns` are the periods that the headings name.
pub(super) fn nested(
    header: &Header,
    title: Option<Period>,
    columns: &[Option<Period>],
) -> Option<Vec<Option<Period>>> {
    let PlanAndActual { plan, actual } = plan_and_actual(header, title, &|_| true);
    let main = actual.and_then(|at| columns[at])?;
    let year = main.first_year();
    // What is expected of a year is what the plan of the next year is based on: its parts are only on the way.
    let next_year = plan.is_some() && has_later_plan(header, year);
    if main.span() == Span::Year && next_year {
        return None;
    }
    let is_actual = |at: usize| matches!(header.columns[at].role, Role::Actual(_));
    let of_year = |period: &Period| period.first_year() == year;
    let periods: Vec<Period> = (0..columns.len())
        .filter(|at| is_actual(*at))
        .filter_map(|at| columns[at].filter(of_year))
        .collect();
    let is_within = |part: &Period| periods.iter().any(|whole| is_within(*part, *whole));
    if !periods.iter().any(is_within) {
        return None;
    }
    Some(columns.iter().map(|period| period.filter(of_year)).collect())
}

/// Whether a plan is of a later year.
fn has_later_plan(header: &Header, year: Option<u16>) -> bool {
    header.columns.iter().any(|column| match &column.role {
        Role::Plan(when) => when.year.is_some() && when.year > year,
        _ => false,
    })
}

/// Whether a part of a year is within another period, which begins with the year.
fn is_within(part: Period, whole: Period) -> bool {
    let is_sum = match whole.span() {
        Span::FirstMonths(_) | Span::Year => true,
        // "Đến 30/9" next to "Đến 31/8" are states on two days.
        Span::Until(..) => !matches!(part.span(), Span::Until(..)),
        _ => false,
    };
    // The seasons of a year are next to each other, and the first may begin in the year before.
    let is_season = matches!(part.span(), Span::Season(_));
    // January is all of the months up to it.
    let is_first = part.is_one_of_equal_parts() && part.coverage(whole) == Coverage::Whole;
    let is_part = part.is_part_of_year() && part.coverage(whole) == Coverage::Part;
    is_sum && !is_season && (is_part || is_first)
}
