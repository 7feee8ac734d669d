//! Checks that follow from the data: a failed one is a warning beside the figure, never a silent
//! correction.

use rust_decimal::Decimal;

use super::{
    Better, Count, Coverage, Dataset, Indicator, Interval, Plan, Rank, Status, StatusCounts,
    Target, assessment, derive,
};

/// What does not fit together in an indicator as published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// The ratio of the count is not the published percentage, or its part not the actual.
    CountAgainstActual {
        /// What the count gives.
        from_count: Decimal,
        /// What was published.
        actual: Decimal,
    },
    /// More than the whole.
    PartAboveWhole(Count),
    /// A place outside the ranking.
    RankOutOfRange(Rank),
    /// A change of rank that leads outside the ranking.
    PreviousRankOutOfRange(Rank),
    /// A score above the top of its scale.
    ScoreAboveScale {
        /// The published score.
        actual: Decimal,
        /// The published top of the scale.
        scale: Decimal,
    },
    /// The published percent of plan is not what plan and actual give.
    PercentAgainstPlan {
        /// What was published.
        published: Decimal,
        /// What the figures allow, rounding counted in.
        possible: Interval,
    },
    /// The verdict in words says something else than the figures.
    VerdictAgainstFigures {
        /// What the words say.
        verdict: Status,
        /// What the figures say.
        figures: Status,
    },
    /// A direction that was inferred from the name contradicts the published percent: nothing is said of
    /// the plan.
    DirectionAgainstPercent {
        /// What the name was taken for.
        better: Better,
        /// What was published.
        percent: Decimal,
    },
}

/// What does not fit together in what a source says of its indicators as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TotalsMismatch {
    /// More indicators have a plan than the source counts.
    Assessed {
        /// What the source counts.
        published: u32,
        /// What its indicators give.
        counted: usize,
    },
    /// Not as many missed their plan as the source names.
    Missed {
        /// What the source names.
        published: u32,
        /// What its indicators give.
        counted: usize,
    },
}

/// Compares the totals of a source with the statuses of its indicators.
#[must_use]
pub fn totals_mismatches(dataset: &Dataset) -> Vec<TotalsMismatch> {
    let Some(totals) = &dataset.totals else { return Vec::new() };
    let mut counts = StatusCounts::default();
    let all = &dataset.indicators;
    all.each(0..all.len(), |indicator| counts.add(assessment::status(indicator)));
    let mut found = Vec::new();
    let assessed = counts.total() - counts.get(Status::NotAssessed);
    let published = totals.plan_indicators;
    if usize::try_from(published).is_ok_and(|published| assessed > published) {
        found.push(TotalsMismatch::Assessed { published, counted: assessed });
    }
    let (published, counted) = (totals.missed_named, counts.get(Status::Missed));
    if usize::try_from(published).is_ok_and(|published| counted != published) {
        found.push(TotalsMismatch::Missed { published, counted });
    }
    found
}

/// Every check that an indicator fails, in a fixed order.
#[must_use]
pub fn warnings(indicator: &Indicator) -> Vec<Warning> {
    let mut found = Vec::new();
    found.extend(count(indicator));
    found.extend(indicator.ranks.iter().filter_map(rank));
    found.extend(score(indicator));
    found.extend(percent(indicator));
    found.extend(verdict(indicator));
    found.extend(direction(indicator));
    found
}

/// Part ≤ whole; the ratio is the published percentage within rounding (1251/1292 = 96,83 %), or the
/// part is the actual.
fn count(indicator: &Indicator) -> Option<Warning> {
    let count = indicator.count?;
    if count.part > count.whole {
        return Some(Warning::PartAboveWhole(count));
    }
    let actual = indicator.figure()?;
    let from_count = if indicator.is_percentage() {
        let ratio = derive::percent(count.part, count.whole)?;
        if Interval::of_rounded(actual)?.contains(ratio) {
            return None;
        }
        derive::rounded_percent(ratio)
    } else {
        count.part
    };
    (from_count != actual).then_some(Warning::CountAgainstActual { from_count, actual })
}

