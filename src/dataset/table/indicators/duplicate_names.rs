//! Rows of one name whose statuses contradict each other: one of them is wrong, or they are of two things that the
//! table does not distinguish.

use std::collections::HashMap;
use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use crate::model::{Indicator, Status, status};
use crate::text::fold::fold;

/// The statuses of the rows read so far, by the hash of what names them.
#[derive(Debug, Default)]
pub(in crate::dataset::table) struct Duplicates {
    reached: HashMap<u64, Seen, FixedState>,
}

/// The first row of a name that was assessed.
#[derive(Debug, Clone, Copy)]
struct Seen {
    row: usize,
    reached: bool,
}

impl Duplicates {
    /// Remembers the status of a row; the earlier row of the same section, parents, name and unit whose status is
    /// the opposite, if there is one.
    pub(in crate::dataset::table) fn add(
        &mut self,
        section: usize,
        row: usize,
        indicator: &Indicator,
    ) -> Option<usize> {
        let reached = match status(indicator) {
            Status::Exceeded | Status::Met => true,
            Status::Missed => false,
            Status::InProgress | Status::NotAssessed => return None,
        };
        let name = fold(&indicator.name);
        let unit = indicator.unit.as_deref().map(fold);
        let period = indicator.period;
        let key = FixedState::default().hash_one((section, &indicator.parents, name, unit, period));
        let seen = self.reached.entry(key).or_insert(Seen { row, reached });
        (seen.reached != reached).then_some(seen.row)
    }
}
