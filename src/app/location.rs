//! Finds an indicator by its id, its place and its period, as in `--at ngheo@"Ba Bể"@2023`.

use std::collections::BTreeSet;

use super::{App, Catalog};
use crate::lexicon::period::parse;
use crate::model::Entry;
use crate::text::fold::fold;

/// Why no indicator is at a location.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LocationError {
    /// No indicator has this id.
    Id(String),
    /// The indicator is not of this place, but of these.
    Place {
        /// As asked for.
        place: String,
        /// The first of its places.
        others: Vec<String>,
    },
    /// The place has the indicator in these periods, not in this one.
    Period {
        /// As asked for.
        period: String,
        /// The first of its periods.
        others: Vec<String>,
    },
}

/// The most places or periods that an error names.
const MOST_NAMED: usize = 8;

impl Catalog {
    /// Returns the number of the indicator at `ID`, `ID@PLACE` or `ID@PLACE@PERIOD`; of several the first. An empty
    /// place or period is any.
    ///
    /// # Errors
    ///
    /// If there is none: which part of the location is not there, and what is there instead.
    pub fn locate(&self, location: &str) -> Result<usize, LocationError> {
        let with_id = |id: &str| -> Vec<Entry<'_>> {
            let same = self.collection.ids().enumerate().filter(|(_, own)| *own == id);
            same.filter_map(|(index, _)| self.collection.get(index)).collect()
        };
        // An id may contain the separator.
        let whole = with_id(location);
        if let Some(entry) = whole.first() {
            return Ok(entry.index);
        }
        let mut parts = location.splitn(3, '@').map(str::trim);
        let [id, place, period] = std::array::from_fn(|_| parts.next().unwrap_or_default());
        let mut found = with_id(id);
        if found.is_empty() {
            return Err(LocationError::Id(id.to_owned()));
        }
        if !place.is_empty() {
            let names = distinct(found.iter().map(|entry| entry.dataset.place.name()));
            found.retain(|entry| fold(entry.dataset.place.name().trim()) == fold(place));
            if found.is_empty() {
                return Err(LocationError::Place { place: place.to_owned(), others: names });
            }
        }
        if !period.is_empty() {
            let names = distinct(found.iter().map(|entry| &*entry.dataset.period));
            found.retain(|entry| self.is_of_period(entry, period));
            if found.is_empty() {
                return Err(LocationError::Period { period: period.to_owned(), others: names });
            }
        }
        found.first().map(|entry| entry.index).ok_or_else(|| LocationError::Id(id.to_owned()))
    }

    fn is_of_period(&self, entry: &Entry<'_>, wanted: &str) -> bool {
        let own = self.period_of(entry, &entry.indicator());
        match parse(wanted) {
            Some(wanted) => [own, self.axes.period(entry.dataset_at)].contains(&Some(wanted)),
            None => fold(entry.dataset.period.trim()) == fold(wanted),
        }
    }
}

fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let names: BTreeSet<&str> = names.filter(|name| !name.is_empty()).collect();
    names.into_iter().take(MOST_NAMED).map(str::to_owned).collect()
}

impl App {
    /// Opens on an indicator, by its number.
    #[must_use]
    pub fn opened_at(mut self, indicator: usize) -> Self {
        self.go_to(indicator);
        self
    }
}
