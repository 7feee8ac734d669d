//! Reads the plans of a row that are not its main one: "Dự toán HĐND giao" next to "Dự toán trung ương giao".

use super::IndicatorBuilder;
use crate::dataset::table::columns::column::Column;
use crate::dataset::table::columns::note_reason::NoteReason;
use crate::dataset::table::values::Value;
use crate::model::derive::may_be_ratio;
use crate::model::{Decimal, Plan, Target};
use crate::text::one_line::one_line;

impl IndicatorBuilder<'_> {
    /// Reads the other plans, each with the percentage of it, and returns the columns that were read.
    pub(super) fn other_plans(&mut self) -> Vec<usize> {
        let Some(main) = self.plan_of_row() else { return Vec::new() };
        let columns = &self.schema().columns;
        let is_other = |at: &usize| {
            let second = matches!(columns[*at].kept(), Some(NoteReason::SecondPlan { .. }));
            second && *at != main && columns[*at].role == columns[main].role
        };
        let others: Vec<usize> = self.group.kept.iter().copied().filter(is_other).collect();
        let mut read = Vec::new();
        for at in others {
            let Some(target) = self.other_target(at) else { continue };
            read.push(at);
            let percent = self.percent_of(at, target);
            read.extend(percent.map(|(column, _)| column));
            let plan = Plan::of(Some(target), None, percent.map(|(_, percent)| percent), None);
            let name = Some(one_line(self.schema().heading(at)));
            self.indicator.other_plans.extend(plan.map(|plan| Plan { name, ..plan }));
        }
        read
    }

    /// The figure or bound in a cell, in the unit of the indicator.
    fn other_target(&mut self, column: usize) -> Option<Target> {
        match self.read(column) {
            Value::Number(figure) => self.in_unit(column, &figure).map(Target::Value),
            Value::Bound(target, unit) => {
                self.accept_unit(column, unit.as_deref()).then_some(target)
            }
            _ => None,
        }
    }

    /// The column of percentages of another plan, and the percentage of this row, unless plan and actual refute it.
    fn percent_of(&self, plan: usize, target: Target) -> Option<(usize, Decimal)> {
        let columns = &self.schema().columns;
        let is_of_plan = |at: &usize| {
            columns.get(*at).and_then(Column::kept) == Some(NoteReason::OtherPlan(plan))
        };
        let at = self.group.kept.iter().copied().find(is_of_plan)?;
        let Value::Number(figure) = self.read(at) else { return None };
        let (actual, Target::Value(target)) = (self.indicator.figure()?, target) else {
            return None;
        };
        (may_be_ratio(figure.number, actual, target) != Some(false)).then_some((at, figure.number))
    }

    /// Names the main plan, if there are others, and gives those its period.
    pub(super) fn name_plans(&mut self) {
        let main = self.plan_of_row().map(|at| one_line(self.schema().heading(at)));
        let Some(plan) = &mut self.indicator.plan else { return };
        if self.indicator.other_plans.is_empty() {
            return;
        }
        plan.name = main;
        let period = plan.period;
        self.indicator.other_plans.iter_mut().for_each(|other| other.period = period);
    }
}
