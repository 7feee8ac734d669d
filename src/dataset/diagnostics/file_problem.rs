//! Problems of a file as a whole, before its format is known or whatever it is.

use super::foreign_format::Foreign;
use super::rule::Rule;

/// A problem of a file as a whole, or of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileProblem {
    /// It cannot be read at all: it does not exist, or may not be read.
    CannotRead {
        /// Why, in the user's language.
        reason: String,
    },
    /// Nothing is in it.
    Empty,
    /// It is longer than so many GiB.
    TooLong {
        /// The limit.
        gib: u64,
    },
    /// It is packed, and unpacks to more than so many MiB.
    UnpacksTooLong {
        /// The limit.
        mib: u64,
    },
    /// It is packed, and cannot be unpacked.
    CannotUnpack {
        /// What the library says.
        reason: String,
    },
    /// Its format is known but not read.
    Foreign(Foreign),
    /// JSON with a byte that is not UTF-8.
    NotUtf8 {
        /// The byte.
        byte: u8,
    },
    /// Text in UTF-8 with invalid bytes, each read as U+FFFD.
    InvalidBytes {
        /// In how many places.
        places: usize,
    },
    /// Text that was decoded twice, and repaired.
    DecodedTwice {
        /// The number of lines.
        lines: usize,
    },
    /// Letters that have lost a byte, as the text was decoded twice.
    LettersLost {
        /// The number of letters.
        letters: usize,
    },
    /// The text was converted from another encoding.
    Encoding {
        /// Its name.
        name: &'static str,
    },
    /// The text was converted from the encoding of old fonts.
    FontEncoding {
        /// Its name.
        name: String,
    },
    /// A quote opens here and is never closed.
    UnclosedQuote,
    /// Text follows the quote that closes a cell.
    TextAfterQuote,
    /// Most lines have the same number of a separator, which was read as a part of names.
    Undivided {
        /// The separator.
        separator: char,
    },
    /// The requested sheet does not exist.
    NoSheet {
        /// Its name.
        wanted: String,
        /// The sheets that exist; empty if the file is not a workbook.
        sheets: Vec<String>,
    },
    /// A table exceeds a limit.
    TableLimit {
        /// What there is too much of.
        what: Limited,
        /// The limit.
        most: usize,
    },
}

/// What a limit of tables counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limited {
    /// Bytes of the text.
    Bytes,
    /// Cells.
    Cells,
    /// Columns.
    Columns,
    /// Bytes in a cell.
    CellBytes,
    /// Bytes in a name.
    NameBytes,
    /// Bytes in rows that cells are merged over.
    MergedBytes,
    /// Places and periods, each pair of them a dataset.
    Slices,
}

impl FileProblem {
    /// The rule that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        match self {
            Self::CannotRead { .. } => Rule::CannotRead,
            Self::Empty => Rule::Empty,
            Self::TooLong { .. } | Self::UnpacksTooLong { .. } | Self::TableLimit { .. } => {
                Rule::Limit
            }
            Self::CannotUnpack { .. } => Rule::Workbook,
            Self::Foreign(_) => Rule::ForeignFormat,
            Self::NotUtf8 { .. } | Self::InvalidBytes { .. } | Self::LettersLost { .. } => {
                Rule::Encoding
            }
            Self::DecodedTwice { .. } => Rule::DecodedTwice,
            Self::Encoding { .. } | Self::FontEncoding { .. } => Rule::LegacyEncoding,
            Self::UnclosedQuote => Rule::UnclosedQuote,
            Self::TextAfterQuote => Rule::TextAfterQuote,
            Self::Undivided { .. } => Rule::NoValues,
            Self::NoSheet { .. } => Rule::NoSheet,
        }
    }
}
