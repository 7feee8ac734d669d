//! Decides what each column is, from the decisions about plans, comparisons and rankings.

use super::column::ColumnKind;
use super::comparison::comparison_reading::ComparisonReading;
use super::judged_values::judged;
use super::main_plan::{ChosenPlans, OtherPlan};
use super::note_reason::NoteReason;
use super::plan_and_actual::PlanAndActual;
use super::plan_period::ColumnPeriods;
use super::rank_owner;
use super::ranking::{Ranking, rankings};
use super::value_columns::ValueColumns;
use super::value_group::ValueGroup;
use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::row_axes::RowKind;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::period_words::is_cumulated;
use crate::lexicon::phrases::{has, key};
use crate::lexicon::role::Role;
use crate::model::Period;

/// What each column is, and the group of values that it belongs to.
pub(super) struct Assignment {
    columns: Vec<AssignedColumn>,
    values: Vec<ValueColumns>,
    rankings: Vec<OwnedRanking>,
}

/// What a column is.
#[derive(Debug, Clone, PartialEq)]
struct AssignedColumn {
    kind: ColumnKind,
    /// The index of its group; 0 for a column that belongs to none.
    group: usize,
}

/// A ranking with the values that it is of.
struct OwnedRanking {
    /// The column of the ranks.
    at: usize,
    /// The index of the values.
    owner: usize,
}

impl Assignment {
    /// Assigns the columns of a header; `subject` is the indicator that the title names.
    pub(super) fn of(
        header: &Header,
        plans: ChosenPlans,
        comparisons: Vec<ComparisonReading>,
        subject: Option<&str>,
    ) -> Self {
        let ChosenPlans { values, other_plans } = plans;
        let rankings = rankings(header, &values);
        let by_heading = |at| AssignedColumn { kind: by_heading(header, at), group: 0 };
        let mut columns: Vec<AssignedColumn> = (0..header.columns.len()).map(by_heading).collect();
        let mut assign = |at: usize, kind: ColumnKind, group: usize| {
            columns[at] = AssignedColumn { kind, group };
        };
        for ranking in &rankings {
            let others = [ranking.previous, ranking.change].into_iter().flatten();
            others.for_each(|at| assign(at, ColumnKind::OfRank, 0));
        }
        for ranking in &rankings {
            assign(ranking.at, ColumnKind::Rank(ranking.clone()), 0);
        }
        for OtherPlan { measure, at, why } in other_plans {
            assign(at, ColumnKind::Kept(Some(why)), measure);
        }
        for (group, values) in values.iter().enumerate() {
            let plan = values.plan.map(|at| (at, ColumnKind::Plan));
            let actual = values.actual.map(|at| (at, ColumnKind::Actual));
            let earlier = values.earlier.iter().map(|at| (*at, ColumnKind::Earlier));
            for (at, kind) in earlier.chain(plan).chain(actual) {
                assign(at, kind, group);
            }
        }
        for reading in comparisons {
            match reading {
                ComparisonReading::Of { group, found } => {
                    assign(found.at, ColumnKind::Comparison(found), group);
                }
                ComparisonReading::Kept { at, why, group } => {
                    assign(at, ColumnKind::Kept(why), group);
                }
            }
        }
        assign_verdicts(header, &values, &mut columns);
        let (values, rankings) = owned(header, subject, values, rankings);
        keep_ratings_with_ranks(header, &rankings, &mut columns);
        Self { columns, values, rankings }
    }

    /// The groups of values: that of the main measure, and the others. `title` is the period in the title.
    pub(super) fn groups(
        &self,
        header: &Header,
        title: Option<Period>,
    ) -> (ValueGroup, Vec<ValueGroup>) {
        // Where each row is of its own period, the one in the title is that of none of them.
        let by_row = header.axes.rows == RowKind::Periods || header.axes.period.is_some();
        let title = title.filter(|_| !by_row);
        let group = |(group, values): (usize, &ValueColumns)| {
            let own = PlanAndActual { plan: values.plan, actual: values.actual };
            ValueGroup {
                columns: values.clone(),
                comparisons: self.comparisons(group),
                kept: self.kept(header, group),
                rankings: self.rankings_of(group),
                crosses: self.all(group, |kind| *kind == ColumnKind::Cross),
                verdict: self.all(group, |kind| *kind == ColumnKind::Verdict).first().copied(),
                periods: match ColumnPeriods::of(header, own, title) {
                    periods if by_row => periods.of_rows(),
                    periods => periods,
                },
                ..ValueGroup::default()
            }
        };
        let mut groups = self.values.iter().enumerate().map(group);
        let first = |kind: ColumnKind| self.columns.iter().position(|own| own.kind == kind);
        let main = ValueGroup {
            is_main: true,
            scale: first(ColumnKind::Scale),
            id: first(ColumnKind::Id),
            ..groups.next().unwrap_or_default()
        };
        (main, groups.collect())
    }

    /// The columns of a group that are kept in the notes: not those that say of where and when the values are.
    fn kept(&self, header: &Header, group: usize) -> Vec<usize> {
        let mut kept = self.all(group, |kind| matches!(kind, ColumnKind::Kept(_)));
        kept.retain(|at| !header.axes.has(*at));
        kept
    }

    /// The columns of the ranks that are of a group.
    fn rankings_of(&self, group: usize) -> Vec<usize> {
        let own = self.rankings.iter().filter(|ranking| ranking.owner == group);
        own.map(|ranking| ranking.at).collect()
    }

