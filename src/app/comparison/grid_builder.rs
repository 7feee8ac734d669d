//! Builds the grid of a turn from the datasets of a place, of a period, or of all.

use std::collections::{BTreeMap, HashSet};

use super::grid::{Cell, Grid, Head, HeadWidths, PeriodKey, main_group};
use super::naming::{mark_shared_names, place_in_tree};
use super::turn::Turn;
use crate::app::catalog::Probe;
use crate::app::catalog::summary::target_width;
use crate::app::series::values_next_to;
use crate::app::{Catalog, Filter};
use crate::model::{Actual, Coverage, Entry, Indicator, Period, Plan, Status, ValueRange, status};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The most cells of a grid: enough for 3,321 places in 20 years with room to spare; further rows are left out.
const MOST_CELLS: usize = 200_000;

/// The columns of "KH " or "plan " before a plan without a result.
const PLAN_BEFORE: usize = 5;

/// The columns between a name and what distinguishes it.
const BEFORE_DISTINCTION: usize = 3;

/// What a grid is built around.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The position of the dataset whose place and period are shown.
    pub(super) dataset: usize,
    /// The number of the indicator that the turns of one indicator are about.
    pub(super) indicator: usize,
}

/// The results of one row, each with its column.
type GridRow<K> = Vec<(K, Cell)>;

/// Builds a grid; rows of indicators are those that pass the filter.
pub(super) fn build(catalog: &Catalog, turn: Turn, origin: Origin, filter: &Filter) -> Grid {
    let mut grid = match turn {
        Turn::IndicatorsByPeriod => by_period(catalog, origin, filter),
        Turn::IndicatorsByPlace => by_place(catalog, origin, filter),
        Turn::PlacesByIndicator => transposed(by_place(catalog, origin, filter)),
        Turn::PlacesByPeriod | Turn::SmallMultiples => of_indicator(catalog, turn, origin),
    };
    mark_shared_names(catalog, &mut grid.rows);
    mark_shared_names(catalog, &mut grid.columns);
    place_in_tree(catalog, &mut grid.rows);
    let main_group = main_group(&grid.rows);
    let columns = grid.columns.iter().map(|head| match head {
        Head::Period { .. } => 0,
        head => truncate::width(&visible(catalog.name_of(*head))),
    });
    let widths = HeadWidths { column: columns.max().unwrap_or(0), ..widths(catalog, &grid.rows) };
    let mut grid = Grid { widths, main_group, ..grid };
    grid.scale = scale_of_parts(&grid);
    grid
}

/// The least and the greatest result of the rows that are most alike: a total of places would make the results of its
/// parts all alike.
fn scale_of_parts(grid: &Grid) -> Option<ValueRange> {
    let cells = grid.cells.chunks(grid.columns.len().max(1));
    let of_parts = grid.rows.iter().zip(cells).filter(|(head, _)| grid.is_part(**head));
    ValueRange::of(of_parts.flat_map(|(_, cells)| cells).flatten().filter_map(|cell| cell.value))
}

/// The same table with its columns as rows.
fn transposed(grid: Grid) -> Grid {
    let (rows, columns) = (grid.rows.len(), grid.columns.len());
    let cells = (0..columns).flat_map(|column| (0..rows).map(move |row| row * columns + column));
    Grid {
        turn: Turn::PlacesByIndicator,
        cells: cells.map(|at| grid.cells[at]).collect(),
        rows: grid.columns,
        columns: grid.rows,
        ..grid
    }
}

