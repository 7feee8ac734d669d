//! The one tokenizer of delimited text: of tables, lists of names and lossless tables.
//!
//! Quotes are read as the csv crate reads them; unlike it, the cells are borrowed from the text. A property test
//! compares the two.

mod byte_search;
pub(super) mod fields;
pub(super) mod records;
pub(super) mod unclosed_quote;

pub(super) use records::{Records, first_record};
