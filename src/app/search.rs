//! The state of the open search: the query, its hits, and which one is selected.
//!
//! In a small collection a search finishes with the keystroke. In a large one it is done in chunks between
//! keystrokes, so that the typed letter shows at once; a newer query replaces an unfinished one.

use std::cell::Cell;
use std::sync::Arc;

use super::{App, Catalog, List, Step, TextField, are_answers, are_meant, with_named_slice};
use crate::search::{Hit, IncrementalSearch, QueryFilters};

/// The number of hits listed; more than a person looks through.
const LIMIT: usize = 200;
/// The number of indicators that filters without words look at before input is read again.
const FILTER_CHUNK: usize = 5_000;
/// The most results of one indicator that filters look at.
const MOST_LOOKED_AT: usize = 200_000;
/// The number of names searched before input is read again: a few milliseconds of work.
const CHUNK: usize = 50_000;

/// The state of the open search. Closing it leaves the rest of the state unchanged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// The query as typed.
    pub field: TextField,
    /// The hits in the dictionary, best first; while a search is running, those of the query before. Empty for an
    /// empty query, which lists all indicators, and for one of filters only.
    pub hits: Arc<[Hit]>,
    /// The number of indicators listed for an empty query; 0 for any other.
    everything: usize,
    /// The number of the indicator that fits the filters, for each row; empty for a query without filters.
    fitting: Arc<[u32]>,
    /// The words and filters of the query.
    filters: Arc<QueryFilters>,
    /// What completes the filter at the end of the query, and the byte offset that it replaces the text from.
    completion: Option<(usize, Arc<str>)>,
    /// The slice that is listed.
    slice: Option<usize>,
    /// The selected row.
    pub list: List,
    /// Whether the user went from the field to the hits: the cursor is on the selected one until the query changes.
    pub in_hits: bool,
    running: Option<RunningSearch>,
    /// The query as typed and its hits, while those in the place or the period that its words name are looked for.
    as_typed: Option<(Arc<QueryFilters>, Arc<[Hit]>)>,
}

/// An unfinished search.
#[derive(Debug, Clone, PartialEq, Eq)]
enum RunningSearch {
    /// No name was searched yet.
    Requested,
    /// Some of the names were searched.
    Started(IncrementalSearch),
    /// Filters without words: the next indicator to look at, and those that fit before it.
    Filtering(usize, Vec<u32>),
}

impl Search {
    /// An empty field that lists all indicators, with the one of number `selected` selected.
    pub(super) fn open(catalog: &Catalog, slice: Option<usize>, selected: Option<usize>) -> Self {
        let mut search = Self { slice, ..Self::default() };
        search.refresh(catalog);
        search.list.selected = selected.map_or(0, |index| catalog.dictionary().entry_of(index));
        search
    }

    /// Starts the search for a changed query and selects the best hit; finishes it in a small collection.
    pub fn refresh(&mut self, catalog: &Catalog) {
        self.in_hits = false;
        self.everything = 0;
        self.as_typed = None;
        self.filters = Arc::new(QueryFilters::parse(self.field.text()));
        self.offer_completion(catalog, false);
        if self.filters.words().trim().is_empty() && self.filters.filters().is_empty() {
            self.everything = catalog.dictionary().len();
            (self.hits, self.fitting) = (Arc::default(), Arc::default());
            self.running = None;
            self.list = List { page: self.list.page, ..List::default() };
            return;
        }
        self.running = Some(self.requested());
        let at_once = if self.filters.is_only_filters() { FILTER_CHUNK } else { CHUNK };
        if catalog.collection.len() <= at_once {
            self.finish(catalog);
        }
    }

    /// A search for the query that has not begun.
    fn requested(&self) -> RunningSearch {
        match self.filters.is_only_filters() {
            true => RunningSearch::Filtering(0, Vec::new()),
            false => RunningSearch::Requested,
        }
    }

