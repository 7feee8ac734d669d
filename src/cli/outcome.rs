//! The outcomes of a command.

/// How a command ended when there was no error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The command did its work.
    Done,
    /// Nothing was found.
    NothingFound,
    /// `check` reported warnings or errors.
    DiagnosticsReported,
    /// The command did its work for the files that could be read; the others are named on standard error.
    Incomplete,
    /// The explorer ended because no key was pressed for too long.
    Idle,
    /// A signal ended the explorer, after the terminal was restored.
    Signal(i32),
}

impl Outcome {
    /// The outcome, or [`Outcome::Incomplete`] if some files could not be opened.
    pub(crate) fn with_completeness(self, all_opened: bool) -> Self {
        if all_opened { self } else { Self::Incomplete }
    }
}
