//! Why an indicator with a plan has no status, where no warning says so.

use super::assessment::status;
use super::check::warnings;
use super::{Coverage, Indicator, Status};

/// Why an indicator with a plan has no status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unassessed {
    /// There is no result yet.
    NoResult,
    /// Result or plan is in words.
    InWords,
    /// Neither the source nor the name says which direction is better.
    NoDirection,
    /// The periods of result and plan cannot be compared.
    OtherPeriod,
}

/// Returns why an indicator with a plan has no status; `None` if it has one, if there is no plan, or if a warning of
/// [`warnings`] says why.
#[must_use]
pub fn why_not_assessed(indicator: &Indicator) -> Option<Unassessed> {
    let plan = indicator.plan.as_ref()?;
    if status(indicator) != Status::NotAssessed || !warnings(indicator).is_empty() {
        return None;
    }
    if indicator.actual.is_none() && plan.percent().is_none() {
        return Some(Unassessed::NoResult);
    }
    match (indicator.coverage(plan), indicator.figure(), plan.target()) {
        (Coverage::Unrelated, ..) => Some(Unassessed::OtherPeriod),
        (_, Some(_), Some(_)) if indicator.better.is_none() => Some(Unassessed::NoDirection),
        (_, None, _) if plan.percent().is_none() => Some(Unassessed::InWords),
        (_, _, None) if plan.words().is_some() => Some(Unassessed::InWords),
        _ => None,
    }
}
