//! Reports in prose, as `chitieu import` reads them: the facts of whole texts, and one module a kind of
//! construction; tests/README.md says what each shows.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod actors;
mod asserted;
mod changes_between;
mod comparisons;
mod coordinated;
mod counts_and_plans;
mod cut_names;
mod earlier;
mod english;
mod facts;
mod facts_files;
mod import;
mod kinds;
mod listed;
mod names;
mod open_sides;
mod order_and_parts;
mod others;
mod owners;
#[cfg(feature = "pdf")]
mod pdf;
mod periods;
mod places;
mod plan_and_result;
mod plans;
mod plans_beside;
mod ranks;
mod rates;
mod reported;
mod resolutions;
mod roles;
mod run_in;
mod second_values;
mod self_checks;
mod shared_words;
mod some_days;
mod targets;
mod units;
mod wholes;
mod worded_numbers;
mod words;

#[path = "../support/reports.rs"]
mod reports;

#[path = "../support/every.rs"]
mod every;
