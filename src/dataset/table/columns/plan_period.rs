//! The periods of a table's plan and actual, as headings and title name them: what decides whether a plan
//! is due.

use super::Columns;
use crate::dataset::table::layout::header::Header;
use crate::lexicon::period::parse;
use crate::model::{Coverage, Indicator, Period, Plan, Span, Status};
use crate::text::fold::fold;

/// The periods of a table's plan and actual.
#[derive(Debug, Default, Clone, Copy)]
pub(in crate::dataset::table) struct ColumnPeriods {
    actual: Option<Period>,
    plan: Option<Period>,
    /// What the title names.
    dataset: Option<Period>,
}

impl ColumnPeriods {
    /// The periods of the columns. What a heading leaves open the other one or the title says: the actual of
    /// "KH 2024" and "TH 6 tháng" is of 2024, and under a title of nine months "Thực hiện" is of nine months.
    /// What a plan without a period is for nobody says.
    pub(in crate::dataset::table) fn of(
        headings: &Header,
        columns: &Columns,
        title: Option<Period>,
    ) -> Self {
        let named = |column: Option<usize>| parse(&headings.columns.get(column?)?.text);
        let plan = named(columns.plan);
        let year = plan.and_then(Period::last_year).or(title.and_then(Period::last_year));
        let actual = named(columns.actual).map(|actual| actual.or_year(year));
        let actual = actual.or(title.filter(|_| columns.actual.is_some()));
        let plan = plan.map(|plan| match actual.filter(|actual| is_quarter_of(plan, *actual)) {
            Some(quarter) => quarter,
            None => plan.or_year(actual.and_then(Period::last_year)),
        });
        // A report of October gives what ten months reached: its figures are of ten months.
        let cumulated = actual.filter(|actual| title.is_some_and(|title| actual.ends_with(title)));
        Self { actual, plan, dataset: cumulated.or(title).or(actual).or(plan) }
    }

    /// The period of the dataset.
    pub(in crate::dataset::table) fn dataset(self) -> Option<Period> {
        self.dataset
    }

    /// Whether the actual is of another period than the plan that a heading names, such as a part of its year.
    pub(in crate::dataset::table) fn is_part(self) -> bool {
        let due = self.actual.zip(self.plan).map(|(actual, plan)| actual.coverage(plan));
        due.is_some_and(|due| due != Coverage::Whole)
    }

    /// The same in a dataset of this period, which other tables may have decided.
    pub(in crate::dataset::table) fn within(self, dataset: Option<Period>) -> Self {
        Self { dataset, ..self }
    }

    /// Gives an indicator the periods of its columns, as far as anything depends on them.
    pub(in crate::dataset::table) fn apply(self, indicator: &mut Indicator) {
        let due = self.actual.zip(self.plan).map(|(actual, plan)| actual.coverage(plan));
        // A plan of a quarter has to say so: without a period it is taken for the year's.
        let of_part = self.plan.is_some_and(Period::is_part_of_year);
        if let Some(plan) = &mut indicator.plan
            && (of_part || due.is_some_and(|due| due != Coverage::Whole))
        {
            plan.period = self.plan;
            indicator.period = self.actual;
            if due == Some(Coverage::Part) {
                not_yet(plan);
            }
        }
        if indicator.actual.is_some() && self.actual != self.dataset {
            indicator.period = self.actual;
        }
        indicator.take_period_of(self.dataset);
    }
}

/// Whether a plan without a year is of the same quarter of a split year as the actual: "Q2 Target" beside
/// "Q2 2024/25".
fn is_quarter_of(plan: Period, actual: Period) -> bool {
    let same = match (plan.span(), actual.span()) {
        (Span::Quarter(plan), Span::SplitQuarter(actual)) => plan == actual,
        _ => false,
    };
    same && plan.last_year().is_none()
}

/// "Chưa đạt" while the period of the plan is not over is not yet, not missed.
fn not_yet(plan: &mut Plan) {
    if let Some(verdict) =
        plan.verdict_mut().filter(|verdict| fold(&verdict.text).starts_with("chua"))
    {
        verdict.status = Status::InProgress;
    }
}
