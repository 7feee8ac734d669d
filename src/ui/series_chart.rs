//! The chart of a series: results as dots, plans as bars, on a scale of the values.
//!
//! ```text
//! 29,15 ┤ ●
//!       │   · ━●━
//! 20,71 ┤           ○
//!       └ 2021 ───── 2024
//! ```
//!
//! A period without a result leaves a gap: only results of neighbouring periods are connected. An estimate is
//! a hollow dot.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::theme::Palette;
use super::words::Words;
use crate::model::{Series, SeriesPoint, Status, Target};
use crate::text::truncate;

/// The fewest columns between two periods, so that dots and plans are distinct.
const SHORTEST_STEP: usize = 2;
/// The most columns between two periods: farther apart the dots no longer read as one line.
const LONGEST_STEP: usize = 10;
/// The fewest columns for the plot.
const NARROWEST: usize = 12;
const DOT: char = '●';
const ESTIMATE: char = '○';
const PLAN: char = '━';
const PATH: char = '·';

/// What a cell of the plot shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Empty,
    Path,
    Plan,
    /// A result; the selected one is emphasized.
    Dot {
        estimate: bool,
        selected: bool,
    },
}

/// The chart of a series in `height` lines of at most `width` columns, of which one line is the axis of time.
/// `selected` is the position of the point that the detail is about. `None` if there are fewer than two
/// results, or if the area is too small.
#[must_use]
pub(super) fn lines(
    series: &Series,
    selected: Option<usize>,
    (width, height): (usize, usize),
    words: Words,
    palette: &Palette,
) -> Option<Vec<Line<'static>>> {
    let scale = Scale::of(series, height.checked_sub(1).filter(|rows| *rows >= 3)?)?;
    let labels = [scale.high, scale.low].map(|value| words.figure(value));
    let margin = labels.iter().map(|label| truncate::width(label)).max()? + 1;
    let plot = width.checked_sub(margin + 1).filter(|plot| *plot >= NARROWEST)?;
    let columns = Columns::of(series, plot);
    let cells = cells(series, selected, &scale, &columns);
    let mut lines: Vec<Line<'static>> = Vec::with_capacity(height);
    for (row, cells) in cells.iter().enumerate() {
        let (label, tick) = match scale.value_at(row) {
            Some(end) => (labels[usize::from(end == scale.low)].as_str(), "┤"),
            None => ("", "│"),
        };
        let label = format!("{} {tick}", truncate::pad_left(label, margin - 1));
        let mut spans = vec![Span::styled(label, palette.dim)];
        spans.extend(cells.iter().map(|mark| mark.span(palette)));
        lines.push(Line::from(spans));
    }
    lines.push(axis(series, &columns, margin, palette));
    Some(lines)
}

/// The legend: what the marks are; only those that the series has.
#[must_use]
pub(super) fn legend(series: &Series, words: Words) -> String {
    let points = series.points();
    let mut marks = vec![format!("{DOT} {}", words.actual())];
    if has_plan_marks(series) && points.iter().any(|point| point.plan.is_some()) {
        marks.push(format!("{PLAN} {}", words.plan_short()));
    }
    if points.iter().any(|point| point.estimate) {
        marks.push(format!("{ESTIMATE} {}", words.estimate()));
    }
    marks.join("  ")
}

/// The scale of values: the rows of the plot from the highest to the lowest value.
struct Scale {
    low: Decimal,
    high: Decimal,
    rows: usize,
}

impl Scale {
    fn of(series: &Series, rows: usize) -> Option<Self> {
        let results = || series.points().iter().filter_map(|point| point.value);
        let plans = series.points().iter().filter(|_| has_plan_marks(series)).flat_map(plan_values);
        let all = || results().chain(plans.clone());
        let (low, high) = (all().min()?, all().max()?);
        (results().count() >= 2).then_some(Self { low, high, rows })
    }

    /// The value that labels a row: the highest at the top, the lowest at the bottom; equal ones in the middle.
    fn value_at(&self, row: usize) -> Option<Decimal> {
        let ends = [(self.row(self.high), self.high), (self.row(self.low), self.low)];
        ends.into_iter().find(|(at, _)| *at == row).map(|(_, value)| value)
    }

