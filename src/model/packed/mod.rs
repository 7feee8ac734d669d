//! The indicators of a dataset, packed into bytes: a table may have a million of them, and few are
//! displayed.
//!
//! ```text
//! blocks   ┌ length │ record │ length │ record … 32 ┐ ┌ length │ record … ┐ …   and the last one, still open
//! texts    Tỷ đồng, %, năm 2023 …                    texts that many records share, by number
//! ```
//!
//! The datasets of a table of many places and periods have ranges of the same records: each takes a few words of
//! memory, and a name that all of them have is kept once (see [`crate::model::packed::records`]).
//!
//! A record needs about as many bytes as the table row that it was read from (see
//! [`crate::model::packed::packed_indicator`]). To find one, the records before it in its block are
//! skipped; it is unpacked alone in a few microseconds. Clones share the blocks. A scan unpacks the
//! records one after another into the same value, a million in some tenths of a second.
//!
//! ```
//! use chitieu::model::{Indicator, Indicators};
//! let named = ["GRDP", "Trồng rừng mới"].map(|name| Indicator::named("x", name));
//! let indicators: Indicators = named.clone().into_iter().collect();
//! assert_eq!(indicators.name(1), Some("Trồng rừng mới"));
//! assert_eq!(indicators.get(1).as_ref(), named.get(1));
//! ```

mod bytes;
mod grouping;
mod interner;
mod packed_indicator;
mod packed_plan;
mod records;

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::{Indicator, Period};
use bytes::Unpacker;
pub(crate) use grouping::Grouping;
use records::Records;

/// Packed indicators, in order. Records are only appended, never changed.
#[derive(Clone, Default)]
pub struct Indicators {
    records: Arc<Records>,
    /// The number of the first record, and the number of records.
    start: usize,
    len: usize,
}

/// The shared texts that identify an indicator, by number: of equal numbers in lists that
/// [share](Indicators::shares_texts_with) their texts, the names, ids and units are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct SharedIdentity {
    name: usize,
    id: usize,
    unit: usize,
}

impl SharedIdentity {
    fn of(record: Unpacker<'_>) -> Option<Self> {
        let (name, id, unit) = packed_indicator::shared_numbers(record)?;
        Some(Self { name, id, unit })
    }
}

impl Indicators {
    /// Returns an empty list.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns the number of indicators.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether it is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Appends an indicator.
    pub fn push(&mut self, indicator: &Indicator) {
        self.own_records().push(|packer| packed_indicator::pack(indicator, packer));
        self.len += 1;
    }

    /// Appends an indicator without values, as [`push`](Self::push) would, but without making one:
    /// for lists of a million names.
    ///
    /// ```
    /// use chitieu::model::{Indicator, Indicators};
    /// let (mut one, mut other) = (Indicators::new(), Indicators::new());
    /// one.push_named("grdp", "GRDP", None);
    /// other.push(&Indicator::named("grdp", "GRDP"));
    /// assert_eq!(one, other);
    /// ```
    pub fn push_named(&mut self, id: &str, name: &str, unit: Option<&str>) {
        self.own_records().push(|packer| packed_indicator::pack_named(id, name, unit, packer));
        self.len += 1;
    }

    /// Appends all indicators of another list. If both share the same texts, as lists without units
    /// do, the records are copied as they are.
    ///
    /// ```
    /// use chitieu::model::{Indicator, Indicators};
    /// let named = |name: &str| Indicator::named(name, name);
    /// let mut some: Indicators = ["a", "b"].map(named).into_iter().collect();
    /// some.append(&["c"].map(named).into_iter().collect());
    /// assert_eq!(some, ["a", "b", "c"].map(named).into_iter().collect());
    /// ```
    pub fn append(&mut self, other: &Self) {
        if !self.records.has_texts_of(&other.records) {
            other.each(0..other.len, |indicator| self.push(indicator));
            return;
        }
        let records = self.own_records();
        other.raw_records().for_each(|record| records.push_raw(record));
        self.len += other.len;
    }

    /// Has the names and ids that are added after this share their texts: for a table in which many places and
    /// periods have the same indicators.
    pub(crate) fn share_names(&mut self) {
        self.own_records().share_names();
    }

    /// Splits the list by group, each in order. The lists share their memory.
    pub(crate) fn into_groups(self, grouping: &Grouping) -> Vec<Self> {
        let records = match grouping.order() {
            None => self.records,
            Some(order) => Arc::new(Arc::unwrap_or_clone(self.records).in_order(order)),
        };
        let list = |group: usize| {
            let (start, len) = grouping.place(group);
            Self { records: Arc::clone(&records), start, len }
        };
        (0..grouping.len()).map(list).collect()
    }

    /// The lists as one table, whose datasets share the texts: see
    /// [`shares_texts_with`](Self::shares_texts_with).
    pub(crate) fn of_one_table(lists: Vec<Self>) -> Vec<Self> {
        let mut all = Self::new();
        all.share_names();
        let mut places = Vec::with_capacity(lists.len());
        for list in lists {
            places.push((all.len, list.len));
            list.each(0..list.len, |indicator| all.push(indicator));
        }
        let list = |(start, len)| Self { records: Arc::clone(&all.records), start, len };
        places.into_iter().map(list).collect()
    }

    /// The records, of this list only: those of a list that is a range of others are copied.
    fn own_records(&mut self) -> &mut Records {
        if self.len != self.records.len() {
            *self = self.copied();
        }
        Arc::make_mut(&mut self.records)
    }

