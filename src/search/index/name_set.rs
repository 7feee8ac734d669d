//! Name ids, and sets of them.

use std::ops::Range;

/// The number of a name in the index. Names with the fewest letters come first: of two names that
/// match equally well the shorter one is the better hit, so a search can end early.
pub(crate) type NameId = u32;

/// A bitmap: one bit for each name of an index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NameSet {
    bits: Vec<u64>,
}

impl NameSet {
    /// Returns an empty set for `count` names.
    pub(crate) fn none(count: usize) -> Self {
        Self { bits: vec![0; count.div_ceil(64)] }
    }

    pub(crate) fn add_all(&mut self, names: impl IntoIterator<Item = NameId>) {
        for name in names {
            self.bits[name as usize / 64] |= 1 << (name % 64);
        }
    }

    /// Adds the names of another set of the same index.
    pub(crate) fn unite(&mut self, other: &Self) {
        for (bits, more) in self.bits.iter_mut().zip(&other.bits) {
            *bits |= more;
        }
    }

    pub(crate) fn has(&self, name: NameId) -> bool {
        self.bits[name as usize / 64] & (1 << (name % 64)) != 0
    }

    /// Returns the names in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = NameId> + '_ {
        self.range(0..NameId::MAX)
    }

    /// Returns the names of a range, in order.
    pub(crate) fn range(&self, range: Range<NameId>) -> impl Iterator<Item = NameId> + '_ {
        let names = self.blocks_from(range.start).flat_map(|(at, mut left)| {
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros();
                left &= left.wrapping_sub(1);
                (bit < 64).then_some(64 * at + bit)
            })
        });
        names.take_while(move |name| *name < range.end)
    }

    /// Returns the name that follows the first `count` names from `from` on; `None` if there are no more.
    pub(crate) fn after(&self, from: NameId, count: usize) -> Option<NameId> {
        let mut left = count;
        for (at, bits) in self.blocks_from(from) {
            let ones = bits.count_ones() as usize;
            if left < ones {
                return self.range(64 * at..NameId::MAX).filter(|name| *name >= from).nth(left);
            }
            left -= ones;
        }
        None
    }

    /// The blocks of 64 bits from a name on, each with its index; earlier names are left out.
    fn blocks_from(&self, from: NameId) -> impl Iterator<Item = (NameId, u64)> + '_ {
        let first = from / 64;
        let kept = u64::MAX << (from % 64);
        let blocks = (0..).zip(&self.bits).skip(first as usize);
        blocks.map(move |(at, bits)| (at, if at == first { bits & kept } else { *bits }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ranges_and_unions_agree_with_lists(
            one in prop::collection::btree_set(0_u32..300, 0..60),
            other in prop::collection::btree_set(0_u32..300, 0..60),
            from in 0_u32..310,
            count in 0_usize..70,
        ) {
            let set = |names: &std::collections::BTreeSet<u32>| {
                let mut set = NameSet::none(300);
                set.add_all(names.iter().copied());
                set
            };
            let mut both = set(&one);
            both.unite(&set(&other));
            let expected: Vec<NameId> = one.union(&other).copied().collect();
            prop_assert_eq!(both.iter().collect::<Vec<_>>(), expected.clone());
            let later: Vec<NameId> = expected.into_iter().filter(|name| *name >= from).collect();
            prop_assert_eq!(both.after(from, count), later.get(count).copied());
            let end = both.after(from, count).unwrap_or(NameId::MAX);
            let now: Vec<NameId> = both.range(from..end).collect();
            prop_assert_eq!(&now[..], &later[..count.min(later.len())]);
        }
    }
}
