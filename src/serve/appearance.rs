//! How the sessions look, as the operator decided.

use crate::app::{Lang, Theme};

/// The settings of the operator for all sessions.
#[derive(Debug, Clone, Copy)]
pub struct Appearance {
    /// The language; `None` leaves it to the client's locale.
    pub lang: Option<Lang>,
    /// The theme; `None` leaves it to the client's terminal.
    pub theme: Option<Theme>,
    /// Whether frames are drawn in ASCII whatever the client's locale.
    pub ascii: bool,
    /// Whether mouse events are requested from the client's terminal.
    pub mouse: bool,
}
