//! The reason why a connection is closed, sent to everything that runs on it.

/// Why a connection is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CloseReason {
    /// The server shuts down.
    Closing,
    /// The key that the client used is no longer authorized.
    KeyRemoved,
}
