//! A row in its place among others.

use crate::lexicon::rank::Marker;

/// What a row says besides its values.
#[derive(Debug, Clone, Default)]
pub(in crate::dataset::table) struct OutlinedRow {
    pub(in crate::dataset::table) name: String,
    pub(in crate::dataset::table) parents: Vec<String>,
    pub(in crate::dataset::table) unit: Option<String>,
    pub(in crate::dataset::table) notes: Vec<String>,
}

/// A row that was put in its place.
pub(in crate::dataset::table) struct Item {
    pub(in crate::dataset::table) row: usize,
    pub(in crate::dataset::table) mark: Marker,
    pub(in crate::dataset::table) outlined: OutlinedRow,
    pub(in crate::dataset::table) depth: usize,
    pub(in crate::dataset::table) has_values: bool,
    pub(in crate::dataset::table) has_unit: bool,
    /// Whether it is the total of all rows.
    pub(in crate::dataset::table) is_whole: bool,
    /// The section that its own column gives.
    pub(in crate::dataset::table) section: Option<String>,
}
