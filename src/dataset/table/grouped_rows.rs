//! Splits a row by the groups of columns that have values in it, each of which makes an indicator.

use std::sync::Arc;

use super::columns::column_indicator::ColumnIndicator;
use super::columns::crossed_periods::crossed;
use super::columns::measure_groups::MeasureGroup;
use super::columns::schema::Schema;
use super::columns::slice::Slice;
use super::columns::value_group::ValueGroup;
use super::layout::row_axes::RowKind;
use super::outline::body::Body;
use super::outline::data_state::DataState;
use super::outline::row::OutlinedRow;
use super::outline::row_slice::{KnownSlices, RowSlice};
use super::source::cell::Row;
use crate::lexicon::verdict;
use crate::model::Period;
use crate::text::fold::fold;

/// A row with the values of one group of columns.
pub(super) struct GroupedRow<'t> {
    pub(super) group: &'t ValueGroup,
    pub(super) outlined: OutlinedRow,
    pub(super) slice: Slice,
    /// The place that its place is in, if the row says so.
    pub(super) upper: Option<Arc<str>>,
    /// Whether the row itself says its place or its period.
    pub(super) is_of_slice: bool,
    /// What the row says about how final its values are.
    pub(super) state: DataState,
    /// Whether it is of a class in a column of classes, and so a part of what has its name.
    pub(super) is_part: bool,
    /// The period in its name, which it shares with rows of other periods.
    pub(super) dated: Option<Period>,
    /// Whether its period is that of the row and that of the column together.
    pub(super) is_crossed: bool,
}

/// Splits a row of a table of a `slice` by groups of values, in the order of their columns.
pub(super) fn grouped<'t>(
    body: &'t Body<'_>,
    slice: &Slice,
    row: &Row<'_>,
    mut outlined: OutlinedRow,
    known: &mut KnownSlices,
) -> Vec<GroupedRow<'t>> {
    let schema = body.schema();
    let dated = body.dated_names.undated(&mut outlined).or(outlined.period);
    let mut of_row = RowSlice::of(body, row, &outlined, known);
    of_row.slice.period = of_row.slice.period.or(dated);
    let is_of_slice = of_row.slice != Slice::default();
    let of = |group: &'t ValueGroup, outlined, names_measure| {
        let mut outlined = named_by(group, schema, names_measure, outlined);
        if let Some(part) = &of_row.part {
            body.single_classes.name(&mut outlined, part);
        }
        let own = &group.columns.slice;
        let crossed = crossed(own.period, of_row.written);
        let own = Slice { period: crossed.or(own.period), ..own.clone() };
        GroupedRow {
            group,
            outlined,
            slice: own.or(&of_row.slice).or(slice),
            upper: of_row.upper.clone(),
            is_of_slice,
            state: of_row.state,
            is_part: of_row.part.is_some(),
            dated: crossed.or(dated),
            is_crossed: crossed.is_some(),
        }
    };
    if schema.others.is_empty() {
        // A measure without others was made one because the rows alone do not say what is counted.
        return vec![of(&schema.main, outlined, schema.main.columns.measure.is_some())];
    }
    let groups = filled_groups(schema, row);
    let several = groups.iter().any(|group| group.columns.measure != groups[0].columns.measure);
    groups.into_iter().map(|group| of(group, outlined.clone(), several)).collect()
}

/// The groups that have values in a row, in the order of their columns. A row without any value belongs to the main
/// group.
fn filled_groups<'t>(schema: &'t Schema, row: &Row<'_>) -> Vec<&'t ValueGroup> {
    let mut groups: Vec<&ValueGroup> =
        schema.groups().filter(|group| is_filled(group, schema, row)).collect();
    groups.sort_by_cached_key(|group| group.values().min());
    if groups.is_empty() {
        groups.push(&schema.main);
    }
    groups
}

/// Whether a row is to become an indicator of a group: it has values of it.
fn is_filled(group: &ValueGroup, schema: &Schema, row: &Row<'_>) -> bool {
    let is_of_period = group.columns.slice.period.is_some() && group.columns.indicator.is_none();
    // The main period has every row of a table of several periods, so that its list is complete.
    if group.is_main && is_of_period {
        return true;
    }
    let has_value = |column: usize| {
        let cell = row.cell(column);
        // "N/A" in a month next to others is no value of that month.
        !(cell.is_empty() || is_of_period && verdict::is_missing(&cell.shown()))
    };
    // The plan of the year, which its parts share, makes no part.
    let is_own = |column: &usize| group.is_main || Some(*column) != schema.main.columns.plan;
    // What is kept with another group would be lost without an indicator of it.
    let kept = group.kept.iter().copied().filter(|_| !group.is_main);
    group.values().filter(is_own).chain(kept).any(has_value)
}

/// The name, parents and unit of the indicator that a group of columns gives for a row, which may have values of
/// several measures.
fn named_by(
    group: &ValueGroup,
    schema: &Schema,
    names_measure: bool,
    mut outlined: OutlinedRow,
) -> OutlinedRow {
    if let Some(MeasureGroup { name, unit }) = &group.columns.measure {
        outlined.unit = unit.in_row(outlined.unit);
        match names_measure {
            _ if name.is_empty() => {}
            true => outlined.name = format!("{} – {name}", outlined.name),
            false => outlined.notes.insert(0, name.clone()),
        }
    }
    let amount = group.columns.actual.and_then(|at| schema.columns.get(at)?.amount);
    let is_unnamed = |amount: &&str| !fold(&outlined.name).contains(&fold(amount));
    if let Some(amount) = amount.filter(is_unnamed).filter(|_| group.columns.indicator.is_none()) {
        outlined.name = format!("{} – {amount}", outlined.name);
    }
    if let Some(class) = &group.columns.class {
        let whole = std::mem::replace(&mut outlined.name, class.to_string());
        outlined.parents.push(whole);
    }
    if let Some(ColumnIndicator { name, parents, unit, .. }) = group.columns.indicator.as_deref() {
        // A line above years says what the next rows are. Above places it is a region.
        let above = match schema.axes.rows {
            RowKind::Periods => std::mem::take(&mut outlined.parents),
            RowKind::Places | RowKind::Indicators => Vec::new(),
        };
        // "Cơ cấu (%)" above the rows says what they are; "Con" does not apply to "Gia cầm (nghìn con)".
        let is_share = outlined.unit.as_deref().is_some_and(|unit| unit.starts_with('%'));
        if !(outlined.has_unit_of_block && is_share) {
            outlined.unit = unit.clone().or(outlined.unit);
        }
        outlined.parents = above.into_iter().chain(parents.iter().cloned()).collect();
        outlined.name.clone_from(name);
    }
    outlined
}
