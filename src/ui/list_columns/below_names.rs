//! The columns of a narrow list: the figures are under the names.

use super::{
    CHANGE, Columns, NAME_LINES, PERCENT, RowCell, SHORTEST_GAUGE, SPARKLINE, UNIT, UnitPlace,
    Wanted,
};
use RowCell::{Change, Figure, Gauge, Percent, Sparkline};

/// The least columns for a figure with its unit.
const FIGURE_AND_UNIT: usize = 19;

impl Columns {
    /// Columns under the names.
    pub(super) fn below(width: usize, wanted: Wanted) -> Self {
        let mut columns = Self {
            lead: wanted.lead,
            name: width.saturating_sub(wanted.lead),
            stacked: true,
            name_lines: NAME_LINES,
            ..Self::default()
        };
        if wanted.percent {
            return columns.with_percent_below(width, wanted);
        }
        // As below the names with percents, figures begin where the names do.
        let both = wanted.figure + 1 + wanted.unit.min(UNIT);
        let figure = if wanted.unit > 0 { both } else { wanted.figure };
        let figure = figure.min(width.saturating_sub(wanted.lead));
        columns.unit = UnitPlace::AfterFigure;
        let mut room = width.saturating_sub(wanted.lead + figure);
        columns = columns.with(Figure, figure);
        let rest = [(Change, wanted.change, CHANGE), (Sparkline, wanted.sparkline(), SPARKLINE)];
        for (cell, wanted, most) in rest {
            let width = wanted.min(most);
            if width > 0 && width < room {
                room -= width + 1;
                columns = columns.with(cell, width);
            }
        }
        columns
    }

    /// The figure, with its unit if there is room, the gauge and the percent under the names.
    fn with_percent_below(mut self, width: usize, wanted: Wanted) -> Self {
        let room = width.saturating_sub(wanted.lead + PERCENT + 1);
        let both = wanted.figure + 1 + wanted.unit;
        let before_gauge = room.saturating_sub(SHORTEST_GAUGE + 1);
        let mut figure = wanted.figure;
        if wanted.unit > 0 && figure > 0 && both.min(FIGURE_AND_UNIT) <= before_gauge {
            figure = both.min(before_gauge);
            self.unit = UnitPlace::AfterFigure;
        }
        let gauge = room.saturating_sub(figure + 1).min(20);
        let gauge = if gauge < SHORTEST_GAUGE { 0 } else { gauge };
        self.with(Figure, figure).with(Gauge, gauge).with(Percent, PERCENT)
    }
}
