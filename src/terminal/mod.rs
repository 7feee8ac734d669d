//! The local screen: entering and leaving it, signals, the event loop, the clipboard.
//!
//! One thread, asleep in `poll(2)` until the terminal or a signal has something to say: no timer
//! wakes it. What lies ready is taken in whole, then one frame is drawn. Nothing is asked of the
//! terminal, so nothing waits for an answer that may never come.

pub(crate) mod capabilities;
mod encode;
mod events;
pub(crate) mod explorer;
mod guard;
mod input;
mod job_control;
mod mailbox;
mod packed_screen;
mod pen;
pub(crate) mod screen;
mod scroll;
mod sequence_scan;
pub(crate) mod sequences;
mod signals;
mod tty;

use std::io::{self, Write};
use std::rc::Rc;
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;

pub use capabilities::{Capabilities, capabilities};
pub use input::Input;
pub use mailbox::{Mailbox, Messenger};

use crate::app::{Action, App, Effect, FrameLayout};
use crate::ui::{self, Words};
use explorer::Explorer;
use guard::Guard;
use screen::Screen;
use signals::{Signal, Signals};
use tty::{Tty, TtyEvent};

/// How a visit ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExplorerEnd {
    /// The user left.
    Quit,
    /// No key came for as long as the user may be away; the screen has been given back.
    Idle,
    /// This signal ended it; the screen has been given back.
    Signal(i32),
}

/// A terminal that goes away is told by this signal, whether or not it is sent.
const HUNG_UP: ExplorerEnd = ExplorerEnd::Signal(signal_hook::consts::SIGHUP);

/// What a terminal sends at the end of its input: whoever runs a guest's explorer with input of their own has it
/// end there.
const END_OF_INPUT: [u8; 1] = [0x04];

/// How long to wait, when a click ended the visit, for the button to come up again.
const BUTTON_UP: Duration = Duration::from_millis(300);

/// How long to wait at a time for the search index, while a letter is waiting for what it finds.
const INDEX_MADE: Duration = Duration::from_millis(10);

/// Runs the explorer on this terminal until the user leaves or a signal ends it, and lets it hear what
/// arrives meanwhile.
///
/// # Errors
///
/// If the terminal cannot be read or written; it has been given back as far as it could be.
pub fn run(app: App, arrivals: Mailbox) -> io::Result<ExplorerEnd> {
    run_view(app, arrivals, ui::draw)
}

/// Runs the explorer as [`run`] does, and ends it when no key comes for so long.
///
/// # Errors
///
/// As [`run`].
pub fn run_until_idle(app: App, arrivals: Mailbox, idle: Duration) -> io::Result<ExplorerEnd> {
    run_with(app, arrivals, ui::draw, Some(idle))
}

/// Runs the explorer with another view in place of [`ui::draw`].
///
/// From here on a panic in any thread gives the terminal back, tells of itself and ends the program.
///
/// # Errors
///
/// As [`run`].
pub fn run_view(
    app: App,
    arrivals: Mailbox,
    view: impl Fn(&App, &mut Buffer) -> FrameLayout,
) -> io::Result<ExplorerEnd> {
    run_with(app, arrivals, view, None)
}

fn run_with(
    app: App,
    arrivals: Mailbox,
    view: impl Fn(&App, &mut Buffer) -> FrameLayout,
    idle: Option<Duration>,
) -> io::Result<ExplorerEnd> {
    guard::restore_on_panic(Words(app.choices().lang));
    let signals = Rc::new(Signals::open()?);
    let arrivals = Rc::new(arrivals);
    let mut line = Tty::open(signals.clone(), arrivals.clone())?;
    let app = if job_control::is_controlled() { app } else { app.without_suspend() };
    let (keys, screen) = (line.keys().clone(), line.screen().clone());
    let guard = Guard::enter(keys, screen, &mut line, app.mouse_on())?;
    if app.is_restricted() {
        job_control::confine()?;
    }
    let explorer = Explorer::new(app, Screen::new(line), Input::default(), view);
    let mut visit =
        LocalSession { explorer, signals, arrivals, guard, idle, last_key: Instant::now() };
    let ended = visit.live();
    match visit.signals.ending() {
        // A frame that could not be written for a signal, or for the end of the line.
        Some(signal) if ended.is_err() => Ok(ExplorerEnd::Signal(signal)),
        _ if ended.is_err() && visit.hung_up() => Ok(HUNG_UP),
        _ => ended,
    }
}

/// One App on the local screen.
struct LocalSession<V> {
    explorer: Explorer<Tty, V>,
    signals: Rc<Signals>,
    arrivals: Rc<Mailbox>,
    guard: Guard,
    /// How long it goes on without a key.
    idle: Option<Duration>,
    last_key: Instant,
}

