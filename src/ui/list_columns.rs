//! The widths of the columns of a list of indicators.
//!
//! Names have priority. The room that they and the gauge do not need goes to the unit, the plan, the change and a
//! sparkline, in this order, as far as the data has them.

use super::words::Words;
use crate::app::{App, ListColumn};
use crate::text::truncate;

/// The widths of the columns of a list, in screen columns; 0 for a column that is not shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) name: usize,
    pub(super) unit: usize,
    pub(super) plan: usize,
    pub(super) figure: usize,
    pub(super) gauge: usize,
    pub(super) percent: usize,
    pub(super) change: usize,
    pub(super) sparkline: usize,
    /// Whether the other columns are under the name rather than right of it.
    pub(super) stacked: bool,
    /// The most lines of a name.
    pub(super) name_lines: usize,
}

/// Where the columns of a row begin; without a meaning for those that are not shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Offsets {
    pub(super) unit: usize,
    pub(super) plan: usize,
    pub(super) figure: usize,
    pub(super) gauge: usize,
    pub(super) percent: usize,
    pub(super) change: usize,
    pub(super) sparkline: usize,
}

/// What the data has and the user wants, in screen columns; 0 for what is not wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) name: usize,
    pub(super) unit: usize,
    pub(super) plan: usize,
    pub(super) figure: usize,
    pub(super) percent: bool,
    /// Whether the percents are only targets, which the column of plans has as well.
    pub(super) only_targets: bool,
    pub(super) change: usize,
    pub(super) periods: usize,
    /// Whether names may be narrower for other columns in a narrow list as well.
    pub(super) narrow_names: bool,
}

/// The width of the selection marker, the status marker and a space.
pub(super) const LEAD: usize = 3;
const PERCENT: usize = 7;
/// The least and the most columns for a figure: its heading fits, and longer figures are cut.
const FIGURE: (usize, usize) = (9, 16);
const NAME_LINES: usize = 3;
/// A width that few names exceed.
const LONG_NAME: usize = 60;
/// The fewest cells of a gauge; a shorter one shows less than its number.
const SHORTEST_GAUGE: usize = 6;
const LONGEST_GAUGE: usize = 40;
/// The columns of a name and of a gauge that stay when other columns need room, from the widest to the narrowest: a
/// narrower name wraps, which is better than a column that is left out.
const KEPT: [(usize, usize); 3] = [(44, 14), (38, 10), (34, 8)];
/// The least width of a list in which names may be narrower for other columns.
const ROOMY: usize = 90;
/// The columns of a name that need not stay if all names are shorter.
const SHORT_NAME: usize = 20;
/// The most columns for a unit, a plan, a change and a sparkline.
const UNIT: usize = 14;
const PLAN: usize = 14;
const CHANGE: usize = 13;
const SPARKLINE: usize = 24;
/// The columns between the longest name and its figures that do no harm.
const LEAST_SPARE: usize = 12;
/// The width of a derived change: "≈-2,25 điểm".
const DERIVED_CHANGE: usize = 11;
/// The least width of a list whose columns are right of the names.
const SIDE_BY_SIDE: usize = 50;

impl Wanted {
    /// What the listed slice has, and the user wants. The widths are those of all data, so that columns do not move
    /// from slice to slice.
    pub(super) fn of(app: &App, words: Words) -> Self {
        let catalog = app.catalog();
        let here = app.section_rows()[0].widths;
        let all = catalog.detail_width;
        let of_place = app.current_slice().map_or(0, |slice| catalog.comparable_periods(slice));
        let periods = here.periods.max(if of_place > 1 { of_place } else { 0 });
        let change = match (here.change, periods) {
            (0, 0) => 0,
            (_, 0) => all.change,
            _ => all.change.max(DERIVED_CHANGE),
        };
        let estimate = match catalog.figure_width.estimate {
            0 => 0,
            estimate => truncate::width(words.estimate()) + 1 + estimate,
        };
        let figure = catalog.figure_width.plain.max(estimate).clamp(FIGURE.0, FIGURE.1);
        let headed = |width: usize, heading: &str| match width {
            0 => 0,
            width => width.max(truncate::width(heading)),
        };
        let wants = |column, width| if app.wants(column) { width } else { 0 };
        Self {
            name: all.name,
            unit: match here.unit {
                0 => 0,
                _ => wants(ListColumn::Unit, headed(all.unit, words.unit_heading())),
            },
            plan: match here.plan {
                0 => 0,
                _ => wants(ListColumn::Plan, headed(all.plan, words.plan_short())),
            },
            figure: wants(ListColumn::Actual, figure),
            percent: app.wants(ListColumn::Percent) && (here.has_plans || here.has_ranks),
            only_targets: !here.has_percents && !here.has_ranks,
            change: wants(ListColumn::Change, change),
            periods: wants(ListColumn::Periods, periods),
            narrow_names: false,
        }
    }

    /// The same with nothing but the figure and the percent, for names with more after them.
    pub(super) fn in_short(self) -> Self {
        Self { name: LONG_NAME, unit: 0, plan: 0, change: 0, periods: 0, ..self }
    }
}

