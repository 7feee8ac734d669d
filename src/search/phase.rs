//! The search goes from the best tiers to the worst, and ends with the first in which enough was found.

use super::Tier;
use super::way::Way;

/// A group of tiers that are looked for in one go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// Every typed word is a word of the name or begins one.
    Words,
    /// Typed words are initials or stand inside words; those said in passing need not be there.
    Parts,
    /// The query is a unit or a section.
    Belongs,
    /// With slips, and with words that are no part of the name.
    Slips,
    /// Words that the name lacks stand in its unit or its section.
    Around,
}

impl Phase {
    /// The worst way that still counts.
    pub(super) fn worst_way(self) -> Way {
        match self {
            Self::Words | Self::Belongs | Self::Around => Way::Beginning,
            Self::Parts => Way::Inside,
            Self::Slips => Way::Slip,
        }
    }

    /// The best tier that names can have that no phase before has found.
    pub(super) fn best_tier(self) -> Tier {
        match self {
            Self::Words => Tier::Exact,
            Self::Parts => Tier::Initials,
            Self::Belongs => Tier::Belongs,
            Self::Slips => Tier::Subsequence,
            Self::Around => Tier::Around,
        }
    }

    /// The worst tier that is found.
    pub(super) fn worst_tier(self) -> Tier {
        match self {
            Self::Words => Tier::Beginnings,
            Self::Parts => Tier::Passing,
            Self::Belongs => Tier::Belongs,
            Self::Slips => Tier::Most,
            Self::Around => Tier::Around,
        }
    }

    pub(super) fn next(self) -> Option<Self> {
        match self {
            Self::Words => Some(Self::Parts),
            Self::Parts => Some(Self::Belongs),
            Self::Belongs => Some(Self::Slips),
            Self::Slips => Some(Self::Around),
            Self::Around => None,
        }
    }
}
