//! The columns that make one indicator of a row.

use super::plan_period::ColumnPeriods;
use super::value_columns::ValueColumns;

/// The columns that make one indicator of a row.
#[derive(Debug, Clone, Default)]
pub(crate) struct ValueGroup {
    /// Whether it is of the main measure: then its indicator has the notes about the row as a whole.
    pub(crate) is_main: bool,
    /// Its plan and its actuals, and what they are of.
    pub(crate) columns: ValueColumns,
    /// Comparisons of the actual, in the order in which they are shown.
    pub(crate) comparisons: Vec<usize>,
    pub(crate) rankings: Vec<usize>,
    /// Verdict columns that are ticked with crosses.
    pub(crate) crosses: Vec<usize>,
    pub(crate) scale: Option<usize>,
    pub(crate) verdict: Option<usize>,
    pub(crate) id: Option<usize>,
    /// Columns that are only shown in the note.
    pub(crate) kept: Vec<usize>,
    /// The periods of plan and actual.
    pub(crate) periods: ColumnPeriods,
}

impl ValueGroup {
    /// The columns that contain values of the indicator.
    pub(crate) fn values(&self) -> impl Iterator<Item = usize> + '_ {
        let one = self.columns.plan.into_iter().chain(self.columns.actual);
        let many = [&self.columns.earlier, &self.comparisons, &self.rankings, &self.crosses];
        one.chain(many.into_iter().flatten().copied())
    }
}
