//! How a row of a list is set off.

use ratatui::style::{Modifier, Style};

/// How a row is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Emphasis {
    /// The selection stands here.
    pub(super) selected: bool,
    /// The list has the focus.
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
