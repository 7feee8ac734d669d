//! What distinguishes indicators of one name and unit: their sections, or their rows in a table.

use std::hash::BuildHasher;

use foldhash::quality::RandomState;

use super::section_numbers::SectionNumbers;
use crate::model::Collection;

/// Extends hashes of names by what else distinguishes indicators.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Refined<'a> {
    pub(super) collection: &'a Collection,
    pub(super) sections: &'a SectionNumbers,
    /// The number of the table of each dataset.
    pub(super) tables: &'a [usize],
    pub(super) hasher: &'a RandomState,
}

impl Refined<'_> {
    /// The number of the field that an indicator is listed under; 0 for none.
    pub(super) fn section(&self, index: usize) -> u32 {
        self.sections.get(self.collection, index)
    }

    /// Whether no two sections differ.
    pub(super) fn is_one_section(&self) -> bool {
        self.sections.are_one()
    }

    /// The number of the table of an indicator.
    pub(super) fn table(&self, index: usize) -> usize {
        self.tables.get(self.collection.dataset_of(index)).copied().unwrap_or(0)
    }

    /// The hash extended by the section.
    pub(super) fn by_section(&self, index: usize, hash: u64) -> u64 {
        self.hasher.hash_one((hash, self.section(index)))
    }

    /// That hash extended by the table and by the id, which is that of the row in all datasets of a table.
    pub(super) fn by_row(&self, index: usize, hash: u64) -> u64 {
        let own_id = self.collection.get(index).map_or("", |entry| entry.own_id());
        self.hasher.hash_one((hash, self.table(index), own_id))
    }
}
