//! The table of the comparison: the headings of rows and columns stay in view.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;

use super::compared_cell;
use super::compared_columns::{GAP, LEAD, SHORT_UNIT, Widths, corner};
use super::head_label::label;
use crate::app::{Comparison, ComparisonView, Head, Measure, Order, OrderBy, Target, View};
use crate::text::sanitize::visible;
use crate::text::truncate;
use crate::ui::canvas::Canvas;
use crate::ui::theme::MARK;
use crate::ui::{layout, sparkline, viewport};

/// The fewest periods whose trend is drawn.
const TREND_FROM: usize = 3;

/// A column of the screen: where it is, and which column of the grid it shows.
#[derive(Debug, Clone, Copy)]
struct Shown {
    x: u16,
    width: u16,
    at: usize,
    column: usize,
}

pub(super) fn render(
    canvas: &mut Canvas<'_>,
    area: Rect,
    comparison: &Comparison,
) -> (ComparisonView, u16) {
    let area = layout::left_of_scrollbar(area);
    let height = usize::from(area.height.saturating_sub(1));
    let count = comparison.grid().rows().len();
    let widths = Widths::of(canvas, comparison, area.width.into(), 2 * count <= height);
    let order = comparison.column_order();
    let room = usize::from(area.width).saturating_sub(widths.before_cells());
    let count = comparison.grid().columns().len();
    let column_width = |at: usize| widths.column(canvas, comparison, order.line(at));
    let columns = viewport::view(comparison.columns(), count, room, column_width);
    // No name is cut next to empty columns.
    let visible = columns.top..columns.top + columns.page;
    let taken: usize = visible.map(column_width).sum();
    let widths = widths.with_longer_names(room.saturating_sub(taken));
    let mut shown = Vec::new();
    let mut x = widths.before_cells();
    for at in columns.top..columns.top + columns.page {
        let column = order.line(at);
        let width = widths
            .column(canvas, comparison, column)
            .min(usize::from(area.width).saturating_sub(x));
        let place = u16::try_from(x).unwrap_or(u16::MAX);
        shown.push(Shown { x: area.x + place, width: to_u16(width), at, column });
        x += width;
    }
    let trend =
        trend_room(comparison, columns.page == count, usize::from(area.width).saturating_sub(x));
    // Names wrap where all of them are in view then.
    let head = |at: usize| comparison.grid().rows().get(comparison.row_order().line(at)).copied();
    let lines_of = |at: usize| {
        let lines = head(at).map(|head| names(canvas, comparison, widths, head).len());
        lines.unwrap_or(1).max(1)
    };
    let rows = comparison.grid().rows().len();
    let wraps = rows <= height && (0..rows).map(lines_of).sum::<usize>() <= height;
    let lines_of = |at: usize| if wraps { lines_of(at) } else { 1 };
    let rows = viewport::view(comparison.rows(), rows, height, lines_of);
    let lines: Vec<usize> = (rows.top..rows.top + rows.page).map(lines_of).collect();
    headings(canvas, Rect { height: 1, ..area }, comparison, (widths, &shown), trend);
    more_columns(canvas, area, columns);
    let mut y = area.y + 1;
    for (at, lines) in (rows.top..).zip(lines) {
        let place = Rect { y, height: to_u16(lines), ..area }.intersection(area);
        row(canvas, place, comparison, (widths, &shown), (at, trend));
        y += to_u16(lines);
    }
    (ComparisonView { rows, columns, across: 1 }, y - area.y)
}

/// Draws arrows over the ends of the table where there are more columns.
fn more_columns(canvas: &mut Canvas<'_>, area: Rect, columns: View) {
    let ends = [
        (columns.top > 0, area.x, "◂"),
        (columns.top + columns.page < columns.rows, area.right(), "▸"),
    ];
    for (_, x, arrow) in ends.into_iter().filter(|(has_more, ..)| *has_more) {
        canvas.line(Rect { x, width: 1, height: 1, ..area }, &Line::raw(arrow));
    }
}

/// The columns for the trend of each row: none if not all periods are in view, or they are not in order of time.
fn trend_room(comparison: &Comparison, all_shown: bool, free: usize) -> usize {
    let steps = comparison.grid().steps().unwrap_or_default();
    let periods = steps.last().map_or(0, |last| last + 1);
    let in_time = comparison.column_order().by().0 == OrderBy::Source;
    let is_rank = comparison.measure() == Measure::Rank;
    let wanted = all_shown && in_time && !is_rank && steps.len() >= TREND_FROM;
    if wanted && free > periods + 2 { periods } else { 0 }
}

