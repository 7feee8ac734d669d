//! A row with its position in a table.

use super::body::Body;
use crate::dataset::table::source::cell::Row;

/// A row of a table with its position.
#[derive(Clone, Copy)]
pub(super) struct RowAt<'b> {
    pub(super) body: &'b Body<'b>,
    /// Its index in the sheet.
    pub(super) at: usize,
    pub(super) row: &'b Row<'b>,
}
