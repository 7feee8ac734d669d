//! A row in its place among others.

use super::mark::Mark;

/// What a row says besides its values.
#[derive(Debug, Clone, Default)]
pub(super) struct Outlined {
    pub(super) name: String,
    pub(super) parents: Vec<String>,
    pub(super) unit: Option<String>,
    pub(super) notes: Vec<String>,
}

/// A row that was put in its place.
pub(super) struct Item {
    pub(super) row: usize,
    pub(super) mark: Mark,
    pub(super) outlined: Outlined,
    pub(super) depth: usize,
    pub(super) has_values: bool,
    pub(super) has_unit: bool,
    /// Whether it is the total of all rows.
    pub(super) is_whole: bool,
    /// The section that its own column gives.
    pub(super) section: Option<String>,
}
