//! The columns of the periods in a chart, and the axis of time below them.

use ratatui::text::Line;

use super::chart_scale::{has_plan_marks, plan_values};
use super::theme::Palette;
use crate::model::{Series, SeriesPoint};
use crate::text::truncate;

/// The most columns between two periods: farther apart points no longer read as one line.
const LONGEST_STEP: usize = 20;
/// The columns left and right of the outermost points: a plan, which does not touch the axis.
const SIDES: (usize, usize) = (2, 1);
/// The columns of the axis after the last of them, where a label has room.
const AFTER: usize = 3;

/// The columns of the periods in the plot.
pub(super) struct ChartColumns {
    /// The position of the first point that fits; older ones do not.
    first: usize,
    /// The column of each point from `first` on.
    at: Vec<usize>,
    /// The width of the plot.
    pub(super) width: usize,
}

impl ChartColumns {
    /// The columns in a plot of `width`, with at least `shortest` from one period to the next.
    pub(super) fn of(series: &Series, width: usize, shortest: usize) -> Self {
        let steps: Vec<usize> = series.steps().collect();
        let last = steps.last().copied().unwrap_or(0);
        let room = width.saturating_sub(SIDES.0 + SIDES.1 + 1);
        let first = steps.iter().position(|step| last - step <= room / shortest).unwrap_or(0);
        let begin = steps.get(first).copied().unwrap_or(0);
        let step = (room / (last - begin).max(1)).min(LONGEST_STEP);
        let at: Vec<usize> =
            steps[first..].iter().map(|at| SIDES.0 + (at - begin) * step).collect();
        let used = at.last().map_or(width, |last| last + SIDES.1 + 1);
        Self { first, at, width: width.min(used + AFTER) }
    }

    /// The points in view: position, column, point.
    pub(super) fn points<'a>(
        &'a self,
        series: &'a Series,
    ) -> impl DoubleEndedIterator<Item = (usize, usize, &'a SeriesPoint)> {
        let points = series.points()[self.first..].iter().zip(&self.at);
        points.enumerate().map(|(at, (point, column))| (self.first + at, *column, point))
    }

    /// The column of the point of a position; `None` if it is not in view.
    pub(super) fn column(&self, position: usize) -> Option<usize> {
        self.at.get(position.checked_sub(self.first)?).copied()
    }

    /// The labels of every period, or of every second, third … one before the last, whichever fit. Between them is the
    /// axis, which begins right of `margin`. A period without a value in the chart has no column: its place is a gap.
    pub(super) fn axis(&self, series: &Series, margin: usize, palette: &Palette) -> Line<'static> {
        let steps: Vec<usize> = series.steps().collect();
        let last = steps.last().copied().unwrap_or(0);
        let marks_plans = has_plan_marks(series);
        let is_shown = |point: &SeriesPoint| {
            point.value.is_some() || marks_plans && plan_values(point).next().is_some()
        };
        let points: Vec<(usize, usize, String)> = self
            .points(series)
            .filter(|(_, _, point)| is_shown(point))
            .map(|(position, column, point)| {
                (last - steps[position], column, short_label(series, point))
            })
            .collect();
        let axis = (1..=last.max(1)).find_map(|every| {
            let labelled = points.iter().filter(|(before_last, ..)| before_last % every == 0);
            placed(labelled, self.width)
        });
        let axis = axis.unwrap_or_else(|| "─".repeat(self.width));
        Line::styled(format!("{}└{axis}", " ".repeat(margin)), palette.dim)
    }
}

/// The axis with these labels; `None` if one of them does not fit.
fn placed<'a>(
    labels: impl Iterator<Item = &'a (usize, usize, String)>,
    width: usize,
) -> Option<String> {
    let mut cells: Vec<char> = vec!['─'; width];
    for (_, column, label) in labels {
        let of_label = truncate::width(label);
        // Centred below its point, within the plot.
        let start = (column + 1).saturating_sub(of_label.div_ceil(2));
        let start = start.min(width.checked_sub(of_label)?);
        let around = start.saturating_sub(1)..(start + of_label + 1).min(width);
        if cells[around].iter().any(|cell| *cell != '─') {
            return None;
        }
        for (cell, letter) in cells[start..].iter_mut().zip(label.chars()) {
            *cell = letter;
        }
    }
    Some(cells.into_iter().collect())
}

/// A short label: the code of the period, without the year where all periods are of one year.
fn short_label(series: &Series, point: &SeriesPoint) -> String {
    let code = point.period.code();
    match code.split_once('/') {
        Some((part, _)) if is_one_year(series) => part.to_owned(),
        _ => code,
    }
}

/// Whether all periods are of one year, or all of an unknown one.
fn is_one_year(series: &Series) -> bool {
    let mut years = series.points().iter().map(|point| point.period.first_year());
    years.next().is_some_and(|first| years.all(|other| other == first))
}

/// The year that the labels of the axis leave out, as all periods are parts of it.
pub(super) fn only_year(series: &Series) -> Option<u16> {
    let first = series.points().first()?.period;
    let leaves_out = first.code().contains('/') && is_one_year(series);
    first.first_year().filter(|_| leaves_out)
}
