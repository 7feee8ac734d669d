//! Derived values: each rule is one function, and each result is marked as derived.
//!
//! A published figure is rounded, so a value derived from it is an interval. A [`Derived`] has that
//! interval and the estimate for figures taken as exact.

use rust_decimal::{Decimal, RoundingStrategy};

use super::words::{base_period, is_countable, is_rank_unit};
use super::{
    Better, Change, ChangeUnit, Coverage, Indicator, Interval, Period, Plan, PlanTerms, Rank,
    Target,
};

/// A value that was not published but can be derived from published ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Derived {
    /// The value for figures taken as exact, rounded to the decimals worth showing.
    pub estimate: Decimal,
    /// The possible values, given the rounding of the published figures.
    pub interval: Interval,
}

impl Derived {
    /// `published` is the figure whose number of decimals the estimate keeps as a minimum.
    fn new(estimate: Decimal, interval: Interval, published: Decimal) -> Self {
        let scale = decimals_worth_showing(interval.low, published.scale());
        let estimate = round(estimate, scale);
        let estimate = if estimate.is_integer() { estimate.trunc() } else { estimate };
        Self { estimate, interval }
    }

    /// Returns the interval at the decimals worth showing, rounded outward: 55.1 … 56.7.
    #[must_use]
    pub fn shown(&self) -> Interval {
        self.interval.outward(decimals_worth_showing(self.interval.low, self.estimate.scale()))
    }
}

/// Returns the target derived from an actual and the published percent of plan.
///
/// 57 ± 0.5 at 102 ± 0.5 % gives 55.1 … 56.7. `None` if the percent may be zero or the actual is
/// not positive: a ratio is meaningless then.
#[must_use]
pub fn target(actual: Decimal, percent: Decimal) -> Option<Derived> {
    let interval = target_within(Interval::of_rounded(actual)?, percent)?;
    Some(Derived::new(per_cent_of(actual, percent)?, interval, actual))
}

/// Returns the targets that are possible for an interval of actuals.
fn target_within(actual: Interval, percent: Decimal) -> Option<Interval> {
    let percent = Interval::of_rounded(percent)?;
    if actual.high <= Decimal::ZERO || actual.low < Decimal::ZERO || percent.low <= Decimal::ZERO {
        return None;
    }
    let low = per_cent_of(actual.low, percent.high)?;
    Some(Interval { low, high: per_cent_of(actual.high, percent.low)? })
}

/// Returns the percent of a target that an actual reaches, unrounded.
///
/// `None` for a target of zero or less and for a negative actual: with a change of sign a percent
/// is meaningless.
#[must_use]
pub fn percent(actual: Decimal, target: Decimal) -> Option<Decimal> {
    if target <= Decimal::ZERO || actual < Decimal::ZERO {
        return None;
    }
    actual.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(target)
}

/// Returns the possible percents of plan, given the rounding of actual and target; `None` where a
/// percent is meaningless.
#[must_use]
pub fn ratio(actual: Decimal, target: Decimal) -> Option<Interval> {
    if target <= Decimal::ZERO || actual < Decimal::ZERO {
        return None;
    }
    let (actual, target) = (Interval::of_rounded(actual)?, Interval::of_rounded(target)?);
    let low = percent(actual.low.max(Decimal::ZERO), target.high)?;
    Some(Interval { low, high: percent(actual.high, target.low)? })
}

/// Whether a percent may be the ratio of actual to target, given the rounding of all three; `None` where a percent is
/// meaningless.
pub(crate) fn may_be_ratio(percent: Decimal, actual: Decimal, target: Decimal) -> Option<bool> {
    // Most are, which needs no division.
    if fits_multiplied(percent, actual, target) == Some(true) {
        return Some(true);
    }
    let ratio = ratio(actual, target)?;
    Some(Interval::of_rounded(percent).is_some_and(|percent| ratio.meets(percent)))
}

