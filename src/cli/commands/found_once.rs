//! Which of the occurrences of an indicator `chitieu search` prints: one, unless the query distinguishes places or
//! periods.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use crate::app::Catalog;
use crate::cli::slices::ShownSlices;
use crate::search::{QueryFilter, QueryFilters};

/// The newest occurrence of each indicator among those shown, whatever its place.
pub(super) struct FoundOnce<'c> {
    catalog: &'c Catalog,
    shown: &'c ShownSlices,
    /// By the number of the indicator in the dictionary.
    known: RefCell<HashMap<usize, usize>>,
}

impl<'c> FoundOnce<'c> {
    /// `None` if all occurrences are wanted: the query or the options name a place or a period, or a filter compares
    /// figures, which differ between places.
    pub(super) fn of(filters: &QueryFilters, shown: &'c ShownSlices) -> Option<Self> {
        let is_of_names = |filter: &QueryFilter| matches!(filter, QueryFilter::Section(_));
        let is_once = !shown.has_place() && filters.filters().iter().all(is_of_names);
        let catalog = shown.catalog().filter(|_| is_once)?;
        Some(Self { catalog, shown, known: RefCell::default() })
    }

    /// Whether an indicator is the occurrence that is printed.
    pub(super) fn is(&self, number: usize) -> bool {
        let entry = self.catalog.dictionary().entry_of(number);
        let newest =
            || self.catalog.occurrence(entry, None, |at| self.is_shown(at)).unwrap_or(number);
        *self.known.borrow_mut().entry(entry).or_insert_with(newest) == number
    }

    /// The number of other places with this indicator.
    pub(super) fn other_places(&self, number: usize) -> usize {
        let all = &self.catalog.collection;
        let place = |number: usize| all.get(number).map(|entry| &entry.dataset.place);
        let same = self.catalog.same_indicators(number).into_iter().filter(|at| self.is_shown(*at));
        let places: HashSet<_> = same.filter_map(place).collect();
        places.into_iter().filter(|other| Some(*other) != place(number)).count()
    }

    fn is_shown(&self, number: usize) -> bool {
        self.catalog.collection.get(number).is_some_and(|found| self.shown.shows(&found))
    }
}
