//! Proposes the columns of plans and actuals of each measure, by the headings alone.

use super::measure_groups::{MeasureGroup, Measures};
use super::plan_and_actual::plan_and_actual;
use crate::dataset::table::layout::header::Header;
use crate::lexicon::measure::{is_same, measure};
use crate::lexicon::role::Role;
use crate::model::Period;
use crate::text::fold::fold;

/// The plans and actuals of one measure. Columns are counted from 0.
#[derive(Debug, Clone, Default)]
pub(in crate::dataset::table) struct ValueColumns {
    /// The measure, if the rows of the table contain several.
    pub(in crate::dataset::table) measure: Option<MeasureGroup>,
    pub(in crate::dataset::table) plan: Option<usize>,
    pub(in crate::dataset::table) actual: Option<usize>,
    /// Actuals of other periods.
    pub(in crate::dataset::table) earlier: Vec<usize>,
    /// The actual of the period before, for columns that compare with "the period before".
    pub(in crate::dataset::table) previous: Option<usize>,
}

impl ValueColumns {
    /// Proposes the columns of each measure: the main one first. `units` are those of a unit line above the
    /// table that lists several; `title` is the period in the title.
    pub(in crate::dataset::table) fn of(
        header: &Header,
        units: &[String],
        title: Option<Period>,
    ) -> Vec<Self> {
        let main = Self::within(header, title, &|_| true);
        let Some(measures) = Measures::of(header, units) else { return vec![main] };
        let of_actual = main.actual.and_then(|actual| measures.of_column(actual)).unwrap_or(0);
        let own = |(measure, columns): (MeasureGroup, Vec<usize>)| Self {
            measure: Some(measure),
            ..Self::within(header, title, &|column| columns.contains(&column))
        };
        let mut all: Vec<Self> = measures.all.into_iter().map(own).collect();
        all[..=of_actual].rotate_right(1);
        all
    }

    /// Proposes columns that are `wanted`.
    fn within(header: &Header, title: Option<Period>, wanted: &dyn Fn(usize) -> bool) -> Self {
        let (plan, actual) = plan_and_actual(header, title, wanted);
        let text = |column: usize| header.columns[column].text.as_str();
        let own = measure(actual.or(plan).map_or("", text));
        let unit = |column: usize| header.columns[column].unit.as_deref();
        let own_unit = actual.and_then(unit);
        let is_earlier = |column: &usize| {
            let units = own_unit.zip(unit(*column));
            Some(*column) != actual
                && wanted(*column)
                && units.is_none_or(|(own, unit)| fold(own) == fold(unit))
                && is_same(&own, &measure(text(*column)))
        };
        let earlier: Vec<usize> =
            header.all(|role| matches!(role, Role::Actual(_))).filter(is_earlier).collect();
        let previous = previous(header, actual, &earlier);
        Self { measure: None, plan, actual, earlier, previous }
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
    let year = actual.and_then(when).and_then(|when| when.year);
    let before = || {
        let of_before = earlier.iter().filter(|column| {
            when(**column)
                .is_some_and(|when| when.year.is_some() && (year.is_none() || when.year < year))
        });
        of_before.max_by_key(|column| when(**column).map(|when| (when.year, !when.part)))
    };
    same_period.or_else(before).copied()
}
