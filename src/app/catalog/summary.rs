//! What one pass over all indicators computes: counts by status, widths of columns, and the tree of parts.

use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::plan_periods::{PartsOfPlans, PlanPeriods};
use super::tree::{Ancestors, Tree};
use crate::model::{
    Actual, Change, Collection, Indicator, Indicators, PartOfPlan, Plan, StatusCounts, Target,
    percent_of_plan, status,
};
use crate::text::{format_number, truncate};

/// The widest name that counts: few are wider, and those wrap.
const WIDEST_NAME: usize = 60;
/// The widest words in place of a figure that count, such as "Xuất siêu".
const WIDEST_WORDS: usize = 16;
/// The widest words of a plan that a column of plans has room for.
const WIDEST_PLAN: usize = 13;
/// The columns of a part's name for each whole above it.
pub(super) const INDENT: usize = 2;

/// The width of the widest figures, in screen columns, digits grouped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FigureWidth {
    /// The width of figures that are no estimates, and of results in words.
    pub plain: usize,
    /// The width of estimates, without the word before them; 0 if there are none.
    pub estimate: usize,
}

/// What a list shows besides the figures, in screen columns; 0 for what there is none of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DetailWidth {
    /// The width of the widest name, at most 60, its indent included.
    pub name: usize,
    /// The width of the widest unit.
    pub unit: usize,
    /// The width of the widest target.
    pub plan: usize,
    /// The width of the widest published change.
    pub change: usize,
    /// The most periods of an indicator.
    pub periods: usize,
    /// Whether an indicator has a plan.
    pub has_plans: bool,
    /// Whether an indicator has a percent of plan, or words about its plan in place of one. The percent of a first part
    /// of a year does not count.
    pub(super) has_percents: bool,
    /// The months and quarters next to plans of a longer period.
    pub(super) parts_of_plans: PartsOfPlans,
    /// Whether an indicator without a plan has a rank, which is shown in place of a percent.
    pub has_ranks: bool,
    /// Whether one has a count, which is shown there as well.
    pub has_counts: bool,
    /// The periods of the plans.
    pub plan_periods: PlanPeriods,
}

/// What one pass over all indicators computes.
#[derive(Debug, Default)]
pub(super) struct CatalogSummary {
    /// What is known of each section of all datasets, in order.
    sections: Vec<RangeSummary>,
    /// Where those of each dataset begin.
    starts: Vec<usize>,
    pub(super) total: RangeSummary,
    pub(super) tree: Tree,
}

/// What one pass over a range of indicators computes. Parts are not counted.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct RangeSummary {
    pub(super) counts: StatusCounts,
    pub(super) parts: StatusCounts,
    pub(super) to_review: usize,
    /// Whether an indicator has a period of its own.
    pub(super) has_periods: bool,
    greatest_percent: Option<Decimal>,
    pub(super) figure_width: FigureWidth,
    pub(super) detail_width: DetailWidth,
}

/// The depths of a range of indicators; empty while all of them are 0.
type Depths = Vec<u8>;

impl CatalogSummary {
    pub(super) fn of(collection: &Collection) -> Self {
        let mut summary = Self::default();
        let mut depths = Depths::new();
        for (at, dataset) in collection.datasets().iter().enumerate() {
            summary.starts.push(summary.sections.len());
            for section in dataset.sections.iter() {
                let range = section.indicators.clone();
                let (one, below) = RangeSummary::of(&dataset.indicators, range.clone());
                if !below.is_empty() {
                    depths.resize(collection.start_of(at) + range.start, 0);
                    depths.extend(below);
                }
                summary.total = summary.total.plus(one);
                summary.sections.push(one);
            }
        }
        summary.tree = Tree::of(depths);
        summary
    }

    /// What is known of each section of a dataset.
    pub(super) fn sections_of(&self, dataset: usize) -> &[RangeSummary] {
        let at = |dataset| self.starts.get(dataset).copied().unwrap_or(self.sections.len());
        &self.sections[at(dataset)..at(dataset + 1)]
    }

    /// The next multiple of ten above the greatest percent of plan, clamped to 120..=200: bars past it are
    /// drawn as running off the scale, since a longer scale would make all others too short.
    pub(super) fn scale_end(&self) -> u32 {
        let greatest = self.total.greatest_percent;
        let tens = greatest.and_then(|percent| (percent / Decimal::TEN).floor().to_u32());
        tens.unwrap_or(0).saturating_add(1).saturating_mul(10).clamp(120, 200)
    }
}

impl RangeSummary {
    /// Summarises a range; a long one in two halves concurrently, as the user waits for it.
    fn of(indicators: &Indicators, range: Range<usize>) -> (Self, Depths) {
        const LONG: usize = 50_000;
        if range.len() <= LONG {
            return Self::count(indicators, range);
        }
        let middle = range.start + range.len() / 2;
        // A part belongs to a row above it: the second half begins with a row of its own.
        let is_own = |at: &usize| indicators.get(*at).is_some_and(|one| one.parents.is_empty());
        let Some(middle) = (middle..range.end).find(is_own) else {
            return Self::count(indicators, range);
        };
        let first_len = middle - range.start;
        thread::scope(|scope| {
            let second = scope.spawn(|| Self::count(indicators, middle..range.end));
            let (first, mut depths) = Self::count(indicators, range.start..middle);
            let (second, below) = second.join().unwrap_or_else(|panic| resume_unwind(panic));
            if !below.is_empty() {
                depths.resize(first_len, 0);
                depths.extend(below);
            }
            (first.plus(second), depths)
        })
    }

