//! The order of a list with parts: each part follows its whole, and the parts of one whole are sorted among
//! themselves.

use std::ops::Range;

use super::folds::Folds;
use super::{Catalog, ListedRows};

/// Returns the rows of `numbers`, which are in source order, with those of one whole in the order of `sorted`. The
/// parts of folded wholes are left out.
pub(super) fn rows(
    catalog: &Catalog,
    numbers: &ListedRows,
    sorted: &ListedRows,
    folds: &Folds,
) -> ListedRows {
    let Some(first) = numbers.ranges().map(|range| range.start).min() else {
        return sorted.clone();
    };
    let end = numbers.ranges().map(|range| range.end).max().unwrap_or(first);
    let mut ranks = vec![0; end - first];
    for (rank, number) in sorted.iter().enumerate() {
        ranks[number - first] = rank;
    }
    let order = TreeOrder { catalog, folds, ranks, first };
    let mut listed = Vec::with_capacity(sorted.len());
    order.push_all(numbers.ranges(), &mut listed);
    ListedRows::of(listed)
}

struct TreeOrder<'a> {
    catalog: &'a Catalog,
    folds: &'a Folds,
    /// The rank of each number, from the number `first` on.
    ranks: Vec<usize>,
    first: usize,
}

impl TreeOrder<'_> {
    /// Adds the wholes of some ranges in order, each followed by its parts. It calls itself once for each level.
    fn push_all(&self, ranges: impl Iterator<Item = Range<usize>>, listed: &mut Vec<usize>) {
        let tree = &self.catalog.tree;
        let mut wholes = Vec::new();
        for range in ranges {
            let mut at = range.start;
            while at < range.end {
                wholes.push(at);
                at = tree.end(at);
            }
        }
        wholes.sort_by_key(|number| self.ranks[number - self.first]);
        for whole in wholes {
            listed.push(whole);
            if tree.has_parts(whole) && !self.folds.is_folded(self.catalog, whole) {
                self.push_all(std::iter::once(whole + 1..tree.end(whole)), listed);
            }
        }
    }
}
