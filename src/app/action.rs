//! The vocabulary of what a user can do, and what the program is to do about it outside of itself.

use ratatui::layout::Position;

use super::list::Step;
use super::{App, DataUpdate, Edit, Pane, Scope, Sort, SortBy, StatusFilter};

/// One thing a user did. [`update`](super::App::update) takes it and changes the state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Moves the selection, or scrolls where there is none.
    Move(Step),
    /// Moves the focus to the next pane, around.
    NextPane,
    /// Moves the focus to the previous pane, around.
    PreviousPane,
    /// Moves the focus one pane to the left.
    PaneLeft,
    /// Moves the focus one pane to the right.
    PaneRight,
    /// Goes into what is selected.
    Open,
    /// Goes back one step: closes what is open, undoes the filter, then the sort.
    Back,
    /// Opens the search field.
    Search,
    /// Edits the search field.
    Edit(Edit),
    /// Goes on with a search that is under way; no key does it, but the time between two.
    SearchOn,
    /// Text from a bracketed paste.
    Paste(String),
    /// Opens or closes the overview.
    Overview,
    /// Opens the sort picker.
    PickSort,
    /// Opens the status filter picker.
    PickStatus,
    /// Opens the switcher of datasets.
    PickDataset,
    /// Goes to the next dataset, around.
    NextDataset,
    /// Goes to the dataset before, around.
    PreviousDataset,
    /// Lists the indicators of this scope.
    SwitchTo(Scope),
    /// Sorts by this; the same again turns the order round.
    SortBy(SortBy),
    /// Shows only indicators of this status.
    Filter(StatusFilter),
    /// Undoes sort and filter.
    Reset,
    /// Copies the selected indicator.
    Copy,
    /// Opens or closes the help.
    Help,
    /// Switches the mouse on or off.
    Mouse,
    /// Takes the next theme.
    Theme,
    /// Takes the other language.
    Language,
    /// Draws everything anew.
    Redraw,
    /// Reads the files anew.
    Reload,
    /// Takes over what came from outside; no key does it.
    Hear(DataUpdate),
    /// Gives the terminal to the shell for a while.
    Suspend,
    /// Ends the program.
    Quit,
    /// A button of the mouse went down; `double` if that made a double click.
    Click {
        /// Where.
        at: Position,
        /// Whether it is the second one in a short time.
        double: bool,
    },
    /// The wheel turned.
    Wheel {
        /// Where.
        at: Position,
        /// Towards the user, which moves down.
        down: bool,
    },
    /// The mouse was dragged, as someone does who wants to select text.
    Drag,
    /// The focus goes to this pane.
    Focus(Pane),
    /// The next indicator, whichever pane has the focus.
    NextIndicator,
    /// The previous indicator.
    PreviousIndicator,
}

/// What [`update`](super::App::update) wants done outside of the state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Give the terminal to the shell until the program is resumed.
    Suspend,
    /// Put what the views say of the selected indicator on the clipboard.
    Copy,
    /// Report mouse events, or leave them to the terminal.
    Mouse(bool),
    /// Forget what is on the screen and draw it anew.
    Redraw,
    /// Read the files anew, and tell by [`Action::Hear`] what became of them.
    Reload,
}

impl App {
    /// Whether an action would do anything now; the footer offers only what does.
    #[must_use]
    pub fn can(&self, action: &Action) -> bool {
        match action {
            Action::Reset => self.filter.is_some() || self.sort != Sort::SOURCE,
            Action::Copy => self.selected().is_some(),
            Action::Suspend => self.suspends,
            Action::Reload => self.reloads,
            Action::PickDataset | Action::NextDataset | Action::PreviousDataset => {
                self.shared.has_several()
            }
            Action::Back => {
                self.focus == Pane::Detail
                    || self.overview.is_some()
                    || self.search.is_some()
                    || self.picker.is_some()
                    || self.help.is_some()
            }
            Action::Open if self.picker.is_some() => true,
            Action::Open if self.search.is_some() => self.selected().is_some(),
            Action::Open if self.overview.is_some() => self.selected_entry().is_some(),
            Action::Open => self.focus != Pane::Detail && !self.rows.is_empty(),
            _ => true,
        }
    }
}
