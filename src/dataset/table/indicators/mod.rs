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
mod other_plans;
mod plan_of_row;
mod rank_values;
mod rankings;
pub(super) mod read_row;
mod remarks;
mod repeated_rows;
mod results;
pub(super) mod row_status;
mod sections;
mod shared_words;
pub(super) mod slices;
mod units_of_values;
mod unread_cells;
mod verdict_marks;

use rust_decimal::Decimal;

use super::columns::schema::Schema;
use super::columns::value_group::ValueGroup;
use super::outline::body::Body;
use super::outline::row::OutlinedRow;
use super::source::cell::{Cell, Row};
use crate::dataset::CellProblem;
use crate::dataset::diagnostics::collector::Collector;
use crate::lexicon::listed_units::two_units;
use crate::model::{Actual, Count, Indicator, Period, Plan, Target, Verdict};
use crate::text::one_line::one_line;
use known_names::{KnownUnits, NameFacts};

/// What an indicator is built of.
pub(crate) struct IndicatorParts<'t> {
    pub(crate) body: &'t Body<'t>,
    /// The columns of its values.
    pub(crate) group: &'t ValueGroup,
    /// The period of its dataset.
    pub(crate) period: Option<Period>,
    pub(crate) row: &'t Row<'t>,
    /// What follows from its name.
    pub(crate) named: &'t NameFacts,
}

/// Builds the indicator that a group of columns gives for a row; `units` is what follows from
/// units. Cells that cannot be read are kept in the note and reported.
pub(crate) fn indicator<'t>(
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
        let read = self.other_plans();
        for column in self.group.kept.iter().copied().filter(|column| !read.contains(column)) {
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
        let own = self.indicator.period.or(self.period).filter(|own| own.is_part_of_year());
        if let Some(plan) = self.indicator.plan.as_mut().filter(|_| self.body.plans_are_of_rows) {
            plan.period = plan.period.or(own);
        }
        self.name_plans();
        self.indicator.unit = self.unit;
        self.group.periods.apply_standing(&mut self.indicator, self.period);
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
