//! Stage 6: builds an [`Indicator`] from a row and the roles of its columns.

pub(super) mod batches;
mod comparisons;
pub(super) mod duplicate_names;
mod growth_wording;
mod halved_hash;
pub(super) mod ids;
mod inferred_direction;
pub(super) mod known_names;
mod lower_verdicts;
mod mean_of_years;
mod rank_values;
mod rankings;
pub(super) mod read_row;
mod remarks;
pub(super) mod row_status;
mod sections;
mod shared_words;
pub(super) mod slices;
mod units_of_values;
mod unread_cells;
mod verdict_marks;

use rust_decimal::Decimal;

use super::columns::column::Column;
use super::columns::note_reason::NoteReason;
use super::columns::schema::Schema;
use super::columns::value_group::ValueGroup;
use super::outline::body::Body;
use super::outline::row::OutlinedRow;
use super::source::cell::{Cell, Row};
use super::values::Value;
use crate::dataset::CellProblem;
use crate::dataset::diagnostics::collector::Collector;
use crate::lexicon::column_words::PLAN_ALONE;
use crate::lexicon::listed_units::two_units;
use crate::lexicon::measure::measure;
use crate::lexicon::role::{Heading, Role};
use crate::lexicon::unit;
use crate::lexicon::verdict;
use crate::model::{Actual, Count, Indicator, Period, PeriodValue, Plan, Target, Verdict};
use crate::text::fold::fold;
use crate::text::one_line::one_line;
use known_names::{KnownUnits, NameFacts};

/// What an indicator is built of.
pub(in crate::dataset::table) struct IndicatorParts<'t> {
    pub(in crate::dataset::table) body: &'t Body<'t>,
    /// The columns of its values.
    pub(in crate::dataset::table) group: &'t ValueGroup,
    /// The period of its dataset.
    pub(in crate::dataset::table) period: Option<Period>,
    pub(in crate::dataset::table) row: &'t Row<'t>,
    /// What follows from its name.
    pub(in crate::dataset::table) named: &'t NameFacts,
}

/// Builds the indicator that a group of columns gives for a row; `units` is what follows from units. Cells that cannot be
/// read are kept in the note and reported.
pub(in crate::dataset::table) fn indicator<'t>(
    IndicatorParts { body, group, period, row, named }: IndicatorParts<'t>,
    outlined: OutlinedRow,
    units: &'t mut KnownUnits,
    collector: &'t mut Collector,
) -> Indicator {
    let (unit, second_unit) = two_units(outlined.unit);
    let mut builder = IndicatorBuilder {
        row,
        named,
        units,
        unit,
        second_unit,
        notes: outlined.notes,
        indicator: Indicator {
            name: outlined.name,
            parents: outlined.parents,
            ..Indicator::default()
        },
        target: None,
        percent: None,
        verdict: None,
        count: None,
        plan_words: None,
        asks_for_verdict: false,
        reached: false,
        is_judged: false,
        mean_of: None,
        body,
        group,
        period,
        collector,
    };
    if body.shifted_rows.contains(row) {
        builder.shifted_row();
        return builder.finish();
    }
    builder.plan();
    builder.actual();
    builder.plan_in_its_own_row();
    builder.earlier();
    builder.mean_of_years();
    builder.rankings();
    builder.comparisons();
    builder.estimated_changes();
    builder.words();
    builder.lower_verdicts();
    builder.other_columns();
    builder.footnotes();
    builder.finish()
}

struct IndicatorBuilder<'t> {
    body: &'t Body<'t>,
    /// The columns of its values.
    group: &'t ValueGroup,
    /// The period of the dataset.
    period: Option<Period>,
    row: &'t Row<'t>,
    /// What follows from the name.
    named: &'t NameFacts,
    units: &'t mut KnownUnits,
    collector: &'t mut Collector,
    unit: Option<String>,
    /// The unit of the second number of each cell, in a row such as "Hộ dùng nước sạch (hộ/%)" with "12.810/97,4".
    second_unit: Option<String>,
    notes: Vec<String>,
    indicator: Indicator,
    target: Option<Target>,
    percent: Option<Decimal>,
    verdict: Option<Verdict>,
    count: Option<Count>,
    /// A plan in words: "Hoàn thành trong quý III".
    plan_words: Option<String>,
    /// Whether these words are a verdict that the actual is to reach.
    asks_for_verdict: bool,
    /// Whether the verdict is from the column of the actual.
    reached: bool,
    /// Whether the source judges the plan in the period of the result, such as by a colour.
    is_judged: bool,
    /// The years that the actual is the mean of, where the row has one for them.
    mean_of: Option<Period>,
}

