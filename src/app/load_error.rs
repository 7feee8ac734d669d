//! Why files could not be read while the explorer runs.

use std::sync::Arc;

/// The errors of files, one a line, and what the explorer shows instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoadError {
    /// Some of the files could never be opened: only the others are shown.
    NeverOpened(Arc<str>),
    /// The files were opened before: their former content is shown.
    FormerContent(Arc<str>),
}

impl LoadError {
    /// The errors, one a line.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::NeverOpened(text) | Self::FormerContent(text) => text,
        }
    }
}
