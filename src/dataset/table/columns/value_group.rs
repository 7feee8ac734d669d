//! The columns that make one indicator of a row.

use std::sync::Arc;

use super::column_indicators::ColumnIndicator;
use super::measure_groups::MeasureGroup;
use super::plan_period::ColumnPeriods;
use super::slice::Slice;

/// The columns that make one indicator of a row.
#[derive(Debug, Clone, Default)]
pub(in crate::dataset::table) struct ValueGroup {
    /// Whether it is of the main measure: then its indicator has the notes about the row as a whole.
    pub(in crate::dataset::table) is_main: bool,
    /// The measure, if the rows of the table contain several.
    pub(in crate::dataset::table) measure: Option<MeasureGroup>,
    /// The indicator that the columns are of, if the rows are places or periods.
    pub(in crate::dataset::table) indicator: Option<Arc<ColumnIndicator>>,
    /// The class that the columns are of, if the rows are split into classes: "Nữ".
    pub(in crate::dataset::table) class: Option<Arc<str>>,
    /// The place and period of the columns, if the table contains several.
    pub(in crate::dataset::table) slice: Slice,
    pub(in crate::dataset::table) plan: Option<usize>,
    pub(in crate::dataset::table) actual: Option<usize>,
    /// Actuals of other periods.
    pub(in crate::dataset::table) earlier: Vec<usize>,
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
        let one = self.plan.into_iter().chain(self.actual);
        let many = [&self.earlier, &self.comparisons, &self.rankings, &self.crosses];
        one.chain(many.into_iter().flatten().copied())
    }
}
