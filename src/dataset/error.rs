//! The error of opening a dataset.

use std::io;

use super::diagnostics::diagnostic::{Diagnostic, Diagnostics};
use super::diagnostics::quota::{Collected, Omitted};
use super::progress;

/// Why a dataset could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file could not be read.
    #[error("cannot read {name}: {error}")]
    Read {
        /// The file name, safe to print.
        name: String,
        /// The cause.
        error: io::Error,
    },
    /// The file was read, but is not a valid dataset.
    #[error("{}", diagnostics.with(omitted))]
    Invalid {
        /// The problems, in the order of the file.
        diagnostics: Diagnostics,
        /// The number of further problems.
        omitted: Omitted,
    },
    /// The reading was cancelled by [`Progress::cancel`](super::Progress::cancel).
    #[error("the reading was ended")]
    Cancelled,
}

impl From<Diagnostics> for OpenError {
    fn from(diagnostics: Diagnostics) -> Self {
        Self::Invalid { diagnostics, omitted: Omitted::default() }
    }
}

impl From<Diagnostic> for OpenError {
    fn from(diagnostic: Diagnostic) -> Self {
        Diagnostics::from(diagnostic).into()
    }
}

impl From<progress::Cancelled> for OpenError {
    fn from(_: progress::Cancelled) -> Self {
        Self::Cancelled
    }
}

impl From<Collected<Diagnostic>> for OpenError {
    fn from(Collected { kept, quota }: Collected<Diagnostic>) -> Self {
        Self::Invalid { diagnostics: Diagnostics(kept), omitted: quota.omitted }
    }
}
