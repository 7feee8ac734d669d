//! A compact copy of what a terminal shows, kept between two frames.
//!
//! A ratatui buffer takes forty bytes a cell. Nearly all of a server's many screens are waiting for a key at
//! any moment, so each is kept as one string and run-length encoded pens, about thirty times smaller. Frames
//! are compared in this form; only rows that differ are unpacked to cells.

use std::iter;
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use super::pen::{Pen, strip_blank};

/// A packed screen. Its rows can be compared and unpacked separately.
#[derive(Debug, Default)]
pub(super) struct PackedScreen {
    area: Rect,
    /// The end of each row in the following vectors.
    ends: Vec<End>,
    /// The symbols of all cells, row by row.
    text: String,
    /// The cells whose symbol is not exactly one character: column, and number of characters.
    multi: Vec<(u16, u16)>,
    /// Runs of cells with the same pen in a row: length, and pen.
    pens: Vec<(u16, Pen)>,
}

/// The end of a row: offsets into the vectors of [`PackedScreen`].
#[derive(Debug, Clone, Copy, Default)]
struct End {
    text: u32,
    multi: u32,
    pens: u32,
}

/// A row of a packed screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PackedRow<'a> {
    text: &'a str,
    multi: &'a [(u16, u16)],
    pens: &'a [(u16, Pen)],
}

impl PackedScreen {
    /// Packs a frame. Removes what is invisible from its blank cells, so that they equal other blank cells.
    pub(super) fn pack(buffer: &mut Buffer) -> Self {
        let mut packed = Self { area: buffer.area, ..Self::default() };
        for row in buffer.content.chunks_mut(usize::from(buffer.area.width).max(1)) {
            packed.pack_row(row);
        }
        packed.text.shrink_to_fit();
        packed.multi.shrink_to_fit();
        packed.pens.shrink_to_fit();
        packed
    }

    fn pack_row(&mut self, row: &mut [Cell]) {
        let mut last = None;
        for (at, cell) in (0u16..).zip(row) {
            strip_blank(cell);
            let symbol = cell.symbol();
            self.text.push_str(symbol);
            if symbol.len() != 1 {
                let characters = symbol.chars().count();
                if characters != 1 {
                    self.multi.push((at, u16::try_from(characters).unwrap_or(u16::MAX)));
                }
            }
            let pen = Pen::of(cell);
            match self.pens.last_mut() {
                Some((cells, _)) if last == Some(pen) => *cells += 1,
                _ => self.pens.push((1, pen)),
            }
            last = Some(pen);
        }
        let length = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        self.ends.push(End {
            text: length(self.text.len()),
            multi: length(self.multi.len()),
            pens: length(self.pens.len()),
        });
    }

    pub(super) fn area(&self) -> Rect {
        self.area
    }

    /// Returns the range from the first to the last row that differs from another screen of the same size.
    pub(super) fn changed(&self, other: &Self) -> Option<Range<u16>> {
        let differs = |y: &u16| self.row(*y) != other.row(*y);
        let mut rows = 0..self.area.height;
        let first = rows.find(differs)?;
        Some(first..rows.rfind(differs).unwrap_or(first) + 1)
    }

    pub(super) fn row(&self, y: u16) -> Option<PackedRow<'_>> {
        let end = *self.ends.get(usize::from(y))?;
        let before = usize::from(y).checked_sub(1);
        let start = before.and_then(|y| self.ends.get(y)).copied().unwrap_or_default();
        let range = |start: u32, end: u32| start as usize..end as usize;
        Some(PackedRow {
            text: self.text.get(range(start.text, end.text))?,
            multi: self.multi.get(range(start.multi, end.multi))?,
            pens: self.pens.get(range(start.pens, end.pens))?,
        })
    }
}

impl<'a> PackedRow<'a> {
    /// The symbol and the pen of each cell. An empty symbol is a blank cell.
    pub(super) fn cells(self) -> impl Iterator<Item = (&'a str, Pen)> {
        let pens = self.pens.iter().flat_map(|(cells, pen)| iter::repeat_n(*pen, (*cells).into()));
        let mut multi = self.multi.iter().peekable();
        let mut rest = self.text;
        (0u16..).zip(pens).map(move |(at, pen)| {
            let characters =
                multi.next_if(|(place, _)| *place == at).map_or(1, |(_, count)| *count);
            let mut ends = rest.char_indices().map(|(end, _)| end);
            let end = ends.nth(characters.into()).unwrap_or(rest.len());
            let (symbol, after) = rest.split_at(end);
            rest = after;
            (symbol, pen)
        })
    }

    /// Unpacks the row into as many cells, in place of what they hold.
    pub(super) fn unpack(self, to: &mut [Cell]) {
        for (cell, (symbol, pen)) in to.iter_mut().zip(self.cells()) {
            cell.reset();
            if symbol != " " {
                cell.set_symbol(symbol);
            }
            (cell.fg, cell.bg, cell.modifier) = (pen.fg, pen.bg, pen.modifier);
        }
    }
}

#[cfg(test)]
impl PackedScreen {
    /// Unpacks all rows into a buffer.
    pub(super) fn unpack(&self) -> Buffer {
        let mut buffer = Buffer::empty(self.area);
        let width = usize::from(self.area.width).max(1);
        for (y, cells) in (0..).zip(buffer.content.chunks_mut(width)) {
            if let Some(row) = self.row(y) {
                row.unpack(cells);
            }
        }
        buffer
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::style::{Color, Modifier, Style};

    #[test]
    fn a_typical_screen_takes_a_few_kilobytes() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
        for y in 0..24 {
            let line = "│ Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều  ▇▇▇▇▇▇▇▇┃▇▎ 121 %   │";
            buffer.set_string(0, y, line, Style::new());
            buffer.set_string(40, y, "▇▇▇▇", Style::new().fg(Color::Cyan));
        }
        let packed = PackedScreen::pack(&mut buffer);
        let bytes = packed.text.capacity()
            + packed.multi.capacity() * size_of::<(u16, u16)>()
            + packed.ends.capacity() * size_of::<End>()
            + packed.pens.capacity() * size_of::<(u16, Pen)>();
        assert!(bytes < 4500, "{bytes}");
    }

    proptest! {
        #[test]
        fn unpacking_restores_what_was_packed(
            strokes in prop::collection::vec(
                (0u16..30, 0u16..5, "[a-zộ█ 漢\u{301}👩\u{200d}]{0,12}", 0u8..6), 0..12),
            emptied in prop::collection::vec(0usize..150, 0..4),
        ) {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 30, 5));
            for (x, y, text, style) in strokes {
                let style = Style::new().fg(Color::Indexed(style)).bg(Color::Rgb(style, 0, 1));
                buffer.set_stringn(x, y, &text, 30, style.add_modifier(Modifier::BOLD));
            }
            for at in emptied {
                buffer.content[at].set_symbol("");
            }
            let packed = PackedScreen::pack(&mut buffer);
            prop_assert_eq!(packed.changed(&packed), None);
            prop_assert_eq!(packed.unpack(), buffer);
        }
    }
}
