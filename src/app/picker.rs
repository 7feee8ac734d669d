//! Pickers: small lists of choices for the sort key, the status filter, the columns, the dataset, the period and the
//! place. The picker of places has a field: typing keeps the places whose names contain all typed words.

use super::{Action, App, Axis, Catalog, Edit, List, ListColumn, Scope, SortBy, Step, TextField};
use crate::text::fold::fold;

/// An open picker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picker {
    /// What is chosen.
    pub kind: PickerKind,
    /// The selected choice.
    pub list: List,
    /// What was typed to find a place.
    pub field: TextField,
    /// The actions of the choices, in order.
    choices: Vec<Action>,
}

/// What is chosen in a picker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickerKind {
    /// The sort key.
    Sort,
    /// The filter: the status and the marks; from it another place can be chosen.
    Filter,
    /// The columns of the list; a choice shows or hides one and leaves the picker open.
    Columns,
    /// The dataset.
    Dataset,
    /// The period of the place.
    Period,
    /// The place.
    Place,
}

impl Picker {
    /// Opens a picker with the current choice selected.
    #[must_use]
    pub fn open(kind: PickerKind, app: &App) -> Self {
        let choices = choices(kind, app, "");
        let slice = app.current_slice();
        let current = match kind {
            PickerKind::Sort => SortBy::ALL.iter().position(|by| *by == app.sort().by),
            PickerKind::Filter => app.status_filters().position(|one| one == app.filter().status),
            PickerKind::Dataset => Some(app.current_dataset_choice()),
            PickerKind::Period | PickerKind::Place => choices.iter().position(
                |choice| matches!(choice, Action::SwitchTo(Scope::Slice(at)) if Some(*at) == slice),
            ),
            PickerKind::Columns => None,
        };
        let list = List { selected: current.unwrap_or(0), ..List::default() };
        Self { kind, list, field: TextField::default(), choices }
    }

    /// The actions of the choices, in order.
    #[must_use]
    pub fn choices(&self) -> &[Action] {
        &self.choices
    }

    /// Whether letters are typed into the field of the picker.
    #[must_use]
    pub fn has_field(&self) -> bool {
        self.kind == PickerKind::Place
    }

    /// Moves the selection.
    pub fn step(&mut self, step: Step) {
        self.list.step(step, self.choices.len());
    }

    /// Returns the action of the choice in a row.
    #[must_use]
    pub fn choice(&self, row: usize) -> Option<Action> {
        self.choices.get(row).cloned()
    }
}

impl App {
    /// Edits the field of the open picker and selects its first choice.
    pub(super) fn edit_picker(&mut self, edit: impl FnOnce(&mut TextField)) {
        let Some(mut picker) = self.picker.take() else { return };
        if picker.has_field() {
            edit(&mut picker.field);
            picker.choices = choices(picker.kind, self, picker.field.text());
            picker.list = List { page: picker.list.page, ..List::default() };
        }
        self.picker = Some(picker);
    }

    /// Applies one edit to the field of the open picker; Backspace in an empty one closes it, and
    /// the key of the search does nothing.
    pub(super) fn type_in_picker(&mut self, edit: Edit) {
        let is_empty = |picker: &Picker| picker.has_field() && picker.field.text().is_empty();
        let is_empty = self.picker.as_ref().is_some_and(is_empty);
        if edit == Edit::Backspace && is_empty {
            self.picker = None;
        } else if !(is_empty && edit == Edit::Insert('/')) {
            // The field shows a "/" already, as the search does.
            self.edit_picker(|field| field.edit(edit));
        }
    }
}

/// The choices of the filter: the statuses that there are; what is to be reviewed and the marks, if
/// there are any; another place, if there are several.
fn filter_choices(app: &App) -> Vec<Action> {
    let marks = [Action::OnlyMarked, Action::ClearMarks];
    let marks = marks.into_iter().filter(|_| !app.marks.is_empty());
    let place = [Action::PickPlace].into_iter().filter(|_| app.has_axis(Axis::Place));
    let review = [Action::OnlyToReview].into_iter().filter(|_| app.catalog.has_review());
    let statuses = app.status_filters().map(Action::Filter);
    statuses.chain(review).chain(marks).chain(place).collect()
}

fn choices(kind: PickerKind, app: &App, typed: &str) -> Vec<Action> {
    let catalog = app.catalog();
    let slice = app.current_slice().unwrap_or(0);
    let to_slice = |slice: usize| Action::SwitchTo(Scope::Slice(slice));
    match kind {
        PickerKind::Sort => SortBy::ALL.into_iter().map(Action::SortBy).collect(),
        PickerKind::Filter => filter_choices(app),
        PickerKind::Columns => ListColumn::ALL.into_iter().map(Action::ToggleColumn).collect(),
        PickerKind::Dataset => {
            catalog.dataset_choices().map(|row| Action::SwitchTo(row.scope)).collect()
        }
        PickerKind::Period => catalog.slices.periods(slice).iter().copied().map(to_slice).collect(),
        PickerKind::Place => {
            let typed = fold(typed.trim());
            let is_meant = |slice: &usize| {
                let name = fold(place_of(catalog, *slice));
                typed.split_whitespace().all(|word| name.contains(word))
            };
            catalog.slices.places(slice).filter(is_meant).map(to_slice).collect()
        }
    }
}

fn place_of(catalog: &Catalog, slice: usize) -> &str {
    let first = catalog.slices.datasets(slice).first();
    let dataset = first.and_then(|at| catalog.collection.datasets().get(*at));
    dataset.map_or("", |dataset| dataset.place.name())
}
