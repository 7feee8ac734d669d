//! The rows of a block of the comparison: which places are ranked, which periods are on one scale,
//! and what is left out.

use std::ops::Range;

use super::ranking_window::{left_out, shown_rows};
use crate::app::{Catalog, most_frequent};
use crate::model::{Entry, Indicator, Ranking, is_same_kind};

/// The most totals below the places.
const MOST_TOTALS: usize = 2;

/// One of the compared indicators, the selected one among them.
pub(super) struct Compared<'a> {
    pub(super) entry: Entry<'a>,
    pub(super) indicator: Indicator,
}

/// The compared places: those that are ranked, and the totals of them, for reference.
pub(super) struct RankedPlaces<'a> {
    pub(super) ranked: Vec<&'a Compared<'a>>,
    pub(super) totals: Vec<&'a Compared<'a>>,
    /// The number of places like these without a figure.
    without: usize,
}

impl<'a> RankedPlaces<'a> {
    /// Some places in order. A place is among those that are equally fine; a total, or the only province, is shown with
    /// its parts.
    pub(super) fn of(catalog: &Catalog, all: &[&'a Compared<'a>], own: &Compared<'_>) -> Self {
        let group = |one: &&&Compared<'_>| catalog.place_group(one.entry.dataset_at);
        let own_group = group(&&own);
        let alike = all.iter().filter(|one| group(one) == own_group).count();
        let shown = own_group
            .filter(|_| alike > 1)
            .or_else(|| most_frequent(all.iter().filter_map(|one| group(&one))));
        // A place without a figure has no position: it would read as the last.
        let has_figure = |one: &Compared<'_>| one.indicator.figure_or_rank().is_some();
        let is_alike = |one: &&&Compared<'_>| group(one) == shown;
        let is_ranked = |one: &&&Compared<'_>| is_alike(one) && (has_figure(one) || one.is(own));
        let is_total = |one: &&&Compared<'_>| !is_alike(one) && (one.is(own) || group(one) < shown);
        let places = shown.map_or(0, |group| catalog.count_places(own.entry.dataset_at, group));
        let with_figures = all.iter().filter(|one| is_alike(one) && has_figure(one)).count();
        let totals = all.iter().filter(is_total).copied();
        let (own_total, others): (Vec<_>, Vec<_>) = totals.partition(|one| one.is(own));
        Self {
            ranked: all.iter().filter(is_ranked).copied().collect(),
            without: places.saturating_sub(with_figures),
            totals: own_total.into_iter().chain(others).take(MOST_TOTALS).collect(),
        }
    }

    /// The ranking of the places; of those with the own one by the rules of the catalog.
    pub(super) fn ranking(&self, catalog: &Catalog, own: &Compared<'_>) -> Ranking {
        if self.ranked.iter().any(|one| one.is(own)) {
            return catalog.ranking(own.entry.index);
        }
        let figures = self.ranked.iter();
        let figures =
            figures.filter_map(|one| Some((one.entry.index, one.indicator.figure_or_rank()?)));
        Ranking::of(own.indicator.better_or_first(), figures)
    }

    /// The rows that `most` lines have room for: the places, then the totals, which have no position.
    pub(super) fn rows(&self, own: &Compared<'_>, most: usize) -> RankedRows<'a> {
        let most = most.saturating_sub(self.totals.len());
        let mut rows = RankedRows::around(&self.ranked, own, most);
        rows.rows.extend(self.totals.iter().map(|one| Ranked {
            position: None,
            is_on_scale: false,
            one,
        }));
        RankedRows { without: self.without, ..rows }
    }
}

/// One of the compared indicators with its position in its block; equal figures share one, and a total has none.
pub(super) struct Ranked<'a> {
    pub(super) position: Option<usize>,
    /// Whether its figure is on the scale of the others: of a total, or of a quarter next to years, it is not.
    pub(super) is_on_scale: bool,
    pub(super) one: &'a Compared<'a>,
}

/// The rows of a block, in order.
pub(super) struct RankedRows<'a> {
    pub(super) rows: Vec<Ranked<'a>>,
    /// How many are left out after a number of rows.
    pub(super) left_out: Vec<(usize, usize)>,
    /// The number of places without a figure, which are no rows.
    pub(super) without: usize,
}

impl<'a> RankedRows<'a> {
    /// All of a block.
    pub(super) fn all(all: &[&'a Compared<'a>]) -> Self {
        let mut rows: Vec<Ranked<'a>> = Vec::with_capacity(all.len());
        for (at, one) in all.iter().enumerate() {
            let before = rows.last().filter(|before| {
                before.one.indicator.figure_or_rank() == one.indicator.figure_or_rank()
            });
            let position = before.map_or(Some(at + 1), |before| before.position);
            rows.push(Ranked { position, is_on_scale: true, one });
        }
        Self { rows, left_out: Vec::new(), without: 0 }
    }

    /// Periods in order, of which those like the one of `own` are on its scale: a quarter is a part of a year.
    pub(super) fn of_periods(
        catalog: &Catalog,
        all: &[&'a Compared<'a>],
        own: &Compared<'_>,
    ) -> Self {
        let period = |one: &Compared<'_>| catalog.period_of(&one.entry, &one.indicator);
        let own = period(own);
        let mut found = Self::all(all);
        for row in &mut found.rows {
            let periods = own.zip(period(row.one));
            row.is_on_scale = periods.is_none_or(|(own, other)| is_same_kind(own, other));
        }
        found
    }

    /// Those of a block that `most` lines have room for.
    pub(super) fn around(all: &[&'a Compared<'a>], own: &Compared<'_>, most: usize) -> Self {
        let at = all.iter().position(|one| one.is(own)).unwrap_or(0);
        let shown = shown_rows(all.len(), at, most);
        let mut rows = Self::all(all).rows.into_iter().map(Some).collect::<Vec<_>>();
        let kept = shown.iter().flat_map(Range::clone).filter_map(|at| rows[at].take());
        Self { rows: kept.collect(), left_out: left_out(&shown), without: 0 }
    }
}

impl Compared<'_> {
    pub(super) fn is(&self, other: &Self) -> bool {
        self.entry.index == other.entry.index
    }
}
