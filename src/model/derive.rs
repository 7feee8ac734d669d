//! What follows from published figures: each rule one function, each result marked as derived.
//!
//! A published figure is rounded, so what follows from it is an interval. A [`Derived`] carries
//! both that interval and the estimate that the figures give when they are taken as exact.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Change, ChangeUnit, Indicator, Interval, Plan, Rank, Target};

/// A value that was not published but follows from published ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Derived {
    /// The published figures taken as exact, rounded to the decimals worth showing.
    pub estimate: Decimal,
    /// What the rounding of the published figures leaves open.
    pub interval: Interval,
}

impl Derived {
    /// `published` is the figure whose number of decimals the estimate keeps at least.
    fn new(estimate: Decimal, interval: Interval, published: Decimal) -> Self {
        let scale = decimals_worth_showing(interval.low, published.scale());
        let estimate = round(estimate, scale);
        let estimate = if estimate.is_integer() { estimate.trunc() } else { estimate };
        Self { estimate, interval }
    }

    /// The interval at the decimals worth showing, rounded outward: 55.1 … 56.7.
    #[must_use]
    pub fn shown(&self) -> Interval {
        self.interval.outward(decimals_worth_showing(self.interval.low, self.estimate.scale()))
    }
}

/// The target that follows from an actual and the percent of plan that was published with it.
///
/// 57 ± 0.5 at 102 ± 0.5 % leaves 55.1 … 56.7. `None` where the percent may be zero or the actual is
/// not positive: a ratio says nothing there.
#[must_use]
pub fn target(actual: Decimal, percent: Decimal) -> Option<Derived> {
    let (a, p) = (Interval::of_rounded(actual)?, Interval::of_rounded(percent)?);
    if actual <= Decimal::ZERO || a.low < Decimal::ZERO || p.low <= Decimal::ZERO {
        return None;
    }
    let interval = Interval { low: per_cent_of(a.low, p.high)?, high: per_cent_of(a.high, p.low)? };
    Some(Derived::new(per_cent_of(actual, percent)?, interval, actual))
}

/// The percent of a target that an actual reaches, unrounded.
///
/// `None` for a target of zero or less and for a negative actual: with a change of sign a percent
/// means nothing.
#[must_use]
pub fn percent(actual: Decimal, target: Decimal) -> Option<Decimal> {
    if target <= Decimal::ZERO || actual < Decimal::ZERO {
        return None;
    }
    actual.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(target)
}

/// The earlier value that follows from an actual and its change, in percent or in points.
///
/// `None` for a change in places, for a fall of 100 % or more, and for a percent of a negative.
#[must_use]
pub fn previous(actual: Decimal, change: &Change) -> Option<Derived> {
    let (a, c) = (Interval::of_rounded(actual)?, Interval::of_rounded(change.amount)?);
    match change.unit {
        ChangeUnit::Places => None,
        ChangeUnit::Points => {
            let interval =
                Interval { low: a.low.checked_sub(c.high)?, high: a.high.checked_sub(c.low)? };
            Some(Derived { estimate: actual.checked_sub(change.amount)?, interval })
        }
        ChangeUnit::Percent => {
            let index = |growth: Decimal| growth.checked_add(Decimal::ONE_HUNDRED);
            let (low, high) = (index(c.low)?, index(c.high)?);
            if actual <= Decimal::ZERO || a.low < Decimal::ZERO || low <= Decimal::ZERO {
                return None;
            }
            let interval =
                Interval { low: per_cent_of(a.low, high)?, high: per_cent_of(a.high, low)? };
            let estimate = per_cent_of(actual, index(change.amount)?)?;
            Some(Derived::new(estimate, interval, actual))
        }
    }
}

/// The earlier place that follows from a place and the places gained: 22nd, up 8, was 30th.
/// `None` where that is no place in the ranking.
#[must_use]
pub fn previous_rank(rank: &Rank) -> Option<u32> {
    let earlier = i64::from(rank.position) + i64::from(rank.change?);
    u32::try_from(earlier).ok().filter(|place| rank.has_place(*place))
}

/// The derived target of an indicator: only where no target was published.
#[must_use]
pub fn target_of(indicator: &Indicator) -> Option<Derived> {
    match indicator.plan {
        Some(Plan::Percent { percent, .. }) => target(indicator.figure()?, percent),
        _ => None,
    }
}

/// The derived percent of plan of an indicator, unrounded: only where no percent was published and
/// the target is one value.
#[must_use]
pub fn percent_of(indicator: &Indicator) -> Option<Decimal> {
    match indicator.plan {
        Some(Plan::Target { target: Target::Value(target), percent: None, .. }) => {
            percent(indicator.figure()?, target)
        }
        _ => None,
    }
}

/// The derived earlier value of an indicator, with the change that it follows from.
#[must_use]
pub fn previous_of(indicator: &Indicator) -> Option<(Derived, &Change)> {
    let actual = indicator.figure()?;
    indicator.changes.iter().find_map(|change| Some((previous(actual, change)?, change)))
}

/// A derived percent of plan as it is shown: one decimal, or as many as it takes not to read as
/// exactly 100 when it is not.
#[must_use]
pub fn rounded_percent(percent: Decimal) -> Decimal {
    (1..=6)
        .map(|scale| round(percent, scale).normalize())
        .find(|shown| *shown != Decimal::ONE_HUNDRED || percent == Decimal::ONE_HUNDRED)
        .unwrap_or(percent)
}

/// `value` as the given percent of an unknown whole: the whole.
fn per_cent_of(value: Decimal, percent: Decimal) -> Option<Decimal> {
    value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(percent)
}

/// At least the decimals that were published, and at least three significant digits.
fn decimals_worth_showing(value: Decimal, published: u32) -> u32 {
    let mut scale = published;
    while scale < 3 && value.abs() < Decimal::from(10_i64.pow(2_u32.saturating_sub(scale))) {
        scale += 1;
    }
    scale
}

fn round(value: Decimal, scale: u32) -> Decimal {
    value.round_dp_with_strategy(scale, RoundingStrategy::MidpointAwayFromZero)
}
