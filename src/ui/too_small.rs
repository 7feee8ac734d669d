//! The view for a window too small for panes: the selected indicator, and the window size that is needed.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::canvas::Canvas;
use super::facts;
use super::layout::SMALLEST;
use super::list_cells::percent_text;
use super::theme::status_marker;
use crate::model::status;
use crate::text::sanitize::visible;
use crate::text::truncate;

pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect) {
    let width = usize::from(area.width);
    let needed = canvas.words.window_needed(SMALLEST.width, SMALLEST.height);
    let lines = selected(canvas);
    if area.height == 1 {
        let name = lines.first().map(|name| format!(" · {name}")).unwrap_or_default();
        let text = truncate::cut(&format!("{needed}{name}"), width).into_owned();
        canvas.line(area, &Line::raw(text));
        return;
    }
    let mut rows: Vec<Rect> = area.rows().collect();
    if let Some(last) = rows.pop() {
        let text = truncate::cut(&needed, width).into_owned();
        canvas.line(last, &Line::styled(text, canvas.palette.warning));
    }
    for (place, text) in rows.into_iter().zip(&lines) {
        canvas.line(place, &Line::raw(truncate::cut(text, width).into_owned()));
    }
    canvas.cursor(area.x, area.y);
}

/// Three lines: status marker and name; figure; percent of plan.
fn selected(canvas: &Canvas<'_>) -> Vec<String> {
    let words = canvas.words;
    let Some(entry) = canvas.app.selected_entry() else {
        return vec![words.nothing_selected().to_owned()];
    };
    let indicator = &entry.indicator();
    let name = format!("{} {}", status_marker(status(indicator)), visible(&indicator.name));
    let percent = percent_text(indicator, words);
    let percent = if percent.is_empty() { percent } else { format!("{percent} %") };
    let figure = facts::actual(&entry, indicator, words).unwrap_or_default();
    vec![name, figure, percent]
}
