//! The ranks of results among the open places of the same period.

use std::collections::{BTreeSet, HashMap};

use super::figure::{Figure, FigureKind};
use super::grid::{Cell, Grid, Head, PeriodKey};
use super::turn::Turn;
use super::weighing::first_better;
use crate::app::{Catalog, PlaceGroup};
use crate::model::{Better, Decimal, Ranking};

/// The most results that are looked up to rank the results of one place.
const MOST_LOOKUPS: usize = 1_000_000;

/// The ranks in all cells, and whether those of other periods than the current were left out.
pub(super) fn figures(
    catalog: &Catalog,
    grid: &Grid,
    current: usize,
) -> (Vec<Option<Figure>>, bool) {
    match grid.turn {
        Turn::IndicatorsByPlace => (within_rows(grid), false),
        Turn::PlacesByIndicator | Turn::PlacesByPeriod | Turn::SmallMultiples => {
            (within_columns(catalog, grid), false)
        }
        Turn::IndicatorsByPeriod => among_other_places(catalog, grid, current),
    }
}

fn within_rows(grid: &Grid) -> Vec<Option<Figure>> {
    let mut figures = vec![None; grid.cells.len()];
    let width = grid.columns.len();
    for (row, head) in grid.rows.iter().enumerate() {
        let better = if let Head::Indicator { better, .. } = head { *better } else { None };
        for group in groups(&grid.columns) {
            let own = (0..width).filter(|column| grid.columns[*column].group() == Some(group));
            rank(grid, better, own.map(|column| row * width + column), &mut figures);
        }
    }
    figures
}

fn within_columns(catalog: &Catalog, grid: &Grid) -> Vec<Option<Figure>> {
    let mut figures = vec![None; grid.cells.len()];
    let width = grid.columns.len();
    let of_all = first_better(catalog, grid);
    for column in 0..width {
        let better = match grid.columns[column] {
            Head::Indicator { better, .. } => better,
            Head::Place { .. } | Head::Period { .. } => of_all,
        };
        for group in groups(&grid.rows) {
            let own = (0..grid.rows.len()).filter(|row| grid.rows[*row].group() == Some(group));
            rank(grid, better, own.map(|row| row * width + column), &mut figures);
        }
    }
    figures
}

/// The groups of some places, each once. Files that name no place may be of one place, so they are in none.
fn groups(heads: &[Head]) -> BTreeSet<PlaceGroup> {
    heads.iter().filter_map(|head| head.group()).collect()
}

/// Ranks some cells, without a known direction from the greatest; a single one has no rank.
fn rank(
    grid: &Grid,
    better: Option<Better>,
    cells: impl Iterator<Item = usize>,
    figures: &mut [Option<Figure>],
) {
    let values = cells.filter_map(|at| Some((at, grid.cells[at].as_ref()?.value?)));
    let ranking = Ranking::of(better, values);
    let places = ranking.places();
    if places.len() < 2 {
        return;
    }
    let of = u32::try_from(places.len()).unwrap_or(u32::MAX);
    for place in places {
        figures[place.indicator] = Some(figure(place.position, of));
    }
}

fn figure(position: usize, of: u32) -> Figure {
    Figure { value: Decimal::from(position), kind: FigureKind::Rank(of), derived: false }
}

/// Ranks the results of one place among those of the others, period by period.
fn among_other_places(
    catalog: &Catalog,
    grid: &Grid,
    current: usize,
) -> (Vec<Option<Figure>>, bool) {
    let width = grid.columns.len().max(1);
    let mut figures = vec![None; grid.cells.len()];
    let datasets = by_period(catalog);
    let lookups = |column: usize| {
        let own = grid.columns.get(column).and_then(|head| of_column(&datasets, *head));
        own.map_or(0, Vec::len) * grid.rows.len()
    };
    let is_partial = (0..width).map(lookups).sum::<usize>() > MOST_LOOKUPS;
    for (row, head) in grid.rows.iter().enumerate() {
        let Head::Indicator { indicator, better, .. } = *head else { continue };
        let Some(probe) = catalog.probe(indicator) else { continue };
        for column in (0..width).filter(|column| !is_partial || *column == current) {
            let at = row * width + column;
            let Some(cell) = &grid.cells[at] else { continue };
            let own = grid.columns.get(column).and_then(|head| of_column(&datasets, *head));
            let others = own.into_iter().flatten().filter_map(|dataset| {
                let entry = catalog.collection.get(probe.in_dataset(*dataset)?)?;
                let own = catalog.collection.dataset_of(cell.indicator as usize);
                let is_other = catalog.axes.are_ranked_together(*dataset, own)
                    && !catalog.axes.is_same_place(*dataset, own);
                let indicator = entry.indicator();
                let period = catalog.period_of(&entry, &indicator);
                let is_of_column = match grid.columns.get(column)? {
                    Head::Period { period: Some(own), .. } => period == Some(*own),
                    _ => period.is_none(),
                };
                (is_other && is_of_column).then_some(indicator.figure_or_rank()?)
            });
            figures[at] = rank_of(catalog, better, cell, others);
        }
    }
    (figures, is_partial)
}

/// The rank of a result among others.
fn rank_of(
    catalog: &Catalog,
    better: Option<Better>,
    cell: &Cell,
    others: impl Iterator<Item = Decimal>,
) -> Option<Figure> {
    let own = cell.value?;
    let entry = catalog.collection.get(cell.indicator as usize)?;
    entry.dataset.place.named()?;
    let (mut of, mut ahead) = (1, 0);
    for other in others {
        of += 1;
        ahead += usize::from(if better == Some(Better::Lower) { other < own } else { other > own });
    }
    (of > 1).then(|| figure(ahead + 1, of))
}

/// The datasets of named places, by their periods.
fn by_period(catalog: &Catalog) -> HashMap<PeriodKey, Vec<usize>> {
    let mut datasets: HashMap<_, Vec<usize>> = HashMap::new();
    for (at, dataset) in catalog.collection.datasets().iter().enumerate() {
        if dataset.place.named().is_some() {
            datasets.entry(catalog.axes.period_key(at)).or_default().push(at);
        }
    }
    datasets
}

fn of_column(datasets: &HashMap<PeriodKey, Vec<usize>>, head: Head) -> Option<&Vec<usize>> {
    match head {
        Head::Period { period: Some(period), .. } => datasets.get(&(Some(period), 0)),
        _ => None,
    }
}
