//! Finds rows with the same name and opposite statuses: one is wrong, or the table does not distinguish two
//! different things.

use std::collections::HashMap;
use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use crate::model::{Indicator, Status};
use crate::text::fold::fold;

/// What distinguishes the indicator of a row within its section, as a hash of parents, name, unit and period.
#[derive(Debug, Clone, Copy)]
pub(in crate::dataset::table) struct RowKey(u64);

impl RowKey {
    /// The key of an indicator; `folded` is its name in folded form.
    pub(in crate::dataset::table) fn of(indicator: &Indicator, folded: &str) -> Self {
        let unit = indicator.unit.as_deref().map(fold);
        let key = (&indicator.parents, folded, unit, indicator.period);
        Self(FixedState::default().hash_one(key))
    }
}

/// The statuses of the rows so far, by slice, section and key. With a million rows, an entry has to be small.
#[derive(Debug, Default)]
pub(in crate::dataset::table) struct Duplicates {
    seen: HashMap<u64, Seen, FixedState>,
}

/// The first row of a key with a status: its index times two, plus one if it reached its plan.
#[derive(Debug, Clone, Copy)]
struct Seen(u32);

impl Seen {
    /// `None` if the index is too large, which the limit of cells excludes.
    fn of(row: usize, reached: bool) -> Option<Self> {
        let row = u32::try_from(row).ok()?.checked_mul(2)?;
        Some(Self(row | u32::from(reached)))
    }

    fn row(self) -> usize {
        (self.0 / 2) as usize
    }

    fn reached(self) -> bool {
        self.0 % 2 == 1
    }
}

impl Duplicates {
    /// Adds the status of a row. Returns the earlier row with the same key and the opposite status, if there
    /// is one.
    pub(in crate::dataset::table) fn add(
        &mut self,
        (slice, section, RowKey(key)): (usize, usize, RowKey),
        row: usize,
        status: Status,
    ) -> Option<usize> {
        let reached = match status {
            Status::Exceeded | Status::Met => true,
            Status::Missed => false,
            Status::InProgress | Status::NotAssessed => return None,
        };
        let key = FixedState::default().hash_one((slice, section, key));
        let own = Seen::of(row, reached)?;
        let seen = *self.seen.entry(key).or_insert(own);
        (seen.reached() != reached).then(|| seen.row())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_first_row_with_the_opposite_status() {
        let named = Indicator::named("x", "Thu ngân sách");
        let key = |section| (0, section, RowKey::of(&named, "thu ngan sach"));
        let mut rows = Duplicates::default();
        assert_eq!(rows.add(key(1), 2, Status::NotAssessed), None);
        assert_eq!(rows.add(key(1), 3, Status::Exceeded), None);
        assert_eq!(rows.add(key(1), 4, Status::Met), None);
        assert_eq!(rows.add(key(1), 5, Status::Missed), Some(3));
        assert_eq!(rows.add(key(2), 6, Status::Missed), None, "it is in another section");
        let (_, section, row) = key(1);
        assert_eq!(rows.add((1, section, row), 7, Status::Missed), None, "it is of another place");
    }
}
