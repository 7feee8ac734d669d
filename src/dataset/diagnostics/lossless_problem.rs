//! Problems of a lossless table.

use super::json_fault::JsonFault;
use super::rule::Rule;

/// A problem of a lossless table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LosslessProblem {
    /// A quote opens in this line and is never closed.
    UnclosedQuote,
    /// The text is not UTF-8.
    NotUtf8,
    /// The cell with the fields of the dataset is empty.
    NoDataset,
    /// A cell is not JSON.
    NotJson {
        /// The heading of its column.
        column: &'static str,
        /// What the library says.
        fault: JsonFault,
    },
    /// A cell is not an object in JSON.
    NotAnObject {
        /// The heading of its column.
        column: &'static str,
    },
    /// A row without an id.
    NoId,
    /// An id is used twice.
    DuplicateId {
        /// The id.
        id: String,
        /// The line that has it.
        first: usize,
    },
    /// A row without a section.
    NoSection,
    /// A cell of the table of `list --format csv` that `list` would not print.
    NotAsListed {
        /// The heading of its column.
        column: &'static str,
        /// What it says.
        text: String,
    },
}

impl LosslessProblem {
    /// The rule that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        match self {
            Self::DuplicateId { .. } => Rule::DuplicateId,
            Self::UnclosedQuote
            | Self::NotUtf8
            | Self::NoDataset
            | Self::NotJson { .. }
            | Self::NotAnObject { .. }
            | Self::NoId
            | Self::NoSection
            | Self::NotAsListed { .. } => Rule::WrongValue,
        }
    }
}
