//! Consistency checks of the published data: a failed check is a warning next to the figure, never
//! a silent correction.

use rust_decimal::Decimal;

use super::words::is_ratio_of_counts;
use super::{
    Better, Count, Coverage, Dataset, Indicator, Interval, Period, Plan, Rank, Status,
    StatusCounts, Target, assessment, derive, is_countable,
};

/// An inconsistency in a published indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// The ratio of the count is not the published percentage, or its part is not the actual.
    CountAgainstActual {
        /// The value computed from the count.
        from_count: Decimal,
        /// The published value.
        actual: Decimal,
    },
    /// The part of a count is greater than its whole.
    PartAboveWhole(Count),
    /// A place outside the ranking.
    RankOutOfRange(Rank),
    /// A change of rank that leads outside the ranking.
    PreviousRankOutOfRange(Rank),
    /// A score above the maximum of its scale.
    ScoreAboveScale {
        /// The published score.
        actual: Decimal,
        /// The published maximum.
        scale: Decimal,
    },
    /// The published percent of plan is not possible for plan and actual.
    PercentAgainstPlan {
        /// The published value.
        published: Decimal,
        /// The possible percents, given the rounding of the figures.
        possible: Interval,
    },
    /// The verdict in words contradicts the figures.
    VerdictAgainstFigures {
        /// The status of the verdict.
        verdict: Status,
        /// The status of the figures.
        figures: Status,
    },
    /// The verdict in words says that the plan was exceeded by an actual below it, or missed by one above it, where
    /// nothing says which direction is better.
    VerdictAgainstValues {
        /// The status of the verdict.
        verdict: Status,
        /// Whether the actual is above the plan.
        is_above: bool,
    },
    /// A direction that was inferred from the name contradicts the published percent: there is no
    /// status.
    DirectionAgainstPercent {
        /// The inferred direction.
        better: Better,
        /// The published value.
        percent: Decimal,
    },
    /// Another plan than the main one fails a check.
    OtherPlan {
        /// Its name, if the source gives one.
        name: Option<String>,
        /// What it fails.
        warning: Box<Warning>,
    },
}

