//! Stage 6: the indicators of the text while they are put together, with what is known so far of the sentence, its
//! periods and places, and what is in doubt.

pub(super) mod clause_name;
mod cumulated_period;
pub(super) mod doubt;
mod doubtful_wholes;
pub(super) mod draft_row;
mod inherited_period;
mod listed_measures;
mod listed_parts;
mod month_compared;
mod name_doubts;
pub(super) mod part_list;
mod parts_by_sum;
mod percents_of_list;
mod period_behind;
pub(super) mod period_scope;
mod quantity_before;
pub(super) mod reading_state;
pub(super) mod rounded;
mod self_check;
mod sentence_periods;
pub(super) mod sentence_reader;
mod several_years;
mod shared_comparison;
mod unit_of_whole;
pub(super) mod verdict;
