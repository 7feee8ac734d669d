//! The scale of a chart: how high each value is, in dots.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::dot_canvas::DOWN;
use crate::model::{Series, SeriesPoint, Target, derive};

/// The height of what is in the middle of a cell.
pub(super) const MIDDLE: usize = 2;

/// The fewest rows of a plot with labels between its ends, and the rows between two of them, at least.
const LABELLED: usize = 10;
const ROWS_EACH: usize = 4;

/// The scale of values: heights in dots from the highest to the lowest value.
pub(super) struct Scale {
    pub(super) low: Decimal,
    pub(super) high: Decimal,
    pub(super) rows: usize,
    /// The heights above the highest value, and from it to the lowest.
    above: usize,
    heights: usize,
}

impl Scale {
    /// The scale of a series in a plot of `rows` lines; `None` for fewer than two results.
    pub(super) fn of(series: &Series, rows: usize, ascii: bool) -> Option<Self> {
        let points = series.points();
        let results = || points.iter().filter_map(|point| point.value);
        let plans = points.iter().filter(|_| has_plan_marks(series)).flat_map(plan_values);
        let all = || results().chain(plans.clone());
        let (low, high) = (all().min()?, all().max()?);
        let estimate = points.iter().rev().find(|point| point.estimate);
        let estimate = estimate.and_then(|point| point.value);
        // A point of two dots around its height is whole within the rows. In ASCII it is in the middle of a row.
        let (above, below) = if ascii { (MIDDLE, MIDDLE) } else { (1, 1) };
        let heights = rows * DOWN - above - below;
        let mut scale = Self { low, high, rows, above, heights };
        if let Some(estimate) = estimate.filter(|_| !ascii) {
            // A hollow point is as high as a cell: all is moved down a bit, so that the last one is exact.
            scale.heights -= DOWN - 1;
            scale.above += (DOWN + MIDDLE - scale.height(estimate) % DOWN) % DOWN;
        }
        (results().count() >= 2).then_some(scale)
    }

    /// The values that label rows, each with its row: the highest at the top, the lowest at the bottom, equal ones in
    /// the middle; in a high plot round values between them.
    pub(super) fn labels(&self) -> Vec<(usize, Decimal)> {
        let row = |value: Decimal| self.height(value) / DOWN;
        let mut labels = vec![(row(self.high), self.high), (row(self.low), self.low)];
        labels.dedup_by_key(|(row, _)| *row);
        let [top, bottom] = [self.high, self.low].map(row);
        let step = self.round_step().filter(|_| self.rows >= LABELLED);
        let round = step.into_iter().flat_map(|step| self.multiples(step));
        let is_apart = |at: usize| at.abs_diff(top) > 1 && at.abs_diff(bottom) > 1;
        labels.extend(round.map(|value| (row(value), value)).filter(|(at, _)| is_apart(*at)));
        // All labels have the same decimals.
        let decimals = labels.iter().map(|(_, value)| value.scale()).max().unwrap_or(0);
        labels.iter().map(|(at, value)| (*at, derive::with_decimals(*value, decimals))).collect()
    }

    /// A step of 1, 2 or 5 times a power of ten with some rows between two multiples of it.
    fn round_step(&self) -> Option<Decimal> {
        let parts = Decimal::from(self.rows / ROWS_EACH);
        let least = self.high.checked_sub(self.low)?.checked_div(parts)?;
        let mut unit = Decimal::ONE;
        while unit > least && !least.is_zero() {
            unit = unit.checked_div(Decimal::TEN).filter(|unit| !unit.is_zero())?;
        }
        while unit.checked_mul(Decimal::TEN)? <= least {
            unit = unit.checked_mul(Decimal::TEN)?;
        }
        let steps = [1, 2, 5, 10].map(|times| unit.checked_mul(Decimal::from(times)));
        steps.into_iter().flatten().find(|step| *step >= least && !least.is_zero())
    }

    /// The multiples of a step between the ends.
    fn multiples(&self, step: Decimal) -> impl Iterator<Item = Decimal> {
        let first = self.low.checked_div(step).and_then(|times| times.ceil().checked_mul(step));
        let after = move |value: &Decimal| value.checked_add(step);
        let high = self.high;
        std::iter::successors(first, after)
            .take_while(move |value| *value < high)
            .take(LABELLED.max(self.rows))
            .map(|value| value.normalize())
    }

    /// The height of a value in dots, from 0 at the top; of equal values the middle one.
    pub(super) fn height(&self, value: Decimal) -> usize {
        let last = self.heights;
        let share = || {
            let span = self.high.checked_sub(self.low)?;
            let below = self.high.checked_sub(value)?;
            below.checked_div(span)?.checked_mul(Decimal::from(last))?.round().to_usize()
        };
        match share() {
            Some(below) => self.above + below.min(last),
            None => (self.above + last / 2) / DOWN * DOWN + MIDDLE,
        }
    }
}

/// Whether the plans are marked: not those of a longer period, such as the year's next to results of months. Each would
/// read as the plan of its month.
pub(super) fn has_plan_marks(series: &Series) -> bool {
    !series.points().iter().any(|point| point.is_of_longer_plan && point.plan.is_some())
}

/// The values that the plan of a point marks: a target or bound, the two ends of a range.
pub(super) fn plan_values(point: &SeriesPoint) -> impl Iterator<Item = Decimal> + Clone + use<> {
    point.plan.into_iter().flat_map(Target::figures)
}
