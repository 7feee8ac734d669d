//! A figure of the comparison: a number and what it is.

use rust_decimal::Decimal;

use super::grid::Grid;

/// The figure of a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The figure; of a rank the position, from 1.
    pub value: Decimal,
    /// What it is.
    pub kind: FigureKind,
    /// Whether it was not published.
    pub derived: bool,
}

/// What a figure is; only figures of one kind are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureKind {
    /// A result, in the unit of its indicator.
    Value,
    /// A percent of plan.
    Percent,
    /// A difference, in the unit of the indicator.
    Difference,
    /// A change in percent.
    PercentChange,
    /// A change in percentage points.
    PointChange,
    /// A change in places of a ranking.
    PlaceChange,
    /// A rank among this many places.
    Rank(u32),
}

impl FigureKind {
    pub(super) fn order(self) -> u8 {
        match self {
            Self::Value | Self::Percent | Self::Difference | Self::Rank(_) => 0,
            Self::PercentChange => 1,
            Self::PointChange => 2,
            Self::PlaceChange => 3,
        }
    }

    /// Whether it is a change, which is written with its sign.
    #[must_use]
    pub fn is_change(self) -> bool {
        matches!(
            self,
            Self::Difference | Self::PercentChange | Self::PointChange | Self::PlaceChange
        )
    }
}

/// The figures of all cells, by their numbers.
pub(super) fn each(grid: &Grid, figure: impl Fn(usize) -> Option<Figure>) -> Vec<Option<Figure>> {
    (0..grid.cells.len()).map(figure).collect()
}
