//! Match bits: how well each typed word matches, in one number with a lane of eight bits for each.

use super::word_match::WordMatch;

/// The matches of up to sixteen typed words, one lane each. A match sets its own bit and those of
/// all worse kinds, so the bitwise OR of two values is the better match in each lane.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct MatchBits(u128);

/// The number of lanes.
pub(crate) const LANES: usize = 16;

const BITS_PER_LANE: u32 = 8;
/// The lowest bit of every lane.
const ONES: u128 = u128::MAX / 0xff;

impl MatchBits {
    pub(crate) const NONE: Self = Self(0);

    /// Returns one match in one lane.
    pub(crate) fn one(lane: usize, word_match: WordMatch) -> Self {
        let bits = (0xff_u128 << (word_match as u32)) & 0xff;
        Self(bits << (BITS_PER_LANE as usize * lane))
    }

    /// Returns the better match in each lane.
    pub(crate) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether all lanes in `lanes` match at least as well as `worst`.
    pub(crate) fn all_within(self, lanes: Required, worst: WordMatch) -> bool {
        (self.0 >> (worst as u32)) & lanes.0 == lanes.0
    }

    /// Returns the match in a lane.
    pub(crate) fn word_match(self, lane: usize) -> Option<WordMatch> {
        let bits = u32::from((self.0 >> (BITS_PER_LANE as usize * lane)) as u8);
        WordMatch::ALL.get(bits.trailing_zeros() as usize).copied()
    }
}

/// A set of lanes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Required(u128);

impl Required {
    /// Returns the lanes for which `wanted` is true.
    pub(crate) fn of(wanted: impl Fn(usize) -> bool) -> Self {
        let lanes = (0..LANES).filter(|lane| wanted(*lane));
        Self(lanes.fold(0, |set, lane| set | 1 << (BITS_PER_LANE as usize * lane)) & ONES)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn or_keeps_the_better_match_in_each_lane() {
        let found = MatchBits::one(0, WordMatch::Inside)
            .or(MatchBits::one(0, WordMatch::Beginning))
            .or(MatchBits::one(15, WordMatch::Typo));
        assert_eq!(found.word_match(0), Some(WordMatch::Beginning));
        assert_eq!(found.word_match(1), None);
        assert_eq!(found.word_match(15), Some(WordMatch::Typo));
        let both = Required::of(|lane| lane == 0 || lane == 15);
        assert!(
            found.all_within(both, WordMatch::Typo) && !found.all_within(both, WordMatch::Inside)
        );
        assert!(found.all_within(Required::of(|lane| lane == 0), WordMatch::Beginning));
        assert!(!found.all_within(Required::of(|lane| lane == 0), WordMatch::Phrase));
    }
}
