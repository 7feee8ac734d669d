//! The real binary in a pseudo-terminal, as a person uses it: keys in, screen out, and the terminal
//! given back however it ends.

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
mod typing;
mod using;
mod widths;
