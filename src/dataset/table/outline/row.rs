//! A row with its place in the outline.

use std::sync::Arc;

use crate::lexicon::marker_order::Marker;
use crate::model::Period;

/// A row without its values: name, parents, unit and notes.
#[derive(Debug, Clone, Default)]
pub(crate) struct OutlinedRow {
    pub(crate) name: String,
    pub(crate) parents: Vec<String>,
    pub(crate) unit: Option<String>,
    pub(crate) notes: Vec<String>,
    /// Whether the unit is that of a block of rows, which goes before the unit of a column.
    pub(crate) has_unit_of_block: bool,
    /// The heading of that block; in a table with a place or a period for each row, the section of the row.
    pub(crate) block: Option<Arc<str>>,
    /// The place that a line above names for the rows below it.
    pub(crate) place: Option<Arc<str>>,
    /// The period that a line above names for the rows below it.
    pub(crate) period: Option<Period>,
    /// Whether it is a class among rows that are places: below "Phân theo ngành kinh tế".
    pub(crate) is_class: bool,
}

impl OutlinedRow {
    /// The number of bytes of its texts.
    pub(crate) fn text_bytes(&self) -> usize {
        let Self { name, parents, unit, notes, block, .. } = self;
        let texts = parents.iter().chain(unit).chain(notes).map(String::len);
        name.len() + texts.sum::<usize>() + block.as_ref().map_or(0, |block| block.len())
    }
}

/// A row after it was placed in the outline.
pub(crate) struct PlacedRow {
    pub(crate) row: usize,
    pub(crate) marker: Marker,
    pub(crate) outlined: OutlinedRow,
    pub(crate) depth: usize,
    pub(crate) has_values: bool,
    pub(crate) has_unit: bool,
    /// Whether a line above it ended the block that was a section.
    pub(crate) leaves_block: bool,
    /// Whether it is the total of all rows.
    pub(crate) is_whole: bool,
    /// The section in the column of sections.
    pub(crate) section: Option<String>,
}
