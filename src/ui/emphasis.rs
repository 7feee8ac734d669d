//! The emphasis of a list row by selection and focus.

use ratatui::style::{Modifier, Style};

/// The state of a row that decides its style.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Emphasis {
    /// Whether the row is selected.
    pub(super) selected: bool,
    /// Whether the list has the focus.
    pub(super) focused: bool,
}

impl Emphasis {
    /// The style of the row's name.
    pub(super) fn style(self) -> Style {
        match (self.selected, self.focused) {
            (true, true) => Style::new().add_modifier(Modifier::REVERSED),
            (true, false) => Style::new().add_modifier(Modifier::BOLD),
            _ => Style::new(),
        }
    }
}
