//! Matching: a typed word with a word of a name, and a query with a whole name.

pub(super) mod align;
mod aligner;
pub(super) mod explain;
pub(super) mod joined_typos;
pub(super) mod match_bits;
mod match_score;
pub(super) mod match_table;
mod match_tier;
pub(super) mod pass;
mod scattered;
mod similar;
mod spanned_words;
pub(super) mod spans;
mod subsequence;
pub(super) mod totals;
pub(super) mod unit_section;
pub(super) mod word_match;
