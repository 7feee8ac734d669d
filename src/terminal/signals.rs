//! Receives Unix signals through a descriptor that `poll(2)` can wait for.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

/// The meaning of a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signal {
    /// The window was resized.
    Resized,
    /// The shell or another process asks the program to stop.
    Suspend,
    /// The program was continued.
    Continued,
    /// The signal ends the program.
    End(i32),
}

/// Received signals.
pub(super) struct Signals {
    /// Readable when signals were received that are not fetched yet.
    readable: UnixStream,
    delivery: RefCell<SignalDelivery<UnixStream, SignalOnly>>,
    queue: RefCell<VecDeque<i32>>,
}

impl Signals {
    pub(super) fn open() -> io::Result<Self> {
        let (read, write) = UnixStream::pair()?;
        let readable = read.try_clone()?;
        let signals = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT];
        let delivery = SignalDelivery::with_pipe(read, write, SignalOnly, signals)?;
        Ok(Self { readable, delivery: RefCell::new(delivery), queue: RefCell::default() })
    }

    /// Returns the next signal.
    pub(super) fn next(&self) -> Option<Signal> {
        self.fetch();
        let signal = self.queue.borrow_mut().pop_front()?;
        Some(match signal {
            SIGWINCH => Signal::Resized,
            SIGTSTP => Signal::Suspend,
            SIGCONT => Signal::Continued,
            end => Signal::End(end),
        })
    }

    /// Discards pending interrupts from the keyboard.
    pub(super) fn drop_interrupts(&self) {
        self.fetch();
        self.queue.borrow_mut().retain(|signal| !matches!(*signal, SIGINT | SIGQUIT));
    }

    /// Returns the pending signal that ends the program, if there is one.
    pub(super) fn ending(&self) -> Option<i32> {
        self.fetch();
        self.queue.borrow().iter().copied().find(|signal| ends_program(*signal))
    }

    /// Fetches received signals; those that end the program come first.
    fn fetch(&self) {
        let mut delivery = self.delivery.borrow_mut();
        let mut queue = self.queue.borrow_mut();
        for signal in delivery.pending() {
            if ends_program(signal) { queue.push_front(signal) } else { queue.push_back(signal) }
        }
        // SIGCONT cancels a pending request to stop. The delivery says which signals came, not in
        // which order: a request that came after SIGCONT within one fetch is lost, as stopping
        // after being continued would be worse.
        if queue.contains(&SIGCONT) {
            queue.retain(|signal| *signal != SIGTSTP);
        }
    }
}

impl AsFd for Signals {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.readable.as_fd()
    }
}

fn ends_program(signal: i32) -> bool {
    !matches!(signal, SIGWINCH | SIGTSTP | SIGCONT)
}
