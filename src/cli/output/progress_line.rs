//! How far a reading is, for whoever waits longer than a moment.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::cli::output;
use crate::dataset::Progress;
use crate::text::truncate;

/// What takes no longer is not worth a word.
const MOMENT: Duration = Duration::from_millis(300);

/// How long one report stands before the next.
const PACE: Duration = Duration::from_millis(250);

/// How much of a file's name is told.
const NAME: usize = 40;

/// Reads, and says on a terminal on standard error how far that is; the line is gone when it is over.
pub(crate) fn told<T>(name: &str, read: impl FnOnce(&Progress) -> T) -> T {
    let progress = Progress::default();
    if !io::stderr().is_terminal() || output::is_dumb() {
        return read(&progress);
    }
    let line = |text: &str| {
        let mut to = io::stderr().lock();
        // Whoever closed the line does not wait for what stands on it.
        let _closed = write!(to, "\r{text}\x1b[K").and_then(|()| to.flush());
    };
    let name = truncate::cut(name, NAME);
    let look = || line(&format!("chitieu: reading {name}…{}", percent(&progress)));
    let (result, looked) = looked_on(MOMENT, look, || read(&progress));
    if looked {
        line("");
    }
    result
}

/// Works, while another thread looks on from time to time, for the first time after `first`. Returns the
/// result, and whether it was looked on at all.
pub(crate) fn looked_on<T>(
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
                (wait, looked) = (PACE, true);
            }
            looked
        });
        let result = work();
        drop(working);
        // One that panicked did look.
        (result, looking.join().unwrap_or(true))
    })
}

fn percent(progress: &Progress) -> String {
    progress.percent().map_or_else(String::new, |percent| format!(" {percent} %"))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn what_is_done_in_a_moment_is_not_looked_at() {
        let looks = AtomicUsize::new(0);
        let look = || {
            looks.fetch_add(1, Ordering::Relaxed);
        };
        assert_eq!(looked_on(Duration::from_secs(3600), look, || 7), (7, false));
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
        assert_eq!(looked_on(Duration::ZERO, look, wait), ((), true));
        let after = looks.load(Ordering::Relaxed);
        thread::sleep(PACE * 2);
        assert_eq!(looks.load(Ordering::Relaxed), after);
    }
}
