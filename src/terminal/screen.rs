//! A screen that is drawn by its differences: what it showed last, and what it is to show now.
//!
//! Nothing is asked of the terminal, neither its colours nor where its cursor stands: an answer may
//! come late, or as text, or never.

use std::io::{self, Write};
use std::mem;

use ratatui::backend::{Backend, ClearType, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{sequences, sixteen};

/// From how many changed cells on a frame is held back until it is whole, where the terminal can:
/// smaller ones arrive at once anyway.
const MANY_CELLS: usize = 200;

/// A screen behind a writer.
pub(super) struct Screen<W: Write> {
    backend: CrosstermBackend<W>,
    /// What the terminal shows.
    shown: Buffer,
    /// What is being drawn.
    next: Buffer,
    cursor: Option<Position>,
    /// Nothing is known of what the terminal shows.
    unknown: bool,
}

impl<W: Write> Screen<W> {
    pub(super) fn new(to: W) -> Self {
        Self {
            backend: CrosstermBackend::new(to),
            shown: Buffer::empty(Rect::ZERO),
            next: Buffer::empty(Rect::ZERO),
            cursor: None,
            unknown: true,
        }
    }

    /// Forgets what the terminal shows: the next frame is drawn whole.
    pub(super) fn forget(&mut self) {
        self.unknown = true;
    }

    /// What is written besides frames.
    pub(super) fn writer(&mut self) -> &mut impl Write {
        &mut self.backend
    }

    /// Draws a frame of `size` by `draw`, which tells where the cursor belongs.
    pub(super) fn draw(
        &mut self,
        (width, height): (u16, u16),
        draw: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        let area = Rect::new(0, 0, width, height);
        self.next.resize(area);
        self.next.reset();
        let cursor = draw(&mut self.next);
        if self.unknown || self.shown.area != area {
            self.shown = Buffer::empty(area);
            self.unknown = false;
            self.cursor = None;
            self.backend.hide_cursor()?;
            self.backend.clear_region(ClearType::All)?;
        }
        self.write_changes()?;
        self.place_cursor(cursor)?;
        mem::swap(&mut self.shown, &mut self.next);
        Backend::flush(&mut self.backend)
    }

    fn write_changes(&mut self) -> io::Result<()> {
        let changes = self.shown.diff(&self.next);
        if changes.is_empty() {
            return Ok(());
        }
        let held = changes.len() >= MANY_CELLS;
        if held {
            self.backend.write_all(sequences::HOLD.as_bytes())?;
        }
        sixteen::write_cells(&mut self.backend, changes.into_iter())?;
        if held {
            self.backend.write_all(sequences::SHOW.as_bytes())?;
        }
        // Drawing has moved the cursor.
        if self.cursor.is_some() {
            self.cursor = Some(Position::new(u16::MAX, u16::MAX));
        }
        Ok(())
    }

    fn place_cursor(&mut self, cursor: Option<Position>) -> io::Result<()> {
        match (self.cursor, cursor) {
            (Some(_), None) => self.backend.hide_cursor()?,
            (before, Some(at)) if before != Some(at) => {
                self.backend.set_cursor_position(at)?;
                if before.is_none() {
                    self.backend.show_cursor()?;
                }
            }
            _ => {}
        }
        self.cursor = cursor;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;
    use std::num::NonZero;
    use std::rc::Rc;

    use proptest::prelude::*;
    use ratatui::style::{Color, Modifier, Style};

    /// A writer whose bytes can be read.
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

    /// The text that a terminal shows that was sent these bytes.
    fn shown(bytes: &[u8], width: u16, height: u16) -> Vec<String> {
        let (rows, columns) = (NonZero::new(height).unwrap(), NonZero::new(width).unwrap());
        let mut terminal = vt100::Parser::new(rows, columns, 0);
        terminal.process(bytes);
        terminal.screen().rows(0, width).map(|row| row.trim_end().to_owned()).collect()
    }

    fn lines(buffer: &Buffer) -> Vec<String> {
        let line = |y| (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        (0..buffer.area.height).map(|y| line(y).trim_end().to_owned()).collect()
    }

    #[test]
    fn an_unchanged_frame_writes_nothing() {
        let written = Written::default();
        let mut screen = Screen::new(written.clone());
        let draw = |buffer: &mut Buffer| {
            buffer.set_string(1, 1, "Tỷ lệ hộ nghèo", Style::new());
            Some(Position::new(1, 1))
        };
        screen.draw((20, 3), draw).unwrap();
        let first = written.0.borrow().len();
        screen.draw((20, 3), draw).unwrap();
        assert_eq!(written.0.borrow().len(), first);
        screen.forget();
        screen.draw((20, 3), draw).unwrap();
        assert_eq!(shown(&written.0.borrow()[first..], 20, 3)[1], " Tỷ lệ hộ nghèo");
    }

    proptest! {
        #[test]
        fn the_terminal_shows_what_was_drawn(
            frames in prop::collection::vec(
                prop::collection::vec((0u16..20, 0u16..5, "[a-zộ▇│ ]{1,8}", 0u8..8), 0..6), 1..5)
        ) {
            let written = Written::default();
            let mut screen = Screen::new(written.clone());
            for frame in frames {
                screen.draw((20, 5), |buffer| {
                    for (x, y, text, style) in &frame {
                        let style = Style::new()
                            .fg(Color::Indexed(*style))
                            .add_modifier(if *style > 4 { Modifier::REVERSED } else { Modifier::DIM });
                        buffer.set_stringn(*x, *y, text, usize::from(20 - x), style);
                    }
                    None
                }).unwrap();
                prop_assert_eq!(shown(&written.0.borrow(), 20, 5), lines(&screen.shown));
            }
        }
    }
}