/// An inconsistency between the totals of a source and its indicators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TotalsMismatch {
    /// More indicators are assessed than the source counts.
    Assessed {
        /// The number in the source.
        published: u32,
        /// The number counted from its indicators.
        counted: usize,
    },
    /// The number of missed plans is not the number that the source names.
    Missed {
        /// The number in the source.
        published: u32,
        /// The number counted from its indicators.
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

/// Returns all checks that an indicator fails, in a fixed order.
#[must_use]
pub fn warnings(indicator: &Indicator) -> Vec<Warning> {
    let mut found = Vec::new();
    found.extend(count(indicator));
    found.extend(indicator.ranks.iter().filter_map(rank));
    found.extend(score(indicator));
    found.extend(percent(indicator));
    found.extend(verdict(indicator));
    found.extend(direction(indicator));
    for plan in &indicator.other_plans {
        let against = indicator.against(plan);
        let failed = [percent(&against), verdict(&against)].into_iter().flatten();
        found.extend(failed.map(|warning| Warning::OtherPlan {
            name: plan.name.clone(),
            warning: Box::new(warning),
        }));
    }
    found
}

/// Checks a count: part ≤ whole, and either the ratio is the published percentage within rounding
/// (1251/1292 = 96,83 %) or the part is the actual.
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

/// Checks that a rank and the earlier rank are within the ranking.
fn rank(rank: &Rank) -> Option<Warning> {
    if !rank.has_place(rank.position) {
        Some(Warning::RankOutOfRange(rank.clone()))
    } else if rank.change.is_some() && derive::previous_rank(rank).is_none() {
        Some(Warning::PreviousRankOutOfRange(rank.clone()))
    } else {
        None
    }
}

/// Checks that a score is not above the maximum of its scale.
fn score(indicator: &Indicator) -> Option<Warning> {
    let (actual, scale) = (indicator.figure()?, indicator.scale?);
    (actual > scale).then_some(Warning::ScoreAboveScale { actual, scale })
}

/// Checks that a published percent of plan is possible for plan and actual within rounding. If less
/// is better, or may be, the ratio of plan to actual is also accepted.
fn percent(indicator: &Indicator) -> Option<Warning> {
    let plan = indicator.plan.as_ref()?;
    let (Target::Value(target), Some(published)) = (plan.target()?, plan.percent()) else {
        return None;
    };
    let actual = indicator.figure()?;
    if target <= Decimal::ZERO || actual < Decimal::ZERO {
        return None;
    }
    let rounding = Interval::of_rounded(published)?;
    if derive::may_be_ratio(published, actual, target)? {
        return None;
    }
    let possible = derive::ratio(actual, target)?;
    let attainment = || derive::ratio(target, actual).is_some_and(|ratio| ratio.meets(rounding));
    let fits = indicator.better != Some(Better::Higher) && attainment();
    (!fits).then(|| Warning::PercentAgainstPlan {
        published,
        possible: possible.outward(published.scale().max(1)),
    })
}

/// Checks that the verdict in words agrees with the figures, as far as their rounding leaves no
/// doubt. Figures for a part of the plan's period contradict nothing, and "Đạt" for an exceeded
/// plan is imprecise but no contradiction.
fn verdict(indicator: &Indicator) -> Option<Warning> {
    let plan = indicator.plan.as_ref()?;
    let verdict = plan.verdict()?.status;
    if is_reached_early(indicator, plan, verdict) {
        return Some(Warning::VerdictAgainstFigures { verdict, figures: Status::InProgress });
    }
    if indicator.coverage(plan) != Coverage::Whole || verdict == Status::InProgress {
        return None;
    }
    // Fewer pupils for each teacher than planned may be "Vượt" as well as "Chưa đạt".
    if indicator.better.is_none() && is_ratio_of_counts(indicator) {
        return None;
    }
    let figures = assessment::of_figures(indicator, plan);
    if figures == Status::NotAssessed {
        return verdict_without_direction(indicator, plan, verdict);
    }
    let contradicts =
        figures.is_reached() != verdict.is_reached() && !is_rounded_to_plan(indicator, plan);
    contradicts.then_some(Warning::VerdictAgainstFigures { verdict, figures })
}

/// Whether a verdict says of the result of one year that it reached the target of a later one,
/// which the figures do not: it may be about a milestone on the way.
fn is_reached_early(indicator: &Indicator, plan: &Plan, verdict: Status) -> bool {
    let year = |period: Option<Period>| period.and_then(Period::last_year);
    let is_later = year(plan.period).zip(year(indicator.period)).is_some_and(|(of, own)| of > own);
    verdict.is_reached()
        && is_later
        && indicator.coverage(plan) == Coverage::Part
        && assessment::of_figures(indicator, plan) == Status::Missed
}

/// The same for figures without a direction: "Vượt" for less than planned and "Chưa đạt" for more
/// are doubtful, whichever of the two is better.
fn verdict_without_direction(
    indicator: &Indicator,
    plan: &Plan,
    verdict: Status,
) -> Option<Warning> {
    let (actual, target) = (indicator.figure()?, plan.target()?);
    let Target::Value(target) = target else { return None };
    let is_above = actual > target;
    let contradicts = match verdict {
        Status::Exceeded => actual < target,
        Status::Missed => is_above,
        _ => false,
    };
    // "Red" judges the result as it is, whichever direction is better.
    let is_colour = plan.verdict().is_some_and(|verdict| is_colour(&verdict.text));
    let is_open = indicator.better.is_none() && !is_colour && !is_rounded_to_plan(indicator, plan);
    (contradicts && is_open).then_some(Warning::VerdictAgainstValues { verdict, is_above })
}

/// Whether a verdict is the colour of a traffic light.
fn is_colour(text: &str) -> bool {
    const COLOURS: [&str; 6] = ["red", "amber", "green", "đỏ", "vàng", "xanh"];
    COLOURS.contains(&text.trim().to_lowercase().as_str())
}

/// Whether, because of rounding, the actual may be on either side of the plan.
fn is_rounded_to_plan(indicator: &Indicator, plan: &Plan) -> bool {
    let rounded = |value: Decimal| Interval::of_rounded(value);
    let values = indicator.figure().zip(plan.target()).and_then(|(actual, target)| match target {
        Target::Value(target) => rounded(actual).zip(rounded(target)),
        _ => None,
    });
    let percent = || plan.percent().and_then(rounded);
    let counted = || indicator.unit.as_deref().is_some_and(is_countable);
    let are_whole = |(actual, target): &(Interval, Interval)| {
        let width = |of: &Interval| of.high - of.low;
        width(actual) == Decimal::ONE && width(target) == Decimal::ONE
    };
    match values {
        // 17 communes are not rounded.
        Some((actual, target)) if counted() && are_whole(&(actual, target)) => actual == target,
        Some((actual, target)) => actual.meets(target),
        None => percent().is_some_and(|percent| percent.contains(Decimal::ONE_HUNDRED)),
    }
}

/// Checks that a direction inferred from the name fits the published percent.
fn direction(indicator: &Indicator) -> Option<Warning> {
    let plan = indicator.plan.as_ref().filter(|plan| plan.verdict().is_none())?;
    let percent = assessment::direction_against_percent(indicator, plan)?;
    Some(Warning::DirectionAgainstPercent { better: indicator.better?, percent })
}
