//! An indicator as a row of a list: status marker, name, figure, gauge, percent of plan.
//!
//! Long names wrap. In a list too narrow for columns, figure and gauge have a line of their own under the
//! name.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::canvas::Canvas;
use super::emphasis::Emphasis;
use super::gauge::Gauge;
use super::list_cells::{figure, percent_text, plan, without_percent};
use super::list_columns::{Columns, LEAD};
use super::sparkline;
use super::theme::{MARK, WARNING, status_marker};
use crate::model::{Indicator, Period, Series, percent_of_plan, status, warnings};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// What is shown with a name: matched letters, unit, dataset, period.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct NameDetails<'a> {
    /// The matched byte ranges of the name.
    pub(super) places: &'a [Range<usize>],
    /// The unit, if it is shown after the name; else empty.
    pub(super) unit: &'a str,
    /// The matched byte ranges of the unit.
    pub(super) unit_places: &'a [Range<usize>],
    /// The label of the dataset in a list over several; else empty.
    pub(super) dataset: &'a str,
    /// The period of the figure, if it differs from the dataset's.
    pub(super) period: Option<Period>,
    /// Whether the user marked the indicator.
    pub(super) marked: bool,
    /// The series, if a sparkline is shown.
    pub(super) series: Option<&'a Series>,
}

impl Columns {
    /// The number of lines of an indicator's row.
    pub(super) fn height_as(&self, name: &str, shown: NameDetails<'_>) -> usize {
        let shown = Name::new(name, shown).text;
        let lines = if truncate::width(&shown) <= self.name {
            1
        } else {
            truncate::lines(&shown, self.name).len().clamp(1, self.name_lines)
        };
        lines + usize::from(self.stacked)
    }
}

impl Canvas<'_> {
    /// Draws an indicator into `area`.
    pub(super) fn indicator_row(
        &mut self,
        area: Rect,
        columns: Columns,
        indicator: &Indicator,
        shown: NameDetails<'_>,
        emphasis: Emphasis,
    ) {
        let status = status(indicator);
        if emphasis.selected {
            self.line(area, &Line::raw("▸"));
            if emphasis.focused {
                self.cursor(area.x, area.y);
            }
        }
        let lead = column(area, 1, 1);
        self.line(lead, &Line::styled(status_marker(status), self.palette.status(status)));
        if shown.marked {
            self.line(column(area, 2, 1), &Line::styled(MARK, self.palette.focus));
        }
        let name = Name::new(&indicator.name, shown);
        let matched = self.palette.matched;
        let lines = name.lines(columns.name, columns.name_lines, emphasis.style(), matched);
        let room = column(area, LEAD, columns.name);
        for (row, line) in room.rows().zip(&lines) {
            self.line(row, line);
        }
        let figures = if columns.stacked {
            let below = u16::try_from(lines.len()).unwrap_or(0).min(area.height);
            Rect {
                y: area.y + below,
                height: area.height - below,
                ..column(area, LEAD, usize::MAX)
            }
        } else {
            let after_name = column(area, columns.after_name(), usize::MAX);
            self.unit_and_plan(after_name, columns, indicator);
            column(after_name, columns.before_figure(), usize::MAX)
        };
        if figures.is_empty() {
            return;
        }
        let figures = Rect { height: 1, ..figures };
        self.figures(figures, columns, indicator);
        if let Some(series) = shown.series.filter(|_| columns.sparkline > 0) {
            let offset = columns.figure + 1 + columns.gauge + 1 + columns.percent + 1;
            let line = sparkline::line(series, columns.sparkline, &self.palette);
            self.line(column(figures, offset, columns.sparkline), &line);
        }
    }

    /// Draws the unit on the left and the plan on the right of their columns.
    fn unit_and_plan(&mut self, area: Rect, columns: Columns, indicator: &Indicator) {
        if columns.unit > 0 {
            let unit = visible(indicator.unit.as_deref().unwrap_or_default());
            let unit = truncate::cut(&unit, columns.unit).into_owned();
            self.line(area, &Line::styled(unit, self.palette.dim));
        }
        if columns.plan > 0 {
            let plan = truncate::cut(&plan(indicator, self.words), columns.plan).into_owned();
            let place = column(area, columns.before_figure() - columns.plan - 1, columns.plan);
            let text = truncate::pad_left(&plan, columns.plan);
            self.line(place, &Line::styled(text, self.palette.dim));
        }
    }

    /// Draws figure, gauge and percent of plan, or the words in place of gauge and percent.
    fn figures(&mut self, area: Rect, columns: Columns, indicator: &Indicator) {
        let warned = !warnings(indicator).is_empty();
        let mut rest = area;
        if columns.figure > 0 {
            let room = columns.figure;
            let figure = truncate::cut(&figure(indicator, self.words), room).into_owned();
            self.line(area, &Line::raw(truncate::pad_left(&figure, room)));
            if warned {
                let marker = Line::styled(WARNING, self.palette.warning);
                self.line(column(area, room, 1), &marker);
            }
            rest = column(area, columns.figure + 1, area.width.into());
        }
        let style = self.palette.status(status(indicator));
        let Some(percent) = percent_of_plan(indicator) else {
            // The marker of a failed check takes the column between.
            let rest = column(rest, warned.into(), usize::MAX);
            let mut words = without_percent(indicator, self.words);
            if columns.figure == 0 && indicator.plan.is_none() {
                // In place of "no plan", which says less than the figure.
                words = figure(indicator, self.words);
            }
            if words == self.words.no_plan() && truncate::width(&words) > rest.width.into() {
                words = self.words.no_plan_short().to_owned();
            }
            let words = truncate::cut(&words, rest.width.into()).into_owned();
            self.line(rest, &Line::styled(words, self.palette.dim));
            return;
        };
        let gauge = Gauge::new(percent, self.app.catalog().scale_end).bar(style);
        gauge.render(Rect { height: 1, ..column(rest, 0, columns.gauge) }, self.buffer);
        let text = truncate::pad_left(&percent_text(indicator, self.words), columns.percent);
        let text = truncate::cut(&text, columns.percent).into_owned();
        let place = column(rest, columns.gauge + 1, columns.percent);
        self.line(place, &Line::styled(text, style));
    }
}

