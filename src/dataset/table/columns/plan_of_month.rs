//! Whether a plan whose heading names no period, in a report of a month, is that of the month: "Kế hoạch | Thực hiện" under
//! "KẾT QUẢ THÁNG 5 NĂM 2024". Otherwise it is taken for the plan of the year.

use std::ops::Range;

use rust_decimal::Decimal;

use super::number_format::FormatDecision;
use super::value_group::ValueGroup;
use crate::dataset::table::source::cell::Row;
use crate::dataset::table::source::sheet::Sheet;
use crate::dataset::table::values::Value;
use crate::model::{Period, Span};

/// The number of rows that are sampled.
const SAMPLED_ROWS: usize = 200;

/// Within this factor of each other, a plan and a result are of the same time: of a year, a month is a twelfth.
const NEAR: Decimal = Decimal::TWO;

/// Gives the plans of groups the month in the title, if no heading names another period and most rows support it.
pub(super) fn settle<'g>(
    groups: impl Iterator<Item = &'g mut ValueGroup>,
    (sheet, rows): (&Sheet<'_>, Range<usize>),
    numbers: &[FormatDecision],
    title: Option<Period>,
) {
    let Some(month) = title.filter(|own| matches!(own.span(), Span::Month(_) | Span::Week(_)))
    else {
        return;
    };
    for group in groups {
        let Some(pair) = group.plan.zip(group.actual) else { continue };
        if group.periods.are_of_title(month)
            && are_near(sheet.range(rows.clone()).take(SAMPLED_ROWS), pair, numbers)
        {
            group.periods = group.periods.with_plan_of(month);
        }
    }
}

/// Whether plan and result are near each other in more than half of the rows that have both.
fn are_near<'r>(
    rows: impl Iterator<Item = Row<'r>>,
    (plan, actual): (usize, usize),
    numbers: &[FormatDecision],
) -> bool {
    let (mut all, mut near) = (0, 0);
    for row in rows {
        let number = |at: usize| {
            let format = numbers.get(at)?.format;
            Some(Value::of(row.cell(at), format).figure()?.number)
        };
        let Some((planned, reached)) = number(plan).zip(number(actual)) else { continue };
        let within =
            |small: Decimal, large| small.checked_mul(NEAR).is_some_and(|most| large <= most);
        all += 1;
        near += usize::from(within(planned, reached) && within(reached, planned));
    }
    near * 2 > all
}
