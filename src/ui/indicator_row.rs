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
use super::list_cells::{figure, percent_text, without_percent};
use super::theme::{WARNING, status_marker};
use super::words::Words;
use crate::app::FigureWidth;
use crate::model::{Indicator, Period, percent_of_plan, status, warnings};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The widths of the columns of a list, in screen columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) name: usize,
    pub(super) figure: usize,
    pub(super) gauge: usize,
    pub(super) percent: usize,
    /// Whether figure, gauge and percent are under the name rather than right of it.
    pub(super) stacked: bool,
    /// The most lines of a name.
    pub(super) name_lines: usize,
}

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
}

/// The width of the selection marker, the status marker and a space.
pub(super) const LEAD: usize = 3;
const PERCENT: usize = 7;
const NAME_LINES: usize = 3;
/// A width that few names exceed.
const LONG_NAME: usize = 60;
/// The fewest cells of a gauge; a shorter one shows less than its number.
const SHORTEST_GAUGE: usize = 6;

impl Columns {
    /// Columns for a list of `width` with the widest figures of `figure`.
    pub(super) fn new(width: usize, figure: FigureWidth, words: Words) -> Self {
        let estimate = match figure.estimate {
            0 => 0,
            estimate => truncate::width(words.estimate()) + 1 + estimate,
        };
        let figure = figure.plain.max(estimate).clamp(8, 16);
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
        // Names have priority: the gauge takes a small share of the width, and what names leave unused.
        let others = LEAD + figure + PERCENT + 3;
        let gauge = ((width - 26) / 6).max(width.saturating_sub(others + LONG_NAME)).clamp(8, 40);
        let name = width.saturating_sub(others + gauge);
        Self { name, figure, gauge, percent: PERCENT, stacked: false, name_lines: NAME_LINES }
    }

    /// Columns with one line for each indicator: as `new` if there is room, else without the figure.
    pub(super) fn one_line(width: usize, figure: FigureWidth, words: Words) -> Self {
        let columns = Self { name_lines: 1, ..Self::new(width.max(50), figure, words) };
        if width >= 50 {
            return columns;
        }
        let (gauge, percent) = (8, PERCENT - 1);
        let name = width.saturating_sub(LEAD + gauge + percent + 2);
        Self { name, figure: 0, gauge, percent, ..columns }
    }

    /// The same columns for a list of `lines`, into which a row of full height may not fit.
    pub(super) fn within(self, lines: u16) -> Self {
        let room = usize::from(lines).saturating_sub(self.stacked.into()).max(1);
        Self { name_lines: self.name_lines.min(room), ..self }
    }

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
            column(area, LEAD + columns.name + 1, usize::MAX)
        };
        if !figures.is_empty() {
            self.figures(Rect { height: 1, ..figures }, columns, indicator);
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
        let NameDetails { places, unit, unit_places, dataset, period } = shown;
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
