//! The order of hits, in one number.

use crate::search::Tier;

/// What decides which of two hits is the better one, each part only where those before it are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) struct Parts {
    /// How it was found.
    pub(in crate::search) tier: Tier,
    /// How many words were typed with other accents than the name has.
    pub(in crate::search) contradicted: usize,
    /// How many letters are missing and how much worse than equal each word was found.
    pub(in crate::search) worse: usize,
    /// How many of the accents that were typed the name has.
    pub(in crate::search) kept: usize,
    /// The first word of the name that matches.
    pub(in crate::search) first: usize,
    /// How many words between the first and the last that match do not.
    pub(in crate::search) gap: usize,
    /// How many letters the name has.
    pub(in crate::search) letters: usize,
}

impl Parts {
    /// The best that a name of this tier can be.
    pub(in crate::search) fn best_of(tier: Tier) -> Self {
        Self { tier, contradicted: 0, worse: 0, kept: 255, first: 0, gap: 0, letters: 0 }
    }

    /// Higher is better. Each part has room for 255 at most, and is cut off there. Among names that have every typed word,
    /// typed accents decide before the tier does.
    pub(in crate::search) fn score(self) -> i64 {
        let more = |value: usize| i64::try_from(value.min(255)).unwrap_or(255);
        let less = |value: usize| 255 - more(value);
        let tier = self.tier as usize;
        let group = tier.saturating_sub(Tier::Beginnings as usize);
        // Of four, four and five bits: all of it stays exact where numbers are floating point.
        let ranks = [(group, 15), (self.contradicted, 15), (tier, 31)];
        let rank = ranks.into_iter().fold(0, |score, (part, most)| {
            let part = i64::try_from(part.min(most)).unwrap_or(most as i64);
            score * (most as i64 + 1) + (most as i64 - part)
        });
        let parts = [
            less(self.worse),
            more(self.kept),
            less(self.first),
            less(self.gap),
            less(self.letters),
        ];
        parts.into_iter().fold(rank, |score, part| score * 256 + part)
    }
}
