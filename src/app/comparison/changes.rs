//! The changes since the period before in the cells of a grid: as published, else derived from two results.

use super::figure::{Figure, FigureKind, each};
use super::grid::{Cell, Grid, Head};
use crate::app::Catalog;
use crate::app::series::values_next_to;
use crate::lexicon::period::parse;
use crate::model::{ChangeUnit, Decimal, Indicator, Period};

pub(super) fn figures(catalog: &Catalog, grid: &Grid) -> Vec<Option<Figure>> {
    let periods = grid.columns.iter().map(|head| match head {
        Head::Period { period, .. } => *period,
        Head::Indicator { .. } | Head::Place { .. } => None,
    });
    let periods: Vec<Option<Period>> = periods.collect();
    // The column of the period before, for each column of a period.
    let before: Vec<Option<usize>> = periods
        .iter()
        .map(|own| {
            let own = (*own)?;
            periods.iter().position(|other| other.is_some_and(|other| own.follows(other)))
        })
        .collect();
    let width = periods.len().max(1);
    each(grid, |at| {
        let cell = grid.cells[at].as_ref()?;
        let (row, column) = (at / width, at % width);
        let entry = catalog.collection.get(cell.indicator as usize)?;
        let indicator = entry.indicator();
        let own = match periods.get(column).copied().flatten() {
            Some(period) => period,
            None => catalog.period_of(&entry, &indicator)?,
        };
        published(cell, &indicator, own).or_else(|| {
            let earlier = match grid.columns.get(column)? {
                Head::Period { .. } => {
                    grid.cells[row * width + before.get(column).copied().flatten()?].as_ref()?.value
                }
                Head::Place { .. } | Head::Indicator { .. } => {
                    earlier_result(catalog, entry.dataset_at, cell, &indicator, own)
                }
            };
            let (value, earlier) = (cell.value?, earlier?);
            // A place that is gained is a smaller number.
            let (value, kind) = match indicator.is_place() {
                true => (earlier.checked_sub(value)?, FigureKind::PlaceChange),
                false => (value.checked_sub(earlier)?, FigureKind::Difference),
            };
            Some(Figure { value, kind, derived: true })
        })
    })
}

/// The published change against the period before.
fn published(cell: &Cell, indicator: &Indicator, own: Period) -> Option<Figure> {
    if cell.next_to.is_some() {
        return None;
    }
    let change = indicator.changes.iter().find(|change| {
        let base = parse(&change.period);
        base.is_some_and(|base| own.follows(base))
    })?;
    let kind = match change.unit {
        ChangeUnit::Percent => FigureKind::PercentChange,
        ChangeUnit::Points if indicator.is_percentage() => FigureKind::PointChange,
        ChangeUnit::Points => FigureKind::Difference,
        ChangeUnit::Places => FigureKind::PlaceChange,
    };
    Some(Figure { value: change.amount, kind, derived: false })
}

/// The result of the same place in the period before: of a dataset of that period, else the value next to the
/// result itself.
fn earlier_result(
    catalog: &Catalog,
    dataset: usize,
    cell: &Cell,
    indicator: &Indicator,
    own: Period,
) -> Option<Decimal> {
    let candidates = catalog.axes.of_place(dataset).iter().copied();
    let mut before = candidates
        .filter(|other| catalog.axes.period(*other).is_some_and(|period| own.follows(period)));
    let of_dataset = before.next().and_then(|other| {
        let probe = catalog.probe(cell.indicator as usize)?;
        let entry = catalog.collection.get(probe.in_dataset(other)?)?;
        let indicator = entry.indicator();
        let period = catalog.period_of(&entry, &indicator)?;
        indicator.figure_or_rank().filter(|_| own.follows(period))
    });
    of_dataset.or_else(|| {
        let next_to = values_next_to(indicator, own);
        let found = next_to.into_iter().find(|(_, point)| own.follows(point.period));
        found.and_then(|(_, point)| point.value)
    })
}
