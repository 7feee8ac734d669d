//! A row of a table as an indicator.

use std::sync::Arc;

use super::duplicate_names::RowKey;
use super::ids::Slug;
use super::row_status::RowStatus;
use crate::dataset::table::columns::slice::Slice;
use crate::dataset::table::outline::selection::Beginning;
use crate::model::Indicator;

/// A row as an indicator, with the section that begins with it.
pub(in crate::dataset::table) struct ReadRow {
    pub(in crate::dataset::table) begins: Option<Beginning>,
    pub(in crate::dataset::table) row: usize,
    /// The place and period of its values.
    pub(in crate::dataset::table) slice: Slice,
    /// The place that its place is in, if the row says so.
    pub(in crate::dataset::table) upper: Option<Arc<str>>,
    /// Whether it is the first indicator of its row.
    pub(in crate::dataset::table) is_first: bool,
    pub(in crate::dataset::table) indicator: Indicator,
    pub(in crate::dataset::table) status: RowStatus,
    /// What distinguishes it from other rows of its section.
    pub(in crate::dataset::table) key: RowKey,
    /// The slug of its name, if the file has no id for it.
    pub(in crate::dataset::table) slug: Option<Slug>,
    /// Whether the row says by itself which slice it is of; otherwise its columns do.
    pub(in crate::dataset::table) is_of_slice: bool,
    /// The heading of its block.
    pub(in crate::dataset::table) block: Option<Arc<str>>,
}
