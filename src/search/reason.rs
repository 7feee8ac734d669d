//! What each typed word was taken for, as a hit says it.

use std::ops::Range;

use super::matching::word_match::WordMatch;
use super::query::Method;

/// A typed word with what it was found in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// As it was typed; an abbreviation that was put in place of a phrase as that.
    pub typed: String,
    /// By which way of typing it was read.
    pub method: Method,
    /// How it was found.
    pub way: WordMatch,
    /// The words of the name, as a byte range of it.
    pub place: Range<usize>,
}
