//! Chooses the plan and the actual among the columns of several periods, by their headings.

use std::cmp::Reverse;

use super::far_plans::without_next_plans;
use super::month_targets::{Dated, newest_of_months};
use crate::dataset::table::layout::header::Header;
use crate::lexicon::capital_stage::CapitalStage;
use crate::lexicon::financial_year;
use crate::lexicon::measure::{is_same, measure, shared};
use crate::lexicon::part_of_year::PartSpan;
use crate::lexicon::period::parse;
use crate::lexicon::period_words::{
    HeadingPeriod, is_cumulated, is_cumulated_over_years, is_goal, is_of_term, last_month,
};
use crate::lexicon::phrases::key;
use crate::lexicon::role::Role;
use crate::lexicon::role_words::is_current;
use crate::model::{Period, Span};

/// The columns of a plan and an actual, as far as there are any.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct PlanAndActual {
    pub(super) plan: Option<usize>,
    pub(super) actual: Option<usize>,
}

/// The columns of a plan and of the actual that it is for.
#[derive(Debug, Clone, Copy)]
struct ValuePair {
    plan: usize,
    actual: usize,
}

/// The plan and its actual: of the last year that has both, or else the last of each.
pub(super) fn plan_and_actual(
    header: &Header,
    title: Option<Period>,
    wanted: &dyn Fn(usize) -> bool,
) -> PlanAndActual {
    let plans = dated(header, wanted, |role| match role {
        Role::Plan(when) => Some(when),
        _ => None,
    });
    let mut actuals = dated(header, wanted, |role| match role {
        Role::Actual(when) if !when.previous => Some(when),
        _ => None,
    });
    let plans = without_next_plans(header, plans, &actuals);
    last_stage(header, &mut actuals);
    newest_of_months(header, &plans, &mut actuals);
    totals_to_date(header, &plans, &mut actuals);
    part_or_whole(header, &plans, &mut actuals, title);
    match last_pair(header, &plans, &actuals) {
        Some(ValuePair { plan, actual }) => {
            PlanAndActual { plan: Some(plan), actual: Some(actual) }
        }
        None => last_of_each(header, &plans, &actuals),
    }
}

/// The wanted columns of a role, with their periods.
fn dated<'h>(
    header: &'h Header,
    wanted: &dyn Fn(usize) -> bool,
    period: impl Fn(&'h Role) -> Option<&'h HeadingPeriod>,
) -> Dated<'h> {
    let columns = header.columns.iter().enumerate().filter(|(at, _)| wanted(*at));
    columns.filter_map(|(at, column)| Some((at, period(&column.role)?))).collect()
}

/// Removes what was allotted next to any result, and the work done next to what was paid for it: those are other
/// measures.
fn last_stage(header: &Header, actuals: &mut Dated<'_>) {
    for stage in [CapitalStage::Allotted, CapitalStage::Done] {
        let of = |at: usize| CapitalStage::of(&header.columns[at].heading);
        let is_later = |at: usize| match stage {
            CapitalStage::Allotted => of(at) != Some(stage),
            _ => of(at) == Some(CapitalStage::Paid),
        };
        if actuals.iter().any(|(at, _)| is_later(*at)) {
            actuals.retain(|(at, _)| of(*at) != Some(stage));
        }
    }
}

/// The plan and actual of one year and one measure: of the last year; within it of the longest period and its last
/// value, with the first plan.
fn last_pair(header: &Header, plans: &Dated<'_>, actuals: &Dated<'_>) -> Option<ValuePair> {
    let measures: Vec<Vec<String>> =
        header.columns.iter().map(|column| measure(&column.heading)).collect();
    let is_one_year = |(plan, actual)| plan == actual;
    let mut best = None;
    for (plan, planned) in plans {
        for (actual, reached) in actuals {
            let pair = ValuePair { plan: *plan, actual: *actual };
            // Between "KH 2024" and "KH 2025", "Ước TH" is of 2024.
            let before = planned_before(plans, *actual).filter(|_| reached.year.is_none());
            let years = planned.year.zip(reached.year.or(before));
            // The plan of a month is not that of the months up to it.
            let is_shorter = planned.part && planned.months < reached.months;
            if !is_shorter
                && is_in_year_of(header, pair).unwrap_or_else(|| years.is_none_or(is_one_year))
                && are_of_one_measure(&measures, plans, actuals, pair)
            {
                // Next to a plan without a year, an actual without one is this year's.
                let year = planned.year.or(reached.year).or(Some(u16::MAX));
                // Next to a quarter, "Q2 Target" rather than "Annual target".
                let of_one_length = planned.months == reached.months;
                let last = month(header, *actual);
                // "Quý II · KH" is the plan of the second quarter, not that of the first.
                let of_one_part = planned.part && of_one_length && month(header, *plan) == last;
                // "Quý III" ends with the month that "9 tháng" ends with.
                let period = |at: usize| parse(&header.columns[at].heading);
                let of_one_period = period(*plan).is_some() && period(*plan) == period(*actual);
                let of_one = (of_one_period, of_one_length, of_one_part);
                let pair = (year, reached.months, last, *actual, of_one, Reverse(*plan));
                best = best.max(Some(pair));
            }
        }
    }
    best.map(|(.., actual, _, Reverse(plan))| ValuePair { plan, actual })
}

