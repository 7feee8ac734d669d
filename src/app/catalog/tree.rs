//! The tree of wholes and their parts: "trong đó" rows below the row that they belong to.
//!
//! An indicator is a part if a row above it in its section has its parents as path. A parent that is a heading
//! only, without a row of its own, makes no part. Rows are in the order of the tree, so the depths alone describe
//! it.

use crate::model::Indicator;

/// The depth of each indicator below its outermost whole, by number; nothing is kept if there are no parts.
#[derive(Debug, Default)]
pub struct Tree {
    depths: Vec<u8>,
}

impl Tree {
    /// A tree of the depths of all indicators, in order.
    pub(super) fn of(depths: Vec<u8>) -> Self {
        Self { depths }
    }

    /// Whether no indicator is a part of another.
    #[must_use]
    pub fn is_flat(&self) -> bool {
        self.depths.is_empty()
    }

    /// Returns the number of wholes that an indicator is a part of.
    #[must_use]
    pub fn depth(&self, index: usize) -> usize {
        self.depths.get(index).copied().unwrap_or(0).into()
    }

    /// Whether an indicator has parts.
    #[must_use]
    pub fn has_parts(&self, index: usize) -> bool {
        self.depth(index + 1) > self.depth(index)
    }

    /// Returns the number after the last part of an indicator.
    #[must_use]
    pub fn end(&self, index: usize) -> usize {
        let own = self.depth(index);
        (index + 1..).find(|next| self.depth(*next) <= own).unwrap_or(index + 1)
    }

    /// Returns the whole that an indicator is directly a part of.
    #[must_use]
    pub fn whole_of(&self, index: usize) -> Option<usize> {
        let own = self.depth(index);
        if own == 0 {
            return None;
        }
        (0..index).rev().find(|above| self.depth(*above) < own)
    }
}

/// The rows above the next one that it may be a part of, outermost first.
#[derive(Debug, Default)]
pub(crate) struct Ancestors {
    rows: Vec<TreeRow>,
    used: usize,
}

/// A row by its path. Rows are reused, as there may be a million of them without a part.
#[derive(Debug, Default)]
struct TreeRow {
    parents: Vec<String>,
    name: String,
}

impl Ancestors {
    /// Returns the depth of the next row and makes it an ancestor of the rows after it.
    pub(crate) fn depth_of(&mut self, indicator: &Indicator) -> u8 {
        let parents = indicator.parents.as_slice();
        while self.used > 0 && !self.rows[self.used - 1].is_above(parents) {
            self.used -= 1;
        }
        let depth = self.used;
        if self.rows.len() == depth {
            self.rows.push(TreeRow::default());
        }
        let row = &mut self.rows[depth];
        row.parents.clear();
        row.parents.extend_from_slice(parents);
        row.name.clear();
        row.name.push_str(&indicator.name);
        self.used += 1;
        u8::try_from(depth).unwrap_or(u8::MAX)
    }

    /// Whether the last row is directly below its whole, or is no part.
    pub(crate) fn is_whole_above(&self) -> bool {
        let mut rows = self.rows[..self.used].iter().rev();
        let own = rows.next().map_or(0, |row| row.parents.len());
        own == 0 || rows.next().is_some_and(|above| above.parents.len() + 1 == own)
    }
}

impl TreeRow {
    fn is_above(&self, parents: &[String]) -> bool {
        let (own, rest) = (self.parents.len(), parents.get(self.parents.len()));
        rest.is_some_and(|name| *name == self.name) && parents[..own] == self.parents[..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(rows: &[(&str, &[&str])]) -> Tree {
        let mut ancestors = Ancestors::default();
        let depths = rows.iter().map(|(name, parents)| {
            let parents = parents.iter().map(|parent| (*parent).to_owned()).collect();
            ancestors.depth_of(&Indicator { parents, ..Indicator::named("x", *name) })
        });
        Tree::of(depths.collect())
    }

    #[test]
    fn a_part_follows_the_row_of_its_parents() {
        let tree = tree(&[
            ("Lúa", &[]),
            ("Vụ xuân", &["Lúa"]),
            ("Năng suất", &["Lúa", "Vụ xuân"]),
            ("Vụ mùa", &["Lúa"]),
            ("Ngô", &[]),
            // A heading without a row of its own.
            ("Trâu", &["Chăn nuôi"]),
            ("Trâu cày", &["Chăn nuôi", "Trâu"]),
        ]);
        let depths: Vec<usize> = (0..7).map(|at| tree.depth(at)).collect();
        assert_eq!(depths, [0, 1, 2, 1, 0, 0, 1]);
        assert_eq!((tree.end(0), tree.end(1), tree.end(4), tree.end(6)), (4, 3, 5, 7));
        assert_eq!(
            (tree.whole_of(2), tree.whole_of(3), tree.whole_of(4)),
            (Some(1), Some(0), None)
        );
        assert!(tree.has_parts(0) && tree.has_parts(5) && !tree.has_parts(4) && !tree.has_parts(6));
    }
}
