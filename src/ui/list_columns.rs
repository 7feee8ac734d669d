//! The widths of the columns of a list of indicators.
//!
//! Names have priority. The room that they and the gauge do not need goes to the unit, the plan, the change and a
//! sparkline, in this order, as far as the data has them. Without a column that holds all units whole they follow
//! the names, or the figures below the names.

pub(super) use super::row_cell::{RowCell, UnitPlace};
use super::wanted_columns::{LONG_NAME, Wanted};

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
/// The most lines of a name with what follows it.
const NAME_LINES: usize = 3;
/// The fewest cells of a gauge; a shorter one shows less than its number.
const SHORTEST_GAUGE: usize = 6;
const LONGEST_GAUGE: usize = 40;
/// The most cells of a gauge with nothing right of it.
const WIDEST_GAUGE: usize = 40;
/// What a name and a gauge keep, from the widest to the narrowest: a narrower name wraps, which is better than a column
/// that is left out.
const KEPT: [Kept; 5] = [
    Kept { name: 44, gauge: 14 },
    Kept { name: 38, gauge: 10 },
    Kept { name: 34, gauge: 8 },
    Kept { name: 28, gauge: 8 },
    Kept { name: 22, gauge: 6 },
];
/// The least width of a list in which names may be narrower for other columns.
const ROOMY: usize = 90;
/// The columns of a name that need not stay if all names are shorter.
const SHORT_NAME: usize = 20;
/// The most columns for a unit, a plan, a change and a sparkline, and for a unit where there is room.
const UNIT: usize = 16;
const PLAN: usize = 14;
const CHANGE: usize = 13;
const SPARKLINE: usize = 24;
const LONG_UNIT: usize = 24;
/// The least columns for a figure with its unit.
const FIGURE_AND_UNIT: usize = 19;
/// The columns between the longest name and its figures that do no harm.
const LEAST_SPARE: usize = 12;
/// The least width of a list whose columns are right of the names.
const SIDE_BY_SIDE: usize = 50;