    /// The row of a value, from 0 at the top; of equal values the middle one.
    fn row(&self, value: Decimal) -> usize {
        let last = self.rows - 1;
        let share = || {
            let span = self.high.checked_sub(self.low)?;
            let below = self.high.checked_sub(value)?;
            below.checked_div(span)?.checked_mul(Decimal::from(last))?.round().to_usize()
        };
        share().unwrap_or(last / 2).min(last)
    }
}

/// The columns of the periods in the plot.
struct Columns {
    /// The position of the first point that fits; older ones do not.
    first: usize,
    /// The column of each point from `first` on.
    at: Vec<usize>,
    width: usize,
}

impl Columns {
    fn of(series: &Series, width: usize) -> Self {
        let steps: Vec<usize> = series.steps().collect();
        let last = steps.last().copied().unwrap_or(0);
        // One column on each side leaves room for a plan around the outermost dots.
        let room = width - 2;
        let most = (room - 1) / SHORTEST_STEP;
        let first = steps.iter().position(|step| last - step <= most).unwrap_or(0);
        let begin = steps.get(first).copied().unwrap_or(0);
        let step = ((room - 1) / (last - begin).max(1)).min(LONGEST_STEP);
        let at: Vec<usize> = steps[first..].iter().map(|at| 1 + (at - begin) * step).collect();
        Self { first, at, width }
    }

    /// The points in view, each with its column.
    fn points<'a>(
        &'a self,
        series: &'a Series,
    ) -> impl Iterator<Item = (usize, usize, &'a SeriesPoint)> {
        let points = series.points().iter().enumerate().skip(self.first);
        points.zip(&self.at).map(|((position, point), column)| (position, *column, point))
    }
}

fn cells(
    series: &Series,
    selected: Option<usize>,
    scale: &Scale,
    columns: &Columns,
) -> Vec<Vec<Mark>> {
    let mut cells = vec![vec![Mark::Empty; columns.width]; scale.rows];
    let mut before: Option<(usize, Decimal)> = None;
    for (position, column, point) in columns.points(series) {
        if let (Some((from, then)), Some(now)) = (before, point.value)
            && series.change(position).is_some()
        {
            connect(&mut cells, scale, (from, then), (column, now));
        }
        before = point.value.map(|value| (column, value));
    }
    let marks_plans = has_plan_marks(series);
    for (position, column, point) in columns.points(series) {
        for value in plan_values(point).into_iter().filter(|_| marks_plans) {
            cells[scale.row(value)][column - 1..=column + 1].fill(Mark::Plan);
        }
        if let Some(value) = point.value {
            let selected = selected == Some(position);
            cells[scale.row(value)][column] = Mark::Dot { estimate: point.estimate, selected };
        }
    }
    cells
}

/// Draws the path between two results; it only leads the eye and states no values between them.
fn connect(
    cells: &mut [Vec<Mark>],
    scale: &Scale,
    (from, then): (usize, Decimal),
    (to, now): (usize, Decimal),
) {
    let value_at = |column: usize| {
        let share = Decimal::from(column - from) / Decimal::from(to - from);
        then.checked_add(now.checked_sub(then)?.checked_mul(share)?)
    };
    for column in from + 1..to {
        let row = value_at(column).and_then(|value| cells.get_mut(scale.row(value)));
        if let Some(cell) = row.and_then(|row| row.get_mut(column)) {
            *cell = Mark::Path;
        }
    }
}

/// The axis of time: as many labels as fit, those of the first and the last period first.
fn axis(series: &Series, columns: &Columns, margin: usize, palette: &Palette) -> Line<'static> {
    let mut cells: Vec<char> = vec!['─'; columns.width];
    let mut place = |column: usize, label: &str| {
        let width = truncate::width(label);
        // Centred below its dot, within the plot.
        let start = (column + 1).saturating_sub(width.div_ceil(2));
        let start = start.min(columns.width.saturating_sub(width));
        let around = start.saturating_sub(1)..(start + width + 1).min(columns.width);
        if width <= columns.width && cells[around].iter().all(|cell| *cell == '─') {
            for (cell, letter) in cells[start..].iter_mut().zip(label.chars()) {
                *cell = letter;
            }
        }
    };
    let points: Vec<(usize, String)> = columns
        .points(series)
        .map(|(_, column, point)| (column, short_label(series, point)))
        .collect();
    let ends = points.first().into_iter().chain(points.last());
    for (column, label) in ends.chain(&points) {
        place(*column, label);
    }
    let axis: String = cells.into_iter().collect();
    Line::styled(format!("{}└{axis}", " ".repeat(margin)), palette.dim)
}

