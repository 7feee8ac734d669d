//! The columns of the list of indicators that can be shown or not.

use super::{App, SortBy};

/// A column of the list besides the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListColumn {
    /// The unit.
    Unit,
    /// The target of the plan.
    Plan,
    /// The result.
    Actual,
    /// The percent of plan, with its gauge.
    Percent,
    /// The change against the period before.
    Change,
    /// The results of the periods, as a sparkline.
    Periods,
}

impl ListColumn {
    /// All of them, from left to right.
    pub const ALL: [Self; 6] =
        [Self::Unit, Self::Plan, Self::Actual, Self::Percent, Self::Change, Self::Periods];

    /// The key that sorts by the column.
    #[must_use]
    pub fn sort_key(self) -> SortBy {
        match self {
            Self::Unit => SortBy::Unit,
            Self::Plan => SortBy::Plan,
            Self::Actual => SortBy::Actual,
            Self::Percent => SortBy::Percent,
            Self::Change => SortBy::Change,
            Self::Periods => SortBy::Trend,
        }
    }
}

/// The columns that the user does not want.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct HiddenColumns([bool; ListColumn::ALL.len()]);

impl App {
    /// Whether the list shows a column if there is room and data for it.
    #[must_use]
    pub fn wants(&self, column: ListColumn) -> bool {
        !self.hidden_columns.0[column as usize]
    }

    pub(super) fn toggle_column(&mut self, column: ListColumn) {
        let hidden = &mut self.hidden_columns.0[column as usize];
        *hidden = !*hidden;
    }
}
