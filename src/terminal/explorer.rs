//! An explorer on a screen: what was typed in, frames out, whatever carries them. The local terminal is
//! one, and so is each visit of a server; what differs is the line, and who keeps the time.

use std::io::{self, Write};
use std::mem;

use ratatui::buffer::Buffer;
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::event::Event;
use ratatui::crossterm::queue;

use super::events::{Clicks, apart};
use super::input::Input;
use super::screen::Screen;
use super::sequences;
use crate::app::{Action, App, Edit, Effect, FrameLayout};
use crate::ui;

/// One App, its screen and its input.
pub(crate) struct Explorer<W: Write, V> {
    pub(crate) app: App,
    pub(crate) screen: Screen<W>,
    pub(crate) input: Input,
    /// The window's size, where the terminal was asked for it and has told it: columns and rows.
    pub(crate) told_size: Option<(u16, u16)>,
    clicks: Clicks,
    view: V,
}

impl<W: Write, V: Fn(&App, &mut Buffer) -> FrameLayout> Explorer<W, V> {
    pub(crate) fn new(app: App, screen: Screen<W>, input: Input, view: V) -> Self {
        Self { app, screen, input, told_size: None, clicks: Clicks::default(), view }
    }

    /// Draws a frame of `size`.
    pub(crate) fn draw(&mut self, size: (u16, u16)) -> io::Result<()> {
        let (app, view) = (&self.app, &self.view);
        let mut shown = None;
        self.screen.draw(size, |buffer| {
            let drawn = view(app, buffer);
            let cursor = drawn.cursor;
            shown = Some(drawn);
            cursor
        })?;
        if let Some(drawn) = shown {
            self.app.settle(drawn);
        }
        Ok(())
    }

    /// Obeys all input that is whole. Effects that reach beyond the screen are for `beyond` to carry out.
    /// Returns whether the user left.
    pub(crate) fn act(
        &mut self,
        mut beyond: impl FnMut(&mut W, Effect) -> io::Result<()>,
    ) -> io::Result<bool> {
        // Letters that come together are searched for together.
        let mut typed = String::new();
        while let Some(event) = self.input.event() {
            if let Event::Resize(columns, rows) = event {
                self.told_size = Some((columns, rows));
                continue;
            }
            for event in apart(&self.app, event) {
                let Some(action) = self.clicks.action_for(&self.app, event) else { continue };
                if let Action::Edit(Edit::Insert(c)) = action {
                    typed.push(c);
                    continue;
                }
                self.type_in(&mut typed);
                match self.app.update(action) {
                    Some(Effect::Quit) => return Ok(true),
                    Some(effect) => {
                        self.show(&effect)?;
                        beyond(self.screen.writer(), effect)?;
                    }
                    None => {}
                }
            }
        }
        self.type_in(&mut typed);
        Ok(false)
    }

    /// Whether a button was pressed and has not come up since.
    pub(super) fn is_button_down(&self) -> bool {
        self.clicks.is_button_down()
    }

    fn type_in(&mut self, typed: &mut String) {
        if !typed.is_empty() {
            self.app.update(Action::Paste(mem::take(typed)));
        }
    }

    /// Carries out what of an effect is the screen's.
    fn show(&mut self, effect: &Effect) -> io::Result<()> {
        match effect {
            Effect::Quit | Effect::Suspend | Effect::Reload => {}
            Effect::Redraw => self.screen.forget(),
            Effect::Mouse(on) => {
                self.screen.writer().write_all(sequences::mouse(*on).as_bytes())?;
            }
            Effect::Copy => {
                if let Some(text) = ui::clipboard(&self.app) {
                    queue!(self.screen.writer(), CopyToClipboard::to_clipboard_from(text))?;
                }
            }
        }
        Ok(())
    }
}