impl<'t> IndicatorBuilder<'t> {
    fn schema(&self) -> &'t Schema {
        self.body.schema()
    }

    fn plan(&mut self) {
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
    fn plan_of_row(&self) -> Option<usize> {
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

    fn actual(&mut self) {
        let Some(column) = self.group.columns.actual else { return };
        let estimate =
            matches!(&self.schema().columns[column].role, Role::Actual(when) if when.estimate);
        self.indicator.estimate = estimate;
        self.indicator.preliminary = estimate && self.schema().columns[column].is_preliminary;
        let value = self.read_risen(column);
        self.indicator.actual = match value {
            // "x" and "✓" below a criterion that is reached or not.
            Value::Missing | Value::Words(_)
                if self.verdict.is_none() && self.ticked(column).is_some() =>
            {
                self.verdict = self.ticked(column);
                None
            }
            Value::Missing => None,
            Value::Number(figure) => {
                self.indicator.estimate |= figure.estimate;
                match self.in_unit(column, &figure) {
                    Some(number) => Some(Actual::Figure(number)),
                    None => Some(Actual::Words(self.shown(column))),
                }
            }
            Value::Bound(Target::About(number), unit)
                if self.accept_unit(column, unit.as_deref()) =>
            {
                self.indicator.estimate = true;
                Some(Actual::Figure(number))
            }
            Value::Bound(..) => Some(Actual::Words(self.shown(column))),
            Value::Count(count)
                if !self.is_ranked() && (self.is_score(column) || self.is_on_scale(count)) =>
            {
                // "43,35/80": the score and the maximum of its scale.
                self.indicator.scale = Some(count.whole);
                Some(Actual::Figure(count.part))
            }
            Value::Count(count) => {
                self.count = Some(count);
                // "108/108" in a row in percent does not mean 108 %.
                let percent = self.unit.as_deref().is_some_and(|unit| unit::fits("%", unit));
                Some(match percent {
                    true => Actual::Words(self.shown(column)),
                    false => Actual::Figure(count.part),
                })
            }
            Value::Words(words) => match verdict::verdict(&words) {
                Some(verdict) if self.verdict.is_none() && !self.is_none_as_planned(&words) => {
                    self.verdict = Some(verdict);
                    // "Đạt" is the actual if the plan was "Đạt".
                    self.reached = !self.asks_for_verdict;
                    self.asks_for_verdict.then_some(Actual::Words(words))
                }
                _ => Some(Actual::Words(words)),
            },
            unread => {
                self.report_value(column, &unread);
                Some(Actual::Words(one_line(&self.row.cell(column).shown())))
            }
        };
        if self.indicator.actual.is_none() {
            self.indicator.estimate = false;
            self.indicator.preliminary = false;
        }
    }

    /// Takes the figure of a row that is named "Kế hoạch", without a column of plans, for the plan of what the row is
    /// about.
    fn plan_in_its_own_row(&mut self) {
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

    /// Whether a result of "Không" is the plan, as for the number of accidents, and no verdict.
    fn is_none_as_planned(&self, words: &str) -> bool {
        let none = |text: &str| fold(text) == "khong";
        none(words) && self.plan_words.as_deref().is_some_and(none)
    }

    fn earlier(&mut self) {
        for column in self.group.columns.earlier.iter().copied() {
            let value = match self.in_own_words(column).unwrap_or_else(|| self.read(column)) {
                Value::Missing => continue,
                Value::Number(figure) => match self.in_unit(column, &figure) {
                    Some(number) => Actual::Figure(number),
                    None => Actual::Words(self.shown(column)),
                },
                // "9/19" next to "11/19".
                Value::Count(count)
                    if self.count.is_some_and(|own| own.whole == count.whole)
                        || self.indicator.scale == Some(count.whole)
                        || self.is_ranked() =>
                {
                    Actual::Figure(count.part)
                }
                Value::Bound(..) | Value::Count(_) | Value::Words(_) => {
                    Actual::Words(self.shown(column))
                }
                unread => {
                    self.report_value(column, &unread);
                    Actual::Words(one_line(&self.row.cell(column).shown()))
                }
            };
            let period = self.schema().columns[column].period.clone();
            self.indicator.earlier.push(PeriodValue { period, value });
        }
    }

    /// Keeps the cells of a row with more cells than headings as the text of its result, and reports it.
    fn shifted_row(&mut self) {
        self.unit = None;
        let width = self.body.shifted_rows.width.filter(|_| self.group.is_main);
        let Some(headings) = width else { return };
        let behind = self.schema().names.iter().max().map_or(0, |name| name + 1);
        let cells: Vec<_> = self.row.cells.iter().skip(behind).map(Cell::shown).collect();
        let text = one_line(&cells.join(" | "));
        let problem =
            CellProblem::ShiftedRow { text: text.clone(), cells: self.row.cells.len(), headings };
        self.report(headings, problem);
        self.indicator.actual = Some(Actual::Words(text));
    }

    /// Adds the columns without a field to the note.
    fn other_columns(&mut self) {
        for column in self.group.kept.iter().copied() {
            self.keep(column);
        }
        if self.group.is_main {
            self.body.extent.unheaded.clone().for_each(|column| self.keep(column));
        }
    }

    fn finish(mut self) -> Indicator {
        self.rank_of_values();
        let (percent, verdict) = (self.percent, self.verdict.take());
        self.indicator.plan = Plan::of(self.target, self.plan_words.take(), percent, verdict);
        self.group.periods.apply(&mut self.indicator, self.period);
        if let Some(years) = self.mean_of {
            self.indicator.period = Some(years);
            self.indicator.plan.iter_mut().for_each(|plan| plan.period = Some(years));
        }
        if let Some(plan) = self.indicator.plan.as_mut().filter(|_| self.is_judged) {
            plan.period = plan.period.or(self.indicator.period);
        }
        self.indicator.unit = self.unit;
        self.indicator.count = self.count;
        self.indicator.note = (!self.notes.is_empty()).then(|| self.notes.join("; "));
        self.indicator
    }

    fn shown(&self, column: usize) -> String {
        self.row.cell(column).shown().into_owned()
    }

    fn report(&mut self, column: usize, problem: CellProblem) {
        let (body, row) = (self.body, self.row);
        self.collector.report(problem, || body.location(row, column));
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
