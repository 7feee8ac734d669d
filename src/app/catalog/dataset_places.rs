//! The places that datasets name, by the tables that they are of.

use std::collections::HashSet;
use std::sync::Arc;

use crate::lexicon::place_identity::NamedPlace;
use crate::model::{Collection, Dataset, Place};

/// The place that a dataset names.
pub(super) fn named_place(dataset: &Dataset) -> Option<NamedPlace<'_>> {
    let Place::File(_) = dataset.place else {
        return Some(NamedPlace { name: dataset.place.own_name(), upper: dataset.place.upper() });
    };
    None
}

/// The number of the table of each dataset: those of one table share their texts.
pub(super) fn tables(collection: &Collection) -> Vec<usize> {
    let all = collection.datasets();
    let mut table = 0;
    let number = |(at, own): (usize, &Arc<Dataset>)| {
        let before = at.checked_sub(1).and_then(|before| all.get(before));
        let goes_on = before.is_some_and(|one| one.indicators.shares_texts_with(&own.indicators));
        table += usize::from(at > 0 && !goes_on);
        table
    };
    all.iter().enumerate().map(number).collect()
}

/// The places of each table.
pub(super) fn places_of_tables<'a>(
    collection: &'a Collection,
    tables: &[usize],
) -> Vec<HashSet<NamedPlace<'a>>> {
    let mut named = vec![HashSet::new(); tables.last().map_or(0, |last| last + 1)];
    for (dataset, table) in collection.datasets().iter().zip(tables) {
        named[*table].extend(named_place(dataset));
    }
    named
}
