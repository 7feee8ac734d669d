//! The search goes through groups of tiers, and ends when no further group has a better hit than those found.

use super::word_match::WordMatch;
use crate::search::Tier;

/// A group of tiers that are looked for in one go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) enum Pass {
    /// Every typed word is a word of the name or begins one.
    Words,
    /// The query is a unit or a section.
    WholeContext,
    /// Words that the name lacks are said in passing, or are in its unit or its section.
    Lacking,
    /// Every typed word is a word of the name once a space of the query is moved or taken away.
    Respaced,
    /// Typed words are initials or inside words; those said in passing need not be there.
    Parts,
    /// With typos, and with words that are no part of the name.
    Typos,
}

impl Pass {
    /// The worst way that still counts.
    pub(in crate::search) fn worst_way(self) -> WordMatch {
        match self {
            Self::Words | Self::WholeContext | Self::Lacking | Self::Respaced => {
                WordMatch::Beginning
            }
            Self::Parts => WordMatch::Inside,
            Self::Typos => WordMatch::Typo,
        }
    }

    /// The best tier that names can have that no phase before has found.
    pub(in crate::search) fn best_tier(self) -> Tier {
        match self {
            Self::Words => Tier::Exact,
            Self::WholeContext => Tier::WholeContext,
            Self::Lacking => Tier::Passing,
            Self::Respaced => Tier::Respaced,
            Self::Parts => Tier::Initials,
            Self::Typos => Tier::Subsequence,
        }
    }

    /// The worst tier that is found.
    pub(in crate::search) fn worst_tier(self) -> Tier {
        match self {
            Self::Words => Tier::Beginnings,
            Self::Lacking => Tier::InContext,
            Self::Parts => Tier::PassingParts,
            Self::Typos => Tier::Partial,
            Self::WholeContext | Self::Respaced => self.best_tier(),
        }
    }

    /// Whether only whole words count, but for the last one that was typed.
    pub(in crate::search) fn is_strict(self) -> bool {
        matches!(self, Self::Lacking | Self::Respaced)
    }

    /// Whether what a name lacks may be in its unit or its section.
    pub(in crate::search) fn has_context(self) -> bool {
        matches!(self, Self::Lacking | Self::Typos)
    }

    pub(in crate::search) fn next(self) -> Option<Self> {
        match self {
            Self::Words => Some(Self::WholeContext),
            Self::WholeContext => Some(Self::Lacking),
            Self::Lacking => Some(Self::Respaced),
            Self::Respaced => Some(Self::Parts),
            Self::Parts => Some(Self::Typos),
            Self::Typos => None,
        }
    }
}
