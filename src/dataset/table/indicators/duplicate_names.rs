//! Finds rows with the same name and opposite statuses: one is wrong, or the table does not distinguish two
//! different things.

use std::collections::HashMap;
use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use crate::model::{Indicator, Status, status};
use crate::text::fold::fold;

/// The statuses of the rows so far, by a hash of section, parents, name, unit and period.
#[derive(Debug, Default)]
pub(in crate::dataset::table) struct Duplicates {
    reached: HashMap<u64, Seen, FixedState>,
}

/// The first row of a name with a status.
#[derive(Debug, Clone, Copy)]
struct Seen {
    row: usize,
    reached: bool,
}

impl Duplicates {
    /// Adds the status of a row. Returns the earlier row with the same key and the opposite status, if there
    /// is one.
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