/// Whether a percent of a target may be an actual, computed in whole numbers; `None` if these are too large, or a
/// percent is meaningless.
fn fits_multiplied(percent: Decimal, actual: Decimal, target: Decimal) -> Option<bool> {
    let is_rounded = |value: &Decimal| value.scale() < Decimal::MAX_SCALE;
    if target <= Decimal::ZERO || actual < Decimal::ZERO {
        return None;
    }
    if ![percent, actual, target].iter().all(is_rounded) {
        return None;
    }
    // In halves of its last digit, the ends of what rounds to a figure are whole numbers.
    let halves = |value: Decimal| value.mantissa().checked_mul(2);
    let (part, whole, ratio) = (halves(actual)?, halves(target)?, halves(percent)?);
    let of_part = 10_i128.checked_pow(actual.scale())?;
    // 100 percent of the halves of one figure are 200 of those of two.
    let of_product = 10_i128.checked_pow(percent.scale() + target.scale())?.checked_mul(200)?;
    let product = |ratio: i128, whole: i128| ratio.checked_mul(whole)?.checked_mul(of_part);
    let not_above = product(ratio - 1, whole - 1)? <= (part + 1).checked_mul(of_product)?;
    let not_below = (part - 1).max(0).checked_mul(of_product)? <= product(ratio + 1, whole + 1)?;
    Some(not_above && not_below)
}

/// Returns the earlier value derived from an actual and its change, in percent or in points.
///
/// `None` for a change in places, for a fall of 100 % or more, and for a percent of a negative.
#[must_use]
pub fn previous(actual: Decimal, change: &Change) -> Option<Derived> {
    let interval = previous_within(Interval::of_rounded(actual)?, change)?;
    match change.unit {
        ChangeUnit::Places => None,
        ChangeUnit::Points => {
            Some(Derived { estimate: actual.checked_sub(change.amount)?, interval })
        }
        ChangeUnit::Percent => {
            Some(Derived::new(per_cent_of(actual, index(change.amount)?)?, interval, actual))
        }
    }
}

/// Returns the earlier values that are possible for an interval of actuals.
fn previous_within(actual: Interval, change: &Change) -> Option<Interval> {
    let amount = Interval::of_rounded(change.amount)?;
    match change.unit {
        ChangeUnit::Places => None,
        ChangeUnit::Points => Some(Interval {
            low: actual.low.checked_sub(amount.high)?,
            high: actual.high.checked_sub(amount.low)?,
        }),
        ChangeUnit::Percent => {
            let (low, high) = (index(amount.low)?, index(amount.high)?);
            let sense = actual.high > Decimal::ZERO && actual.low >= Decimal::ZERO;
            if !sense || low <= Decimal::ZERO {
                return None;
            }
            Some(Interval {
                low: per_cent_of(actual.low, high)?,
                high: per_cent_of(actual.high, low)?,
            })
        }
    }
}

/// Converts a growth of 16.7 % to the index 116.7.
fn index(growth: Decimal) -> Option<Decimal> {
    growth.checked_add(Decimal::ONE_HUNDRED)
}

/// Returns a derived value as a whole number if the unit counts things. A count is exact: it is
/// treated as rounded only if no whole number can be derived otherwise. `within` computes the
/// derived interval for an interval of actuals.
fn counted(
    indicator: &Indicator,
    derived: Derived,
    within: impl Fn(Interval) -> Option<Interval>,
) -> Derived {
    let unit = indicator.unit.as_deref();
    let Some(count) = indicator.figure().filter(|actual| actual.is_integer()) else {
        return derived;
    };
    if !unit.is_some_and(is_countable) {
        return derived;
    }
    let exact = within(Interval { low: count, high: count }).and_then(Interval::whole_numbers);
    let Some(interval) = exact.or_else(|| derived.interval.whole_numbers()) else { return derived };
    let estimate = round(derived.estimate, 0).normalize().clamp(interval.low, interval.high);
    Derived { estimate, interval }
}

