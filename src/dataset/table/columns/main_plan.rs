//! Chooses the main one of several plans: "Trung ương giao" next to "HĐND giao".

use super::comparison::comparison_pairs::{ComparisonPairs, Pair};
use super::comparison::comparison_sample::Samples;
use super::note_reason::NoteReason;
use super::value_columns::ValueColumns;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::period::parse;
use crate::lexicon::role::Role;

/// The value columns of each measure with its main plan.
pub(crate) struct ChosenPlans {
    pub(crate) values: Vec<ValueColumns>,
    pub(super) other_plans: Vec<OtherPlan>,
}

/// A plan that is not the main one of its measure.
pub(super) struct OtherPlan {
    /// The index of the measure.
    pub(super) measure: usize,
    /// The column.
    pub(super) at: usize,
    pub(super) why: NoteReason,
}

/// The main plan of a measure.
struct MainPlan {
    /// The column.
    at: usize,
    /// The columns of the other plans.
    others: Vec<usize>,
    /// The number of rows that support it more than the others.
    evidence: usize,
}

/// Chooses for each measure the plan that the percentages of plan, or the changes from it, in most
/// rows are consistent with; the first if the rows do not decide.
pub(crate) fn choose_plans(
    proposed: Vec<ValueColumns>,
    pairs: &ComparisonPairs<'_>,
    samples: &Samples,
) -> ChosenPlans {
    let mut other_plans = Vec::new();
    let choose = |(measure, columns): (usize, ValueColumns)| {
        let Some(main) = main_plan(&columns, pairs, samples) else { return columns };
        let why = NoteReason::SecondPlan { evidence: main.evidence };
        other_plans.extend(main.others.into_iter().map(|at| OtherPlan { measure, at, why }));
        ValueColumns { plan: Some(main.at), ..columns }
    };
    let values = proposed.into_iter().enumerate().map(choose).collect();
    ChosenPlans { values, other_plans }
}

/// The main plan of a measure; `None` without both a plan and an actual.
fn main_plan(
    columns: &ValueColumns,
    pairs: &ComparisonPairs<'_>,
    samples: &Samples,
) -> Option<MainPlan> {
    let (chosen, actual) = (columns.plan?, columns.actual?);
    let header = pairs.header;
    let year = |column: usize| match &header.columns[column].role {
        Role::Plan(when) => when.year,
        _ => None,
    };
    let evidence = |plan: usize| {
        let is_pair = |pair: &Pair| (pair.actual, pair.base) == (actual, plan);
        let pair = pairs.pairs.iter().position(is_pair);
        let of_plan = pairs.comparing.iter().zip(&samples.all).filter(|(at, _)| {
            let role = &header.columns[**at].role;
            matches!(role, Role::Comparison(Comparison::Plan | Comparison::Either))
        });
        let ratios = of_plan.filter_map(|(_, sample)| Some(sample.votes.get(pair?)?.ratios()));
        // "Variance" and "Variance %" are of the plan that they are the change from.
        let changes = pairs.comparing.iter().zip(&samples.all).filter(|(at, _)| {
            let role = &header.columns[**at].role;
            matches!(role, Role::Comparison(Comparison::Growth | Comparison::Either))
        });
        let changes = changes.filter_map(|(_, sample)| Some(sample.votes.get(pair?)?.changes()));
        ratios.chain(changes).max().unwrap_or(0)
    };
    let plans = header.all(|role| matches!(role, Role::Plan(_)));
    // Next to "Target to date", "Annual target 2024" counts if the percentages are of it.
    let open = |plan: usize| {
        (year(plan).is_none() || year(chosen).is_none()) && evidence(plan) > evidence(chosen)
    };
    let others =
        plans.filter(|plan| *plan != chosen && (year(*plan) == year(chosen) || open(*plan)));
    // The plan of a quarter is no plan for nine months.
    let period = |at: usize| parse(&header.columns[at].heading);
    let may_be_of = |plan: &usize| {
        period(*plan).is_none_or(|of| !of.is_part_of_year() || Some(of) == period(actual))
    };
    let others = others.filter(may_be_of);
    let others: Vec<usize> = others.filter(|plan| pairs.may_be_plan(*plan, actual)).collect();
    let best = others.iter().map(|plan| (evidence(*plan), *plan));
    let better = best.max_by_key(|(count, _)| *count).filter(|(best, _)| *best > evidence(chosen));
    let main = better.map_or(chosen, |(_, plan)| plan);
    let rest: Vec<usize> =
        others.into_iter().chain([chosen]).filter(|plan| *plan != main).collect();
    let most = rest.iter().map(|plan| evidence(*plan)).max().unwrap_or(0);
    let own = Some(evidence(main)).filter(|own| *own > most).unwrap_or(0);
    Some(MainPlan { at: main, others: rest, evidence: own })
}
