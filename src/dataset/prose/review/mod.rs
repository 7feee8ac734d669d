//! Stage 10: what a reviewer sees and decides: the state of each number in a dataset that carries its text, and the
//! changes that make a new dataset of the former one.

pub(super) mod audit;
pub(super) mod kept_review;
pub(super) mod review_changes;
pub(super) mod reviewed;
