//! The terminal device: reading keys, writing frames, the window size.
//!
//! The device is reopened by its name, so that it can be non-blocking without changing the shell's
//! descriptors. Standard input may carry a dataset instead of keys. Writing must not block, so that a
//! terminal that accepts no output cannot delay a signal.

use std::ffi::CString;
use std::io::{self, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::rc::Rc;
use std::time::Duration;

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::io::{Errno, fcntl_dupfd_cloexec};
use rustix::termios::{isatty, tcgetwinsize, ttyname};

use super::guard;
use super::mailbox::Mailbox;
use super::signals::Signals;

/// The size assumed for a terminal that does not know its size.
const UNKNOWN: Size = Size::new(80, 24);
/// The largest window that is drawn; cells outside it stay empty.
const LARGEST: Size = Size::new(1000, 500);
/// The number of bytes read before a frame is drawn and signals are checked.
const READ_BYTES: usize = 64 * 1024;

/// What [`Tty::wait`] waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TtyEvent {
    /// Input is available.
    Keys,
    /// A signal was received.
    Signal,
    /// A data update arrived.
    Update,
    /// The timeout elapsed.
    Timeout,
    /// The terminal is gone.
    HungUp,
}

/// The terminal.
pub(super) struct Tty {
    keys: Rc<OwnedFd>,
    screen: Rc<OwnedFd>,
    signals: Rc<Signals>,
    mailbox: Rc<Mailbox>,
    /// Output that the next flush writes.
    frame: Vec<u8>,
}

impl Tty {
    /// Opens the terminal of standard output for drawing, and for keys that of standard input, if it is one.
    pub(super) fn open(signals: Rc<Signals>, mailbox: Rc<Mailbox>) -> io::Result<Self> {
        let screen = Rc::new(terminal(io::stdout())?);
        let keys =
            if isatty(io::stdin()) { Rc::new(terminal(io::stdin())?) } else { screen.clone() };
        Ok(Self { keys, screen, signals, mailbox, frame: Vec::new() })
    }

    /// Returns the terminal that keys come from. Its line discipline controls how.
    pub(super) fn keys(&self) -> &Rc<OwnedFd> {
        &self.keys
    }

    /// Returns the terminal that is drawn on.
    pub(super) fn screen(&self) -> &Rc<OwnedFd> {
        &self.screen
    }

    /// Returns the size of the window.
    pub(super) fn size(&self) -> io::Result<Size> {
        let size = tcgetwinsize(&self.screen)?;
        let or =
            |given: u16, unknown, largest| if given == 0 { unknown } else { given.min(largest) };
        Ok(Size {
            width: or(size.ws_col, UNKNOWN.width, LARGEST.width),
            height: or(size.ws_row, UNKNOWN.height, LARGEST.height),
        })
    }

    /// Sleeps until something happens or the timeout elapses.
    pub(super) fn wait(&self, timeout: Option<Duration>) -> io::Result<TtyEvent> {
        let timeout = timeout.and_then(|timeout| Timespec::try_from(timeout).ok());
        let (keys, signals, updates) = loop {
            let signals = PollFd::from_borrowed_fd(self.signals.as_fd(), PollFlags::IN);
            // poll(2) needs three descriptors: if no update can arrive, the signals are passed twice.
            let updates = self.mailbox.wakes().map_or_else(
                || signals.clone(),
                |wakes| PollFd::from_borrowed_fd(wakes, PollFlags::IN),
            );
            let mut fds = [PollFd::new(&self.keys, PollFlags::IN), signals, updates];
            match poll(&mut fds, timeout.as_ref()) {
                Ok(_) => break (fds[0].revents(), fds[1].revents(), fds[2].revents()),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        };
        Ok(if !signals.is_empty() {
            TtyEvent::Signal
        } else if keys.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            TtyEvent::HungUp
        } else if !keys.is_empty() {
            TtyEvent::Keys
        } else if !updates.is_empty() {
            TtyEvent::Update
        } else {
            TtyEvent::Timeout
        })
    }

    /// Reads available input and passes it to `take`. Returns whether the terminal still exists.
    pub(super) fn read(&self, mut take: impl FnMut(&[u8])) -> io::Result<bool> {
        let mut bytes = [0; 4096];
        let mut taken = 0;
        while taken < READ_BYTES {
            match rustix::io::read(&self.keys, &mut bytes) {
                Ok(0) | Err(Errno::IO) => return Ok(false),
                Ok(length) => take(&bytes[..length]),
                Err(Errno::AGAIN | Errno::INTR) => break,
                Err(error) => return Err(error.into()),
            }
            taken += bytes.len();
            if self.wait(Some(Duration::ZERO))? != TtyEvent::Keys {
                break;
            }
        }
        Ok(true)
    }

    fn write_out(&mut self) -> io::Result<()> {
        let mut rest = self.frame.as_slice();
        while !rest.is_empty() {
            match rustix::io::write(&self.screen, rest) {
                Ok(length) => rest = &rest[length..],
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => self.wait_writable()?,
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// Sleeps until the terminal accepts more output. An error if a signal ends the program.
    fn wait_writable(&self) -> io::Result<()> {
        let mut fds = [
            PollFd::new(&self.screen, PollFlags::OUT),
            PollFd::from_borrowed_fd(self.signals.as_fd(), PollFlags::IN),
        ];
        match poll(&mut fds, None) {
            Ok(_) | Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        match self.signals.ending() {
            Some(signal) => Err(io::Error::other(format!("signal {signal}"))),
            None => Ok(()),
        }
    }
}

impl Write for Tty {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        // A panicking thread may restore the terminal while this one is drawing.
        let written = if guard::is_in_use() { self.write_out() } else { Ok(()) };
        self.frame.clear();
        written
    }
}

/// Reopens the terminal of a stream; if that fails, duplicates the descriptor, which shares its flags.
fn terminal(stream: impl AsFd) -> io::Result<OwnedFd> {
    let name = |name: CString| name.into_string().ok();
    let path = ttyname(&stream, Vec::new()).ok().and_then(name);
    let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let opened = path.ok_or(Errno::NOTTY).and_then(|path| open(path, flags, Mode::empty()));
    let opened = opened.or_else(|_| open("/dev/tty", flags, Mode::empty()));
    Ok(opened.or_else(|_| fcntl_dupfd_cloexec(&stream, 3))?)
}
