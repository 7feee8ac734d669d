//! Delivers data updates from other threads to the event loop, through a descriptor that `poll(2)` can wait
//! for.

use std::cell::Cell;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{self, Receiver, Sender};

use crate::app::{DataUpdate, DraftChange, EditTarget, NotSaved};

/// The receiving end of data updates, and the way to request a reload.
pub struct Mailbox {
    updates: Receiver<DataUpdate>,
    /// Readable when updates are pending.
    woken: UnixStream,
    /// Whether all senders are gone.
    closed: Cell<bool>,
    request_reload: Box<dyn Fn()>,
    drafts: Option<DraftFiles>,
}

/// Writes a change to its file.
pub type SaveDraft = dyn Fn(&DraftChange) -> Result<(), NotSaved>;

/// What the explorer does with the files of drafts.
pub struct DraftFiles {
    /// Writes a change to its file.
    pub save: Box<SaveDraft>,
    /// The line of a file, from 1, at which an editor opens it.
    pub line_of: Box<dyn Fn(&EditTarget) -> usize>,
}

/// Sends data updates to a running explorer, from any thread.
#[derive(Debug)]
pub struct Messenger {
    updates: Sender<DataUpdate>,
    wake: UnixStream,
}

impl Mailbox {
    /// Creates both ends. `request_reload` is called when the user requests a reload; it must not block.
    ///
    /// # Errors
    ///
    /// If the system has no free file descriptor.
    pub fn open(request_reload: impl Fn() + 'static) -> io::Result<(Messenger, Self)> {
        let (wake, woken) = UnixStream::pair()?;
        woken.set_nonblocking(true)?;
        wake.set_nonblocking(true)?;
        let (sender, receiver) = mpsc::channel();
        let mailbox = Self {
            updates: receiver,
            woken,
            closed: Cell::new(false),
            request_reload: Box::new(request_reload),
            drafts: None,
        };
        Ok((Messenger { updates: sender, wake }, mailbox))
    }

    /// Adds what is done with the files of drafts.
    #[must_use]
    pub fn with_drafts(self, drafts: DraftFiles) -> Self {
        Self { drafts: Some(drafts), ..self }
    }

    /// What is done with the files of drafts.
    pub(super) fn drafts(&self) -> Option<&DraftFiles> {
        self.drafts.as_ref()
    }

    /// Requests a reload of the files.
    pub(super) fn request_reload(&self) {
        (self.request_reload)();
    }

    /// Returns the descriptor to wait for; `None` once no update can arrive any more.
    pub(super) fn wakes(&self) -> Option<BorrowedFd<'_>> {
        (!self.closed.get()).then(|| self.woken.as_fd())
    }

    /// Returns all pending updates, in order.
    pub(super) fn take(&self) -> impl Iterator<Item = DataUpdate> {
        let mut bytes = [0; 64];
        loop {
            match (&self.woken).read(&mut bytes) {
                Ok(0) => self.closed.set(true),
                Ok(_) => continue,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(_) => self.closed.set(true),
            }
            break;
        }
        self.updates.try_iter()
    }
}

impl Messenger {
    /// Sends an update. Returns whether the explorer is still running.
    pub fn send(&self, update: DataUpdate) -> bool {
        if self.updates.send(update).is_err() {
            return false;
        }
        // If the pipe is full of wake-ups that were not read yet, one more is not needed.
        match (&self.wake).write_all(&[1]) {
            Ok(()) => true,
            Err(error) => error.kind() == io::ErrorKind::WouldBlock,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::LoadError;

    #[test]
    fn delivers_updates_in_order_and_notices_the_end() {
        let (messenger, mailbox) = Mailbox::open(|| {}).unwrap();
        assert!(messenger.send(DataUpdate::Unchanged));
        let failed = || DataUpdate::Failed(LoadError::FormerContent("x".into()));
        assert!(messenger.send(failed()));
        let taken: Vec<_> = mailbox.take().collect();
        assert_eq!(taken, [DataUpdate::Unchanged, failed()]);
        assert!(mailbox.wakes().is_some());
        drop(messenger);
        assert_eq!(mailbox.take().count(), 0);
        assert!(mailbox.wakes().is_none(), "a closed descriptor would be readable forever");
    }

    #[test]
    fn delivers_more_updates_than_pending_wake_ups_fit() {
        let (messenger, mailbox) = Mailbox::open(|| {}).unwrap();
        for _ in 0..100_000 {
            assert!(messenger.send(DataUpdate::Unchanged));
        }
        assert_eq!(mailbox.take().count(), 100_000);
        assert!(mailbox.wakes().is_some());
    }
}
