//! Rates of completion in a table without a plan: "Số học sinh | Tỷ lệ hoàn thành (%)" is a count
//! and a rate, and the rate is no percent of a plan of the count.

use rust_decimal::Decimal;

use super::header_column::{HeaderColumn, indices};
use crate::lexicon::comparison::Comparison;
use crate::lexicon::heading::Heading;
use crate::lexicon::measure::is_count;
use crate::lexicon::phrases::{ACTUAL_WORDS, PLAN_WORDS, has, key};
use crate::lexicon::role::Role;
use crate::text::parse_number::Separators;

/// Whether a column is a rate of completion that no plan belongs to: its heading names none, the
/// table has none, and either no heading says that a column is what was carried out, or the rate is
/// the ratio of two other columns: "Diện tích cần cấp | Diện tích đã cấp | Tỷ lệ hoàn thành (%)".
pub(crate) fn is_without_plan(columns: &[HeaderColumn], at: usize) -> bool {
    let column = &columns[at];
    column.role == Role::Comparison(Comparison::Plan)
        && !names_plan(&column.heading)
        && !columns.iter().any(HeaderColumn::is_plan)
        && (!columns.iter().any(names_result) || is_ratio_of_others(columns, at))
}

/// Whether a heading says what is completed: a plan, or targets.
fn names_plan(heading: &str) -> bool {
    let key = key(heading);
    has(&key, &PLAN_WORDS) || has(&key, &["chi tieu"])
}

/// Whether the words of a heading, and not only its place in the table, make it a result: "Thực hiện", "Năm 2024". "Số
/// lượng" alone is a count.
fn names_result(column: &HeaderColumn) -> bool {
    let heading = column.heading.as_str();
    let is_named = matches!(Heading::of(heading).role, Role::Actual(_));
    column.is_actual() && is_named && (!is_count(heading) || has(&key(heading), &ACTUAL_WORDS))
}

/// Whether the rate is, in each of several rows, one column of figures as a percentage of another one.
fn is_ratio_of_others(columns: &[HeaderColumn], rate: usize) -> bool {
    let figures: Vec<usize> =
        indices(columns, |column| column.profile.are_figures()).filter(|at| *at != rate).collect();
    figures.iter().any(|value| {
        let mut bases = figures.iter().filter(|base| *base != value);
        bases.any(|base| is_ratio(columns, *value, *base, rate))
    })
}

/// Whether a rate is, in each of several rows, a value as a percentage of a base; all three are columns.
pub(super) fn is_ratio(columns: &[HeaderColumn], value: usize, base: usize, rate: usize) -> bool {
    /// The fewest rows that show it.
    const FEWEST: usize = 2;
    let is_shown = |separators| {
        let numbers = |at: usize| columns[at].profile.numbers(separators);
        let rows = numbers(value).zip(numbers(base)).zip(numbers(rate));
        let agree: Vec<bool> = rows
            .filter_map(|((value, base), rate)| {
                let ratio = value?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(base?)?;
                let distance = ratio.checked_sub(rate?)?.abs();
                Some(distance <= Decimal::new(1, 1))
            })
            .collect();
        agree.len() >= FEWEST && agree.iter().all(|agrees| *agrees)
    };
    [Separators::Comma, Separators::Point].into_iter().any(is_shown)
}
