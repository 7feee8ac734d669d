//! A cell of the comparison: the figure with its signs.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::compared_columns::Widths;
use crate::app::{Cell, Comparison, Figure, FigureKind, Measure};
use crate::model::{Actual, Status};
use crate::text::sanitize::visible;
use crate::text::{format_number, truncate};
use crate::ui::canvas::Canvas;
use crate::ui::theme::status_marker;

/// The signs of the best and the worst of a row, and of an estimate.
pub(super) const BEST: &str = "◆";
pub(super) const WORST: &str = "◇";
pub(super) const ESTIMATE: &str = "○";

/// Returns the cell of a row and a column of the grid in `width` columns, and the columns that are free left of it:
/// there are a thousand cells in a large window, and most of them are half empty.
pub(super) fn line(
    canvas: &Canvas<'_>,
    comparison: &Comparison,
    (row, column): (usize, usize),
    widths: Widths,
    width: usize,
) -> (usize, Line<'static>) {
    let palette = &canvas.palette;
    let figures = comparison.figures();
    let figure = figures.get(row, column);
    let cell = comparison.grid().cell(row, column);
    let status = cell.map_or(Status::NotAssessed, |cell| cell.status);
    let extremes = figures.extremes(row);
    let is = |value: Option<_>| figure.is_some_and(|figure| value == Some(figure.value));
    let (is_best, is_worst) = (is(extremes.best), is(extremes.worst));
    let text = match (cell, figure) {
        (Some(cell), Some(figure)) => figure_text(canvas, cell, figure),
        (Some(cell), None) if comparison.measure() == Measure::Value => in_words(canvas, cell),
        _ => canvas.words.no_figure().to_owned(),
    };
    let sign = if is_best {
        BEST
    } else if is_worst {
        WORST
    } else {
        " "
    };
    let reserved = usize::from(widths.extremes) + 2 * usize::from(widths.status);
    let room = width.saturating_sub(reserved);
    // Most figures fit, and are not cut letter by letter.
    let mut shown = truncate::width(&text);
    let text = if shown <= room {
        text
    } else {
        let text = truncate::cut(&text, room).into_owned();
        shown = truncate::width(&text);
        text
    };
    // Only what has a figure is weighed; the rest is dim.
    let style = match (figure, status) {
        (None, _) => palette.dim,
        (Some(_), Status::NotAssessed) if widths.status => palette.dim,
        _ => Style::new(),
    };
    let style = if is_best { style.add_modifier(Modifier::BOLD) } else { style };
    let mut spans = Vec::with_capacity(4);
    if widths.extremes {
        spans.push(Span::styled(sign, palette.focus));
    }
    spans.push(Span::styled(text, style));
    if widths.status {
        let is_assessed = status != Status::NotAssessed && figure.is_some();
        let marker = if is_assessed { status_marker(status) } else { " " };
        spans.push(Span::raw(" "));
        spans.push(Span::styled(marker, palette.status(status)));
    }
    (width.saturating_sub(shown + reserved), Line::from(spans))
}

fn figure_text(canvas: &Canvas<'_>, cell: &Cell, figure: Figure) -> String {
    let words = canvas.words;
    let number = match figure.kind {
        FigureKind::Rank(of) => format!("{}/{of}", figure.value),
        kind if kind.is_change() => format_number::signed(figure.value, words.numbers()),
        _ => words.figure(figure.value),
    };
    let number = if figure.derived { words.about(&number, "") } else { number };
    let suffix = words.figure_suffix(figure.kind);
    match cell.estimate {
        false if suffix.is_empty() => number,
        false => number + suffix,
        true => format!("{ESTIMATE}{number}{suffix}"),
    }
}

fn in_words(canvas: &Canvas<'_>, cell: &Cell) -> String {
    let no_figure = || canvas.words.no_figure().to_owned();
    if !cell.words {
        return no_figure();
    }
    let entry = canvas.app.catalog().collection.get(cell.indicator as usize);
    let Some(indicator) = entry.map(|entry| entry.indicator()) else { return no_figure() };
    let value = match cell.next_to {
        Some(at) => indicator.earlier.get(usize::from(at)).map(|value| &value.value),
        None => indicator.actual.as_ref(),
    };
    match value {
        Some(Actual::Words(text)) => visible(text).into_owned(),
        _ => no_figure(),
    }
}
