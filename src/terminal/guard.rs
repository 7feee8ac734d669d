//! Restores the terminal exactly once, however the program ends.

use std::io::{self, Write};
use std::os::fd::OwnedFd;
use std::panic::{self, PanicHookInfo};
use std::rc::Rc;
use std::sync::{Mutex, Once, PoisonError};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, fcntl_dupfd_cloexec};
use rustix::termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr};

use super::sequences;
use crate::text::sanitize::visible;
use crate::ui::Words;

/// How long a terminal that accepts no output may delay the exit.
const EXIT_TIMEOUT: Duration = Duration::from_millis(300);

/// The terminal to restore; `None` while none is in use.
static SAVED: Mutex<Option<SavedTerminal>> = Mutex::new(None);

/// A terminal in use, with its original settings.
struct SavedTerminal {
    keys: OwnedFd,
    screen: OwnedFd,
    before: Termios,
}

/// Owns the terminal; dropping it restores the terminal.
pub(super) struct Guard {
    keys: Rc<OwnedFd>,
    screen: Rc<OwnedFd>,
}

impl Guard {
    /// Acquires the terminal that keys come from, and the one that output written to `tty` is drawn on.
    pub(super) fn enter(
        keys: Rc<OwnedFd>,
        screen: Rc<OwnedFd>,
        tty: &mut impl Write,
        mouse: bool,
    ) -> io::Result<Self> {
        // Created before the terminal is changed, so that a failure halfway is undone as well.
        let guard = Self { keys, screen };
        guard.take(tty, mouse)?;
        Ok(guard)
    }

    /// Acquires the terminal, or acquires it again after the program was stopped.
    pub(super) fn take(&self, tty: &mut impl Write, mouse: bool) -> io::Result<()> {
        let mut saved = SAVED.lock().unwrap_or_else(PoisonError::into_inner);
        // A process that stopped this one without asking may have left the terminal in any state. The
        // settings to restore are those from when it was acquired first.
        if saved.is_none() {
            *saved = Some(SavedTerminal {
                keys: fcntl_dupfd_cloexec(&self.keys, 3)?,
                screen: fcntl_dupfd_cloexec(&self.screen, 3)?,
                before: tcgetattr(&self.keys)?,
            });
        }
        drop(saved);
        let mut raw = tcgetattr(&self.keys)?;
        raw.make_raw();
        tcsetattr(&self.keys, OptionalActions::Now, &raw)?;
        tty.write_all(sequences::ENTER.as_bytes())?;
        if mouse {
            tty.write_all(sequences::mouse(true).as_bytes())?;
        }
        Ok(())
    }

    /// Discards input that was not read yet: it was not meant for the shell.
    pub(super) fn drop_unread(&self) {
        let _ = tcflush(&self.keys, QueueSelector::IFlush);
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

/// Whether the terminal is in use.
pub(super) fn is_in_use() -> bool {
    SAVED.lock().unwrap_or_else(PoisonError::into_inner).is_some()
}

/// Restores the terminal, if it is in use. Errors are ignored: if the terminal is gone, there is nobody to
/// report to.
pub(super) fn leave() {
    let saved = SAVED.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(saved) = saved {
        write_last(&saved.screen, sequences::LEAVE.as_bytes());
        let _ = tcsetattr(&saved.keys, OptionalActions::Now, &saved.before);
    }
}

/// Writes to a terminal that may be blocked. If it is, discards its pending output first.
fn write_last(screen: &OwnedFd, mut bytes: &[u8]) {
    let timeout = Timespec::try_from(EXIT_TIMEOUT).ok();
    let mut dropped = false;
    while !bytes.is_empty() {
        match rustix::io::write(screen, bytes) {
            Ok(length) => bytes = &bytes[length..],
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => {
                let mut fds = [PollFd::new(screen, PollFlags::OUT)];
                if poll(&mut fds, timeout.as_ref()) == Ok(0) {
                    if dropped {
                        return;
                    }
                    let _ = tcflush(screen, QueueSelector::OFlush);
                    dropped = true;
                }
            }
            Err(_) => return,
        }
    }
}

/// Makes a panic in any thread restore the terminal, report itself and end the program.
pub(super) fn restore_on_panic(words: Words) {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        panic::set_hook(Box::new(move |panic| {
            leave();
            let _ = io::stderr().write_all(report(panic, words).as_bytes());
            // The exit code of a Rust program that panics.
            std::process::exit(101);
        }));
    });
}

fn report(panic: &PanicHookInfo<'_>, words: Words) -> String {
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    let payload = panic.payload();
    let what = payload.downcast_ref::<String>().map(String::as_str);
    let what = what.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("?");
    // The message may quote data.
    format!("{}\n", words.apology(&visible(what), &place))
}
