//! The order of hits, in one number.

use super::Tier;

/// What decides which of two hits is the better one, each part only where those before it are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts {
    /// How it was found.
    pub(super) tier: Tier,
    /// How many letters are missing and how much worse than equal each word was found.
    pub(super) worse: usize,
    /// How many of the accents that were typed the name has.
    pub(super) kept: usize,
    /// The first word of the name that matches.
    pub(super) first: usize,
    /// How many words between the first and the last that match do not.
    pub(super) gap: usize,
    /// How many letters the name has.
    pub(super) letters: usize,
}

impl Parts {
    /// Higher is better. Each part has room for 255, and is cut off there.
    pub(super) fn score(self) -> i64 {
        let more = |value: usize| i64::try_from(value.min(255)).unwrap_or(255);
        let less = |value: usize| 255 - more(value);
        let parts = [
            less(self.tier as usize),
            less(self.worse),
            more(self.kept),
            less(self.first),
            less(self.gap),
            less(self.letters),
        ];
        parts.into_iter().fold(0, |score, part| score * 256 + part)
    }
}
