//! A hash of 64 bits in two halves: next to a number of 32 bits it needs no padding, in tables with a million entries.

/// A hash in halves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct HalvedHash([u32; 2]);

impl HalvedHash {
    pub(super) fn of(hash: u64) -> Self {
        Self([(hash >> u32::BITS) as u32, hash as u32])
    }

    /// The whole hash.
    pub(super) fn whole(self) -> u64 {
        let Self([high, low]) = self;
        u64::from(high) << u32::BITS | u64::from(low)
    }
}
