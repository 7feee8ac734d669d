//! What is wrong or doubtful in a file, as data.

use super::cell_problem::CellProblem;
use super::collection_problem::CollectionProblem;
use super::column_problem::ColumnProblem;
use super::file_problem::FileProblem;
use super::json_problem::JsonProblem;
use super::layout_inference::LayoutInference;
use super::lossless_problem::LosslessProblem;
use super::names_problem::NamesProblem;
use super::rule::{Rule, Severity};
use super::sheet_problem::SheetProblem;
use super::workbook_problem::{HiddenPart, WorkbookProblem};
use crate::dataset::prose::TextMismatch;
use crate::model::{TotalsMismatch, Warning};

/// What is wrong or doubtful in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file as a whole, whatever its format.
    File(FileProblem),
    /// A dataset in JSON.
    Json(JsonProblem),
    /// A list of names.
    Names(NamesProblem),
    /// A lossless table.
    Lossless(LosslessProblem),
    /// A workbook, and what its cells store.
    Workbook(WorkbookProblem),
    /// The layout of a table.
    Sheet(SheetProblem),
    /// What was inferred about the layout of a table.
    Layout(LayoutInference),
    /// A column of a table.
    Column(ColumnProblem),
    /// A cell or a row of a table.
    Cell(CellProblem),
    /// Several files that are opened together.
    Collection(CollectionProblem),
    /// A published figure contradicts another.
    Check(Warning),
    /// Published totals contradict the counted statuses.
    Totals(TotalsMismatch),
    /// A dataset contradicts the text that it carries.
    Text(TextMismatch),
    /// Indicators that are to be reviewed.
    Draft {
        /// How many.
        count: usize,
    },
    /// Further problems of a rule, which were only counted.
    More {
        /// The rule.
        rule: Rule,
        /// How many.
        count: usize,
    },
}

/// The order in which diagnostics are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// Part of the file could not be read.
    Error,
    /// The status of an indicator depends on it.
    DecidesStatus,
    /// Another warning.
    Warning,
    /// How the file was read.
    Note,
}

impl Problem {
    /// The rule that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        match self {
            Self::File(problem) => problem.rule(),
            Self::Json(problem) => problem.rule(),
            Self::Names(_) => Rule::NameList,
            Self::Lossless(problem) => problem.rule(),
            Self::Workbook(problem) => problem.rule(),
            Self::Sheet(problem) => problem.rule(),
            Self::Layout(inference) => inference.rule(),
            Self::Column(problem) => problem.rule(),
            Self::Cell(problem) => problem.rule(),
            Self::Collection(problem) => problem.rule(),
            Self::Check(warning) => Rule::of(warning),
            Self::Totals(_) => Rule::TotalsAgainstCount,
            Self::Text(TextMismatch::UnclaimedNumber { .. }) => Rule::UnclaimedNumber,
            Self::Text(_) => Rule::FigureNotInSource,
            Self::Draft { .. } => Rule::Draft,
            Self::More { rule, .. } => *rule,
        }
    }

    /// How early it is listed.
    #[must_use]
    pub fn priority(&self) -> Priority {
        match self.rule().severity() {
            Severity::Error => Priority::Error,
            _ if self.decides_status() => Priority::DecidesStatus,
            Severity::Warning => Priority::Warning,
            Severity::Note => Priority::Note,
        }
    }

    /// Whether the status of an indicator depends on it.
    fn decides_status(&self) -> bool {
        match self {
            Self::Column(problem) => problem.decides_status(),
            Self::Cell(problem) => problem.decides_status(),
            Self::Check(warning) => matches!(
                warning,
                Warning::PercentAgainstPlan { .. }
                    | Warning::VerdictAgainstFigures { .. }
                    | Warning::VerdictAgainstValues { .. }
                    | Warning::DirectionAgainstPercent { .. }
            ),
            Self::File(_)
            | Self::Json(_)
            | Self::Names(_)
            | Self::Lossless(_)
            | Self::Workbook(_)
            | Self::Sheet(_)
            | Self::Layout(_)
            | Self::Collection(_)
            | Self::Totals(_)
            | Self::Text(_)
            | Self::Draft { .. }
            | Self::More { .. } => false,
        }
    }

    /// What a workbook hides and was left out, if it is about that.
    #[must_use]
    pub fn hidden(&self) -> Option<HiddenPart> {
        match self {
            Self::Workbook(WorkbookProblem::Hidden { part, .. }) => Some(*part),
            Self::Sheet(SheetProblem::Hidden { .. }) => Some(HiddenPart::Sheet),
            _ => None,
        }
    }
}

/// Declares the conversion of each family.
macro_rules! families {
    ($($family:ident($problem:ty),)*) => {
        $(impl From<$problem> for Problem {
            fn from(problem: $problem) -> Self {
                Self::$family(problem)
            }
        })*
    };
}

families! {
    File(FileProblem),
    Json(JsonProblem),
    Names(NamesProblem),
    Lossless(LosslessProblem),
    Workbook(WorkbookProblem),
    Sheet(SheetProblem),
    Layout(LayoutInference),
    Column(ColumnProblem),
    Cell(CellProblem),
    Collection(CollectionProblem),
    Check(Warning),
}
