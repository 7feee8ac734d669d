//! The progress of reading. One thread reads; another one can observe and cancel it.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The progress of a reading, shared between threads.
///
/// ```
/// use chitieu::dataset::{OpenError, Progress, read_with};
/// let progress = Progress::default();
/// assert_eq!(progress.percent(), None, "unknown before the rows are counted");
/// progress.cancel();
/// let table = "Chỉ tiêu;Kế hoạch;Thực hiện\nThu;5;6\n";
/// let read = read_with("a.csv", table.as_bytes(), None, &progress);
/// assert!(matches!(read, Err(OpenError::Cancelled)));
/// ```
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    of: AtomicUsize,
    cancelled: AtomicBool,
}

/// The reading was cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cancelled;

impl Progress {
    /// Returns the percentage of work done; `None` while the total is unknown.
    #[must_use]
    pub fn percent(&self) -> Option<u8> {
        let of = self.of.load(Ordering::Relaxed);
        let done = self.done.load(Ordering::Relaxed).min(of);
        done.saturating_mul(100).checked_div(of).and_then(|percent| u8::try_from(percent).ok())
    }

    /// Cancels the reading at its next step.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Sets the total amount of work.
    pub(super) fn set_total(&self, work: usize) {
        self.of.store(work, Ordering::Relaxed);
    }

    /// Adds completed work. An error if the reading was cancelled.
    pub(super) fn advance(&self, work: usize) -> Result<(), Cancelled> {
        self.done.fetch_add(work, Ordering::Relaxed);
        if self.cancelled.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_percent_up_to_100() {
        let progress = Progress::default();
        progress.set_total(200);
        assert_eq!(progress.percent(), Some(0));
        assert_eq!(progress.advance(50), Ok(()));
        assert_eq!(progress.percent(), Some(25));
        progress.cancel();
        assert_eq!(progress.advance(400), Err(Cancelled));
        assert_eq!(progress.percent(), Some(100));
    }
}
