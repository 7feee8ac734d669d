//! Plans of a term of several years and goals, which the results of single years are on the way to, next to the plan of
//! the next year.

use super::month_targets::Dated;
use crate::dataset::table::layout::header::Header;
use crate::lexicon::period::parse;
use crate::lexicon::period_words::{is_goal, is_of_term};
use crate::model::{Period, Span};

/// The plans without those of a single year after all results, next to one of a term or a goal,
/// which the results are on the way to: "Kế hoạch 2021 - 2025 | Thực hiện 2021 - 2024 | Kế hoạch
/// năm 2025".
pub(super) fn without_next_plans<'h>(
    header: &Header,
    plans: Dated<'h>,
    actuals: &Dated<'_>,
) -> Dated<'h> {
    let reached =
        actuals.iter().filter_map(|(at, when)| last_year(header, *at).or(when.year)).max();
    let (Some(reached), Some((first, _))) = (reached, actuals.first()) else { return plans };
    let is_far = |at: usize| at < *first && is_far(header, at);
    if !plans.iter().any(|(at, _)| is_far(*at)) {
        return plans;
    }
    let is_next = |at: usize| {
        let period = parse(&header.columns[at].heading);
        period.is_some_and(|of| of.span() == Span::Year && of.first_year() > Some(reached))
    };
    plans.into_iter().filter(|(at, _)| is_far(*at) || !is_next(*at)).collect()
}

/// The last year that the heading of a column names.
fn last_year(header: &Header, at: usize) -> Option<u16> {
    parse(&header.columns[at].heading).and_then(Period::last_year)
}

/// Whether a plan is of a term of several years, or a goal.
pub(super) fn is_far(header: &Header, at: usize) -> bool {
    let text = &header.columns[at].heading;
    is_of_term(text) || is_goal(text)
}
