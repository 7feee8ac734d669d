//! One indicator as a row of a list: sign, name, figure, gauge, percent of plan.
//!
//! Names wrap rather than lose letters. Where the list is too narrow for columns, the figure and the
//! gauge take a line of their own under the name.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::canvas::Canvas;
use super::gauge::Gauge;
use super::theme::sign;
use super::words::Words;
use crate::model::{Actual, Indicator, derive, percent_of_plan, status};
use crate::text::fit;
use crate::text::safe::visible;

/// The widths of the columns of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) name: usize,
    pub(super) figure: usize,
    pub(super) gauge: usize,
    pub(super) percent: usize,
    /// Figure, gauge and percent under the name instead of beside it.
    pub(super) stacked: bool,
    /// How many lines a name may take.
    pub(super) name_lines: usize,
}

/// The cursor sign, the status sign and a space.
pub(super) const LEAD: usize = 3;
const PERCENT: usize = 7;
const NAME_LINES: usize = 3;
/// A gauge of fewer cells tells less than its number.
const SHORTEST_GAUGE: usize = 6;

impl Columns {
    /// Columns for a list of `width` whose widest figure takes `figure`.
    pub(super) fn new(width: usize, figure: usize, words: Words) -> Self {
        let figure = (figure + fit::width(words.estimate()) + 1).clamp(8, 16);
        if width < 50 {
            let gauge = width.saturating_sub(LEAD + figure + PERCENT + 2).min(20);
            let gauge = if gauge < SHORTEST_GAUGE { 0 } else { gauge };
            let name = width.saturating_sub(LEAD);
            return Self {
                name,
                figure,
                gauge,
                percent: PERCENT,
                stacked: true,
                name_lines: NAME_LINES,
            };
        }
        let gauge = ((width - 26) / 3).clamp(8, 40);
        let name = width.saturating_sub(LEAD + figure + gauge + PERCENT + 3);
        Self { name, figure, gauge, percent: PERCENT, stacked: false, name_lines: NAME_LINES }
    }

    /// One line each: as above if there is room, else without the figure.
    pub(super) fn one_line(width: usize, figure: usize, words: Words) -> Self {
        let columns = Self { name_lines: 1, ..Self::new(width.max(50), figure, words) };
        if width >= 50 {
            return columns;
        }
        let (gauge, percent) = (8, PERCENT - 1);
        let name = width.saturating_sub(LEAD + gauge + percent + 2);
        Self { name, figure: 0, gauge, percent, ..columns }
    }

    /// How many lines an indicator takes.
    pub(super) fn height(&self, indicator: &Indicator) -> usize {
        let shown = visible(&indicator.name);
        let lines = if fit::width(&shown) <= self.name {
            1
        } else {
            fit::lines(&shown, self.name).len().clamp(1, self.name_lines)
        };
        lines + usize::from(self.stacked)
    }
}

/// How a row is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Emphasis {
    /// The selection stands here.
    pub(super) selected: bool,
    /// The list has the focus.
    pub(super) focused: bool,
}

impl Canvas<'_> {
    /// Draws an indicator into `area`; `places` are the matched byte ranges of its name.
    pub(super) fn indicator_row(
        &mut self,
        area: Rect,
        columns: Columns,
        indicator: &Indicator,
        places: &[Range<usize>],
        emphasis: Emphasis,
    ) {
        let status = status(indicator);
        if emphasis.selected {
            self.line(area, &Line::raw("▸"));
            self.cursor(area.x, area.y);
        }
        let lead = column(area, 1, 1);
        self.line(lead, &Line::styled(sign(status), self.palette.status(status)));
        let name = Name::new(&indicator.name, places);
        let style = match (emphasis.selected, emphasis.focused) {
            (true, true) => Style::new().add_modifier(Modifier::REVERSED),
            (true, false) => Style::new().add_modifier(Modifier::BOLD),
            _ => Style::new(),
        };
        let lines = name.lines(columns.name, columns.name_lines, style, self.palette.matched);
        let room = column(area, LEAD, columns.name);
        for (row, line) in room.rows().zip(&lines) {
            self.line(row, line);
        }
        let figures = if columns.stacked {
            let below = u16::try_from(lines.len()).unwrap_or(0).min(area.height.saturating_sub(1));
            Rect { y: area.y + below, height: 1, ..column(area, LEAD, area.width.into()) }
        } else {
            column(area, LEAD + columns.name + 1, area.width.into())
        };
        self.figures(figures, columns, indicator);
    }

    /// Figure, gauge and percent of plan, or the words that stand where there is no percent.
    fn figures(&mut self, area: Rect, columns: Columns, indicator: &Indicator) {
        let mut rest = area;
        if columns.figure > 0 {
            let figure = fit::cut(&figure(indicator, self.words), columns.figure).into_owned();
            self.line(area, &Line::raw(fit::pad_left(&figure, columns.figure)));
            rest = column(area, columns.figure + 1, area.width.into());
        }
        let style = self.palette.status(status(indicator));
        let Some(percent) = percent_of_plan(indicator) else {
            let mut words = without_percent(indicator, self.words);
            if words == self.words.no_plan() && fit::width(&words) > rest.width.into() {
                words = self.words.no_plan_short().to_owned();
            }
            let words = fit::cut(&words, rest.width.into()).into_owned();
            self.line(rest, &Line::styled(words, self.palette.dim));
            return;
        };
        let gauge = Gauge::new(percent, self.app.shared().scale_end).bar(style);
        gauge.render(Rect { height: 1, ..column(rest, 0, columns.gauge) }, self.buffer);
        let text = fit::pad_left(&percent_text(indicator, self.words), columns.percent);
        let text = fit::cut(&text, columns.percent).into_owned();
        let place = column(rest, columns.gauge + 1, columns.percent);
        self.line(place, &Line::styled(text, style));
    }
}

