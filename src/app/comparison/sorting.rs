//! Sorts the rows and the columns of the comparison by names or by the figures that are shown.

use super::figures::Figures;
use super::grid::{Grid, Head};
use super::order::{Order, OrderBy};
use super::weighing::first_better;
use crate::app::Catalog;
use crate::text::collate::Alphabet;

/// The order of the rows, with the parts of each whole below it.
pub(super) fn rows(
    catalog: &Catalog,
    grid: &Grid,
    figures: &Figures,
    (by, reversed): (OrderBy, bool),
) -> Order {
    let order = match by {
        OrderBy::Source => return Order::default(),
        OrderBy::Name => {
            let mut names = Alphabet::default();
            grid.rows.iter().for_each(|head| names.push(catalog.name_of(*head)));
            let sorted = names.order();
            if reversed {
                Order::of_lines(by, reversed, sorted.rev())
            } else {
                Order::of_lines(by, reversed, sorted)
            }
        }
        OrderBy::Line(column) => {
            // Rows of different indicators have no common direction.
            let better = match grid.columns.get(column) {
                Some(Head::Indicator { better, .. }) => *better,
                _ if grid.turn().is_of_one_indicator() => first_better(catalog, grid),
                _ => None,
            };
            let figures = (0..grid.rows.len()).map(|row| figures.get(row, column));
            Order::of_figures(by, reversed, better, figures)
        }
    };
    let depth = |head: &Head| match head {
        Head::Indicator { depth, .. } => *depth,
        Head::Place { .. } | Head::Period { .. } => 0,
    };
    order.in_tree(&grid.rows.iter().map(depth).collect::<Vec<_>>())
}

/// The order of the columns by the figures of a row.
pub(super) fn columns(
    catalog: &Catalog,
    grid: &Grid,
    figures: &Figures,
    (by, reversed): (OrderBy, bool),
) -> Order {
    let OrderBy::Line(row) = by else { return Order::default() };
    let better = match grid.rows.get(row) {
        Some(Head::Indicator { better, .. }) => *better,
        _ => first_better(catalog, grid),
    };
    let figures = (0..grid.columns.len()).map(|column| figures.get(row, column));
    Order::of_figures(by, reversed, better, figures)
}
