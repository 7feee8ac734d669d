//! The columns that make one indicator of a row.

use super::plan_period::ColumnPeriods;
use super::value_columns::ValueColumns;

/// The columns that make one indicator of a row.
#[derive(Debug, Clone, Default)]
pub(in crate::dataset::table) struct ValueGroup {
    /// Whether it is of the main measure: then its indicator has the notes about the row as a whole.
    pub(in crate::dataset::table) is_main: bool,
    /// Its plan and its actuals, and what they are of.
    pub(in crate::dataset::table) columns: ValueColumns,
    /// Comparisons of the actual, in the order in which they are shown.
    pub(in crate::dataset::table) comparisons: Vec<usize>,
    pub(in crate::dataset::table) rankings: Vec<usize>,
    /// Verdict columns that are ticked with crosses.
    pub(in crate::dataset::table) crosses: Vec<usize>,
    pub(in crate::dataset::table) scale: Option<usize>,
    pub(in crate::dataset::table) verdict: Option<usize>,
    pub(in crate::dataset::table) id: Option<usize>,
    /// Columns that are only shown in the note.
    pub(in crate::dataset::table) kept: Vec<usize>,
    /// The periods of plan and actual.
    pub(in crate::dataset::table) periods: ColumnPeriods,
}

impl ValueGroup {
    /// The columns that contain values of the indicator.
    pub(in crate::dataset::table) fn values(&self) -> impl Iterator<Item = usize> + '_ {
        let one = self.columns.plan.into_iter().chain(self.columns.actual);
        let many = [&self.columns.earlier, &self.comparisons, &self.rankings, &self.crosses];
        one.chain(many.into_iter().flatten().copied())
    }
}
