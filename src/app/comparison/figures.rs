//! The figures of a measure in the cells of a grid, and what is computed once from them: the best and the worst of
//! each row, the widths of the columns, the scale of small multiples. A step then computes nothing.

use rust_decimal::Decimal;

use super::figure::{Figure, FigureKind, each};
use super::grid::{Cell, Grid, Head, main_group};
use super::turn::{Measure, Turn};
use super::{changes, ranks};
use crate::app::Catalog;
use crate::model::{Better, Plan, Status, ValueRange, better_percent, derive};
use crate::text::format_number;

/// The figures of one measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    pub(super) measure: Measure,
    /// Row by row.
    figures: Vec<Option<Figure>>,
    extremes: Vec<Extremes>,
    columns: Vec<ColumnSummary>,
    scale: Option<ValueRange>,
    has_status: bool,
    has_extremes: bool,
    /// Whether ranks of other periods than the current were left out, as there are too many places.
    pub(super) is_partial: bool,
}

/// The best and the worst figure of a row, if the direction is known, there are three or more, and they differ.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Extremes {
    /// The best figure.
    pub best: Option<Decimal>,
    /// The worst figure.
    pub worst: Option<Decimal>,
}

/// What decides the width of a column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ColumnSummary {
    /// The width of the widest number with its signs, in screen columns.
    pub number: usize,
    /// Whether there are results in words.
    pub words: bool,
    /// Whether there are changes in percent, in points, in places.
    pub suffixes: [bool; 3],
}

impl Figures {
    /// Computes the figures of a measure; `current` is the column of the current period or place.
    pub(super) fn of(catalog: &Catalog, grid: &Grid, measure: Measure, current: usize) -> Self {
        let (figures, is_partial) = match measure {
            Measure::Value => (
                each(grid, |cell| {
                    let value = grid.cells[cell].as_ref()?.value?;
                    Some(Figure { value, kind: FigureKind::Value, derived: false })
                }),
                false,
            ),
            Measure::Percent => {
                let mut figures = each(grid, |cell| percent(catalog, grid, cell));
                without_parts_of_year(grid, &mut figures);
                (figures, false)
            }
            Measure::Change => (changes::figures(catalog, grid), false),
            Measure::Rank => ranks::figures(catalog, grid, current),
        };
        let width = grid.columns.len().max(1);
        let rows = figures.chunks(width).take(grid.rows.len()).enumerate();
        let extremes = rows.map(|(at, row)| extremes(catalog, grid, at, row));
        let extremes: Vec<Extremes> = extremes.collect();
        let has_extremes = extremes.iter().any(|row| row.best.is_some());
        let scale = scale(grid, &figures);
        let columns = (0..grid.columns.len()).map(|column| {
            let cells = (0..grid.rows.len()).map(|row| row * width + column);
            ColumnSummary::of(grid, &figures, cells)
        });
        let columns = columns.collect();
        // The verdict is about result and plan: after a change or a rank it would read as theirs.
        let has_status = matches!(measure, Measure::Value | Measure::Percent) && grid.has_status();
        Self { measure, figures, extremes, columns, scale, has_status, has_extremes, is_partial }
    }

    /// Returns the figure of a cell.
    #[must_use]
    pub fn get(&self, row: usize, column: usize) -> Option<Figure> {
        let columns = self.columns.len();
        self.figures.get(row * columns + column).copied().flatten().filter(|_| column < columns)
    }

    /// Returns the best and the worst of a row.
    #[must_use]
    pub fn extremes(&self, row: usize) -> Extremes {
        self.extremes.get(row).copied().unwrap_or_default()
    }

    /// Returns what decides the width of a column.
    #[must_use]
    pub fn column(&self, column: usize) -> ColumnSummary {
        self.columns.get(column).copied().unwrap_or_default()
    }

    /// Whether any cell has a status.
    #[must_use]
    pub fn has_status(&self) -> bool {
        self.has_status
    }

    /// Whether there is any figure.
    pub(super) fn is_empty(&self) -> bool {
        self.figures.iter().all(Option::is_none)
    }

    /// Whether any row has a best and a worst figure.
    #[must_use]
    pub fn has_extremes(&self) -> bool {
        self.has_extremes
    }

    /// Returns the least and the greatest figure.
    #[must_use]
    pub fn scale(&self) -> Option<ValueRange> {
        self.scale
    }
}

fn percent(catalog: &Catalog, grid: &Grid, cell: usize) -> Option<Figure> {
    let cell = grid.cells[cell].as_ref().filter(|cell| cell.next_to.is_none())?;
    let indicator = catalog.collection.get(cell.indicator as usize)?.indicator();
    let published = indicator.plan.as_ref().and_then(Plan::percent);
    let derived = || derive::percent_of(&indicator).map(derive::rounded_percent);
    let value = published.or_else(derived)?;
    Some(Figure { value, kind: FigureKind::Percent, derived: published.is_none() })
}

/// The least and the greatest figure; of places those of the parts, which a total would make all alike.
fn scale(grid: &Grid, figures: &[Option<Figure>]) -> Option<ValueRange> {
    let width = grid.columns.len().max(1);
    let rows = grid.rows.iter().zip(figures.chunks(width));
    let of_parts = rows.filter(|(head, _)| grid.is_part(**head)).flat_map(|(_, row)| row);
    ValueRange::of(of_parts.flatten().map(|figure| figure.value))
}

