//! The packed records of indicators, in blocks, with the texts that they share. The lists of indicators of many
//! datasets may be ranges of one of these.

use std::ops::Range;
use std::sync::Arc;

use super::bytes::{Packer, Unpacker, push_size, take};
use super::interner::Texts;

/// The number of records in a block.
const BLOCK: usize = 32;

/// Packed records, in order. Records are only appended, never changed; clones share the blocks.
#[derive(Debug, Clone, Default)]
pub(crate) struct Records {
    blocks: Vec<Arc<[u8]>>,
    /// The block that is not full yet.
    open: Vec<u8>,
    len: usize,
    texts: Texts,
    /// Whether names and ids are among the shared texts from now on.
    shares_names: bool,
}

impl Records {
    /// Returns the number of records.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// Whether both have the same texts with the same numbers, so that equal bytes are equal records.
    pub(crate) fn has_texts_of(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || self.texts == other.texts
    }

    /// Has the names and ids of the records after this share their texts.
    pub(crate) fn share_names(&mut self) {
        self.shares_names = true;
    }

    /// Appends a record.
    pub(crate) fn push(&mut self, pack: impl FnOnce(&mut Packer<'_>)) {
        // The length goes before the record, and is known after it. Below 128 it is one byte.
        let at = self.open.len();
        self.open.push(0);
        let start = self.open.len();
        let mut packer = Packer::new(&mut self.open, &mut self.texts, self.shares_names);
        pack(&mut packer);
        packer.finish();
        let length = self.open.len() - start;
        match u8::try_from(length) {
            Ok(byte @ 0..0x80) => self.open[at] = byte,
            _ if length < 0x4000 => {
                // The first of two bytes has the low bits.
                self.open[at] = length as u8 | 0x80;
                self.open.insert(start, (length >> 7) as u8);
            }
            _ => {
                let mut size = Vec::new();
                push_size(&mut size, length);
                self.open.splice(at..start, size);
            }
        }
        self.end_record();
    }

    /// Appends a record of a list with the same texts.
    pub(crate) fn push_raw(&mut self, record: &[u8]) {
        push_size(&mut self.open, record.len());
        self.open.extend_from_slice(record);
        self.end_record();
    }

    fn end_record(&mut self) {
        self.len += 1;
        if self.len.is_multiple_of(BLOCK) {
            self.blocks.push(self.open.as_slice().into());
            self.open.clear();
        }
    }

    /// Returns the same records in another order; each is named by its number.
    pub(crate) fn in_order(mut self, order: impl Iterator<Item = usize>) -> Self {
        let texts = std::mem::take(&mut self.texts);
        let mut sorted = Self { texts, shares_names: self.shares_names, ..Self::default() };
        let (mut next, mut left): (usize, &[u8]) = (0, &[]);
        for number in order {
            // Records that follow each other are read one after another.
            if number != next || number.is_multiple_of(BLOCK) {
                left = self.block(number / BLOCK);
                for _ in 0..number % BLOCK {
                    take(&mut left);
                }
            }
            next = number + 1;
            sorted.push_raw(take(&mut left).unwrap_or_default());
        }
        sorted
    }

    fn block(&self, at: usize) -> &[u8] {
        self.blocks.get(at).map_or(self.open.as_slice(), AsRef::as_ref)
    }

    /// Returns the record at `index`.
    pub(crate) fn get(&self, index: usize) -> Option<Unpacker<'_>> {
        if index >= self.len {
            return None;
        }
        let mut left = self.block(index / BLOCK);
        for _ in 0..index % BLOCK {
            take(&mut left)?;
        }
        Some(Unpacker::new(take(&mut left)?, &self.texts))
    }

    /// Returns the records of a range, in order.
    pub(crate) fn range(&self, range: Range<usize>) -> impl Iterator<Item = Unpacker<'_>> {
        self.raw(range).map(|record| Unpacker::new(record, &self.texts))
    }

    /// Returns the bytes of the records of a range, in order.
    pub(crate) fn raw(&self, range: Range<usize>) -> impl Iterator<Item = &[u8]> {
        fn taken<'a>(left: &mut &'a [u8]) -> Option<&'a [u8]> {
            if left.is_empty() { None } else { take(left) }
        }
        let first = (range.start / BLOCK).min(self.blocks.len());
        let blocks = self.blocks[first..].iter().map(AsRef::as_ref).chain([self.open.as_slice()]);
        blocks
            .flat_map(|mut left| std::iter::from_fn(move || taken(&mut left)))
            .skip(range.start - first * BLOCK)
            .take(range.len())
    }
}
