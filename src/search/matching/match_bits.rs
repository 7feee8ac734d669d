//! How well many typed words are found, in one number: a lane of eight bits for each.

use super::word_match::WordMatch;

/// A lane for each of up to sixteen typed words. A way sets its own bit and those of all worse ways, so
/// that the union of two is the better one in each lane.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::search) struct MatchBits(u128);

/// How many typed words have a lane.
pub(in crate::search) const LANES: usize = 16;

const WAYS: u32 = 8;
/// The lowest bit of every lane.
const ONES: u128 = u128::MAX / 0xff;

impl MatchBits {
    pub(in crate::search) const NONE: Self = Self(0);

    /// One lane, found in a way.
    pub(in crate::search) fn one(lane: usize, way: WordMatch) -> Self {
        let bits = (0xff_u128 << (way as u32)) & 0xff;
        Self(bits << (WAYS as usize * lane))
    }

    /// The better way in each lane.
    pub(in crate::search) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(in crate::search) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether all of these lanes are found in this way or a better one. `lanes` has any bit set in
    /// each lane that counts.
    pub(in crate::search) fn all_within(self, lanes: Required, worst: WordMatch) -> bool {
        (self.0 >> (worst as u32)) & lanes.0 == lanes.0
    }

    /// The way in which a lane is found.
    pub(in crate::search) fn way(self, lane: usize) -> Option<WordMatch> {
        let bits = u32::from((self.0 >> (WAYS as usize * lane)) as u8);
        WordMatch::ALL.get(bits.trailing_zeros() as usize).copied()
    }
}

/// A set of lanes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::search) struct Required(u128);

impl Required {
    /// The lanes for which `wanted` holds.
    pub(in crate::search) fn of(wanted: impl Fn(usize) -> bool) -> Self {
        let lanes = (0..LANES).filter(|lane| wanted(*lane));
        Self(lanes.fold(0, |set, lane| set | 1 << (WAYS as usize * lane)) & ONES)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_union_has_the_better_way_in_each_lane() {
        let found = MatchBits::one(0, WordMatch::Inside)
            .or(MatchBits::one(0, WordMatch::Beginning))
            .or(MatchBits::one(15, WordMatch::Typo));
        assert_eq!(found.way(0), Some(WordMatch::Beginning));
        assert_eq!(found.way(1), None);
        assert_eq!(found.way(15), Some(WordMatch::Typo));
        let both = Required::of(|lane| lane == 0 || lane == 15);
        assert!(
            found.all_within(both, WordMatch::Typo) && !found.all_within(both, WordMatch::Inside)
        );
        assert!(found.all_within(Required::of(|lane| lane == 0), WordMatch::Beginning));
        assert!(!found.all_within(Required::of(|lane| lane == 0), WordMatch::Phrase));
    }
}
