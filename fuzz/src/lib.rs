//! What must hold of a reader: the tests hold damaged files to the same.

#[path = "../../tests/support/reader_invariants.rs"]
mod reader_invariants;

pub use reader_invariants::*;
