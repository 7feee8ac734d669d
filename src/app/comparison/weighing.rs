//! Which figures of a grid are weighed against each other: those of one indicator in periods of one kind, or in the
//! places that most are like. Nine months are not weighed against a year, nor a province against its districts.

use rust_decimal::Decimal;

use super::figure::{Figure, FigureKind};
use super::grid::{Cell, Grid, Head, main_group};
use super::turn::Turn;
use crate::app::Catalog;
use crate::model::{Better, Period, ValueRange, better_percent};

/// The fewest figures of a line with a best and a worst one: of two it is plain which is greater.
const FEWEST: usize = 3;

/// The best and the worst figure of a line, if the direction is known, there are three or more, and they differ.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Extremes {
    /// The best figure.
    pub best: Option<Decimal>,
    /// The worst figure.
    pub worst: Option<Decimal>,
}

/// What is weighed: along each row, or down each column where the columns are indicators.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighing {
    is_down: bool,
    /// Whether the figures in each place across the lines are weighed.
    weighed: Vec<bool>,
    /// Of each line.
    extremes: Vec<Extremes>,
    scale: Option<ValueRange>,
    has_extremes: bool,
}

impl Weighing {
    /// Weighs the figures of a grid.
    pub(super) fn of(catalog: &Catalog, grid: &Grid, figures: &[Option<Figure>]) -> Self {
        let is_down = grid.turn == Turn::PlacesByIndicator;
        let heads = if is_down { &grid.rows } else { &grid.columns };
        let weighed = weighed(heads);
        let width = grid.columns.len().max(1);
        let across = heads.len();
        let count = if is_down { grid.columns.len() } else { grid.rows.len() };
        let cell =
            |line: usize, at: usize| if is_down { at * width + line } else { line * width + at };
        let line = |line: usize| -> Vec<usize> {
            (0..across).filter(|at| weighed[*at]).map(|at| cell(line, at)).collect()
        };
        let better = |line: usize| {
            let head = if is_down { grid.columns.get(line) } else { grid.rows.get(line) };
            match head {
                Some(Head::Indicator { better, .. }) => *better,
                _ if grid.turn == Turn::PlacesByPeriod => first_better(catalog, grid),
                _ => None,
            }
        };
        let extremes = (0..count).map(|at| {
            let cells = line(at).into_iter().filter_map(|cell| {
                Some(Weighed { figure: (*figures.get(cell)?)?, cell: grid.cells[cell].as_ref()? })
            });
            extremes(catalog, better(at), &cells.collect::<Vec<_>>())
        });
        let extremes: Vec<Extremes> = extremes.collect();
        let has_extremes = extremes.iter().any(|line| line.best.is_some());
        // A total of places would make the bars of its parts all alike.
        let of_parts = (0..count)
            .filter(|at| is_down || grid.rows.get(*at).is_none_or(|head| grid.is_part(*head)));
        let shown =
            of_parts.flat_map(line).filter_map(|cell| (*figures.get(cell)?).map(|one| one.value));
        let scale = ValueRange::of(shown);
        Self { is_down, weighed, extremes, scale, has_extremes }
    }

    /// The best and the worst figure that the figure of a cell is weighed against; none if it is not weighed.
    #[must_use]
    pub fn extremes(&self, row: usize, column: usize) -> Extremes {
        let (line, at) = if self.is_down { (column, row) } else { (row, column) };
        let is_weighed = self.weighed.get(at).copied().unwrap_or(false);
        self.extremes.get(line).copied().filter(|_| is_weighed).unwrap_or_default()
    }

    /// Whether any line has a best and a worst figure.
    #[must_use]
    pub fn has_extremes(&self) -> bool {
        self.has_extremes
    }

    /// Whether lines are columns.
    #[must_use]
    pub fn is_down(&self) -> bool {
        self.is_down
    }

    /// The least and the greatest of the figures that are weighed.
    #[must_use]
    pub fn scale(&self) -> Option<ValueRange> {
        self.scale
    }
}

