//! Finds rows with the same name and opposite statuses: one is wrong, or the table does not distinguish two
//! different things.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

use super::halved_hash::HalvedHash;
use super::known_names::KnownUnits;
use crate::model::{Indicator, Status};

/// What distinguishes the indicator of a row within its section, as a hash of parents, name, unit and period.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RowKey(u64);

impl RowKey {
    /// The key of an indicator; `folded` is its name in folded form.
    pub(crate) fn of(indicator: &Indicator, folded: &str, units: &mut KnownUnits) -> Self {
        let unit = indicator.unit.as_deref().map(|unit| &*units.get(unit).folded);
        let key = (&indicator.parents, folded, unit, indicator.period);
        Self(FixedState::default().hash_one(key))
    }
}

/// A row by the slice and the section that it is in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NamedRow {
    /// The number of the slice.
    pub(crate) slice: usize,
    /// The number of the section.
    pub(crate) section: usize,
    pub(crate) key: RowKey,
}

impl NamedRow {
    pub(super) fn hash(self) -> HalvedHash {
        let Self { slice, section, key: RowKey(key) } = self;
        HalvedHash::of(FixedState::default().hash_one((slice, section, key)))
    }
}

/// The statuses of the rows so far, by slice, section and key. With a million rows, an entry has to be small.
#[derive(Debug, Default)]
pub(crate) struct Duplicates {
    seen: HashTable<Seen>,
}

/// The first row of a key with a status.
#[derive(Debug, Clone, Copy)]
struct Seen {
    key: HalvedHash,
    /// Its index times two, plus one if it reached its plan.
    row_and_status: u32,
}

impl Seen {
    /// `None` if the index is too large, which the limit of cells excludes.
    fn of(key: HalvedHash, row: usize, reached: bool) -> Option<Self> {
        let row = u32::try_from(row).ok()?.checked_mul(2)?;
        Some(Self { key, row_and_status: row | u32::from(reached) })
    }

    fn row(self) -> usize {
        (self.row_and_status / 2) as usize
    }

    fn reached(self) -> bool {
        self.row_and_status % 2 == 1
    }
}

impl Duplicates {
    /// Reserves memory for the statuses of `count` rows.
    pub(crate) fn expect(&mut self, count: usize) {
        self.seen.reserve(count, |seen| seen.key.whole());
    }

    /// Whether a row named so has a status.
    pub(crate) fn has(&self, named: NamedRow) -> bool {
        let key = named.hash();
        self.seen.find(key.whole(), |seen| seen.key == key).is_some()
    }

    /// Adds the status of a row. Returns the earlier row that is named so and has the opposite status, if there is one.
    pub(crate) fn add(&mut self, named: NamedRow, row: usize, status: Status) -> Option<usize> {
        let reached = match status {
            Status::Exceeded | Status::Met => true,
            Status::Missed => false,
            Status::InProgress | Status::NotAssessed => return None,
        };
        let key = named.hash();
        let own = Seen::of(key, row, reached)?;
        let is_same = |seen: &Seen| seen.key == key;
        let seen = self.seen.entry(key.whole(), is_same, |seen| seen.key.whole());
        let seen = *seen.or_insert(own).get();
        (seen.reached() != reached).then(|| seen.row())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_first_row_with_the_opposite_status() {
        let named = Indicator::named("x", "Thu ngân sách");
        let mut units = KnownUnits::default();
        let key = RowKey::of(&named, "thu ngan sach", &mut units);
        let row = |section| NamedRow { slice: 0, section, key };
        let mut rows = Duplicates::default();
        assert_eq!(rows.add(row(1), 2, Status::NotAssessed), None);
        assert_eq!(rows.add(row(1), 3, Status::Exceeded), None);
        assert_eq!(rows.add(row(1), 4, Status::Met), None);
        assert_eq!(rows.add(row(1), 5, Status::Missed), Some(3));
        assert_eq!(rows.add(row(2), 6, Status::Missed), None, "it is in another section");
        let elsewhere = NamedRow { slice: 1, ..row(1) };
        assert_eq!(rows.add(elsewhere, 7, Status::Missed), None, "it is of another place");
    }
}
