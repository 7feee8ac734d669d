//! A search result: an indicator, how it was found, and the ranges that match.

use std::ops::Range;

use super::reason::Reason;
use super::tier::Tier;

/// A found indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The index of the indicator in the collection.
    pub index: usize,
    /// How it was found.
    pub tier: Tier,
    /// Higher is better; hits with equal scores keep the order of the dataset.
    pub score: i64,
    /// The matched byte ranges of the published name: whole graphemes, in order, not touching.
    pub places: Vec<Range<usize>>,
    /// The matched byte ranges of the unit, if it has words that the name lacks.
    pub unit_places: Vec<Range<usize>>,
    /// The matched byte ranges of the name of the section.
    pub section_places: Vec<Range<usize>>,
    /// Why it was found: one reason for each typed word, in the order typed.
    pub reasons: Vec<Reason>,
}

impl Hit {
    /// Returns a hit without any matched range.
    pub(super) fn without_ranges(index: usize, tier: Tier) -> Self {
        let (places, unit_places, section_places) = Default::default();
        Self { index, tier, score: 0, places, unit_places, section_places, reasons: Vec::new() }
    }
}