fn widths(catalog: &Catalog, rows: &[Head]) -> HeadWidths {
    let mut widths = HeadWidths::default();
    for head in rows {
        let name = truncate::width(&visible(catalog.name_of(*head)));
        let of_indicator = |indicator| {
            let entry = catalog.collection.get(indicator)?;
            let unit = entry.unit().map_or(0, |unit| truncate::width(&visible(unit)));
            Some(unit)
        };
        let distinction = match truncate::width(&visible(&catalog.written_after(*head))) {
            0 => 0,
            width => BEFORE_DISTINCTION + width,
        };
        let name = name + distinction;
        let (indent, unit) = match head {
            Head::Indicator { indicator, depth, .. } => {
                (usize::from(*depth) * 2, of_indicator(*indicator).unwrap_or(0))
            }
            Head::Place { .. } | Head::Period { .. } => (0, 0),
        };
        widths.name = widths.name.max(indent + name);
        widths.unit = widths.unit.max(unit);
    }
    widths
}

fn by_period(catalog: &Catalog, origin: Origin, filter: &Filter) -> Grid {
    let own = catalog.axes.of_place(origin.dataset);
    // The indicators of the current period come first, then those of the latest one.
    let order = own.iter().copied().filter(|dataset| *dataset != origin.dataset).rev();
    let order = [origin.dataset].into_iter().chain(order);
    let rows = indicator_rows(catalog, order, own, filter, |probe, anchor| {
        let head = head_of(anchor, None);
        (head, over_periods(catalog, probe, own.iter().copied()))
    });
    let IndicatorRows { heads, rows, is_cut } = rows;
    by_period_columns(catalog, Turn::IndicatorsByPeriod, heads, rows, is_cut)
}

fn by_place(catalog: &Catalog, origin: Origin, filter: &Filter) -> Grid {
    let is_current = |at: &usize| catalog.axes.is_same_period(origin.dataset, *at);
    let places: Vec<Vec<usize>> = catalog
        .axes
        .places()
        .iter()
        .map(|datasets: &[usize]| datasets.iter().copied().filter(is_current).collect())
        .filter(|datasets: &Vec<usize>| !datasets.is_empty())
        .collect();
    let datasets: Vec<usize> = places.iter().flatten().copied().collect();
    let others = datasets.iter().copied().filter(|dataset| *dataset != origin.dataset);
    let order = [origin.dataset].into_iter().chain(others);
    let rows = indicator_rows(catalog, order, &datasets, filter, |probe, anchor| {
        let period = catalog.period_of(anchor, &anchor.indicator());
        let cell = |datasets: &Vec<usize>| {
            datasets.iter().find_map(|dataset| {
                let entry = catalog.collection.get(probe.in_dataset(*dataset)?)?;
                let indicator = entry.indicator();
                // A result of another period is not comparable with the others of the row.
                (catalog.period_of(&entry, &indicator) == period)
                    .then(|| Cell::of(entry.index, &indicator))
            })
        };
        let cells = places.iter().enumerate();
        let cells = cells.filter_map(|(column, datasets)| Some((column, cell(datasets)?)));
        let own = catalog.axes.period(anchor.dataset_at);
        (head_of(anchor, period.filter(|_| period != own)), cells.collect())
    });
    let columns = places.iter().map(|datasets| place_head(catalog, datasets)).collect();
    let cells = matrix(&rows.rows, places.len(), |column| Some(*column));
    Grid {
        turn: Turn::IndicatorsByPlace,
        rows: rows.heads,
        columns,
        cells,
        is_cut: rows.is_cut,
        widths: HeadWidths::default(),
        main_group: None,
        scale: None,
    }
}

fn of_indicator(catalog: &Catalog, turn: Turn, origin: Origin) -> Grid {
    let (mut places, mut is_cut) = (Vec::new(), false);
    if let Some(probe) = catalog.probe(origin.indicator) {
        let mut count = 0;
        for datasets in catalog.axes.places().iter() {
            is_cut = count > MOST_CELLS;
            if is_cut {
                break;
            }
            let row = over_periods(catalog, &probe, datasets.iter().copied());
            count += row.len();
            places.push((place_head(catalog, datasets), row));
        }
    }
    // A place like the others has a row in the table even without a result; a chart of nothing says nothing.
    let with_results = places.iter().filter(|(_, row)| !row.is_empty());
    let groups: HashSet<_> = with_results.filter_map(|(head, _)| head.group()).collect();
    let is_like_others = |head: &Head| head.group().is_some_and(|group| groups.contains(&group));
    let has_row = |(head, row): &(Head, GridRow<PeriodKey>)| {
        !row.is_empty() || turn == Turn::PlacesByPeriod && is_like_others(head)
    };
    let (heads, mut rows): (Vec<_>, Vec<_>) = places.into_iter().filter(has_row).unzip();
    if turn == Turn::SmallMultiples {
        keep_kind(catalog, origin, &mut rows);
    }
    by_period_columns(catalog, turn, heads, rows, is_cut)
}

