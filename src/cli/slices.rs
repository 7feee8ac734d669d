//! Which places and periods a command shows: the latest period of each place, or those of `--place` and `--period`.

use std::collections::HashSet;

use crate::app::{Catalog, asked_places};
use crate::cli::Error;
use crate::cli::arguments::SliceOptions;
use crate::lexicon::period::parse;
use crate::model::{Collection, Dataset, Entry, Period, Place, Span};
use crate::text::fold::fold;
use crate::text::sanitize::visible;
use crate::ui::{Words, facts};

/// The places and periods that a command shows.
pub(crate) struct ShownSlices {
    /// The only place, under the names that it has.
    place: Option<HashSet<Place>>,
    period: ShownPeriods,
    /// The datasets with what is known of them together, if there are several periods or tables.
    catalog: Option<Catalog>,
}

/// The periods that a command shows.
#[derive(Debug, Clone, PartialEq, Eq)]
enum ShownPeriods {
    /// Of each indicator the latest one with a result.
    Latest,
    All,
    /// The one with this text and meaning.
    Only(String, Option<Period>),
    /// Those within this year, if no dataset is for the whole year.
    Within(u16),
}

impl ShownSlices {
    /// Reads the options. An error if no dataset is of the place or period.
    pub(crate) fn of(
        options: &SliceOptions,
        collection: &Collection,
        words: Words,
    ) -> Result<Self, Error> {
        let period = match options.period.as_deref().map(str::trim) {
            None => ShownPeriods::Latest,
            Some(all) if matches!(fold(all).as_str(), "all" | "tat ca" | "moi ky") => {
                ShownPeriods::All
            }
            Some(one) => ShownPeriods::Only(fold(one), parse(one)),
        };
        let place = options.place.as_deref().map(|place| asked_places(collection, place));
        let several = has_several_periods(collection) || Catalog::are_several_tables(collection);
        let catalog = several.then(|| Catalog::new(collection.clone()));
        let mut shown = Self { place, period, catalog };
        if let ShownPeriods::Only(_, Some(period)) = shown.period
            && let Some(year) = period.first_year().filter(|_| period.span() == Span::Year)
            && !collection.iter().any(|entry| shown.is_period(&entry))
        {
            shown.period = ShownPeriods::Within(year);
        }
        if let ShownPeriods::Only(text, Some(asked)) = &shown.period
            && asked.first_year().is_none()
            && !collection.iter().any(|entry| shown.is_period(&entry))
            && let Some(only) = only_of_span(collection, asked.span())
        {
            shown.period = ShownPeriods::Only(text.clone(), Some(only));
        }
        shown.check(options, collection, words)?;
        Ok(shown)
    }

    /// Reports a place or a period that no dataset has, with those that there are.
    fn check(
        &self,
        options: &SliceOptions,
        collection: &Collection,
        words: Words,
    ) -> Result<(), Error> {
        if let Some(place) = &options.place
            && !collection.iter().any(|entry| self.is_place(entry.dataset))
        {
            let places = collection.datasets().iter().map(|one| one.place.name());
            let known = distinct(places, |left| words.and_more_places(left));
            let what = words.no_data_of_place(&visible(place));
            return Err(Error::Unknown(format!("{what}; {}", words.there_are(&known))));
        }
        let is_one = matches!(self.period, ShownPeriods::Only(..) | ShownPeriods::Within(_));
        if let Some(period) = options.period.as_ref().filter(|_| is_one)
            && !collection.iter().any(|entry| self.is_period(&entry))
        {
            let known = distinct_periods(collection.datasets().iter().map(|one| &**one), words);
            let what = words.no_data_of_period(&visible(period));
            return Err(Error::Unknown(format!("{what}; {}", words.there_are(&known))));
        }
        match options.place.as_deref().zip(options.period.as_deref()) {
            Some((place, period)) if is_one => self.check_both((place, period), collection, words),
            _ => Ok(()),
        }
    }

