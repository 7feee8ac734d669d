//! The open search: what was typed, what it found, which hit is selected.

use std::sync::Arc;

use super::{Field, List, Shared};
use crate::search::Hit;

/// How many hits are listed; more than a person looks through.
const LIMIT: usize = 200;

/// The state of the open search. Closing it leaves everything beneath as it was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// The query as typed.
    pub field: Field,
    /// What it found, the best first.
    pub hits: Arc<[Hit]>,
    /// Which one is selected.
    pub list: List,
}

impl Search {
    /// Searches anew after the query changed; the best hit is selected.
    pub fn refresh(&mut self, shared: &Shared) {
        self.hits = shared.index().search(&shared.collection, self.field.text(), LIMIT).into();
        self.list = List { page: self.list.page, ..List::default() };
    }

    /// The number of the selected indicator.
    #[must_use]
    pub fn selected(&self) -> Option<usize> {
        self.hits.get(self.list.selected).map(|hit| hit.index)
    }
}
