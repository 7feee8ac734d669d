//! Names a rate after the count left of it, where the values show that it is the share of that count in another one:
//! "Tổng số hộ | Số hộ nghèo | Tỷ lệ (%)". Such a rate is no percent of a plan.

use rust_decimal::Decimal;

use crate::dataset::table::layout::header_column::{Change, HeaderColumn, indices};
use crate::lexicon::comparison::Comparison;
use crate::lexicon::heading::Heading;
use crate::lexicon::measure::{counted, is_count};
use crate::lexicon::phrases::key;
use crate::lexicon::role::Role;
use crate::text::parse_number::Separators;

/// The fewest rows that show a share.
const FEWEST_ROWS: usize = 2;

/// Gives "Tỷ lệ (%)" right of a count the name of what it is the rate of, in a table without plans.
pub(super) fn named_shares(columns: &[HeaderColumn]) -> Vec<Change> {
    if columns.iter().any(HeaderColumn::is_plan) {
        return Vec::new();
    }
    let named = |at: usize| {
        let count = at.checked_sub(1).filter(|count| is_flat_count(&columns[*count]))?;
        let mut wholes = (0..count).filter(|whole| is_flat_count(&columns[*whole]));
        let whole = wholes.find(|whole| is_share(columns, *whole, count, at))?;
        let name = name(&columns[whole].heading, &columns[count].heading);
        Some(Change::Heading(at, Heading::of(&name)))
    };
    indices(columns, is_bare_rate).filter_map(named).collect()
}

/// The heading of a share: "Tỷ lệ hộ nghèo (%)" where the count is one of some of what the whole counts.
fn name(whole: &str, count: &str) -> String {
    let (of, own) = (counted(whole), counted(count));
    let is_some_of = of
        .zip(own)
        .filter(|(of, own)| own.strip_prefix(of).is_some_and(|rest| rest.starts_with(' ')));
    match is_some_of {
        Some((_, own)) => format!("Tỷ lệ {own} (%)"),
        None => format!("{count} · Tỷ lệ (%)"),
    }
}

/// Whether a column counts something, under a heading of one level.
fn is_flat_count(column: &HeaderColumn) -> bool {
    let is_open = matches!(column.role, Role::Unknown | Role::Actual(_));
    let is_flat = !column.heading.contains(" · ");
    is_open && is_flat && column.profile.are_figures() && is_count(&column.heading)
}

/// Whether the heading of a column says that it is a rate, and nothing else.
fn is_bare_rate(column: &HeaderColumn) -> bool {
    let heading = key(&column.heading);
    let rate = heading.trim_end_matches(['%', ' ']);
    matches!(column.role, Role::Comparison(Comparison::Rate | Comparison::Either))
        && column.profile.are_figures()
        && matches!(rate, "ty le" | "ti le" | "tl" | "")
}

/// Whether in all rows the rate is the percentage of the count in the whole, as far as its digits say.
fn is_share(columns: &[HeaderColumn], whole: usize, count: usize, rate: usize) -> bool {
    [Separators::Comma, Separators::Point].into_iter().any(|separators| {
        let numbers = |at: usize| columns[at].profile.numbers(separators);
        let digits = numbers(rate).flatten().map(|rate| rate.scale()).max().unwrap_or_default();
        // Half of the last digit, and a little for one that was rounded twice.
        let Ok(nearest) = Decimal::try_new(6, digits + 1) else { return false };
        let rows = numbers(whole).zip(numbers(count)).zip(numbers(rate));
        // Nothing is any share of anything.
        let rows = rows.filter(|((_, count), _)| count.is_none_or(|count| !count.is_zero()));
        let rows: Vec<bool> = rows
            .filter_map(|((whole, count), rate)| {
                let share = count?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole?)?;
                Some(share.checked_sub(rate?)?.abs() <= nearest)
            })
            .collect();
        rows.len() >= FEWEST_ROWS && rows.iter().all(|fits| *fits)
    })
}