/// The figure of an indicator for a column: with a word before an estimate, words as published.
pub(super) fn figure(indicator: &Indicator, words: Words) -> String {
    let figure = match &indicator.actual {
        Some(Actual::Figure(figure)) => words.figure(*figure),
        Some(Actual::Words(text)) => visible(text).into_owned(),
        None => return words.no_figure().to_owned(),
    };
    if indicator.estimate { format!("{} {figure}", words.estimate()) } else { figure }
}

/// The percent of plan for a column, derived ones marked.
pub(super) fn percent_text(indicator: &Indicator, words: Words) -> String {
    let published = indicator.plan.as_ref().and_then(crate::model::Plan::percent);
    match (published, derive::percent_of(indicator)) {
        (Some(percent), _) => words.figure(percent),
        (None, Some(percent)) => format!("≈{}", words.figure(derive::rounded_percent(percent))),
        (None, None) => String::new(),
    }
}

/// What stands in place of a gauge: the verdict, else the rank or the count that tells more than that
/// there is no plan.
pub(super) fn without_percent(indicator: &Indicator, words: Words) -> String {
    match &indicator.plan {
        None => match (indicator.ranks.first(), indicator.count) {
            (Some(rank), _) => words.rank_short(rank),
            (None, Some(count)) => {
                format!("{}/{}", words.figure(count.part), words.figure(count.whole))
            }
            (None, None) => words.no_plan().to_owned(),
        },
        Some(plan) => match (plan.verdict(), plan.target()) {
            (Some(verdict), _) => words.status(verdict.status).to_owned(),
            (None, Some(target)) => format!("{} {}", words.plan(), words.target(target)),
            (None, None) => words.no_percent().to_owned(),
        },
    }
}

/// A name as it is shown, with the places of what a query matched.
struct Name {
    text: String,
    matched: Vec<Range<usize>>,
}

impl Name {
    fn new(name: &str, places: &[Range<usize>]) -> Self {
        let mut text = String::with_capacity(name.len());
        let mut matched = Vec::new();
        let mut at = 0;
        for place in places {
            let (Some(before), Some(hit)) = (name.get(at..place.start), name.get(place.clone()))
            else {
                continue;
            };
            text.push_str(&visible(before));
            let start = text.len();
            text.push_str(&visible(hit));
            matched.push(start..text.len());
            at = place.end;
        }
        text.push_str(&visible(&name[at..]));
        Self { text, matched }
    }

    /// The name in at most `count` lines, the last of which ends in … where something was cut.
    fn lines(&self, width: usize, count: usize, style: Style, matched: Style) -> Vec<Line<'_>> {
        let ranges = fit::lines(&self.text, width);
        let last = count.min(ranges.len()).saturating_sub(1);
        let whole = |(at, range): (usize, Range<usize>)| {
            let end = if at == last { self.text.trim_end().len() } else { range.end };
            let shown = fit::cut(&self.text[range.start..end.max(range.start)], width);
            let cut = shown.len() < end.saturating_sub(range.start) || shown.ends_with('…');
            let kept = if cut { shown.trim_end_matches('…').len() } else { shown.len() };
            let mut line = self.spans(range.start..range.start + kept, style, matched);
            if cut {
                line.push_span(Span::styled("…", style));
            }
            line
        };
        ranges.into_iter().take(count).enumerate().map(whole).collect()
    }

    fn spans(&self, range: Range<usize>, style: Style, matched: Style) -> Line<'_> {
        let mut spans = Vec::new();
        let mut at = range.start;
        for place in &self.matched {
            let (start, end) = (place.start.clamp(at, range.end), place.end.clamp(at, range.end));
            if start < end {
                spans.push(Span::styled(&self.text[at..start], style));
                spans.push(Span::styled(&self.text[start..end], style.patch(matched)));
                at = end;
            }
        }
        spans.push(Span::styled(&self.text[at..range.end], style));
        Line::from(spans)
    }
}

/// The part of `area` that begins `offset` columns in and is at most `width` wide.
fn column(area: Rect, offset: usize, width: usize) -> Rect {
    let offset = u16::try_from(offset).unwrap_or(u16::MAX).min(area.width);
    let width = u16::try_from(width).unwrap_or(u16::MAX).min(area.width - offset);
    Rect { x: area.x + offset, width, ..area }
}
