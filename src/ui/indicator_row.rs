//! An indicator as a row of a list: status marker, name, unit, plan, figure, gauge, percent of plan, change,
//! sparkline.
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
use super::list_columns::{Columns, LEAD, Offsets};
use super::sparkline;
use super::theme::{MARK, WARNING, status_marker};
use crate::app::{ChangeBefore, ListColumn};
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
    /// The whole that it is a part of, in a list that does not show it as a part; else empty.
    pub(super) whole: &'a str,
    /// The label of the dataset in a list over several; else empty.
    pub(super) dataset: &'a str,
    /// The period of the figure, if it differs from the dataset's.
    pub(super) period: Option<Period>,
    /// Whether the user marked the indicator.
    pub(super) marked: bool,
    /// The series, if a sparkline is shown.
    pub(super) series: Option<&'a Series>,
    /// The change against the period before.
    pub(super) change: Option<ChangeBefore>,
    /// Whether a cell of it could not be read as written.
    pub(super) is_unread: bool,
    /// The number of wholes above it, in a list that is a tree.
    pub(super) depth: usize,
    /// The sign of a whole: folded or not.
    pub(super) fold: Option<Fold>,
}

/// Whether a list shows the parts of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fold {
    /// It does.
    Open,
    /// It does not.
    Folded,
    /// There are none; other rows of the list have some.
    NoParts,
}

impl NameDetails<'_> {
    /// The columns before the name in a list of `width` for names.
    fn indent(&self, width: usize) -> usize {
        let sign = if self.fold.is_some() { 2 } else { 0 };
        (2 * self.depth + sign).min(width / 2)
    }
}

