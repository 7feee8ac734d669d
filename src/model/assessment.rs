//! The status of an indicator against its plan.
//!
//! Published statements have priority over computed ones, and a doubtful case has no status:
//!
//! 1. a verdict published in words;
//! 2. an actual whose period is only a part of the plan's is in progress, unless more is better and the
//!    plan is reached for good already: a sum, not a rate, or a lower bound (docs/derivation.md);
//! 3. actual against target, by a direction that the source gives or the name makes certain: the values
//!    are compared, not their rounded ratio;
//! 4. a published percent of plan, read as attainment;
//! 5. otherwise there is no status.
//!
//! A direction that was only inferred from the name never contradicts a published percent: then
//! there is no status, and a warning explains it ([`super::Warning::DirectionAgainstPercent`]).

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::words::has_no_good_side;
use super::{Better, Coverage, Indicator, Interval, Plan, Status, Target, derive};

/// Returns the status of an indicator, by the rules of this module.
#[must_use]
pub fn status(indicator: &Indicator) -> Status {
    let Some(plan) = &indicator.plan else {
        return Status::NotAssessed;
    };
    if let Some(verdict) = plan.verdict() {
        return verdict.status;
    }
    match indicator.coverage(plan) {
        Coverage::Whole => of_figures(indicator, plan),
        // The source reports no result yet.
        Coverage::Part if indicator.actual.is_none() && plan.percent().is_none() => {
            Status::NotAssessed
        }
        Coverage::Part => match of_figures(indicator, plan) {
            reached if reached.is_reached() && is_reached_for_good(indicator, plan) => reached,
            _ => Status::InProgress,
        },
        Coverage::Unrelated => Status::NotAssessed,
    }
}

/// Whether a plan that is reached early stays reached: only if more is better. If the direction is
/// not known, or less is better, the rest of the period can reverse it, and a rate always can.
fn is_reached_for_good(indicator: &Indicator, plan: &Plan) -> bool {
    let more = indicator.better == Some(Better::Higher)
        || matches!(plan.target(), Some(Target::AtLeast(_) | Target::Over(_)));
    more && !indicator.is_percentage()
}

/// The status by figures alone, whatever their periods: values by direction, then the published percent.
pub(super) fn of_figures(indicator: &Indicator, plan: &Plan) -> Status {
    let of_values = match (indicator.figure(), plan.target()) {
        (Some(actual), Some(target)) => against_target(actual, target, indicator.better),
        _ => Status::NotAssessed,
    };
    if of_values == Status::NotAssessed {
        return of_attainment(indicator, plan);
    }
    if direction_against_percent(indicator, plan).is_some() {
        return Status::NotAssessed;
    }
    of_values
}

/// Returns the status that a published percent gives, read as attainment. A percent that
/// contradicts plan and actual of the same row is ignored: it may belong to another value.
fn of_attainment(indicator: &Indicator, plan: &Plan) -> Status {
    let Some(percent) = plan.percent() else { return Status::NotAssessed };
    // More spent than estimated is neither good nor bad, nor is a larger share of farming.
    let is_neutral = || {
        percent != Decimal::ONE_HUNDRED && indicator.better.is_none() && has_no_good_side(indicator)
    };
    let is_doubtful = direction_against_percent(indicator, plan).is_some()
        || is_refuted(percent, indicator, plan);
    match is_doubtful || is_neutral() {
        true => Status::NotAssessed,
        false => of_percent(percent),
    }
}

/// Returns the published percent that an inferred direction contradicts: read as attainment it
/// gives another status than the values do. A percent that is only the ratio of these values adds
/// nothing, unless it is 100 next to values that just miss the plan. If less is better and there
/// are no values, an attainment and a ratio cannot be distinguished, unless it is 100.
pub(super) fn direction_against_percent(indicator: &Indicator, plan: &Plan) -> Option<Decimal> {
    let percent = plan.percent().filter(|_| indicator.better_assumed)?;
    let Some((actual, target)) = indicator.figure().zip(plan.target()) else {
        let doubtful = indicator.better == Some(Better::Lower) && percent != Decimal::ONE_HUNDRED;
        return doubtful.then_some(percent);
    };
    let by_values = against_target(actual, target, indicator.better);
    let contradicts = by_values.is_reached() != of_percent(percent).is_reached();
    // 100 is published for 99.96 of 100: that it was reached is what the source says.
    let is_reached = percent == Decimal::ONE_HUNDRED && by_values == Status::Missed;
    (contradicts && (is_reached || !is_ratio(percent, actual, target))).then_some(percent)
}

