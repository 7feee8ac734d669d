//! Who is informed while files are opened, and how files are to be opened.

use std::io;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::dataset::Progress;
use crate::ui::Words;

/// How files are opened.
#[derive(Clone, Copy)]
pub(crate) struct Opening<'a> {
    /// The only sheet to read of a workbook; none reads all that are shown.
    pub(crate) sheet: Option<&'a str>,
    /// The language of messages.
    pub(crate) words: Words,
    /// Who is informed.
    pub(crate) observer: &'a dyn Observer,
}

/// Who is informed while files are opened.
pub(crate) trait Observer {
    /// Shows a message about a file, without a line end.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    fn report(&self, message: &str) -> io::Result<()>;

    /// Runs `read`, and shows how far it is if it takes long. `name` is safe to print.
    fn observe(&self, name: &str, read: &mut dyn FnMut(&Progress));

    /// The command that may have been meant by the name of a file that does not exist.
    fn command_like(&self, name: &str) -> Option<String>;
}

/// The time from one look at a piece of work to the next.
const INTERVAL: Duration = Duration::from_millis(250);

/// Runs `work`, while another thread calls `look` after `first` and then once an [`INTERVAL`]. Returns the result,
/// and whether `look` was called at all.
pub(crate) fn observe_while<T>(
    first: Duration,
    mut look: impl FnMut() + Send,
    work: impl FnOnce() -> T,
) -> (T, bool) {
    let (working, over) = mpsc::channel::<()>();
    thread::scope(|scope| {
        let looking = scope.spawn(move || {
            let (mut wait, mut looked) = (first, false);
            while over.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                look();
                (wait, looked) = (INTERVAL, true);
            }
            looked
        });
        let result = work();
        drop(working);
        // One that panicked did look.
        (result, looking.join().unwrap_or(true))
    })
}

#[cfg(test)]
pub(super) mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::app::Lang;

    /// Opens files without informing anyone.
    pub(crate) const SILENT: Opening<'static> =
        Opening { sheet: None, words: Words(Lang::Vietnamese), observer: &Nobody };

    struct Nobody;

    impl Observer for Nobody {
        fn report(&self, _message: &str) -> io::Result<()> {
            Ok(())
        }

        fn observe(&self, _name: &str, read: &mut dyn FnMut(&Progress)) {
            read(&Progress::default());
        }

        fn command_like(&self, _name: &str) -> Option<String> {
            None
        }
    }

    #[test]
    fn what_is_done_in_a_moment_is_not_looked_at() {
        let looks = AtomicUsize::new(0);
        let look = || {
            looks.fetch_add(1, Ordering::Relaxed);
        };
        assert_eq!(observe_while(Duration::from_secs(3600), look, || 7), (7, false));
        assert_eq!(looks.load(Ordering::Relaxed), 0);
    }

    #[test]
    fn what_takes_long_is_looked_at_until_it_is_over() {
        let looks = AtomicUsize::new(0);
        let look = || {
            looks.fetch_add(1, Ordering::Relaxed);
        };
        let wait = || {
            while looks.load(Ordering::Relaxed) < 2 {
                thread::yield_now();
            }
        };
        assert_eq!(observe_while(Duration::ZERO, look, wait), ((), true));
        let after = looks.load(Ordering::Relaxed);
        thread::sleep(INTERVAL * 2);
        assert_eq!(looks.load(Ordering::Relaxed), after);
    }
}
