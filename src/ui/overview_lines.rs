//! The lines of the overview: the headings of sections, and the indicators below them.

use crate::app::{App, OverviewRows, OverviewSection, Scope};

/// A line of the overview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OverviewRow {
    /// The heading of a section, by the row of the section in the sections pane.
    Heading(usize),
    /// An indicator, by its number.
    Indicator(usize),
}

/// All lines, computed from the positions of the headings, as there may be a million lines.
pub(super) struct Rows<'a> {
    listed: &'a OverviewRows,
    pub(super) len: usize,
    /// Whether sections have headings: not all indicators of one dataset without sections.
    has_headings: bool,
}

impl<'a> Rows<'a> {
    pub(super) fn of(app: &'a App) -> Self {
        let listed = app.overview_rows();
        let is_all = |own: &OverviewSection| {
            let scope = app.section_rows().get(own.section).map(|row| row.scope);
            matches!(scope, Some(Scope::All | Scope::Slice(_)))
        };
        let has_headings = !matches!(listed.sections(), [only] if is_all(only));
        let headings = if has_headings { listed.sections().len() } else { 0 };
        Self { listed, len: headings + listed.len(), has_headings }
    }

    pub(super) fn get(&self, row: usize) -> OverviewRow {
        let sections = self.listed.sections();
        if !self.has_headings {
            let index = sections.first().and_then(|section| section.rows.get(row));
            return index.map_or(OverviewRow::Heading(0), OverviewRow::Indicator);
        }
        // Each section above has a heading of its own.
        let above = |at: usize, section: &OverviewSection| section.start + at <= row;
        let (mut low, mut high) = (0, sections.len());
        while low < high {
            let middle = (low + high) / 2;
            if above(middle, &sections[middle]) { low = middle + 1 } else { high = middle }
        }
        let Some(at) = low.checked_sub(1) else { return OverviewRow::Heading(0) };
        let section = &sections[at];
        match (row - section.start - at).checked_sub(1).and_then(|at| section.rows.get(at)) {
            Some(indicator) => OverviewRow::Indicator(indicator),
            None => OverviewRow::Heading(section.section),
        }
    }

    /// The row of an indicator: its position, and the headings above it.
    pub(super) fn of_indicator(&self, indicator: usize) -> usize {
        let position = self.listed.position(indicator).unwrap_or(0);
        if !self.has_headings {
            return position;
        }
        let sections = self.listed.sections();
        position + sections.partition_point(|section| section.start <= position)
    }
}
