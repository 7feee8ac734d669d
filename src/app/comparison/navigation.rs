//! What the user does in the comparison: open, turn, move, sort, go to a cell.

use super::{Comparison, Measure, Origin, Turn, Way, grid_builder};
use crate::app::{App, List, Notice, Step};

impl App {
    /// The comparison, if it is open.
    #[must_use]
    pub fn comparison(&self) -> Option<&Comparison> {
        self.comparison.as_ref()
    }

    /// Opens the comparison at the first turn that has something to compare, or closes it.
    pub(crate) fn toggle_comparison(&mut self) {
        self.came_from = None;
        if self.comparison.take().is_some() {
            return;
        }
        let Some(origin) = self.origin() else {
            self.notice = Some(self.nothing_to_compare());
            return;
        };
        let mut turns = Turn::ALL.into_iter();
        let opened = turns.find_map(|turn| self.compare(turn, Measure::Value, origin));
        let opened = opened.map(|open| Comparison {
            has_other_turns: self.has_turn_after(open.grid.turn, origin),
            ..open
        });
        self.comparison = opened.map(|open| self.with_more_rows(open));
        if self.comparison.is_none() {
            self.notice = Some(self.nothing_to_compare());
        }
    }

    /// Many places and few indicators are read down the screen: the places are its rows.
    fn with_more_rows(&self, open: Comparison) -> Comparison {
        let is_broad = open.grid.columns.len() > open.grid.rows.len();
        let turned = (is_broad && open.grid.turn == Turn::IndicatorsByPlace)
            .then(|| self.compare(Turn::PlacesByIndicator, Measure::Value, open.origin))
            .flatten();
        let has_other_turns = open.has_other_turns;
        turned.map_or(open, |turned| Comparison { has_other_turns, ..turned })
    }

    /// Why there is nothing to compare in any turn.
    fn nothing_to_compare(&self) -> Notice {
        if self.filter.is_everything() {
            Notice::NothingToCompare
        } else {
            Notice::NothingLeftToCompare
        }
    }

    /// Whether there may be something to compare: several datasets, or values next to others.
    pub(crate) fn has_comparison(&self) -> bool {
        self.catalog.has_several() || self.catalog.detail_width.periods > 1
    }

    /// The slice and the indicator that the comparison is built around.
    fn origin(&self) -> Option<Origin> {
        let entry = self.selected_entry()?;
        Some(Origin { dataset: entry.dataset_at, indicator: entry.index })
    }

    fn compare(&self, turn: Turn, measure: Measure, origin: Origin) -> Option<Comparison> {
        Comparison::open(&self.catalog, turn, measure, origin, &self.filter)
    }

    /// Turns the comparison to the next view that has something to show, around what is selected.
    pub(crate) fn turn_comparison(&mut self, way: Way) {
        let Some(open) = &self.comparison else { return };
        let origin = self.comparison_origin().unwrap_or(open.origin);
        let (turn, measure) = (open.grid.turn, open.measure());
        let turned = turn.others(way).find_map(|turn| self.compare(turn, measure, origin));
        if let Some(turned) = turned {
            self.list_slice_of(origin);
            self.comparison = Some(Comparison { has_other_turns: true, ..turned });
        } else if let Some(open) = &mut self.comparison {
            open.has_other_turns = false;
            let one_place = self.catalog.axes.places().len() < 2;
            self.notice = Some(Notice::NoOtherTurn { one_place });
        }
    }

    /// Whether one of the turns after the one that was opened first has something to compare.
    fn has_turn_after(&self, turn: Turn, origin: Origin) -> bool {
        let mut others = Turn::ALL.into_iter().skip_while(|other| *other != turn).skip(1);
        // All of them compare places.
        self.catalog.axes.places().len() > 1
            && others.any(|other| {
                let grid = grid_builder::build(&self.catalog, other, origin, &self.filter);
                grid.is_worth_showing()
            })
    }

    /// Lists the slice that the comparison is built around, so that the header names it.
    fn list_slice_of(&mut self, origin: Origin) {
        let own = self.catalog.slices.of_dataset(origin.dataset);
        if self.slice.is_some() && self.slice != own {
            // The comparison would be built again with the list.
            self.comparison = None;
            self.show_slice(own, None);
            self.select_listed(origin.indicator);
        }
    }

