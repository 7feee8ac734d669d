//! The room that a part of the screen has.

/// Columns and lines. A [`ratatui::layout::Rect`] also says where they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Room {
    pub(super) width: usize,
    pub(super) height: usize,
}

/// A number of columns or lines, as the screen counts them.
pub(super) fn to_u16(cells: usize) -> u16 {
    u16::try_from(cells).unwrap_or(u16::MAX)
}
