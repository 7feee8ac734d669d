//! Ranking: the score, its upper bound, and the top hits.

mod best_tier;
mod candidates;
pub(super) mod score;
mod span_names;
pub(super) mod top_hits;
pub(super) mod upper_bound;