/// Returns the earlier place derived from a place and the places gained: 22nd, up 8, was 30th.
/// `None` if the ranking has no such place.
#[must_use]
pub fn previous_rank(rank: &Rank) -> Option<u32> {
    let earlier = i64::from(rank.position) + i64::from(rank.change?);
    u32::try_from(earlier).ok().filter(|place| rank.has_place(*place))
}

/// Returns the derived target of an indicator: only if no target was published and the percent is
/// for the plan's whole period, or how much of the period it is for is known.
#[must_use]
pub fn target_of(indicator: &Indicator) -> Option<Derived> {
    let (actual, plan) = (indicator.figure()?, indicator.plan.as_ref()?);
    let PlanTerms::Percent { percent, .. } = plan.terms else { return None };
    let derived = target(actual, percent)?;
    Some(counted(indicator, derived, |actual| target_within(actual, percent)))
}

/// Returns the derived percent of plan of an indicator, unrounded: only if no percent was
/// published, the target is one value, and the actual accumulates towards it. A quarter has no
/// percent of a year's plan.
#[must_use]
pub fn percent_of(indicator: &Indicator) -> Option<Decimal> {
    let plan = indicator.plan.as_ref()?;
    match plan.terms {
        PlanTerms::Target { target: Target::Value(target), percent: None, .. }
            if indicator.adds_up_to(plan)
                && !indicator.unit.as_deref().is_some_and(is_rank_unit)
                // On the way to a lower target a percent is meaningless: 420 % of a poverty rate of
                // 5 %.
                && (indicator.better != Some(Better::Lower) || is_due(indicator, plan)) =>
        {
            percent(indicator.figure()?, target)
        }
        _ => None,
    }
}

/// Whether the period of the plan is over.
fn is_due(indicator: &Indicator, plan: &Plan) -> bool {
    indicator.coverage(plan) == Coverage::Whole
}

/// Returns the derived earlier value of an indicator, and the change it is derived from. A value that the
/// source gives itself is not derived.
#[must_use]
pub fn previous_of(indicator: &Indicator) -> Option<(Derived, &Change)> {
    let actual = indicator.figure()?;
    let year = indicator.period.and_then(Period::last_year);
    let is_published = |change: &&Change| {
        let mut others = indicator.earlier.iter();
        others.any(|other| base_period::may_be_same(&change.period, &other.period, year))
    };
    let changes = indicator.changes.iter().filter(|change| !is_published(change));
    changes.into_iter().find_map(|change| {
        let derived = previous(actual, change)?;
        Some((counted(indicator, derived, |actual| previous_within(actual, change)), change))
    })
}

/// Returns a derived percent of plan rounded: to one decimal, or to as many as are needed not to be 100
/// if it is not exactly 100. What is less than another whole percent is not rounded up to it: 94.97 is
/// below 95, and found as such.
#[must_use]
pub fn rounded_percent(percent: Decimal) -> Decimal {
    let rounded = (1..=6)
        .map(|scale| round(percent, scale).normalize())
        .find(|shown| *shown != Decimal::ONE_HUNDRED || percent == Decimal::ONE_HUNDRED)
        .unwrap_or(percent);
    if rounded.is_integer() && rounded > percent {
        return percent.round_dp_with_strategy(1, RoundingStrategy::ToZero);
    }
    rounded
}

/// Returns a derived percent as it is shown: [`rounded_percent`] with at least one decimal, so that the
/// decimals of a column are below each other.
#[must_use]
pub fn shown_percent(percent: Decimal) -> Decimal {
    with_decimals(rounded_percent(percent), 1)
}

/// Returns a value with at least so many decimals.
#[must_use]
pub fn with_decimals(mut value: Decimal, least: u32) -> Decimal {
    if value.scale() < least {
        value.rescale(least);
    }
    value
}

/// Returns the whole of which `value` is the given percent.
fn per_cent_of(value: Decimal, percent: Decimal) -> Option<Decimal> {
    value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(percent)
}

/// Returns the number of decimals to show: at least those published, and at least three significant
/// digits.
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
