//! An explorer on a screen, independent of its transport: bytes typed in, frames out. The local terminal and
//! each SSH session of the server use it; they differ in the writer and in the event loop.

use std::io::{self, Write};
use std::mem;

use ratatui::buffer::Buffer;
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::event::Event;
use ratatui::crossterm::queue;
use ratatui::layout::Size;

use super::events::Clicks;
use super::input::Input;
use super::screen::Screen;
use super::sequences;
use crate::app::{Action, App, Edit, Effect, FrameLayout};
use crate::ui;

/// An application state with its screen and its input.
pub(crate) struct Explorer<W: Write, V> {
    pub(crate) app: App,
    pub(crate) screen: Screen<W>,
    pub(crate) input: Input,
    /// The window size, if the terminal reported it in reply to a query.
    pub(crate) reported_size: Option<Size>,
    clicks: Clicks,
    view: V,
}

impl<W: Write, V: Fn(&App, &mut Buffer) -> FrameLayout> Explorer<W, V> {
    pub(crate) fn new(app: App, screen: Screen<W>, input: Input, view: V) -> Self {
        Self { app, screen, input, reported_size: None, clicks: Clicks::default(), view }
    }

    /// Draws a frame of `size`.
    pub(crate) fn draw(&mut self, size: Size) -> io::Result<()> {
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

    /// Processes all complete input events. Calls `beyond` for each effect that concerns more than the
    /// screen. Returns whether the user quit.
    pub(crate) fn act(
        &mut self,
        mut beyond: impl FnMut(&mut W, Effect) -> io::Result<()>,
    ) -> io::Result<bool> {
        // Letters that arrive together are searched for together.
        let mut typed = String::new();
        let mut following = None;
        while let Some(event) = following.take().or_else(|| self.input.event()) {
            if let Event::Resize(columns, rows) = event {
                self.reported_size = Some(Size::new(columns, rows));
                continue;
            }
            let (action, next) = self.clicks.action_for(&self.app, event);
            following = next;
            let Some(action) = action else { continue };
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
        self.type_in(&mut typed);
        Ok(false)
    }

    /// Whether a mouse button was pressed and not released yet.
    pub(super) fn is_button_down(&self) -> bool {
        self.clicks.is_button_down()
    }

    fn type_in(&mut self, typed: &mut String) {
        if !typed.is_empty() {
            self.app.update(Action::Paste(mem::take(typed)));
        }
    }

    /// Applies the part of an effect that concerns the screen.
    fn show(&mut self, effect: &Effect) -> io::Result<()> {
        match effect {
            Effect::Quit
            | Effect::Suspend
            | Effect::Reload
            | Effect::Save(_)
            | Effect::EditText(_) => {}
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
