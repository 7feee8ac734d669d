//! Why everything on a connection ends, told to whatever is on it.

/// Whether and why a connection ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CloseReason {
    /// It goes on.
    No,
    /// The house closes.
    Closing,
    /// The key that it was let in by is not among the authorized ones any more.
    Removed,
}
