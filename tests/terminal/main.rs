//! The real binary in a pseudo-terminal, used as a person does: keys in, screen out; the terminal is restored
//! however the program ends.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod session;

mod byte_budget;
mod hostile;
mod journeys;
mod large_files;
mod monkey;
mod reload;
mod restores_terminal;
mod restricted;
mod review;
mod typing;
mod widths;
