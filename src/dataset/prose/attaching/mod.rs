//! Stage 8: gives each quantity of a sentence to an indicator, a new one or one that has begun.

pub(super) mod attach;
mod attach_begin;
mod attach_name;
mod attach_owner;
mod bracketed_parts;
mod change_goes_on;
mod changes_in_order;
mod clause_subject;
mod counted_acts;
mod counted_cases;
mod level_of_budget;
mod listed_figures;
mod listed_names;
mod listed_places;
mod name_owner;
mod named_change;
mod no_owner;
mod owner_above;
mod parts_of_whole;
mod percent_of_amount;
mod percents_in_order;
mod plan_and_result;
mod rate_and_target;
mod score_before_rank;
mod shared_object;
mod shared_verb;
mod whole_of_part;
