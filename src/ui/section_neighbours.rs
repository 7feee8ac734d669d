//! The neighbours of an indicator: a line each of those that stand about it in its section, where the
//! detail has room to spare.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::list_cells::{percent_text, without_percent};
use super::theme::sign;
use crate::model::{Entry, Indicator, status};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The space, the heading and two lines.
const FEWEST: usize = 4;
/// The cursor sign, the status sign and a space.
const LEAD: usize = 3;

/// At most `height` lines of `width`: those nearest to the indicator, in the order of the source. None
/// where there is no room, or nothing beside it.
pub(super) fn lines(
    canvas: &Canvas<'_>,
    entry: &Entry<'_>,
    width: usize,
    height: usize,
) -> Vec<Line<'static>> {
    let section = entry.section.indicators.clone();
    if section.len() < 2 || height < FEWEST {
        return Vec::new();
    }
    let count = (height - 2).min(section.len());
    let first = entry.local.saturating_sub(count / 2).clamp(section.start, section.end - count);
    let heading = truncate::cut(canvas.words.neighbours(), width).into_owned();
    let mut lines = vec![Line::default(), Line::styled(heading, canvas.palette.dim)];
    let rows = (first..).zip(entry.dataset.indicators.range(first..first + count));
    lines.extend(rows.map(|(at, indicator)| row(canvas, &indicator, at == entry.local, width)));
    lines
}

/// Sign, name, and at the right the percent of plan or what stands in its place.
fn row(canvas: &Canvas<'_>, indicator: &Indicator, own: bool, width: usize) -> Line<'static> {
    let status = status(indicator);
    let percent = percent_text(indicator, canvas.words);
    let (told, style) = if percent.is_empty() {
        let told = without_percent(indicator, canvas.words);
        let no_plan = told == canvas.words.no_plan();
        let told = if no_plan { canvas.words.no_plan_short().to_owned() } else { told };
        (told, canvas.palette.dim)
    } else {
        (percent, canvas.palette.status(status))
    };
    let told = truncate::cut(&told, width / 2).into_owned();
    let room = width.saturating_sub(LEAD + 1 + truncate::width(&told));
    let name = visible(&indicator.name);
    let name = truncate::pad(&truncate::cut(&name, room), room);
    let bold = if own { Style::new().add_modifier(Modifier::BOLD) } else { Style::new() };
    Line::from(vec![
        Span::raw(if own { "▸" } else { " " }),
        Span::styled(sign(status), canvas.palette.status(status)),
        Span::styled(format!(" {name} "), bold),
        Span::styled(told, style),
    ])
}
