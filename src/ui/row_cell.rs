//! The cells of a row of a list, and where its unit is.

use crate::app::ListColumn;

/// A column besides the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowCell {
    Unit,
    Plan,
    Figure,
    Gauge,
    Percent,
    Change,
    Sparkline,
}

impl RowCell {
    /// The cell of a column that the user can hide; the gauge goes with the percent.
    pub(super) fn of(column: ListColumn) -> Self {
        match column {
            ListColumn::Unit => Self::Unit,
            ListColumn::Plan => Self::Plan,
            ListColumn::Actual => Self::Figure,
            ListColumn::Percent => Self::Percent,
            ListColumn::Change => Self::Change,
            ListColumn::Periods => Self::Sparkline,
        }
    }
}

/// Where the unit of an indicator is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum UnitPlace {
    /// In its column, or nowhere if that is not shown.
    #[default]
    Column,
    /// After the name.
    AfterName,
    /// After the figure.
    AfterFigure,
}
