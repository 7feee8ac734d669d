//! The figures of a measure in the cells of a grid, and what is computed once from them: what is weighed, and the
//! widths of the columns. A step then computes nothing.

use super::figure::{Figure, FigureKind, each};
use super::grid::{Cell, Grid, Head};
use super::turn::Measure;
use super::weighing::{Weighing, first_better};
use super::{changes, ranks};
use crate::app::Catalog;
use crate::model::{Plan, Status, derive};
use crate::text::format_number;

/// The figures of one measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    pub(super) measure: Measure,
    /// Row by row.
    figures: Vec<Option<Figure>>,
    weighing: Weighing,
    columns: Vec<ColumnSummary>,
    has_status: bool,
    has_derived: bool,
    pub(super) has_ranks_by_size: bool,
    /// Whether ranks of other periods than the current were left out, as there are too many places.
    pub(super) is_partial: bool,
}

/// What decides the width of a column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ColumnSummary {
    /// The width of the widest number with its signs, in screen columns.
    pub number: usize,
    /// The width of the widest result in words, or plan without a result, in screen columns.
    pub words: usize,
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
        let weighing = Weighing::of(catalog, grid, &figures);
        let columns = (0..grid.columns.len()).map(|column| {
            let cells = (0..grid.rows.len()).map(|row| row * width + column);
            ColumnSummary::of(grid, &figures, cells)
        });
        let columns = columns.collect();
        // The verdict is about result and plan: after a change or a rank it would read as theirs.
        let has_status = matches!(measure, Measure::Value | Measure::Percent) && grid.has_status();
        let has_derived = figures.iter().flatten().any(|figure| figure.derived);
        let of_all = first_better(catalog, grid);
        let is_by_size = |at: usize| {
            let (row, column) = (grid.rows.get(at / width), grid.columns.get(at % width));
            match (row, column) {
                (Some(Head::Indicator { better, .. }), _)
                | (_, Some(Head::Indicator { better, .. })) => better.is_none(),
                _ => of_all.is_none(),
            }
        };
        let has_ranks_by_size = measure == Measure::Rank
            && (0..figures.len()).any(|at| figures[at].is_some() && is_by_size(at));
        Self {
            measure,
            figures,
            weighing,
            columns,
            has_status,
            has_derived,
            has_ranks_by_size,
            is_partial,
        }
    }

    /// Returns the figure of a cell.
    #[must_use]
    pub fn get(&self, row: usize, column: usize) -> Option<Figure> {
        let columns = self.columns.len();
        self.figures.get(row * columns + column).copied().flatten().filter(|_| column < columns)
    }

    /// Which figures are weighed against each other, and the best and the worst of them.
    #[must_use]
    pub fn weighing(&self) -> &Weighing {
        &self.weighing
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

    /// Whether any figure is derived.
    #[must_use]
    pub fn has_derived(&self) -> bool {
        self.has_derived
    }
}

fn percent(catalog: &Catalog, grid: &Grid, cell: usize) -> Option<Figure> {
    let cell = grid.cells[cell].as_ref().filter(|cell| cell.next_to.is_none())?;
    let indicator = catalog.collection.get(cell.indicator as usize)?.indicator();
    let published = indicator.plan.as_ref().and_then(Plan::percent);
    let derived = || derive::percent_of(&indicator).map(derive::shown_percent);
    let value = published.or_else(derived)?;
    Some(Figure { value, kind: FigureKind::Percent, derived: published.is_none() })
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

impl ColumnSummary {
    fn of(grid: &Grid, figures: &[Option<Figure>], cells: impl Iterator<Item = usize>) -> Self {
        let mut summary = Self::default();
        for at in cells {
            let words = grid.cells[at].as_ref().map_or(0, |cell| usize::from(cell.text));
            summary.words = summary.words.max(words);
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
