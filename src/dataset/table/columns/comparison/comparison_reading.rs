//! How a comparison column is read.

use super::comparison_kind::Meaning;
use crate::dataset::table::columns::note_reason::NoteReason;

/// The result for a comparison column. A group is given by its index.
#[derive(Debug, Clone)]
pub(crate) enum ComparisonReading {
    /// A comparison of the actual of a group.
    Of { group: usize, found: ComparisonColumn },
    /// Not used: shown in the note of a group. Without a reason, nothing says what it compares with.
    Kept { at: usize, why: Option<NoteReason>, group: usize },
}

/// A comparison column of an actual.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ComparisonColumn {
    pub(crate) at: usize,
    /// Whether it compares with the plan; otherwise with an earlier value.
    pub(crate) with_plan: bool,
    /// The column of the earlier value, if the table has it.
    pub(crate) base: Option<usize>,
    /// The period of the base, as it is shown.
    pub(crate) period: String,
    pub(crate) meaning: Meaning,
    /// Whether its positive numbers are falls: "Giảm (%)".
    pub(crate) is_fall: bool,
    /// The number of sampled rows that are consistent with the meaning; 0 if the heading alone decided.
    pub(crate) evidence: usize,
    /// The number of sampled rows, if not all rows were sampled.
    pub(crate) of: Option<usize>,
    /// The number of rows that have both compared values.
    pub(crate) tested: usize,
    /// Whether its heading alone says what it compares, and no row has the values that could contradict it.
    pub(crate) is_stated: bool,
    /// Whether it compares another period than most columns do, in a table without actuals.
    pub(crate) of_other: bool,
}
