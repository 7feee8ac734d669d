//! How a comparison column is read.

use super::comparison_kind::Meaning;
use crate::dataset::table::columns::note_reason::NoteReason;

/// The result for a comparison column. A group is given by its index.
#[derive(Debug, Clone)]
pub(in crate::dataset::table) enum ComparisonReading {
    /// A comparison of the actual of a group.
    Of { group: usize, found: ComparisonColumn },
    /// Not used: shown in the note of a group. Without a reason, nothing says what it compares with.
    Kept { at: usize, why: Option<NoteReason>, group: usize },
}

/// A comparison column of an actual.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::dataset::table) struct ComparisonColumn {
    pub(in crate::dataset::table) at: usize,
    /// Whether it compares with the plan; otherwise with an earlier value.
    pub(in crate::dataset::table) with_plan: bool,
    /// The column of the earlier value, if the table has it.
    pub(in crate::dataset::table) base: Option<usize>,
    /// The period of the base, as it is shown.
    pub(in crate::dataset::table) period: String,
    pub(in crate::dataset::table) meaning: Meaning,
    /// Whether its positive numbers are falls: "Giảm (%)".
    pub(in crate::dataset::table) is_fall: bool,
    /// The number of sampled rows that are consistent with the meaning; 0 if the heading alone decided.
    pub(in crate::dataset::table) evidence: usize,
    /// The number of sampled rows, if not all rows were sampled.
    pub(in crate::dataset::table) of: Option<usize>,
    /// The number of rows that have both compared values.
    pub(in crate::dataset::table) tested: usize,
    /// Whether its heading alone says what it compares, and no row has the values that could contradict it.
    pub(in crate::dataset::table) is_stated: bool,
    /// Whether it compares another period than most columns do, in a table without actuals.
    pub(in crate::dataset::table) of_other: bool,
}
