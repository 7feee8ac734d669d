//! What stands in the columns of a list: the figure, the percent of plan, or the words in its place.

use super::words::Words;
use crate::model::{Actual, Decimal, Indicator, Plan, derive};
use crate::text::sanitize::visible;

/// The figure of an indicator for a column: with a word before an estimate, words as published.
pub(super) fn figure(indicator: &Indicator, words: Words) -> String {
    let figure = match &indicator.actual {
        Some(Actual::Figure(figure)) => {
            let scale = indicator.scale.map(|scale| format!("/{}", words.figure(scale)));
            format!("{}{}", words.figure(*figure), scale.unwrap_or_default())
        }
        Some(Actual::Words(text)) => visible(text).into_owned(),
        None => return words.no_figure().to_owned(),
    };
    if indicator.estimate { format!("{} {figure}", words.estimate()) } else { figure }
}

/// The percent of plan for a column, derived ones marked; empty where there is none.
pub(super) fn percent_text(indicator: &Indicator, words: Words) -> String {
    percent(indicator, words, |figure| words.figure(figure), "")
}

/// The percent of plan, its figure written by `write`; of a derived one the mark stands before it, apart by
/// `gap`. Empty where there is none.
pub(super) fn percent(
    indicator: &Indicator,
    words: Words,
    write: impl Fn(Decimal) -> String,
    gap: &str,
) -> String {
    let published = indicator.plan.as_ref().and_then(Plan::percent);
    match (published, derive::percent_of(indicator)) {
        (Some(percent), _) => write(percent),
        (None, Some(percent)) => words.about(&write(derive::rounded_percent(percent)), gap),
        (None, None) => String::new(),
    }
}

/// What stands in place of a gauge: the verdict, else the rank or the count that tells more than that
/// there is no plan.
pub(super) fn without_percent(indicator: &Indicator, words: Words) -> String {
    match &indicator.plan {
        None => match (indicator.ranks.first(), indicator.count) {
            (Some(rank), _) => words.rank_short(rank),
            (None, Some(count)) => {
                format!("{}/{}", words.figure(count.part), words.figure(count.whole))
            }
            (None, None) => words.no_plan().to_owned(),
        },
        Some(plan) => match (plan.verdict(), plan.target(), plan.words()) {
            (Some(verdict), ..) => words.status(verdict.status).to_owned(),
            (None, Some(target), _) => format!("{} {}", words.plan(), words.target(target)),
            (None, None, Some(text)) => format!("{} {}", words.plan(), visible(text)),
            (None, None, None) => words.no_percent().to_owned(),
        },
    }
}