impl<V: Fn(&App, &mut Buffer) -> FrameLayout> LocalSession<V> {
    /// Lives until it ends; the terminal is given back when the visit is dropped.
    fn live(&mut self) -> io::Result<ExplorerEnd> {
        loop {
            self.draw()?;
            if let Some(ended) = self.wake()? {
                return Ok(ended);
            }
        }
    }

    /// Sleeps until something happens, and sees to it. Returns whether that ended the visit.
    fn wake(&mut self) -> io::Result<Option<ExplorerEnd>> {
        if let Some(signal) = self.signals.next() {
            return self.obey(signal);
        }
        // A search among a great many names goes on between keys, once its index is made.
        let searching = self.explorer.app.is_searching();
        let waiting = searching && self.explorer.app.shared().is_making_index();
        let patience = match (searching, waiting) {
            (true, true) => Some(INDEX_MADE),
            (true, false) => Some(Duration::ZERO),
            _ => self.explorer.input.patience(),
        };
        let idle = self.idle.map(|idle| idle.saturating_sub(self.last_key.elapsed()));
        let sooner = patience.into_iter().chain(idle).min();
        let heard = self.line().listen(sooner)?;
        if heard == TtyEvent::Nothing && self.is_idle() {
            self.guard.drop_unread();
            return Ok(Some(ExplorerEnd::Idle));
        }
        match heard {
            TtyEvent::Keys => {
                self.last_key = Instant::now();
                let mut last = None;
                let Explorer { input, screen, .. } = &mut self.explorer;
                let take = |bytes: &[u8]| {
                    last = <[u8; 1]>::try_from(bytes).ok();
                    input.push(bytes);
                };
                if !screen.writer().read(take)? {
                    return Ok(Some(HUNG_UP));
                }
                let app = &self.explorer.app;
                if last == Some(END_OF_INPUT) && app.is_restricted() && app.search().is_none() {
                    return Ok(Some(ExplorerEnd::Quit));
                }
            }
            TtyEvent::Nothing if waiting => {}
            TtyEvent::Nothing if searching => {
                self.explorer.app.update(Action::SearchOn);
            }
            // The clock may stand a little before the time that was waited for.
            TtyEvent::Nothing if patience.is_none() => {}
            TtyEvent::Nothing => self.explorer.input.give_up(),
            TtyEvent::News => {
                for news in self.arrivals.take() {
                    self.explorer.app.update(Action::Hear(news));
                }
            }
            TtyEvent::Signal => {}
            TtyEvent::HungUp => return Ok(Some(HUNG_UP)),
        }
        let left = self.take_input()?;
        Ok(left.then_some(ExplorerEnd::Quit))
    }

    /// Whether no key came for as long as the user may be away.
    fn is_idle(&self) -> bool {
        self.idle.is_some_and(|idle| self.last_key.elapsed() >= idle)
    }

    fn obey(&mut self, signal: Signal) -> io::Result<Option<ExplorerEnd>> {
        match signal {
            // A frame is drawn after every wake, at the size that the window has then.
            Signal::Resized => {}
            Signal::Suspend if self.explorer.app.may_suspend() => {
                guard::leave();
                job_control::stop()?;
            }
            Signal::Suspend => {}
            Signal::Continued => {
                let mouse = self.explorer.app.mouse_on();
                self.guard.take(self.explorer.screen.writer(), mouse)?;
                self.explorer.screen.forget();
            }
            Signal::End(signal) => {
                self.guard.drop_unread();
                return Ok(Some(ExplorerEnd::Signal(signal)));
            }
        }
        Ok(None)
    }

    fn draw(&mut self) -> io::Result<()> {
        let size = self.line().size()?;
        self.explorer.draw(size)
    }

    /// Takes in all events that are whole. Returns whether the user left.
    fn take_input(&mut self) -> io::Result<bool> {
        let arrivals = &self.arrivals;
        let left = self.explorer.act(|_, effect| {
            match effect {
                // The signal comes to this program too, and says that it may stop.
                Effect::Suspend => job_control::ask_to_stop()?,
                Effect::Reload => arrivals.ask(),
                Effect::Quit | Effect::Copy | Effect::Mouse(_) | Effect::Redraw => {}
            }
            Ok(())
        })?;
        if left {
            self.await_button()?;
        }
        Ok(left)
    }

    fn line(&mut self) -> &mut Tty {
        self.explorer.screen.writer()
    }

    /// Waits for the button whose press ended the visit: the shell would take its release for keys.
    fn await_button(&mut self) -> io::Result<()> {
        if self.explorer.is_button_down() {
            let line = self.line();
            line.write_all(sequences::mouse(false).as_bytes())?;
            line.flush()?;
            if line.listen(Some(BUTTON_UP))? == TtyEvent::Keys {
                line.read(|_| {})?;
            }
        }
        Ok(())
    }

    /// Whether the terminal is gone.
    fn hung_up(&mut self) -> bool {
        matches!(self.line().listen(Some(Duration::ZERO)), Ok(TtyEvent::HungUp))
    }
}
