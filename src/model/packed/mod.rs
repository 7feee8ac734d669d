//! The indicators of a dataset, packed: a table may have a million of them, and most are never looked at.
//!
//! ```text
//! blocks   ┌ length │ record │ length │ record … 32 ┐ ┌ length │ record … ┐ …   and the last one, still open
//! texts    Tỷ đồng, %, năm 2023 …                    what many records share, by number
//! ```
//!
//! A record takes about as many bytes as the row of the table that it was read from (how, see
//! [`crate::model::packed::packed_indicator`]). One is found by passing over those before it in its block and unpacked by itself, in
//! a few microseconds; blocks are shared by clones. A pass over many unpacks them one after another into
//! the same place, a million in some tenths of a second.
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

/// How many records stand in a block.
const BLOCK: usize = 32;

/// Indicators in order, packed. What was added stays as it is.
#[derive(Clone, Default, PartialEq)]
pub struct Indicators {
    blocks: Vec<Arc<[u8]>>,
    /// The block that is not full yet.
    open: Vec<u8>,
    len: usize,
    texts: Texts,
}

impl Indicators {
    /// None.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Adds one at the end.
    pub fn push(&mut self, indicator: &Indicator) {
        let start = self.open.len();
        let mut packer = Packer::new(&mut self.open, &mut self.texts);
        packed_indicator::pack(indicator, &mut packer);
        packer.finish();
        // The length is known now, and goes before the record.
        let end = self.open.len();
        push_size(&mut self.open, end - start);
        self.open[start..].rotate_left(end - start);
        self.len += 1;
        if self.len.is_multiple_of(BLOCK) {
            self.blocks.push(self.open.as_slice().into());
            self.open.clear();
        }
    }

    /// The one at `index`.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<Indicator> {
        self.range(index..index.saturating_add(1)).next()
    }

    /// The name of the one at `index`.
    #[must_use]
    pub fn name(&self, index: usize) -> Option<&str> {
        self.record(index).and_then(packed_indicator::name)
    }

    /// The id of the one at `index`.
    #[must_use]
    pub fn id(&self, index: usize) -> Option<&str> {
        self.record(index).and_then(packed_indicator::id)
    }

    /// The unit of the one at `index`.
    #[must_use]
    pub fn unit(&self, index: usize) -> Option<&str> {
        self.record(index).and_then(packed_indicator::unit)
    }

    /// All names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.records(0..self.len).filter_map(packed_indicator::name)
    }

    /// All ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.records(0..self.len).filter_map(packed_indicator::id)
    }

    /// The units of a run, in order.
    pub fn units(&self, range: Range<usize>) -> impl Iterator<Item = Option<&str>> {
        self.records(range).map(packed_indicator::unit)
    }

    /// All, in order.
    pub fn iter(&self) -> impl Iterator<Item = Indicator> {
        self.range(0..self.len)
    }

    /// A run of them, in order.
    pub fn range(&self, range: Range<usize>) -> impl Iterator<Item = Indicator> {
        self.records(range).filter_map(|mut record| {
            let mut indicator = Indicator::default();
            packed_indicator::unpack(&mut record, &mut indicator)?;
            Some(indicator)
        })
    }

    /// Shows a run of them, in order, one after another in the same place: the quickest way through
    /// many.
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
        fn taken<'a>(left: &mut &'a [u8]) -> Option<&'a [u8]> {
            if left.is_empty() { None } else { take(left) }
        }
        let blocks = self.blocks.iter().map(AsRef::as_ref).chain([self.open.as_slice()]);
        blocks
            .skip(range.start / BLOCK)
            .flat_map(|mut left| std::iter::from_fn(move || taken(&mut left)))
            .skip(range.start % BLOCK)
            .take(range.len())
            .map(|record| Unpacker::new(record, &self.texts))
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
