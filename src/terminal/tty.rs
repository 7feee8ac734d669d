//! The line to the terminal: keys in, frames out, the window's size.
//!
//! The terminal is opened anew by its name, so that it can be read and written without blocking while
//! the shell's own view of it stays as it was. Standard input may carry a dataset; and a terminal
//! that takes nothing more must not keep a signal from being heard.

use std::ffi::CString;
use std::io::{self, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::rc::Rc;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::io::{Errno, fcntl_dupfd_cloexec};
use rustix::termios::{isatty, tcgetwinsize, ttyname};

use super::guard;
use super::mailbox::Mailbox;
use super::signals::Signals;

/// The window of a terminal that does not know how large it is.
const UNKNOWN: (u16, u16) = (80, 24);
/// The largest window that is drawn; what lies beyond stays empty.
const LARGEST: (u16, u16) = (1000, 500);
/// How much is read before a frame is drawn and signals are heard.
const READ_BYTES: usize = 64 * 1024;

/// What happened on the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TtyEvent {
    /// There is something to read.
    Keys,
    /// A signal came.
    Signal,
    /// News arrived.
    News,
    /// Nothing, for as long as was asked.
    Nothing,
    /// The terminal is gone.
    HungUp,
}

/// A terminal.
pub(super) struct Tty {
    keys: Rc<OwnedFd>,
    screen: Rc<OwnedFd>,
    signals: Rc<Signals>,
    arrivals: Rc<Mailbox>,
    /// What is to be written with the next flush.
    frame: Vec<u8>,
}

impl Tty {
    /// The terminal of standard output, and that of standard input for keys, if it is one.
    pub(super) fn open(signals: Rc<Signals>, arrivals: Rc<Mailbox>) -> io::Result<Self> {
        let screen = Rc::new(terminal(io::stdout())?);
        let keys =
            if isatty(io::stdin()) { Rc::new(terminal(io::stdin())?) } else { screen.clone() };
        Ok(Self { keys, screen, signals, arrivals, frame: Vec::new() })
    }

    /// The terminal that keys come from, whose line discipline decides how.
    pub(super) fn keys(&self) -> &Rc<OwnedFd> {
        &self.keys
    }

    /// The terminal that is drawn on.
    pub(super) fn screen(&self) -> &Rc<OwnedFd> {
        &self.screen
    }

    /// Columns and rows of the window.
    pub(super) fn size(&self) -> io::Result<(u16, u16)> {
        let size = tcgetwinsize(&self.screen)?;
        let or =
            |given: u16, unknown, largest| if given == 0 { unknown } else { given.min(largest) };
        Ok((or(size.ws_col, UNKNOWN.0, LARGEST.0), or(size.ws_row, UNKNOWN.1, LARGEST.1)))
    }

    /// Sleeps until something happens, at most for `patience`.
    pub(super) fn listen(&self, patience: Option<Duration>) -> io::Result<TtyEvent> {
        let patience = patience.and_then(|patience| Timespec::try_from(patience).ok());
        let (keys, signals, news) = loop {
            let signals = PollFd::from_borrowed_fd(self.signals.as_fd(), PollFlags::IN);
            // Where nothing can arrive, the signals are waited for twice.
            let news = self.arrivals.wakes().map_or_else(
                || signals.clone(),
                |wakes| PollFd::from_borrowed_fd(wakes, PollFlags::IN),
            );
            let mut fds = [PollFd::new(&self.keys, PollFlags::IN), signals, news];
            match poll(&mut fds, patience.as_ref()) {
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
        } else if !news.is_empty() {
            TtyEvent::News
        } else {
            TtyEvent::Nothing
        })
    }

    /// Reads what lies ready and gives it to `take`. Returns whether the terminal is still there.
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
            if self.listen(Some(Duration::ZERO))? != TtyEvent::Keys {
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
                Err(Errno::AGAIN) => self.wait_for_room()?,
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// Sleeps until the terminal takes more, or a signal ends the program first.
    fn wait_for_room(&self) -> io::Result<()> {
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
        // A thread that panics gives the terminal back while this one may still draw.
        let written = if guard::is_taken() { self.write_out() } else { Ok(()) };
        self.frame.clear();
        written
    }
}

/// Opens the terminal of a stream anew; where it cannot be, it is shared with whoever has it too.
fn terminal(stream: impl AsFd) -> io::Result<OwnedFd> {
    let name = |name: CString| name.into_string().ok();
    let path = ttyname(&stream, Vec::new()).ok().and_then(name);
    let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let opened = path.ok_or(Errno::NOTTY).and_then(|path| open(path, flags, Mode::empty()));
    let opened = opened.or_else(|_| open("/dev/tty", flags, Mode::empty()));
    Ok(opened.or_else(|_| fcntl_dupfd_cloexec(&stream, 3))?)
}
