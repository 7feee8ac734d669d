//! The periods of the plans of some indicators: whether they have one in common, which a heading can name.

use crate::model::{Coverage, Indicator, PartOfPlan, Period, Status};

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

/// Which results of one month or quarter there are next to plans of a longer period, and whether the derived percents
/// of the first ones are shown: next to later ones without a percent they would read as theirs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PartsOfPlans {
    /// Whether there are first ones, which have a percent.
    pub(super) has_first: bool,
    /// Whether there are later ones.
    pub(super) has_later: bool,
    /// Whether the percents of the first ones are left out, as the same place has later ones.
    pub(super) hides_first: bool,
}

impl PartsOfPlans {
    pub(super) fn of(part: Option<PartOfPlan>) -> Self {
        let [has_first, has_later] =
            [PartOfPlan::First, PartOfPlan::Later].map(|one| part == Some(one));
        Self { has_first, has_later, hides_first: false }
    }

    pub(super) fn with(self, other: Self) -> Self {
        Self {
            has_first: self.has_first || other.has_first,
            has_later: self.has_later || other.has_later,
            hides_first: self.hides_first || other.hides_first,
        }
    }

    /// Whether a list shows the percents of first ones.
    pub(super) fn shows_first(self) -> bool {
        self.has_first && !self.hides_first
    }
}

impl PlanPeriods {
    /// Adds the plan of an indicator.
    pub(super) fn add(&mut self, indicator: &Indicator, status: Status, has_percent: bool) {
        let Some(plan) = &indicator.plan else { return };
        // The year's plan of a month without a result has no status, and is no more the month's.
        let is_open = |status| status == Status::NotAssessed && indicator.actual.is_none();
        let is_of_longer = || indicator.coverage(plan) == Coverage::Part;
        let is_in_progress = status == Status::InProgress || is_open(status) && is_of_longer();
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
