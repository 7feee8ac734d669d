//! Finds an indicator by its id, its place and its period, as in `--at ngheo@"Ba Bể"@2023`.

use std::collections::HashSet;

use super::{App, Catalog, NamedIndicators, asked_places};
use crate::lexicon::period::parse;
use crate::model::Entry;
use crate::text::fold::fold;
use crate::text::spelled::Spelled;

/// Why no indicator is at a location.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LocationError {
    /// No indicator has this id, and this name is not the name of exactly one.
    Id(String),
    /// Several indicators have this id or name.
    Several {
        /// As asked for.
        id: String,
        /// Some of them: each with its name, unit, place and period.
        others: Vec<String>,
        /// The number of further ones.
        more: usize,
    },
    /// Several places have this name.
    Places {
        /// As asked for.
        place: String,
        /// Some of them, with the places that they are in.
        others: Vec<String>,
        /// The number of further ones.
        more: usize,
    },
    /// The indicator is not of this place, but of these.
    Place {
        /// As asked for.
        place: String,
        /// Some of its places, those like it first.
        others: Vec<String>,
        /// The number of further places.
        more: usize,
    },
    /// The place has the indicator in these periods, not in this one.
    Period {
        /// As asked for.
        period: String,
        /// The last of its periods.
        others: Vec<String>,
        /// The number of further periods.
        more: usize,
    },
}

/// The most places or periods that an error names.
const MOST_NAMED: usize = 8;

impl Catalog {
    /// Returns the number of the indicator at `ID`, `ID@PLACE` or `ID@PLACE@PERIOD`. An empty place or period is any:
    /// then it is of the place and the period with which one begins.
    ///
    /// # Errors
    ///
    /// If there is none, or several are meant: which part of the location says so, and what is there instead.
    pub fn locate(&self, location: &str) -> Result<usize, LocationError> {
        // An id may contain the separator.
        let whole = self.with_id(location);
        if !whole.is_empty() {
            return self.only_of(location, &whole);
        }
        let mut parts = location.splitn(3, '@').map(str::trim);
        let [id, place, period] = std::array::from_fn(|_| parts.next().unwrap_or_default());
        let mut found = self.with_id_or_name(id);
        if found.is_empty() {
            return Err(LocationError::Id(id.to_owned()));
        }
        if !place.is_empty() {
            found = self.at_place(place, found)?;
        }
        if !period.is_empty() {
            let mut names = distinct(found.iter().map(|entry| &*entry.dataset.period));
            names.reverse();
            found.retain(|entry| self.is_of_period(entry, period));
            if found.is_empty() {
                let (others, more) = first_of(names);
                return Err(LocationError::Period { period: period.to_owned(), others, more });
            }
        }
        self.only_of(id, &found)
    }

