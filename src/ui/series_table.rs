//! The table of a series: one line for each period, the latest first, with plan, result, percent of plan,
//! status and change since the period before.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::theme::{Palette, status_marker};
use super::words::Words;
use crate::model::{Series, SeriesPoint, Status, derive};
use crate::text::{format_number, truncate};

/// The width of the selection marker and a space.
const LEAD: usize = 2;

/// The cells of one line.
struct Row {
    period: String,
    plan: String,
    value: String,
    percent: String,
    status: Status,
    change: String,
}

/// The lines of a series in `width` columns; `selected` is the position of the point that the detail is about.
/// Columns that do not fit are left out: the plan first, as the chart marks it too, then the change.
#[must_use]
pub(super) fn lines(
    series: &Series,
    selected: Option<usize>,
    width: usize,
    words: Words,
    palette: &Palette,
) -> Vec<Line<'static>> {
    let points = series.points();
    let rows: Vec<Row> =
        (0..points.len()).map(|at| Row::of(series, at, &points[at], words)).collect();
    let widest = |heading: &str, cell: fn(&Row) -> &str| {
        let cells = rows.iter().map(cell).map(truncate::width);
        let widest = cells.max().unwrap_or(0);
        if widest == 0 { 0 } else { widest.max(truncate::width(heading)) + 1 }
    };
    let headings = [words.plan_short(), words.actual_short(), words.percent_short()];
    let of_period = widest(words.period_heading(), |row| &row.period);
    let mut plan = widest(headings[0], |row| &row.plan);
    let value = widest(headings[1], |row| &row.value);
    let percent = widest(headings[2], |row| &row.percent);
    let has_status = points.iter().any(|point| point.status != Status::NotAssessed);
    let status = if has_status { 2 } else { 0 };
    let mut change = widest(words.change_heading(), |row| &row.change);
    let used =
        |plan: usize, change: usize| LEAD + of_period + plan + value + percent + status + change;
    if used(plan, change) > width {
        plan = 0;
    }
    if used(plan, change) > width {
        change = 0;
    }
    let heading = [
        truncate::pad(words.period_heading(), of_period),
        truncate::pad_left(if plan > 0 { headings[0] } else { "" }, plan),
        truncate::pad_left(headings[1], value),
        truncate::pad_left(if percent > 0 { headings[2] } else { "" }, percent),
        " ".repeat(status),
        truncate::pad_left(if change > 0 { words.change_heading() } else { "" }, change),
    ];
    let heading = format!("{}{}", " ".repeat(LEAD), heading.concat());
    let mut lines = vec![Line::styled(truncate::cut(&heading, width).into_owned(), palette.dim)];
    for (at, row) in rows.iter().enumerate().rev() {
        let is_selected = selected == Some(at);
        let style =
            if is_selected { Style::new().add_modifier(Modifier::BOLD) } else { Style::new() };
        let italic = style.add_modifier(Modifier::ITALIC);
        let derived = points[at].percent_derived;
        let marker = match row.status {
            Status::NotAssessed => " ".repeat(status),
            assessed => format!(" {}", status_marker(assessed)),
        };
        lines.push(Line::from(vec![
            Span::styled(if is_selected { "▸ " } else { "  " }, style),
            Span::styled(truncate::pad(&row.period, of_period), style),
            Span::styled(cell(&row.plan, plan), palette.dim),
            Span::styled(cell(&row.value, value), style),
            Span::styled(cell(&row.percent, percent), if derived { italic } else { style }),
            Span::styled(marker, palette.marker(row.status)),
            Span::styled(cell(&row.change, change), palette.dim.add_modifier(Modifier::ITALIC)),
        ]));
    }
    lines
}

fn cell(text: &str, width: usize) -> String {
    truncate::pad_left(if width > 0 { text } else { "" }, width)
}

impl Row {
    fn of(series: &Series, at: usize, point: &SeriesPoint, words: Words) -> Self {
        let value =
            point.value.map_or_else(|| words.no_figure().to_owned(), |value| words.figure(value));
        let percent = point.percent.map(|percent| match point.percent_derived {
            true => words.about(&words.figure(derive::rounded_percent(percent)), ""),
            false => words.figure(percent),
        });
        Self {
            period: words.period_short(point.period),
            plan: point.plan.map(|plan| words.target(plan)).unwrap_or_default(),
            value: match words.stage(point.estimate, point.preliminary) {
                Some(stage) => format!("{stage} {value}"),
                None => value,
            },
            percent: percent.unwrap_or_default(),
            status: point.status,
            change: series
                .change(at)
                .map(|change| format_number::signed(change, words.numbers()))
                .unwrap_or_default(),
        }
    }
}
