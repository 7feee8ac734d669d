//! The neighbours of an indicator in its section, one line each, if the detail pane has free lines.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::list_cells::{percent_text, without_percent};
use super::theme::status_marker;
use crate::model::{Entry, Indicator, status};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The fewest lines: an empty one, the heading and two neighbours.
const FEWEST: usize = 4;
/// The most neighbours, the indicator itself included: more of them are in the list, and each step draws all of them again.
const MOST: usize = 7;
/// The width of the selection marker, the status marker and a space.
const LEAD: usize = 3;

/// At most `height` lines of `width`: the nearest neighbours in source order, each with its number. None if there is
/// no room or the section has one indicator only.
pub(super) fn lines(
    canvas: &Canvas<'_>,
    entry: &Entry<'_>,
    width: usize,
    height: usize,
) -> Vec<(Line<'static>, Option<usize>)> {
    let section = entry.section.indicators.clone();
    if section.len() < 2 || height < FEWEST {
        return Vec::new();
    }
    let count = (height - 2).min(section.len()).min(MOST);
    let first = entry.local.saturating_sub(count / 2).clamp(section.start, section.end - count);
    let heading = truncate::cut(canvas.words.neighbours(), width).into_owned();
    let heading = Line::styled(heading, canvas.palette.dim);
    let mut lines = vec![(Line::default(), None), (heading, None)];
    let rows = (first..).zip(entry.dataset.indicators.range(first..first + count));
    lines.extend(rows.map(|(at, indicator)| {
        let line = row(canvas, &indicator, at == entry.local, width);
        (line, Some(entry.index - entry.local + at))
    }));
    lines
}

/// Status marker, name, and at the right the percent of plan or the words in its place.
fn row(canvas: &Canvas<'_>, indicator: &Indicator, own: bool, width: usize) -> Line<'static> {
    let status = status(indicator);
    let percent = percent_text(indicator, canvas.words);
    let (text, style) = if percent.is_empty() {
        let text = without_percent(indicator, canvas.words);
        let no_plan = text == canvas.words.no_plan();
        let text = if no_plan { canvas.words.no_plan_short().to_owned() } else { text };
        (text, canvas.palette.dim)
    } else {
        (percent, canvas.palette.status(status))
    };
    let text = truncate::cut(&text, width / 2).into_owned();
    let room = width.saturating_sub(LEAD + 1 + truncate::width(&text));
    let name = visible(&indicator.name);
    let name = truncate::pad(&truncate::cut(&name, room), room);
    let bold = if own { Style::new().add_modifier(Modifier::BOLD) } else { Style::new() };
    Line::from(vec![
        Span::raw(if own { "▸" } else { " " }),
        Span::styled(status_marker(status), canvas.palette.marker(status)),
        Span::styled(format!(" {name} "), bold),
        Span::styled(text, style),
    ])
}