/// A place, and the place it came from, lies within the ranking.
fn rank(rank: &Rank) -> Option<Warning> {
    if !rank.has_place(rank.position) {
        Some(Warning::RankOutOfRange(rank.clone()))
    } else if rank.change.is_some() && derive::previous_rank(rank).is_none() {
        Some(Warning::PreviousRankOutOfRange(rank.clone()))
    } else {
        None
    }
}

/// A score does not pass the top of its scale.
fn score(indicator: &Indicator) -> Option<Warning> {
    let (actual, scale) = (indicator.figure()?, indicator.scale?);
    (actual > scale).then_some(Warning::ScoreAboveScale { actual, scale })
}

/// A published percent of plan is possible, given plan and actual and their rounding. Where less is better,
/// it may be the attainment, plan to actual, as well.
fn percent(indicator: &Indicator) -> Option<Warning> {
    let plan = indicator.plan.as_ref()?;
    let (Target::Value(target), Some(published)) = (plan.target()?, plan.percent()) else {
        return None;
    };
    let actual = indicator.figure()?;
    if target <= Decimal::ZERO || actual < Decimal::ZERO {
        return None;
    }
    let (mut a, t) = (Interval::of_rounded(actual)?, Interval::of_rounded(target)?);
    a.low = a.low.max(Decimal::ZERO);
    let rounding = Interval::of_rounded(published)?;
    // Nothing is divided for the many that fit.
    if t.low > Decimal::ZERO && may_be_percent(rounding, a, t) == Some(true) {
        return None;
    }
    let possible = derive::ratio(actual, target)?;
    let attainment = || derive::ratio(target, actual).is_some_and(|ratio| ratio.meets(rounding));
    let fits = possible.meets(rounding) || indicator.better == Some(Better::Lower) && attainment();
    (!fits).then(|| Warning::PercentAgainstPlan {
        published,
        possible: possible.outward(published.scale().max(1)),
    })
}

/// Whether a percentage may be that of something in something positive; `None` where the numbers are too
/// large to tell.
fn may_be_percent(percent: Interval, of: Interval, whole: Interval) -> Option<bool> {
    let hundredfold = |value: Decimal| value.checked_mul(Decimal::ONE_HUNDRED);
    let not_above = percent.low.checked_mul(whole.low)? <= hundredfold(of.high)?;
    let not_below = hundredfold(of.low)? <= percent.high.checked_mul(whole.high)?;
    Some(not_above && not_below)
}

/// The verdict in words says what the figures say, as far as their rounding leaves no doubt. Figures of a
/// part of the plan's period say nothing against it, and "Đạt" of what was exceeded is loose, no
/// contradiction.
fn verdict(indicator: &Indicator) -> Option<Warning> {
    let plan = indicator.plan.as_ref()?;
    let verdict = plan.verdict()?.status;
    if indicator.coverage(plan) != Coverage::Whole || verdict == Status::InProgress {
        return None;
    }
    let figures = assessment::of_figures(indicator, plan);
    let contradicts = figures != Status::NotAssessed
        && figures.is_reached() != verdict.is_reached()
        && !is_rounded_to_plan(indicator, plan);
    contradicts.then_some(Warning::VerdictAgainstFigures { verdict, figures })
}

/// Whether rounding leaves open on which side of the plan the actual lies.
fn is_rounded_to_plan(indicator: &Indicator, plan: &Plan) -> bool {
    let rounded = |value: Decimal| Interval::of_rounded(value);
    let values = indicator.figure().zip(plan.target()).and_then(|(actual, target)| match target {
        Target::Value(target) => rounded(actual).zip(rounded(target)),
        _ => None,
    });
    let percent = || plan.percent().and_then(rounded);
    match values {
        Some((actual, target)) => actual.meets(target),
        None => percent().is_some_and(|percent| percent.contains(Decimal::ONE_HUNDRED)),
    }
}

/// A direction that was only inferred from the name does not fit the published percent.
fn direction(indicator: &Indicator) -> Option<Warning> {
    let plan = indicator.plan.as_ref().filter(|plan| plan.verdict().is_none())?;
    let percent = assessment::direction_against_percent(indicator, plan)?;
    Some(Warning::DirectionAgainstPercent { better: indicator.better?, percent })
}
