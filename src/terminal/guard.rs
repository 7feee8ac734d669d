//! Gives the terminal back, once, however the program ends.

use std::io::{self, Write};
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use rustix::process::{Signal, getpgrp, kill_process_group};

use super::sequences;

/// Whether the screen is taken.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Holds the screen; dropping it gives the screen back.
pub(super) struct Guard;

impl Guard {
    pub(super) fn enter(mouse: bool) -> io::Result<Self> {
        // Made before entering, so that a failure halfway is undone as well.
        let guard = Self;
        enter(mouse)?;
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

/// Takes the screen, or takes it again.
pub(super) fn enter(mouse: bool) -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    let mut to = io::stdout().lock();
    to.write_all(sequences::ENTER.as_bytes())?;
    if mouse {
        to.write_all(sequences::mouse(true).as_bytes())?;
    }
    to.flush()
}

/// Gives the screen back, if it is taken. Where the terminal is gone there is nobody to complain to.
fn leave() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let mut to = io::stdout().lock();
        let _ = to.write_all(sequences::LEAVE.as_bytes()).and_then(|()| to.flush());
        let _ = disable_raw_mode();
    }
}

/// Gives the screen back and stops, with the rest of the job, until the shell continues it.
pub(super) fn suspend() -> io::Result<()> {
    leave();
    Ok(kill_process_group(getpgrp(), Signal::TSTP)?)
}

/// Has a panic give the screen back before it is told.
pub(super) fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        panic::set_hook(Box::new(|panic| {
            leave();
            let place = panic.location().map_or_else(String::new, |place| format!(" at {place}"));
            let payload = panic.payload();
            let what = payload.downcast_ref::<String>().map(String::as_str);
            let what = what.or_else(|| payload.downcast_ref::<&str>().copied());
            let what = what.unwrap_or("no message");
            let told = format!(
                "chitieu: this should not have happened: {what}{place}\n\
                 chitieu: version {}; nothing was changed. Please report this line with what you did before.\n",
                env!("CARGO_PKG_VERSION"),
            );
            let _ = io::stderr().write_all(told.as_bytes());
        }));
    });
}