    fn with_id(&self, id: &str) -> Vec<Entry<'_>> {
        let same = self.collection.ids().enumerate().filter(|(_, own)| *own == id);
        same.filter_map(|(index, _)| self.collection.get(index)).collect()
    }

    /// The indicators with an id, else those with a name that belongs to one id.
    fn with_id_or_name(&self, text: &str) -> Vec<Entry<'_>> {
        let found = self.with_id(text);
        match found.is_empty().then(|| NamedIndicators::of(&self.collection, text)) {
            Some(NamedIndicators::One(id)) => {
                // Files may give one id to several indicators, of which only some have the name.
                let typed = Spelled::of(text);
                let all = self.with_id(&id);
                let is_named = |entry: &Entry<'_>| Spelled::of(entry.name()).may_be(&typed);
                let named: Vec<_> = all.iter().copied().filter(is_named).collect();
                if named.is_empty() { all } else { named }
            }
            _ => found,
        }
    }

    /// The indicators of the one place that a text means.
    fn at_place<'a>(
        &self,
        place: &str,
        mut found: Vec<Entry<'a>>,
    ) -> Result<Vec<Entry<'a>>, LocationError> {
        let mut names = distinct(found.iter().map(|entry| entry.dataset.place.name()));
        let typed = fold(place);
        names.sort_by_key(|name| !fold(name).contains(&*typed));
        let is_exact = |entry: &Entry<'_>| entry.dataset.place.name().trim() == place;
        if found.iter().any(is_exact) {
            found.retain(is_exact);
        } else {
            let asked = asked_places(&self.collection, place);
            found.retain(|entry| asked.contains(&entry.dataset.place));
        }
        if found.is_empty() {
            let (others, more) = first_of(names);
            return Err(LocationError::Place { place: place.to_owned(), others, more });
        }
        let places: HashSet<_> = found.iter().filter_map(|entry| self.place_of(entry)).collect();
        if places.len() > 1 {
            let names = distinct(found.iter().map(|entry| entry.dataset.place.name()));
            let (others, more) = first_of(names);
            return Err(LocationError::Places { place: place.to_owned(), others, more });
        }
        Ok(found)
    }

    /// The number of the place of an indicator, whatever its datasets call it.
    fn place_of(&self, entry: &Entry<'_>) -> Option<usize> {
        let slice = self.slices.of_dataset(entry.dataset_at)?;
        self.slices.get(slice).map(|slice| slice.place)
    }

    /// The one to begin with, if all are the same indicator.
    fn only_of(&self, id: &str, found: &[Entry<'_>]) -> Result<usize, LocationError> {
        let mut indicators: Vec<&Entry<'_>> = Vec::new();
        let mut known: HashSet<usize> = HashSet::new();
        for entry in found {
            if known.insert(entry.index) {
                known.extend(self.same_indicators(entry.index));
                indicators.push(entry);
            }
        }
        if indicators.len() > 1 {
            let texts: Vec<String> = indicators.into_iter().map(described).collect();
            let (others, more) = first_of(texts.iter().map(String::as_str).collect());
            return Err(LocationError::Several { id: id.to_owned(), others, more });
        }
        self.to_begin_with(found).ok_or_else(|| LocationError::Id(id.to_owned()))
    }

    /// The one to begin with of the same indicator in several slices: of the first place, in the latest period with a
    /// result.
    fn to_begin_with(&self, found: &[Entry<'_>]) -> Option<usize> {
        let slice_of = |entry: &Entry<'_>| self.slices.of_dataset(entry.dataset_at);
        let first = found.first()?;
        let in_slice = |slice| found.iter().find(|entry| slice_of(entry) == Some(slice));
        let of_place = slice_of(first).map_or(&[][..], |slice| self.slices.periods(slice));
        let of_place = of_place.iter().copied().filter(|slice| in_slice(*slice).is_some());
        let has_result = |entry: &Entry<'_>| {
            !self.axes.is_expected(entry.dataset_at) && entry.indicator().actual.is_some()
        };
        let is_filled = |slice| in_slice(slice).is_some_and(has_result);
        let slice = self.slices.first_in_time(&of_place.collect::<Vec<_>>(), is_filled);
        Some(slice.and_then(in_slice).unwrap_or(first).index)
    }

    fn is_of_period(&self, entry: &Entry<'_>, wanted: &str) -> bool {
        let own = self.period_of(entry, &entry.indicator());
        match parse(wanted) {
            Some(wanted) => [own, self.axes.period(entry.dataset_at)].contains(&Some(wanted)),
            None => fold(entry.dataset.period.trim()) == fold(wanted),
        }
    }
}

/// An indicator as an error names it.
fn described(entry: &Entry<'_>) -> String {
    let unit = entry.indicator().unit.unwrap_or_default();
    let place = entry.dataset.place.named().unwrap_or_default();
    let more = [&*unit, place, &*entry.dataset.period];
    let more: Vec<&str> = more.into_iter().filter(|text| !text.is_empty()).collect();
    match more.is_empty() {
        true => entry.name().to_owned(),
        false => format!("{} ({})", entry.name(), more.join(" · ")),
    }
}

/// The names, each once, in their order.
fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = HashSet::new();
    names.filter(|name| !name.is_empty() && seen.insert(*name)).collect()
}

/// The first names, and the number of those that are left.
fn first_of(names: Vec<&str>) -> (Vec<String>, usize) {
    let more = names.len().saturating_sub(MOST_NAMED);
    (names.into_iter().take(MOST_NAMED).map(str::to_owned).collect(), more)
}

impl App {
    /// Opens on an indicator, by its number.
    #[must_use]
    pub fn opened_at(mut self, indicator: usize) -> Self {
        self.go_to(indicator);
        self
    }
}
