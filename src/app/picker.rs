//! Pickers: small lists of choices for the sort key, the status filter and the dataset.

use super::{Action, App, List, STATUS_FILTERS, SortBy, Step};

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
    /// The filter.
    Filter,
    /// The dataset.
    Dataset,
}

impl Picker {
    /// Opens a picker with the current choice selected.
    #[must_use]
    pub fn open(kind: PickerKind, app: &App) -> Self {
        let current = match kind {
            PickerKind::Sort => SortBy::ALL.iter().position(|by| *by == app.sort().by),
            PickerKind::Filter => {
                STATUS_FILTERS.iter().position(|status| *status == app.filter().status)
            }
            PickerKind::Dataset => Some(app.current_dataset_choice()),
        };
        Self { kind, list: List { selected: current.unwrap_or(0), ..List::default() } }
    }

    /// Moves the selection.
    pub fn step(&mut self, step: Step, app: &App) {
        let len = match self.kind {
            PickerKind::Sort => SortBy::ALL.len(),
            PickerKind::Filter => filter_choices(app).count(),
            PickerKind::Dataset => app.catalog.dataset_choices().count(),
        };
        self.list.step(step, len);
    }

    /// Returns the action of the choice in a row.
    #[must_use]
    pub fn choice(&self, row: usize, app: &App) -> Option<Action> {
        match self.kind {
            PickerKind::Sort => SortBy::ALL.get(row).map(|by| Action::SortBy(*by)),
            PickerKind::Filter => filter_choices(app).nth(row),
            PickerKind::Dataset => {
                app.catalog.dataset_choices().nth(row).map(|row| Action::SwitchTo(row.scope))
            }
        }
    }
}

/// The choices of the filter: the statuses; the marks, if there are any; the places, if there are several.
pub fn filter_choices(app: &App) -> impl Iterator<Item = Action> {
    let marks = [Action::OnlyMarked, Action::ClearMarks];
    let marks = marks.into_iter().filter(|_| !app.marks.is_empty());
    let places = Some(app.catalog.axes.places().len()).filter(|count| *count > 1);
    let places = places
        .into_iter()
        .flat_map(|count| [None].into_iter().chain((0..count).map(Some)).map(Action::FilterPlace));
    STATUS_FILTERS.into_iter().map(Action::Filter).chain(marks).chain(places)
}
