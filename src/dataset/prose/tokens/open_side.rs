//! On which side of a figure what is meant is open: "10,6% trở lên".

use super::token::Token;

/// On which side of a figure what is meant is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OpenSide {
    /// "trở lên".
    Above,
    /// "trở xuống".
    Below,
}

impl OpenSide {
    /// How many tokens say so.
    pub(crate) const TOKENS: usize = 2;

    /// The side that the tokens from `at` on say.
    pub(crate) fn at(tokens: &[Token<'_>], at: usize) -> Option<Self> {
        let key = |at: usize| tokens.get(at).map_or("", |token| &*token.key);
        match (key(at), key(at + 1)) {
            ("trở", "lên") => Some(Self::Above),
            ("trở", "xuống") => Some(Self::Below),
            _ => None,
        }
    }

    /// The words that say so.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Above => "trở lên",
            Self::Below => "trở xuống",
        }
    }
}
