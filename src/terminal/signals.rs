//! Signals, as something that can be waited for together with keys.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

/// What a signal asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signal {
    /// The window has another size.
    Resized,
    /// The shell, or somebody else, wants the program to stop.
    Suspend,
    /// The program goes on.
    Continued,
    /// This signal ends the program.
    End(i32),
}

/// Signals on their way.
pub(super) struct Signals {
    /// Readable when there are signals that were not yet asked for.
    arrivals: UnixStream,
    delivery: RefCell<SignalDelivery<UnixStream, SignalOnly>>,
    told: RefCell<VecDeque<i32>>,
}

impl Signals {
    pub(super) fn open() -> io::Result<Self> {
        let (read, write) = UnixStream::pair()?;
        let arrivals = read.try_clone()?;
        let signals = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT];
        let delivery = SignalDelivery::with_pipe(read, write, SignalOnly, signals)?;
        Ok(Self { arrivals, delivery: RefCell::new(delivery), told: RefCell::default() })
    }

    /// The next signal.
    pub(super) fn next(&self) -> Option<Signal> {
        self.gather();
        let signal = self.told.borrow_mut().pop_front()?;
        Some(match signal {
            SIGWINCH => Signal::Resized,
            SIGTSTP => Signal::Suspend,
            SIGCONT => Signal::Continued,
            end => Signal::End(end),
        })
    }

    /// The signal that ends the program, if there is one among those on their way.
    pub(super) fn ending(&self) -> Option<i32> {
        self.gather();
        self.told.borrow().iter().copied().find(|signal| ends(*signal))
    }

    /// Takes over what was delivered, what ends the program first.
    fn gather(&self) {
        let mut delivery = self.delivery.borrow_mut();
        let mut told = self.told.borrow_mut();
        for signal in delivery.pending() {
            if ends(signal) { told.push_front(signal) } else { told.push_back(signal) }
        }
        // Who lets the program go on no longer wants it to stop.
        if told.contains(&SIGCONT) {
            told.retain(|signal| *signal != SIGTSTP);
        }
    }
}

impl AsFd for Signals {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.arrivals.as_fd()
    }
}

fn ends(signal: i32) -> bool {
    !matches!(signal, SIGWINCH | SIGTSTP | SIGCONT)
}
