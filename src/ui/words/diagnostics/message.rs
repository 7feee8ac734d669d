//! What the words of all families are made of: messages, numbers, and numbers with their nouns.

use rust_decimal::Decimal;

use crate::text::format_number::{self, Style};
use crate::ui::words::noun;

/// A problem in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What was found.
    pub found: String,
    /// What to do about it, or how it was read.
    pub help: String,
}

/// A problem in words.
pub(super) fn message(found: impl Into<String>, help: impl Into<String>) -> Message {
    Message { found: found.into(), help: help.into() }
}

/// A number in Vietnamese: 20.000.000.
pub(super) fn in_vietnamese(number: impl Into<Decimal>) -> String {
    format_number::format(number.into(), Style::Vietnamese)
}

/// A number in English: 20,000,000.
pub(super) fn in_english(number: impl Into<Decimal>) -> String {
    format_number::format(number.into(), Style::English)
}

/// A number with its noun in English: "1 row", "2 rows".
pub(super) fn counted(number: usize, one: &'static str, many: &'static str) -> String {
    format!("{} {}", in_english(number), noun(number, one, many))
}
