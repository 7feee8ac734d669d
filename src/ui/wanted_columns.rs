//! What a list of indicators could show: the widths that the data needs in each column, for the columns that the user
//! wants.

use super::row_name::Fold;
use super::sparkline::FEWEST;
use super::words::Words;
use crate::app::{App, DetailWidth, ListColumn};
use crate::text::truncate;

/// What the data has and the user wants, in screen columns; 0 for what is not wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    /// The columns before the names.
    pub(super) lead: usize,
    pub(super) name: usize,
    pub(super) unit: usize,
    pub(super) plan: usize,
    pub(super) figure: usize,
    pub(super) percent: bool,
    /// Whether the percents are only targets, which the column of plans has as well.
    pub(super) only_targets: bool,
    /// Whether there are no plans, and ranks or counts in the place of percents.
    pub(super) only_ranks: bool,
    pub(super) change: usize,
    pub(super) periods: usize,
    /// Whether the units are after the names.
    pub(super) unit_after_name: bool,
    /// Whether names may be narrower for other columns in a narrow list as well.
    pub(super) narrow_names: bool,
}

/// The width of the selection marker, the status marker and a space, or the sign of a mark.
const LEAD: usize = 3;
/// The least and the most columns for a figure: its heading fits, and longer figures are cut.
const FIGURE: (usize, usize) = (6, 16);
/// A width that few names exceed.
pub(super) const LONG_NAME: usize = 60;
/// The columns of the heading of a trend with the space before it, and the periods from which a sparkline has them.
const TREND_HEADING: usize = 7;
const HEADED_FROM: usize = 4;
/// The width of a derived change: "≈-2,25 điểm %".
const DERIVED_CHANGE: usize = 13;
/// The width of what is between a name and the unit after it.
const BEFORE_UNIT: usize = 3;

/// The heading over the plans of a slice: if all of them are of one longer period than the results, its name, as in
/// "KH năm": next to a quarter's result it would else read as the quarter's plan.
pub(super) fn plan_heading(widths: DetailWidth, words: Words) -> String {
    let plans = widths.plan_periods.plans;
    match plans.one().filter(|_| plans.is_all_in_progress()) {
        Some(period) => words.plan_name(period, plans.of_result),
        None => words.plan_short().to_owned(),
    }
}

impl Wanted {
    /// What the listed slice has, and the user wants. The widths fit all data, so that columns do not move
    /// from slice to slice.
    pub(super) fn of(app: &App, words: Words) -> Self {
        let catalog = app.catalog();
        let here = app.section_rows()[0].widths;
        let all = catalog.detail_width;
        let periods = Self::periods(app);
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
        // A heading over figures does not touch the one before it.
        let apart = |width, heading: &str| match headed(width, heading) {
            0 => 0,
            width => width.max(truncate::width(heading) + 1),
        };
        let figure = figure.max(truncate::width(words.actual_short()) + 1);
        let wants = |column, width| if app.wants(column) { width } else { 0 };
        let has_others = here.has_ranks || here.has_counts;
        Self {
            // The sign of what is to be reviewed does not touch the name.
            lead: LEAD + usize::from(catalog.has_review()),
            // In a tree the sign of a whole is before each name.
            name: all.name.max(catalog.shared_name_width().min(LONG_NAME))
                + if catalog.tree.is_flat() { 0 } else { Fold::SIGN },
            unit: match here.unit {
                0 => 0,
                _ => wants(ListColumn::Unit, headed(all.unit, words.unit_heading())),
            },
            plan: match here.plan {
                0 => 0,
                _ => wants(ListColumn::Plan, apart(all.plan, &plan_heading(here, words))),
            },
            figure: wants(ListColumn::Actual, figure),
            percent: app.wants(ListColumn::Percent) && (here.has_plans || has_others),
            only_targets: !here.has_percents() && !has_others,
            only_ranks: !here.has_plans && has_others,
            change: wants(ListColumn::Change, apart(change, words.change_column())),
            periods: wants(ListColumn::Periods, if periods < FEWEST { 0 } else { periods }),
            narrow_names: false,
            unit_after_name: false,
        }
    }

    /// Whether there is data for a column that the user wants.
    pub(super) fn has(&self, column: ListColumn) -> bool {
        match column {
            ListColumn::Unit => self.unit > 0,
            ListColumn::Plan => self.plan > 0,
            ListColumn::Actual => self.figure > 0,
            ListColumn::Percent => self.percent && !self.only_targets,
            ListColumn::Change => self.change > 0,
            ListColumn::Periods => self.periods > 0,
        }
    }

    /// The number of periods of the listed slice that can be drawn; 0 for one.
    pub(super) fn periods(app: &App) -> usize {
        let of_place = app.current_slice();
        let of_place = of_place.map_or(0, |slice| app.catalog().comparable_periods(slice));
        let here = app.section_rows()[0].widths.periods;
        here.max(if of_place > 1 { of_place } else { 0 })
    }

    /// The columns of a sparkline of all periods, and of its heading where that is not much more.
    pub(super) fn sparkline(&self) -> usize {
        match self.periods {
            0 => 0,
            periods if periods < HEADED_FROM => periods,
            periods => periods.max(TREND_HEADING),
        }
    }

    /// These columns with nothing but the figure and the percent, for names with more after them.
    pub(super) fn in_short(self) -> Self {
        Self { name: LONG_NAME, unit: 0, plan: 0, change: 0, periods: 0, ..self }
    }

    /// These columns with the units after the names.
    pub(super) fn unit_after_name(self) -> Self {
        Self { name: self.name + BEFORE_UNIT + self.unit, unit: 0, unit_after_name: true, ..self }
    }
}
