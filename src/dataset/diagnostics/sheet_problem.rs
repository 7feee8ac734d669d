//! Problems of the layout of a table: its header, its end, and what is outside of it.

use super::rule::Rule;

/// A problem of the layout of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetProblem {
    /// No row looks like a header.
    NoHeader,
    /// No row is a header, but one would be if a cell was renamed.
    NearlyHeader {
        /// Its row number.
        row: usize,
        /// The text of the cell.
        text: String,
        /// The heading to rename it to.
        rename: &'static str,
    },
    /// A sheet without a table, next to others that have one.
    NoTable {
        /// Its name.
        sheet: String,
        /// Whether it has rows with numbers.
        has_numbers: bool,
    },
    /// A hidden sheet, which was not read.
    Hidden {
        /// Its name.
        sheet: String,
    },
    /// Merged cells that overlap others.
    OverlappingMerges,
    /// A row that ends the table, with rows below it.
    TableEnds {
        /// The beginning of its text.
        text: String,
        /// The number of rows that were not read.
        rows: usize,
        /// Whether several of them have numbers.
        has_numbers: bool,
    },
    /// Cells far right of the last heading.
    FarRight,
    /// A second table right of the first one, which was not read.
    TableToTheRight {
        /// Its first heading.
        heading: String,
    },
    /// A row with values but without a name.
    NoName,
    /// A row with a number such as 17.1, without a row 17 above it.
    OrphanNumber {
        /// The number of the row that is missing.
        whole: String,
        /// The name of the row.
        name: String,
    },
    /// A row that only checks sums.
    SumCheck {
        /// Its name.
        name: String,
    },
}

impl SheetProblem {
    /// The rule that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        match self {
            Self::NoHeader | Self::NearlyHeader { .. } => Rule::NoTable,
            Self::NoTable { has_numbers: true, .. }
            | Self::TableEnds { has_numbers: true, .. }
            | Self::TableToTheRight { .. }
            | Self::FarRight => Rule::ValuesOutside,
            Self::NoTable { has_numbers: false, .. }
            | Self::TableEnds { has_numbers: false, .. }
            | Self::Hidden { .. }
            | Self::SumCheck { .. } => Rule::OutsideTable,
            Self::OverlappingMerges => Rule::OverlappingMerges,
            Self::NoName => Rule::NoName,
            Self::OrphanNumber { .. } => Rule::OrphanNumber,
        }
    }
}
