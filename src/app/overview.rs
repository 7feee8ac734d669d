//! The position in the overview, by the number of the selected indicator. It covers what is listed: a slice, or all
//! datasets.

use super::{App, List, ListedRows, Scope, Step};

impl App {
    /// Opens the overview on the selected indicator, or closes it.
    pub(super) fn toggle_overview(&mut self) {
        self.overview = match self.overview {
            Some(_) => None,
            None => {
                let first = || self.overview_numbers().get(0);
                let selected = self.selected().or_else(first).unwrap_or(0);
                Some(List { selected, ..List::default() })
            }
        };
    }

    /// The indicators of the overview.
    fn overview_numbers(&self) -> ListedRows {
        self.catalog.numbers(self.slice.map_or(Scope::All, Scope::Slice))
    }

    pub(super) fn step_overview(&mut self, step: Step) {
        let numbers = self.overview_numbers();
        let Some(overview) = &mut self.overview else { return };
        let selected = numbers.position(overview.selected).unwrap_or(0);
        let mut rows = List { selected, ..*overview };
        rows.step(step, numbers.len());
        overview.selected = numbers.get(rows.selected).unwrap_or(overview.selected);
    }

    pub(super) fn select_in_overview(&mut self, indicator: usize) {
        let is_there = self.overview_numbers().position(indicator).is_some();
        if let Some(overview) = self.overview.as_mut().filter(|_| is_there) {
            overview.selected = indicator;
        }
    }

    /// Selects the start of this section or, at the start, of the previous one.
    pub(super) fn overview_left(&mut self) {
        let Some(overview) = self.overview else { return };
        let start = self.section_in_overview(overview.selected).get(0);
        if let Some(start) = start.filter(|start| *start < overview.selected) {
            self.select_in_overview(start);
            return;
        }
        self.step_overview(Step::Up);
        let Some(overview) = self.overview else { return };
        if let Some(start) = self.section_in_overview(overview.selected).get(0) {
            self.select_in_overview(start);
        }
    }

    /// Selects the start of the next section, or the last indicator.
    pub(super) fn overview_right(&mut self) {
        let Some(overview) = self.overview else { return };
        let section = self.section_in_overview(overview.selected);
        if let Some(last) = section.len().checked_sub(1).and_then(|last| section.get(last)) {
            self.select_in_overview(last);
            self.step_overview(Step::Down);
        }
    }

    fn section_in_overview(&self, indicator: usize) -> ListedRows {
        let row = self.catalog.section_row_of(self.slice, indicator);
        self.section_rows().get(row).map_or_else(
            || ListedRows::range(indicator..indicator + 1),
            |row| self.catalog.numbers(row.scope),
        )
    }
}
