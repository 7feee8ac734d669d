//! What a search finds: a name, how it was found, and what of it matches.

use std::ops::Range;

use super::reason::Reason;
use super::tier::Tier;

/// A found indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its number in the collection.
    pub index: usize,
    /// How it was found.
    pub tier: Tier,
    /// Higher is better; hits with equal scores are in the order of the dataset.
    pub score: i64,
    /// The matched byte ranges of the name as published: whole graphemes, in order, apart.
    pub places: Vec<Range<usize>>,
    /// The same of the unit, where it has what the name lacks.
    pub unit_places: Vec<Range<usize>>,
    /// The same of the name of the section.
    pub section_places: Vec<Range<usize>>,
    /// Why it was found, word by word as they were typed.
    pub reasons: Vec<Reason>,
}