impl Columns {
    /// Columns for a list of `width`.
    pub(super) fn new(width: usize, wanted: Wanted) -> Self {
        if width < SIDE_BY_SIDE { Self::stacked(width, wanted) } else { Self::wide(width, wanted) }
    }

    /// Columns under the names.
    fn stacked(width: usize, wanted: Wanted) -> Self {
        let Wanted { figure, .. } = wanted;
        let mut room = width.saturating_sub(LEAD + figure);
        let mut columns = Self {
            name: width.saturating_sub(LEAD),
            figure,
            stacked: true,
            name_lines: NAME_LINES,
            ..Self::default()
        };
        if wanted.percent {
            let gauge = room.saturating_sub(PERCENT + 2).min(20);
            let gauge = if gauge < SHORTEST_GAUGE { 0 } else { gauge };
            return Self { gauge, percent: PERCENT, ..columns };
        }
        let mut take = |wanted: usize, most: usize| {
            let width = wanted.min(most);
            let fits = width > 0 && width < room;
            room -= if fits { width + 1 } else { 0 };
            if fits { width } else { 0 }
        };
        columns.unit = take(wanted.unit, UNIT);
        columns.change = take(wanted.change, CHANGE);
        columns.sparkline = take(wanted.periods, SPARKLINE);
        columns
    }

    /// Columns right of the names: those with the widest names and gauges among those that leave the fewest wanted
    /// columns out.
    fn wide(width: usize, wanted: Wanted) -> Self {
        if wanted.percent && wanted.only_targets {
            let columns = Self::wide(width, Wanted { percent: false, ..wanted });
            if columns.plan > 0 {
                return columns;
            }
        }
        let is_roomy = wanted.narrow_names || width >= ROOMY;
        let forms = if is_roomy { &KEPT[..] } else { &KEPT[..1] };
        let forms: Vec<Self> =
            forms.iter().map(|kept| Self::keeping(width, wanted, *kept)).collect();
        let most = forms.iter().map(Self::extra).max();
        let best = forms.into_iter().find(|form| Some(form.extra()) == most);
        best.unwrap_or_default().without_empty_space(wanted)
    }

    /// The number of columns besides name, figure and percent.
    fn extra(&self) -> usize {
        [self.unit, self.plan, self.change, self.sparkline]
            .iter()
            .filter(|width| **width > 0)
            .count()
    }

    fn keeping(width: usize, wanted: Wanted, (kept_name, kept_gauge): (usize, usize)) -> Self {
        let Wanted { figure, .. } = wanted;
        let of_figure = if figure > 0 { figure + 1 } else { 0 };
        let of_percent = if wanted.percent { PERCENT + 2 } else { 0 };
        let room = width.saturating_sub(LEAD + of_figure + of_percent);
        // The gauge takes a small share of the width, and what names leave unused.
        let gauge = ((width - 26) / 6).max(room.saturating_sub(LONG_NAME)).clamp(8, LONGEST_GAUGE);
        let gauge = if wanted.percent { gauge } else { 0 };
        let name = room.saturating_sub(gauge);
        let kept = wanted.name.clamp(SHORT_NAME, kept_name);
        let (of_gauge, of_name) = (gauge.saturating_sub(kept_gauge), name.saturating_sub(kept));
        let mut free = of_gauge + of_name;
        let mut is_full = false;
        // In their order: no column is shown while one that says more is left out.
        let mut take = |wanted: usize, most: usize| {
            let width = wanted.min(most);
            is_full |= width >= free;
            if is_full || width == 0 {
                return 0;
            }
            free -= width + 1;
            width
        };
        let unit = take(wanted.unit, UNIT);
        let plan = take(wanted.plan, PLAN);
        let change = take(wanted.change, CHANGE);
        let sparkline = take(wanted.periods, SPARKLINE / 2);
        let used = of_gauge + of_name - free;
        Self {
            name: name - used.saturating_sub(of_gauge),
            gauge: gauge - used.min(of_gauge),
            percent: if wanted.percent { PERCENT } else { 0 },
            name_lines: NAME_LINES,
            stacked: false,
            unit,
            plan,
            figure,
            change,
            sparkline,
        }
    }

    /// Gives the room that no name needs to the sparkline and the gauge.
    fn without_empty_space(self, wanted: Wanted) -> Self {
        let mut columns = self;
        let mut spare = self.name.saturating_sub(wanted.name.max(SHORT_NAME));
        if self.sparkline > 0 && wanted.periods * 3 <= SPARKLINE + 1 {
            // Two cells and a gap for each period.
            let more = (wanted.periods * 3).saturating_sub(self.sparkline + 1);
            let more = more.min(SPARKLINE.saturating_sub(self.sparkline));
            if more <= spare {
                (columns.sparkline, spare) = (self.sparkline + more, spare - more);
                columns.name -= more;
            }
        }
        if self.gauge > 0 {
            let more = spare.min(LONGEST_GAUGE.saturating_sub(self.gauge));
            columns.gauge += more;
            columns.name -= more;
            spare -= more;
        }
        // Farther from the names figures are hard to follow.
        columns.name -= spare.saturating_sub(LEAST_SPARE);
        columns
    }

