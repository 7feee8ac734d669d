//! A position in a ranking.

use std::fmt;

/// 22nd of 63 provinces, up 8 places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rank {
    /// From 1, the best.
    pub position: u32,
    /// The number of places, if it is known.
    pub of: Option<u32>,
    /// The group that is ranked ("tỉnh, thành phố").
    pub among: Option<String>,
    /// Places gained since the earlier ranking; up is positive.
    pub change: Option<i32>,
    /// The earlier period as the source names it.
    pub since: Option<String>,
}

impl fmt::Display for Rank {
    /// Writes "22/63", or "22" if the number of places is not known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.of {
            Some(of) => write!(f, "{}/{of}", self.position),
            None => self.position.fmt(f),
        }
    }
}

impl Rank {
    /// Whether a place exists in this ranking, as far as its length is known.
    #[must_use]
    pub fn has_place(&self, place: u32) -> bool {
        (1..=self.of.unwrap_or(u32::MAX)).contains(&place)
    }
}
