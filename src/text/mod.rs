//! Vietnamese writing: folding, numbers, order, width, and what is safe to print.
//!
//! Nothing here knows what an indicator is, and nothing here prints.

pub mod ascii;
pub mod collate;
pub mod fold;
pub mod format_number;
pub mod formula_escape;
pub mod legacy_encoding;
pub(crate) mod nearest;
pub mod one_line;
pub mod parse_number;
pub mod sanitize;
pub mod syllable;
pub mod truncate;
pub mod typing;
pub(crate) mod word_form;
