//! The score: the rank of a hit as one number.

use crate::search::Tier;

/// The criteria of the rank. Each one decides only where those before it are equal, except that among names that
/// have every typed word `contradicted` decides before `tier`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) struct ScoreKey {
    /// The tier.
    pub(in crate::search) tier: Tier,
    /// The number of words typed with other accents than the name has.
    pub(in crate::search) contradicted: usize,
    /// The number of missing letters, plus the costs of matches worse than equal.
    pub(in crate::search) worse: usize,
    /// A score for the typed accents that the name has.
    pub(in crate::search) kept: usize,
    /// The index of the first matched word of the name.
    pub(in crate::search) first: usize,
    /// The number of unmatched words between the first and the last matched one.
    pub(in crate::search) gap: usize,
    /// The number of letters of the name.
    pub(in crate::search) letters: usize,
}

impl ScoreKey {
    /// Returns the best possible key of this tier.
    pub(in crate::search) fn best_of(tier: Tier) -> Self {
        Self { tier, contradicted: 0, worse: 0, kept: 255, first: 0, gap: 0, letters: 0 }
    }

    /// Returns the score, higher is better. Each part is limited to 255. Among names that have
    /// every typed word, typed accents decide before the tier does.
    pub(in crate::search) fn score(self) -> i64 {
        let more = |value: usize| i64::try_from(value.min(255)).unwrap_or(255);
        let less = |value: usize| 255 - more(value);
        let tier = self.tier as usize;
        let group = tier.saturating_sub(Tier::Beginnings as usize);
        // These take four, four and five bits, so the score also stays exact in a floating-point
        // number.
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
