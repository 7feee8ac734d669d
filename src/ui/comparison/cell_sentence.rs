//! The selected cell of the comparison in words: indicator, place, period, result, plan, status.

use rust_decimal::prelude::ToPrimitive;

use super::compared_cell;
use super::compared_unit::unit_of;
use super::head_label::label;
use crate::app::{Cell, Comparison, FigureKind, Measure};
use crate::model::{Actual, Entry, Status, status};
use crate::text::sanitize::visible;
use crate::ui::canvas::Canvas;
use crate::ui::name_with_whole::name_with_whole;
use crate::ui::theme::status_marker;
use crate::ui::{facts, list_cells};

/// The sentence; a short one has no name and no place, which the table shows.
pub(super) fn text(canvas: &Canvas<'_>, comparison: &Comparison, is_short: bool) -> String {
    let words = canvas.words;
    match comparison.selected_cell() {
        Some(cell) => {
            let measured = of_measure(canvas, comparison, cell);
            of_cell(canvas, cell, measured, is_short)
        }
        None => {
            let (row, column) = comparison.selection();
            let head = |head: Option<_>| head.map(|head| label(canvas, head)).unwrap_or_default();
            let row_name = head(comparison.grid().rows().get(row).copied());
            let Some(column) = column else {
                let entry = canvas.app.selected_entry();
                let unit = entry.and_then(|entry| entry.unit());
                let unit = unit.map(|unit| format!(" · {}", visible(unit))).unwrap_or_default();
                let is_indicator = !comparison.grid().turn().is_of_one_indicator();
                return if is_indicator { format!("{row_name}{unit}") } else { row_name };
            };
            let column = head(comparison.grid().columns().get(column).copied());
            format!("{row_name} · {column}: {}", words.no_figure_here())
        }
    }
}

/// The figure of a measure that the result does not show: "≈ +2,2 điểm % so với kỳ trước", "xếp thứ 3/60 nơi".
fn of_measure(canvas: &Canvas<'_>, comparison: &Comparison, cell: &Cell) -> Option<String> {
    let words = canvas.words;
    let (row, column) = comparison.selection();
    let figure = comparison.figures().get(row, column?)?;
    let entry = canvas.app.catalog().collection.get(cell.indicator as usize)?;
    match (comparison.measure(), figure.kind) {
        (Measure::Change, kind) => {
            let cell = Cell { estimate: false, ..*cell };
            let text = compared_cell::figure_text(canvas, &cell, figure);
            let unit = unit_of(canvas, comparison, &entry);
            let unit = unit.filter(|_| kind == FigureKind::Difference);
            let unit = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
            Some(format!("{text}{unit} {}", words.since_period_before()))
        }
        (Measure::Rank, FigureKind::Rank(of)) => {
            let text = words.position_among(figure.value.to_usize()?, usize::try_from(of).ok()?);
            let is_by_size = entry.indicator().better_or_first().is_none();
            let by_size = is_by_size.then(|| format!(" ({})", words.greatest_first()));
            Some(format!("{text}{}", by_size.unwrap_or_default()))
        }
        _ => None,
    }
}

fn of_cell(canvas: &Canvas<'_>, cell: &Cell, measured: Option<String>, is_short: bool) -> String {
    let words = canvas.words;
    let Some(entry) = canvas.app.catalog().collection.get(cell.indicator as usize) else {
        return String::new();
    };
    let Some(at) = cell.next_to else {
        return of_result(canvas, &entry, measured, is_short);
    };
    let indicator = entry.indicator();
    let Some(value) = indicator.earlier.get(usize::from(at)) else { return String::new() };
    let figure = match &value.value {
        Actual::Figure(figure) => words.with_unit(*figure, entry.unit()),
        Actual::Words(text) => text.clone(),
    };
    let (place, name) = (words.place(&entry.dataset.place), name_with_whole(&entry));
    let given = words.given_next_to(&words.period_text(&entry.dataset.period));
    let text = format!("{place} · {name} · {}: {figure} ({given})", value.period);
    visible(&text).into_owned()
}

/// "Tổng thu · năm 2024 · Bắc Kạn: 1.035 tỷ đồng; KH 1.000; 103,5 % KH ▲ vượt kế hoạch".
fn of_result(
    canvas: &Canvas<'_>,
    entry: &Entry<'_>,
    measured: Option<String>,
    is_short: bool,
) -> String {
    let words = canvas.words;
    let indicator = entry.indicator();
    let place = words.place(&entry.dataset.place).into_owned();
    let period = words.period_text(&entry.dataset.period);
    let name = name_with_whole(entry);
    let about = [&*name, &*period, &*place];
    let about = if is_short { &about[1..2] } else { &about[..] };
    let about: Vec<&str> = about.iter().copied().filter(|text| !text.is_empty()).collect();
    let rank = || indicator.only_rank().map(|rank| words.rank_short(rank));
    let actual = facts::actual(entry, &indicator, words).or_else(rank);
    let actual = actual.unwrap_or_else(|| words.no_figure_here().to_owned());
    let plan = list_cells::plan(&indicator, words);
    let name = list_cells::plan_name(&indicator, words);
    let plan = if plan.is_empty() { plan } else { format!("{name} {plan}") };
    let percent = facts::percent(&indicator, words);
    let percent = if percent.is_empty() || status(&indicator) == Status::InProgress {
        percent
    } else {
        format!("{percent} {}", words.plan_short())
    };
    let assessed = status(&indicator);
    let assessed = (assessed != Status::NotAssessed)
        .then(|| format!("{} {}", status_marker(assessed), words.status(assessed)));
    let parts = [measured, Some(actual), Some(plan), Some(percent), assessed];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    format!("{}: {}", visible(&about.join(" · ")), parts.join("; "))
}
