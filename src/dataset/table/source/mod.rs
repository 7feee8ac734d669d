//! Stage 1: bytes to a [`sheet::Sheet`], rows of cells whose format no later stage knows.
//!
//! Delimited text is decoded ([`encoding`], [`legacy_fonts`]), split by the most likely separator ([`delimited`]) and
//! indexed by line; cells are parsed again from the text whenever a row is read. Sheets of a workbook ([`workbook`])
//! are held whole. Every size has a limit ([`limits`]).

pub(super) mod cell;
pub(super) mod delimited;
pub(super) mod encoding;
pub(super) mod legacy_fonts;
pub(super) mod limits;
mod line_index;
pub(super) mod location;
pub(super) mod markdown;
pub(super) mod sheet;
pub(super) mod workbook;
