//! Reports in prose, as `chitieu import` reads them: the facts of whole texts, and one module a kind of
//! construction; tests/README.md says what each shows.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod actors;
mod changes_and_periods;
mod changes_between;
mod comparisons;
mod comparisons_with_others;
mod coordinated;
mod counts_and_plans;
mod cut_names;
mod days_and_terms;
mod distances_and_forecasts;
mod earlier_values;
mod english;
mod facts;
mod facts_files;
mod import;
mod listed_places;
mod named_periods;
mod names;
mod open_sides;
mod owners;
#[cfg(feature = "pdf")]
mod pdf;
mod periods;
mod places;
mod plan_and_result;
mod plans;
mod plans_next_to_changes;
mod ranks;
mod rates;
mod resolutions;
mod roles;
mod run_in_headings;
mod second_values;
mod self_checks;
mod shared_words;
mod shares_and_parts;
mod some_days;
mod targets;
mod units;
mod wholes;
mod word_senses;
mod worded_numbers;

#[path = "../support/reports.rs"]
mod reports;

#[path = "../support/every.rs"]
mod every;