    /// What each column is.
    pub(super) fn into_kinds(self) -> impl Iterator<Item = ColumnKind> {
        self.columns.into_iter().map(|column| column.kind)
    }

    fn all(&self, group: usize, wanted: impl Fn(&ColumnKind) -> bool) -> Vec<usize> {
        let is_own = |own: &AssignedColumn| own.group == group && wanted(&own.kind);
        (0..self.columns.len()).filter(|at| is_own(&self.columns[*at])).collect()
    }

    /// The comparisons of a group; those with another period than most come last, and before them those with a base
    /// year.
    fn comparisons(&self, group: usize) -> Vec<usize> {
        let order = |at: &usize| match &self.columns[*at].kind {
            ColumnKind::Comparison(found) => (found.of_other, has(&key(&found.period), &["goc"])),
            _ => (false, false),
        };
        let mut all = self.all(group, |kind| matches!(kind, ColumnKind::Comparison(_)));
        all.sort_by_key(order);
        all
    }
}

/// Gives each column of verdicts to the values that it judges. Of several that judge the same
/// values, the first has them.
fn assign_verdicts(header: &Header, values: &[ValueColumns], columns: &mut [AssignedColumn]) {
    for at in header.all(|role| *role == Role::Cross) {
        columns[at].group = judged(header, at, values).unwrap_or(0);
    }
    for at in header.all(|role| *role == Role::Verdict) {
        let owner = judged(header, at, values);
        let owner = owner.filter(|own| !is_of_other_total(header, at, &values[*own]));
        let group = owner.unwrap_or(0);
        let verdict = AssignedColumn { kind: ColumnKind::Verdict, group };
        let is_taken = columns.contains(&verdict);
        let is_own = owner.is_some() && (!is_taken || columns[at].kind == ColumnKind::Verdict);
        let kept = AssignedColumn { kind: ColumnKind::Kept(None), group };
        columns[at] = if is_own { verdict } else { kept };
    }
}

/// Keeps a column of ratings that judges no values, "Xếp loại", with the values that the ranks next to it are of.
fn keep_ratings_with_ranks(
    header: &Header,
    rankings: &[OwnedRanking],
    columns: &mut [AssignedColumn],
) {
    for at in header.all(|role| *role == Role::Verdict) {
        let is_next = |own: &&OwnedRanking| own.at.abs_diff(at) == 1;
        if columns[at].kind == ColumnKind::Kept(None)
            && let Some(next) = rankings.iter().find(is_next)
        {
            columns[at].group = next.owner;
        }
    }
}

/// Whether one of a column of verdicts and of the value is of the total to date, and the other is
/// not: "RAG" next to the month, where "RAG (YTD)" is next to the total.
fn is_of_other_total(header: &Header, verdicts: usize, values: &ValueColumns) -> bool {
    let is_total = |at: usize| is_cumulated(&header.columns[at].heading);
    let all = header.all(|role| *role == Role::Verdict);
    let are_of_both = all.map(is_total).any(|of_total| of_total != is_total(verdicts));
    let of_month = is_total(verdicts) || are_of_both;
    of_month && values.actual.is_some_and(|actual| is_total(actual) != is_total(verdicts))
}

/// The values that each ranking is of. One that is of the rows themselves gets values of its own.
fn owned(
    header: &Header,
    subject: Option<&str>,
    mut values: Vec<ValueColumns>,
    rankings: Vec<Ranking>,
) -> (Vec<ValueColumns>, Vec<OwnedRanking>) {
    let mut owned = Vec::with_capacity(rankings.len());
    for ranking in rankings {
        let owner = rank_owner::ranked(header, subject, &ranking, &values);
        let owner = owner.map(|first| match ranking.year {
            Some(year) => rank_owner::of_year(&values, first, year),
            None => first,
        });
        let owner = owner.unwrap_or_else(|| {
            values.push(rank_owner::of_rows(header, &ranking, &values));
            values.len() - 1
        });
        owned.push(OwnedRanking { at: ranking.at, owner });
    }
    (values, owned)
}

/// What a column is by its heading alone. Of a role that a table has once, the first column has it; plans,
/// actuals and comparisons are assigned by what was decided about them.
fn by_heading(header: &Header, at: usize) -> ColumnKind {
    if header.names.contains(&at) {
        return ColumnKind::Name;
    }
    let role = &header.columns[at].role;
    let single = match role {
        Role::Marker => Some(ColumnKind::Marker),
        Role::Unit => Some(ColumnKind::Unit),
        Role::Better => Some(ColumnKind::Better),
        Role::Id => Some(ColumnKind::Id),
        Role::Section => Some(ColumnKind::Section),
        Role::Scale => Some(ColumnKind::Scale),
        Role::Verdict => Some(ColumnKind::Verdict),
        _ => None,
    };
    if let Some(single) = single.filter(|_| header.column(role) == Some(at)) {
        return single;
    }
    match role {
        Role::Cross => ColumnKind::Cross,
        Role::Note => ColumnKind::Note,
        Role::Plan(_) | Role::Actual(_) => ColumnKind::Kept(Some(NoteReason::OtherMeasure)),
        Role::Comparison(Comparison::Planned) => ColumnKind::Kept(Some(NoteReason::Planned)),
        Role::Comparison(Comparison::Share) => ColumnKind::Kept(Some(NoteReason::Share)),
        _ => ColumnKind::Kept(None),
    }
}