    fn count(indicators: &Indicators, range: Range<usize>) -> (Self, Depths) {
        let mut summary = Self::default();
        let (mut ancestors, mut depths, mut at) = (Ancestors::default(), Depths::new(), 0);
        indicators.each(range, |indicator| {
            let depth = ancestors.depth_of(indicator);
            if depth > 0 || !depths.is_empty() {
                depths.resize(at, 0);
                depths.push(depth);
            }
            at += 1;
            let status = status(indicator);
            match depth {
                0 => summary.counts.add(status),
                _ => summary.parts.add(status),
            }
            summary.to_review += usize::from(!indicator.review.is_empty());
            summary.has_periods |= indicator.period.is_some();
            let percent = percent_of_plan(indicator);
            summary.greatest_percent = summary.greatest_percent.max(percent);
            summary.figure_width.widen(indicator);
            summary.detail_width.widen(indicator, depth.into(), percent.is_some());
            summary.detail_width.plan_periods.add(indicator, status, percent.is_some());
        });
        (summary, depths)
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            counts: self.counts.plus(other.counts),
            parts: self.parts.plus(other.parts),
            to_review: self.to_review + other.to_review,
            has_periods: self.has_periods || other.has_periods,
            greatest_percent: self.greatest_percent.max(other.greatest_percent),
            figure_width: self.figure_width.max(other.figure_width),
            detail_width: self.detail_width.max(other.detail_width),
        }
    }

    /// Whether an indicator has a result.
    pub(super) fn has_results(&self) -> bool {
        self.figure_width != FigureWidth::default()
    }
}

impl DetailWidth {
    /// Whether a list shows a percent of plan, or words about a plan in place of one.
    #[must_use]
    pub fn has_percents(&self) -> bool {
        self.has_percents || self.parts_of_plans.shows_first()
    }

    pub(super) fn max(self, other: Self) -> Self {
        Self {
            name: self.name.max(other.name),
            unit: self.unit.max(other.unit),
            plan: self.plan.max(other.plan),
            change: self.change.max(other.change),
            periods: self.periods.max(other.periods),
            has_plans: self.has_plans || other.has_plans,
            has_percents: self.has_percents || other.has_percents,
            parts_of_plans: self.parts_of_plans.with(other.parts_of_plans),
            has_ranks: self.has_ranks || other.has_ranks,
            has_counts: self.has_counts || other.has_counts,
            plan_periods: self.plan_periods.with(other.plan_periods),
        }
    }

    fn widen(&mut self, indicator: &Indicator, depth: usize, has_percent: bool) {
        // A name has no more columns than bytes: most need not be measured.
        let name = match indicator.name.len() {
            short if short <= self.name || self.name == WIDEST_NAME => short.min(self.name),
            _ => truncate::width(&indicator.name),
        };
        let periods = match indicator.earlier.len() {
            0 => 0,
            earlier => earlier + 1,
        };
        let plan = indicator.plan.as_ref();
        let has_plan = plan.is_some();
        let part = PartOfPlan::of(indicator);
        let has_percent = has_percent && part != Some(PartOfPlan::First)
            || plan.is_some_and(|plan| plan.verdict().is_some());
        let has_rank = !indicator.ranks.is_empty();
        *self = self.max(Self {
            name: (name + depth * INDENT).min(WIDEST_NAME),
            unit: indicator.unit.as_deref().map_or(0, truncate::width),
            plan: plan.map_or(0, plan_width),
            change: indicator.changes.first().map_or(0, change_width),
            periods,
            has_plans: has_plan,
            has_percents: has_percent || plan.is_some_and(|plan| plan.target().is_none()),
            has_ranks: !has_plan && has_rank,
            has_counts: !has_plan && !has_rank && indicator.count.is_some(),
            parts_of_plans: PartsOfPlans::of(part),
            ..Self::default()
        });
    }
}

/// The width of a change with its sign and the longest short form of its unit.
fn change_width(change: &Change) -> usize {
    1 + format_number::width(change.amount.abs()) + " điểm".chars().count()
}

/// The width of a plan: of its target, or of words as short as those of a result.
fn plan_width(plan: &Plan) -> usize {
    let of_words = || plan.words().map(truncate::width).filter(|width| *width <= WIDEST_PLAN);
    plan.target().map(target_width).or_else(of_words).unwrap_or(0)
}

/// The width of a target with its words, such as "trên", in the language in which they are longer.
pub(crate) fn target_width(target: Target) -> usize {
    let (words, figure) = match target {
        Target::Range { low, high } => {
            return format_number::width(low) + 1 + format_number::width(high);
        }
        Target::Value(value) => ("", value),
        Target::Over(value) => ("trên ", value),
        Target::Under(value) => ("under ", value),
        Target::AtLeast(value) => ("at least ", value),
        Target::AtMost(value) => ("không quá ", value),
        Target::About(value) => ("khoảng ", value),
    };
    truncate::width(words) + format_number::width(figure)
}

impl FigureWidth {
    /// The smallest width into which both fit.
    pub(super) fn max(self, other: Self) -> Self {
        Self { plain: self.plain.max(other.plain), estimate: self.estimate.max(other.estimate) }
    }

    /// Widens the column to fit the figure of an indicator.
    fn widen(&mut self, indicator: &Indicator) {
        let taken = match &indicator.actual {
            None => return,
            Some(Actual::Words(words)) => truncate::width(words).min(WIDEST_WORDS),
            // A score is followed by the top of its scale: 43.35/80.
            Some(Actual::Figure(figure)) => {
                let scale = indicator.scale.map_or(0, |scale| 1 + format_number::width(scale));
                format_number::width(*figure) + scale
            }
        };
        // "Sơ bộ" is two letters longer than "ước".
        let taken = taken + if indicator.preliminary { 2 } else { 0 };
        let column = if indicator.estimate { &mut self.estimate } else { &mut self.plain };
        *column = taken.max(*column);
    }
}
