//! An indicator as a row of a list: status marker, name, unit, plan, figure, gauge, percent of plan, change,
//! sparkline.
//!
//! Long names wrap. In a list too narrow for columns, figure and gauge have a line of their own under the
//! name.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::canvas::Canvas;
use super::emphasis::Emphasis;
use super::gauge::Gauge;
use super::list_cells::{figure, percent_text, plan, shorter_without_percent, without_percent};
use super::list_columns::{Columns, RowCell, UnitPlace};
use super::row_name::{Fold, NameDetails, NameStyles, RowName};
use super::signs::{FOLDED, OPEN};
use super::sparkline;
use super::theme::{MARK, TO_REVIEW, WARNING, status_marker};
use crate::model::{Indicator, percent_of_plan, status, warnings};
use crate::text::sanitize::visible;
use crate::text::truncate;

impl Columns {
    /// The number of lines of an indicator's row.
    pub(super) fn height_as(&self, name: &str, shown: NameDetails<'_>) -> usize {
        let width = self.name - shown.indent(self.name);
        let lines = RowName::new(name, shown).height(width).min(self.name_lines);
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
        // What is to be reviewed is more than a mark.
        if shown.to_review {
            self.line(column(area, 2, 1), &Line::styled(TO_REVIEW, self.palette.warning));
        } else if shown.marked {
            self.line(column(area, 2, 1), &Line::styled(MARK, self.palette.focus));
        }
        let indent = shown.indent(columns.name);
        let sign = match shown.fold {
            Some(Fold::Open) => OPEN,
            Some(Fold::Folded) => FOLDED,
            Some(Fold::NoParts) | None => "",
        };
        self.line(
            column(area, columns.lead + indent.saturating_sub(Fold::SIGN), 1),
            &Line::raw(sign),
        );
        let width = columns.name - indent;
        let name = RowName::new(&indicator.name, shown);
        let styles = NameStyles {
            name: emphasis.style(),
            secondary: self.palette.dim,
            matched: self.palette.matched,
        };
        let lines = name.lines(width, columns.name_lines, styles);
        let room = column(area, columns.lead + indent, width);
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
        let dim = self.palette.dim;
        if columns.has(RowCell::Unit) {
            let (place, width) = cell(area, columns, RowCell::Unit);
            let unit = visible(indicator.unit.as_deref().unwrap_or_default());
            let unit = truncate::cut(&unit, width).into_owned();
            self.line(place, &Line::styled(unit, dim));
        }
        if columns.has(RowCell::Plan) {
            let text = plan(indicator, self.words);
            if plan_fits(columns, indicator, &text) {
                self.right(cell(area, columns, RowCell::Plan), &text, dim);
            }
        }
        self.figure(area, columns, indicator, shown);
        if columns.has(RowCell::Percent) {
            self.percent(area, columns, indicator, shown);
        }
        if let Some(change) = shown.change.filter(|_| columns.has(RowCell::Change)) {
            let text = self.words.change_short(change);
            let style =
                if change.is_derived { dim.add_modifier(Modifier::ITALIC) } else { Style::new() };
            self.right(cell(area, columns, RowCell::Change), &text, style);
        }
        if let Some(series) = shown.series.filter(|_| columns.has(RowCell::Sparkline)) {
            let (place, width) = cell(area, columns, RowCell::Sparkline);
            let line = sparkline::line(series, shown.axis, width, &self.palette);
            self.line(place, &line);
        }
    }

    /// Draws a text at the right of its cell.
    fn right(&mut self, (place, width): (Rect, usize), text: &str, style: Style) {
        let text = truncate::pad_left(&truncate::cut(text, width), width);
        self.line(place, &Line::styled(text, style));
    }

    /// Draws the figure, and the marker of a failed check right after it.
    fn figure(
        &mut self,
        area: Rect,
        columns: Columns,
        indicator: &Indicator,
        shown: NameDetails<'_>,
    ) {
        if !columns.has(RowCell::Figure) {
            return;
        }
        let (place, width) = cell(area, columns, RowCell::Figure);
        let figure = figure(indicator, self.words);
        let warned = is_warned(indicator, shown);
        let marker = Span::styled(WARNING, self.palette.warning);
        if columns.unit != UnitPlace::AfterFigure {
            self.right((place, width), &figure, Style::new());
            if warned {
                let after = columns.offset(RowCell::Figure) + width;
                self.line(column(area, after, 1), &marker.into());
            }
            return;
        }
        let unit = indicator.unit.as_deref().filter(|_| indicator.figure().is_some());
        let unit = unit.map_or_else(String::new, |unit| format!(" {}", visible(unit)));
        let marker = Some(marker).filter(|_| warned);
        let room = width.saturating_sub(truncate::width(&figure) + usize::from(warned));
        let unit = Span::styled(truncate::cut(&unit, room).into_owned(), self.palette.dim);
        let spans = [Span::raw(figure)].into_iter().chain(marker).chain([unit]);
        self.line(place, &Line::from_iter(spans));
    }

