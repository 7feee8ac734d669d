//! The words of administrative Vietnamese and English: what a phrase of a heading, a title or a report means.
//!
//! It knows no files and no tables; it never decides what a column or a row is.

pub mod direction;
pub mod period;
