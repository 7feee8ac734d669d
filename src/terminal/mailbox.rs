//! What arrives from outside of the terminal while the explorer runs, as something that can be waited
//! for together with keys.

use std::cell::Cell;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{self, Receiver, Sender};

use crate::app::DataUpdate;

/// Where news arrive, and where they are asked for.
pub struct Mailbox {
    news: Receiver<DataUpdate>,
    /// Readable when there are news.
    woken: UnixStream,
    /// Whether nobody is left who could send any.
    over: Cell<bool>,
    ask: Box<dyn Fn()>,
}

/// Sends news to a running explorer, from any thread.
#[derive(Debug)]
pub struct Messenger {
    news: Sender<DataUpdate>,
    wake: UnixStream,
}

impl Mailbox {
    /// Both ends; `ask` is called when the user wants the files read anew, and must not wait.
    ///
    /// # Errors
    ///
    /// If the system has no more descriptors.
    pub fn open(ask: impl Fn() + 'static) -> io::Result<(Messenger, Self)> {
        let (wake, woken) = UnixStream::pair()?;
        woken.set_nonblocking(true)?;
        wake.set_nonblocking(true)?;
        let (sender, receiver) = mpsc::channel();
        let arrivals = Self { news: receiver, woken, over: Cell::new(false), ask: Box::new(ask) };
        Ok((Messenger { news: sender, wake }, arrivals))
    }

    /// Asks for the files to be read anew.
    pub(super) fn ask(&self) {
        (self.ask)();
    }

    /// What can be waited for; nothing once nothing can arrive any more.
    pub(super) fn wakes(&self) -> Option<BorrowedFd<'_>> {
        (!self.over.get()).then(|| self.woken.as_fd())
    }

    /// All that has arrived, in order.
    pub(super) fn take(&self) -> impl Iterator<Item = DataUpdate> {
        let mut bytes = [0; 64];
        loop {
            match (&self.woken).read(&mut bytes) {
                Ok(0) => self.over.set(true),
                Ok(_) => continue,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(_) => self.over.set(true),
            }
            break;
        }
        self.news.try_iter()
    }
}

impl Messenger {
    /// Sends news. Returns whether the explorer is still there.
    pub fn send(&self, news: DataUpdate) -> bool {
        if self.news.send(news).is_err() {
            return false;
        }
        // Where the line is full of wakes that were not heard yet, one more says nothing new.
        match (&self.wake).write_all(&[1]) {
            Ok(()) => true,
            Err(error) => error.kind() == io::ErrorKind::WouldBlock,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_come_in_order_and_an_end_is_noticed() {
        let (messenger, arrivals) = Mailbox::open(|| {}).unwrap();
        assert!(messenger.send(DataUpdate::Unchanged));
        assert!(messenger.send(DataUpdate::Broken("x".into())));
        let taken: Vec<_> = arrivals.take().collect();
        assert_eq!(taken, [DataUpdate::Unchanged, DataUpdate::Broken("x".into())]);
        assert!(arrivals.wakes().is_some());
        drop(messenger);
        assert_eq!(arrivals.take().count(), 0);
        assert!(
            arrivals.wakes().is_none(),
            "an end that is always readable would be heard for ever"
        );
    }

    #[test]
    fn more_news_than_the_line_takes_wakes_for_are_all_there() {
        let (messenger, arrivals) = Mailbox::open(|| {}).unwrap();
        for _ in 0..100_000 {
            assert!(messenger.send(DataUpdate::Unchanged));
        }
        assert_eq!(arrivals.take().count(), 100_000);
        assert!(arrivals.wakes().is_some());
    }
}