/// Finds the best and the worst of the figures of the row `at`.
fn extremes(catalog: &Catalog, grid: &Grid, at: usize, row: &[Option<Figure>]) -> Extremes {
    let better = match (grid.turn, grid.rows[at]) {
        (_, Head::Indicator { better, .. }) => better,
        (Turn::PlacesByPeriod, _) => first_better(catalog, grid),
        _ => None,
    };
    // Of two it is plain which is greater.
    const FEWEST: usize = 3;
    // The whole province is not one of its districts.
    let group = main_group(&grid.columns);
    let is_place = |column: &Head| match column {
        Head::Place { group: own, .. } => *own == group,
        Head::Indicator { .. } | Head::Period { .. } => true,
    };
    let columns = row.iter().zip(&grid.columns).filter(|(_, column)| is_place(column));
    let mut figures = columns.filter_map(|(figure, _)| figure.as_ref());
    if figures.clone().count() < FEWEST {
        return Extremes::default();
    }
    let Some(first) = figures.next() else { return Extremes::default() };
    let higher = match (better, first.kind) {
        (Some(_), FigureKind::Rank(_)) => false,
        (Some(Better::Higher), _) => true,
        (
            Some(Better::Lower),
            FigureKind::Value | FigureKind::Difference | FigureKind::PointChange,
        ) => false,
        (Some(Better::Lower), FigureKind::Percent) => {
            match better_percents(catalog, row, grid.row(at)) {
                Some(better) => better == Better::Higher,
                None => return Extremes::default(),
            }
        }
        _ => return Extremes::default(),
    };
    if figures.clone().any(|figure| figure.kind.order() != first.kind.order()) {
        return Extremes::default();
    }
    let range = ValueRange::of(figures.map(|figure| figure.value).chain([first.value]));
    let Some(ValueRange { low, high }) = range.filter(|range| range.low != range.high) else {
        return Extremes::default();
    };
    let (best, worst) = if higher { (high, low) } else { (low, high) };
    Extremes { best: Some(best), worst: Some(worst) }
}

/// Which percents of plan of a row are better where a lower result is: `None` if some are ratios and others
/// attainments, or if that is not known of one. 100 is both.
fn better_percents(
    catalog: &Catalog,
    row: &[Option<Figure>],
    cells: &[Option<Cell>],
) -> Option<Better> {
    let mut all = None;
    let cells =
        row.iter().zip(cells).filter_map(|(figure, cell)| Some((figure.as_ref()?, cell.as_ref()?)));
    for (_, cell) in cells.filter(|(figure, _)| figure.value != Decimal::ONE_HUNDRED) {
        let own = better_percent(&catalog.collection.get(cell.indicator as usize)?.indicator())?;
        if *all.get_or_insert(own) != own {
            return None;
        }
    }
    all
}

/// Leaves out the percents of plans in progress of each row in which only some results of such plans have one: the
/// first month of a year adds up to the year's plan by itself, and the months after it would read as if they had none.
fn without_parts_of_year(grid: &Grid, figures: &mut [Option<Figure>]) {
    let width = grid.columns.len().max(1);
    for (row, cells) in figures.chunks_mut(width).zip(grid.cells.chunks(width)) {
        let is_in_progress = |cell: &Option<Cell>| {
            let cell = cell.as_ref().filter(|cell| cell.value.is_some());
            cell.is_some_and(|cell| cell.status == Status::InProgress)
        };
        let lacks =
            row.iter().zip(cells).any(|(figure, cell)| figure.is_none() && is_in_progress(cell));
        for (figure, _) in
            row.iter_mut().zip(cells).filter(|(_, cell)| lacks && is_in_progress(cell))
        {
            *figure = None;
        }
    }
}

/// The direction of the indicator that a grid of places is about.
pub(super) fn first_better(catalog: &Catalog, grid: &Grid) -> Option<Better> {
    let first = grid.cells.iter().flatten().next()?;
    catalog.collection.get(first.indicator as usize)?.indicator().better
}

impl ColumnSummary {
    fn of(grid: &Grid, figures: &[Option<Figure>], cells: impl Iterator<Item = usize>) -> Self {
        let mut summary = Self::default();
        for at in cells {
            summary.words |= grid.cells[at].as_ref().is_some_and(|cell| cell.words);
            let Some(figure) = figures[at] else { continue };
            let estimate = grid.cells[at].as_ref().is_some_and(|cell| cell.estimate);
            let shown = match figure.kind {
                FigureKind::Rank(of) => format!("{}/{of}", figure.value).len(),
                kind => {
                    let sign = kind.is_change() && figure.value.is_sign_positive();
                    format_number::width(figure.value)
                        + usize::from(sign)
                        + usize::from(figure.derived)
                }
            };
            summary.number = summary.number.max(shown + usize::from(estimate));
            if let Some(suffix) = usize::from(figure.kind.order()).checked_sub(1) {
                summary.suffixes[suffix] = true;
            }
        }
        summary
    }
}