fn headings(
    canvas: &mut Canvas<'_>,
    area: Rect,
    comparison: &Comparison,
    (widths, shown): (Widths, &[Shown]),
    trend: usize,
) {
    let dim = canvas.palette.dim;
    let words = canvas.words;
    let arrow_of_names = arrow(comparison.row_order(), OrderBy::Name);
    let first = format!("{}{arrow_of_names}", corner(canvas, comparison));
    let first = truncate::cut(&first, widths.name).into_owned();
    let place = Rect { x: area.x + LEAD as u16, width: to_u16(widths.name), ..area };
    canvas.line(place, &Line::styled(first, dim));
    canvas.target(place, Target::ComparedHeading(None));
    if widths.unit > 0 {
        let x = area.x + to_u16(LEAD + widths.name + GAP);
        let unit = truncate::cut(words.unit_heading(), widths.unit).into_owned();
        canvas.line(Rect { x, width: to_u16(widths.unit), ..area }, &Line::styled(unit, dim));
    }
    let selected = comparison.columns().selected;
    for column in shown {
        let head = comparison.grid().columns().get(column.column).copied();
        let text = head.map(|head| label(canvas, head)).unwrap_or_default();
        let arrow = arrow(comparison.row_order(), OrderBy::Line(column.column));
        let room = usize::from(column.width).saturating_sub(GAP + truncate::width(arrow));
        let text = format!("{}{arrow}", truncate::cut(&text, room));
        let is_selected = column.at == selected && !comparison.at_headings();
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let style = if is_selected { canvas.palette.focus.patch(bold) } else { bold };
        let place = Rect { x: column.x, width: column.width, ..area };
        // The sign of a status is right of the figures.
        let right = if widths.status {
            usize::from(column.width).saturating_sub(2)
        } else {
            column.width.into()
        };
        let right = right.max(truncate::width(&text) + GAP);
        canvas.line(place, &Line::styled(truncate::pad_left(&text, right), style));
        canvas.target(place, Target::ComparedHeading(Some(column.at)));
    }
    if let (Some(last), true) = (shown.last(), trend > 0) {
        let x = last.x + last.width + 2;
        let place = Rect { x, width: area.right().saturating_sub(x), ..area };
        canvas.line(place, &Line::styled(words.trend_heading(), dim));
    }
}

fn row(
    canvas: &mut Canvas<'_>,
    area: Rect,
    comparison: &Comparison,
    (widths, shown): (Widths, &[Shown]),
    (at, trend): (usize, usize),
) {
    let line = comparison.row_order().line(at);
    let Some(head) = comparison.grid().rows().get(line).copied() else { return };
    let is_selected = comparison.rows().selected == at;
    canvas.target(area, Target::Compared(at, None));
    heading(canvas, area, comparison, widths, (head, is_selected));
    for column in shown {
        let place = Rect { x: column.x, width: column.width, height: 1, ..area };
        let inner = usize::from(column.width).saturating_sub(GAP);
        let place_of_cell = (line, column.column);
        let (free, cell) = compared_cell::line(canvas, comparison, place_of_cell, widths, inner);
        let place = Rect { x: place.x + GAP as u16, width: to_u16(inner), ..place };
        let is_cell = is_selected && column.at == comparison.columns().selected;
        if is_cell && !comparison.at_headings() {
            // Without the colours of its parts, which reversed would be a patchwork.
            let style = Style::new().add_modifier(Modifier::REVERSED);
            canvas.line(place, &Line::styled(format!("{:free$}{cell}", ""), style));
            canvas.cursor(place.x, place.y);
        } else {
            let free = to_u16(free);
            let width = place.width.saturating_sub(free);
            canvas.line(Rect { x: place.x + free, width, ..place }, &cell);
        }
        canvas.target(place, Target::Compared(at, Some(column.at)));
    }
    if let (Some(last), true) = (shown.last(), trend > 0) {
        let x = last.x + last.width + 2;
        let place = Rect { x, width: area.right().saturating_sub(x), ..area };
        canvas.line(place, &Line::raw(trend_line(comparison, line)));
    }
}

