//! The rows of the detail pane, and those of a fact.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::facts::{Fact, FactKind};
use super::gauge::Gauge;
use super::rank_strip;
use super::target_line::TargetLine;
use crate::model::derive;
use crate::text::truncate;

/// The width of the column of labels, with the space after it.
const LABEL: usize = 12;

/// A line of the detail, or the gauge, which is drawn rather than written.
pub(super) enum DetailRow {
    Text(Line<'static>),
    /// A line that answers clicks.
    Targets(TargetLine),
    /// A gauge with its percent right of it.
    GaugeAndPercent(Gauge, Line<'static>),
}

/// A label, with its text wrapped right of it; a rank also has its strip.
pub(super) fn fact_rows(canvas: &Canvas<'_>, fact: &Fact, width: usize) -> Vec<DetailRow> {
    let room = width.saturating_sub(LABEL);
    let style = match fact.kind {
        FactKind::Warning => canvas.palette.warning,
        FactKind::Derived => Style::new().add_modifier(Modifier::ITALIC),
        _ => Style::new(),
    };
    let blank = " ".repeat(LABEL);
    let fits = truncate::width(&fact.label) < LABEL;
    let label = if fits { truncate::pad(&fact.label, LABEL) } else { blank.clone() };
    // A label too long for its column, such as the name of a period, has lines of its own.
    let mut rows = if fits { Vec::new() } else { wrapped(&fact.label, width, canvas.palette.dim) };
    let line = |(at, text): (usize, String)| {
        let label = if at == 0 { label.clone() } else { blank.clone() };
        DetailRow::Text(Line::from(vec![
            Span::styled(label, canvas.palette.dim),
            Span::styled(text, style),
        ]))
    };
    let text = truncate::wrap(&fact.text, room, usize::MAX);
    rows.extend(text.into_iter().enumerate().map(line));
    if let FactKind::Rank(rank) = &fact.kind {
        if let Some(strip) = rank_strip::line(rank, room, &canvas.palette) {
            rows.push(DetailRow::Text(indented(strip)));
        }
        if let Some(place) = derive::previous_rank(rank) {
            let text = canvas.words.former_place(place);
            rows.push(DetailRow::Text(indented(Line::styled(text, canvas.palette.dim))));
        }
    }
    rows
}

fn indented(mut line: Line<'static>) -> Line<'static> {
    line.spans.insert(0, Span::raw(" ".repeat(LABEL)));
    line
}

/// The rows of a text.
pub(super) fn wrapped(text: &str, width: usize, style: Style) -> Vec<DetailRow> {
    let lines = truncate::wrap(text, width, usize::MAX);
    lines.into_iter().map(|line| DetailRow::Text(Line::styled(line, style))).collect()
}
