//! What a terminal shows, kept small between two frames.
//!
//! A buffer takes forty bytes a cell, whatever is in it. Of the many screens of a server nearly all wait
//! for a key at any moment, so each keeps its letters as one text and its colours as runs, some thirty
//! times less; it is a buffer again only while the next frame is compared with it.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use super::pen::Pen;

/// A screen, packed. Its rows can be compared, and unpacked, by themselves.
#[derive(Debug, Default)]
pub(super) struct PackedScreen {
    area: Rect,
    /// Where each row ends in what follows.
    ends: Vec<End>,
    /// The symbols of all cells, row by row.
    text: String,
    /// The cells whose symbol is not one character, by their place in the row, and how many it has.
    odd: Vec<(u16, u16)>,
    /// So many cells of a row with the same pen.
    pens: Vec<(u16, Pen)>,
}

/// Where a row ends.
#[derive(Debug, Clone, Copy, Default)]
struct End {
    text: u32,
    odd: u32,
    pens: u32,
}

/// A row of a packed screen.
#[derive(Debug, PartialEq, Eq)]
struct Row<'a> {
    text: &'a str,
    odd: &'a [(u16, u16)],
    pens: &'a [(u16, Pen)],
}

impl PackedScreen {
    pub(super) fn pack(buffer: &Buffer) -> Self {
        let mut packed = Self { area: buffer.area, ..Self::default() };
        for row in buffer.content.chunks(usize::from(buffer.area.width).max(1)) {
            packed.pack_row(row);
        }
        packed.text.shrink_to_fit();
        packed.odd.shrink_to_fit();
        packed.pens.shrink_to_fit();
        packed
    }

    fn pack_row(&mut self, row: &[Cell]) {
        let mut last = None;
        for (at, cell) in (0u16..).zip(row) {
            let symbol = cell.symbol();
            self.text.push_str(symbol);
            if symbol.len() != 1 {
                let characters = symbol.chars().count();
                if characters != 1 {
                    self.odd.push((at, u16::try_from(characters).unwrap_or(u16::MAX)));
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
            odd: length(self.odd.len()),
            pens: length(self.pens.len()),
        });
    }

    pub(super) fn area(&self) -> Rect {
        self.area
    }

    /// From the first row that differs in another screen of the same size to the last.
    pub(super) fn changed(&self, other: &Self) -> Option<Range<u16>> {
        let differs = |y: &u16| self.row(*y) != other.row(*y);
        let mut rows = 0..self.area.height;
        let first = rows.find(differs)?;
        Some(first..rows.rfind(differs).unwrap_or(first) + 1)
    }

    /// Some rows as a buffer.
    pub(super) fn unpack(&self, rows: Range<u16>) -> Buffer {
        let height = rows.end.saturating_sub(rows.start);
        let mut buffer = Buffer::empty(Rect { y: rows.start, height, ..self.area });
        let width = usize::from(self.area.width).max(1);
        for (y, cells) in rows.zip(buffer.content.chunks_mut(width)) {
            if let Some(row) = self.row(y) {
                row.unpack(cells);
            }
        }
        buffer
    }

    fn row(&self, y: u16) -> Option<Row<'_>> {
        let end = *self.ends.get(usize::from(y))?;
        let before = usize::from(y).checked_sub(1);
        let start = before.and_then(|y| self.ends.get(y)).copied().unwrap_or_default();
        let range = |start: u32, end: u32| start as usize..end as usize;
        Some(Row {
            text: self.text.get(range(start.text, end.text))?,
            odd: self.odd.get(range(start.odd, end.odd))?,
            pens: self.pens.get(range(start.pens, end.pens))?,
        })
    }
}

impl Row<'_> {
    fn unpack(&self, cells: &mut [Cell]) {
        let pens = self.pens.iter().flat_map(|(cells, pen)| (0..*cells).map(|_| *pen));
        let mut odd = self.odd.iter().peekable();
        let mut rest = self.text;
        for (at, (cell, pen)) in (0u16..).zip(cells.iter_mut().zip(pens)) {
            let characters = odd.next_if(|(place, _)| *place == at).map_or(1, |(_, count)| *count);
            let mut ends = rest.char_indices().map(|(end, _)| end);
            let end = ends.nth(characters.into()).unwrap_or(rest.len());
            let (symbol, after) = rest.split_at(end);
            rest = after;
            // A cell without a symbol is a blank one.
            if symbol != " " {
                cell.set_symbol(symbol);
            }
            (cell.fg, cell.bg, cell.modifier) = (pen.fg, pen.bg, pen.modifier);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::style::{Color, Modifier, Style};

    #[test]
    fn a_usual_screen_takes_a_few_kilobytes() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
        for y in 0..24 {
            let line = "│ Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều  ▇▇▇▇▇▇▇▇┃▇▎ 121 %   │";
            buffer.set_string(0, y, line, Style::new());
            buffer.set_string(40, y, "▇▇▇▇", Style::new().fg(Color::Cyan));
        }
        let packed = PackedScreen::pack(&buffer);
        let bytes = packed.text.capacity()
            + packed.odd.capacity() * size_of::<(u16, u16)>()
            + packed.ends.capacity() * size_of::<End>()
            + packed.pens.capacity() * size_of::<(u16, Pen)>();
        assert!(bytes < 4500, "{bytes}");
    }

    proptest! {
        #[test]
        fn what_was_packed_comes_back(
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
            let packed = PackedScreen::pack(&buffer);
            prop_assert_eq!(packed.changed(&packed), None);
            let band = packed.unpack(2..4);
            prop_assert_eq!(&band.content[..], &buffer.content[60..120]);
            prop_assert_eq!(packed.unpack(0..5), buffer);
        }
    }
}
