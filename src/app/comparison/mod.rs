//! The comparison: a table of one measure over indicators, places and periods, two of them at a time.
//!
//! A [`Grid`] says which result is in which cell, and is built once for a turn; [`Figures`] are those of a measure,
//! computed once for it. A step, a scroll and a frame only read them. Sessions share nothing here: a grid holds
//! numbers of indicators, and has at most 200,000 cells.

mod changes;
mod figure;
mod figures;
mod grid;
mod grid_builder;
mod naming;
mod navigation;
mod order;
mod ranks;
mod sorting;
mod turn;
mod weighing;

use std::borrow::Cow;
use std::sync::Arc;

pub use figure::{Figure, FigureKind};
pub use figures::{ColumnSummary, Figures};
pub use grid::{Cell, Grid, Head, HeadWidths, main_group};
pub use order::{Order, OrderBy};
pub(crate) use turn::Way;
pub use turn::{Measure, Turn};
pub use weighing::{Extremes, Weighing};

use super::{Catalog, Filter, List, Step, has_sections};
use grid_builder::Origin;

/// The state of the open comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    grid: Arc<Grid>,
    figures: Arc<Figures>,
    origin: Origin,
    /// The position in the rows, or among the small multiples.
    rows: List,
    /// The position in the columns.
    columns: List,
    /// Whether the headings of the rows are selected rather than a column.
    at_headings: bool,
    row_order: Order,
    column_order: Order,
    /// The number of small multiples in a line of the last frame.
    across: usize,
    /// Whether another turn has something to compare.
    has_other_turns: bool,
    /// Whether another measure may have figures: computing all of them to know it would take as long as showing them.
    has_other_measures: bool,
}

impl Comparison {
    /// Opens a turn around an indicator; `None` if there is nothing to compare in it.
    fn open(
        catalog: &Catalog,
        turn: Turn,
        measure: Measure,
        origin: Origin,
        filter: &Filter,
    ) -> Option<Self> {
        let grid = grid_builder::build(catalog, turn, origin, filter);
        if !grid.is_worth_showing() {
            return None;
        }
        let measure = if turn == Turn::SmallMultiples { Measure::Value } else { measure };
        let (row, column) = selected_at_first(catalog, &grid, origin);
        let figures = Figures::of(catalog, &grid, measure, column);
        Some(Self {
            grid: Arc::new(grid),
            figures: Arc::new(figures),
            origin,
            rows: List { selected: row, ..List::default() },
            columns: List { selected: column, ..List::default() },
            at_headings: false,
            row_order: Order::default(),
            column_order: Order::default(),
            across: 1,
            has_other_turns: false,
            has_other_measures: turn != Turn::SmallMultiples,
        })
    }

    /// Which result is in which cell.
    #[must_use]
    pub fn grid(&self) -> &Grid {
        &self.grid
    }

    /// The figures in the cells.
    #[must_use]
    pub fn figures(&self) -> &Figures {
        &self.figures
    }

    /// What is compared.
    #[must_use]
    pub fn measure(&self) -> Measure {
        self.figures.measure
    }

    /// Whether another turn has something to compare.
    #[must_use]
    pub fn can_turn(&self) -> bool {
        self.has_other_turns
    }

    /// Whether another measure may have figures.
    #[must_use]
    pub fn may_have_measures(&self) -> bool {
        self.has_other_measures
    }

    /// Whether there are columns that can be sorted.
    #[must_use]
    pub fn has_columns(&self) -> bool {
        // The figures of a place for several indicators have no order.
        let is_of_one = !matches!(self.grid.turn, Turn::SmallMultiples | Turn::PlacesByIndicator);
        is_of_one && self.grid.columns.len() > 1
    }

