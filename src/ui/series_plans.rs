//! Which plans of a series are shown next to its results: a plan of a longer period, such as the year's next to months,
//! must not read as the plan of each of them.

use super::words::Words;
use crate::model::{Series, SeriesPoint};

/// The plans of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SeriesPlans {
    /// Those of the periods themselves; one of a longer period is left out.
    Own,
    /// Plans of longer periods, which differ: their heading says whose they are.
    OfLonger,
    /// None, or one of a longer period that all have in common: the facts name it once.
    Nothing,
}

impl SeriesPlans {
    pub(super) fn of(series: &Series) -> Self {
        let plans = || series.points().iter().filter(|point| point.plan.is_some());
        let Some(first) = plans().next() else { return Self::Nothing };
        if plans().any(|point| !point.is_of_longer_plan) {
            return Self::Own;
        }
        let are_same = plans().all(|point| point.plan == first.plan);
        if are_same { Self::Nothing } else { Self::OfLonger }
    }

    /// The heading of the column of plans: "KH", "KH năm".
    pub(super) fn heading(self, series: &Series, words: Words) -> String {
        let last = series.points().iter().rev().find(|point| point.plan.is_some());
        match last.filter(|_| self == Self::OfLonger) {
            Some(point) => words.plan_name(point.plan_period, Some(point.period)),
            None => words.plan_short().to_owned(),
        }
    }

    /// The plan of a point in the column; empty if there is none, or it is not shown.
    pub(super) fn text(self, point: &SeriesPoint, words: Words) -> String {
        let is_shown = match self {
            Self::Own => !point.is_of_longer_plan,
            Self::OfLonger => true,
            Self::Nothing => false,
        };
        point.plan.filter(|_| is_shown).map(|plan| words.target(plan)).unwrap_or_default()
    }
}
