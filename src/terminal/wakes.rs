//! What wakes the program: the terminal, and signals. Nothing else does.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

/// Why the program woke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wake {
    /// The terminal has input.
    Terminal,
    /// The window has another size.
    Resized,
    /// The shell continued the program.
    Continued,
    /// This signal ends it; the terminal going away counts as the signal that tells of it.
    Ended(i32),
}

/// The sources of wakes.
pub(super) struct Wakes {
    keys: OwnedFd,
    signals: SignalDelivery<UnixStream, SignalOnly>,
    /// Signals that were told together are handled one by one.
    pending: Vec<i32>,
}

impl Wakes {
    pub(super) fn open() -> io::Result<Self> {
        let (read, write) = UnixStream::pair()?;
        let told = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGCONT];
        let signals = SignalDelivery::with_pipe(read, write, SignalOnly, told)?;
        Ok(Self { keys: keyboard()?, signals, pending: Vec::new() })
    }

    /// Sleeps until something happens.
    pub(super) fn wait(&mut self) -> io::Result<Wake> {
        loop {
            if let Some(wake) = self.pending.pop().and_then(wake_for) {
                return Ok(wake);
            }
            let (keys, signals) = {
                let mut fds = [
                    PollFd::new(&self.keys, PollFlags::IN),
                    PollFd::from_borrowed_fd(self.signals.get_read().as_fd(), PollFlags::IN),
                ];
                match poll(&mut fds, None) {
                    Ok(_) => {}
                    Err(Errno::INTR) => continue,
                    Err(error) => return Err(error.into()),
                }
                (fds[0].revents(), fds[1].revents())
            };
            if !signals.is_empty() {
                self.pending = self.signals.pending().collect();
                // What ends the program comes first.
                self.pending.sort_by_key(|signal| !matches!(*signal, SIGWINCH | SIGCONT));
            } else if keys.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
                return Ok(Wake::Ended(SIGHUP));
            } else if !keys.is_empty() {
                return Ok(Wake::Terminal);
            }
        }
    }
}

fn wake_for(signal: i32) -> Option<Wake> {
    match signal {
        SIGWINCH => Some(Wake::Resized),
        SIGCONT => Some(Wake::Continued),
        ended => Some(Wake::Ended(ended)),
    }
}

/// The next event that lies ready, without waiting.
pub(super) fn ready() -> io::Result<Option<Event>> {
    if event::poll(Duration::ZERO)? { event::read().map(Some) } else { Ok(None) }
}

/// Where keys come from: standard input, or, if that carries a dataset, the terminal itself.
fn keyboard() -> io::Result<OwnedFd> {
    if io::stdin().is_terminal() {
        io::stdin().as_fd().try_clone_to_owned()
    } else {
        File::open("/dev/tty").map(OwnedFd::from)
    }
}
