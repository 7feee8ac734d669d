//! The label of a row or a column of the comparison.

use super::compared_unit::unit_of;
use crate::app::{Comparison, Head, Order, OrderBy};
use crate::model::{Entry, Period};
use crate::text::sanitize::visible;
use crate::ui::canvas::Canvas;

/// The year that the headings of columns leave out, as all of them are parts of it; the title has it.
pub(super) fn only_year(comparison: &Comparison) -> Option<u16> {
    let mut years = comparison.grid().columns().iter().map(|head| match head {
        Head::Period { period, .. } => {
            period.filter(|period| period.is_part_of_year()).and_then(Period::first_year)
        }
        Head::Place { .. } | Head::Indicator { .. } => None,
    });
    let first = years.next()??;
    years.all(|year| year == Some(first)).then_some(first)
}

/// The heading of a column: its label, without the year that the title has.
pub(super) fn heading(
    canvas: &Canvas<'_>,
    comparison: &Comparison,
    head: Head,
    only_year: Option<u16>,
) -> String {
    let label = label(canvas, head);
    if let Head::Indicator { .. } = head {
        return of_indicator(canvas, comparison, head, label);
    }
    let Some(year) = only_year.map(|year| year.to_string()) else { return label };
    let part = label.strip_suffix(&*year).map(|part| part.trim_end_matches([' ', '/']));
    part.map_or_else(|| label.clone(), str::to_owned)
}

/// The name of an indicator over its column, with its whole and its unit.
fn of_indicator(canvas: &Canvas<'_>, comparison: &Comparison, head: Head, name: String) -> String {
    let Head::Indicator { indicator, .. } = head else { return name };
    let Some(entry) = canvas.app.catalog().collection.get(indicator) else { return name };
    let unit = unit_of(canvas, comparison, &entry);
    let unit = unit.map(|unit| format!(" ({unit})")).unwrap_or_default();
    let parents = entry.indicator().parents;
    let section = || Some(distinguished_by(canvas, head, &entry)).filter(|text| !text.is_empty());
    match parents.last().map(|whole| visible(whole).into_owned()).or_else(section) {
        Some(whole) => format!("{whole}: {name}{unit}"),
        None => format!("{name}{unit}"),
    }
}

/// What distinguishes an indicator from another one of its name: the heading above it, or its section.
fn distinguished_by(canvas: &Canvas<'_>, head: Head, entry: &Entry<'_>) -> String {
    let Head::Indicator { shares_name: true, .. } = head else { return String::new() };
    visible(canvas.app.catalog().distinction_of(entry.index)).into_owned()
}

/// The label of a row or column.
pub(super) fn label(canvas: &Canvas<'_>, head: Head) -> String {
    let words = canvas.words;
    let datasets = canvas.app.catalog().collection.datasets();
    match head {
        Head::Period { period: Some(period), .. } => words.period_short(period),
        Head::Place { dataset, .. } => {
            let place = datasets.get(dataset).map(|data| words.place(&data.place));
            place.map_or_else(String::new, |place| visible(&place).into_owned())
        }
        head => match canvas.app.catalog().name_of(head) {
            "" => words.no_period().to_owned(),
            name => visible(name).into_owned(),
        },
    }
}

/// The arrow of what an order sorts by: ↓ for the greatest first, ↑ for the least.
pub(super) fn arrow(order: &Order, by: OrderBy) -> &'static str {
    match order.by() {
        (own, _) if own != by => "",
        _ if order.is_rising() => "↑",
        _ => "↓",
    }
}
