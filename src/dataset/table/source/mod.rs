//! Stage 1: bytes to sheets of cells.

mod byte_search;
pub(super) mod cell;
pub(super) mod delimited;
pub(super) mod encoding;
mod fields;
pub(super) mod legacy_fonts;
pub(super) mod limits;
mod line_index;
pub(super) mod location;
mod markdown;
pub(super) mod sheet;
pub(in crate::dataset) mod unclosed_quote;
pub(super) mod workbook;