/// Leaves out the results of periods of another kind than the origin's: a chart has years or months, not both.
fn keep_kind(catalog: &Catalog, origin: Origin, rows: &mut [GridRow<PeriodKey>]) {
    let entry = catalog.collection.get(origin.indicator);
    let own = entry.and_then(|entry| catalog.period_of(&entry, &entry.indicator()));
    for row in rows {
        row.retain(|((period, _), _)| {
            let steps = period.zip(own).and_then(|(period, own)| period.steps_since(own));
            steps.is_some()
        });
    }
}

/// A grid whose columns are the periods that occur, in order of time.
fn by_period_columns(
    catalog: &Catalog,
    turn: Turn,
    heads: Vec<Head>,
    rows: Vec<GridRow<PeriodKey>>,
    is_cut: bool,
) -> Grid {
    let mut columns: BTreeMap<PeriodKey, Head> = BTreeMap::new();
    for (key, cell) in rows.iter().flatten() {
        columns.entry(*key).or_insert_with(|| Head::Period {
            dataset: catalog.collection.dataset_of(cell.indicator as usize),
            period: key.0,
        });
    }
    let keys: Vec<PeriodKey> = columns.keys().copied().collect();
    let cells = matrix(&rows, keys.len(), |key| keys.binary_search(key).ok());
    Grid {
        turn,
        rows: heads,
        columns: columns.into_values().collect(),
        cells,
        is_cut,
        widths: HeadWidths::default(),
        main_group: None,
        scale: None,
    }
}

/// The rows of indicators, each with its cells.
struct IndicatorRows<K> {
    heads: Vec<Head>,
    rows: Vec<GridRow<K>>,
    is_cut: bool,
}

/// Makes a row of each indicator of datasets; the same indicator in several of them makes one row.
fn indicator_rows<K>(
    catalog: &Catalog,
    order: impl Iterator<Item = usize>,
    datasets: &[usize],
    filter: &Filter,
    row: impl Fn(&Probe<'_>, &Entry<'_>) -> (Head, GridRow<K>),
) -> IndicatorRows<K> {
    let mut all = IndicatorRows { heads: Vec::new(), rows: Vec::new(), is_cut: false };
    let most = (MOST_CELLS / datasets.len().max(1)).max(1);
    let collection = &catalog.collection;
    let mut listed: HashSet<usize> = HashSet::new();
    for dataset in order {
        for index in collection.start_of(dataset)..collection.start_of(dataset + 1) {
            if listed.remove(&index) {
                continue;
            }
            let (Some(entry), Some(probe)) = (collection.get(index), catalog.probe(index)) else {
                continue;
            };
            if all.rows.len() == most {
                all.is_cut = true;
                return all;
            }
            let others = datasets.iter().filter(|other| **other != dataset);
            listed.extend(others.filter_map(|other| probe.in_dataset(*other)));
            if filter.is_everything() || filter.passes(index, &entry.indicator()) {
                let (head, cells) = row(&probe, &entry);
                all.heads.push(head);
                all.rows.push(cells);
            }
        }
    }
    all
}

