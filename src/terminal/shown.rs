//! What a terminal shows, kept small between two frames.
//!
//! A buffer takes forty bytes a cell, whatever is in it. Of the many screens of a server nearly all wait
//! for a key at any moment, so each keeps its letters as one text and its colours as runs, some thirty
//! times less; it is a buffer again only while the next frame is compared with it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::Pen;

/// A screen, packed.
#[derive(Debug, Default)]
pub(super) struct Shown {
    area: Rect,
    /// The symbols of all cells, row by row.
    text: String,
    /// The cells whose symbol is not one character, by their place, and how many it has.
    odd: Vec<(u32, u32)>,
    /// So many cells with the same pen.
    pens: Vec<(u16, Pen)>,
}

impl Shown {
    pub(super) fn pack(buffer: &Buffer) -> Self {
        let mut packed = Self { area: buffer.area, ..Self::default() };
        for (at, cell) in (0u32..).zip(&buffer.content) {
            let symbol = cell.symbol();
            packed.text.push_str(symbol);
            let characters = symbol.chars().count();
            if characters != 1 {
                packed.odd.push((at, u32::try_from(characters).unwrap_or(u32::MAX)));
            }
            let pen = Pen::of(cell);
            match packed.pens.last_mut() {
                Some((cells, last)) if *last == pen && *cells < u16::MAX => *cells += 1,
                _ => packed.pens.push((1, pen)),
            }
        }
        packed.text.shrink_to_fit();
        packed.odd.shrink_to_fit();
        packed.pens.shrink_to_fit();
        packed
    }

    pub(super) fn area(&self) -> Rect {
        self.area
    }

    pub(super) fn unpack(&self) -> Buffer {
        let mut buffer = Buffer::empty(self.area);
        let pens = self.pens.iter().flat_map(|(cells, pen)| (0..*cells).map(|_| *pen));
        let mut odd = self.odd.iter().peekable();
        let mut rest = self.text.as_str();
        for (at, (cell, pen)) in (0u32..).zip(buffer.content.iter_mut().zip(pens)) {
            let characters = odd.next_if(|(place, _)| *place == at).map_or(1, |(_, count)| *count);
            let mut ends = rest.char_indices().map(|(end, _)| end);
            let end = ends.nth(characters as usize).unwrap_or(rest.len());
            let (symbol, after) = rest.split_at(end);
            rest = after;
            // A cell without a symbol is a blank one.
            if symbol != " " {
                cell.set_symbol(symbol);
            }
            (cell.fg, cell.bg, cell.modifier) = (pen.fg, pen.bg, pen.modifier);
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
    fn a_usual_screen_takes_a_few_kilobytes() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
        for y in 0..24 {
            let line = "│ Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều  ▇▇▇▇▇▇▇▇┃▇▎ 121 %   │";
            buffer.set_string(0, y, line, Style::new());
            buffer.set_string(40, y, "▇▇▇▇", Style::new().fg(Color::Cyan));
        }
        let packed = Shown::pack(&buffer);
        let bytes = packed.text.capacity()
            + packed.odd.capacity() * size_of::<(u32, u32)>()
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
            prop_assert_eq!(Shown::pack(&buffer).unpack(), buffer);
        }
    }
}
