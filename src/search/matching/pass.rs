//! The passes of a search. Each pass covers a group of tiers; the search ends when no later pass
//! can have a better hit than those found.

use super::word_match::WordMatch;
use crate::search::Tier;
use crate::search::ranking::score::ScoreKey;

/// A group of tiers that are searched together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pass {
    /// Every typed word is a word of the name.
    Whole,
    /// Every typed word is a word of the name, an abbreviation of words of it, or a prefix of one.
    Words,
    /// The query is a whole unit, a whole section name, or neighbouring words of one.
    OnlyContext,
    /// Words that the name lacks are filler words, or are in its unit or its section.
    Missing,
    /// Every typed word is a word of the name after a space is moved or removed.
    Respaced,
    /// Typed words are initials or inside words; filler words may be missing.
    Substrings,
    /// Typed words may have typos, and some may be missing.
    Typos,
}

impl Pass {
    /// Returns the worst match that this pass accepts.
    pub(crate) fn worst_match(self) -> WordMatch {
        match self {
            Self::Whole => WordMatch::Equal,
            Self::Words | Self::OnlyContext | Self::Missing | Self::Respaced => {
                WordMatch::Beginning
            }
            Self::Substrings => WordMatch::Inside,
            Self::Typos => WordMatch::Typo,
        }
    }

    /// Returns the best tier of a name that no earlier pass has found.
    pub(crate) fn best_tier(self) -> Tier {
        match self {
            Self::Whole => Tier::Exact,
            Self::Words => Tier::Prefix,
            Self::OnlyContext => Tier::OnlyContext,
            Self::Missing => Tier::WithoutFillers,
            Self::Respaced => Tier::Respaced,
            Self::Substrings => Tier::Initials,
            Self::Typos => Tier::Subsequence,
        }
    }

    /// Returns the best key of a name that no earlier pass has found.
    pub(crate) fn best_key(self) -> ScoreKey {
        let tier = if self == Self::Missing { Tier::InContext } else { self.best_tier() };
        ScoreKey { whole: self != Self::Words, ..ScoreKey::best_of(tier) }
    }

    /// Returns the worst tier that this pass accepts.
    pub(crate) fn worst_tier(self) -> Tier {
        match self {
            Self::Whole => Tier::Words,
            Self::Words => Tier::Beginnings,
            Self::Missing => Tier::InContext,
            Self::Substrings => Tier::SubstringWithoutFillers,
            Self::Typos => Tier::Partial,
            Self::OnlyContext | Self::Respaced => self.best_tier(),
        }
    }

    /// Whether only whole words are accepted, except for the last typed word.
    pub(crate) fn is_strict(self) -> bool {
        matches!(self, Self::Missing | Self::Respaced)
    }

    /// Whether a name must have every typed word.
    pub(crate) fn needs_all(self) -> bool {
        matches!(self, Self::Whole | Self::Words)
    }

    /// Whether words that a name lacks may be in its unit or its section.
    pub(crate) fn has_context(self) -> bool {
        matches!(self, Self::Missing | Self::Typos)
    }

    pub(crate) fn next(self) -> Option<Self> {
        match self {
            Self::Whole => Some(Self::Words),
            Self::Words => Some(Self::OnlyContext),
            Self::OnlyContext => Some(Self::Missing),
            Self::Missing => Some(Self::Respaced),
            Self::Respaced => Some(Self::Substrings),
            Self::Substrings => Some(Self::Typos),
            Self::Typos => None,
        }
    }
}
