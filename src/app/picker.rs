//! The small lists of choices: what to sort by, which status to show, which dataset.

use super::{Action, App, Catalog, List, STATUS_FILTERS, SortBy, Step};

/// An open picker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picker {
    /// What it chooses.
    pub kind: PickerKind,
    /// Which choice is selected.
    pub list: List,
}

/// What a picker chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickerKind {
    /// What the list is sorted by.
    Sort,
    /// Which status is shown.
    Status,
    /// Which dataset is shown.
    Dataset,
}

impl Picker {
    /// Opens a picker on the choice that holds now.
    #[must_use]
    pub fn open(kind: PickerKind, app: &App) -> Self {
        let current = match kind {
            PickerKind::Sort => SortBy::ALL.iter().position(|by| *by == app.sort().by),
            PickerKind::Status => STATUS_FILTERS.iter().position(|f| *f == app.filter()),
            PickerKind::Dataset => Some(app.switched_to()),
        };
        Self { kind, list: List { selected: current.unwrap_or(0), ..List::default() } }
    }

    /// Moves the selection.
    pub fn step(&mut self, step: Step, shared: &Catalog) {
        let len = match self.kind {
            PickerKind::Sort => SortBy::ALL.len(),
            PickerKind::Status => STATUS_FILTERS.len(),
            PickerKind::Dataset => shared.switches().count(),
        };
        self.list.step(step, len);
    }

    /// What the choice at a row does.
    #[must_use]
    pub fn choice(&self, row: usize, shared: &Catalog) -> Option<Action> {
        match self.kind {
            PickerKind::Sort => SortBy::ALL.get(row).map(|by| Action::SortBy(*by)),
            PickerKind::Status => STATUS_FILTERS.get(row).map(|f| Action::Filter(*f)),
            PickerKind::Dataset => {
                shared.switches().nth(row).map(|row| Action::SwitchTo(row.scope))
            }
        }
    }
}
