//! The commands, run as programs: their output, their diagnostics, their exit status, their help.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod check;
mod cli;
mod command_line;
mod diagnostic_words;
mod importing;
mod joined;
mod listing;
mod manual;
mod program;
mod round_trips;
mod searching;
mod showing;

#[path = "../support/every.rs"]
mod every;