    /// Returns the indicator at `index`.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<Indicator> {
        let mut indicator = Indicator::default();
        self.read(index, &mut indicator).then_some(indicator)
    }

    /// Unpacks the indicator at `index` into a value, which keeps its memory: for one after another. Returns whether
    /// there is one.
    pub fn read(&self, index: usize, to: &mut Indicator) -> bool {
        let record = self.record(index);
        record.is_some_and(|mut record| packed_indicator::unpack(&mut record, to).is_some())
    }

    /// Returns the figure and the own period of the indicator at `index`, each as far as it has one: much faster
    /// than the whole of it.
    pub(crate) fn result(&self, index: usize) -> Option<(Option<Decimal>, Option<Period>)> {
        self.record(index).and_then(packed_indicator::result)
    }

    /// Returns the name of the indicator at `index`.
    #[must_use]
    pub fn name(&self, index: usize) -> Option<&str> {
        self.record(index).and_then(packed_indicator::name)
    }

    /// Returns the id of the indicator at `index`.
    #[must_use]
    pub fn id(&self, index: usize) -> Option<&str> {
        self.record(index).and_then(packed_indicator::id)
    }

    /// Returns the unit of the indicator at `index`.
    #[must_use]
    pub fn unit(&self, index: usize) -> Option<&str> {
        self.record(index).and_then(packed_indicator::unit)
    }

    /// Returns all names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names_in(0..self.len)
    }

    /// Returns the names of a range, in order.
    pub fn names_in(&self, range: Range<usize>) -> impl Iterator<Item = &str> {
        self.records(range).filter_map(packed_indicator::name)
    }

    /// Returns all ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.records(0..self.len).filter_map(packed_indicator::id)
    }

    /// Returns the units of a range, in order.
    pub fn units(&self, range: Range<usize>) -> impl Iterator<Item = Option<&str>> {
        self.records(range).map(packed_indicator::unit)
    }

    /// Returns how many indicators a reviewer has to look at.
    #[must_use]
    pub fn to_review(&self) -> usize {
        let reviewed = self.records(0..self.len).filter_map(packed_indicator::is_reviewed);
        reviewed.filter(|is_reviewed| *is_reviewed).count()
    }

    /// Returns for each indicator what identifies it, in order; `None` where the texts are its own.
    pub(crate) fn shared_identities(&self) -> impl Iterator<Item = Option<SharedIdentity>> {
        self.records(0..self.len).map(SharedIdentity::of)
    }

    /// Returns what identifies the indicator at `index`; `None` where the texts are its own.
    pub(crate) fn shared_identity(&self, index: usize) -> Option<SharedIdentity> {
        self.record(index).and_then(SharedIdentity::of)
    }

    /// Whether equal numbers are equal texts in both lists.
    pub(crate) fn shares_texts_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.records, &other.records)
    }

    /// Returns all indicators, in order.
    pub fn iter(&self) -> impl Iterator<Item = Indicator> {
        self.range(0..self.len)
    }

    /// Returns a range of indicators, in order.
    pub fn range(&self, range: Range<usize>) -> impl Iterator<Item = Indicator> {
        self.records(range).filter_map(|mut record| {
            let mut indicator = Indicator::default();
            packed_indicator::unpack(&mut record, &mut indicator)?;
            Some(indicator)
        })
    }

    /// Calls `show` with a range of indicators, in order, unpacked into the same value: the fastest
    /// way to read many.
    pub fn each(&self, range: Range<usize>, mut show: impl FnMut(&Indicator)) {
        let mut indicator = Indicator::default();
        for mut record in self.records(range) {
            if packed_indicator::unpack(&mut record, &mut indicator).is_some() {
                show(&indicator);
            }
        }
    }

    fn record(&self, index: usize) -> Option<Unpacker<'_>> {
        if index < self.len { self.records.get(self.start + index) } else { None }
    }

    fn records(&self, range: Range<usize>) -> impl Iterator<Item = Unpacker<'_>> {
        self.records.range(self.place(range))
    }

    /// The same list with records of its own.
    fn copied(&self) -> Self {
        self.iter().collect()
    }

    fn raw_records(&self) -> impl Iterator<Item = &[u8]> {
        self.records.raw(self.place(0..self.len))
    }

    /// The numbers of the records of a range.
    fn place(&self, range: Range<usize>) -> Range<usize> {
        let within = |index: usize| self.start + index.min(self.len);
        within(range.start)..within(range.end).max(within(range.start))
    }
}

impl PartialEq for Indicators {
    fn eq(&self, other: &Self) -> bool {
        if self.len != other.len {
            return false;
        }
        let is_same = |one: &Self, other: &Self| {
            one.records.has_texts_of(&other.records) && one.raw_records().eq(other.raw_records())
        };
        // Packed alike, equal lists have equal bytes, digits included: 16.70 is not 16.7.
        is_same(self, other) || is_same(&self.copied(), &other.copied())
    }
}

impl Extend<Indicator> for Indicators {
    fn extend<T: IntoIterator<Item = Indicator>>(&mut self, indicators: T) {
        indicators.into_iter().for_each(|indicator| self.push(&indicator));
    }
}

impl FromIterator<Indicator> for Indicators {
    fn from_iter<T: IntoIterator<Item = Indicator>>(indicators: T) -> Self {
        let mut packed = Self::new();
        packed.extend(indicators);
        packed
    }
}

impl fmt::Debug for Indicators {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
