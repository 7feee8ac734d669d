//! The local screen: entering and leaving it, signals, the event loop, the clipboard.
//!
//! One thread, asleep in `poll(2)` until the terminal or a signal has something to say: no timer
//! wakes it. What lies ready is taken in whole, then one frame is drawn. Nothing is asked of the
//! terminal, so nothing waits for an answer that may never come.

mod actions;
mod capabilities;
mod guard;
mod screen;
mod sequences;
mod sixteen;
mod wakes;

use std::io::{self, BufWriter, Write};

use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::{queue, terminal};

pub use capabilities::{Capabilities, capabilities};

use crate::app::{App, Effect};
use crate::ui;
use actions::Clicks;
use guard::Guard;
use screen::Screen;
use wakes::{Wake, Wakes};

/// How a visit ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The user left.
    Quit,
    /// This signal ended it; the screen has been given back.
    Signal(i32),
}

/// A frame is collected here and written at once.
const FRAME_BYTES: usize = 64 * 1024;

/// Runs the explorer on this terminal until the user leaves or a signal ends it.
///
/// # Errors
///
/// If the terminal cannot be read or written; it has been given back as far as it could be.
pub fn run(app: App) -> io::Result<Ended> {
    guard::restore_on_panic();
    let wakes = Wakes::open()?;
    let guard = Guard::enter(app.mouse_on())?;
    let ended = Visit::new(app).run(wakes);
    drop(guard);
    ended
}

/// One App on the local screen.
struct Visit {
    app: App,
    screen: Screen<BufWriter<io::Stdout>>,
    clicks: Clicks,
}

impl Visit {
    fn new(app: App) -> Self {
        let screen = Screen::new(BufWriter::with_capacity(FRAME_BYTES, io::stdout()));
        Self { app, screen, clicks: Clicks::default() }
    }

    fn run(&mut self, mut wakes: Wakes) -> io::Result<Ended> {
        loop {
            self.draw()?;
            match wakes.wait()? {
                Wake::Terminal => {
                    if self.take_input()? {
                        return Ok(Ended::Quit);
                    }
                }
                Wake::Resized => {}
                Wake::Continued => {
                    guard::enter(self.app.mouse_on())?;
                    self.screen.forget();
                }
                Wake::Ended(signal) => return Ok(Ended::Signal(signal)),
            }
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        let app = &self.app;
        let mut shown = None;
        self.screen.draw(terminal::size()?, |buffer| {
            let drawn = ui::draw(app, buffer);
            let cursor = drawn.cursor;
            shown = Some(drawn);
            cursor
        })?;
        if let Some(drawn) = shown {
            self.app.settle(drawn);
        }
        Ok(())
    }

    /// Takes in all that lies ready. Returns whether the user left.
    fn take_input(&mut self) -> io::Result<bool> {
        while let Some(event) = wakes::ready()? {
            let Some(action) = self.clicks.action_for(&self.app, event) else { continue };
            match self.app.update(action) {
                Some(Effect::Quit) => return Ok(true),
                Some(effect) => self.carry_out(effect)?,
                None => {}
            }
        }
        Ok(false)
    }

    fn carry_out(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Quit => {}
            // On the way back a signal tells that the screen has to be taken again.
            Effect::Suspend => guard::suspend()?,
            Effect::Redraw => self.screen.forget(),
            Effect::Mouse(on) => {
                self.screen.writer().write_all(sequences::mouse(on).as_bytes())?;
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
