//! Why a dataset could not be opened.

use std::io;

use super::diagnostics::diagnostic::{Complaint, Complaints};
use super::diagnostics::quota::{Kept, Untold};
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
        complaints: Complaints,
        /// How many more there are.
        untold: Untold,
    },
    /// A sheet is asked for that it does not have.
    #[error("{complaint}")]
    NoSheet {
        /// That, as what is wrong with the file.
        complaint: Box<Complaint>,
        /// The name that is asked for.
        wanted: String,
        /// The sheets that there are; none but workbooks have any.
        sheets: Vec<String>,
    },
    /// The reading was ended by [`Progress::end`].
    #[error("the reading was ended")]
    Ended,
}

impl From<Complaints> for OpenError {
    fn from(complaints: Complaints) -> Self {
        Self::Complaints { complaints, untold: Untold::default() }
    }
}

impl From<progress::Ended> for OpenError {
    fn from(_: progress::Ended) -> Self {
        Self::Ended
    }
}

impl From<Kept<Complaint>> for OpenError {
    fn from(Kept { told, room }: Kept<Complaint>) -> Self {
        Self::Complaints { complaints: Complaints(told), untold: room.untold }
    }
}
