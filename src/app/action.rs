//! Actions: all that a user can do; and effects: what the caller must then do outside of the state.

use ratatui::layout::Position;

use super::list::Step;
use super::{
    App, Axis, DataUpdate, DraftChange, Edit, EditTarget, ListColumn, Pane, Scope, Sort, SortBy,
    StatusFilter, Top,
};

/// One action of the user, or an update of the data; [`update`](super::App::update) applies it to the state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Moves the selection, or scrolls a text without a selection.
    Move(Step),
    /// Moves the focus to the next pane; after the last comes the first.
    NextPane,
    /// Moves the focus to the previous pane; before the first comes the last.
    PreviousPane,
    /// Moves the focus one pane to the left.
    PaneLeft,
    /// Moves the focus one pane to the right.
    PaneRight,
    /// Opens the selected section, indicator, hit or choice.
    Open,
    /// Goes back one step: closes what is open, clears the filter, then the sort.
    Back,
    /// Opens the search field.
    Search,
    /// Edits the search field.
    Edit(Edit),
    /// Completes the filter at the end of the query.
    Complete,
    /// Does the next chunk of an unfinished search; sent by the event loop between two keys.
    ContinueSearch,
    /// Inserts the text of a bracketed paste into the search field.
    Paste(String),
    /// Opens or closes the overview.
    Overview,
    /// Opens or closes the comparison.
    Compare,
    /// Turns the comparison to its next view.
    Turn,
    /// Turns the comparison to its previous view.
    TurnBack,
    /// Compares by the next measure.
    NextMeasure,
    /// Sorts the rows of the comparison by the selected column.
    SortRows,
    /// Sorts the columns of the comparison by the selected row.
    SortColumns,
    /// Marks the selected indicator, or removes its mark.
    Mark,
    /// Removes all marks.
    ClearMarks,
    /// Lists only the marked indicators.
    OnlyMarked,
    /// Opens or closes the text of a draft.
    Text,
    /// Selects the next number of the text that is to be reviewed or belongs to no indicator.
    NextOpenNumber,
    /// Accepts the indicator of the selected number.
    Accept,
    /// Says that the selected number belongs to no indicator.
    SetAside,
    /// Makes an indicator of the selected number.
    MakeIndicator,
    /// Takes the last decision about a draft back.
    Undo,
    /// Opens the file of a draft in an editor.
    EditText,
    /// Lists only the indicators that are to be reviewed.
    OnlyToReview,
    /// Opens the sort picker.
    PickSort,
    /// Opens the status filter picker.
    PickStatus,
    /// Opens the dataset picker.
    PickDataset,
    /// Opens the period picker.
    PickPeriod,
    /// Opens the place picker.
    PickPlace,
    /// Opens the picker of the columns of the list.
    PickColumns,
    /// Shows or hides a column of the list.
    ToggleColumn(ListColumn),
    /// Folds or unfolds the selected whole.
    ToggleFold,
    /// Folds or unfolds all wholes.
    FoldAll(bool),
    /// Goes to the same indicator in the next period of its place.
    NextPeriod,
    /// Goes to the same indicator in the previous period of its place.
    PreviousPeriod,
    /// Goes to the same indicator of the next place in its period.
    NextPlace,
    /// Goes to the same indicator of the previous place in its period.
    PreviousPlace,
    /// Lists the indicators of this scope.
    SwitchTo(Scope),
    /// A key of another view, which has no meaning in this one.
    NotHere,
    /// Sorts by this; the same choice again reverses the order.
    SortBy(SortBy),
    /// Shows only indicators of this status.
    Filter(StatusFilter),
    /// Clears filter and sort.
    Reset,
    /// Copies the selected indicator.
    Copy,
    /// Opens or closes the help.
    Help,
    /// Switches the mouse on or off.
    Mouse,
    /// Changes to the next theme.
    Theme,
    /// Changes to the other language.
    Language,
    /// Redraws the whole screen.
    Redraw,
    /// Reloads the files.
    Reload,
    /// Applies an update of the data; sent by the event loop, bound to no key.
    Receive(DataUpdate),
    /// Suspends the program and gives the terminal to the shell.
    Suspend,
    /// Ends the program.
    Quit,
    /// A mouse button was pressed.
    Click {
        /// The cell.
        at: Position,
        /// Whether it is the second press of a double click.
        double: bool,
    },
    /// The mouse wheel turned.
    Wheel {
        /// The cell under the pointer.
        at: Position,
        /// Whether it turned towards the user, which moves down.
        down: bool,
    },
    /// The mouse was dragged, as if to select text.
    Drag,
    /// Moves the focus to this pane.
    Focus(Pane),
    /// Selects the next indicator, in whichever pane the focus is.
    NextIndicator,
    /// Selects the previous indicator, in whichever pane the focus is.
    PreviousIndicator,
}

/// A request of [`update`](super::App::update) to its caller, for what is outside of the state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Give the terminal to the shell until the program is resumed.
    Suspend,
    /// Copy the selected indicator to the clipboard, as one line of text.
    Copy,
    /// Enable or disable the reporting of mouse events.
    Mouse(bool),
    /// Discard the record of what is on the screen and draw all of it.
    Redraw,
    /// Reload the files and send the result as [`Action::Receive`].
    Reload,
    /// Write a change of a draft to its file; if that fails, send [`DataUpdate::NotSaved`].
    Save(DraftChange),
    /// Open a file in the user's editor, then reload the files.
    EditText(EditTarget),
}

impl App {
    /// Whether an action would have an effect now; the footer shows only such actions.
    #[must_use]
    pub fn can(&self, action: &Action) -> bool {
        match action {
            Action::Reset => !self.filter.is_everything() || self.sort != Sort::SOURCE,
            Action::Mark => self.selected().is_some(),
            Action::Compare => self.has_comparison(),
            Action::Turn | Action::TurnBack => {
                self.comparison().is_some_and(|open| open.can_turn())
            }
            Action::NextMeasure => self.comparison().is_some_and(|open| open.may_have_measures()),
            Action::SortColumns => self.comparison().is_some_and(|open| open.has_columns()),
            Action::Copy => self.selected().is_some(),
            Action::Complete => {
                self.search.as_ref().is_some_and(|search| search.completion().is_some())
            }
            Action::Text => self.text.is_some() || self.readable().is_some(),
            Action::Accept | Action::SetAside | Action::MakeIndicator | Action::EditText => {
                self.may_decide()
            }
            Action::Undo => self.can_undo(),
            Action::Suspend => self.suspends,
            Action::Reload => self.reloads,
            Action::PickDataset => self.catalog.has_several(),
            Action::ToggleFold | Action::FoldAll(_) => self.shows_tree(),
            Action::PickPeriod | Action::NextPeriod | Action::PreviousPeriod => {
                self.has_axis(Axis::Period)
            }
            Action::PickPlace | Action::NextPlace | Action::PreviousPlace => {
                self.has_axis(Axis::Place)
            }
            Action::Back => self.top() != Top::Panes || self.focus == Pane::Detail,
            Action::Open => match self.top() {
                Top::Panes => self.focus != Pane::Detail && !self.rows.is_empty(),
                Top::Overview | Top::Comparison | Top::Search | Top::Text => {
                    self.selected_entry().is_some()
                }
                Top::Picker | Top::FieldPicker => {
                    self.picker.as_ref().is_some_and(|picker| !picker.choices().is_empty())
                }
                Top::Help => false,
            },
            _ => true,
        }
    }
}
