//! Finds columns that are measures of what the rows name, in a table without a word for a plan or a result: "Cây
//! trồng | Diện tích (ha) | Sản lượng (tấn)". The figures are results, of the period in the title.

use super::unnamed_values::actual;
use crate::dataset::table::layout::header_column::{Change, HeaderColumn, indices};
use crate::lexicon::comparison::Comparison;
use crate::lexicon::heading::Heading;
use crate::lexicon::measure::{is_count, is_price_or_sum, is_quantity_of_goods, is_same, measure};
use crate::lexicon::money::is_money;
use crate::lexicon::role::Role;

/// Makes measures actuals, and the column of words left of them the names, if nothing else is a value.
pub(crate) fn measures(columns: &[HeaderColumn]) -> Vec<Change> {
    if columns.iter().any(is_decided) {
        return Vec::new();
    }
    let Some(name) = name_column(columns) else { return Vec::new() };
    let figures = |column: &HeaderColumn| {
        (column.role == Role::Unknown || is_rate(column)) && column.profile.are_figures()
    };
    let right = name + 1;
    let found: Vec<usize> = indices(&columns[right..], figures).map(|at| at + right).collect();
    let named = |at: &usize| {
        let column = &columns[*at];
        let of_unit = column.unit.is_some() || is_rate(column) || is_count(&column.heading);
        of_unit && !measure(&column.heading).is_empty()
    };
    // One of them may have its unit in the column of units.
    let has_units = columns.iter().any(|column| column.role == Role::Unit);
    let unnamed = found.iter().filter(|at| !named(at)).count();
    // "Nội dung | Số tiền (triệu đồng)": one measure needs a name for itself and one for the rows.
    let is_enough = match found.as_slice() {
        [] => false,
        [only] => named(only) && !columns[name].heading.trim().is_empty(),
        _ => unnamed <= usize::from(has_units),
    };
    if !is_enough || !are_different(columns, &found) {
        return Vec::new();
    }
    let names = Change::Role(name, Role::Name);
    found.into_iter().map(|at| actual(at, &columns[at])).chain([names]).collect()
}

/// Makes "Lượng" and "Giá trị (1000 USD)" next to a column of units two results, if nothing else is a plan or a result:
/// the column of units is that of the quantity.
pub(super) fn quantity_and_value(columns: &[HeaderColumn]) -> Vec<Change> {
    let is_open = |column: &HeaderColumn| {
        matches!(column.role, Role::Unknown | Role::Actual(_)) && column.profile.are_figures()
    };
    let is_quantity = |column: &HeaderColumn| {
        is_open(column) && column.unit.is_none() && is_quantity_of_goods(&column.heading)
    };
    let is_value =
        |column: &HeaderColumn| is_open(column) && column.unit.as_deref().is_some_and(is_money);
    let quantities: Vec<usize> = indices(columns, is_quantity).collect();
    let values: Vec<usize> = indices(columns, is_value).collect();
    let has_units = columns.iter().any(|column| column.role == Role::Unit);
    let ([quantity], [value], true) = (&quantities[..], &values[..], has_units) else {
        return Vec::new();
    };
    let own = [*quantity, *value];
    let others = indices(columns, HeaderColumn::is_plan_or_actual).any(|at| !own.contains(&at));
    if others { Vec::new() } else { own.map(|at| actual(at, &columns[at])).to_vec() }
}

/// Makes the price of goods and what all of them cost results next to their quantity, if nothing else is a plan or a
/// result: "Số lượng | Đơn giá | Thành tiền".
pub(super) fn priced_goods(columns: &[HeaderColumn]) -> Vec<Change> {
    let is_open = |column: &HeaderColumn| {
        matches!(column.role, Role::Unknown | Role::Actual(_)) && column.profile.are_figures()
    };
    let is_quantity =
        |column: &HeaderColumn| is_open(column) && is_quantity_of_goods(&column.heading);
    let is_priced = |column: &HeaderColumn| is_open(column) && is_price_or_sum(&column.heading);
    let quantities = indices(columns, is_quantity).count();
    let own = |column: &HeaderColumn| is_quantity(column) || is_priced(column);
    let others = columns.iter().any(|column| column.is_plan_or_actual() && !own(column));
    if others || quantities != 1 || !columns.iter().any(is_priced) {
        return Vec::new();
    }
    indices(columns, own).map(|at| actual(at, &columns[at])).collect()
}

/// Whether a column says that the table is one of plans, results, ranks, places or classes.
fn is_decided(column: &HeaderColumn) -> bool {
    let is_rank = matches!(column.role, Role::Rank(_) | Role::Scale);
    let is_value = column.is_plan_or_actual() && !is_rate(column);
    is_value || is_rank || column.place.is_some() || column.class.is_some()
}

/// Whether a column is a rate that was made the result, as no other column is one: "Tỷ lệ trường đạt chuẩn (%)".
fn is_rate(column: &HeaderColumn) -> bool {
    let named = Heading::of(&column.heading).role;
    column.is_actual() && matches!(named, Role::Comparison(Comparison::Rate | Comparison::Either))
}

/// The first column of names; left of it are only markers and codes.
fn name_column(columns: &[HeaderColumn]) -> Option<usize> {
    let is_name = |column: &HeaderColumn| {
        matches!(column.role, Role::Name | Role::Unknown) && column.profile.are_names()
    };
    let at = columns.iter().position(is_name)?;
    let is_aside = |column: &HeaderColumn| {
        matches!(column.role, Role::Marker | Role::Id) || column.profile.are_markers()
    };
    columns[..at].iter().all(is_aside).then_some(at)
}

/// Whether no two columns name the same measure. The rate of what is counted is none of its counts.
fn are_different(columns: &[HeaderColumn], among: &[usize]) -> bool {
    let is_repeated = |at: &usize, earlier: &usize| {
        let (own, known) = (&columns[*at], &columns[*earlier]);
        is_same(&measure(&known.heading), &measure(&own.heading)) && is_rate(own) == is_rate(known)
    };
    (1..among.len()).all(|at| !among[..at].iter().any(|known| is_repeated(&among[at], known)))
}
