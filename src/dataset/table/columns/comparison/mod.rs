//! What each comparison contains and of which measure, by its heading and by tests on sampled rows.

mod absolute_changes;
mod comparison_candidate;
mod comparison_falls;
pub(super) mod comparison_inference;
pub(crate) mod comparison_kind;
mod comparison_owner;
pub(super) mod comparison_pairs;
pub(crate) mod comparison_reading;
pub(super) mod comparison_sample;
mod comparison_siblings;
mod unsupported_comparison;
