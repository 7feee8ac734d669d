//! How each typed word was read, as reported with a hit.

use std::ops::Range;

use super::matching::word_match::WordMatch;
use super::query::Method;

/// A typed word and the words of the name in which it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The word as typed; an abbreviation that replaced a phrase is given as the abbreviation.
    pub typed: String,
    /// The typing method by which it was read.
    pub method: Method,
    /// How it matches the name.
    pub word_match: WordMatch,
    /// The matched words, as a byte range of the name.
    pub place: Range<usize>,
}