/// Draws the marker of the selection, the sign of a mark, the name and the unit of a row.
fn heading(
    canvas: &mut Canvas<'_>,
    area: Rect,
    comparison: &Comparison,
    widths: Widths,
    (head, is_selected): (Head, bool),
) {
    let app = canvas.app;
    let entry = match head {
        Head::Indicator { indicator, .. } => app.catalog().collection.get(indicator),
        Head::Place { .. } | Head::Period { .. } => None,
    };
    let unit = entry.and_then(|entry| entry.unit()).map(visible).unwrap_or_default();
    let unit = truncate::cut(&unit, widths.unit).into_owned();
    let marked = entry.is_some_and(|entry| app.marks().contains(entry.index));
    let lead =
        format!("{}{} ", if is_selected { "▸" } else { " " }, if marked { MARK } else { " " });
    let style = match (is_selected, comparison.at_headings()) {
        (true, true) => Style::new().add_modifier(Modifier::REVERSED),
        (true, false) => Style::new().add_modifier(Modifier::BOLD),
        _ => Style::new(),
    };
    canvas.line(area, &Line::raw(lead));
    let mut lines = names(canvas, comparison, widths, head);
    if lines.len() > usize::from(area.height) {
        lines = vec![name(canvas, comparison, widths, head, widths.name)];
    }
    let place = Rect { x: area.x + to_u16(LEAD), width: to_u16(widths.name), ..area };
    for (place, line) in place.intersection(area).rows().zip(lines) {
        canvas.line(place, &Line::styled(line, style));
    }
    if widths.unit > 0 {
        let x = area.x + to_u16(LEAD + widths.name + GAP);
        let place = Rect { x, width: to_u16(widths.unit), ..area };
        canvas.line(place, &Line::styled(unit, canvas.palette.dim));
    }
    if is_selected && comparison.at_headings() {
        canvas.cursor(area.x, area.y);
    }
}

/// The name of a row in `room` columns, indented below its whole, with its period and, without a column for it, its
/// unit; what is before the unit is cut.
fn name(
    canvas: &Canvas<'_>,
    comparison: &Comparison,
    widths: Widths,
    head: Head,
    room: usize,
) -> String {
    let entry = match head {
        Head::Indicator { indicator, .. } => canvas.app.catalog().collection.get(indicator),
        Head::Place { .. } | Head::Period { .. } => None,
    };
    let is_sorted = comparison.row_order().by().0 != OrderBy::Source;
    let parents = entry.map_or(0, |entry| entry.indicator().parents.len());
    // Sorted, a part is not below its whole.
    let indent = " ".repeat(if is_sorted { 0 } else { 2 * parents });
    let period = match head {
        Head::Indicator { period: Some(period), .. } => {
            format!(" ({})", canvas.words.period_short(period))
        }
        _ => String::new(),
    };
    let unit = entry.and_then(|entry| entry.unit()).filter(|_| widths.unit == 0);
    let unit = unit.map(|unit| truncate::cut(&visible(unit), SHORT_UNIT).into_owned());
    let after = unit.map(|unit| format!(" · {unit}")).unwrap_or_default();
    let name = format!("{indent}{}{period}", label(canvas, head));
    let name = truncate::cut(&name, room.saturating_sub(truncate::width(&after)));
    format!("{name}{after}")
}

/// The whole name in as many lines as it needs.
fn names(canvas: &Canvas<'_>, comparison: &Comparison, widths: Widths, head: Head) -> Vec<String> {
    let whole = name(canvas, comparison, widths, head, usize::MAX);
    let indent = whole.len() - whole.trim_start().len();
    let lines = truncate::wrap(whole.trim_start(), widths.name.saturating_sub(indent), 4);
    lines.into_iter().map(|line| format!("{}{line}", " ".repeat(indent))).collect()
}

/// The figures of a row over time; a period without one is a space. All rows of one indicator are on one scale, others
/// from their least to their greatest.
fn trend_line(comparison: &Comparison, row: usize) -> String {
    let steps = comparison.grid().steps().unwrap_or_default();
    let figures: Vec<_> = (0..steps.len())
        .filter_map(|at| Some((steps[at], comparison.figures().get(row, at)?)))
        .collect();
    let values = || figures.iter().map(|(_, figure)| figure.value);
    let (Some(low), Some(high)) = (values().min(), values().max()) else { return String::new() };
    let is_one = comparison.grid().turn().is_of_one_indicator();
    let (low, high) = comparison.figures().scale().filter(|_| is_one).unwrap_or((low, high));
    if figures.len() < 2 || figures.iter().any(|(_, figure)| figure.kind != figures[0].1.kind) {
        return String::new();
    }
    let mut left = figures.iter().peekable();
    let mut bar = |step: usize| {
        // The steps of columns only grow.
        while left.next_if(|(at, _)| *at < step).is_some() {}
        let found = left.next_if(|(at, _)| *at == step);
        found.map_or(" ", |(_, figure)| sparkline::bar(figure.value, (low, high)))
    };
    (0..=steps.last().copied().unwrap_or(0)).map(&mut bar).collect()
}

/// The arrow of what an order sorts by: ↓ for the greatest first, ↑ for the least.
fn arrow(order: &Order, by: OrderBy) -> &'static str {
    match order.by() {
        (own, _) if own != by => "",
        _ if order.is_rising() => "↑",
        _ => "↓",
    }
}

fn to_u16(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}
