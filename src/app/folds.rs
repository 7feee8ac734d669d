//! Which wholes are folded, so that the list does not show their parts.
//!
//! A whole is known by its path, not by its number: it stays folded in another period, at another place and after
//! a reload.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::Catalog;
use crate::text::fold::fold;

/// The folded wholes: all or none, with exceptions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Folds {
    all: bool,
    /// The paths of those that differ, as hashes.
    exceptions: BTreeSet<u64>,
}

impl Folds {
    /// Folds or unfolds all.
    pub(super) fn set_all(&mut self, folded: bool) {
        self.all = folded;
        self.exceptions.clear();
    }

    /// Whether nothing is folded.
    pub(super) fn is_open(&self) -> bool {
        !self.all && self.exceptions.is_empty()
    }

    /// Whether an indicator is a folded whole.
    pub(super) fn is_folded(&self, catalog: &Catalog, index: usize) -> bool {
        if self.is_open() || !catalog.tree.has_parts(index) {
            return false;
        }
        let differs = !self.exceptions.is_empty()
            && path(catalog, index).is_some_and(|path| self.exceptions.contains(&path));
        self.all != differs
    }

    /// Folds or unfolds a whole.
    pub(super) fn toggle(&mut self, catalog: &Catalog, index: usize) {
        let Some(path) = path(catalog, index) else { return };
        if !self.exceptions.remove(&path) {
            self.exceptions.insert(path);
        }
    }
}

/// A hash of the names of an indicator and its parents, accents and case ignored.
fn path(catalog: &Catalog, index: usize) -> Option<u64> {
    let indicator = catalog.collection.get(index)?.indicator();
    let mut hasher = DefaultHasher::new();
    for name in indicator.parents.iter().chain([&indicator.name]) {
        fold(name.trim()).hash(&mut hasher);
    }
    Some(hasher.finish())
}
