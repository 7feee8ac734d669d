//! Problems of a list of names.

/// A problem of a list of names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NamesProblem {
    /// The text is not UTF-8.
    NotUtf8,
    /// A quote opens in this line and is never closed.
    UnclosedQuote,
    /// A heading that lists of names do not have.
    UnknownHeading {
        /// The heading.
        heading: String,
        /// Those that they have.
        known: Vec<String>,
    },
    /// A line with more or fewer cells than headings.
    CellCount {
        /// The number of cells.
        cells: usize,
        /// The number of headings.
        headings: usize,
    },
    /// A line without a name.
    NoName,
    /// An id with control characters.
    WrongId {
        /// The id.
        id: String,
    },
    /// An id is used twice.
    DuplicateId {
        /// The id.
        id: String,
        /// The line that has it.
        first: usize,
    },
}
