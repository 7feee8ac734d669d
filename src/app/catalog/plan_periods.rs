//! The periods of the plans of some indicators: whether they have one in common, which a heading can name.

use crate::model::{Indicator, Period, Status};

/// What the plans of some indicators, and their percents, are of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PlanPeriods {
    /// Of all plans.
    pub plans: CommonPeriod,
    /// Of those plans that there is a percent of.
    pub percents: CommonPeriod,
}

/// The period that plans have in common.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CommonPeriod {
    /// The period of the first plan; `None` without a plan.
    first: Option<Option<Period>>,
    /// Whether another plan is of another period.
    differ: bool,
    /// The period of the first result.
    pub of_result: Option<Period>,
    /// Whether a plan is in progress, and whether one is not.
    pub in_progress: bool,
    pub(super) over: bool,
}

impl PlanPeriods {
    /// Adds the plan of an indicator.
    pub(super) fn add(&mut self, indicator: &Indicator, status: Status, has_percent: bool) {
        let Some(plan) = &indicator.plan else { return };
        let is_in_progress = status == Status::InProgress;
        let one = CommonPeriod {
            first: Some(plan.period),
            differ: false,
            of_result: indicator.period,
            in_progress: is_in_progress,
            over: !is_in_progress,
        };
        self.plans = self.plans.with(one);
        if has_percent {
            self.percents = self.percents.with(one);
        }
    }

    pub(super) fn with(self, other: Self) -> Self {
        Self { plans: self.plans.with(other.plans), percents: self.percents.with(other.percents) }
    }
}

impl CommonPeriod {
    fn with(self, other: Self) -> Self {
        let (Some(own), Some(others)) = (self.first, other.first) else {
            return if self.first.is_some() { self } else { other };
        };
        Self {
            differ: self.differ || other.differ || own != others,
            in_progress: self.in_progress || other.in_progress,
            over: self.over || other.over,
            ..self
        }
    }

    /// The period that all plans have in common, if there are plans: `None` in it if their period is not known.
    #[must_use]
    pub fn one(&self) -> Option<Option<Period>> {
        self.first.filter(|_| !self.differ)
    }

    /// Whether there are plans and all of them are in progress.
    #[must_use]
    pub fn is_all_in_progress(&self) -> bool {
        self.in_progress && !self.over
    }
}
