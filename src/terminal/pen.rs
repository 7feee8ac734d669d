//! The pen: the colours and attributes of the next characters.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// The attributes that are visible on a blank cell.
pub(super) const VISIBLE_ON_BLANKS: Modifier =
    Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// Removes invisible attributes from a blank cell, so that they do not count as differences.
pub(super) fn strip_blank(cell: &mut Cell) {
    if cell.symbol() == " " && !cell.modifier.intersects(VISIBLE_ON_BLANKS) {
        (cell.fg, cell.modifier) = (Color::Reset, Modifier::empty());
    }
}

/// Foreground, background and attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pen {
    pub(super) fg: Color,
    pub(super) bg: Color,
    pub(super) modifier: Modifier,
}

impl Default for Pen {
    fn default() -> Self {
        Self { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() }
    }
}

impl Pen {
    pub(super) fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }
}
