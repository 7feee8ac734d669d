//! Pickers: small lists of choices for the sort key, the status filter and the dataset.

use super::{Action, App, Catalog, List, STATUS_FILTERS, SortBy, Step};

/// An open picker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picker {
    /// What is chosen.
    pub kind: PickerKind,
    /// The selected choice.
    pub list: List,
}

/// What is chosen in a picker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickerKind {
    /// The sort key.
    Sort,
    /// The status filter.
    Status,
    /// The dataset.
    Dataset,
}

impl Picker {
    /// Opens a picker with the current choice selected.
    #[must_use]
    pub fn open(kind: PickerKind, app: &App) -> Self {
        let current = match kind {
            PickerKind::Sort => SortBy::ALL.iter().position(|by| *by == app.sort().by),
            PickerKind::Status => STATUS_FILTERS.iter().position(|f| *f == app.filter()),
            PickerKind::Dataset => Some(app.current_dataset_choice()),
        };
        Self { kind, list: List { selected: current.unwrap_or(0), ..List::default() } }
    }

    /// Moves the selection.
    pub fn step(&mut self, step: Step, catalog: &Catalog) {
        let len = match self.kind {
            PickerKind::Sort => SortBy::ALL.len(),
            PickerKind::Status => STATUS_FILTERS.len(),
            PickerKind::Dataset => catalog.dataset_choices().count(),
        };
        self.list.step(step, len);
    }

    /// Returns the action of the choice in a row.
    #[must_use]
    pub fn choice(&self, row: usize, catalog: &Catalog) -> Option<Action> {
        match self.kind {
            PickerKind::Sort => SortBy::ALL.get(row).map(|by| Action::SortBy(*by)),
            PickerKind::Status => STATUS_FILTERS.get(row).map(|f| Action::Filter(*f)),
            PickerKind::Dataset => {
                catalog.dataset_choices().nth(row).map(|row| Action::SwitchTo(row.scope))
            }
        }
    }
}
