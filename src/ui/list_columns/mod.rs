//! The widths of the columns of a list of indicators.
//!
//! Names have priority. The room that they and the gauge do not need goes to the unit, the plan, the change and a
//! sparkline, in this order, as far as the data has them. Without a column that holds all units whole they follow
//! the names, or the figures below the names.

mod below_names;
mod right_of_names;
mod two_lists;

pub(super) use super::row_cell::{RowCell, UnitPlace};
use super::wanted_columns::Wanted;

use RowCell::{Change, Figure, Gauge, Percent, Plan, Sparkline, Unit};

/// The columns from left to right, next to the names and below them.
const ORDER: [RowCell; 7] = [Unit, Plan, Figure, Gauge, Percent, Change, Sparkline];
const ORDER_BELOW: [RowCell; 7] = [Figure, Unit, Plan, Gauge, Percent, Change, Sparkline];

/// The widths of the columns of a list, in screen columns.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Columns {
    /// The columns before the names.
    pub(super) lead: usize,
    pub(super) name: usize,
    /// The width of each [`RowCell`]; 0 for one that is not shown.
    widths: [usize; ORDER.len()],
    /// Whether the other columns are under the name rather than right of it.
    pub(super) stacked: bool,
    /// The most lines of a name.
    pub(super) name_lines: usize,
    /// Where the unit is.
    pub(super) unit: UnitPlace,
    /// Whether the figure follows the name, with its unit.
    pub(super) figure_after_name: bool,
}

const PERCENT: usize = 7;
/// The columns of a rank in place of percents: "hạng 22/63".
const RANK: usize = 10;
/// The most lines of a name with what follows it.
const NAME_LINES: usize = 3;
/// The fewest cells of a gauge; a shorter one shows less than its number.
const SHORTEST_GAUGE: usize = 6;
/// The most cells of a gauge with nothing right of it.
const WIDEST_GAUGE: usize = 40;
/// The most columns for a unit, a change and a sparkline.
const UNIT: usize = 16;
const CHANGE: usize = 13;
const SPARKLINE: usize = 24;
/// The least width of a list whose columns are right of the names.
const SIDE_BY_SIDE: usize = 50;

impl Columns {
    /// Columns for a list of `width`.
    pub(super) fn new(width: usize, wanted: Wanted) -> Self {
        let columns = Self::with_unit_column(width, wanted);
        // After its name no unit is cut.
        if columns.unit != UnitPlace::Column || columns.width(Unit) == wanted.unit {
            return columns;
        }
        let columns = Self::with_unit_column(width, wanted.unit_after_name());
        Self { unit: UnitPlace::AfterName, ..columns }
    }

    fn with_unit_column(width: usize, wanted: Wanted) -> Self {
        if width < SIDE_BY_SIDE {
            Self::below(width, wanted)
        } else {
            Self::right_of_names(width, wanted)
        }
    }

    /// The width of a column; 0 if it is not shown.
    pub(super) fn width(&self, cell: RowCell) -> usize {
        self.widths[cell as usize]
    }

    /// Whether a column is shown.
    pub(super) fn has(&self, cell: RowCell) -> bool {
        self.width(cell) > 0
    }

    /// These columns with another width of one of them.
    fn with(mut self, cell: RowCell, width: usize) -> Self {
        self.widths[cell as usize] = width;
        self
    }

    /// The columns that the shown ones take, each with the space before it.
    fn taken(&self) -> usize {
        self.widths.iter().filter(|width| **width > 0).map(|width| width + 1).sum()
    }

    /// Whether these show a plan, a change or the periods, and the others do not.
    pub(super) fn says_more_than(&self, others: &Self) -> bool {
        [Plan, Change, Sparkline].into_iter().any(|cell| self.has(cell) && !others.has(cell))
    }

    /// These columns for a list that cuts no name.
    pub(super) fn with_whole_names(self) -> Self {
        Self { name_lines: usize::MAX, ..self }
    }

    /// These columns with names as wide as the widest one, as far as a list of `width` leaves room.
    pub(super) fn with_names_to(self, width: usize, widest: usize) -> Self {
        let free = width.saturating_sub(self.lead + self.name + self.taken());
        let more = if self.stacked { 0 } else { widest.saturating_sub(self.name).min(free) };
        Self { name: self.name + more, ..self }
    }

    /// These columns with a gauge that takes what a list of `width` leaves.
    pub(super) fn with_gauge_to(self, width: usize) -> Self {
        if self.stacked || !self.has(Gauge) {
            return self;
        }
        let free = width.saturating_sub(self.lead + self.name + self.taken());
        let gauge = self.width(Gauge);
        self.with(Gauge, (gauge + free).min(gauge.max(WIDEST_GAUGE)))
    }

    /// These columns for a list of `lines`, into which a row of full height may not fit.
    pub(super) fn within(self, lines: u16) -> Self {
        let room = usize::from(lines).saturating_sub(self.stacked.into()).max(1);
        Self { name_lines: self.name_lines.min(room), ..self }
    }

    /// Where a column begins; without a meaning for one that is not shown.
    pub(super) fn offset(&self, cell: RowCell) -> usize {
        let (start, order) = if self.stacked {
            (self.lead, ORDER_BELOW)
        } else {
            (self.lead + self.name + 1, ORDER)
        };
        let before = order.into_iter().take_while(|other| *other != cell);
        let widths = before.map(|other| self.width(other)).filter(|width| *width > 0);
        start + widths.map(|width| width + 1).sum::<usize>()
    }

    /// The width of gauge and percent together.
    pub(super) fn gauge_and_percent(&self) -> usize {
        match (self.width(Gauge), self.width(Percent)) {
            (0, percent) => percent,
            (gauge, percent) => gauge + 1 + percent,
        }
    }
}
