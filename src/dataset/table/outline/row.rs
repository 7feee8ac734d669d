//! A row with its place in the outline.

use std::sync::Arc;

use crate::lexicon::marker_order::Marker;
use crate::model::Period;

/// A row without its values: name, parents, unit and notes.
#[derive(Debug, Clone, Default)]
pub(in crate::dataset::table) struct OutlinedRow {
    pub(in crate::dataset::table) name: String,
    pub(in crate::dataset::table) parents: Vec<String>,
    pub(in crate::dataset::table) unit: Option<String>,
    pub(in crate::dataset::table) notes: Vec<String>,
    /// Whether the unit is that of a block of rows, which goes before the unit of a column.
    pub(in crate::dataset::table) has_unit_of_block: bool,
    /// The heading of that block; in a table with a place or a period for each row, the section of the row.
    pub(in crate::dataset::table) block: Option<Arc<str>>,
    /// The place that a line above names for the rows below it.
    pub(in crate::dataset::table) place: Option<Arc<str>>,
    /// The period that a line above names for the rows below it.
    pub(in crate::dataset::table) period: Option<Period>,
    /// Whether it is a class among rows that are places: below "Phân theo ngành kinh tế".
    pub(in crate::dataset::table) is_class: bool,
}

impl OutlinedRow {
    /// The number of bytes of its texts.
    pub(in crate::dataset::table) fn text_bytes(&self) -> usize {
        let Self { name, parents, unit, notes, block, .. } = self;
        let texts = parents.iter().chain(unit).chain(notes).map(String::len);
        name.len() + texts.sum::<usize>() + block.as_ref().map_or(0, |block| block.len())
    }
}

/// A row after it was placed in the outline.
pub(in crate::dataset::table) struct PlacedRow {
    pub(in crate::dataset::table) row: usize,
    pub(in crate::dataset::table) marker: Marker,
    pub(in crate::dataset::table) outlined: OutlinedRow,
    pub(in crate::dataset::table) depth: usize,
    pub(in crate::dataset::table) has_values: bool,
    pub(in crate::dataset::table) has_unit: bool,
    /// Whether a line above it ended the block that was a section.
    pub(in crate::dataset::table) leaves_block: bool,
    /// Whether it is the total of all rows.
    pub(in crate::dataset::table) is_whole: bool,
    /// The section in the column of sections.
    pub(in crate::dataset::table) section: Option<String>,
}