/// The columns of a name and of a gauge that stay when other columns need room.
#[derive(Debug, Clone, Copy)]
struct Kept {
    name: usize,
    gauge: usize,
}

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

    /// The same columns with another width of one.
    fn with(mut self, cell: RowCell, width: usize) -> Self {
        self.widths[cell as usize] = width;
        self
    }

    /// The columns that the shown ones take, each with the space before it.
    fn taken(&self) -> usize {
        self.widths.iter().filter(|width| **width > 0).map(|width| width + 1).sum()
    }

    /// Columns under the names.
    fn below(width: usize, wanted: Wanted) -> Self {
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

    /// Columns right of the names: those with the widest names and gauges among those that leave the fewest wanted
    /// columns out.
    fn right_of_names(width: usize, wanted: Wanted) -> Self {
        if wanted.percent && wanted.only_targets {
            let columns = Self::right_of_names(width, Wanted { percent: false, ..wanted });
            if columns.has(Plan) {
                return columns;
            }
        }
        let is_roomy = wanted.narrow_names || width >= ROOMY;
        let forms = match (is_roomy, wanted.unit_after_name) {
            (false, _) => &KEPT[..1],
            // With a unit after it a name needs more room.
            (true, true) => &KEPT[..3],
            (true, false) => &KEPT[..],
        };
        let forms: Vec<Self> =
            forms.iter().map(|kept| Self::keeping(width, wanted, *kept)).collect();
        let most = forms.iter().map(Self::extra).max();
        let best = forms.into_iter().find(|form| Some(form.extra()) == most);
        let best = best.unwrap_or_default();
        let with_plan = || Self::with_plan(width, wanted).filter(|_| wanted.plan > 0);
        let best = if best.has(Plan) { best } else { with_plan().unwrap_or(best) };
        best.without_empty_space(wanted)
    }

    /// The columns with the plan, without which an actual says little: names and then the gauge give way to it.
    fn with_plan(width: usize, wanted: Wanted) -> Option<Self> {
        let narrower = KEPT[..4].iter().copied();
        let without_gauge = KEPT.iter().map(|kept| Kept { gauge: 0, ..*kept });
        let forms = narrower.chain(without_gauge);
        forms.map(|kept| Self::keeping(width, wanted, kept)).find(|form| form.has(Plan))
    }

    /// Whether these show a plan, a change or the periods, and the others do not.
    pub(super) fn says_more_than(&self, others: &Self) -> bool {
        [Plan, Change, Sparkline].into_iter().any(|cell| self.has(cell) && !others.has(cell))
    }

    /// The number of columns besides name, figure and percent.
    fn extra(&self) -> usize {
        [Unit, Plan, Change, Sparkline].into_iter().filter(|cell| self.has(*cell)).count()
    }

    fn keeping(width: usize, wanted: Wanted, kept: Kept) -> Self {
        let percent = if wanted.percent { PERCENT } else { 0 };
        let mut columns = Self { lead: wanted.lead, name_lines: NAME_LINES, ..Self::default() }
            .with(Figure, wanted.figure)
            .with(Percent, percent);
        let before_gauge = usize::from(wanted.percent);
        let room = width.saturating_sub(wanted.lead + columns.taken() + before_gauge);
        // The gauge takes a small share of the width, and what names leave unused.
        let gauge = ((width - 26) / 6).max(room.saturating_sub(LONG_NAME)).clamp(8, LONGEST_GAUGE);
        let gauge = if wanted.percent { gauge } else { 0 };
        let name = room.saturating_sub(gauge);
        let kept_name = wanted.name.clamp(SHORT_NAME, kept.name);
        let (of_gauge, of_name) =
            (gauge.saturating_sub(kept.gauge), name.saturating_sub(kept_name));
        let mut free = of_gauge + of_name;
        // In their order: no column is shown while one that says more is left out, except that a sparkline shows
        // a change as well.
        let rest = [
            (Unit, wanted.unit, UNIT),
            (Plan, wanted.plan, PLAN),
            (Change, wanted.change, CHANGE),
            (Sparkline, wanted.sparkline(), SPARKLINE / 2),
        ];
        for (cell, wanted, most) in rest {
            let width = wanted.min(most);
            if width >= free {
                if cell == Change {
                    continue;
                }
                break;
            }
            if width > 0 {
                free -= width + 1;
                columns = columns.with(cell, width);
            }
        }
        if columns.has(Unit) {
            // A name that wraps is better than a unit that is cut.
            let most = wanted.unit.min(LONG_UNIT).min(columns.width(Unit) + free);
            free -= most - columns.width(Unit);
            columns = columns.with(Unit, most);
        }
        let used = of_gauge + of_name - free;
        columns.name = name - used.saturating_sub(of_gauge);
        let gauge = gauge - used.min(of_gauge);
        if gauge >= SHORTEST_GAUGE {
            return columns.with(Gauge, gauge);
        }
        // With the space before it.
        columns.name += gauge + before_gauge;
        columns.with(Gauge, 0)
    }

    /// Gives the room that no name needs to the sparkline and the gauge.
    fn without_empty_space(mut self, wanted: Wanted) -> Self {
        let mut spare = self.name.saturating_sub(wanted.name.max(SHORT_NAME));
        // Two cells and a gap for each period.
        let of_periods = (wanted.periods * 3).saturating_sub(1).min(SPARKLINE);
        let more = of_periods.saturating_sub(self.width(Sparkline));
        if self.has(Sparkline) && wanted.periods * 3 <= SPARKLINE + 1 && more <= spare {
            self = self.with(Sparkline, of_periods.max(self.width(Sparkline)));
            spare -= more;
        }
        if self.has(Gauge) {
            let more = spare.min(LONGEST_GAUGE.saturating_sub(self.width(Gauge)));
            self = self.with(Gauge, self.width(Gauge) + more);
            spare -= more;
        }
        // Farther from the names figures are hard to follow.
        let spare = spare.min(LEAST_SPARE);
        self.name = self.name.min(wanted.name.max(SHORT_NAME) + spare);
        self
    }

    /// The width of a list that shows all that is wanted.
    pub(super) fn needed(wanted: Wanted) -> usize {
        const WIDEST: usize = 400;
        let widest = Self::right_of_names(WIDEST, wanted);
        let gauge = widest.width(Gauge).min(2 * KEPT[1].gauge);
        let widest = widest.with(Gauge, gauge);
        widest.lead + widest.name + widest.taken()
    }

    /// Columns for one of two lists next to each other, with the unit after the name, from the form that says more:
    /// with a column for the figure if there is room, and with the figure after the name as well.
    pub(super) fn halves(width: usize, wanted: Wanted) -> Vec<Self> {
        let short = Wanted { name: LONG_NAME, unit: 0, plan: 0, change: 0, periods: 0, ..wanted };
        let unit = UnitPlace::AfterName;
        let with_figure = Self { unit, ..Self::with_unit_column(width, short) };
        let with_figure = Some(with_figure).filter(|columns| !columns.stacked);
        let forms = with_figure.into_iter().chain([Self::without_figure(width, wanted)]);
        forms.map(Self::with_whole_names).collect()
    }

    /// Columns without one for the figure, which follows the name.
    fn without_figure(width: usize, wanted: Wanted) -> Self {
        let (gauge, percent) = if wanted.percent { (8, PERCENT - 1) } else { (0, 0) };
        let columns = Self {
            lead: wanted.lead,
            unit: UnitPlace::AfterName,
            figure_after_name: wanted.figure > 0,
            ..Self::default()
        };
        let columns = columns.with(Gauge, gauge).with(Percent, percent);
        Self { name: width.saturating_sub(wanted.lead + columns.taken()), ..columns }
    }

    /// The same columns for a list that cuts no name.
    pub(super) fn with_whole_names(self) -> Self {
        Self { name_lines: usize::MAX, ..self }
    }

    /// The same columns with a gauge that takes what a list of `width` leaves.
    pub(super) fn with_gauge_to(self, width: usize) -> Self {
        if self.stacked || !self.has(Gauge) {
            return self;
        }
        let free = width.saturating_sub(self.lead + self.name + self.taken());
        let gauge = self.width(Gauge);
        self.with(Gauge, (gauge + free).min(gauge.max(WIDEST_GAUGE)))
    }

    /// The same columns for a list of `lines`, into which a row of full height may not fit.
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn total(columns: Columns) -> usize {
        columns.lead + columns.name + columns.taken()
    }

    #[test]
    fn a_wide_list_has_all_columns_and_no_wider_names_than_it_needs() {
        let wanted = Wanted {
            lead: 3,
            name: 30,
            unit: 8,
            plan: 7,
            figure: 9,
            percent: true,
            only_targets: false,
            change: 8,
            periods: 5,
            narrow_names: false,
            unit_after_name: false,
        };
        let wide = Columns::new(130, wanted);
        assert_eq!([Unit, Plan, Change, Sparkline].map(|cell| wide.width(cell)), [8, 7, 8, 14]);
        assert!(wide.name >= 30 && wide.width(Gauge) >= KEPT[0].gauge);
    }

    #[test]
    fn what_the_data_lacks_takes_no_room() {
        let wanted = Wanted { name: 60, figure: 9, ..Wanted::default() };
        let columns = Columns::new(90, wanted);
        assert_eq!([Gauge, Percent, Plan].map(|cell| columns.width(cell)), [0, 0, 0]);
        assert_eq!(total(columns), 60 + LEAST_SPARE + 10);
    }

    #[test]
    fn a_unit_has_a_column_or_follows_the_name() {
        let wanted = Wanted { name: 60, unit: 16, figure: 9, percent: true, ..Wanted::default() };
        for width in 20..200 {
            let columns = Columns::new(width, wanted);
            assert!(columns.has(Unit) != (columns.unit != UnitPlace::Column), "{width}");
        }
        assert_eq!(Columns::new(180, wanted).width(Unit), 16, "no unit is cut while there is room");
        let without = Wanted { unit: 0, ..wanted };
        assert_eq!(Columns::new(80, without).unit, UnitPlace::Column);
    }

    #[test]
    fn the_plan_comes_before_the_gauge_and_narrows_the_names() {
        let wanted = Wanted {
            lead: 5,
            name: 60,
            unit: 11,
            plan: 8,
            figure: 12,
            percent: true,
            ..Wanted::default()
        };
        for width in [60, 70, 76, 80, 100, 120] {
            let columns = Columns::new(width, wanted);
            assert!(columns.has(Plan), "{width}");
            assert!(columns.name >= 22 && total(columns) <= width, "{width} {columns:?}");
        }
        assert!(Columns::new(110, wanted).has(Gauge));
    }

    proptest! {
        #[test]
        fn the_width_stays_and_names_keep_their_share(
            width in 50usize..220, name in 0usize..61, unit in 0usize..20, plan in 0usize..20,
            figure in 8usize..17, percent: bool, change in 0usize..14, periods in 0usize..30,
        ) {
            let (only_targets, narrow_names, unit_after_name) = (false, false, false);
            let wanted = Wanted { lead: 3, name, unit, plan, figure, percent, only_targets, change, periods, narrow_names, unit_after_name };
            let least = Columns::new(width, wanted.in_short());
            let columns = Columns::new(width, wanted);
            let wanted = if columns.unit == UnitPlace::AfterName { wanted.unit_after_name() } else { wanted };
            let is_full = total(columns) == width;
            prop_assert!(is_full || columns.name == wanted.name.max(SHORT_NAME) + LEAST_SPARE);
            prop_assert!(total(columns) <= width);
            let Kept { name: kept, gauge: of_gauge } = KEPT[4];
            prop_assert!(columns.name >= wanted.name.clamp(SHORT_NAME, kept).min(least.name));
            // The plan comes before the gauge.
            let is_plan_instead = columns.has(Plan) && !columns.has(Gauge);
            prop_assert!(is_plan_instead || columns.width(Gauge) >= least.width(Gauge).min(of_gauge));
        }
    }
}
