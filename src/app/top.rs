//! What is on top of the screen. Keys, steps, the selection, drawing and the cursor all depend on it, and it
//! is decided here only.

use super::App;

/// What is on top of the screen: it receives the keys, and its list moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Top {
    /// The panes.
    Panes,
    /// The overview.
    Overview,
    /// The comparison.
    Comparison,
    /// The search.
    Search,
    /// The text of a draft.
    Text,
    /// An open picker.
    Picker,
    /// An open picker with a field, into which letters are typed.
    FieldPicker,
    /// The help.
    Help,
}

impl Top {
    /// All of them, in the order of the help.
    pub const ALL: [Self; 8] = [
        Self::Panes,
        Self::Search,
        Self::Overview,
        Self::Comparison,
        Self::Text,
        Self::Picker,
        Self::FieldPicker,
        Self::Help,
    ];
}

impl App {
    /// What is on top of the screen.
    #[must_use]
    pub fn top(&self) -> Top {
        if self.help.is_some() {
            Top::Help
        } else if let Some(picker) = &self.picker {
            if picker.has_field() { Top::FieldPicker } else { Top::Picker }
        } else {
            self.body()
        }
    }

    /// What fills the body of the screen, below a picker and the help: panes, overview, comparison, text or search.
    /// It has the selected indicator.
    #[must_use]
    pub fn body(&self) -> Top {
        if self.search.is_some() {
            Top::Search
        } else if self.text.is_some() {
            Top::Text
        } else if self.comparison.is_some() {
            Top::Comparison
        } else if self.overview.is_some() {
            Top::Overview
        } else {
            Top::Panes
        }
    }
}
