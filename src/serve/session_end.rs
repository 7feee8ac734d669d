//! How a session ended.

use super::close_reason::CloseReason;

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SessionEnd {
    /// The user quit.
    Quit,
    /// The connection is gone, or the client takes no output.
    Disconnected,
    /// No key was pressed for too long.
    Idle,
    /// The server closed the connection.
    Closed(CloseReason),
    /// A bug.
    Panic,
}

impl SessionEnd {
    /// The name for the log.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Quit => "quit",
            Self::Disconnected => "gone",
            Self::Idle => "idle",
            Self::Closed(CloseReason::Closing) => "closing",
            Self::Closed(CloseReason::KeyRemoved) => "key removed",
            Self::Panic => "panic",
        }
    }
}
