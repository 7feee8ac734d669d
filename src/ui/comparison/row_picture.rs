//! What is drawn right of the figures of a row: their trend, or a bar.

use rust_decimal::Decimal;

use super::compared_cell::CellAt;
use crate::app::{Comparison, Measure, OrderBy};
use crate::model::ValueRange;
use crate::ui::{length_bar, sparkline};

/// The fewest periods whose trend is drawn.
const TREND_FROM: usize = 3;
/// The fewest and the most columns of the bars of a table with one or two columns.
const SHORTEST_BAR: usize = 8;
const LONGEST_BAR: usize = 160;

/// What is drawn right of the figures of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Picture {
    Nothing,
    /// The figures over time.
    Trend,
    /// The last figure of each row as a bar of at most so many columns, from zero to the greatest one.
    Bar(usize, Decimal),
}

impl Picture {
    /// A trend only where all periods are in view in order of time; bars only of one indicator, in so few periods that
    /// they have no trend, of the last one.
    pub(super) fn of(comparison: &Comparison, all_shown: bool, free: usize) -> Self {
        let grid = comparison.grid();
        let steps = grid.steps().unwrap_or_default();
        let periods = steps.last().map_or(0, |last| last + 1);
        let in_time = comparison.column_order().by().0 == OrderBy::Source;
        let is_rank = comparison.measure() == Measure::Rank;
        if all_shown && in_time && !is_rank && steps.len() >= TREND_FROM && free > periods + 3 {
            return Self::Trend;
        }
        let has_few = all_shown && grid.columns().len() < TREND_FROM;
        let is_one = grid.turn().is_of_one_indicator() && has_few;
        let scale = comparison.figures().weighing().scale().filter(|scale| {
            scale.low >= Decimal::ZERO && scale.high > Decimal::ZERO && free >= SHORTEST_BAR + 3
        });
        match scale.filter(|_| is_one && !is_rank) {
            Some(scale) => Self::Bar((free - 3).min(LONGEST_BAR), scale.high),
            None => Self::Nothing,
        }
    }
    /// The picture of a row, at the cell of which its figure is.
    pub(super) fn of_row(self, comparison: &Comparison, cell: CellAt) -> String {
        let figure = || Some(comparison.figures().get(cell.row, cell.column)?.value);
        match self {
            Self::Trend => trend_line(comparison, cell.row),
            // A total may be above the scale of its parts.
            Self::Bar(cells, greatest) => match figure() {
                Some(one) if one <= greatest => length_bar::text(one, greatest, cells),
                _ => String::new(),
            },
            Self::Nothing => String::new(),
        }
    }
}

/// Whether a row is on the scale of the others: a total of places is not.
fn is_part(comparison: &Comparison, row: usize) -> bool {
    let grid = comparison.grid();
    grid.rows().get(row).is_none_or(|head| grid.is_part(*head))
}

/// The figures of a row over time; a period without one is a space. All rows of one indicator are on one scale, others
/// from their least to their greatest.
fn trend_line(comparison: &Comparison, row: usize) -> String {
    let steps = comparison.grid().steps().unwrap_or_default();
    let figures: Vec<_> = (0..steps.len())
        .filter_map(|at| Some((steps[at], comparison.figures().get(row, at)?)))
        .collect();
    let is_one = comparison.grid().turn().is_of_one_indicator();
    let of_all =
        comparison.figures().weighing().scale().filter(|_| is_one && is_part(comparison, row));
    let own = ValueRange::of(figures.iter().map(|(_, figure)| figure.value));
    let Some(range) = of_all.or(own) else { return String::new() };
    if figures.len() < TREND_FROM
        || figures.iter().any(|(_, figure)| figure.kind != figures[0].1.kind)
    {
        return String::new();
    }
    let mut left = figures.iter().peekable();
    let mut bar = |step: usize| {
        // The steps of columns only grow.
        while left.next_if(|(at, _)| *at < step).is_some() {}
        let column = steps.binary_search(&step).ok();
        let cell = column.and_then(|column| comparison.grid().cell(row, column));
        if let Some((_, figure)) = left.next_if(|(at, _)| *at == step) {
            let is_estimate = cell.is_some_and(|cell| cell.estimate);
            // A sign after the bars would read as one more period.
            return match is_estimate {
                true => sparkline::ESTIMATE,
                false => sparkline::bar(figure.value, range),
            };
        }
        if cell.is_some_and(|cell| cell.words) { sparkline::IN_WORDS } else { " " }
    };
    (0..=steps.last().copied().unwrap_or(0)).map(&mut bar).collect()
}
