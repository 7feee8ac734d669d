//! The columns of a list that has room for them right of the names.

use super::super::wanted_columns::LONG_NAME;
use super::{
    CHANGE, Columns, NAME_LINES, PERCENT, RANK, RowCell, SHORTEST_GAUGE, SPARKLINE, UNIT, Wanted,
};
use RowCell::{Change, Figure, Gauge, Percent, Plan, Sparkline, Unit};

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
/// The most columns for a plan, and for a unit where there is room.
const PLAN: usize = 14;
const LONG_UNIT: usize = 24;
const LONGEST_GAUGE: usize = 40;
/// The columns between the longest name and its figures that do no harm.
const LEAST_SPARE: usize = 12;

/// The columns of a name and of a gauge that stay when other columns need room.
#[derive(Debug, Clone, Copy)]
struct Kept {
    name: usize,
    gauge: usize,
}

impl Columns {
    /// Columns right of the names: those with the widest names and gauges among those that leave the fewest wanted
    /// columns out.
    pub(super) fn right_of_names(width: usize, wanted: Wanted) -> Self {
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

    /// The width of a list that shows all that is wanted, with short gauges if `is_short`.
    pub(crate) fn needed(wanted: Wanted, is_short: bool) -> usize {
        const WIDEST: usize = 400;
        let widest = Self::right_of_names(WIDEST, wanted);
        let gauge =
            widest.width(Gauge).min(if is_short { KEPT[1].gauge } else { 2 * KEPT[1].gauge });
        let widest = widest.with(Gauge, gauge);
        widest.lead + widest.name + widest.taken()
    }

    /// The number of columns besides name, figure and percent.
    fn extra(&self) -> usize {
        [Unit, Plan, Change, Sparkline].into_iter().filter(|cell| self.has(*cell)).count()
    }

    fn keeping(width: usize, wanted: Wanted, kept: Kept) -> Self {
        let percent = match (wanted.percent, wanted.only_ranks) {
            (false, _) => 0,
            (true, false) => PERCENT,
            (true, true) => RANK,
        };
        let has_gauge = wanted.percent && !wanted.only_ranks;
        let mut columns = Self { lead: wanted.lead, name_lines: NAME_LINES, ..Self::default() }
            .with(Figure, wanted.figure)
            .with(Percent, percent);
        let before_gauge = usize::from(has_gauge);
        let room = width.saturating_sub(wanted.lead + columns.taken() + before_gauge);
        // The gauge takes a small share of the width, and what names leave unused.
        let gauge = ((width - 26) / 6).max(room.saturating_sub(LONG_NAME)).clamp(8, LONGEST_GAUGE);
        let gauge = if has_gauge { gauge } else { 0 };
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
}

#[cfg(test)]
mod tests {
    use super::super::UnitPlace;
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
            only_ranks: false,
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
            let only_ranks = false;
            let wanted = Wanted { lead: 3, name, unit, plan, figure, percent, only_targets, only_ranks, change, periods, narrow_names, unit_after_name };
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