    /// Searches a new catalog, in which `selected` is the number of the indicator selected before.
    pub(super) fn restart_over(
        &mut self,
        catalog: &Catalog,
        slice: Option<usize>,
        selected: Option<usize>,
    ) {
        self.slice = slice;
        let list = std::mem::take(&mut self.list);
        // The hits are numbers of the former catalog.
        (self.hits, self.fitting) = (Arc::default(), Arc::default());
        self.refresh(catalog);
        let row =
            selected.and_then(|index| self.row_of(catalog, catalog.dictionary().entry_of(index)));
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
                IncrementalSearch::new(catalog.index(), self.filters.words(), LIMIT)
            }
            Some(RunningSearch::Started(search)) => search,
            Some(RunningSearch::Filtering(next, fitting)) => {
                return self.filter_on(catalog, next, fitting);
            }
        };
        let (filters, slice) = (Arc::clone(&self.filters), self.slice);
        let wanted = |entry: usize| fitting_in(catalog, &filters, slice, entry).is_some();
        let names = &catalog.dictionary().collection;
        if search.advance_where(catalog.index(), CHUNK, &wanted) {
            let hits = search.hits_where(catalog.index(), names, &wanted);
            self.settle(catalog, hits.into());
        } else {
            self.running = Some(RunningSearch::Started(search));
        }
    }

    /// Shows the hits of a search; but where no name has all words of the query, and some of them name a place or a
    /// period, first looks for the others there.
    fn settle(&mut self, catalog: &Catalog, mut hits: Arc<[Hit]>) {
        match self.as_typed.take() {
            None if !are_meant(&hits) => {
                if let Some(named) = with_named_slice(&catalog.collection, &self.filters) {
                    let as_typed = std::mem::replace(&mut self.filters, Arc::new(named));
                    self.as_typed = Some((as_typed, hits));
                    self.running = Some(self.requested());
                    return;
                }
            }
            Some((filters, of_all)) if !are_answers(&self.filters, &hits) => {
                (self.filters, hits) = (filters, of_all);
            }
            _ => {}
        }
        let (filters, slice) = (&self.filters, self.slice);
        let numbers = hits.iter().filter(|_| !filters.filters().is_empty());
        let numbers = numbers.filter_map(|hit| fitting_in(catalog, filters, slice, hit.index));
        self.fitting = numbers.map(number_of).collect();
        self.hits = hits;
        self.list = List { page: self.list.page, ..List::default() };
    }

    /// Looks at the next indicators, for a query of filters only.
    fn filter_on(&mut self, catalog: &Catalog, next: usize, mut fitting: Vec<u32>) {
        let len = catalog.dictionary().len();
        // Each entry may have a result in every slice.
        let results = (catalog.collection.len() / len.max(1)).max(1);
        let end = (next + (FILTER_CHUNK / results).max(1)).min(len);
        let fits = |entry: usize| fitting_in(catalog, &self.filters, self.slice, entry);
        fitting.extend((next..end).filter_map(fits).map(number_of));
        if end < len {
            self.running = Some(RunningSearch::Filtering(end, fitting));
        } else {
            self.as_typed = None;
            (self.hits, self.fitting) = (Arc::default(), fitting.into());
            self.list = List { page: self.list.page, ..List::default() };
        }
    }

    /// The words and filters of the query.
    #[must_use]
    pub fn filters(&self) -> &QueryFilters {
        &self.filters
    }

    /// What completes the filter at the end of the query.
    #[must_use]
    pub fn completion(&self) -> Option<&str> {
        self.completion.as_ref().map(|(_, text)| &**text)
    }

    /// Completes the filter at the end of the query. Returns whether there was something to complete.
    pub(super) fn complete(&mut self, catalog: &Catalog) -> bool {
        let Some((at, text)) = self.completion.take() else { return false };
        self.field.replace_from(at, &text);
        self.refresh(catalog);
        self.offer_completion(catalog, true);
        true
    }

    /// Finds what completes the query; if it `goes_on` from a completion, the next value as well.
    fn offer_completion(&mut self, catalog: &Catalog, goes_on: bool) {
        let completion = QueryFilters::completion(self.field.text(), &catalog.collection, goes_on);
        self.completion = completion.map(|(at, text)| (at, text.into()));
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
        self.everything.max(self.hits.len()).max(self.fitting.len())
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Moves among the hits.
    pub(super) fn step(&mut self, step: Step) {
        self.list.step(step, self.len());
        self.in_hits = true;
    }

    /// Returns the hit in a row; `None` for a query without words.
    #[must_use]
    pub fn hit(&self, row: usize) -> Option<&Hit> {
        self.hits.get(row)
    }

    /// Returns the first row whose name is only similar to the query.
    #[must_use]
    pub fn first_similar(&self) -> Option<usize> {
        self.hits.iter().position(|hit| hit.tier.is_similar())
    }

    /// Returns the number of the indicator in a row.
    fn number(&self, catalog: &Catalog, row: usize) -> Option<usize> {
        if let Some(number) = self.fitting.get(row) {
            return Some(*number as usize);
        }
        let entry = self.hit(row).map(|hit| hit.index);
        let entry = entry.or((row < self.everything).then_some(row))?;
        Some(catalog.in_slice(entry, self.slice))
    }

    fn row_of(&self, catalog: &Catalog, entry: usize) -> Option<usize> {
        let row = self.hits.iter().position(|hit| hit.index == entry);
        let entry_of = |number: &u32| catalog.dictionary().entry_of(*number as usize);
        let fitting = || self.fitting.iter().position(|number| entry_of(number) == entry);
        row.or_else(fitting).or((entry < self.everything).then_some(entry))
    }
}

fn number_of(index: usize) -> u32 {
    // No collection has more than u32::MAX.
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// The number of the indicator that a search shows for an entry of the dictionary, if it fits the filters: that of the
/// listed slice if it does, else one of its place or of its period, else the latest one that fits.
fn fitting_in(
    catalog: &Catalog,
    filters: &QueryFilters,
    slice: Option<usize>,
    entry: usize,
) -> Option<usize> {
    if filters.filters().is_empty() {
        return Some(catalog.in_slice(entry, slice));
    }
    let all = &catalog.collection;
    // If an indicator has very many places, only the listed slice and those before a limit are looked at.
    let left = Cell::new(MOST_LOOKED_AT);
    let passes = |number: usize| {
        left.set(left.get().saturating_sub(1));
        left.get() > 0 && filters.passes(all, number)
    };
    catalog.occurrence(entry, slice, passes)
}

impl App {
    /// The number of the indicator in a row of the search: of the slice that is listed, or of the place and period
    /// that filters ask for, or else of the latest period that has it.
    #[must_use]
    pub fn hit_number(&self, row: usize) -> Option<usize> {
        self.search()?.number(&self.catalog, row)
    }
}
