//! Vietnamese text: folding, collation, syllables, numbers, display width, sanitizing.
//!
//! This floor knows nothing of indicators and writes nothing to the terminal.

pub mod ascii;
pub(crate) mod capital;
pub mod collate;
pub mod fold;
pub mod format_number;
pub mod formula_escape;
pub mod legacy_encoding;
pub(crate) mod lower_case;
pub(crate) mod nearest;
pub mod one_line;
pub mod parse_number;
pub(crate) mod remembered;
pub mod sanitize;
pub(crate) mod slug;
pub mod spelled;
pub mod syllable;
pub mod truncate;
pub mod typing;
pub(crate) mod word_form;
