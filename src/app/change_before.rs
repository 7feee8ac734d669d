//! The change of an indicator against the period before: the published one, or else the one that its series gives.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Catalog;
use crate::lexicon::listed_units::is_rate;
use crate::model::{ChangeUnit, Indicator, PointsOf, Series, derive};

/// A change against an earlier period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangeBefore {
    /// Signed; a fall is negative.
    pub amount: Decimal,
    /// The unit of the amount.
    pub unit: ChangeUnit,
    /// What points are of.
    pub points: PointsOf,
    /// Whether it was derived from the results of both periods.
    pub is_derived: bool,
}

impl ChangeBefore {
    /// The change of an indicator; `series` is its own and contains it as the point of number `index`.
    #[must_use]
    pub fn of(indicator: &Indicator, index: usize, series: &Series) -> Option<Self> {
        if let Some(change) = indicator.changes.first() {
            let (amount, unit) = (change.amount, change.unit);
            return Some(Self { amount, unit, points: indicator.points(), is_derived: false });
        }
        let at = series.points().iter().position(|point| point.indicator == Some(index))?;
        // What a month adds to the sum of those before is no change against them.
        let difference = series.change(at).filter(|_| !series.is_growing())?;
        Self::between(indicator, difference, series.points()[at].value?)
    }

    /// The change of an indicator from the first to the last result of its series.
    fn over_all(indicator: &Indicator, series: &Series) -> Option<Self> {
        let mut values = series.points().iter().filter_map(|point| point.value);
        let (first, last) = (values.next()?, values.next_back()?);
        Self::between(indicator, last.checked_sub(first)?, last)
    }

    /// The change that a difference of results is, of which the later one is `value`.
    fn between(indicator: &Indicator, difference: Decimal, value: Decimal) -> Option<Self> {
        let points = indicator.points();
        let derived = |amount, unit| Some(Self { amount, unit, points, is_derived: true });
        // A place won is no percent, and a smaller number.
        if indicator.is_place() {
            return derived(-difference, ChangeUnit::Places);
        }
        // For a rate or a score the difference says more than the percent of a percent.
        if indicator.is_percentage() || indicator.scale.is_some() {
            return derived(difference, ChangeUnit::Points);
        }
        // A rate without a unit may be in percent or per thousand.
        if indicator.unit.is_none() && is_rate(&indicator.name) {
            let (amount, unit, points) = (difference, ChangeUnit::Points, PointsOf::Unit);
            return Some(Self { amount, unit, points, is_derived: true });
        }
        let before = value.checked_sub(difference)?;
        // A percent of a negative value, or of a change of sign, says nothing.
        if before <= Decimal::ZERO || value < Decimal::ZERO {
            return None;
        }
        let percent = difference.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(before)?;
        let rounded = percent.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
        derived(derive::with_decimals(rounded, 1), ChangeUnit::Percent)
    }
}

impl Catalog {
    /// Returns the change of an indicator against the period before.
    #[must_use]
    pub fn change_before(&self, index: usize, indicator: &Indicator) -> Option<ChangeBefore> {
        let has_series = !indicator.earlier.is_empty() || self.slices.len() > 1;
        let needs_series = indicator.changes.is_empty() && has_series;
        let series = if needs_series { self.series(index) } else { Series::default() };
        ChangeBefore::of(indicator, index, &series)
    }
    /// Returns the change of an indicator from the first to the last period of its series.
    #[must_use]
    pub fn change_over_all(&self, index: usize, indicator: &Indicator) -> Option<ChangeBefore> {
        let has_series = !indicator.earlier.is_empty() || self.slices.len() > 1;
        has_series.then(|| ChangeBefore::over_all(indicator, &self.series(index))).flatten()
    }
}
