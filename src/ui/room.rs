//! The room that a part of the screen has.

/// Columns and lines. A [`ratatui::layout::Rect`] also says where they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Room {
    pub(super) width: usize,
    pub(super) height: usize,
}
