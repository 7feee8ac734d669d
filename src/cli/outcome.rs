//! How a command ended.

/// How a command ended without a complaint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Done.
    Done,
    /// Nothing was found.
    NothingFound,
    /// Something was complained of.
    Complained,
    /// Done for what could be read; some of what was given could not be, which standard error names.
    Incomplete,
    /// The explorer, since nobody used it for long.
    Idle,
    /// This signal ended the explorer, after the screen was given back.
    Signal(i32),
}