    /// What the comparison is built around in another slice: the same indicator there, or else where it is.
    pub(crate) fn comparison_origin_in(&self, slice: usize) -> Option<Origin> {
        let origin = self.comparison_origin()?;
        let datasets = self.catalog.slices.datasets(slice);
        let probe = self.catalog.probe(origin.indicator)?;
        let same =
            datasets.iter().find_map(|dataset| Some((*dataset, probe.in_dataset(*dataset)?)));
        let lacking = (datasets.first().copied()?, origin.indicator);
        let (dataset, indicator) = same.unwrap_or(lacking);
        Some(Origin { dataset, indicator })
    }

    /// Compares around another origin, in the same turn or else in the next one that has something to show. Without
    /// any the comparison is closed.
    pub(crate) fn compare_around(&mut self, closed: &Comparison, origin: Origin) {
        let (turn, measure) = (closed.grid.turn, closed.measure());
        let mut turns = std::iter::once(turn).chain(turn.others(Way::Forwards));
        let opened = turns.find_map(|turn| self.compare(turn, measure, origin));
        // The other turns are not built again with every step.
        let has_other_turns = closed.has_other_turns;
        self.comparison = opened.map(|open| Comparison { has_other_turns, ..open });
        if self.comparison.is_none() {
            self.notice = Some(self.nothing_to_compare());
        }
    }

    /// Moves among the places below a table, in lines of `across` of them.
    pub(crate) fn step_places(&mut self, across: usize, down: bool) {
        let Some(open) = self.comparison.as_mut() else { return };
        let at = open.columns.selected;
        let next = if down { at + across } else { at.saturating_sub(across) };
        open.columns.selected = next.min(open.grid.columns.len().saturating_sub(1));
        open.at_headings = false;
    }

    /// Selects the column of a place below a table.
    pub(crate) fn click_place(&mut self, at: usize) {
        let Some(open) = self.comparison.as_mut() else { return };
        open.columns.selected = at;
        open.columns.clamp(open.grid.columns.len());
        open.at_headings = false;
    }

    /// The selected slice and indicator; the slice stays where the selected cell is empty.
    fn comparison_origin(&self) -> Option<Origin> {
        let open = self.comparison.as_ref()?;
        let indicator = open.selected()?;
        let dataset = self.catalog.collection.dataset_of(indicator);
        let dataset = if open.selected_cell().is_some() { dataset } else { open.origin.dataset };
        Some(Origin { dataset, indicator })
    }

    /// Rebuilds the comparison after a change of the data or of the filter, around other numbers.
    pub(crate) fn rebuild_comparison(&mut self, moved: impl Fn(usize) -> Option<usize>) {
        let Some(open) = self.comparison.take() else { return };
        let indicator = moved(open.origin.indicator).or(open.selected().and_then(moved));
        let Some(indicator) = indicator else { return };
        let own = self.catalog.collection.dataset_of(indicator);
        // The listed slice may lack the indicator.
        let listed = self.slice.map(|slice| self.catalog.slices.datasets(slice));
        let listed = listed.filter(|datasets| !datasets.contains(&own));
        let dataset = listed.and_then(|datasets| datasets.first().copied()).unwrap_or(own);
        self.compare_around(&open, Origin { dataset, indicator });
    }

    pub(crate) fn step_comparison(&mut self, step: Step) {
        if let Some(open) = &mut self.comparison {
            open.step(step);
        }
    }

    pub(crate) fn step_comparison_across(&mut self, step: Step) {
        if let Some(open) = &mut self.comparison {
            open.step_across(step);
        }
    }

    pub(crate) fn next_measure(&mut self) {
        let catalog = &self.catalog;
        let has_next = self.comparison.as_mut().is_none_or(|open| {
            open.has_other_measures = open.next_measure(catalog);
            open.has_other_measures
        });
        if !has_next {
            self.notice = Some(Notice::NoOtherMeasure);
        }
    }

