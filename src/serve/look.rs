//! How the server was told to show itself.

use crate::app::{Lang, Theme};

/// How visits begin.
#[derive(Debug, Clone, Copy)]
pub struct Appearance {
    /// The language, whatever the client's locale.
    pub lang: Option<Lang>,
    /// The theme, whatever the client's environment.
    pub theme: Option<Theme>,
    /// ASCII, whatever the client's locale.
    pub ascii: bool,
    /// Whether the mouse is taken.
    pub mouse: bool,
}
