//! Gives the terminal back, once, however the program ends.

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

/// How long a terminal that takes nothing may hold up the end.
const ROOM: Duration = Duration::from_millis(300);

/// What is to be given back; empty while nothing is taken.
static TAKEN: Mutex<Option<SavedTerminal>> = Mutex::new(None);

/// A taken terminal, as it was.
struct SavedTerminal {
    keys: OwnedFd,
    screen: OwnedFd,
    before: Termios,
}

/// Holds the terminal; dropping it gives the terminal back.
pub(super) struct Guard {
    keys: Rc<OwnedFd>,
    screen: Rc<OwnedFd>,
}

impl Guard {
    /// Takes the terminal that keys come from, and that which is drawn on by what is written to `line`.
    pub(super) fn enter(
        keys: Rc<OwnedFd>,
        screen: Rc<OwnedFd>,
        line: &mut impl Write,
        mouse: bool,
    ) -> io::Result<Self> {
        // Made before entering, so that a failure halfway is undone as well.
        let guard = Self { keys, screen };
        guard.take(line, mouse)?;
        Ok(guard)
    }

    /// Takes the terminal, or takes it again.
    pub(super) fn take(&self, line: &mut impl Write, mouse: bool) -> io::Result<()> {
        let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        // Whoever stopped the program unasked has left the terminal in whatever state: what it is
        // to be given back as was seen when it was taken first.
        if taken.is_none() {
            *taken = Some(SavedTerminal {
                keys: fcntl_dupfd_cloexec(&self.keys, 3)?,
                screen: fcntl_dupfd_cloexec(&self.screen, 3)?,
                before: tcgetattr(&self.keys)?,
            });
        }
        drop(taken);
        let mut raw = tcgetattr(&self.keys)?;
        raw.make_raw();
        tcsetattr(&self.keys, OptionalActions::Now, &raw)?;
        line.write_all(sequences::ENTER.as_bytes())?;
        if mouse {
            line.write_all(sequences::mouse(true).as_bytes())?;
        }
        Ok(())
    }

    /// Drops what was sent to the program and is not read yet: it was not meant for the shell.
    pub(super) fn drop_unread(&self) {
        let _ = tcflush(&self.keys, QueueSelector::IFlush);
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

/// Whether the terminal is taken.
pub(super) fn is_taken() -> bool {
    TAKEN.lock().unwrap_or_else(PoisonError::into_inner).is_some()
}

/// Gives the terminal back, if it is taken. Where it is gone there is nobody to complain to.
pub(super) fn leave() {
    let taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(taken) = taken {
        write_last(&taken.screen, sequences::LEAVE.as_bytes());
        let _ = tcsetattr(&taken.keys, OptionalActions::Now, &taken.before);
    }
}

/// Writes to a terminal that may take nothing: then what waits there is dropped in favour of this.
fn write_last(screen: &OwnedFd, mut bytes: &[u8]) {
    let room = Timespec::try_from(ROOM).ok();
    let mut dropped = false;
    while !bytes.is_empty() {
        match rustix::io::write(screen, bytes) {
            Ok(length) => bytes = &bytes[length..],
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => {
                let mut fds = [PollFd::new(screen, PollFlags::OUT)];
                if poll(&mut fds, room.as_ref()) == Ok(0) {
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

/// Has a panic, in whichever thread, give the terminal back and end the program, which tells of it.
pub(super) fn restore_on_panic(words: Words) {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        panic::set_hook(Box::new(move |panic| {
            leave();
            let _ = io::stderr().write_all(told(panic, words).as_bytes());
            // Of the convention of Rust programs.
            std::process::exit(101);
        }));
    });
}

fn told(panic: &PanicHookInfo<'_>, words: Words) -> String {
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    let payload = panic.payload();
    let what = payload.downcast_ref::<String>().map(String::as_str);
    let what = what.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("?");
    // It may quote data.
    format!("{}\n", words.apology(&visible(what), &place))
}