/// Returns which percents of plan are better: where a lower result is better, the lower ones if they are ratios of the
/// values, the higher ones if they are attainments. `None` where that is not known; 100 is both.
#[must_use]
pub fn better_percent(indicator: &Indicator) -> Option<Better> {
    let (plan, better) = (indicator.plan.as_ref()?, indicator.better?);
    let Some(percent) = plan.percent().filter(|_| better == Better::Lower) else {
        return Some(better);
    };
    match (indicator.figure(), plan.target()) {
        (Some(actual), Some(Target::Value(target))) => {
            if is_ratio(percent, actual, Target::Value(target)) {
                Some(Better::Lower)
            } else {
                is_ratio(percent, target, Target::Value(actual)).then_some(Better::Higher)
            }
        }
        // Without values it is read as attainment, if the source itself says which direction is better.
        _ => (!indicator.better_assumed).then_some(Better::Higher),
    }
}

/// Whether a percent is neither the ratio of the values nor, if lower is better, its inverse.
fn is_refuted(percent: Decimal, indicator: &Indicator, plan: &Plan) -> bool {
    let (Some(actual), Some(Target::Value(target))) = (indicator.figure(), plan.target()) else {
        return false;
    };
    derive::may_be_ratio(percent, actual, target) == Some(false)
        && (indicator.better != Some(Better::Lower)
            || !is_ratio(percent, target, Target::Value(actual)))
}

/// Whether a percent may be the ratio of actual to target, given the rounding of all three.
fn is_ratio(percent: Decimal, actual: Decimal, target: Target) -> bool {
    let Target::Value(target) = target else { return false };
    derive::may_be_ratio(percent, actual, target) == Some(true)
}

/// Returns the status that a percent of plan gives: 100 is met, 100.0001 exceeded.
#[must_use]
pub fn of_percent(percent: Decimal) -> Status {
    match percent.cmp(&Decimal::ONE_HUNDRED) {
        Ordering::Greater => Status::Exceeded,
        Ordering::Equal => Status::Met,
        Ordering::Less => Status::Missed,
    }
}

/// Compares an actual with a target.
///
/// A value is exceeded in the good direction and missed in the other; without a direction only
/// equality gives a status. A range is met within its ends. A bound is met or missed, however it is
/// written ("≥ 93", "over 93"): the plan names no point that could be exceeded.
/// "About" is met by what rounds to it and exceeded beyond that in the good direction; short of it
/// there is no status, because the plan does not say how near is near enough.
///
/// ```
/// use chitieu::model::{Better, Decimal, Status, Target, against_target};
/// let (actual, plan) = (Decimal::new(151, 1), Decimal::new(155, 1));
/// let status = against_target(actual, Target::Value(plan), Some(Better::Lower));
/// assert_eq!(status, Status::Exceeded);
/// ```
#[must_use]
pub fn against_target(actual: Decimal, target: Target, better: Option<Better>) -> Status {
    match target {
        Target::Value(value) => by_direction(actual.cmp(&value), better),
        Target::About(value) => about(actual, value, better),
        Target::Range { low, high } => {
            let beyond = if actual < low {
                Ordering::Less
            } else if actual > high {
                Ordering::Greater
            } else {
                Ordering::Equal
            };
            by_direction(beyond, better)
        }
        Target::AtLeast(bound) => kept(actual >= bound),
        Target::AtMost(bound) => kept(actual <= bound),
        Target::Over(bound) => kept(actual > bound),
        Target::Under(bound) => kept(actual < bound),
    }
}

/// The status of a bound, which can be kept and not exceeded.
fn kept(is_kept: bool) -> Status {
    if is_kept { Status::Met } else { Status::Missed }
}

fn about(actual: Decimal, value: Decimal, better: Option<Better>) -> Status {
    if Interval::of_rounded(value).is_some_and(|rounding| rounding.contains(actual)) {
        return Status::Met;
    }
    match by_direction(actual.cmp(&value), better) {
        Status::Missed => Status::NotAssessed,
        status => status,
    }
}

/// `side` is the order of the actual relative to the target.
fn by_direction(side: Ordering, better: Option<Better>) -> Status {
    match (side, better) {
        (Ordering::Equal, _) => Status::Met,
        (_, None) => Status::NotAssessed,
        (Ordering::Greater, Some(Better::Higher)) | (Ordering::Less, Some(Better::Lower)) => {
            Status::Exceeded
        }
        _ => Status::Missed,
    }
}
