//! An explorer on a remote screen: bytes in, bytes out. It knows neither the line nor the time.

use std::io::{self, Write};
use std::mem;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use ratatui::buffer::Buffer;
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::queue;

use crate::app::{App, Choices, Drawn, Effect, Shared};
use crate::terminal::Input;
use crate::terminal::actions::{Clicks, apart};
use crate::terminal::screen::Screen;
use crate::terminal::sequences;
use crate::ui::{self, Words};

/// Draws a state.
pub(super) type View = fn(&App, &mut Buffer) -> Drawn;

/// Of a paste more is of no use: the search field takes less.
const PASTE_BYTES: usize = 4096;

/// One App on a remote screen.
pub(super) struct Visit {
    app: App,
    screen: Screen<Vec<u8>>,
    input: Input,
    clicks: Clicks,
    size: (u16, u16),
    view: View,
}

impl Visit {
    pub(super) fn new(shared: Arc<Shared>, choices: Choices, size: (u16, u16), view: View) -> Self {
        let mut first = sequences::ENTER.as_bytes().to_vec();
        if choices.mouse {
            first.extend_from_slice(sequences::mouse(true).as_bytes());
        }
        Self {
            app: App::new(shared, choices).restricted(),
            screen: Screen::new(first),
            input: Input::with_pastes_of(PASTE_BYTES),
            clicks: Clicks::default(),
            size,
            view,
        }
    }

    pub(super) fn words(&self) -> Words {
        Words(self.app.choices().lang)
    }

    /// Takes in bytes. Returns whether the guest left.
    pub(super) fn take(&mut self, bytes: &[u8]) -> io::Result<bool> {
        self.input.push(bytes);
        self.act()
    }

    /// How long to wait for the rest of what was begun, if anything was.
    pub(super) fn patience(&self) -> Option<Duration> {
        self.input.patience()
    }

    /// Takes what was begun for all there is. Returns whether the guest left.
    pub(super) fn give_up(&mut self) -> io::Result<bool> {
        self.input.give_up();
        self.act()
    }

    pub(super) fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
    }

    /// What is to be sent for the screen to show the state; nothing if it shows it already.
    pub(super) fn frame(&mut self) -> io::Result<Bytes> {
        let (app, view) = (&self.app, self.view);
        let mut shown = None;
        self.screen.draw(self.size, |buffer| {
            let drawn = view(app, buffer);
            let cursor = drawn.cursor;
            shown = Some(drawn);
            cursor
        })?;
        if let Some(drawn) = shown {
            self.app.settle(drawn);
        }
        Ok(mem::take(self.screen.writer()).into())
    }

    fn act(&mut self) -> io::Result<bool> {
        while let Some(event) = self.input.event() {
            for event in apart(&self.app, event) {
                let Some(action) = self.clicks.action_for(&self.app, event) else { continue };
                match self.app.update(action) {
                    Some(Effect::Quit) => return Ok(true),
                    Some(effect) => self.carry_out(&effect)?,
                    None => {}
                }
            }
        }
        Ok(false)
    }

    fn carry_out(&mut self, effect: &Effect) -> io::Result<()> {
        match effect {
            // There is no shell to stop for.
            Effect::Quit | Effect::Suspend => {}
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

/// What gives a screen back, with a line of what there is to say.
pub(super) fn farewell(said: Option<&str>) -> Bytes {
    let line = said.map(|said| format!("{said}\r\n")).unwrap_or_default();
    format!("{}{line}", sequences::LEAVE).into()
}
