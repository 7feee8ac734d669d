//! Stage 4: decides what each column is, by its heading and by the values below it.
//!
//! ```text
//! Header → number_format        how the numbers of each column are written
//!        → proposals            a plan and an actual of each measure and slice, by the headings
//!        → comparison_sample    tests of each comparison on sampled rows
//!        → main_plan            which of several plans the percentages are of
//!        → comparison_inference what each comparison contains, and of which measure
//!        → Schema
//! ```

mod assignment;
mod capital;
mod carried_over;
mod class_parts;
pub(super) mod column;
pub(super) mod column_indicator;
mod column_indicators;
mod column_parts;
mod comparison;
mod components;
pub(super) mod crossed_periods;
mod falls_and_rises;
mod far_plans;
mod heading_levels;
mod heading_period;
mod joined_columns;
mod judged_values;
mod later_results;
mod main_actual;
mod main_plan;
mod mean_columns;
pub(super) mod measure_groups;
pub(super) mod measured_object;
mod month_targets;
mod nested_periods;
mod next_plans;
pub(super) mod note_reason;
pub(super) mod number_format;
mod period_changes;
mod period_slices;
pub(super) mod periods;
mod plan_and_actual;
pub(super) mod plan_period;
mod proposals;
mod rank_owner;
pub(super) mod ranking;
pub(super) mod schema;
pub(super) mod slice;
mod sums_of_estimates;
mod thousands;
mod value_columns;
pub(super) mod value_group;
mod whole_year;

pub(super) use comparison::{comparison_kind, comparison_reading};
