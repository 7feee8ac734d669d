//! How an indicator stands against its plan.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::{Better, Indicator, Interval, Plan, Target, derive};

/// The four ways of standing against a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Beyond the plan in the good direction.
    Exceeded,
    /// The plan, exactly.
    Met,
    /// Short of the plan.
    Missed,
    /// No plan, or nothing that could be held against it.
    NotAssessed,
}

impl Status {
    /// Every status, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Exceeded, Self::Met, Self::Missed, Self::NotAssessed];
}

/// The status of an indicator. What was published decides before what is computed:
///
/// 1. a published percent of plan (100 is met, 100.0001 exceeded), whatever the direction, unless it is
///    only the ratio of an actual and a target that were published too and less is better: a poverty
///    of 97.4 % of what was allowed is not a plan missed;
/// 2. a published verdict;
/// 3. actual against target, by direction.
#[must_use]
pub fn status(indicator: &Indicator) -> Status {
    let Some(plan) = &indicator.plan else {
        return Status::NotAssessed;
    };
    if let Some(percent) = plan.percent().filter(|_| !is_inverse_ratio(indicator)) {
        return of_percent(percent);
    }
    if let Some(verdict) = plan.verdict() {
        return verdict.status;
    }
    of_figures(indicator)
}

/// Whether the published percent is the plain ratio of actual to target where less is better: then it
/// falls as the plan is exceeded, and the two values tell the status.
#[must_use]
pub(super) fn is_inverse_ratio(indicator: &Indicator) -> bool {
    let plan = indicator.plan.as_ref();
    let (Some(Target::Value(target)), Some(percent), Some(actual), Some(Better::Lower)) = (
        plan.and_then(Plan::target),
        plan.and_then(Plan::percent),
        indicator.figure(),
        indicator.better,
    ) else {
        return false;
    };
    let ratio = derive::percent(actual, target);
    ratio.is_some_and(|ratio| {
        Interval::of_rounded(percent).is_some_and(|rounded| rounded.contains(ratio))
    })
}

/// The status that a percent of plan tells.
#[must_use]
pub fn of_percent(percent: Decimal) -> Status {
    match percent.cmp(&Decimal::ONE_HUNDRED) {
        Ordering::Greater => Status::Exceeded,
        Ordering::Equal => Status::Met,
        Ordering::Less => Status::Missed,
    }
}

/// The status that actual and target tell; not assessed where either is missing or in words.
#[must_use]
pub(super) fn of_figures(indicator: &Indicator) -> Status {
    match (indicator.figure(), indicator.plan.as_ref().and_then(Plan::target)) {
        (Some(actual), Some(target)) => against_target(actual, target, indicator.better),
        _ => Status::NotAssessed,
    }
}

/// Holds an actual against a target.
///
/// A value is exceeded in the good direction and missed in the other; without a direction only
/// equality says anything. A range is met within its ends. "Over" and "under" are met or missed:
/// the plan names no point that could be exceeded. "At least" and "at most" carry their direction.
/// "About" is met by what rounds to it and exceeded beyond that in the good direction; short of it
/// nothing is said, as the plan does not tell how near is near enough.
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
        Target::AtLeast(bound) => by_direction(actual.cmp(&bound), Some(Better::Higher)),
        Target::AtMost(bound) => by_direction(actual.cmp(&bound), Some(Better::Lower)),
        Target::Over(bound) if actual > bound => Status::Met,
        Target::Under(bound) if actual < bound => Status::Met,
        Target::Over(_) | Target::Under(_) => Status::Missed,
    }
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

/// `side` is where the actual lies, seen from the target.
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
