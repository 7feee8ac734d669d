//! Stage 7: puts a quantity, by its role, into the fields of an indicator.

pub(super) mod change_base;
pub(super) mod fill;
mod fill_bracket;
pub(super) mod fill_change;
pub(super) mod fill_plan;
mod fill_rank;
mod fill_target;
pub(super) mod fill_value;
pub(super) mod filled_row;
mod growth_behind_share;
mod money_of_persons;
mod owner_of_rate;
mod plan_distance;
pub(super) mod planned_growth;
pub(super) mod quantity_context;
mod second_value;
mod target_period;
