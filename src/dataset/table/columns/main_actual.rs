//! Chooses the actual that the percentages of plan are computed from, where the headings leave it open: the
//! total to date next to the value of the last week, and a total that ends after the year of its plan.

use super::comparison::comparison_pairs::{ComparisonPairs, Pair};
use super::comparison::comparison_sample::Samples;
use super::value_columns::ValueColumns;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::period_words::is_cumulated;
use crate::lexicon::role::Role;

/// The fewest rows that are evidence for a pair of columns that the headings do not support.
const FEWEST_ROWS: usize = 2;

/// Corrects the proposed actual of each measure, and a plan that was not proposed, by the percentages of plan.
pub(crate) fn choose_actuals(
    proposed: Vec<ValueColumns>,
    pairs: &ComparisonPairs<'_>,
    samples: &Samples,
) -> Vec<ValueColumns> {
    let evidence = |actual: usize, plan: usize| evidence(pairs, samples, actual, plan);
    let choose = |columns: ValueColumns| match (columns.plan, columns.actual) {
        (Some(plan), Some(actual)) => {
            let text = |at: usize| pairs.header.columns[at].heading.as_str();
            let totals = columns.earlier.iter().copied().filter(|at| is_cumulated(text(*at)));
            let best = totals.max_by_key(|total| evidence(*total, plan));
            let better = best.filter(|total| evidence(*total, plan) > evidence(actual, plan));
            match better.filter(|_| !is_cumulated(text(actual))) {
                Some(total) => with_actual(columns, total),
                None => columns,
            }
        }
        (None, Some(actual)) => {
            let plans = pairs.header.all(|role| matches!(role, Role::Plan(_)));
            let best = plans.max_by_key(|plan| evidence(actual, *plan));
            let plan = best.filter(|plan| evidence(actual, *plan) >= FEWEST_ROWS);
            ValueColumns { plan: plan.filter(|_| pairs.alone.is_none()), ..columns }
        }
        _ => columns,
    };
    proposed.into_iter().map(choose).collect()
}

/// The columns with another actual; the one before becomes a value of another period.
fn with_actual(columns: ValueColumns, actual: usize) -> ValueColumns {
    let others = columns.earlier.iter().copied().filter(|at| *at != actual);
    let mut earlier: Vec<usize> = others.chain(columns.actual).collect();
    earlier.sort_unstable();
    let previous = columns.previous.filter(|at| *at != actual);
    let year_before = columns.year_before.filter(|at| *at != actual);
    ValueColumns { actual: Some(actual), earlier, previous, year_before, ..columns }
}

/// The number of rows in which a percentage of plan is the ratio of two columns; 0 if it is not in most rows.
fn evidence(pairs: &ComparisonPairs<'_>, samples: &Samples, actual: usize, plan: usize) -> usize {
    let is_pair = |pair: &Pair| (pair.actual, pair.base) == (actual, plan);
    let Some(pair) = pairs.pairs.iter().position(is_pair) else { return 0 };
    let of_plan = pairs.comparing.iter().zip(&samples.all).filter(|(at, _)| {
        let role = &pairs.header.columns[**at].role;
        matches!(role, Role::Comparison(Comparison::Plan | Comparison::Either))
    });
    let ratios = of_plan.filter_map(|(_, sample)| {
        let votes = sample.votes.get(pair)?;
        Some(votes.ratios()).filter(|rows| rows * 2 > votes.rows())
    });
    ratios.max().unwrap_or(0)
}