impl Columns {
    /// The number of lines of an indicator's row.
    pub(super) fn height_as(&self, name: &str, shown: NameDetails<'_>) -> usize {
        let width = self.name - shown.indent(self.name);
        let shown = Name::new(name, shown).text;
        let lines = if truncate::width(&shown) <= width {
            1
        } else {
            truncate::lines(&shown, width).len().clamp(1, self.name_lines)
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
        self.line(lead, &Line::styled(status_marker(status), self.palette.marker(status)));
        if shown.marked {
            self.line(column(area, 2, 1), &Line::styled(MARK, self.palette.focus));
        }
        let indent = shown.indent(columns.name);
        let sign = match shown.fold {
            Some(Fold::Open) => "▾",
            Some(Fold::Folded) => "▸",
            Some(Fold::NoParts) | None => "",
        };
        self.line(column(area, LEAD + indent.saturating_sub(2), 1), &Line::raw(sign));
        let width = columns.name - indent;
        let name = Name::new(&indicator.name, shown);
        let matched = self.palette.matched;
        let lines = name.lines(width, columns.name_lines, emphasis.style(), matched);
        let room = column(area, LEAD + indent, width);
        for (row, line) in room.rows().zip(&lines) {
            self.line(row, line);
        }
        let below = if columns.stacked { lines.len() } else { 0 };
        let below = u16::try_from(below).unwrap_or(0).min(area.height);
        let cells = Rect { y: area.y + below, height: (area.height - below).min(1), ..area };
        if !cells.is_empty() {
            self.cells(cells, columns, indicator, shown);
        }
    }

    /// Draws what is right of the name, or under it.
    fn cells(
        &mut self,
        area: Rect,
        columns: Columns,
        indicator: &Indicator,
        shown: NameDetails<'_>,
    ) {
        let offsets = columns.offsets();
        let dim = self.palette.dim;
        if columns.unit > 0 {
            let unit = visible(indicator.unit.as_deref().unwrap_or_default());
            let unit = truncate::cut(&unit, columns.unit).into_owned();
            self.line(column(area, offsets.unit, columns.unit), &Line::styled(unit, dim));
        }
        if columns.plan > 0 {
            let plan = plan(indicator, self.words);
            self.right(area, offsets.plan, columns.plan, &plan, dim);
        }
        let warned = shown.is_unread || !warnings(indicator).is_empty();
        self.figure_and_percent(area, columns, offsets, (indicator, warned));
        if let Some(change) = shown.change.filter(|_| columns.change > 0) {
            let text = self.words.change_short(change);
            let style =
                if change.is_derived { dim.add_modifier(Modifier::ITALIC) } else { Style::new() };
            self.right(area, offsets.change, columns.change, &text, style);
        }
        if let Some(series) = shown.series.filter(|_| columns.sparkline > 0) {
            let line = sparkline::line(series, columns.sparkline, &self.palette);
            self.line(column(area, offsets.sparkline, columns.sparkline), &line);
        }
    }

    /// Draws a text at the right of its column.
    fn right(&mut self, area: Rect, offset: usize, width: usize, text: &str, style: Style) {
        let text = truncate::pad_left(&truncate::cut(text, width), width);
        self.line(column(area, offset, width), &Line::styled(text, style));
    }

    /// Draws figure, gauge and percent of plan, or the words in place of gauge and percent.
    fn figure_and_percent(
        &mut self,
        area: Rect,
        columns: Columns,
        offsets: Offsets,
        (indicator, warned): (&Indicator, bool),
    ) {
        let warned = columns.figure > 0 && warned;
        if columns.figure > 0 {
            let text = figure(indicator, self.words);
            self.right(area, offsets.figure, columns.figure, &text, Style::new());
            if warned {
                let marker = Line::styled(WARNING, self.palette.warning);
                self.line(column(area, offsets.figure + columns.figure, 1), &marker);
            }
        }
        if columns.percent == 0 {
            return;
        }
        let status = status(indicator);
        let Some(percent) = percent_of_plan(indicator) else {
            // The marker of a failed check takes the column between.
            let offset = offsets.gauge + usize::from(warned);
            let room = columns.gauge_and_percent() - usize::from(warned);
            let text = self.in_place_of_percent(columns, indicator, room);
            let text = truncate::cut(&text, room).into_owned();
            // A figure and a verdict are no secondary text.
            let is_figure = columns.figure == 0 && indicator.plan.is_none();
            let is_verdict = indicator.plan.as_ref().is_some_and(|plan| plan.verdict().is_some());
            let style = match (is_figure, is_verdict) {
                (true, _) => Style::new(),
                (false, true) => self.palette.status(status),
                (false, false) => self.palette.dim,
            };
            self.line(column(area, offset, room), &Line::styled(text, style));
            return;
        };
        let gauge = Gauge::new(percent, self.app.catalog().scale_end).bar(self.palette.bar(status));
        gauge.render(column(area, offsets.gauge, columns.gauge), self.buffer);
        let text = percent_text(indicator, self.words);
        let style = self.palette.status(status);
        self.right(area, offsets.percent, columns.percent, &text, style);
    }

    /// The words in place of gauge and percent; none about a plan where no indicator of the list has one.
    fn in_place_of_percent(&self, columns: Columns, indicator: &Indicator, room: usize) -> String {
        let text = without_percent(indicator, self.words);
        let is_missing = text == self.words.no_plan();
        if columns.figure == 0 && indicator.plan.is_none() && self.app.wants(ListColumn::Actual) {
            // In place of "no plan", which says less than the figure.
            let figure = figure(indicator, self.words);
            let unit = indicator.unit.as_deref().filter(|_| indicator.figure().is_some());
            let with_unit = unit.map(|unit| format!("{figure} {}", visible(unit)));
            with_unit.filter(|text| truncate::width(text) <= room).unwrap_or(figure)
        } else if columns.plan > 0
            && indicator
                .plan
                .as_ref()
                .is_some_and(|plan| plan.verdict().is_none() && plan.target().is_some())
        {
            // The column of plans has the target.
            String::new()
        } else if is_missing && !self.app.section_rows()[0].widths.has_plans {
            String::new()
        } else if is_missing && truncate::width(&text) > room {
            self.words.no_plan_short().to_owned()
        } else {
            text
        }
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
        let NameDetails { places, unit, unit_places, whole, dataset, period, .. } = shown;
        let mut shown = Self::default();
        shown.push(name, places);
        if let Some(period) = period {
            shown.text.push_str(&format!(" ({})", period.code()));
        }
        for (other, places) in [(whole, &[][..]), (unit, unit_places), (dataset, &[][..])] {
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
