//! The order of hits: the score, its upper bound, and the best ones kept.

pub(super) mod score;
pub(super) mod top_hits;
pub(super) mod upper_bound;
