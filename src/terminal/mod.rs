//! The explorer on the local terminal: setup and restoring, signals, the event loop, the clipboard.
//!
//! The event loop has one thread, which sleeps in `poll(2)` until there is input, a signal or a data update:
//! no timer wakes it unless something is pending. It processes everything that came, then draws one frame. The
//! terminal is never queried, so nothing waits for a reply that may not arrive.

pub(crate) mod capabilities;
mod editor;
mod encode;
mod events;
pub(crate) mod explorer;
mod guard;
mod input;
mod job_control;
mod mailbox;
mod packed_screen;
mod paste;
mod pen;
mod row_changes;
pub(crate) mod screen;
mod scroll;
mod sequence_scan;
pub(crate) mod sequences;
mod signals;
mod spare_buffer;
mod tty;

use std::io::{self, Write};
use std::rc::Rc;
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;

pub use capabilities::{Capabilities, capabilities};
pub use input::Input;
pub use mailbox::{DraftFiles, Mailbox, Messenger};

use crate::app::{Action, App, DataUpdate, EditTarget, Effect, FrameLayout, NotSaved, Top};
use crate::ui::{self, Words};
use explorer::Explorer;
use guard::Guard;
use screen::Screen;
use signals::{Signal, Signals};
use tty::{Tty, TtyEvent};

/// How an explorer ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExplorerEnd {
    /// The user quit.
    Quit,
    /// The user pressed no key for the idle timeout; the terminal has been restored.
    Idle,
    /// This signal ended it; the terminal has been restored.
    Signal(i32),
}

/// The end when the terminal is gone, whether or not the signal was received.
const HUNG_UP: ExplorerEnd = ExplorerEnd::Signal(signal_hook::consts::SIGHUP);

/// The byte that a terminal sends at the end of its input. A restricted explorer that receives it ends, so
/// that a script can run it with input of its own.
const END_OF_INPUT: [u8; 1] = [0x04];

/// How long to wait for the release of a mouse button whose press ended the explorer.
const BUTTON_UP: Duration = Duration::from_millis(300);

/// How often to check whether the search index is complete while a query waits for it.
const INDEX_POLL: Duration = Duration::from_millis(10);

/// Runs the explorer on this terminal until the user quits or a signal ends it. `mailbox` delivers data
/// updates meanwhile.
///
/// # Errors
///
/// If the terminal cannot be read or written; it has been restored as far as possible.
pub fn run(app: App, mailbox: Mailbox) -> io::Result<ExplorerEnd> {
    run_view(app, mailbox, ui::draw)
}

/// Runs the explorer as [`run`] does, and ends it when no key is pressed for `idle`.
///
/// # Errors
///
/// As [`run`].
pub fn run_until_idle(app: App, mailbox: Mailbox, idle: Duration) -> io::Result<ExplorerEnd> {
    run_with(app, mailbox, ui::draw, Some(idle))
}

/// Runs the explorer with another view in place of [`ui::draw`].
///
/// From this call on, a panic in any thread restores the terminal, reports itself and ends the program.
///
/// # Errors
///
/// As [`run`].
pub fn run_view(
    app: App,
    mailbox: Mailbox,
    view: impl Fn(&App, &mut Buffer) -> FrameLayout,
) -> io::Result<ExplorerEnd> {
    run_with(app, mailbox, view, None)
}

fn run_with(
    app: App,
    mailbox: Mailbox,
    view: impl Fn(&App, &mut Buffer) -> FrameLayout,
    idle: Option<Duration>,
) -> io::Result<ExplorerEnd> {
    guard::restore_on_panic(Words(app.preferences().lang));
    let signals = Rc::new(Signals::open()?);
    let mailbox = Rc::new(mailbox);
    let mut tty = Tty::open(signals.clone(), mailbox.clone())?;
    let app = if job_control::is_controlled() { app } else { app.without_suspend() };
    let (keys, screen) = (tty.keys().clone(), tty.screen().clone());
    let guard = Guard::enter(keys, screen, &mut tty, app.mouse_on())?;
    if app.is_restricted() {
        job_control::confine()?;
    }
    let explorer = Explorer::new(app, Screen::new(tty), Input::default(), view);
    let mut session =
        LocalSession { explorer, signals, mailbox, guard, idle, last_key: Instant::now() };
    let end = session.run_loop();
    match session.signals.ending() {
        // A frame could not be written because of a signal, or because the terminal is gone.
        Some(signal) if end.is_err() => Ok(ExplorerEnd::Signal(signal)),
        _ if end.is_err() && session.hung_up() => Ok(HUNG_UP),
        _ => end,
    }
}

/// An explorer on the local terminal.
struct LocalSession<V> {
    explorer: Explorer<Tty, V>,
    signals: Rc<Signals>,
    mailbox: Rc<Mailbox>,
    guard: Guard,
    /// The time without a key after which it ends.
    idle: Option<Duration>,
    last_key: Instant,
}

impl<V: Fn(&App, &mut Buffer) -> FrameLayout> LocalSession<V> {
    /// Runs the event loop; the terminal is restored when the session is dropped.
    fn run_loop(&mut self) -> io::Result<ExplorerEnd> {
        loop {
            self.draw()?;
            if let Some(end) = self.step()? {
                return Ok(end);
            }
        }
    }

