//! The sections pane: what can be listed, with how many there are of each status.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;

use super::canvas::Canvas;
use super::indicators::status_counts;
use super::window;
use crate::app::{Pane, Scope, SectionRow, Target};
use crate::text::fit;
use crate::text::safe::visible;

/// The cursor sign and a space.
const LEAD: u16 = 2;

pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect) {
    let app = canvas.app;
    let focused = app.focus() == Pane::Sections;
    canvas.target(area, Target::Pane(Pane::Sections));
    let inner = canvas.pane(area, canvas.words.sections(), "", focused);
    let rows = &app.shared().sections;
    let width = usize::from(inner.width.saturating_sub(LEAD));
    let names: Vec<Vec<String>> = rows.iter().map(|row| lines(canvas, row, width)).collect();
    // Counts go under the name, unless there is too little room for that.
    let counts_below =
        names.iter().map(|name| name.len() + 1).sum::<usize>() <= inner.height.into();
    let height = |row: usize| names[row].len() + usize::from(counts_below);
    let view = window::view(app.sections(), rows.len(), inner.height.into(), height);
    let mut y = inner.y;
    for row in view.top..view.top + view.page {
        let height = u16::try_from(height(row)).unwrap_or(1).min(inner.bottom().saturating_sub(y));
        let place = Rect { y, height, ..inner };
        let selected = row == app.sections().selected;
        if selected {
            canvas.line(place, &Line::raw("▸"));
            if focused {
                canvas.cursor(place.x, place.y);
            }
        }
        let style = match (selected, focused) {
            (true, true) => Style::new().add_modifier(Modifier::REVERSED),
            (true, false) => Style::new().add_modifier(Modifier::BOLD),
            _ => Style::new(),
        };
        let text = Rect { x: place.x + LEAD, width: place.width.saturating_sub(LEAD), ..place };
        for (place, line) in text.rows().zip(&names[row]) {
            canvas.line(place, &Line::styled(line.as_str(), style));
        }
        if counts_below && height > 0 {
            let line = status_counts(canvas, rows[row].counts);
            canvas.line(Rect { y: y + height - 1, ..text }, &line);
        }
        canvas.target(place, Target::Section(row));
        y += height;
    }
    canvas.scrollbar(area, view);
    canvas.drawn.sections = Some(view);
}

/// The name, wrapped, with the number of indicators at the right of its first line.
fn lines(canvas: &Canvas<'_>, row: &SectionRow, width: usize) -> Vec<String> {
    let datasets = canvas.app.shared().collection.datasets();
    let (name, indent) = match row.scope {
        Scope::All => (canvas.words.all().into(), ""),
        Scope::Dataset(at) => {
            let dataset = datasets.get(at);
            (dataset.map_or_else(String::new, |d| format!("{} · {}", d.place, d.period)), "")
        }
        Scope::Section { dataset, section } => {
            let found = datasets.get(dataset).and_then(|d| d.sections.get(section));
            let indent = if datasets.len() > 1 { "  " } else { "" };
            (found.map_or_else(String::new, |section| section.name.clone()), indent)
        }
    };
    let total = row.counts.total().to_string();
    let room = width.saturating_sub(fit::width(&total) + 1 + indent.len());
    let mut lines = fit::wrap(&visible(&name), room, 3);
    if lines.is_empty() {
        lines.push(String::new());
    }
    for (at, line) in lines.iter_mut().enumerate() {
        *line = format!("{indent}{line}");
        if at == 0 {
            *line =
                format!("{} {total}", fit::pad(line, width.saturating_sub(fit::width(&total) + 1)));
        }
    }
    lines
}
