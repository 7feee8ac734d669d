//! The rows that a whole is split into, where the first one begins with "Chia ra:" and the others
//! do not say so: they go on until their sum is the whole.

use std::ops::Range;

use rust_decimal::Decimal;

use super::body::Body;
use crate::dataset::table::source::cell::Row;
use crate::lexicon::marker_order::Marker;
use crate::text::fold::fold;

/// The most parts of a whole.
const MOST_PARTS: usize = 40;

/// Whether the name of a row begins the parts that a whole is split into: "Chia ra: Miền Bắc".
pub(super) fn begins(name: &str) -> bool {
    let begin = name.split_once(':').map(|(begin, rest)| (fold(begin.trim()), rest.trim()));
    begin.is_some_and(|(begin, rest)| begin == "chia ra" && !rest.is_empty())
}

/// The rows below `first` that are parts of the row `whole` as well; none if no rows add up to it.
pub(super) fn others(body: &Body<'_>, whole: usize, first: usize) -> Range<usize> {
    let mut above = body.sheet().range(whole..whole + 1);
    let Some(whole) = above.next().map(|row| figures(body, &row)) else { return first..first };
    let mut sums = vec![None; whole.len()];
    let mut end = first;
    for row in body.sheet().range(first..body.extent.end).take(MOST_PARTS) {
        let entry = body.reader.marker_and_name(&row).marked();
        let is_open = end == first || matches!(entry.marker, Marker::Plain(_)) && !entry.of_which;
        if !is_open || !body.has_values(&row) {
            break;
        }
        for (sum, figure) in sums.iter_mut().zip(figures(body, &row)) {
            *sum = add(*sum, figure);
        }
        end += 1;
        if end - first > 1 && are_same(&whole, &sums, end - first) {
            return first + 1..end;
        }
    }
    first..first
}

/// The plans and results of a row.
pub(super) fn figures(body: &Body<'_>, row: &Row<'_>) -> Vec<Option<Decimal>> {
    let values = body.area.header.values().into_iter();
    values.map(|at| body.reader.value(row, at).figure().map(|figure| figure.number)).collect()
}

pub(super) fn add(sum: Option<Decimal>, figure: Option<Decimal>) -> Option<Decimal> {
    match (sum, figure) {
        (Some(sum), Some(figure)) => sum.checked_add(figure),
        (sum, figure) => sum.or(figure),
    }
}

/// Whether sums of rounded parts are the whole in each column in which it has a figure, and there is one.
pub(super) fn are_same(whole: &[Option<Decimal>], sums: &[Option<Decimal>], parts: usize) -> bool {
    let is_sum = |(whole, sum): (&Option<Decimal>, &Option<Decimal>)| {
        let whole = (*whole)?;
        let step = Decimal::new(i64::try_from(parts).ok()?, whole.scale()) / Decimal::TWO;
        Some(sum.is_some_and(|sum| (sum - whole).abs() <= step))
    };
    let known: Vec<bool> = whole.iter().zip(sums).filter_map(is_sum).collect();
    !known.is_empty() && known.iter().all(|is_sum| *is_sum)
}
