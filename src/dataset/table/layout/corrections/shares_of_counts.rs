//! Names a rate after the count left of it, where the values show that it is the share of that count in another one:
//! "Tổng số hộ | Số hộ nghèo | Tỷ lệ (%)", "Tổng số hồ sơ | Đúng hạn | Tỷ lệ đạt (%)". Such a rate is no percent of a
//! plan, and a total is no earlier period.

use rust_decimal::Decimal;

use crate::dataset::table::layout::header_column::{Change, HeaderColumn, indices};
use crate::lexicon::comparison::Comparison;
use crate::lexicon::heading::Heading;
use crate::lexicon::measure::{counted, is_count, measure};
use crate::lexicon::phrases::key;
use crate::lexicon::role::Role;
use crate::text::fold::accented;
use crate::text::parse_number::Separators;

/// The fewest rows that show a share.
const FEWEST_ROWS: usize = 2;

/// Gives "Tỷ lệ (%)" right of a count the name of what it is the rate of, in a table without plans.
pub(super) fn named_shares(columns: &[HeaderColumn]) -> Vec<Change> {
    if columns.iter().any(HeaderColumn::is_plan) {
        return Vec::new();
    }
    let named = |at: usize| {
        let count = at.checked_sub(1)?;
        let mut wholes = (0..count).filter(|whole| is_flat_count(&columns[*whole]));
        let has_parts = |whole: usize| {
            is_flat_count(&columns[count])
                || is_total(&columns[whole]) && is_named_part(&columns[count])
        };
        let whole =
            wholes.find(|whole| has_parts(*whole) && is_share(columns, *whole, count, at))?;
        let heading = Heading::of(&name(&columns[whole].heading, &columns[count].heading));
        // The words of the count may be those of a comparison: "Tỷ lệ chỉ tiêu đạt".
        let role = match heading.role {
            Role::Comparison(_) if measure(&heading.text).is_empty() => Role::Unknown,
            role => role,
        };
        Some(Change::Heading(at, Heading { role, ..heading }))
    };
    indices(columns, is_bare_rate).filter_map(named).collect()
}

/// The heading of a share: "Tỷ lệ hộ nghèo (%)" where the count is one of some of what the whole counts.
fn name(whole: &str, count: &str) -> String {
    let (of, own) = (counted(whole), Some(counted(count).unwrap_or(count)));
    let is_some_of = of
        .zip(own)
        .filter(|(of, own)| accented(own).strip_prefix(&*accented(of)).is_some_and(begins_word));
    match is_some_of {
        Some((of, own)) => format!("Tỷ lệ {of}{} (%)", own.get(of.len()..).unwrap_or_default()),
        None => format!("{count} · Tỷ lệ (%)"),
    }
}

/// Whether a column counts something, under a heading of one level.
fn is_flat_count(column: &HeaderColumn) -> bool {
    let is_open = matches!(column.role, Role::Unknown | Role::Actual(_));
    let is_flat = !column.heading.contains(" · ");
    is_open && is_flat && column.profile.are_figures() && is_count(&column.heading)
}

/// Whether what follows a word begins another one.
fn begins_word(rest: &str) -> bool {
    rest.starts_with(' ')
}

/// Whether a count is that of all: "Tổng số hộ".
fn is_total(column: &HeaderColumn) -> bool {
    key(&column.heading).starts_with("tong so ")
}

/// Whether a column right of a total has figures under a heading that only says which of them: "Hộ nghèo".
fn is_named_part(column: &HeaderColumn) -> bool {
    column.role == Role::Unknown
        && !column.heading.contains(['·', '%'])
        && column.profile.are_figures()
        && !measure(&column.heading).is_empty()
}

/// Whether the heading of a column says that it is a rate, and nothing else but that something is reached.
fn is_bare_rate(column: &HeaderColumn) -> bool {
    let heading = key(&column.heading);
    let rate = heading.trim_end_matches(['%', ' ']);
    matches!(
        column.role,
        Role::Unknown | Role::Comparison(Comparison::Rate | Comparison::Either | Comparison::Plan)
    ) && column.profile.are_figures()
        && matches!(rate, "" | "ty le" | "ti le" | "tl" | "ty le dat" | "ti le dat" | "tl dat")
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
