//! The rows of the overview: the sections with their listed indicators, filtered and sorted within each section.

use std::sync::Arc;

use super::{App, Folds, List, ListedRows, Scope, SectionRow, Step, sort_filter};

/// The sections of the overview that have something listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OverviewRows {
    sections: Arc<[OverviewSection]>,
}

/// A section of the overview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverviewSection {
    /// The row of the section in the sections pane.
    pub section: usize,
    /// The position of its first indicator among those of all sections.
    pub start: usize,
    /// Its indicators.
    pub rows: ListedRows,
}

impl OverviewRows {
    fn of(app: &App) -> Self {
        let mut start = 0;
        let all = app.section_rows();
        // A dataset without sections is one itself.
        let is_lowest = |at: usize, row: &SectionRow| match row.scope {
            Scope::Section { .. } => true,
            Scope::Dataset(_) => {
                !matches!(all.get(at + 1).map(|next| next.scope), Some(Scope::Section { .. }))
            }
            Scope::All | Scope::Slice(_) => all.len() == 1,
        };
        let folds = Folds::default();
        let sections = all.iter().enumerate().filter(|(at, row)| is_lowest(*at, row)).filter_map(
            |(section, row)| {
                let (filter, sort) = (&app.filter, app.sort);
                let rows = sort_filter::rows(&app.catalog, row.scope, filter, sort, &folds);
                let own = OverviewSection { section, start, rows };
                start += own.rows.len();
                (!own.rows.is_empty()).then_some(own)
            },
        );
        Self { sections: sections.collect() }
    }

    /// The sections, in order.
    #[must_use]
    pub fn sections(&self) -> &[OverviewSection] {
        &self.sections
    }

    /// The number of indicators.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sections.last().map_or(0, |last| last.start + last.rows.len())
    }

    /// Whether nothing is listed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }

    /// Returns the number of the indicator at a position.
    #[must_use]
    pub fn get(&self, position: usize) -> Option<usize> {
        let section = self.section_at(position)?;
        section.rows.get(position - section.start)
    }

    /// Returns the position of an indicator.
    #[must_use]
    pub fn position(&self, indicator: usize) -> Option<usize> {
        let mut sections = self.sections.iter();
        sections.find_map(|section| Some(section.start + section.rows.position(indicator)?))
    }

    fn section_at(&self, position: usize) -> Option<&OverviewSection> {
        let above = self.sections.partition_point(|section| section.start <= position);
        self.sections.get(above.checked_sub(1)?)
    }
}

impl App {
    /// The rows of the overview; none while it is closed.
    #[must_use]
    pub fn overview_rows(&self) -> &OverviewRows {
        &self.overview_rows
    }

    pub(super) fn toggle_overview(&mut self) {
        self.came_from = None;
        self.overview = match self.overview {
            Some(_) => None,
            None => Some(List { selected: self.selected().unwrap_or(0), ..List::default() }),
        };
        self.list_overview();
    }

    /// Lists the overview again after a change of the data, the filter or the sort; the selection stays on its
    /// indicator if that is still listed.
    pub(super) fn list_overview(&mut self) {
        let Some(overview) = self.overview else {
            self.overview_rows = OverviewRows::default();
            return;
        };
        self.overview_rows = OverviewRows::of(self);
        let kept = self.overview_rows.position(overview.selected).unwrap_or(0);
        self.select_overview_position(kept);
        if self.overview_rows.is_empty() {
            self.keep_selection_in_scope(overview);
        }
    }

    /// Where a filter leaves nothing, the selection may be an indicator of another place or period: then the first of
    /// this one is selected, for when the filter is cleared.
    fn keep_selection_in_scope(&mut self, overview: List) {
        let Some(row) = self.section_rows().first() else { return };
        let own = self.catalog.numbers(row.scope);
        if own.position(overview.selected).is_none() {
            let selected = own.get(0).unwrap_or(overview.selected);
            self.overview = Some(List { selected, ..overview });
        }
    }

    pub(super) fn step_overview(&mut self, step: Step) {
        let Some(overview) = self.overview else { return };
        let mut list = List { selected: self.overview_position(), ..overview };
        list.step(step, self.overview_rows.len());
        self.select_overview_position(list.selected);
    }

    /// Selects the start of this or of the previous section.
    pub(super) fn overview_section_back(&mut self) {
        let at = self.overview_position();
        let start = |position: usize| self.overview_rows.section_at(position).map(|own| own.start);
        let own = start(at).unwrap_or(0);
        let to = if own < at { own } else { start(at.saturating_sub(1)).unwrap_or(0) };
        self.select_overview_position(to);
    }

    /// Selects the start of the next section; in the last one, its last indicator.
    pub(super) fn overview_section_on(&mut self) {
        let at = self.overview_position();
        let section = self.overview_rows.section_at(at);
        let end = section.map_or(0, |own| own.start + own.rows.len());
        self.select_overview_position(end.min(self.overview_rows.len().saturating_sub(1)));
    }

    pub(super) fn select_in_overview(&mut self, indicator: usize) {
        if let Some(position) = self.overview_rows.position(indicator) {
            self.select_overview_position(position);
        }
    }

    fn overview_position(&self) -> usize {
        let selected = self.overview.map_or(0, |overview| overview.selected);
        self.overview_rows.position(selected).unwrap_or(0)
    }

    fn select_overview_position(&mut self, position: usize) {
        if let (Some(overview), Some(number)) =
            (&mut self.overview, self.overview_rows.get(position))
        {
            overview.selected = number;
        }
    }

    /// The selected indicator of the overview; none if nothing is listed.
    pub(super) fn selected_in_overview(&self) -> Option<usize> {
        let selected = self.overview?.selected;
        (!self.overview_rows.is_empty()).then_some(selected)
    }
}
