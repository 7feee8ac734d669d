//! Ranking: the score, its upper bound, and the top hits.

pub(super) mod score;
pub(super) mod top_hits;
pub(super) mod upper_bound;
