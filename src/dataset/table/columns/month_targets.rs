//! Scorecards in English with several months, the year to date, and a target that names no period:
//! it is that of a month if the values show so. "Complaints | Target 6 | Jul 6 | Aug 8 | Sep 5 |
//! YTD 35"

use rust_decimal::Decimal;

use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::header_column::HeaderColumn;
use crate::lexicon::period::parse;
use crate::lexicon::period_words::{HeadingPeriod, is_cumulated};
use crate::lexicon::role::Role;
use crate::model::Span;
use crate::text::parse_number::Separators;

/// Columns of values, each with its period.
pub(super) type Dated<'h> = Vec<(usize, &'h HeadingPeriod)>;

/// Removes the total to date next to several months whose plan is that of a month. In Vietnamese a
/// plan without a period is that of the year.
pub(super) fn newest_of_months(header: &Header, plans: &Dated<'_>, actuals: &mut Dated<'_>) {
    let text = |at: usize| header.columns[at].heading.as_str();
    let is_of_month =
        |at: usize| parse(text(at)).is_some_and(|period| matches!(period.span(), Span::Month(_)));
    let is_bare = |(at, when): &(usize, &HeadingPeriod)| {
        let says_when = when.year.is_some() || when.part || parse(text(*at)).is_some();
        text(*at).is_ascii() && !says_when && !is_cumulated(text(*at))
    };
    let [(plan, _)] = plans[..] else { return };
    let months: Vec<usize> =
        actuals.iter().map(|(at, _)| *at).filter(|at| is_of_month(*at)).collect();
    let is_total = |at: usize| !months.contains(&at) && is_cumulated(text(at));
    let total = actuals.iter().map(|(at, _)| *at).find(|at| is_total(*at));
    let (Some(total), Some(last)) = (total, months.last()) else { return };
    // "RAG (YTD)" judges the total, and so does its target.
    let judges_total =
        |column: &HeaderColumn| column.role == Role::Verdict && is_cumulated(&column.heading);
    if header.columns.iter().any(judges_total) {
        return;
    }
    if months.len() >= 2 && plans.iter().all(is_bare) && is_near_month(header, plan, *last, total) {
        actuals.retain(|(at, _)| !is_total(*at));
    }
}

/// Whether the target is nearer to the value of the month than to the total, in most rows whose
/// total is a sum of months: of rates both are alike.
fn is_near_month(header: &Header, plan: usize, month: usize, total: usize) -> bool {
    let numbers = |at: usize| header.columns[at].profile.bounds(Separators::Point);
    let rows = numbers(plan).zip(numbers(month)).zip(numbers(total));
    let is_near = |((plan, month), total): ((_, _), _)| -> Option<bool> {
        let (plan, month, total): (Decimal, Decimal, Decimal) = (plan?, month?, total?);
        let twice = month.checked_mul(Decimal::TWO)?;
        // Any month is nearer to a target of none.
        let is_sum = total >= twice && total > Decimal::ZERO && plan > Decimal::ZERO;
        is_sum.then_some((plan.checked_sub(month)?).abs() < (plan.checked_sub(total)?).abs())
    };
    let sums: Vec<bool> = rows.filter_map(is_near).collect();
    sums.iter().filter(|near| **near).count() * 2 > sums.len()
}
