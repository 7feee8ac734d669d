//! The grid of the comparison: which result is in which cell. It is built once for a turn.

use rust_decimal::Decimal;

use super::turn::Turn;
use crate::app::{PlaceGroup, most_frequent};
use crate::model::{Better, Period, Status, ValueRange};

/// A period as a key: one that cannot be placed in time has the number of its text.
pub(super) type PeriodKey = (Option<Period>, usize);

/// The results of a turn, by row and column.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    pub(super) turn: Turn,
    pub(super) rows: Vec<Head>,
    pub(super) columns: Vec<Head>,
    /// Row by row.
    pub(super) cells: Vec<Option<Cell>>,
    /// Whether there are more rows, which were left out.
    pub(super) is_cut: bool,
    pub(super) widths: HeadWidths,
    /// The group that the most rows are of, if they are places.
    pub(super) main_group: Option<PlaceGroup>,
    /// The least and the greatest result.
    pub(super) scale: Option<ValueRange>,
}

/// The widths of the widest headings, in screen columns.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct HeadWidths {
    /// The name, indented by two columns for each parent.
    pub name: usize,
    /// The unit.
    pub unit: usize,
    /// The widest name of a column, but for periods, which are short.
    pub column: usize,
}

/// What a row or a column is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Head {
    /// An indicator.
    Indicator {
        /// The number of one of the indicators that are the same.
        indicator: usize,
        /// Which direction is better, if it is known.
        better: Option<Better>,
        /// The period of its results, if that is not the one of the slice.
        period: Option<Period>,
        /// Whether another indicator of the grid has its name: only their sections distinguish them.
        shares_name: bool,
        /// The number of wholes among the rows above that it is a part of.
        depth: u8,
        /// Whether the whole that it is directly a part of is not among them.
        lacks_whole: bool,
    },
    /// A place, by the position of one of its datasets.
    Place {
        /// The position of the dataset.
        dataset: usize,
        /// The places that it is ranked among; `None` for a file that names none, and for all places together.
        group: Option<PlaceGroup>,
    },
    /// A period.
    Period {
        /// The position of a dataset that has it, for its text.
        dataset: usize,
        /// The period, if it can be placed in time.
        period: Option<Period>,
    },
}

impl Head {
    /// The places that a place is ranked among.
    #[must_use]
    pub fn group(&self) -> Option<PlaceGroup> {
        match self {
            Self::Place { group, .. } => *group,
            Self::Indicator { .. } | Self::Period { .. } => None,
        }
    }
}

/// The group that the most of some places are in; of several the finest.
#[must_use]
pub fn main_group(heads: &[Head]) -> Option<PlaceGroup> {
    most_frequent(heads.iter().filter_map(Head::group))
}

/// A result in the grid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// The number of the indicator that has the result.
    pub indicator: u32,
    /// The position among the values that the source gives next to another result; `None` for the result itself.
    pub next_to: Option<u16>,
    /// The figure; `None` if there is none or it is in words.
    pub value: Option<Decimal>,
    /// The status of the result.
    pub status: Status,
    /// Whether it was published as an estimate.
    pub estimate: bool,
    /// Whether that estimate is preliminary.
    pub preliminary: bool,
    /// Whether it was published in words.
    pub words: bool,
    /// Whether nothing but a plan with a target is known.
    pub only_plan: bool,
    /// The width of the result in words, or of the plan that is shown in its place, in screen columns.
    pub text: u8,
}

impl Grid {
    /// Whether a row is one of the places that most are like, and no total of them; true of what is no place.
    #[must_use]
    pub fn is_part(&self, head: Head) -> bool {
        match head {
            Head::Place { group: own @ Some(_), .. } => own == self.main_group,
            Head::Place { group: None, .. } => self.main_group.is_none(),
            Head::Indicator { .. } | Head::Period { .. } => true,
        }
    }

    /// Returns what the rows and columns are.
    #[must_use]
    pub fn turn(&self) -> Turn {
        self.turn
    }

    /// Returns the rows.
    #[must_use]
    pub fn rows(&self) -> &[Head] {
        &self.rows
    }

    /// Returns the columns.
    #[must_use]
    pub fn columns(&self) -> &[Head] {
        &self.columns
    }

    /// Whether there are more rows, which were left out.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Returns the widths of the headings.
    #[must_use]
    pub fn widths(&self) -> HeadWidths {
        self.widths
    }

    /// Returns the least and the greatest result of the rows that are most alike; a total of places may be above it.
    #[must_use]
    pub fn scale(&self) -> Option<ValueRange> {
        self.scale
    }

    /// Whether any result has a status.
    #[must_use]
    pub fn has_status(&self) -> bool {
        self.cells.iter().flatten().any(|cell| cell.status != Status::NotAssessed)
    }

    /// Whether any result has this status.
    #[must_use]
    pub fn has(&self, status: Status) -> bool {
        self.cells.iter().flatten().any(|cell| cell.status == status)
    }

    /// Whether any result is an estimate of this kind: preliminary or not.
    #[must_use]
    pub fn has_estimate(&self, preliminary: bool) -> bool {
        let is_of_kind = |cell: &Cell| cell.estimate && cell.preliminary == preliminary;
        self.cells.iter().flatten().any(is_of_kind)
    }

    /// Returns the number of periods from the first column to each: 0, 1, 2 … without gaps. `None` if the columns
    /// are not periods of one kind.
    #[must_use]
    pub fn steps(&self) -> Option<Vec<usize>> {
        let period = |head: &Head| match head {
            Head::Period { period, .. } => *period,
            Head::Indicator { .. } | Head::Place { .. } => None,
        };
        let first = self.columns.first().and_then(period)?;
        let step = |head| usize::try_from(period(head)?.steps_since(first)?).ok();
        self.columns.iter().map(step).collect()
    }

    /// Returns the result in a cell.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.row(row).get(column)?.as_ref()
    }

    /// Whether a result is above the scale: that of a total.
    #[must_use]
    pub fn is_above_scale(&self) -> bool {
        let high = self.scale.map(|scale| scale.high);
        let mut values = self.cells.iter().flatten().filter_map(|cell| cell.value);
        high.is_some_and(|high| values.any(|value| value > high))
    }

    /// Returns the cells of a row.
    pub(super) fn row(&self, row: usize) -> &[Option<Cell>] {
        let width = self.columns.len();
        self.cells.get(row * width..(row + 1) * width).unwrap_or_default()
    }

    /// Whether there is something to compare.
    pub(super) fn is_worth_showing(&self) -> bool {
        let several = |heads: &[Head]| heads.len() > 1;
        match self.turn {
            Turn::IndicatorsByPeriod | Turn::IndicatorsByPlace => {
                several(&self.columns) && !self.rows.is_empty()
            }
            Turn::PlacesByPeriod => several(&self.rows) && !self.columns.is_empty(),
            Turn::PlacesByIndicator => several(&self.rows) && several(&self.columns),
            Turn::SmallMultiples => several(&self.rows) && several(&self.columns),
        }
    }
}
