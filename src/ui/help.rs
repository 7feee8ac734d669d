//! The help: every key, read from the keymap, those of what it was opened from first; and the meaning of the markers.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use super::canvas::Canvas;
use super::layout;
use super::theme::status_marker;
use crate::app::keymap;
use crate::app::{Action, Scroll, Target, Top, View};
use crate::model::Status;
use crate::text::truncate;

/// Actions that the help omits where they are not available.
const NOT_EVERYWHERE: [Action; 12] = [
    Action::ToggleFold,
    Action::FoldAll(true),
    Action::FoldAll(false),
    Action::Suspend,
    Action::Reload,
    Action::PickDataset,
    Action::PickPeriod,
    Action::PreviousPeriod,
    Action::NextPeriod,
    Action::PickPlace,
    Action::PreviousPlace,
    Action::NextPlace,
];

/// The width of the column of keys.
const KEYS: usize = 22;

pub(super) fn render(canvas: &mut Canvas<'_>, body: Rect, scroll: Scroll) {
    let columns: u16 = if body.width >= 100 { 2 } else { 1 };
    let area = layout::centered(body, 62 * columns, body.height);
    Clear.render(area, canvas.buffer);
    let inner = canvas.pane(area, canvas.words.help(), "", true);
    // Text does not touch the border.
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let column = (inner.width.saturating_sub(columns - 1)) / columns;
    let lines = lines(canvas, column.into());
    let height = usize::from(inner.height);
    let page = height * usize::from(columns);
    let top = scroll.top.min(lines.len().saturating_sub(page));
    for (at, line) in lines.iter().skip(top).take(page).enumerate() {
        let across = u16::try_from(at / height.max(1)).unwrap_or(0);
        let down = u16::try_from(at % height.max(1)).unwrap_or(0);
        let place = Rect::new(inner.x + across * (column + 1), inner.y + down, column, 1);
        canvas.line(place, line);
    }
    let view = View { top, page, rows: lines.len() };
    canvas.scrollbar(area, view);
    canvas.frame.help = Some(view);
    canvas.target(area, Target::Help);
    canvas.cursor(inner.x, inner.y);
}

fn lines(canvas: &Canvas<'_>, width: usize) -> Vec<Line<'static>> {
    let own = below(canvas);
    let of_top = |top: Top| {
        let style = Style::new().add_modifier(Modifier::BOLD);
        let heading = Line::styled(canvas.words.top(top), style);
        std::iter::once(heading).chain(keys(canvas, top, width))
    };
    let mut lines: Vec<_> = of_top(own).collect();
    lines.push(Line::default());
    lines.extend(markers(canvas, width));
    for top in Top::ALL.into_iter().filter(|top| *top != own) {
        lines.push(Line::default());
        lines.extend(of_top(top));
    }
    lines
}

/// What the help was opened from.
fn below(canvas: &Canvas<'_>) -> Top {
    match canvas.app.picker() {
        Some(picker) if picker.has_field() => Top::FieldPicker,
        Some(_) => Top::Picker,
        None => canvas.app.body(),
    }
}

fn markers(canvas: &Canvas<'_>, width: usize) -> Vec<Line<'static>> {
    let words = canvas.words;
    let mut lines: Vec<Line<'static>> = Status::ALL
        .iter()
        .map(|status| {
            let text = format!("{} {}", status_marker(*status), words.status(*status));
            Line::styled(text, canvas.palette.status(*status))
        })
        .collect();
    for text in [
        words.gauge_note(),
        words.derived_note(),
        words.warning_note(),
        words.comparison_note(),
        words.fold_note(),
        words.query_note(),
        words.select_note(),
    ] {
        let wrapped = truncate::wrap(text, width, usize::MAX);
        lines.extend(wrapped.into_iter().map(|line| Line::styled(line, canvas.palette.dim)));
    }
    lines
}

/// The keys for what is on top, one direction a line.
fn keys(canvas: &Canvas<'_>, top: Top, width: usize) -> Vec<Line<'static>> {
    let mut rows: Vec<(String, &'static str)> = Vec::new();
    for binding in keymap::on_top(top) {
        if NOT_EVERYWHERE.contains(&binding.action) && !canvas.app.can(&binding.action) {
            continue;
        }
        let does = canvas.words.one_action(&binding.action, top);
        let names: Vec<String> = binding.keys.iter().map(|key| canvas.key_name(key)).collect();
        let names = names.join(" ");
        match rows.last_mut().filter(|(_, last)| *last == does) {
            Some((keys, _)) => *keys = format!("{keys} {names}"),
            None => rows.push((names, does)),
        }
    }
    let column = KEYS.min(width / 2);
    rows.into_iter().flat_map(|row| lines_of(canvas, row, column, width)).collect()
}

/// Keys and what they do; keys too wide for their column have a line of their own.
fn lines_of(
    canvas: &Canvas<'_>,
    (keys, does): (String, &'static str),
    column: usize,
    width: usize,
) -> Vec<Line<'static>> {
    let dim = canvas.palette.dim;
    let room = width.saturating_sub(column + 1);
    let mut does = truncate::wrap(does, room, usize::MAX).into_iter();
    let mut lines = Vec::new();
    if truncate::width(&keys) > column {
        lines.push(Line::raw(keys));
    } else {
        let first = Span::styled(does.next().unwrap_or_default(), dim);
        lines
            .push(Line::from(vec![Span::raw(format!("{} ", truncate::pad(&keys, column))), first]));
    }
    let below = |text: String| Line::styled(format!("{}{text}", " ".repeat(column + 1)), dim);
    lines.extend(does.map(below));
    lines
}
