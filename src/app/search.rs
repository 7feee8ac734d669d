//! The open search: what was typed, what it found, which hit is selected.
//!
//! Among few names a search is done as soon as a letter is typed. Among a great many it is done in pieces
//! between keystrokes, so that the letter shows at once, and a newer query takes the place of one that is
//! still under way.

use std::sync::Arc;

use super::{Catalog, List, TextField};
use crate::search::{Hit, IncrementalSearch};

/// How many hits are listed; more than a person looks through.
const LIMIT: usize = 200;
/// How many names are searched at once, before another key is asked for: a few milliseconds' worth.
const PIECE: usize = 50_000;

/// The state of the open search. Closing it leaves everything beneath as it was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// The query as typed.
    pub field: TextField,
    /// What it found, the best first; while a search is under way, what the one before it found. Nothing while the
    /// query is empty: all indicators are listed then.
    pub hits: Arc<[Hit]>,
    /// How many indicators are listed because nothing is typed.
    everything: usize,
    /// Which one is selected.
    pub list: List,
    under_way: Option<RunningSearch>,
}

/// A search among a great many names.
#[derive(Debug, Clone, PartialEq, Eq)]
enum RunningSearch {
    /// Not even begun.
    Asked,
    /// Some names have been looked at.
    Begun(IncrementalSearch),
}

impl Search {
    /// An empty field over all indicators, of which one is selected.
    pub(super) fn open(shared: &Catalog, selected: Option<usize>) -> Self {
        let mut search = Self::default();
        search.refresh(shared);
        search.list.selected = selected.unwrap_or(0);
        search
    }

    /// Searches again after the query changed; the best hit is selected.
    pub fn refresh(&mut self, shared: &Catalog) {
        self.everything = 0;
        if self.field.text().trim().is_empty() {
            self.everything = shared.collection.len();
            self.hits = Arc::default();
            self.under_way = None;
            self.list = List { page: self.list.page, ..List::default() };
            return;
        }
        self.under_way = Some(RunningSearch::Asked);
        if shared.collection.len() <= PIECE {
            self.finish(shared);
        }
    }

    /// Searches over other data, in which `selected` is what was selected.
    pub(super) fn search_over(&mut self, shared: &Catalog, selected: Option<usize>) {
        let list = std::mem::take(&mut self.list);
        // They are numbers of the data before.
        self.hits = Arc::default();
        self.refresh(shared);
        let row = selected.and_then(|index| self.row_of(index));
        if let Some(row) = row {
            self.list = List { selected: row, ..list };
        }
    }

    /// Whether a search is under way.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        self.under_way.is_some()
    }

    /// Does the next piece of the search that is under way.
    pub fn go_on(&mut self, shared: &Catalog) {
        let mut searching = match self.under_way.take() {
            None => return,
            Some(RunningSearch::Asked) => {
                IncrementalSearch::new(shared.index(), self.field.text(), LIMIT)
            }
            Some(RunningSearch::Begun(searching)) => searching,
        };
        if searching.go_on(shared.index(), PIECE) {
            self.hits = searching.hits(shared.index(), &shared.collection).into();
            self.list = List { page: self.list.page, ..List::default() };
        } else {
            self.under_way = Some(RunningSearch::Begun(searching));
        }
    }

    /// Does all of the search that is under way.
    pub fn finish(&mut self, shared: &Catalog) {
        while self.is_under_way() {
            self.go_on(shared);
        }
    }

    /// How many indicators are listed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.everything.max(self.hits.len())
    }

    /// Whether none is listed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The hit in a row, where something was typed.
    #[must_use]
    pub fn hit(&self, row: usize) -> Option<&Hit> {
        self.hits.get(row)
    }

    /// The first row of a name that is only similar to what was typed.
    #[must_use]
    pub fn first_similar(&self) -> Option<usize> {
        self.hits.iter().position(|hit| hit.tier.is_similar())
    }

    /// The number of the indicator in a row.
    #[must_use]
    pub fn index(&self, row: usize) -> Option<usize> {
        match self.hit(row) {
            Some(hit) => Some(hit.index),
            None => (row < self.everything).then_some(row),
        }
    }

    fn row_of(&self, index: usize) -> Option<usize> {
        let row = self.hits.iter().position(|hit| hit.index == index);
        row.or((index < self.everything).then_some(index))
    }

    /// The number of the selected indicator.
    #[must_use]
    pub fn selected(&self) -> Option<usize> {
        self.index(self.list.selected)
    }
}
