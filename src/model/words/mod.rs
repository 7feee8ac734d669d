//! The few words that decide what follows from an indicator: whether its unit is counted one by one, whether more of it
//! is better at all, whether two published bases may be one period. [`lexicon`](crate::lexicon) has all other words; it
//! is above the model, and what follows from an indicator must not depend on who read it.

pub(super) mod base_period;
mod composed;
mod countable;
mod ratio_of_counts;
mod spending;
mod units;

pub use countable::is_countable;
pub(super) use ratio_of_counts::is_ratio_of_counts;
pub(super) use spending::has_no_good_side;
pub(crate) use units::{is_rank_unit, is_score_unit};
