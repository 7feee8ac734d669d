//! A cell of the comparison: the figure with its signs.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::compared_columns::Widths;
use crate::app::{Cell, Comparison, Figure, FigureKind, Measure, Turn};
use crate::model::{Actual, Status, ValueRange};
use crate::text::sanitize::visible;
use crate::text::{format_number, truncate};
use crate::ui::canvas::Canvas;
use crate::ui::list_cells;
use crate::ui::theme::{WARNING, status_marker};

/// The signs of the best and the worst of a row, and of an estimate.
pub(crate) const BEST: &str = "◆";
pub(crate) const WORST: &str = "◇";
pub(crate) const ESTIMATE: &str = "○";

/// The row and the column of a cell of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CellAt {
    pub(super) row: usize,
    pub(super) column: usize,
}

/// Returns the cell of a row and a column of the grid in `width` columns, and the columns that are free left of it:
/// there are a thousand cells in a large window, and most of them are half empty.
pub(super) fn line(
    canvas: &Canvas<'_>,
    comparison: &Comparison,
    at: CellAt,
    widths: Widths,
    width: usize,
) -> (usize, Line<'static>) {
    let CellAt { row, column } = at;
    let figure = comparison.figures().get(row, column);
    let cell = comparison.grid().cell(row, column);
    let status = cell.map_or(Status::NotAssessed, |cell| cell.status);
    let reserved = usize::from(widths.extremes) + 2 * usize::from(widths.status);
    let text = cell_text(canvas, comparison, cell, figure);
    let (text, shown) = fitting(text, width.saturating_sub(reserved));
    let extreme = Extreme::of(comparison, at, figure);
    // Only what has a figure is weighed; the rest is dim.
    let shade = match figure {
        Some(_) if widths.status => canvas.palette.shade_of(status),
        Some(figure) => shade(canvas, comparison, at, figure),
        None => Style::new(),
    };
    let style = match (figure, status) {
        (None, _) => canvas.palette.dim,
        (Some(_), Status::NotAssessed) if widths.status => canvas.palette.dim,
        _ => shade,
    };
    let is_best = extreme == Some(Extreme::Best);
    let style = if is_best { style.add_modifier(Modifier::BOLD) } else { style };
    let mut spans = Vec::with_capacity(5);
    if widths.extremes {
        spans.push(Span::styled(extreme.map_or(" ", Extreme::sign), shade));
    }
    spans.push(Span::styled(text, style));
    if widths.status {
        spans.extend(status_sign(canvas, status, shade));
    }
    let free = width.saturating_sub(shown + reserved);
    if shade == Style::new() {
        return (free, Line::from(spans));
    }
    // A shaded cell is shaded to its left end.
    spans.insert(0, Span::styled(" ".repeat(free), shade));
    (0, Line::from(spans))
}

/// The text of a cell: its figure, or what is published instead, with the sign of one that could not be read.
fn cell_text(
    canvas: &Canvas<'_>,
    comparison: &Comparison,
    cell: Option<&Cell>,
    figure: Option<Figure>,
) -> String {
    let text = match (cell, figure) {
        (Some(cell), Some(figure)) => figure_text(canvas, cell, figure),
        (Some(cell), None) if comparison.measure() == Measure::Value => in_words(canvas, cell),
        _ => canvas.words.no_figure().to_owned(),
    };
    let is_unread = cell.is_some_and(|cell| {
        let index = cell.indicator as usize;
        cell.next_to.is_none() && canvas.app.catalog().is_unread(index)
    });
    if is_unread { format!("{text}{WARNING}") } else { text }
}

/// The figures that a row or a column is marked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extreme {
    Best,
    Worst,
}

impl Extreme {
    fn of(comparison: &Comparison, at: CellAt, figure: Option<Figure>) -> Option<Self> {
        let extremes = comparison.figures().weighing().extremes(at.row, at.column);
        let is = |value: Option<Decimal>| figure.is_some_and(|figure| value == Some(figure.value));
        match (is(extremes.best), is(extremes.worst)) {
            (true, _) => Some(Self::Best),
            (_, true) => Some(Self::Worst),
            _ => None,
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::Best => BEST,
            Self::Worst => WORST,
        }
    }
}

/// A text cut to some columns, and those that it takes. Most figures fit, and are not cut letter by letter.
fn fitting(text: String, room: usize) -> (String, usize) {
    let width = truncate::width(&text);
    if width <= room {
        return (text, width);
    }
    let text = truncate::cut(&text, room).into_owned();
    let width = truncate::width(&text);
    (text, width)
}

/// The sign of a status after its figure. A verdict in words may have no figure.
fn status_sign(canvas: &Canvas<'_>, status: Status, shade: Style) -> [Span<'static>; 2] {
    let is_assessed = status != Status::NotAssessed;
    let marker = if is_assessed { status_marker(status) } else { " " };
    let style = if shade == Style::new() { canvas.palette.marker(status) } else { shade };
    [Span::styled(" ", shade), Span::styled(marker, style)]
}

/// The shade of a figure by its distance from the best to the worst: of its row, of its column if that is an indicator,
/// or of all places and periods of one indicator. None without a known direction.
fn shade(
    canvas: &Canvas<'_>,
    comparison: &Comparison,
    CellAt { row, column }: CellAt,
    figure: Figure,
) -> Style {
    let weighing = comparison.figures().weighing();
    let extremes = weighing.extremes(row, column);
    let Some((best, worst)) = extremes.best.zip(extremes.worst) else { return Style::new() };
    let (best, worst) = match (comparison.grid().turn(), weighing.scale()) {
        (Turn::IndicatorsByPeriod, _) => return Style::new(),
        (Turn::PlacesByPeriod, Some(ValueRange { low, high })) if best > worst => (high, low),
        (Turn::PlacesByPeriod, Some(ValueRange { low, high })) => (low, high),
        _ => (best, worst),
    };
    // The whole province, which is not ranked among its districts, may be outside.
    let is_within = figure.value <= best.max(worst) && figure.value >= best.min(worst);
    let share = || {
        let from_best = best.checked_sub(figure.value)?;
        let share = from_best.checked_div(best.checked_sub(worst)?)?;
        share.checked_mul(Decimal::ONE_THOUSAND)?.to_usize()
    };
    let is_here = comparison.grid().cell(row, column).is_some();
    share().filter(|_| is_within && is_here).map_or(Style::new(), |at| canvas.palette.shade(at))
}

/// A figure with its signs.
pub(super) fn figure_text(canvas: &Canvas<'_>, cell: &Cell, figure: Figure) -> String {
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

/// A result in words, or the plan where there is nothing else.
fn in_words(canvas: &Canvas<'_>, cell: &Cell) -> String {
    let no_figure = || canvas.words.no_figure().to_owned();
    if !cell.words && !cell.only_plan {
        return no_figure();
    }
    let entry = canvas.app.catalog().collection.get(cell.indicator as usize);
    let Some(indicator) = entry.map(|entry| entry.indicator()) else { return no_figure() };
    if cell.only_plan {
        let plan = list_cells::plan(&indicator, canvas.words);
        return format!("{} {plan}", canvas.words.plan_short());
    }
    let value = match cell.next_to {
        Some(at) => indicator.earlier.get(usize::from(at)).map(|value| &value.value),
        None => indicator.actual.as_ref(),
    };
    match value {
        Some(Actual::Words(text)) if cell.estimate => format!("{ESTIMATE}{}", visible(text)),
        Some(Actual::Words(text)) => visible(text).into_owned(),
        _ => no_figure(),
    }
}
