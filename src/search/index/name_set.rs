//! Name ids, and sets of them.

/// The number of a name in the index. Names with the fewest letters come first: of two names that
/// match equally well the shorter one is the better hit, so a search can end early.
pub(in crate::search) type NameId = u32;

/// A bitmap: one bit for each name of an index.
#[derive(Debug, Clone)]
pub(in crate::search) struct NameSet {
    bits: Vec<u64>,
}

impl NameSet {
    /// Returns an empty set for `count` names.
    pub(in crate::search) fn none(count: usize) -> Self {
        Self { bits: vec![0; count.div_ceil(64)] }
    }

    pub(in crate::search) fn add_all(&mut self, names: impl IntoIterator<Item = NameId>) {
        for name in names {
            self.bits[name as usize / 64] |= 1 << (name % 64);
        }
    }

    pub(in crate::search) fn has(&self, name: NameId) -> bool {
        self.bits[name as usize / 64] & (1 << (name % 64)) != 0
    }

    /// Returns the names in order.
    pub(in crate::search) fn iter(&self) -> impl Iterator<Item = NameId> + '_ {
        (0..).zip(&self.bits).flat_map(|(at, bits): (NameId, _)| {
            let mut left = *bits;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros();
                left &= left.wrapping_sub(1);
                (bit < 64).then_some(64 * at + bit)
            })
        })
    }
}
