//! Draws frames on a terminal by writing only the differences from the previous frame.
//!
//! The terminal is never queried, neither for its colours nor for its cursor position: a reply may arrive
//! late, as text, or never.

use std::io::{self, Write};
use std::iter;
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};

use super::encode::Encoder;
use super::packed_screen::PackedScreen;
use super::row_changes::RowChanges;
use super::scroll::{FARTHEST, RowHashes, RowScroll};
use super::{sequences, spare_buffer};

/// The number of bytes from which a frame uses synchronized output (mode 2026); smaller frames fit
/// into one packet, with what encrypts it, and arrive at once anyway.
const MANY_BYTES: usize = 1024;

/// A terminal screen behind a writer.
pub(crate) struct Screen<W: Write> {
    to: W,
    encoder: Encoder,
    /// What the terminal shows now.
    shown: PackedScreen,
    /// Whether the cursor is visible.
    cursor: bool,
    /// Whether the state of the terminal is unknown.
    unknown: bool,
}

impl<W: Write> Screen<W> {
    pub(crate) fn new(to: W) -> Self {
        Self {
            to,
            encoder: Encoder::default(),
            shown: PackedScreen::default(),
            cursor: true,
            unknown: true,
        }
    }

    /// Marks the state of the terminal as unknown: the next frame is drawn completely.
    pub(crate) fn forget(&mut self) {
        self.unknown = true;
    }

    /// Returns the writer, for output other than frames.
    pub(crate) fn writer(&mut self) -> &mut W {
        &mut self.to
    }

    /// Draws a frame of a size. `draw` replaces the content of the buffer, which is that of
    /// any frame, and returns the cursor position, if any.
    pub(crate) fn draw(
        &mut self,
        Size { width, height }: Size,
        draw: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        let area = Rect::new(0, 0, width, height);
        let mut next = spare_buffer::take(area);
        let cursor = draw(&mut next);
        let packed = PackedScreen::pack(&mut next);
        let whole = self.unknown || self.shown.area() != area;
        // Unchanged rows at the top and bottom cost only their comparison.
        let rows = if whole { 0..height } else { rows_to_compare(&self.shown, &packed) };
        let mut sources: Vec<_> = rows.clone().map(|row| (!whole).then_some(row)).collect();
        let scrolls = match whole {
            true => Vec::new(),
            false => scrolls(&self.shown, &packed, rows.clone(), &mut sources),
        };
        let changed = changed_cells(&self.shown, &sources, (&packed, &mut next), rows.start);
        let changes: Vec<(u16, u16, &Cell)> =
            changed.iter().map(|at| (at.x, at.y, &next[*at])).collect();
        if whole {
            self.encoder.clear();
        }
        scrolls.iter().for_each(|scroll| self.encoder.scroll(scroll, rows.start));
        self.encoder.changes(&next, &changes);
        if let Some(at) = cursor {
            self.encoder.go_to(at);
        }
        if whole || self.cursor != cursor.is_some() {
            self.encoder.raw(sequences::cursor(cursor.is_some()));
        }
        let mut frame = self.encoder.take();
        if frame.len() >= MANY_BYTES {
            frame.insert_str(0, sequences::BEGIN_SYNC);
            frame.push_str(sequences::END_SYNC);
        }
        spare_buffer::give_back(next);
        // After an error nobody knows what has arrived.
        self.unknown = true;
        self.to.write_all(frame.as_bytes())?;
        self.to.flush()?;
        self.cursor = cursor.is_some();
        self.unknown = false;
        self.shown = packed;
        Ok(())
    }
}

/// Returns the range of rows with all differences, extended by the rows from which a list may have scrolled.
fn rows_to_compare(shown: &PackedScreen, next: &PackedScreen) -> Range<u16> {
    let Some(changed) = shown.changed(next) else { return 0..0 };
    let end = changed.end.saturating_add(FARTHEST).min(next.area().height);
    changed.start.saturating_sub(FARTHEST)..end
}

