//! The indicator that is being filled.

use std::ops::Range;

use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::roles::role::Follow;
use crate::dataset::prose::rows::draft_row::DraftRow;
use crate::dataset::prose::rows::sentence_reader::SentenceReader;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::tokens::fate::{Decision, Fate};
use crate::dataset::prose::tokens::number_rule::NumberRule;

/// What is written where a source names no earlier period.
pub(crate) const UNNAMED: &str = "?";

pub(crate) fn figure(rule: NumberRule) -> Decision {
    Decision::new(Fate::Figure, rule)
}

/// The decision about a number with which nothing can be computed.
pub(crate) fn out_of_range() -> Decision {
    Decision::unread(NumberRule::OutOfRange)
}

pub(crate) fn row<'a>(reader: &'a mut SentenceReader<'_, '_>) -> Option<&'a mut DraftRow> {
    let at = reader.row?;
    reader.state.rows.get_mut(at)
}

/// Extends the quoted words over a quantity and what is said about it.
pub(crate) fn widen(
    reader: &mut SentenceReader<'_, '_>,
    quantity: &Quantity,
    complement: &Range<usize>,
) {
    let tokens = &reader.sentence.tokens;
    let offset = reader.state.sentence.offset;
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

/// The words of a figure from what announces it to what it is compared with.
pub(crate) fn words_from(
    reader: &SentenceReader<'_, '_>,
    gap: &Gap,
    quantity: &Quantity,
    follow: &Follow,
) -> String {
    let items = &reader.sentence.items;
    // "thấp hơn cùng kỳ năm trước 5,1 điểm phần trăm": the base is between the comparative and the figure.
    let said = if gap.lead.is_empty() { gap.body.clone() } else { gap.lead.clone() };
    let said = said.clone().find(|at| !reader.sentence.is_mark(*at, ",;:()"));
    let from = said.and_then(|at| items.get(at)).map_or(quantity.from, |item| item.from);
    let to = match follow {
        Follow::Plan(words) | Follow::Base(words) => words.end.checked_sub(1),
        Follow::Nothing => None,
    };
    let to = to.and_then(|at| items.get(at)).map_or(quantity.to, |item| item.to);
    join(&reader.sentence.tokens, from.min(quantity.from), to.max(quantity.to))
}