/// Which of some heads are weighed against each other: the places that most are like, or the periods of the kind that
/// most are of, of several such kinds the latest.
fn weighed(heads: &[Head]) -> Vec<bool> {
    let group = main_group(heads);
    let period = |head: &Head| match head {
        Head::Period { period, .. } => *period,
        Head::Indicator { .. } | Head::Place { .. } => None,
    };
    let mut kinds: Vec<(Period, usize)> = Vec::new();
    for own in heads.iter().filter_map(period) {
        match kinds.iter_mut().find(|(of, _)| are_alike(*of, own)) {
            Some((_, count)) => *count += 1,
            None => kinds.push((own, 1)),
        }
    }
    let most = kinds.iter().max_by_key(|(_, count)| *count).map(|(of, _)| *of);
    let is_weighed = |head: &Head| match head {
        Head::Place { group: own, .. } => *own == group,
        Head::Period { period, .. } => match (period, most) {
            (Some(own), Some(most)) => are_alike(*own, most),
            (own, most) => own.is_none() && most.is_none(),
        },
        Head::Indicator { .. } => true,
    };
    heads.iter().map(is_weighed).collect()
}

/// Whether two periods are of one kind, so that their results are comparable.
fn are_alike(one: Period, other: Period) -> bool {
    one == other || one.steps_since(other).is_some() || other.steps_since(one).is_some()
}

/// A figure with the result that it is of.
#[derive(Debug, Clone, Copy)]
struct Weighed<'a> {
    figure: Figure,
    cell: &'a Cell,
}

/// Finds the best and the worst of the figures of a line.
fn extremes(catalog: &Catalog, better: Option<Better>, figures: &[Weighed<'_>]) -> Extremes {
    let none = Extremes::default();
    let Some(first) = figures.first().filter(|_| figures.len() >= FEWEST) else { return none };
    let kind = first.figure.kind;
    let higher = match (better, kind) {
        (Some(_), FigureKind::Rank(_)) => false,
        // A change in places is up where it is positive.
        (Some(_), FigureKind::PlaceChange) => true,
        (Some(Better::Higher), _) => true,
        (
            Some(Better::Lower),
            FigureKind::Value | FigureKind::Difference | FigureKind::PointChange,
        ) => false,
        (Some(Better::Lower), FigureKind::Percent) => match better_percents(catalog, figures) {
            Some(better) => better == Better::Higher,
            None => return none,
        },
        _ => return none,
    };
    if figures.iter().any(|other| other.figure.kind.order() != kind.order()) {
        return none;
    }
    let range = ValueRange::of(figures.iter().map(|one| one.figure.value));
    let Some(ValueRange { low, high }) = range.filter(|range| range.low != range.high) else {
        return none;
    };
    let (best, worst) = if higher { (high, low) } else { (low, high) };
    Extremes { best: Some(best), worst: Some(worst) }
}

/// Which percents of plan of a line are better where a lower result is: `None` if some are ratios and others
/// attainments, or if that is not known of one. 100 is both.
fn better_percents(catalog: &Catalog, figures: &[Weighed<'_>]) -> Option<Better> {
    let mut all = None;
    for one in figures.iter().filter(|one| one.figure.value != Decimal::ONE_HUNDRED) {
        let entry = catalog.collection.get(one.cell.indicator as usize)?;
        let own = better_percent(&entry.indicator())?;
        if *all.get_or_insert(own) != own {
            return None;
        }
    }
    all
}

/// The direction of the indicator that a grid of places is about.
pub(super) fn first_better(catalog: &Catalog, grid: &Grid) -> Option<Better> {
    let first = grid.cells.iter().flatten().next()?;
    catalog.collection.get(first.indicator as usize)?.indicator().better_or_first()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn periods(periods: &[Period]) -> Vec<Head> {
        let head = |period: &Period| Head::Period { dataset: 0, period: Some(*period) };
        periods.iter().map(head).collect()
    }

    #[test]
    fn periods_of_one_kind_are_weighed() {
        let months = |count| Period::first_months(Some(2023), count).unwrap();
        let (half, nine) = (months(6), months(9));
        let years = [2021, 2022].map(Period::year);
        assert_eq!(weighed(&periods(&[half, years[0], years[1]])), [false, true, true]);
        assert_eq!(weighed(&periods(&[years[0], half, nine])), [false, false, true], "the latest");
        assert_eq!(weighed(&periods(&years)), [true, true]);
    }
}
