//! Decides whether a rate next to a target in percent is the actual: "Chỉ tiêu giao (%)" and "Tỷ lệ bao phủ
//! BHYT đến 31/12/2024 (%)" are two values of one thing, and no percent of a plan.

use rust_decimal::Decimal;

use crate::dataset::table::layout::header_column::{Change, HeaderColumn};
use crate::lexicon::comparison::{Comparison, is_change};
use crate::lexicon::measure::measure;
use crate::lexicon::period_words::{HeadingPeriod, PREVIOUS_WORDS, year};
use crate::lexicon::phrases::{has, key};
use crate::lexicon::role::Role;
use crate::text::parse_number::Separators;

/// Makes a rate the actual, in a table with a plan and without an actual.
pub(super) fn rate_of_target(columns: &[HeaderColumn]) -> Vec<Change> {
    if columns.iter().any(HeaderColumn::is_actual) {
        return Vec::new();
    }
    let Some(plan) = columns.iter().position(HeaderColumn::is_plan) else { return Vec::new() };
    let compared = columns.iter().filter(|column| matches!(column.role, Role::Comparison(_)));
    let alone = compared.count() == 1;
    let units = columns.iter().find(|column| column.role == Role::Unit);
    let in_percent = columns[plan].heading.contains('%')
        || units.is_some_and(|units| units.profile.are_percents());
    let is_actual = |at: &usize| {
        let column = &columns[*at];
        let key = key(&column.heading);
        let rate = column.heading.contains('%') || has(&key, &["ty le", "ti le", "rate"]);
        is_open(column, &columns[plan])
            && match in_percent && rate {
                true => {
                    alone
                        || has(&key, &["ket qua"])
                        || !measure(&column.heading).is_empty()
                        || is_subtracted(columns, *at, plan)
                }
                false => !alone && matches!(key.as_str(), "dat" | "hoan thanh"),
            }
    };
    let actual = |at: usize| {
        let when = HeadingPeriod::of(&key(&columns[at].heading));
        Change::Role(at, Role::Actual(HeadingPeriod { previous: false, ..when }))
    };
    (0..columns.len()).find(is_actual).map(actual).into_iter().collect()
}

/// Whether no row shows that a rate is the ratio of a plan and its result, in a table that has both.
pub(crate) fn is_no_ratio(columns: &[HeaderColumn], rate: usize) -> bool {
    const FEWEST: usize = 2;
    let of = |wanted: fn(&HeaderColumn) -> bool| {
        (0..columns.len()).filter(move |at| wanted(&columns[*at])).collect::<Vec<_>>()
    };
    let (plans, actuals) = (of(HeaderColumn::is_plan), of(HeaderColumn::is_actual));
    let mut pairs =
        plans.iter().flat_map(|plan| actuals.iter().map(move |actual| (*plan, *actual)));
    let is_refuted = |(plan, actual): (usize, usize), separators| {
        let numbers = |at: usize| columns[at].profile.numbers(separators);
        let all = numbers(plan).zip(numbers(actual)).zip(numbers(rate));
        let rows: Vec<bool> = all
            .filter_map(|((plan, actual), rate)| {
                let ratio = actual?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(plan?)?;
                let distance = ratio.checked_sub(rate?)?.abs();
                Some(distance > Decimal::ONE)
            })
            .collect();
        rows.len() >= FEWEST && rows.iter().all(|is_other| *is_other)
    };
    let both = [Separators::Comma, Separators::Point];
    !plans.is_empty()
        && !actuals.is_empty()
        && pairs.all(|pair| both.into_iter().any(|separators| is_refuted(pair, separators)))
}

/// Whether the values decide what a comparison is, and it is of the same time as the plan.
fn is_open(column: &HeaderColumn, plan: &HeaderColumn) -> bool {
    let (own, plan) = (key(&column.heading), key(&plan.heading));
    if is_change(&own) {
        return false;
    }
    match column.role {
        Role::Comparison(Comparison::Either) => true,
        Role::Comparison(Comparison::Rate) => {
            let same_year = year(&own).zip(year(&plan)).is_none_or(|(own, plan)| own == plan);
            same_year && !has(&own, &PREVIOUS_WORDS)
        }
        _ => false,
    }
}

/// Whether another column is the difference of a rate and its target in most rows.
fn is_subtracted(columns: &[HeaderColumn], rate: usize, plan: usize) -> bool {
    let differences = (0..columns.len())
        .filter(|at| *at != rate && *at != plan && is_change(&key(&columns[*at].heading)));
    let [comma, point] = [Separators::Comma, Separators::Point];
    differences.into_iter().any(|at| {
        [comma, point].into_iter().any(|separators| {
            let numbers = |column: usize| columns[column].profile.numbers(separators);
            let all = numbers(rate).zip(numbers(plan)).zip(numbers(at));
            let known: Vec<bool> = all
                .filter_map(|((rate, plan), difference)| {
                    Some(rate?.checked_sub(plan?)?.abs() == difference?.abs())
                })
                .collect();
            let equal = known.iter().filter(|equal| **equal).count();
            equal * 2 > known.len()
        })
    })
}