/// A name as it is shown, with the byte ranges that a query matched.
#[derive(Default)]
pub(super) struct Name {
    text: String,
    matched: Vec<Range<usize>>,
}

impl Name {
    fn new(name: &str, shown: NameDetails<'_>) -> Self {
        let NameDetails { places, unit, unit_places, dataset, period, marked: _, series: _ } =
            shown;
        let mut shown = Self::default();
        shown.push(name, places);
        if let Some(period) = period {
            shown.text.push_str(&format!(" ({})", period.code()));
        }
        for (other, places) in [(unit, unit_places), (dataset, &[][..])] {
            if !other.is_empty() {
                shown.text.push_str(" · ");
                shown.push(other, places);
            }
        }
        shown
    }

    /// Adds a text with its matched byte ranges.
    pub(super) fn push(&mut self, text: &str, places: &[Range<usize>]) {
        let mut at = 0;
        for place in places {
            let (Some(before), Some(hit)) = (text.get(at..place.start), text.get(place.clone()))
            else {
                continue;
            };
            self.text.push_str(&visible(before));
            let start = self.text.len();
            self.text.push_str(&visible(hit));
            self.matched.push(start..self.text.len());
            at = place.end;
        }
        self.text.push_str(&visible(&text[at..]));
    }

    /// All of it in one line.
    pub(super) fn line(&self, style: Style, matched: Style) -> Line<'_> {
        self.spans(0..self.text.len(), style, matched)
    }

    /// The name in at most `count` lines; the last ends in … if something was cut.
    fn lines(&self, width: usize, count: usize, style: Style, matched: Style) -> Vec<Line<'_>> {
        let ranges = truncate::lines(&self.text, width);
        let last = count.min(ranges.len()).saturating_sub(1);
        let whole = |(at, range): (usize, Range<usize>)| {
            let end = if at == last { self.text.trim_end().len() } else { range.end };
            let shown = truncate::cut(&self.text[range.start..end.max(range.start)], width);
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
                spans.push(Span::styled(&self.text[start..end], on_selection(style, matched)));
                at = end;
            }
        }
        spans.push(Span::styled(&self.text[at..range.end], style));
        Line::from(spans)
    }
}

/// The style of matched letters in a name. In reverse video a colour would become a coloured block: there
/// they are only underlined and bold.
fn on_selection(name: Style, matched: Style) -> Style {
    if name.add_modifier.contains(Modifier::REVERSED) {
        name.add_modifier(matched.add_modifier)
    } else {
        name.patch(matched)
    }
}

/// The part of `area` from column `offset`, at most `width` wide.
fn column(area: Rect, offset: usize, width: usize) -> Rect {
    let offset = u16::try_from(offset).unwrap_or(u16::MAX).min(area.width);
    let width = u16::try_from(width).unwrap_or(u16::MAX).min(area.width - offset);
    Rect { x: area.x + offset, width, ..area }
}
