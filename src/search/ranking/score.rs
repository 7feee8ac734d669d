//! The score: the rank of a hit as one number.

use crate::search::Tier;
use crate::search::matching::totals::Total;

/// The criteria of the rank. Each one decides only where those before it are equal, except that among names that
/// have every typed word `contradicted` decides before `tier`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ScoreKey {
    /// The tier.
    pub(crate) tier: Tier,
    /// Whether every typed word is a whole word: of the name, or of the whole unit and section next
    /// to the name; in another order only if the name has no other words. It ranks such names above
    /// those of the next tiers.
    pub(crate) whole: bool,
    /// How the name is the total of the query.
    pub(crate) total: Total,
    /// Whether the name has a phrase instead of an abbreviation that other names have as typed.
    pub(crate) otherwise: bool,
    /// The number of words typed with other accents than the name has.
    pub(crate) contradicted: usize,
    /// The number of missing letters, plus the costs of matches worse than equal.
    pub(crate) worse: usize,
    /// A score for the typed accents that the name has.
    pub(crate) kept: usize,
    /// The index of the first matched word of the name.
    pub(crate) first: usize,
    /// The number of unmatched words between the first and the last matched one.
    pub(crate) gap: usize,
    /// The number of letters of the name.
    pub(crate) letters: usize,
}

impl ScoreKey {
    /// Returns the best possible key of this tier.
    pub(crate) fn best_of(tier: Tier) -> Self {
        Self {
            tier,
            whole: true,
            total: Total::Not,
            otherwise: false,
            contradicted: 0,
            worse: 0,
            kept: 255,
            first: 0,
            gap: 0,
            letters: 0,
        }
    }

    /// Returns the score, higher is better. Each part is limited to 255. Among names that have
    /// every typed word, typed accents decide before the tier does.
    pub(crate) fn score(self) -> i64 {
        let more = |value: usize| i64::try_from(value.min(255)).unwrap_or(255);
        let less = |value: usize| 255 - more(value);
        // A wrong accent in a whole name is better than any words that it lacks.
        let is_nearly_exact = self.tier == Tier::Exact && self.contradicted == 1;
        let contradicted = if is_nearly_exact { 0 } else { self.contradicted };
        let group = (self.tier as usize).saturating_sub(Tier::Beginnings as usize);
        // These take four, four and five bits, so the score also stays exact in a floating-point
        // number.
        let ranks = [(group, 15), (contradicted, 15), (self.place(), 31)];
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

    /// Returns the place of the tier among all, with places of their own for a total, for whole words, for a name with
    /// its whole unit or section, and for a phrase instead of an abbreviation.
    fn place(self) -> usize {
        match (self.tier, self.whole) {
            (tier, _) if self.otherwise && tier <= Tier::InContext => 13,
            (Tier::Exact, _) if self.contradicted == 1 => 9,
            (Tier::Everything, _) => 0,
            (Tier::Exact, _) => 1,
            (Tier::Prefix | Tier::Together, _) if self.total == Total::Whole => 2,
            (Tier::Prefix, true) => 3,
            (Tier::Together, true) if self.total == Total::Begun => 3,
            (Tier::Together, true) => 4,
            (Tier::Prefix, false) => 5,
            (Tier::Together, false) => 6,
            (Tier::Words | Tier::InContext | Tier::OnlyContext, true) => 7,
            (Tier::Words, _) => 8,
            (tier, _) if tier <= Tier::InContext => tier as usize - Tier::OnlyContext as usize + 10,
            (tier, _) => tier as usize - Tier::OnlyContext as usize + 11,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_rank_above_beginnings() {
        let key = |tier, whole| ScoreKey { whole, ..ScoreKey::best_of(tier) };
        let order = [
            key(Tier::Exact, true),
            ScoreKey { total: Total::Whole, ..key(Tier::Together, true) },
            key(Tier::Prefix, true),
            key(Tier::Together, true),
            key(Tier::Prefix, false),
            key(Tier::Together, false),
            key(Tier::InContext, true),
            key(Tier::Words, false),
            ScoreKey { contradicted: 1, worse: 1, ..key(Tier::Exact, true) },
            key(Tier::OnlyContext, false),
            key(Tier::InContext, false),
            ScoreKey { otherwise: true, ..key(Tier::Together, true) },
            key(Tier::Respaced, true),
            key(Tier::Partial, true),
        ];
        assert!(order.windows(2).all(|pair| pair[0].score() > pair[1].score()));
    }
}
