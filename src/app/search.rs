//! The state of the open search: the query, its hits, and which one is selected.
//!
//! In a small collection a search finishes with the keystroke. In a large one it is done in chunks between
//! keystrokes, so that the typed letter shows at once; a newer query replaces an unfinished one.

use std::sync::Arc;

use super::{App, Catalog, List, TextField};
use crate::search::{Hit, IncrementalSearch};

/// The number of hits listed; more than a person looks through.
const LIMIT: usize = 200;
/// The number of names searched before input is read again: a few milliseconds of work.
const CHUNK: usize = 50_000;

/// The state of the open search. Closing it leaves the rest of the state unchanged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// The query as typed.
    pub field: TextField,
    /// The hits in the dictionary, best first; while a search is running, those of the query before. Empty for an empty query,
    /// which lists all indicators.
    pub hits: Arc<[Hit]>,
    /// The number of indicators listed for an empty query; 0 for any other.
    everything: usize,
    /// The selected row.
    pub list: List,
    running: Option<RunningSearch>,
}

/// An unfinished search.
#[derive(Debug, Clone, PartialEq, Eq)]
enum RunningSearch {
    /// No name was searched yet.
    Requested,
    /// Some of the names were searched.
    Started(IncrementalSearch),
}

impl Search {
    /// An empty field that lists all indicators, with the one of number `selected` selected.
    pub(super) fn open(catalog: &Catalog, selected: Option<usize>) -> Self {
        let mut search = Self::default();
        search.refresh(catalog);
        search.list.selected = selected.map_or(0, |index| catalog.dictionary().entry_of(index));
        search
    }

    /// Starts the search for a changed query and selects the best hit; finishes it in a small collection.
    pub fn refresh(&mut self, catalog: &Catalog) {
        self.everything = 0;
        if self.field.text().trim().is_empty() {
            self.everything = catalog.dictionary().len();
            self.hits = Arc::default();
            self.running = None;
            self.list = List { page: self.list.page, ..List::default() };
            return;
        }
        self.running = Some(RunningSearch::Requested);
        if catalog.collection.len() <= CHUNK {
            self.finish(catalog);
        }
    }

    /// Searches a new catalog, in which `selected` is the number of the indicator selected before.
    pub(super) fn restart_over(&mut self, catalog: &Catalog, selected: Option<usize>) {
        let list = std::mem::take(&mut self.list);
        // The hits are numbers of the former catalog.
        self.hits = Arc::default();
        self.refresh(catalog);
        let row = selected.and_then(|index| self.row_of(catalog.dictionary().entry_of(index)));
        if let Some(row) = row {
            self.list = List { selected: row, ..list };
        }
    }

    /// Whether the search is unfinished.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Does the next chunk of the running search.
    pub fn advance(&mut self, catalog: &Catalog) {
        let mut search = match self.running.take() {
            None => return,
            Some(RunningSearch::Requested) => {
                IncrementalSearch::new(catalog.index(), self.field.text(), LIMIT)
            }
            Some(RunningSearch::Started(search)) => search,
        };
        if search.advance(catalog.index(), CHUNK) {
            self.hits = search.hits(catalog.index(), &catalog.dictionary().collection).into();
            self.list = List { page: self.list.page, ..List::default() };
        } else {
            self.running = Some(RunningSearch::Started(search));
        }
    }

    /// Finishes the running search.
    pub fn finish(&mut self, catalog: &Catalog) {
        while self.is_running() {
            self.advance(catalog);
        }
    }

    /// The number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.everything.max(self.hits.len())
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the hit in a row; `None` for an empty query.
    #[must_use]
    pub fn hit(&self, row: usize) -> Option<&Hit> {
        self.hits.get(row)
    }

    /// Returns the first row whose name is only similar to the query.
    #[must_use]
    pub fn first_similar(&self) -> Option<usize> {
        self.hits.iter().position(|hit| hit.tier.is_similar())
    }

    /// Returns the entry of the dictionary in a row.
    fn entry(&self, row: usize) -> Option<usize> {
        match self.hit(row) {
            Some(hit) => Some(hit.index),
            None => (row < self.everything).then_some(row),
        }
    }

    fn row_of(&self, entry: usize) -> Option<usize> {
        let row = self.hits.iter().position(|hit| hit.index == entry);
        row.or((entry < self.everything).then_some(entry))
    }
}

impl App {
    /// The number of the indicator in a row of the search: in the slice that is listed, or else in the latest period
    /// that has it.
    #[must_use]
    pub fn hit_number(&self, row: usize) -> Option<usize> {
        let entry = self.search()?.entry(row)?;
        Some(self.catalog.in_slice(entry, self.slice))
    }
}
