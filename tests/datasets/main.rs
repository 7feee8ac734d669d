//! Datasets: the files that they are read from and written to, the rules of the model, and files that are damaged,
//! hostile or huge.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod convert;
mod dataset;
mod embedded_dataset;
mod extreme_numbers;
mod files;
mod hostile_files;
mod hostile_reports;
mod memory;
mod model;
mod packing;

#[path = "../support/cases.rs"]
mod cases;
#[path = "../support/english.rs"]
mod english;
#[path = "../support/hostile.rs"]
mod hostile;
#[path = "../support/indicators.rs"]
mod indicators;
#[path = "../support/reader_invariants.rs"]
mod reader_invariants;
#[path = "../support/sliced_tables.rs"]
mod sliced_tables;
#[path = "../support/mod.rs"]
mod support;