/// Whether a result is of the financial year of its plan, if the plan is of one and the result can
/// be of only one: "Year ending March 2023" is not of "Target 2023/24".
fn is_in_year_of(header: &Header, ValuePair { plan, actual }: ValuePair) -> Option<bool> {
    let text = |at: usize| header.columns[at].heading.as_str();
    let plan = parse(text(plan)).filter(|plan| plan.span() == Span::SplitYear)?;
    let year = financial_year::first_year(text(actual))?;
    Some(plan.first_year() == Some(year))
}

/// Whether no other columns are more alike: with "Diện tích · KH, TH" and "Sản lượng · KH, TH", a plan is compared with
/// the actual of its own measure only.
fn are_of_one_measure(
    measures: &[Vec<String>],
    plans: &Dated<'_>,
    actuals: &Dated<'_>,
    ValuePair { plan, actual }: ValuePair,
) -> bool {
    let first = plans.first().map(|(plan, _)| &measures[*plan]);
    let common = |plan: usize, actual: usize| shared(&measures[plan], &measures[actual]);
    let own = common(plan, actual);
    first.is_none_or(|first| is_same(first, &measures[plan]))
        && plans.iter().all(|(plan, _)| common(*plan, actual) <= own)
        && actuals.iter().all(|(actual, _)| common(plan, *actual) <= own)
}

/// The last plan and the last actual, where no pair is of one year.
fn last_of_each(header: &Header, plans: &Dated<'_>, actuals: &Dated<'_>) -> PlanAndActual {
    let year = |column: Option<usize>, columns: &Dated<'_>| {
        columns.iter().find(|(at, _)| Some(*at) == column).and_then(|(_, when)| when.year)
    };
    let (plan, actual) = (latest(header, plans), latest(header, actuals));
    let of_term = plan.zip(actual).is_some_and(|(plan, actual)| {
        is_reached_on_the_way(header, plans.len(), ValuePair { plan, actual })
    });
    match (year(plan, plans), year(actual, actuals)) {
        // A plan for a year that has no actual yet.
        (Some(planned), Some(reached)) if planned > reached && !of_term => {
            PlanAndActual { plan, actual: None }
        }
        (Some(planned), Some(reached)) if planned < reached => PlanAndActual { plan: None, actual },
        _ => PlanAndActual { plan, actual },
    }
}

/// The column of the last period.
fn latest(header: &Header, columns: &Dated<'_>) -> Option<usize> {
    // Next to "Tháng 8/2024", "Lũy kế 8 tháng" is of the same year.
    let last = columns.iter().filter_map(|(_, when)| when.year).max();
    let year = |at: usize, when: &HeadingPeriod| {
        // Next to "Baseline 2020", "Latest" is newer than any year.
        let newest = is_current(&key(&header.columns[at].heading)).then_some(u16::MAX);
        when.year.or(last.filter(|_| when.part)).or(newest)
    };
    let order =
        |at: usize, when: &HeadingPeriod| (year(at, when), when.months, month(header, at), at);
    columns.iter().max_by_key(|(at, when)| order(*at, when)).map(|(at, _)| *at)
}

/// The last month that a heading names.
fn month(header: &Header, at: usize) -> u8 {
    last_month(&key(&header.columns[at].heading))
}

