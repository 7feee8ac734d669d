//! What must hold of a reader: the tests hold damaged files to the same.

#[path = "../../tests/support/held.rs"]
mod held;

pub use held::*;
