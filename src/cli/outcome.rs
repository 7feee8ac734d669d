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

impl Outcome {
    /// The outcome of a command that did its work on the files that could be opened.
    pub(crate) fn of_files(self, all_opened: bool) -> Self {
        if all_opened { self } else { Self::Incomplete }
    }
}
