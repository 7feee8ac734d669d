//! The real binary in a pseudo-terminal, used as a person does: keys in, screen out; the terminal is restored
//! however the program ends.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod session;

mod cheap;
mod endings;
mod hostile;
mod large;
mod monkey;
mod reload;
mod restricted;
mod review;
mod typing;
mod using;
mod widths;
