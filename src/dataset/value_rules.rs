//! What values a dataset may hold, whatever file they come from: JSON and tables are read by the same rules,
//! so that a dataset that was read can be written, and read again.

use rust_decimal::Decimal;

use crate::model::Count;

/// Text has something in it.
pub(super) fn is_text(text: &str) -> bool {
    !text.trim().is_empty()
}

/// An id is text without control characters, which an argument or a line of output would lose.
pub(super) fn is_id(text: &str) -> bool {
    is_text(text) && !text.contains(char::is_control)
}

/// The top of a scale, and the whole of a count.
pub(super) fn is_above_zero(number: Decimal) -> bool {
    number > Decimal::ZERO
}

/// The part of a count.
pub(super) fn is_zero_or_above(number: Decimal) -> bool {
    number >= Decimal::ZERO
}

/// Part of a whole, where they can be.
pub(super) fn count(part: Decimal, whole: Decimal) -> Option<Count> {
    (is_zero_or_above(part) && is_above_zero(whole)).then_some(Count { part, whole })
}
