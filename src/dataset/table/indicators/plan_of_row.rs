//! Reads the plan of a row: a figure, a bound, words, or a verdict that is to be reached.

use super::IndicatorBuilder;
use crate::dataset::table::columns::column::Column;
use crate::dataset::table::columns::note_reason::NoteReason;
use crate::dataset::table::values::Value;
use crate::lexicon::column_words::PLAN_ALONE;
use crate::lexicon::heading::Heading;
use crate::lexicon::measure::measure;
use crate::lexicon::role::Role;
use crate::lexicon::unit;
use crate::lexicon::verdict;
use crate::model::{Actual, Target};
use crate::text::one_line::one_line;

impl<'t> IndicatorBuilder<'t> {
    /// Reads the plan.
    pub(super) fn plan(&mut self) {
        let Some(column) = self.plan_of_row() else { return };
        if let Some(unit) = self.other_unit_of_plan(column) {
            let text = one_line(&self.row.cell(column).shown());
            if !verdict::is_missing(&text) {
                self.plan_words = Some(format!("{text} {unit}"));
            }
            return;
        }
        match self.read_risen(column) {
            Value::Missing => {}
            Value::Number(figure) => {
                self.target = self.in_unit(column, &figure).map(Target::Value);
                self.keep_unless(self.target.is_some(), column);
            }
            Value::Bound(target, unit) => {
                self.target = self.accept_unit(column, unit.as_deref()).then_some(target);
                // "≥ 35% (≥ 10% từ hệ thống cấp nước tập trung)" contains more than the bound.
                let more = self.row.cell(column).shown().contains('(');
                self.keep_unless(self.target.is_some() && !more, column);
            }
            Value::Count(count) => {
                self.target = Some(Target::Value(count.part));
                self.keep(column);
            }
            Value::Words(words) => match verdict::verdict(&words) {
                Some(verdict) if self.group.columns.actual.is_none() => {
                    self.verdict = Some(verdict)
                }
                asked => {
                    self.asks_for_verdict = asked.is_some();
                    self.plan_words = Some(one_line(&words));
                }
            },
            unread => {
                self.report_value(column, &unread);
                self.plan_words = Some(one_line(&self.row.cell(column).shown()));
            }
        }
    }

    /// The column of the plan of this row: where the main one is empty, another plan for the same year that the note
    /// names, "Huyện giao" next to "Tỉnh giao".
    pub(super) fn plan_of_row(&self) -> Option<usize> {
        let main = self.group.columns.plan?;
        let is_empty = |at: usize| verdict::is_missing(&self.row.cell(at).shown());
        let columns = &self.schema().columns;
        let is_second = |at: &usize| {
            let why = columns.get(*at).and_then(Column::kept);
            let is_same = columns[*at].role == columns[main].role;
            matches!(why, Some(NoteReason::SecondPlan { .. })) && is_same && !is_empty(*at)
        };
        let second = || self.group.kept.iter().copied().find(is_second);
        is_empty(main).then(second).flatten().or(Some(main))
    }

    /// The unit in the heading of the plan, if that of the actual names another one: "Kế hoạch (tỷ đồng)" next to
    /// "Thực hiện (triệu đồng)". Their numbers cannot be compared.
    fn other_unit_of_plan(&self, plan: usize) -> Option<&'t str> {
        let unit = |at: usize| self.schema().columns.get(at)?.unit.as_deref();
        let (plan, actual) = (unit(plan)?, unit(self.group.columns.actual?)?);
        (!unit::fits(plan, actual) && !unit::fits(actual, plan)).then_some(plan)
    }

    /// Takes the figure of a row that is named "Kế hoạch", without a column of plans, for the plan of what the row is
    /// about.
    pub(super) fn plan_in_its_own_row(&mut self) {
        let (None, Some(Actual::Figure(figure))) =
            (self.group.columns.plan, &self.indicator.actual)
        else {
            return;
        };
        if self.target.is_none() && names_only_a_plan(self.named.folded(), &self.indicator.name) {
            self.target = Some(Target::Value(*figure));
            self.indicator.actual = None;
        }
    }
}

/// Whether a name, `folded` too, says only that the figure is a plan: "Kế hoạch", "Kế hoạch 2024 – Diện tích". Few of a
/// million names begin so.
fn names_only_a_plan(folded: &str, name: &str) -> bool {
    if !PLAN_ALONE.iter().any(|begin| folded.starts_with(begin)) {
        return false;
    }
    let own = name.split(" – ").next().unwrap_or(name);
    matches!(Heading::of(own).role, Role::Plan(_)) && measure(own).is_empty()
}