    /// Whether ranks of other periods than the current were left out, as there are too many places.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.figures.is_partial
    }

    /// Whether there are ranks of indicators without a known direction, which are by size.
    #[must_use]
    pub fn has_ranks_by_size(&self) -> bool {
        self.figures.has_ranks_by_size
    }

    /// The position in the rows, in their order on the screen.
    #[must_use]
    pub fn rows(&self) -> List {
        self.rows
    }

    /// The position in the columns, in their order on the screen.
    #[must_use]
    pub fn columns(&self) -> List {
        self.columns
    }

    /// Whether the heading of the row is selected rather than a column.
    #[must_use]
    pub fn at_headings(&self) -> bool {
        self.at_headings
    }

    /// The order of the rows.
    #[must_use]
    pub fn row_order(&self) -> &Order {
        &self.row_order
    }

    /// The order of the columns.
    #[must_use]
    pub fn column_order(&self) -> &Order {
        &self.column_order
    }

    /// The row and, unless its heading is selected, the column of the selection in the grid.
    #[must_use]
    pub fn selection(&self) -> (usize, Option<usize>) {
        let column = (!self.at_headings).then(|| self.column_order.line(self.columns.selected));
        (self.row_order.line(self.rows.selected), column)
    }

    /// The selected result; of a small multiple, the latest.
    #[must_use]
    pub fn selected_cell(&self) -> Option<&Cell> {
        match (self.selection(), self.grid.turn) {
            ((row, _), Turn::SmallMultiples) => self.grid.row(row).iter().flatten().next_back(),
            ((row, column), _) => self.grid.cell(row, column?),
        }
    }

    /// The number of the selected indicator: that of the cell, else of the current slice, else of any in the row.
    #[must_use]
    pub fn selected(&self) -> Option<usize> {
        if let Some(cell) = self.selected_cell() {
            return Some(cell.indicator as usize);
        }
        let (row, column) = self.selection();
        if let Some(Head::Indicator { indicator, .. }) =
            column.and_then(|column| self.grid.columns.get(column))
        {
            return Some(*indicator);
        }
        match self.grid.rows.get(row)? {
            Head::Indicator { indicator, .. } => Some(*indicator),
            Head::Place { .. } | Head::Period { .. } => {
                let any = self.grid.row(row).iter().flatten().next_back();
                // A place without a result is about the indicator of the others.
                Some(any.map_or(self.origin.indicator, |cell| cell.indicator as usize))
            }
        }
    }

    /// Shows the next measure that has figures, if there is another; rows and columns that are sorted by figures are
    /// sorted by the new ones.
    fn next_measure(&mut self, catalog: &Catalog) -> bool {
        if self.grid.turn == Turn::SmallMultiples {
            return false;
        }
        let (_, current) = selected_at_first(catalog, &self.grid, self.origin);
        let mut next = self.measure().next();
        while next != self.measure() {
            let figures = Figures::of(catalog, &self.grid, next, current);
            if !figures.is_empty() {
                self.figures = Arc::new(figures);
                self.sort_again(catalog);
                return true;
            }
            next = next.next();
        }
        false
    }

    /// Moves among the rows, or among the small multiples by whole lines.
    fn step(&mut self, step: Step) {
        let len = self.grid.rows.len();
        let across = if self.grid.turn == Turn::SmallMultiples { self.across.max(1) } else { 1 };
        let last = len.saturating_sub(1);
        let at = self.rows.selected;
        match step {
            Step::Up if across > 1 => self.rows.selected = at.checked_sub(across).unwrap_or(at),
            Step::Down if across > 1 => {
                self.rows.selected = if at + across <= last { at + across } else { at };
            }
            Step::PageUp | Step::PageDown if across > 1 => {
                let page = self.rows.page.saturating_sub(1).max(1) * across;
                let up = step == Step::PageUp;
                self.rows.selected =
                    if up { at.saturating_sub(page) } else { (at + page).min(last) };
            }
            step => self.rows.step(step, len),
        }
    }

    /// Moves one column to the left or to the right; left of the first are the headings of the rows.
    fn step_across(&mut self, step: Step) {
        if self.grid.turn == Turn::SmallMultiples {
            self.rows.step(step, self.grid.rows.len());
        } else if step == Step::Up && self.columns.selected == 0 {
            self.at_headings = true;
        } else if !std::mem::take(&mut self.at_headings) {
            self.columns.step(step, self.grid.columns.len());
        }
    }

    /// Sorts the rows by a column, or by their names for `None`; the selected row stays selected.
    fn sort_rows(&mut self, catalog: &Catalog, column: Option<usize>) {
        let (by, reversed) = self.row_order.choose(column.map_or(OrderBy::Name, OrderBy::Line));
        self.order_rows(catalog, by, reversed);
    }

    fn order_rows(&mut self, catalog: &Catalog, by: OrderBy, reversed: bool) {
        let (row, _) = self.selection();
        self.row_order = sorting::rows(catalog, &self.grid, &self.figures, (by, reversed));
        self.rows.selected = self.row_order.position(row);
    }

    /// Sorts the columns by the selected row; the selected column stays selected.
    fn sort_columns(&mut self, catalog: &Catalog) {
        let (row, _) = self.selection();
        let (by, reversed) = self.column_order.choose(OrderBy::Line(row));
        self.order_columns(catalog, by, reversed);
    }

    fn order_columns(&mut self, catalog: &Catalog, by: OrderBy, reversed: bool) {
        let column = self.column_order.line(self.columns.selected);
        self.column_order = sorting::columns(catalog, &self.grid, &self.figures, (by, reversed));
        self.columns.selected = self.column_order.position(column);
    }

    /// Sorts again by the same, of other figures.
    fn sort_again(&mut self, catalog: &Catalog) {
        let (by, reversed) = self.row_order.by();
        self.order_rows(catalog, by, reversed);
        let (by, reversed) = self.column_order.by();
        self.order_columns(catalog, by, reversed);
    }
}