/// The results of an indicator in datasets of one place, and then the values next to them, as far as no dataset
/// is of their period.
fn over_periods(
    catalog: &Catalog,
    probe: &Probe<'_>,
    datasets: impl Iterator<Item = usize>,
) -> GridRow<PeriodKey> {
    let (mut row, mut next_to): (GridRow<PeriodKey>, GridRow<PeriodKey>) = (Vec::new(), Vec::new());
    let add = |row: &mut GridRow<PeriodKey>, key, cell| {
        if row.iter().all(|(other, _)| *other != key) {
            row.push((key, cell));
        }
    };
    for dataset in datasets {
        let Some(index) = probe.in_dataset(dataset) else { continue };
        let Some(entry) = catalog.collection.get(index) else { continue };
        let indicator = entry.indicator();
        let period = catalog.period_of(&entry, &indicator);
        let key = period.map_or_else(|| catalog.axes.period_key(dataset), |own| (Some(own), 0));
        add(&mut row, key, Cell::of(index, &indicator));
        for (at, point) in period.iter().flat_map(|own| values_next_to(&indicator, *own)) {
            let cell = Cell::next_to(index, at, &indicator);
            next_to.extend(cell.map(|cell| ((Some(point.period), 0), cell)));
        }
    }
    for (key, cell) in next_to {
        add(&mut row, key, cell);
    }
    row
}

fn head_of(anchor: &Entry<'_>, period: Option<Period>) -> Head {
    let better = anchor.indicator().better_or_first();
    Head::Indicator {
        indicator: anchor.index,
        better,
        period,
        shares_name: false,
        depth: 0,
        lacks_whole: false,
    }
}

fn place_head(catalog: &Catalog, datasets: &[usize]) -> Head {
    let dataset = datasets.first().copied().unwrap_or(0);
    let found = catalog.collection.datasets().get(dataset);
    let is_named = found.is_some_and(|data| data.place.named().is_some());
    Head::Place { dataset, group: catalog.axes.group(dataset).filter(|_| is_named) }
}

fn matrix<K>(
    rows: &[GridRow<K>],
    columns: usize,
    column: impl Fn(&K) -> Option<usize>,
) -> Vec<Option<Cell>> {
    let mut cells = vec![None; rows.len() * columns];
    for (row, own) in rows.iter().enumerate() {
        for (key, cell) in own {
            if let Some(column) = column(key) {
                cells[row * columns + column] = Some(*cell);
            }
        }
    }
    cells
}

impl Cell {
    fn of(index: usize, indicator: &Indicator) -> Self {
        // The year's plan is not that of one of its months.
        let is_own =
            |plan: &&Plan| indicator.actual.is_none() && indicator.coverage(plan) != Coverage::Part;
        let only_plan = indicator.plan.as_ref().filter(is_own).and_then(Plan::target);
        let text = match (&indicator.actual, only_plan) {
            (Some(Actual::Words(text)), _) => truncate::width(text) + 1,
            (_, Some(target)) => PLAN_BEFORE + target_width(target),
            _ => 0,
        };
        Self {
            indicator: u32::try_from(index).unwrap_or(u32::MAX),
            next_to: None,
            value: indicator.figure_or_rank(),
            status: status(indicator),
            estimate: indicator.estimate,
            preliminary: indicator.preliminary,
            words: matches!(indicator.actual, Some(Actual::Words(_))),
            only_plan: only_plan.is_some(),
            text: u8::try_from(text).unwrap_or(u8::MAX),
        }
    }

    /// A value that the source gives next to another result.
    fn next_to(index: usize, at: usize, indicator: &Indicator) -> Option<Self> {
        let value = match indicator.earlier.get(at)?.value {
            Actual::Figure(figure) => Some(figure),
            Actual::Words(_) => None,
        };
        Some(Self {
            next_to: Some(u16::try_from(at).ok()?),
            value,
            status: Status::NotAssessed,
            estimate: false,
            words: value.is_none(),
            only_plan: false,
            text: match &indicator.earlier.get(at)?.value {
                Actual::Words(text) => u8::try_from(truncate::width(text)).unwrap_or(u8::MAX),
                Actual::Figure(_) => 0,
            },
            ..Self::of(index, indicator)
        })
    }
}
