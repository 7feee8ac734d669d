//! The plot of a chart of a series: lines and points as braille dots, plans and hollow points as marks over them.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::chart_columns::ChartColumns;
use super::chart_scale::{MIDDLE, Scale, has_plan_marks, plan_values};
use super::dot_canvas::{ACROSS, DOWN, DotCanvas};
use super::theme::Palette;
use crate::model::Series;

/// A result in ASCII, and an estimate.
pub(super) const DOT: char = '●';
pub(super) const ESTIMATE: char = '○';
const PATH: char = '·';
/// A plan at the top of a cell, in its middle, and at the bottom of the last one.
pub(super) const PLAN_ABOVE: char = '▔';
pub(super) const PLAN: char = '━';
pub(super) const PLAN_BELOW: char = '▁';

/// A mark over the dots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    character: char,
    /// Whether it shows a plan; otherwise it shows a result.
    is_plan: bool,
}

/// The plot: lines and points as dots, plans and hollow points as marks over them.
pub(super) struct SeriesPlot {
    dots: DotCanvas,
    marks: Vec<Vec<Option<Mark>>>,
    ascii: bool,
}

impl SeriesPlot {
    pub(super) fn of(series: &Series, scale: &Scale, columns: &ChartColumns, ascii: bool) -> Self {
        let mut plot = Self {
            dots: DotCanvas::new(columns.width, scale.rows),
            marks: vec![vec![None; columns.width]; scale.rows],
            ascii,
        };
        let mut before: Option<(usize, usize)> = None;
        for (position, column, point) in columns.points(series) {
            let now = point.value.map(|value| (column, scale.height(value)));
            if let (Some(from), Some(to), Some(_)) = (before, now, series.change(position)) {
                // A line begins and ends next to its points; it states no values between them.
                let (left, right) = ((from.0 + 1) * ACROSS, to.0 * ACROSS - 1);
                plot.dots.line((left, from.1 - 1), (right, to.1 - 1));
            }
            before = now;
        }
        let marks_plans = has_plan_marks(series);
        for (_, column, point) in columns.points(series) {
            let result = point.value.map(|value| (value, scale.height(value)));
            let shown = result.map(|(_, height)| plot.point(column, height, point.estimate));
            for plan in plan_values(point).filter(|_| marks_plans) {
                match result.zip(shown) {
                    Some(((value, _), shown)) if plan == value => plot.met_plan(column, shown),
                    Some(((value, exact), shown)) => {
                        let of_result = [(shown - 1) / DOWN, shown / DOWN];
                        // As far from the shown point as from the exact one, on the side where it is.
                        let height = (scale.height(plan) + shown).saturating_sub(exact);
                        plot.plan(
                            column,
                            Some(of_result),
                            if plan > value {
                                height.min(shown - 1) / 2 * 2
                            } else {
                                height.max(shown + 1).div_ceil(2) * 2
                            },
                        );
                    }
                    None => plot.plan(column, None, scale.height(plan) / 2 * 2),
                }
            }
        }
        plot
    }

    /// Draws a result, and returns the height at which it is.
    fn point(&mut self, column: usize, height: usize, estimate: bool) -> usize {
        let row = height / DOWN;
        if estimate || self.ascii {
            let character = if estimate { ESTIMATE } else { DOT };
            self.marks[row][column] = Some(Mark { character, is_plan: false });
            return row * DOWN + MIDDLE;
        }
        for x in [column * ACROSS, column * ACROSS + 1] {
            self.dots.set(x, height - 1);
            self.dots.set(x, height);
        }
        height
    }

    /// Draws a plan around a column over the line, without hiding the result in the rows `of_result`. Bars are at every
    /// second height.
    fn plan(&mut self, column: usize, of_result: Option<[usize; 2]>, height: usize) {
        let last = self.marks.len() * DOWN;
        let (row, character) = match height % DOWN {
            _ if height >= last => (self.marks.len() - 1, PLAN_BELOW),
            0 => (height / DOWN, PLAN_ABOVE),
            _ => (height / DOWN, PLAN),
        };
        let mark = Mark { character, is_plan: true };
        for at in column - 1..=column + 1 {
            let has_result = of_result.is_some_and(|rows| rows.contains(&row));
            let is_free = at != column || !has_result || self.dots.character(at, row).is_none();
            let cell = self.marks[row].get_mut(at);
            if let Some(cell) = cell.filter(|cell| is_free && cell.is_none()) {
                *cell = Some(mark);
            }
        }
    }

    /// Draws a plan that was met exactly, on both sides of its result at the same height.
    fn met_plan(&mut self, column: usize, height: usize) {
        if height % DOWN == MIDDLE {
            return self.plan(column, Some([(height - 1) / DOWN, height / DOWN]), height);
        }
        let mut bar = DotCanvas::new(self.marks[0].len(), self.marks.len());
        for x in (column - 1) * ACROSS..(column + 2) * ACROSS {
            bar.set(x, height - 1);
            bar.set(x, height);
        }
        for row in [(height - 1) / DOWN, height / DOWN] {
            for at in [column - 1, column + 1] {
                if let (Some(character), Some(cell)) =
                    (bar.character(at, row), self.marks[row].get_mut(at))
                {
                    *cell = Some(Mark { character, is_plan: true });
                }
            }
        }
    }

    /// Adds a row to its line; the result in the column `selected` is emphasized.
    pub(super) fn row(
        &self,
        row: usize,
        selected: Option<usize>,
        palette: &Palette,
        line: &mut Line<'static>,
    ) {
        let mut text = String::new();
        let mut style = Style::new();
        for (column, mark) in self.marks[row].iter().enumerate() {
            let dots = self.dots.character(column, row);
            let (character, own) = match (mark, dots) {
                (Some(Mark { character, is_plan: true }), _) => (*character, palette.warning),
                (Some(Mark { character, .. }), _) => (*character, Style::new()),
                (None, Some(_)) if self.ascii => (PATH, Style::new()),
                (None, Some(dots)) => (dots, Style::new()),
                (None, None) => (' ', style),
            };
            let is_plan = mark.is_some_and(|mark| mark.is_plan);
            let own = if selected == Some(column) && !is_plan && character != ' ' {
                palette.focus.add_modifier(Modifier::BOLD)
            } else {
                own
            };
            if own != style && !text.is_empty() {
                line.push_span(Span::styled(std::mem::take(&mut text), style));
            }
            style = own;
            text.push(character);
        }
        line.push_span(Span::styled(text.trim_end().to_owned(), style));
    }
}
