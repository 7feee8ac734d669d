//! What can be chosen as a filter: the statuses that there are.

use super::{App, STATUS_FILTERS, Scope, SectionRow, StatusFilter, Top};
use crate::model::{Status, Totals};

impl App {
    /// The row whose indicators a filter is chosen for: of the list the selected section; overview and comparison have
    /// all of them.
    #[must_use]
    pub fn filtered_row(&self) -> SectionRow {
        if self.body() == Top::Panes { self.section_row() } else { self.section_rows()[0] }
    }

    /// The statuses to choose from: those that an indicator has or that the source counts without naming one, and the
    /// chosen one.
    pub(super) fn status_filters(&self) -> impl Iterator<Item = StatusFilter> + use<'_> {
        let row = self.filtered_row();
        let is_possible = move |status: Status| {
            row.counts.get(status) + row.parts.get(status) > 0
                || status == Status::Missed && self.unnamed_totals().is_some()
        };
        STATUS_FILTERS
            .into_iter()
            .filter(move |filter| *filter == self.filter.status || filter.is_none_or(&is_possible))
    }

    /// Totals of the current dataset, if they count more missed indicators than they name.
    #[must_use]
    pub fn unnamed_totals(&self) -> Option<&Totals> {
        let dataset = match self.section_row().scope {
            Scope::All => 0,
            Scope::Slice(slice) => *self.catalog().slices.datasets(slice).first()?,
            Scope::Dataset(dataset) | Scope::Section { dataset, .. } => dataset,
        };
        let totals = self.catalog().collection.datasets().get(dataset)?.totals.as_ref()?;
        (totals.missed_named < totals.missed).then_some(totals)
    }
}
