//! A row of a table as an indicator.

use std::sync::Arc;

use super::duplicate_names::RowKey;
use super::ids::Slug;
use super::row_status::RowStatus;
use crate::dataset::table::columns::slice::Slice;
use crate::dataset::table::outline::selection::Beginning;
use crate::model::Indicator;

/// A row as an indicator, with the section that begins with it.
pub(crate) struct ReadRow {
    pub(crate) begins: Option<Beginning>,
    pub(crate) row: usize,
    /// The place and period of its values.
    pub(crate) slice: Slice,
    /// The place that its place is in, if the row says so.
    pub(crate) upper: Option<Arc<str>>,
    /// Whether it is the first indicator of its row.
    pub(crate) is_first: bool,
    pub(crate) indicator: Indicator,
    pub(crate) status: RowStatus,
    /// What distinguishes it from other rows of its section.
    pub(crate) key: RowKey,
    /// The slug of its name, if the file has no id for it.
    pub(crate) slug: Option<Slug>,
    /// Whether the row says by itself which slice it is of; otherwise its columns do.
    pub(crate) is_of_slice: bool,
    /// The heading of its block.
    pub(crate) block: Option<Arc<str>>,
}
