//! Assigns a role to each column, from the decisions about plans, comparisons and rankings.

use super::comparison_reading::ComparisonReading;
use super::main_plan::ChosenPlans;
use super::note_reason::NoteReason;
use super::plan_period::ColumnPeriods;
use super::ranking::{Ranking, rankings};
use super::schema::{ColumnRole, ValueGroup};
use super::value_columns::ValueColumns;
use crate::dataset::table::layout::header::Header;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::role::Role;
use crate::model::Period;

/// The role of each column, and the group of values that it belongs to.
pub(super) struct Assignment {
    /// For each column its role and the index of its group, which is 0 for columns that belong to none.
    roles: Vec<(ColumnRole, usize)>,
    values: Vec<ValueColumns>,
    rankings: Vec<Ranking>,
}

impl Assignment {
    /// Assigns the columns of a header.
    pub(super) fn of(
        header: &Header,
        plans: ChosenPlans,
        comparisons: Vec<ComparisonReading>,
    ) -> Self {
        let ChosenPlans { values, second } = plans;
        let rankings = rankings(header);
        let mut roles: Vec<_> =
            (0..header.columns.len()).map(|at| (by_heading(header, at), 0)).collect();
        let mut assign = |at: usize, role: ColumnRole, group: usize| roles[at] = (role, group);
        for ranking in &rankings {
            let others = [ranking.previous, ranking.change].into_iter().flatten();
            others.for_each(|at| assign(at, ColumnRole::OfRank, 0));
        }
        for ranking in &rankings {
            assign(ranking.at, ColumnRole::Rank(ranking.clone()), 0);
        }
        for (group, at, why) in second {
            assign(at, ColumnRole::Kept(Some(why)), group);
        }
        for (group, values) in values.iter().enumerate() {
            let plan = values.plan.map(|at| (at, ColumnRole::Plan));
            let actual = values.actual.map(|at| (at, ColumnRole::Actual));
            let earlier = values.earlier.iter().map(|at| (*at, ColumnRole::Earlier));
            for (at, role) in earlier.chain(plan).chain(actual) {
                assign(at, role, group);
            }
        }
        for reading in comparisons {
            match reading {
                ComparisonReading::Of { group, found } => {
                    assign(found.at, ColumnRole::Comparison(found), group);
                }
                ComparisonReading::Kept { at, why, group } => {
                    assign(at, ColumnRole::Kept(why), group);
                }
            }
        }
        Self { roles, values, rankings }
    }

    /// The groups of values: that of the main measure, and the others. `title` is the period in the title.
    pub(super) fn groups(
        &self,
        header: &Header,
        title: Option<Period>,
    ) -> (ValueGroup, Vec<ValueGroup>) {
        let group = |(group, values): (usize, &ValueColumns)| {
            let ValueColumns { measure, plan, actual, earlier, previous } = values.clone();
            ValueGroup {
                measure,
                plan,
                actual,
                earlier,
                previous,
                comparisons: self.comparisons(group),
                kept: self.all(group, |role| matches!(role, ColumnRole::Kept(_))),
                periods: ColumnPeriods::of(header, (plan, actual), title),
                ..ValueGroup::default()
            }
        };
        let mut groups = self.values.iter().enumerate().map(group);
        let first = |role: ColumnRole| self.roles.iter().position(|(own, _)| *own == role);
        let main = ValueGroup {
            is_main: true,
            rankings: self.rankings.iter().map(|ranking| ranking.at).collect(),
            crosses: self.all(0, |role| *role == ColumnRole::Cross),
            scale: first(ColumnRole::Scale),
            verdict: first(ColumnRole::Verdict),
            id: first(ColumnRole::Id),
            ..groups.next().unwrap_or_default()
        };
        (main, groups.collect())
    }

    /// The role of each column.
    pub(super) fn into_roles(self) -> impl Iterator<Item = ColumnRole> {
        self.roles.into_iter().map(|(role, _)| role)
    }

    fn all(&self, group: usize, wanted: impl Fn(&ColumnRole) -> bool) -> Vec<usize> {
        let own = self.roles.iter().enumerate().filter(|(_, (_, of))| *of == group);
        own.filter(|(_, (role, _))| wanted(role)).map(|(at, _)| at).collect()
    }

    /// The comparisons of a group; those with another period than most come last.
    fn comparisons(&self, group: usize) -> Vec<usize> {
        let is_of_other = |at: &usize| match &self.roles[*at].0 {
            ColumnRole::Comparison(comparison) => comparison.of_other,
            _ => false,
        };
        let mut all = self.all(group, |role| matches!(role, ColumnRole::Comparison(_)));
        all.sort_by_key(is_of_other);
        all
    }
}

/// The role of a column by its heading alone. Of a role that a table has once, the first column has it; plans,
/// actuals and comparisons are assigned by what was decided about them.
fn by_heading(header: &Header, at: usize) -> ColumnRole {
    if header.names.contains(&at) {
        return ColumnRole::Name;
    }
    let role = &header.columns[at].role;
    let single = match role {
        Role::Mark => Some(ColumnRole::Mark),
        Role::Unit => Some(ColumnRole::Unit),
        Role::Better => Some(ColumnRole::Better),
        Role::Id => Some(ColumnRole::Id),
        Role::Section => Some(ColumnRole::Section),
        Role::Scale => Some(ColumnRole::Scale),
        Role::Verdict => Some(ColumnRole::Verdict),
        _ => None,
    };
    if let Some(single) = single.filter(|_| header.column(role) == Some(at)) {
        return single;
    }
    match role {
        Role::Cross => ColumnRole::Cross,
        Role::Note => ColumnRole::Note,
        Role::Plan(_) | Role::Actual(_) => ColumnRole::Kept(Some(NoteReason::OtherMeasure)),
        Role::Comparison(Comparison::Planned) => ColumnRole::Kept(Some(NoteReason::Planned)),
        Role::Comparison(Comparison::Share) => ColumnRole::Kept(Some(NoteReason::Share)),
        _ => ColumnRole::Kept(None),
    }
}
