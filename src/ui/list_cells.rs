//! The cells of a list row: the figure, the percent of plan, or the words in place of a percent.

use super::words::Words;
use crate::model::{Actual, Coverage, Decimal, Indicator, Plan, Status, derive, status};
use crate::text::sanitize::visible;

/// The figure for a column: an estimate marked by a word, a value in words as published.
pub(super) fn figure(indicator: &Indicator, words: Words) -> String {
    let figure = match &indicator.actual {
        Some(Actual::Figure(figure)) => {
            let scale = indicator.scale.map(|scale| format!("/{}", words.figure(scale)));
            format!("{}{}", words.figure(*figure), scale.unwrap_or_default())
        }
        Some(Actual::Words(text)) => visible(text).into_owned(),
        None => return words.no_figure().to_owned(),
    };
    match words.stage(indicator.estimate, indicator.preliminary) {
        Some(stage) => format!("{stage} {figure}"),
        None => figure,
    }
}

/// The figure, or the rank of an indicator that nothing else is published of: "hạng 3".
pub(super) fn figure_or_rank(indicator: &Indicator, words: Words) -> String {
    indicator.only_rank().map_or_else(|| figure(indicator, words), |rank| words.rank_short(rank))
}

/// The percent of plan for a column, a derived one marked; empty if there is none.
pub(super) fn percent_text(indicator: &Indicator, words: Words) -> String {
    percent(indicator, words, |figure| words.figure(figure), "")
}

/// The percent of plan, formatted by `write`; a derived one is preceded by its marker and `gap`. Empty if
/// there is none.
pub(super) fn percent(
    indicator: &Indicator,
    words: Words,
    write: impl Fn(Decimal) -> String,
    gap: &str,
) -> String {
    let published = indicator.plan.as_ref().and_then(Plan::percent);
    match (published, derive::percent_of(indicator)) {
        (Some(percent), _) => write(percent),
        (None, Some(percent)) => words.about(&write(derive::shown_percent(percent)), gap),
        (None, None) => String::new(),
    }
}

/// The plan for a column: its target, else its words; empty if there is neither.
pub(super) fn plan(indicator: &Indicator, words: Words) -> String {
    let Some(plan) = &indicator.plan else { return String::new() };
    match (plan.target(), plan.words()) {
        (Some(target), _) => words.target(target),
        (None, Some(text)) => visible(text).into_owned(),
        (None, None) => String::new(),
    }
}

/// What the plan of an indicator is called before its target; one of a longer period than the result by its period:
/// "KH", "KH năm".
pub(super) fn plan_name(indicator: &Indicator, words: Words) -> String {
    // The year's plan of a month without a result has no status, and is no more the month's.
    let is_longer = |plan: &&Plan| {
        let is_alone = indicator.actual.is_none();
        status(indicator) == Status::InProgress
            || is_alone && indicator.coverage(plan) == Coverage::Part
    };
    let plan = indicator.plan.as_ref().filter(is_longer);
    words.plan_name(plan.and_then(|plan| plan.period), indicator.period)
}

/// The target in a narrow place of a gauge: "KH 1.058,4".
pub(super) fn shorter_without_percent(indicator: &Indicator, words: Words) -> Option<String> {
    let terms = indicator.plan.as_ref().filter(|plan| plan.verdict().is_none())?;
    terms.target().is_some().then_some(()).or(terms.words().map(|_| ()))?;
    Some(format!("{} {}", plan_name(indicator, words), plan(indicator, words)))
}

/// The words in place of a gauge. With a plan: the verdict, else the target. Without: the rank or count, as
/// that says more than the missing plan.
pub(super) fn without_percent(indicator: &Indicator, words: Words) -> String {
    match &indicator.plan {
        None => match (indicator.ranks.first(), indicator.count) {
            (Some(rank), _) => words.rank_short(rank),
            (None, Some(count)) => {
                format!("{}/{}", words.figure(count.part), words.figure(count.whole))
            }
            (None, None) => words.no_plan().to_owned(),
        },
        Some(plan) => {
            let short = plan_name(indicator, words);
            let name = if short == words.plan_short() { words.plan() } else { &short };
            match (plan.verdict(), plan.target(), plan.words()) {
                (Some(verdict), ..) => words.status(verdict.status).to_owned(),
                (None, Some(target), _) => format!("{name} {}", words.target(target)),
                (None, None, Some(text)) => format!("{name} {}", visible(text)),
                (None, None, None) => words.no_percent().to_owned(),
            }
        }
    }
}
