//! Marks: indicators that the user wants to find again, kept while the program runs.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Catalog;

/// The numbers of the marked indicators. An indicator is marked in all its places and periods.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks(Arc<BTreeSet<usize>>);

impl Marks {
    /// Whether an indicator is marked.
    #[must_use]
    pub fn contains(&self, number: usize) -> bool {
        self.0.contains(&number)
    }

    /// Whether nothing is marked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Marks an indicator, or removes its mark.
    pub(super) fn toggle(&mut self, catalog: &Catalog, number: usize) {
        let same = catalog.same_indicators(number).into_iter().chain([number]);
        let marks = Arc::make_mut(&mut self.0);
        if marks.contains(&number) {
            same.for_each(|other| {
                marks.remove(&other);
            });
        } else {
            marks.extend(same);
        }
    }

    /// The marks in other data, in which `moved` gives the new number of an indicator.
    pub(super) fn moved(&self, moved: impl Fn(usize) -> Option<usize>) -> Self {
        Self(Arc::new(self.0.iter().filter_map(|number| moved(*number)).collect()))
    }
}
