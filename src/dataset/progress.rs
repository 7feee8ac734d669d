//! How far a reading is. One thread reads; another one looks on, and may end it.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// A reading as another thread sees it.
///
/// ```
/// use chitieu::dataset::{OpenError, Progress, read_with};
/// let progress = Progress::default();
/// assert_eq!(progress.percent(), None, "nothing is known before the rows are counted");
/// progress.end();
/// let table = "Chỉ tiêu;Kế hoạch;Thực hiện\nThu;5;6\n";
/// let read = read_with("a.csv", table.as_bytes(), None, &progress);
/// assert!(matches!(read, Err(OpenError::Ended)));
/// ```
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    of: AtomicUsize,
    ended: AtomicBool,
}

/// The reading was ended from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cancelled;

impl Progress {
    /// How much of the work is done; `None` before it is known how much there is.
    #[must_use]
    pub fn percent(&self) -> Option<u8> {
        let of = self.of.load(Ordering::Relaxed);
        let done = self.done.load(Ordering::Relaxed).min(of);
        done.saturating_mul(100).checked_div(of).and_then(|percent| u8::try_from(percent).ok())
    }

    /// Ends the reading at its next step.
    pub fn end(&self) {
        self.ended.store(true, Ordering::Relaxed);
    }

    /// Says how much work there is.
    pub(super) fn expect(&self, work: usize) {
        self.of.store(work, Ordering::Relaxed);
    }

    /// Says that some of it is done, and asks whether to go on.
    pub(super) fn advance(&self, work: usize) -> Result<(), Cancelled> {
        self.done.fetch_add(work, Ordering::Relaxed);
        if self.ended.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_is_told_in_percent_and_never_too_much() {
        let progress = Progress::default();
        progress.expect(200);
        assert_eq!(progress.percent(), Some(0));
        assert_eq!(progress.advance(50), Ok(()));
        assert_eq!(progress.percent(), Some(25));
        progress.end();
        assert_eq!(progress.advance(400), Err(Cancelled));
        assert_eq!(progress.percent(), Some(100));
    }
}