    /// Sleeps until something happens, and handles it. Returns how the session ended, if it did.
    fn step(&mut self) -> io::Result<Option<ExplorerEnd>> {
        if let Some(signal) = self.signals.next() {
            return self.handle_signal(signal);
        }
        // A search over many names continues between keys, once its index is complete.
        let searching = self.explorer.app.is_searching();
        let waiting = searching && self.explorer.app.catalog().is_making_index();
        let timeout = match (searching, waiting) {
            (true, true) => Some(INDEX_POLL),
            (true, false) => Some(Duration::ZERO),
            _ => self.explorer.input.timeout(),
        };
        let idle = self.idle.map(|idle| idle.saturating_sub(self.last_key.elapsed()));
        let sooner = timeout.into_iter().chain(idle).min();
        let event = self.tty().wait(sooner)?;
        if event == TtyEvent::Timeout && self.is_idle() {
            self.guard.drop_unread();
            return Ok(Some(ExplorerEnd::Idle));
        }
        match event {
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
                if last == Some(END_OF_INPUT) && app.is_restricted() && app.top() != Top::Search {
                    return Ok(Some(ExplorerEnd::Quit));
                }
            }
            TtyEvent::Timeout if waiting => {}
            TtyEvent::Timeout if searching => {
                self.explorer.app.update(Action::ContinueSearch);
            }
            // poll(2) may return slightly before the timeout.
            TtyEvent::Timeout if timeout.is_none() => {}
            TtyEvent::Timeout => self.explorer.input.give_up(),
            TtyEvent::Update => {
                for update in self.mailbox.take() {
                    self.explorer.app.update(Action::Receive(update));
                }
            }
            TtyEvent::Signal => {}
            TtyEvent::HungUp => return Ok(Some(HUNG_UP)),
        }
        let has_quit = self.take_input()?;
        Ok(has_quit.then_some(ExplorerEnd::Quit))
    }

    /// Whether the user pressed no key for the idle timeout.
    fn is_idle(&self) -> bool {
        self.idle.is_some_and(|idle| self.last_key.elapsed() >= idle)
    }

    fn handle_signal(&mut self, signal: Signal) -> io::Result<Option<ExplorerEnd>> {
        match signal {
            // A frame is drawn after every event, at the current window size.
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
        let size = self.tty().size()?;
        self.explorer.draw(size)
    }

    /// Processes all complete input events. Returns whether the user quit.
    fn take_input(&mut self) -> io::Result<bool> {
        let mailbox = &self.mailbox;
        let (mut unsaved, mut edited) = (None, None);
        let has_quit = self.explorer.act(|_, effect| {
            match effect {
                // After one that failed the others are changes of what was not written.
                Effect::Save(change) if unsaved.is_none() => {
                    let save = mailbox.drafts().map(|drafts| (drafts.save)(&change));
                    let saved = save.unwrap_or(Err(NotSaved::Changed));
                    unsaved = saved.err().map(|why| DataUpdate::NotSaved(change, why));
                }
                Effect::Save(_) => {}
                Effect::EditText(target) => edited = Some(target),
                // The signal is sent to this process too, which stops when it handles it.
                Effect::Suspend => job_control::ask_to_stop()?,
                Effect::Reload => mailbox.request_reload(),
                Effect::Quit | Effect::Copy | Effect::Mouse(_) | Effect::Redraw => {}
            }
            Ok(())
        })?;
        if let Some(unsaved) = unsaved {
            self.explorer.app.update(Action::Receive(unsaved));
            self.mailbox.request_reload();
        }
        if let Some(target) = edited {
            self.edit(&target)?;
        }
        if has_quit {
            self.wait_for_release()?;
        }
        Ok(has_quit)
    }

    /// Gives the terminal to the user's editor until that ends, then reloads the files.
    fn edit(&mut self, target: &EditTarget) -> io::Result<()> {
        let line = self.mailbox.drafts().map_or(1, |drafts| (drafts.line_of)(target));
        guard::leave();
        let opened = editor::run(&target.path, line);
        let mouse = self.explorer.app.mouse_on();
        self.guard.take(self.explorer.screen.writer(), mouse)?;
        self.explorer.screen.forget();
        // Ctrl-C was meant for the editor.
        self.signals.drop_interrupts();
        match opened {
            Ok(()) => self.mailbox.request_reload(),
            Err(_) => {
                self.explorer.app.update(Action::Receive(DataUpdate::NoEditor));
            }
        }
        Ok(())
    }

    fn tty(&mut self) -> &mut Tty {
        self.explorer.screen.writer()
    }

    /// Waits for the release of the button whose press ended the session: the shell would read it as keys.
    fn wait_for_release(&mut self) -> io::Result<()> {
        if self.explorer.is_button_down() {
            let tty = self.tty();
            tty.write_all(sequences::mouse(false).as_bytes())?;
            tty.flush()?;
            if tty.wait(Some(BUTTON_UP))? == TtyEvent::Keys {
                tty.read(|_| {})?;
            }
        }
        Ok(())
    }

    /// Whether the terminal is gone.
    fn hung_up(&mut self) -> bool {
        matches!(self.tty().wait(Some(Duration::ZERO)), Ok(TtyEvent::HungUp))
    }
}
