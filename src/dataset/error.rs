//! Why a dataset could not be opened.

use std::io;

use super::diagnostics::diagnostic::{Diagnostic, Diagnostics};
use super::diagnostics::quota::{Collected, Omitted};
use super::progress;

/// Why a dataset could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// It could not be read at all.
    #[error("cannot read {name}: {error}")]
    Read {
        /// The file, safe to print.
        name: String,
        /// Why.
        error: io::Error,
    },
    /// It was read, and is not a dataset.
    #[error("{}", complaints.with(untold))]
    Complaints {
        /// Why, in the order of the file.
        complaints: Diagnostics,
        /// How many more there are.
        untold: Omitted,
    },
    /// A sheet is asked for that it does not have.
    #[error("{complaint}")]
    NoSheet {
        /// That, as what is wrong with the file.
        complaint: Box<Diagnostic>,
        /// The name that is asked for.
        wanted: String,
        /// The sheets that there are; none but workbooks have any.
        sheets: Vec<String>,
    },
    /// The reading was ended by [`Progress::end`](super::Progress::end).
    #[error("the reading was ended")]
    Ended,
}

impl From<Diagnostics> for OpenError {
    fn from(complaints: Diagnostics) -> Self {
        Self::Complaints { complaints, untold: Omitted::default() }
    }
}

impl From<progress::Cancelled> for OpenError {
    fn from(_: progress::Cancelled) -> Self {
        Self::Ended
    }
}

impl From<Collected<Diagnostic>> for OpenError {
    fn from(Collected { told, room }: Collected<Diagnostic>) -> Self {
        Self::Complaints { complaints: Diagnostics(told), untold: room.untold }
    }
}