/// The row and column of the origin: its indicator or place, its period or place.
fn selected_at_first(catalog: &Catalog, grid: &Grid, origin: Origin) -> (usize, usize) {
    let is_place = |head: &Head| match head {
        Head::Place { dataset, .. } => catalog.axes.is_same_place(*dataset, origin.dataset),
        Head::Indicator { .. } | Head::Period { .. } => false,
    };
    let width = grid.columns.len().max(1);
    let own = grid.cells.iter().position(|cell| {
        let is_own = |cell: &Cell| cell.indicator as usize == origin.indicator;
        cell.as_ref().is_some_and(|cell| is_own(cell) && cell.next_to.is_none())
    });
    let row = grid.rows.iter().position(is_place).or(own.map(|at| at / width)).unwrap_or(0);
    let current = || {
        let period = catalog.axes.period(origin.dataset);
        let is_current = |head: &Head| match head {
            Head::Period { period: own, .. } => own.is_some() && *own == period,
            head => is_place(head),
        };
        grid.columns.iter().position(is_current)
    };
    let column = current().or(own.map(|at| at % width)).unwrap_or(width - 1);
    (row, column)
}

impl Catalog {
    /// What distinguishes an indicator from others of its name: the heading above it, else its section; empty if there
    /// is neither.
    #[must_use]
    pub fn distinction_of(&self, indicator: usize) -> &str {
        let heading = self.heading_of(indicator);
        let entry = self.collection.get(indicator).filter(|_| heading.is_empty());
        let section = entry.filter(|entry| has_sections(entry.dataset));
        section.map_or(heading, |entry| &entry.section.name)
    }

    /// What is written after the name of a row: the whole of a part that is not below it, or else what distinguishes an
    /// indicator from another one of its name; empty if that need not be said.
    #[must_use]
    pub fn written_after(&self, head: Head) -> Cow<'_, str> {
        let Head::Indicator { indicator, shares_name, lacks_whole, .. } = head else {
            return Cow::Borrowed("");
        };
        let own = if shares_name { self.distinction_of(indicator) } else { "" };
        let is_named = !self.heading_of(indicator).is_empty() && shares_name;
        let entry = self.collection.get(indicator).filter(|_| lacks_whole && !is_named);
        let whole = entry.and_then(|entry| entry.indicator().parents.into_iter().next_back());
        whole.map_or(Cow::Borrowed(own), Cow::Owned)
    }

    /// The published name of a row or a column.
    #[must_use]
    pub fn name_of(&self, head: Head) -> &str {
        let dataset = |at: usize| self.collection.datasets().get(at);
        match head {
            Head::Indicator { indicator, .. } => {
                self.collection.get(indicator).map_or("", |entry| entry.name())
            }
            Head::Place { dataset: at, .. } => dataset(at).map_or("", |data| data.place.name()),
            Head::Period { dataset: at, .. } => dataset(at).map_or("", |data| &data.period),
        }
    }
}