    /// Draws gauge and percent of plan, or the words in place of them.
    fn percent(
        &mut self,
        area: Rect,
        columns: Columns,
        indicator: &Indicator,
        shown: NameDetails<'_>,
    ) {
        let status = status(indicator);
        let Some(percent) = percent_of_plan(indicator).filter(|_| !shown.hides_percent) else {
            // The marker of a failed check takes the column between.
            let is_between = columns.has(RowCell::Figure) && columns.unit != UnitPlace::AfterFigure;
            let taken = usize::from(is_between && is_warned(indicator, shown));
            let room = columns.gauge_and_percent() - taken + free_after_percent(columns, shown);
            let text = self.in_place_of_percent(columns, indicator, room);
            let text = truncate::cut(&text, room).into_owned();
            // A verdict is no secondary text.
            let is_verdict = indicator.plan.as_ref().is_some_and(|plan| plan.verdict().is_some());
            let style = if is_verdict { self.palette.status(status) } else { self.palette.dim };
            let place = column(area, columns.offset(RowCell::Gauge) + taken, room);
            self.line(place, &Line::styled(text, style));
            return;
        };
        let gauge = Gauge::new(percent, self.app.catalog().scale_end).bar(self.palette.bar(status));
        gauge.render(cell(area, columns, RowCell::Gauge).0, self.buffer);
        let text = percent_text(indicator, self.words);
        let style = self.palette.status(status);
        self.right(cell(area, columns, RowCell::Percent), &text, style);
    }

    /// The words in place of gauge and percent; none about a plan where no indicator of the list has one.
    fn in_place_of_percent(&self, columns: Columns, indicator: &Indicator, room: usize) -> String {
        let text = without_percent(indicator, self.words);
        let is_missing = text == self.words.no_plan();
        if columns.has(RowCell::Plan)
            && indicator.plan.as_ref().is_some_and(|plan| {
                plan.verdict().is_none() && (plan.target().is_some() || plan.words().is_some())
            })
            && plan_fits(columns, indicator, &plan(indicator, self.words))
        {
            // The column of plans has it.
            String::new()
        } else if is_missing && !self.app.section_rows()[0].widths.has_plans {
            String::new()
        } else if truncate::width(&text) <= room {
            text
        } else if is_missing {
            self.words.no_plan_short().to_owned()
        } else {
            shorter_without_percent(indicator, self.words).unwrap_or(text)
        }
    }
}

/// Whether the column of plans shows a plan: a target, or words that fit.
fn plan_fits(columns: Columns, indicator: &Indicator, text: &str) -> bool {
    let is_target = indicator.plan.as_ref().is_some_and(|plan| plan.target().is_some());
    is_target || truncate::width(text) <= columns.width(RowCell::Plan)
}

/// The columns right of the percent that a row without a change leaves to the words in place of its percent.
fn free_after_percent(columns: Columns, shown: NameDetails<'_>) -> usize {
    let has_line = shown.series.is_some_and(|series| !series.points().is_empty());
    let cell = |cell| match columns.width(cell) {
        0 => 0,
        width => width + 1,
    };
    let change = if shown.change.is_none() { cell(RowCell::Change) } else { 0 };
    let is_last = shown.change.is_none() && !has_line;
    // A space before what follows.
    match (change, is_last) {
        (change, true) => change + cell(RowCell::Sparkline),
        (0, false) => 0,
        (change, false) => change - 1,
    }
}

/// Whether the figure has the marker of a failed check.
fn is_warned(indicator: &Indicator, shown: NameDetails<'_>) -> bool {
    shown.is_unread || !warnings(indicator).is_empty()
}

/// The place and the width of a cell.
fn cell(area: Rect, columns: Columns, cell: RowCell) -> (Rect, usize) {
    let width = columns.width(cell);
    (column(area, columns.offset(cell), width), width)
}

/// The part of `area` from column `offset`, at most `width` wide.
fn column(area: Rect, offset: usize, width: usize) -> Rect {
    let offset = u16::try_from(offset).unwrap_or(u16::MAX).min(area.width);
    let width = u16::try_from(width).unwrap_or(u16::MAX).min(area.width - offset);
    Rect { x: area.x + offset, width, ..area }
}