/// Finds up to three scrolls (a list, the text below it) of some rows, and applies them to `sources`: the row
/// of `shown` that is in each of them, `None` for a blank one.
fn scrolls(
    shown: &PackedScreen,
    next: &PackedScreen,
    rows: Range<u16>,
    sources: &mut [Option<u16>],
) -> Vec<RowScroll> {
    const MOST: usize = 3;
    let (mut hashes, wanted) = (RowHashes::of(shown, rows.clone()), RowHashes::of(next, rows));
    let one = || {
        let scroll = RowScroll::between(&hashes, &wanted)?;
        scroll.apply(sources, &mut hashes);
        Some(scroll)
    };
    iter::from_fn(one).take(MOST).collect()
}

/// Returns the positions of the changed cells, in reading order. `sources` are the rows of `shown` that are in
/// the rows from `first` on, `None` for a blank one. Equal rows cost only their comparison.
fn changed_cells(
    shown: &PackedScreen,
    sources: &[Option<u16>],
    (packed, next): (&PackedScreen, &mut Buffer),
    first: u16,
) -> Vec<Position> {
    let mut row_changes = RowChanges::new(next.area.width);
    for (y, source) in (first..).zip(sources) {
        let before = source.and_then(|source| shown.row(source));
        if before.is_none() || before != packed.row(y) {
            row_changes.compare(before, next, y);
        }
    }
    row_changes.changed
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::{Cell, RefCell};
    use std::num::NonZero;
    use std::rc::Rc;

    use proptest::prelude::*;
    use ratatui::style::{Color, Modifier, Style};
    use unicode_width::UnicodeWidthStr;

    /// A writer whose output can be read back.
    #[derive(Clone, Default)]
    struct Written(Rc<RefCell<Vec<u8>>>);

    impl Write for Written {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().write(bytes)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// A visible cell: the letter, whether it is reversed, whether it is bold or dim, and its colour. Bold
    /// and dim are not distinguished when both are set.
    type Seen = (String, bool, bool, vt100::Color);

    /// A full block looks like a reversed space.
    fn seen(text: &str, reversed: bool, bold: bool, dim: bool, fg: vt100::Color) -> Seen {
        let block = text == "█";
        let text = if block || text.is_empty() { " " } else { text };
        let reversed = reversed ^ block;
        let blank = text == " " && !reversed;
        let fg = if blank { vt100::Color::Default } else { fg };
        (text.to_owned(), reversed, (bold || dim) && !blank, fg)
    }

    /// Returns what a terminal shows after receiving these bytes.
    fn shown(bytes: &[u8], width: u16, height: u16) -> Vec<Vec<Seen>> {
        let (rows, columns) = (NonZero::new(height).unwrap(), NonZero::new(width).unwrap());
        let mut terminal = vt100::Parser::new(rows, columns, 0);
        terminal.process(bytes);
        let cell = |x, y| {
            let cell = terminal.screen().cell(y, x).unwrap();
            let shown = !cell.is_wide_continuation();
            seen(cell.contents(), cell.inverse() && shown, cell.bold(), cell.dim(), cell.fgcolor())
        };
        (0..height).map(|y| (0..width).map(|x| cell(x, y)).collect()).collect()
    }

    fn drawn(buffer: &Buffer) -> Vec<Vec<Seen>> {
        let mut hidden = 0;
        let mut cell = |x, y| {
            let cell = &buffer[(x, y)];
            if hidden > 0 {
                hidden -= 1;
                return seen(" ", false, false, false, vt100::Color::Default);
            }
            hidden = cell.symbol().width().saturating_sub(1);
            let fg = match cell.fg {
                Color::Indexed(n) => vt100::Color::Idx(n),
                Color::Cyan => vt100::Color::Idx(6),
                _ => vt100::Color::Default,
            };
            let has = |modifier| cell.modifier.contains(modifier);
            let (reversed, bold) = (has(Modifier::REVERSED), has(Modifier::BOLD));
            seen(cell.symbol(), reversed, bold, has(Modifier::DIM), fg)
        };
        let area = buffer.area;
        (0..area.height).map(|y| (0..area.width).map(|x| cell(x, y)).collect()).collect()
    }

    #[test]
    fn an_unchanged_frame_writes_nothing() {
        let written = Written::default();
        let mut screen = Screen::new(written.clone());
        let draw = |buffer: &mut Buffer| {
            buffer.reset();
            buffer.set_string(1, 1, "Tỷ lệ hộ nghèo", Style::new());
            Some(Position::new(1, 1))
        };
        screen.draw(Size::new(20, 3), draw).unwrap();
        let first = written.0.borrow().len();
        screen.draw(Size::new(20, 3), draw).unwrap();
        assert_eq!(written.0.borrow().len(), first);
        screen.forget();
        screen.draw(Size::new(20, 3), draw).unwrap();
        assert_eq!(shown(&written.0.borrow()[first..], 20, 3), drawn(&screen.shown.unpack()));
    }

    /// A writer that may refuse to write.
    struct Refusing {
        to: Written,
        refuses: Rc<Cell<bool>>,
    }

    impl Write for Refusing {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            match self.refuses.get() {
                true => Err(io::ErrorKind::BrokenPipe.into()),
                false => self.to.write(bytes),
            }
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_frame_after_one_that_failed_is_drawn_as_a_whole() {
        let (written, refuses) = (Written::default(), Rc::new(Cell::new(true)));
        let mut screen = Screen::new(Refusing { to: written.clone(), refuses: refuses.clone() });
        let draw = |buffer: &mut Buffer| {
            buffer.reset();
            buffer.set_string(1, 1, "Tỷ lệ hộ nghèo", Style::new());
            None
        };
        assert!(screen.draw(Size::new(20, 3), draw).is_err());
        refuses.set(false);
        screen.draw(Size::new(20, 3), draw).unwrap();
        assert_eq!(shown(&written.0.borrow(), 20, 3), drawn(&screen.shown.unpack()));
    }

    #[test]
    fn composes_letters_and_repositions_after_ambiguous_widths() {
        let written = Written::default();
        let mut screen = Screen::new(written.clone());
        let line = "|ho\u{302}\u{323}|👩🏽|🇻🇳|漢|";
        let draw = |buffer: &mut Buffer| {
            buffer.reset();
            buffer.set_string(0, 0, line, Style::new());
            None
        };
        screen.draw(Size::new(20, 2), draw).unwrap();
        let bytes = String::from_utf8(written.0.borrow().clone()).unwrap();
        assert!(bytes.contains("|hộ|"), "{bytes:?}");
        // After each ambiguous character the cursor is positioned explicitly.
        assert!(bytes.contains("👩🏽\x1b[1;7H|🇻🇳\x1b[1;10H|漢|"), "{bytes:?}");
    }

    /// A list that may have scrolled since the last frame, with random text drawn over it.
    fn frame() -> impl Strategy<Value = (usize, Vec<(u16, u16, String, u8)>)> {
        let strokes =
            prop::collection::vec((0u16..40, 0u16..8, "[a-zộ█▇│ 漢]{1,14}", 0u8..8), 0..4);
        (0usize..6, strokes)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(100))]

        #[test]
        fn the_terminal_shows_what_was_drawn(frames in prop::collection::vec(frame(), 1..6)) {
            let list: Vec<String> =
                (0..16u32).map(|n| format!("│ chỉ tiêu {} ████████ {n}", n * 7919)).collect();
            let written = Written::default();
            let mut screen = Screen::new(written.clone());
            for (top, strokes) in frames {
                screen.draw(Size::new(40, 8), |buffer| {
                    buffer.reset();
                    for (y, line) in (1..7).zip(&list[top..]) {
                        buffer.set_stringn(0, y, line, 40, Style::new().fg(Color::Cyan));
                    }
                    for (x, y, text, style) in &strokes {
                        let modifier = match style {
                            0..3 => Modifier::empty(),
                            3..5 => Modifier::REVERSED,
                            5 => Modifier::BOLD,
                            _ => Modifier::DIM,
                        };
                        let style = Style::new().fg(Color::Indexed(*style)).add_modifier(modifier);
                        buffer.set_stringn(*x, *y, text, usize::from(40 - x), style);
                    }
                    None
                }).unwrap();
                let (seen, meant) = (shown(&written.0.borrow(), 40, 8), drawn(&screen.shown.unpack()));
                for (y, (seen, meant)) in seen.iter().zip(&meant).enumerate() {
                    for (x, (seen, meant)) in seen.iter().zip(meant).enumerate() {
                        prop_assert_eq!(seen, meant, "at {},{}", x, y);
                    }
                }
            }
        }
    }
}
