//! What the documents say is so.
//!
//! * Generated parts are current; `UPDATE_DOCS=1 cargo test --test documents` writes them again.
//! * Every command in them runs, and the outputs that they show are those of the program.
//! * The examples are what the text around them says.
//! * Links lead somewhere, and ARCHITECTURE.md names files, functions and calls that exist.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod architecture;
mod commands;
mod document;
mod examples;
mod generated;
mod links;
mod sandbox;
