//! Problems of a workbook: why it cannot be read, and what its sheets store that was not read.

use super::rule::Rule;

/// A problem of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkbookProblem {
    /// It exceeds a limit.
    Limit(WorkbookLimit),
    /// It is encrypted.
    Password,
    /// It is damaged or violates its format.
    Damaged(Damage),
    /// Formulas without stored results.
    NoResult(NamedCells),
    /// Text that is struck out.
    StruckOut(NamedCells),
    /// Superscript text after a number.
    RaisedText(NamedCells),
    /// Cells that contradict their format.
    OddCells(NamedCells),
    /// Hidden rows or columns.
    Hidden {
        /// Which, and how many.
        part: HiddenPart,
        /// The first of them: "3, 5–6" or "C, E–F".
        named: String,
    },
    /// A sheet without cells.
    NoCells {
        /// Its name.
        sheet: String,
        /// What it is.
        kind: SheetKind,
    },
    /// A sheet whose part is not in the file.
    NoPart {
        /// Its name.
        sheet: String,
    },
}

/// What a workbook hides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HiddenPart {
    /// So many rows of a sheet.
    Rows(usize),
    /// So many columns of a sheet.
    Columns(usize),
    /// A sheet.
    Sheet,
}

/// Some cells of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedCells {
    /// How many.
    pub count: usize,
    /// The first of them: "B3, D4, …".
    pub named: String,
}

/// A sheet that has no cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetKind {
    /// A chart.
    Chart,
    /// A dialog.
    Dialog,
    /// Macros.
    Macros,
}

/// A limit that a workbook exceeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkbookLimit {
    /// It unpacks to more than so many MiB.
    Unpacked(u64),
    /// A cell has more than so many MiB.
    CellText(usize),
    /// A sheet has more than so many MiB of text.
    SheetText(u64),
    /// A sheet has more than so many cells.
    Cells(usize),
    /// A sheet reaches over more than so many cells.
    Area(usize),
    /// A sheet has more than so many merged cells.
    Merges(usize),
    /// A cell is in a column that is not read.
    Column {
        /// The column, from 1.
        column: usize,
        /// The last column that is read.
        most: usize,
    },
    /// It repeats more cells than a file of its size has.
    Repeated,
}

/// How a workbook is damaged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// Its offsets contradict each other.
    Contradictory,
    /// The list of its parts cannot be read.
    NoParts {
        /// What the library says.
        reason: String,
    },
    /// A part is missing.
    NoPart {
        /// Its path.
        path: String,
    },
    /// A compound file without a workbook.
    NoWorkbook,
    /// It names a sheet that is not in it.
    NoSheet,
    /// A cell outside what the format has.
    CellOutside {
        /// The row, from 1.
        row: usize,
        /// The column, from 1.
        column: usize,
    },
    /// A row outside what the format has.
    RowOutside {
        /// The row, from 1.
        row: usize,
    },
    /// A column outside what the format has.
    ColumnOutside {
        /// The column, from 1.
        column: usize,
        /// The last column of the format.
        most: usize,
    },
    /// A sheet states more rows or columns than the format has.
    SheetSize,
    /// Anything else, in the words of the library.
    Other {
        /// What the library says.
        reason: String,
    },
}

impl WorkbookProblem {
    /// The rule that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        match self {
            Self::Limit(_) => Rule::Limit,
            Self::Password | Self::Damaged(_) => Rule::Workbook,
            Self::NoResult(_) => Rule::FormulaWithoutResult,
            Self::StruckOut(_) => Rule::StruckOut,
            Self::RaisedText(_) => Rule::RaisedText,
            Self::OddCells(_) | Self::NoPart { .. } => Rule::OddCell,
            Self::Hidden { .. } => Rule::HiddenCells,
            Self::NoCells { .. } => Rule::OutsideTable,
        }
    }
}

impl From<String> for WorkbookProblem {
    /// A damage in the words of a library.
    fn from(reason: String) -> Self {
        Self::Damaged(Damage::Other { reason })
    }
}

impl From<WorkbookLimit> for WorkbookProblem {
    fn from(limit: WorkbookLimit) -> Self {
        Self::Limit(limit)
    }
}

impl From<Damage> for WorkbookProblem {
    fn from(damage: Damage) -> Self {
        Self::Damaged(damage)
    }
}
