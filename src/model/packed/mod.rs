//! The indicators of a dataset, packed into bytes: a table may have a million of them, and few are
//! displayed.
//!
//! ```text
//! blocks   ┌ length │ record │ length │ record … 32 ┐ ┌ length │ record … ┐ …   and the last one, still open
//! texts    Tỷ đồng, %, năm 2023 …                    texts that many records share, by number
//! ```
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
mod interner;
mod packed_indicator;

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::Indicator;
use bytes::{Packer, Unpacker, push_size, take};
use interner::Texts;

/// The number of records in a block.
const BLOCK: usize = 32;

/// Packed indicators, in order. Records are only appended, never changed.
#[derive(Clone, Default, PartialEq)]
pub struct Indicators {
    blocks: Vec<Arc<[u8]>>,
    /// The block that is not full yet.
    open: Vec<u8>,
    len: usize,
    texts: Texts,
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

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Appends an indicator.
    pub fn push(&mut self, indicator: &Indicator) {
        self.push_record(|packer| packed_indicator::pack(indicator, packer));
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
        self.push_record(|packer| packed_indicator::pack_named(id, name, unit, packer));
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
        if self.texts != other.texts {
            other.each(0..other.len, |indicator| self.push(indicator));
            return;
        }
        for record in other.raw_records(0..other.len) {
            push_size(&mut self.open, record.len());
            self.open.extend_from_slice(record);
            self.end_record();
        }
    }

    fn push_record(&mut self, pack: impl FnOnce(&mut Packer<'_>)) {
        let start = self.open.len();
        let mut packer = Packer::new(&mut self.open, &mut self.texts);
        pack(&mut packer);
        packer.finish();
        // The length is known only now, and goes before the record.
        let end = self.open.len();
        push_size(&mut self.open, end - start);
        self.open[start..].rotate_left(end - start);
        self.end_record();
    }

    fn end_record(&mut self) {
        self.len += 1;
        if self.len.is_multiple_of(BLOCK) {
            self.blocks.push(self.open.as_slice().into());
            self.open.clear();
        }
    }

    /// Returns the indicator at `index`.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<Indicator> {
        self.range(index..index.saturating_add(1)).next()
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
        self.records(index..index.saturating_add(1)).next()
    }

    fn records(&self, range: Range<usize>) -> impl Iterator<Item = Unpacker<'_>> {
        self.raw_records(range).map(|record| Unpacker::new(record, &self.texts))
    }

    fn raw_records(&self, range: Range<usize>) -> impl Iterator<Item = &[u8]> {
        fn taken<'a>(left: &mut &'a [u8]) -> Option<&'a [u8]> {
            if left.is_empty() { None } else { take(left) }
        }
        let blocks = self.blocks.iter().map(AsRef::as_ref).chain([self.open.as_slice()]);
        blocks
            .skip(range.start / BLOCK)
            .flat_map(|mut left| std::iter::from_fn(move || taken(&mut left)))
            .skip(range.start % BLOCK)
            .take(range.len())
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
