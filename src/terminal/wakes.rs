//! What wakes the program: the terminal, and signals. Nothing else does.

use std::ffi::CString;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::io::Errno;
use rustix::stdio::dup2_stdin;
use rustix::termios::ttyname;
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
    // Of no time at all, crossterm's source on Unix makes nothing, not even a look; what is less
    // than a millisecond it gives to poll(2) as none.
    const A_LOOK: Duration = Duration::from_micros(500);
    if event::poll(A_LOOK)? { event::read().map(Some) } else { Ok(None) }
}

/// Where keys come from: the terminal, opened anew as standard input.
///
/// Standard input may carry a dataset, which has been read by now. And opened anew, the terminal
/// can be read without blocking, while the shell's own view of it stays as it was: half an escape
/// sequence must not keep a signal from being heard.
fn keyboard() -> io::Result<OwnedFd> {
    let name = |result: rustix::io::Result<CString>| result.ok().and_then(|n| n.into_string().ok());
    let path = name(ttyname(io::stdin(), Vec::new()))
        .or_else(|| name(ttyname(io::stdout(), Vec::new())))
        .unwrap_or_else(|| "/dev/tty".to_owned());
    let flags = OFlags::RDONLY | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let opened = open(path.as_str(), flags, Mode::empty())
        .or_else(|_| open("/dev/tty", flags, Mode::empty()))?;
    dup2_stdin(&opened)?;
    Ok(opened)
}