    /// Sorts the rows by the selected column.
    pub(crate) fn sort_compared_rows(&mut self) {
        let catalog = &self.catalog;
        if let Some(open) = self.comparison.as_mut() {
            let (_, column) = open.selection();
            open.sort_rows(catalog, column);
        }
    }

    /// Sorts the columns by the selected row.
    pub(crate) fn sort_compared_columns(&mut self) {
        let catalog = &self.catalog;
        let Some(open) = self.comparison.as_mut() else { return };
        if !open.has_columns() {
            self.notice = Some(Notice::NothingToSort);
            return;
        }
        open.sort_columns(catalog);
    }

    /// Selects the column of an indicator in the selected row, as the table below the comparison lists it.
    pub(crate) fn select_compared(&mut self, indicator: usize) {
        let Some(open) = self.comparison.as_mut() else { return };
        let (row, _) = open.selection();
        let is_own = |cell: &Option<super::Cell>| {
            cell.as_ref()
                .is_some_and(|cell| cell.indicator as usize == indicator && cell.next_to.is_none())
        };
        if let Some(column) = open.grid.row(row).iter().position(is_own) {
            open.columns.selected = open.column_order.position(column);
            open.at_headings = false;
        }
    }

    /// Selects the first column right of those in view, or the last one left of them.
    pub(crate) fn show_more_columns(&mut self, right: bool) {
        let Some(open) = self.comparison.as_mut() else { return };
        let List { top, page, .. } = open.columns;
        open.columns.selected = if right { top + page } else { top.saturating_sub(1) };
        open.columns.clamp(open.grid.columns.len());
        open.at_headings = false;
    }

    /// Selects a place by its chart below a table of places, and moves among them by lines of `across`.
    pub(crate) fn click_chart(&mut self, at: usize) {
        let Some(open) = self.comparison.as_mut() else { return };
        open.rows.selected = at;
        open.rows.clamp(open.grid.rows.len());
    }

    /// Moves among the charts below a table of places, in lines of `across` of them.
    pub(crate) fn step_charts(&mut self, across: usize, down: bool) {
        let at = self.comparison.as_ref().map_or(0, |open| open.rows.selected);
        self.click_chart(if down { at + across } else { at.saturating_sub(across) });
    }

    /// Goes to the indicator of the selected cell in its slice.
    pub(crate) fn open_compared(&mut self) {
        let Some(open) = &self.comparison else { return };
        let of_heading = || {
            let heads = open.at_headings.then(|| open.selected());
            heads.flatten()
        };
        let cell = open.selected_cell().map(|cell| cell.indicator as usize);
        match cell.or_else(of_heading) {
            Some(indicator) => self.open_from_view(indicator),
            None => self.notice = Some(Notice::EmptyCell),
        }
    }

    /// Selects a cell, or the heading of a row, by positions on the screen. The heading of the selected row again
    /// sorts the columns by it.
    pub(crate) fn click_compared(&mut self, row: usize, column: Option<usize>) {
        let catalog = &self.catalog;
        let Some(open) = self.comparison.as_mut() else { return };
        let again = open.rows.selected == row && open.at_headings && column.is_none();
        open.rows.selected = row;
        open.rows.clamp(open.grid.rows.len());
        open.at_headings = column.is_none() && open.grid.turn != Turn::SmallMultiples;
        if let Some(column) = column {
            open.columns.selected = column;
            open.columns.clamp(open.grid.columns.len());
        }
        if again && open.grid.turn != Turn::SmallMultiples {
            open.sort_columns(catalog);
        }
    }

    /// Sorts the rows by the column with this heading, or by their names.
    pub(crate) fn click_compared_heading(&mut self, column: Option<usize>) {
        let catalog = &self.catalog;
        if let Some(open) = self.comparison.as_mut() {
            let line = column.map(|column| open.column_order.line(column));
            if let Some(column) = column {
                open.columns.selected = column;
            }
            open.at_headings = column.is_none();
            open.sort_rows(catalog, line);
        }
    }
}

impl Comparison {
    /// Stores what the last frame showed.
    pub(crate) fn settle(&mut self, view: crate::app::ComparisonView) {
        self.rows.settle(view.rows);
        self.columns.settle(view.columns);
        self.across = view.across;
    }
}
