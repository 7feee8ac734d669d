//! A row in its place among others.

use crate::lexicon::rank::Mark;

/// What a row says besides its values.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outlined {
    pub(crate) name: String,
    pub(crate) parents: Vec<String>,
    pub(crate) unit: Option<String>,
    pub(crate) notes: Vec<String>,
}

/// A row that was put in its place.
pub(crate) struct Item {
    pub(crate) row: usize,
    pub(crate) mark: Mark,
    pub(crate) outlined: Outlined,
    pub(crate) depth: usize,
    pub(crate) has_values: bool,
    pub(crate) has_unit: bool,
    /// Whether it is the total of all rows.
    pub(crate) is_whole: bool,
    /// The section that its own column gives.
    pub(crate) section: Option<String>,
}
