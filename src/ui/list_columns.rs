//! The widths of the columns of a list of indicators.
//!
//! Names have priority. In a wide list the room that they and the gauge do not need goes to the unit, the plan
//! and a sparkline, in this order.

use super::words::Words;
use crate::app::{DetailWidth, FigureWidth};
use crate::text::truncate;

/// The widths of the columns of a list, in screen columns; 0 for a column that is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) name: usize,
    pub(super) unit: usize,
    pub(super) plan: usize,
    pub(super) figure: usize,
    pub(super) gauge: usize,
    pub(super) percent: usize,
    pub(super) sparkline: usize,
    /// Whether figure, gauge and percent are under the name rather than right of it.
    pub(super) stacked: bool,
    /// The most lines of a name.
    pub(super) name_lines: usize,
}

/// The width of the selection marker, the status marker and a space.
pub(super) const LEAD: usize = 3;
const PERCENT: usize = 7;
const NAME_LINES: usize = 3;
/// A width that few names exceed.
const LONG_NAME: usize = 60;
/// The fewest cells of a gauge; a shorter one shows less than its number.
const SHORTEST_GAUGE: usize = 6;
/// The columns of a name and of a gauge that a wide list keeps when other columns need room.
const WIDE_NAME: usize = 44;
const WIDE_GAUGE: usize = 14;
/// The most columns for a unit, a plan and a sparkline.
const UNIT: usize = 14;
const PLAN: usize = 14;
const SPARKLINE: usize = 12;

impl Columns {
    /// Columns for a list of `width` with the widest figures of `figure`.
    pub(super) fn new(width: usize, figure: FigureWidth, words: Words) -> Self {
        let estimate = match figure.estimate {
            0 => 0,
            estimate => truncate::width(words.estimate()) + 1 + estimate,
        };
        let figure = figure.plain.max(estimate).clamp(8, 16);
        let narrow = Self {
            name: width.saturating_sub(LEAD),
            unit: 0,
            plan: 0,
            figure,
            gauge: 0,
            percent: PERCENT,
            sparkline: 0,
            stacked: true,
            name_lines: NAME_LINES,
        };
        if width < 50 {
            let gauge = width.saturating_sub(LEAD + figure + PERCENT + 2).min(20);
            let gauge = if gauge < SHORTEST_GAUGE { 0 } else { gauge };
            return Self { gauge, ..narrow };
        }
        // Names have priority: the gauge takes a small share of the width, and what names leave unused.
        let others = LEAD + figure + PERCENT + 3;
        let gauge = ((width - 26) / 6).max(width.saturating_sub(others + LONG_NAME)).clamp(8, 40);
        let name = width.saturating_sub(others + gauge);
        Self { name, gauge, stacked: false, ..narrow }
    }

    /// Columns with one line for each indicator: as `new` if there is room, else without the figure.
    pub(super) fn one_line(width: usize, figure: FigureWidth, words: Words) -> Self {
        let columns = Self { name_lines: 1, ..Self::new(width.max(50), figure, words) };
        if width >= 50 {
            return columns;
        }
        let (gauge, percent) = (8, PERCENT - 1);
        let name = width.saturating_sub(LEAD + gauge + percent + 2);
        Self { name, figure: 0, gauge, percent, ..columns }
    }

    /// The same columns for a list of `lines`, into which a row of full height may not fit.
    pub(super) fn within(self, lines: u16) -> Self {
        let room = usize::from(lines).saturating_sub(self.stacked.into()).max(1);
        Self { name_lines: self.name_lines.min(room), ..self }
    }

    /// The same width with those columns of a wide list that fit.
    pub(super) fn with_wide(self, wanted: DetailWidth) -> Self {
        if self.stacked {
            return self;
        }
        let of_gauge = self.gauge.saturating_sub(WIDE_GAUGE);
        let of_name = self.name.saturating_sub(WIDE_NAME);
        let mut free = of_gauge + of_name;
        let mut taken = |wanted: usize, most: usize| {
            let width = wanted.min(most);
            let fits = width > 0 && width < free;
            free -= if fits { width + 1 } else { 0 };
            if fits { width } else { 0 }
        };
        let unit = taken(wanted.unit, UNIT);
        let plan = taken(wanted.plan, PLAN);
        let sparkline = taken(wanted.periods, SPARKLINE);
        let used = of_gauge + of_name - free;
        let gauge = self.gauge - used.min(of_gauge);
        let name = self.name - used.saturating_sub(of_gauge);
        Self { name, unit, plan, sparkline, gauge, ..self }
    }

    /// The column at which the unit, or the first column after the name, begins.
    pub(super) fn after_name(&self) -> usize {
        LEAD + self.name + 1
    }

    /// The width of unit and plan with the spaces after them.
    pub(super) fn before_figure(&self) -> usize {
        [self.unit, self.plan].into_iter().filter(|width| *width > 0).map(|width| width + 1).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Lang;
    use proptest::prelude::*;

    fn total(columns: Columns) -> usize {
        let sparkline = if columns.sparkline > 0 { columns.sparkline + 1 } else { 0 };
        columns.after_name()
            + columns.before_figure()
            + columns.figure
            + 1
            + columns.gauge
            + 1
            + columns.percent
            + sparkline
    }

    #[test]
    fn a_wide_list_has_unit_plan_and_sparkline() {
        let columns =
            Columns::new(130, FigureWidth { plain: 9, estimate: 0 }, Words(Lang::Vietnamese));
        let wide = columns.with_wide(DetailWidth { unit: 8, plan: 7, periods: 6 });
        assert_eq!((wide.unit, wide.plan, wide.sparkline), (8, 7, 6));
        assert!(wide.name >= WIDE_NAME && wide.gauge >= WIDE_GAUGE);
    }

    proptest! {
        #[test]
        fn the_width_stays_and_names_keep_their_share(
            width in 50usize..220, unit in 0usize..20, plan in 0usize..20, periods in 0usize..20,
        ) {
            let columns = Columns::new(width, FigureWidth::default(), Words(Lang::Vietnamese));
            let wide = columns.with_wide(DetailWidth { unit, plan, periods });
            prop_assert_eq!(total(wide), total(columns));
            prop_assert!(wide.name >= columns.name.min(WIDE_NAME));
            prop_assert!(wide.gauge >= columns.gauge.min(WIDE_GAUGE));
        }
    }
}
