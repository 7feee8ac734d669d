//! The explorer without a terminal: its state, action by action, and its screens.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod app;
mod compare_view;
mod dataset_switching;
mod explained_screens;
mod finding;
mod list_screens;
mod parts_and_orders;
mod place_ranks;
mod plans_and_places;
mod random_walks;
mod reload;
mod review;
mod room_used;
mod same_indicator;
mod screens;
mod slices;
mod views;

#[path = "../support/cases.rs"]
mod cases;
#[path = "../support/mod.rs"]
mod support;