/// Removes the values of a year or of an unnamed period next to a total to date, if the plan is for a term of
/// several years or the other value names no period: "Thực hiện năm 2024" next to "Lũy kế đến hết năm 2024" and
/// "Mục tiêu 2021-2025".
fn totals_to_date(
    header: &Header,
    plans: &[(usize, &HeadingPeriod)],
    actuals: &mut Vec<(usize, &HeadingPeriod)>,
) {
    let text = |at: usize| header.columns[at].heading.as_str();
    let of_terms = !plans.is_empty() && plans.iter().all(|(at, _)| is_of_term(text(*at)));
    let over_years = |at: usize| is_cumulated_over_years(text(at));
    if !of_terms && actuals.iter().any(|(at, _)| !over_years(*at)) {
        // A total since the beginning of the program says nothing about the plan of a year.
        actuals.retain(|(at, _)| !over_years(*at));
    }
    let totals = actuals.iter().filter(|(at, _)| is_cumulated(text(*at)));
    let Some(total) = totals.map(|(at, when)| (when.year, *at)).max() else { return };
    let of_part = plans.iter().any(|(_, plan)| plan.part);
    let is_shorter = |(at, when): &(usize, &HeadingPeriod)| {
        let unnamed = when.year.is_none() && !when.part && parse(text(*at)).is_none();
        let within = when.year.is_none() || total.0.is_none() || when.year <= total.0;
        !is_cumulated(text(*at)) && (unnamed && !of_part || of_terms && within)
    };
    actuals.retain(|actual| !is_shorter(actual));
}

/// Removes from the actuals of parts of a year and of the whole year those that are not the actual. Normally
/// the whole year wins. But the value since the beginning of the year wins against an estimate of the whole
/// year, because that is not a result in a report of six months. Next to a plan for the following year, the
/// estimate wins: that plan is based on it.
fn part_or_whole(
    header: &Header,
    plans: &[(usize, &HeadingPeriod)],
    actuals: &mut Vec<(usize, &HeadingPeriod)>,
    title: Option<Period>,
) {
    let wholes = actuals.iter().filter(|(_, when)| !when.part);
    let Some((at, whole)) = wholes.max_by_key(|(_, when)| when.year).copied() else { return };
    let last = plans.iter().filter_map(|(_, plan)| plan.year).max();
    let year = |at: usize, when: &HeadingPeriod| when.year.or(planned_before(plans, at)).or(last);
    let of_whole = year(at, whole);
    let is_reached = |(at, when): &&(usize, &HeadingPeriod)| {
        let text = &header.columns[*at].heading;
        let until = parse(text).is_some_and(Period::is_since_new_year);
        let so_far = until || PartSpan::of(&key(text)).is_since_new_year();
        when.part && year(*at, when) == of_whole && so_far
    };
    let longest = actuals.iter().filter(|(_, when)| when.part).max_by_key(|(_, when)| when.months);
    let next_year = plans.iter().any(|(_, plan)| plan.year.is_some() && of_whole < plan.year);
    let of_part = title.is_some_and(Period::is_part_of_year);
    if whole.estimate && longest.filter(is_reached).is_some() && (of_part || !next_year) {
        actuals.retain(|(at, when)| when.part || year(*at, when) != of_whole);
        return;
    }
    // Next to "TH 2023", "6 tháng" is of this year.
    let newer = |when: &HeadingPeriod| {
        whole.year.is_some() && when.year.is_none_or(|year| whole.year < Some(year))
    };
    actuals.retain(|(_, when)| !when.part || newer(when));
}

/// The last year among the plans left of a column.
fn planned_before(plans: &[(usize, &HeadingPeriod)], column: usize) -> Option<u16> {
    plans.iter().filter(|(at, _)| *at < column).filter_map(|(_, plan)| plan.year).max()
}

/// Whether the plan is for a term of several years, or a goal for a later year, so that the actual is on the
/// way to it. A goal counts if it is the only plan and is left of the actual; otherwise it may be next year's
/// plan.
fn is_reached_on_the_way(
    header: &Header,
    plans: usize,
    ValuePair { plan, actual }: ValuePair,
) -> bool {
    let text = &header.columns[plan].heading;
    let only = || plans == 1;
    let year = |column: usize| match &header.columns[column].role {
        Role::Plan(when) | Role::Actual(when) => when.year,
        _ => None,
    };
    let far = || year(plan).zip(year(actual)).is_some_and(|(plan, actual)| plan > actual + 1);
    is_of_term(text) || only() && (far() || is_goal(text) && plan < actual)
}