    /// The width of a list that shows all that is wanted.
    pub(super) fn needed(wanted: Wanted) -> usize {
        const WIDEST: usize = 400;
        let Self { name, unit, plan, figure, gauge, percent, change, sparkline, .. } =
            Self::wide(WIDEST, wanted);
        let gauge = gauge.min(2 * KEPT[1].1);
        let shown = [unit, plan, figure, gauge, percent, change, sparkline].into_iter();
        LEAD + name + shown.filter(|width| *width > 0).map(|width| width + 1).sum::<usize>()
    }

    /// Columns with one line for each indicator: as `new` if there is room, else without the figure.
    pub(super) fn one_line(width: usize, wanted: Wanted) -> Self {
        let wanted = wanted.in_short();
        if width >= SIDE_BY_SIDE {
            return Self { name_lines: 1, ..Self::wide(width, wanted) };
        }
        let (gauge, percent) = if wanted.percent { (8, PERCENT - 1) } else { (0, 0) };
        let figure = if wanted.percent { 0 } else { wanted.figure };
        let taken = [gauge, percent, figure].into_iter().filter(|width| *width > 0);
        let taken = taken.map(|width| width + 1).sum::<usize>();
        let name = width.saturating_sub(LEAD + taken);
        Self { name, figure, gauge, percent, name_lines: 1, ..Self::default() }
    }

    /// The same columns for a list of `lines`, into which a row of full height may not fit.
    pub(super) fn within(self, lines: u16) -> Self {
        let room = usize::from(lines).saturating_sub(self.stacked.into()).max(1);
        Self { name_lines: self.name_lines.min(room), ..self }
    }

    /// Where the columns begin, in the order in which they are shown.
    pub(super) fn offsets(&self) -> Offsets {
        let mut at = if self.stacked { LEAD } else { LEAD + self.name + 1 };
        let mut next = |width: usize| {
            let start = at;
            at += if width > 0 { width + 1 } else { 0 };
            start
        };
        let mut offsets = Offsets::default();
        if self.stacked {
            offsets.figure = next(self.figure);
            offsets.unit = next(self.unit);
        } else {
            offsets.unit = next(self.unit);
            offsets.plan = next(self.plan);
            offsets.figure = next(self.figure);
        }
        offsets.gauge = next(self.gauge);
        offsets.percent = next(self.percent);
        offsets.change = next(self.change);
        offsets.sparkline = next(self.sparkline);
        offsets
    }

    /// The width of gauge and percent together.
    pub(super) fn gauge_and_percent(&self) -> usize {
        match (self.gauge, self.percent) {
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
        let Columns { unit, plan, figure, gauge, percent, change, sparkline, .. } = columns;
        let shown = [unit, plan, figure, gauge, percent, change, sparkline].into_iter();
        LEAD + columns.name + shown.filter(|width| *width > 0).map(|width| width + 1).sum::<usize>()
    }

    #[test]
    fn a_wide_list_has_all_columns_and_no_wider_names_than_it_needs() {
        let wanted = Wanted {
            name: 30,
            unit: 8,
            plan: 7,
            figure: 9,
            percent: true,
            only_targets: false,
            change: 8,
            periods: 5,
            narrow_names: false,
        };
        let wide = Columns::new(130, wanted);
        assert_eq!((wide.unit, wide.plan, wide.change, wide.sparkline), (8, 7, 8, 14));
        assert!(wide.name >= 30 && wide.gauge >= KEPT[0].1);
    }

    #[test]
    fn what_the_data_lacks_takes_no_room() {
        let wanted = Wanted { name: 60, figure: 9, ..Wanted::default() };
        let columns = Columns::new(90, wanted);
        assert_eq!((columns.gauge, columns.percent, columns.plan), (0, 0, 0));
        assert_eq!(total(columns), LEAD + 60 + LEAST_SPARE + 10);
    }

    proptest! {
        #[test]
        fn the_width_stays_and_names_keep_their_share(
            width in 50usize..220, name in 0usize..61, unit in 0usize..20, plan in 0usize..20,
            figure in 8usize..17, percent: bool, change in 0usize..14, periods in 0usize..30,
        ) {
            let (only_targets, narrow_names) = (false, false);
            let wanted = Wanted { name, unit, plan, figure, percent, only_targets, change, periods, narrow_names };
            let least = Columns::new(width, wanted.in_short());
            let columns = Columns::new(width, wanted);
            let is_full = total(columns) == width;
            prop_assert!(is_full || columns.name == name.max(SHORT_NAME) + LEAST_SPARE);
            prop_assert!(total(columns) <= width);
            let (kept, of_gauge) = KEPT[2];
            prop_assert!(columns.name >= name.clamp(SHORT_NAME, kept).min(least.name));
            prop_assert!(columns.gauge >= least.gauge.min(of_gauge));
        }
    }
}