    /// Reports a period that the place lacks, with a place of a like name that has it.
    fn check_both(
        &self,
        (place, period): (&str, &str),
        collection: &Collection,
        words: Words,
    ) -> Result<(), Error> {
        let is_both = |entry: Entry<'_>| self.is_place(entry.dataset) && self.is_period(&entry);
        if collection.iter().any(is_both) {
            return Ok(());
        }
        let own = collection.datasets().iter().filter(|one| self.is_place(one));
        let known = distinct_periods(own.map(|one| &**one), words);
        let what = words.no_data_of_period(&visible(period));
        let asked = fold(place.trim());
        let is_like = |entry: &Entry<'_>| {
            self.is_period(entry) && fold(entry.dataset.place.name()).contains(&*asked)
        };
        let like = collection.iter().find(is_like);
        let like = like.map(|entry| words.did_you_mean(&visible(entry.dataset.place.name())));
        let hint = like.unwrap_or_else(|| words.there_are(&known));
        Err(Error::Unknown(format!("{what}; {hint}")))
    }

    /// Also knows which indicators several places have, which takes time that only a search needs.
    pub(crate) fn with_all_places(mut self, collection: &Collection) -> Self {
        if collection.datasets().len() > 1 {
            self.catalog.get_or_insert_with(|| Catalog::new(collection.clone()));
        }
        self
    }

    /// Whether only one place is shown.
    pub(crate) fn has_place(&self) -> bool {
        self.place.is_some()
    }

    /// Whether the command shows an indicator.
    pub(crate) fn shows(&self, entry: &Entry<'_>) -> bool {
        let is_latest =
            || self.catalog.as_ref().is_none_or(|catalog| catalog.is_latest(entry.index));
        self.is_place(entry.dataset)
            && match self.period {
                ShownPeriods::Latest => is_latest(),
                ShownPeriods::All => true,
                ShownPeriods::Only(..) | ShownPeriods::Within(_) => self.is_period(entry),
            }
    }

    /// Whether an indicator of its place is shown and no later one there passes a filter of
    /// figures, which it passes: where no period is asked for, the latest that fits is shown.
    pub(crate) fn shows_latest_fitting(
        &self,
        entry: &Entry<'_>,
        passes: impl Fn(usize) -> bool,
    ) -> bool {
        let Some(catalog) = self.catalog.as_ref().filter(|_| self.period == ShownPeriods::Latest)
        else {
            return self.shows(entry);
        };
        let points = catalog.periods(entry.index).into_iter();
        let later = points.rev().map_while(|point| match point.indicator {
            Some(index) if index == entry.index => None,
            other => Some(other),
        });
        self.is_place(entry.dataset) && !later.flatten().any(passes)
    }

    /// The datasets with what is known of them together, if there are several periods or tables.
    pub(crate) fn catalog(&self) -> Option<&Catalog> {
        self.catalog.as_ref()
    }

    /// Whether the command shows indicators of a dataset, as far as its place and period decide.
    pub(crate) fn shows_dataset(&self, dataset: &Dataset) -> bool {
        let is_period = match &self.period {
            ShownPeriods::Latest | ShownPeriods::All => true,
            ShownPeriods::Within(year) => {
                parse(&dataset.period).is_some_and(|period| is_within(period, *year))
            }
            ShownPeriods::Only(text, period) => {
                fold(dataset.period.trim()) == *text
                    || period.is_some() && parse(&dataset.period) == *period
            }
        };
        self.is_place(dataset) && is_period
    }

    fn is_place(&self, dataset: &Dataset) -> bool {
        self.place.as_ref().is_none_or(|wanted| wanted.contains(&dataset.place))
    }

    fn is_period(&self, entry: &Entry<'_>) -> bool {
        if let ShownPeriods::Within(year) = self.period {
            let own = facts::own_period(entry, &entry.indicator());
            return own.is_some_and(|own| is_within(own, year));
        }
        let ShownPeriods::Only(text, period) = &self.period else { return true };
        let of_dataset = &entry.dataset.period;
        fold(of_dataset.trim()) == *text
            || period.is_some_and(|period| {
                // "2025" is the same as "năm 2025".
                let own = facts::own_period(entry, &entry.indicator());
                own == Some(period) || parse(of_dataset) == Some(period)
            })
    }
}

/// The only period of the data that is such a part of a year, where no year was asked for: April of 2024 for "tháng 4".
fn only_of_span(collection: &Collection, span: Span) -> Option<Period> {
    let own = |entry: Entry<'_>| {
        let own = facts::own_period(&entry, &entry.indicator());
        [own, parse(&entry.dataset.period)]
    };
    // A quarter of a financial year is one, too.
    let is_asked = |own: Span| match (own, span) {
        (Span::SplitQuarter(own) | Span::FiscalQuarter(own), Span::Quarter(asked)) => own == asked,
        _ => own == span,
    };
    let all = collection.iter().flat_map(own).flatten();
    let mut found = all.filter(|own| is_asked(own.span()));
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// Whether datasets are of different periods.
fn has_several_periods(collection: &Collection) -> bool {
    collection.datasets().windows(2).any(|pair| pair[0].period != pair[1].period)
}

/// Whether a period begins and ends in a year.
fn is_within(period: Period, year: u16) -> bool {
    period.first_year() == Some(year) && period.last_year() == Some(year)
}

/// The different texts in quotes, in order, at most twenty; `more` says how many are left.
fn distinct<'a>(
    texts: impl Iterator<Item = &'a str>,
    more: impl FnOnce(usize) -> String,
) -> String {
    const MOST: usize = 20;
    let mut seen: HashSet<&str> = HashSet::new();
    let found: Vec<&str> = texts.filter(|text| !text.is_empty() && seen.insert(text)).collect();
    let shown = found.iter().take(MOST).map(|text| format!("“{}”", visible(text)));
    let shown = shown.collect::<Vec<_>>().join(", ");
    match found.len().saturating_sub(MOST) {
        0 => shown,
        left => format!("{shown} {}", more(left)),
    }
}

/// The different periods of datasets in the user's language, as [`distinct`] lists them.
fn distinct_periods<'a>(datasets: impl Iterator<Item = &'a Dataset>, words: Words) -> String {
    let periods: Vec<_> = datasets.map(|one| words.period_text(&one.period)).collect();
    distinct(periods.iter().map(|period| &**period), |left| words.and_more_periods(left))
}
