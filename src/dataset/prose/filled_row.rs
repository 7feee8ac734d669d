//! Stage 10: the indicator that is being filled.

use std::ops::Range;

use super::draft_row::Row;
use super::fate::{Decision, Fate};
use super::quantity::Quantity;
use super::sentence_reader::Reader;

/// What is written where a source names no earlier period.
pub(super) const UNNAMED: &str = "?";

pub(super) fn figure(rule: &'static str) -> Decision {
    Decision::new(Fate::Figure, rule)
}

/// The decision about a number with which nothing can be computed.
pub(super) fn out_of_range() -> Decision {
    Decision::new(Fate::Unread, "out-of-range")
}

pub(super) fn row<'a>(reader: &'a mut Reader<'_, '_>) -> Option<&'a mut Row> {
    let at = reader.row?;
    reader.state.rows.get_mut(at)
}

/// Extends the quoted words over a quantity and what is said about it.
pub(super) fn widen(reader: &mut Reader<'_, '_>, quantity: &Quantity, complement: &Range<usize>) {
    let tokens = &reader.sentence.tokens;
    let offset = reader.state.offset;
    let end = complement
        .clone()
        .next_back()
        .and_then(|at| reader.sentence.items.get(at))
        .map_or(quantity.to, |item| item.to);
    let end = end.max(quantity.to);
    let (Some(first), Some(last)) = (tokens.get(quantity.from), tokens.get(end - 1)) else {
        return;
    };
    let span = first.span.start + offset..last.span.end + offset;
    if let Some(row) = row(reader) {
        row.quote = row.quote.start.min(span.start)..row.quote.end.max(span.end);
    }
}
