//! The columns of the plan and the actuals of one measure in one slice, by their headings.

use std::sync::Arc;

use super::column_indicator::ColumnIndicator;
use super::measure_groups::MeasureGroup;
use super::plan_and_actual::{PlanAndActual, plan_and_actual};
use super::slice::Slice;
use crate::dataset::table::layout::header::Header;
use crate::lexicon::capital_stage::CapitalStage;
use crate::lexicon::measure::{is_same, measure};
use crate::lexicon::period_words::HeadingPeriod;
use crate::lexicon::role::Role;
use crate::model::Period;
use crate::text::fold::fold;

/// The plans and actuals of one measure. Columns are counted from 0.
#[derive(Debug, Clone, Default)]
pub(crate) struct ValueColumns {
    /// The measure, if the rows of the table contain several.
    pub(crate) measure: Option<MeasureGroup>,
    /// The indicator that the columns are of, if the rows are places or periods.
    pub(crate) indicator: Option<Arc<ColumnIndicator>>,
    /// The class that the columns are of, if the rows are split into classes: "Nữ".
    pub(crate) class: Option<Arc<str>>,
    /// The place and period of the columns, if the table contains several.
    pub(crate) slice: Slice,
    pub(crate) plan: Option<usize>,
    pub(crate) actual: Option<usize>,
    /// Actuals of other periods.
    pub(crate) earlier: Vec<usize>,
    /// The actual of the period before, for columns that compare with "the period before".
    pub(crate) previous: Option<usize>,
    /// The actual of the same period of the year before, for columns that compare with that.
    pub(crate) year_before: Option<usize>,
}

impl ValueColumns {
    /// The columns of the same measure, indicator, class and place in another period, still without any.
    pub(super) fn slice_of(own: &Self, period: Period) -> Self {
        Self {
            measure: own.measure.clone(),
            indicator: own.indicator.clone(),
            class: own.class.clone(),
            slice: Slice { place: own.slice.place.clone(), period: Some(period) },
            ..Self::default()
        }
    }

    /// Whether they are those of a whole year, in a table of several periods.
    pub(super) fn is_of_year(&self, year: u16) -> bool {
        self.slice.period == Some(Period::year(year))
    }

    /// The same columns, as those of a period.
    pub(super) fn in_period(self, period: Option<Period>) -> Self {
        Self { slice: Slice { place: self.slice.place, period }, ..self }
    }

    /// Proposes columns that are `wanted`.
    pub(super) fn within(
        header: &Header,
        title: Option<Period>,
        wanted: &dyn Fn(usize) -> bool,
    ) -> Self {
        let PlanAndActual { plan, actual } = plan_and_actual(header, title, wanted);
        let text = |column: usize| header.columns[column].heading.as_str();
        let own = measure(actual.or(plan).map_or("", text));
        let unit = |column: usize| header.columns[column].unit.as_deref();
        let own_unit = actual.and_then(unit);
        let is_earlier = |column: &usize| {
            let units = own_unit.zip(unit(*column));
            Some(*column) != actual
                && wanted(*column)
                && units.is_none_or(|(own, unit)| fold(own) == fold(unit))
                && is_same(&own, &measure(text(*column)))
                && actual.is_none_or(|actual| !is_other_stage(text(*column), text(actual)))
        };
        let earlier: Vec<usize> =
            header.all(|role| matches!(role, Role::Actual(_))).filter(is_earlier).collect();
        let previous = previous(header, actual, &earlier);
        Self { plan, actual, earlier, previous, year_before: previous, ..Self::default() }
    }
}

/// The columns of a measure in the period that a table is about, and those in other periods.
pub(super) struct MainAndSlices {
    pub(super) main: ValueColumns,
    pub(super) slices: Vec<ValueColumns>,
}

impl MainAndSlices {
    /// Columns that are all of one period.
    pub(super) fn only(main: ValueColumns) -> Self {
        Self { main, slices: Vec::new() }
    }

    /// All of them, the main ones first.
    pub(super) fn in_order(self) -> impl Iterator<Item = ValueColumns> {
        [self.main].into_iter().chain(self.slices)
    }
}

/// Whether all values are of indicators that the columns name, as the rows are places.
pub(super) fn are_indicators(values: &[ValueColumns]) -> bool {
    values.iter().all(|own| own.indicator.is_some())
}

/// Whether a value is of another stage of a project's capital than the actual, and not of another period: "Khối lượng
/// thực hiện" next to "Giải ngân". What was allotted is no result of any kind.
fn is_other_stage(heading: &str, actual: &str) -> bool {
    match (CapitalStage::of(heading), CapitalStage::of(actual)) {
        (Some(own), Some(of_actual)) => own != of_actual,
        (own, _) => own == Some(CapitalStage::Allotted),
    }
}

/// The column of the period before that of the actual.
fn previous(header: &Header, actual: Option<usize>, earlier: &[usize]) -> Option<usize> {
    let when = |column: usize| match &header.columns[column].role {
        Role::Actual(when) => Some(when),
        _ => None,
    };
    let same_period =
        earlier.iter().find(|column| when(**column).is_some_and(|when| when.previous));
    let own = actual.and_then(when);
    let year = own.and_then(|when| when.year);
    // Next to "Lũy kế 6 tháng" without a year, "T6" is a month of the same year.
    let is_within = |of: &HeadingPeriod| {
        year.is_none() && own.is_some_and(|own| own.part && of.part && of.months < own.months)
    };
    let before = || {
        let of_before = earlier.iter().filter(|column| {
            when(**column).is_some_and(|when| {
                when.year.is_some() && (year.is_none() || when.year < year) && !is_within(when)
            })
        });
        of_before.max_by_key(|column| when(**column).map(|when| (when.year, !when.part)))
    };
    same_period.or_else(before).copied()
}
