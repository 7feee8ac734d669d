//! A place in a ranking.

/// 22nd of 63 provinces, up 8 places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rank {
    /// From 1, the best.
    pub position: u32,
    /// Among how many.
    pub of: u32,
    /// Among whom ("tỉnh, thành phố").
    pub among: Option<String>,
    /// Places gained since the earlier ranking; up is positive.
    pub change: Option<i32>,
    /// The earlier period as the source names it.
    pub since: Option<String>,
}