/// A short label: the code of the period, without the year where all periods are of one year.
fn short_label(series: &Series, point: &SeriesPoint) -> String {
    let year = point.period.first_year();
    let is_one_year = series.points().iter().all(|other| other.period.first_year() == year);
    let code = point.period.code();
    match code.split_once('/') {
        Some((part, _)) if is_one_year => part.to_owned(),
        _ => code,
    }
}

/// Whether the plans are marked: not where those of a longer period, such as the year's next to results of months,
/// would press all results together at the bottom.
fn has_plan_marks(series: &Series) -> bool {
    let points = series.points();
    let greatest = points.iter().filter_map(|point| point.value).max().unwrap_or_default();
    let most = greatest.checked_mul(Decimal::TWO).unwrap_or(greatest);
    let of_longer = points.iter().filter(|point| point.status == Status::InProgress);
    of_longer.flat_map(plan_values).all(|plan| plan <= most)
}

/// The values that the plan of a point marks: a target or bound, the two ends of a range.
fn plan_values(point: &SeriesPoint) -> Vec<Decimal> {
    match point.plan {
        None => Vec::new(),
        Some(Target::Range { low, high }) => vec![low, high],
        Some(
            Target::Value(value)
            | Target::Over(value)
            | Target::Under(value)
            | Target::AtLeast(value)
            | Target::AtMost(value)
            | Target::About(value),
        ) => vec![value],
    }
}

impl Mark {
    fn span(self, palette: &Palette) -> Span<'static> {
        match self {
            Self::Empty => Span::raw(" "),
            Self::Path => Span::styled(PATH.to_string(), palette.dim),
            Self::Plan => Span::styled(PLAN.to_string(), palette.warning),
            Self::Dot { estimate, selected } => {
                let dot = if estimate { ESTIMATE } else { DOT };
                let style = if selected { palette.focus } else { Style::new() };
                Span::styled(dot.to_string(), style)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Lang, Theme};
    use crate::model::Period;

    fn series(values: &[(u16, Option<&str>, Option<&str>, bool)]) -> Series {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        let points = values.iter().map(|(year, value, plan, estimate)| SeriesPoint {
            plan: plan.map(number).map(Target::Value),
            estimate: *estimate,
            ..SeriesPoint::of_value(Period::year(*year), value.map(number))
        });
        Series::of(Period::year(2024), points)
    }

    fn drawn(series: &Series, width: usize, height: usize) -> Option<String> {
        let words = Words(Lang::Vietnamese);
        let lines = lines(series, Some(0), (width, height), words, &Palette::of(Theme::None))?;
        Some(lines.iter().map(|line| format!("{line}\n").replace(" \n", "\n")).collect())
    }

    #[test]
    fn results_plans_and_estimates_are_on_one_scale() {
        let series = series(&[
            (2021, Some("29.15"), Some("28.5"), false),
            (2022, Some("27.13"), None, false),
            (2023, Some("25.03"), Some("23.5"), false),
            (2024, Some("20.71"), Some("21"), true),
        ]);
        insta::assert_snapshot!(drawn(&series, 42, 9).unwrap());
        assert_eq!(legend(&series, Words(Lang::Vietnamese)), "● thực hiện  ━ KH  ○ ước");
    }

    #[test]
    fn a_missing_period_is_a_gap_without_a_path() {
        let series = series(&[
            (2020, Some("1"), None, false),
            (2023, Some("2"), None, false),
            (2024, Some("4"), None, false),
        ]);
        insta::assert_snapshot!(drawn(&series, 30, 6).unwrap());
    }

    #[test]
    fn equal_values_and_small_areas() {
        let equal = series(&[(2023, Some("5"), None, false), (2024, Some("5"), None, false)]);
        insta::assert_snapshot!(drawn(&equal, 24, 5).unwrap());
        assert_eq!(drawn(&equal, 12, 5), None);
        assert_eq!(drawn(&equal, 24, 3), None);
        assert_eq!(drawn(&series(&[(2024, Some("5"), None, false)]), 24, 5), None);
    }

    #[test]
    fn of_many_periods_the_last_ones_are_drawn() {
        let values: Vec<_> = (1950..2025).map(|year| (year, Some("5"), None, false)).collect();
        let chart = drawn(&series(&values), 40, 5).unwrap();
        assert!(chart.contains("2024") && !chart.contains("1950"), "{chart}");
    }
}
