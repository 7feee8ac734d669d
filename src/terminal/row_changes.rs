//! Finds the cells of a row that differ from what the terminal shows.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthChar;

use super::packed_screen::PackedRow;

/// The changed cells of some rows. Two buffers of one row are enough for the comparison.
pub(super) struct RowChanges {
    before: Buffer,
    after: Buffer,
    /// The positions of the changed cells, in the order of the comparisons.
    pub(super) changed: Vec<Position>,
}

impl RowChanges {
    /// For rows of `width` columns.
    pub(super) fn new(width: u16) -> Self {
        let row = Buffer::empty(Rect::new(0, 0, width, 1));
        Self { before: row.clone(), after: row, changed: Vec::new() }
    }

    /// Compares row `y` of `next` with what the terminal shows there; `None` is a blank row.
    pub(super) fn compare(&mut self, before: Option<PackedRow<'_>>, next: &mut Buffer, y: u16) {
        let Self { before: old, after: new, changed } = self;
        match before {
            Some(before) => before.unpack(&mut old.content),
            None => old.reset(),
        }
        let width = usize::from(next.area.width);
        let start = usize::from(y) * width;
        let Some(row) = next.content.get_mut(start..start + width) else { return };
        // The cells are only borrowed: they go back after the comparison.
        new.content.swap_with_slice(row);
        invalidate_next_to_wide(&mut old.content, &new.content);
        changed.extend(old.diff_iter(new).map(|(x, _, _)| Position::new(x, y)));
        new.content.swap_with_slice(row);
    }
}

/// Marks the cells next to a changed character of ambiguous width as changed too: a terminal may draw it
/// wider, and terminals differ in what they leave of a half-overwritten one.
fn invalidate_next_to_wide(shown: &mut [Cell], next: &[Cell]) {
    let columns = |cell: &Cell| match cell.symbol() {
        symbol if symbol.is_ascii() => 1,
        symbol => symbol.chars().filter_map(UnicodeWidthChar::width).sum(),
    };
    let changed = shown.iter().zip(next).enumerate().filter(|(_, (a, b))| a != b);
    let wide = changed.map(|(at, (old, new))| at + 1..at + columns(old).max(columns(new)));
    let neighbours: Vec<usize> = wide.flatten().collect();
    for at in neighbours {
        if let Some(cell) = shown.get_mut(at) {
            cell.set_symbol("");
        }
    }
}
