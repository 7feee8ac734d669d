//! The result of one month or one quarter next to the plan of a longer period.

use super::{Coverage, Indicator, Period, PlanTerms, Target, derive};

/// How the result of one month or quarter compares with the plan of a longer period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOfPlan {
    /// It is the first one, so that it adds up to the plan by itself and a percent can be derived.
    First,
    /// It does not add up to the plan without those before it.
    Later,
}

impl PartOfPlan {
    /// Returns how a result compares with its plan; `None` for one of another kind, or with a published percent.
    #[must_use]
    pub fn of(indicator: &Indicator) -> Option<Self> {
        let plan = indicator.plan.as_ref()?;
        let is_part = indicator.period.is_some_and(Period::is_one_of_equal_parts);
        let is_value = matches!(plan.target(), Some(Target::Value(_)));
        let is_published = matches!(plan.terms, PlanTerms::Target { percent: Some(_), .. });
        if !is_part || !is_value || is_published || indicator.figure().is_none() {
            return None;
        }
        if !indicator.adds_up_to(plan) {
            return Some(Self::Later);
        }
        let has_percent = || derive::percent_of(indicator).is_some();
        (indicator.coverage(plan) == Coverage::Part && has_percent()).then_some(Self::First)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Actual, Decimal, Plan};

    #[test]
    fn only_the_first_part_of_a_year_adds_up_to_its_plan() {
        let of = |period: Option<Period>, of_plan: Option<Period>| {
            let target = Target::Value(Decimal::ONE_HUNDRED);
            let plan: Plan = PlanTerms::Target { target, percent: None, verdict: None }.into();
            PartOfPlan::of(&Indicator {
                period,
                actual: Some(Actual::Figure(Decimal::TEN)),
                plan: Some(Plan { period: of_plan, ..plan }),
                ..Indicator::named("a", "Lúa")
            })
        };
        let year = Some(Period::year(2024));
        let month = |month| Period::month(Some(2024), month);
        assert_eq!(of(month(1), year), Some(PartOfPlan::First));
        assert_eq!(of(month(2), year), Some(PartOfPlan::Later));
        assert_eq!(of(month(2), month(2)), None);
        assert_eq!(of(Period::first_months(Some(2024), 6), year), None);
        assert_eq!(of(year, year), None);
    }
}
