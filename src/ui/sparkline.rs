//! The sparkline of a series: one cell a period, its height by the result within the series.
//!
//! A period without a result is an empty cell, one with a result in words, such as a bound, a line.
//! With room for it each period has two cells, of which the second is a hollow point for an
//! estimate, and a gap; else an estimate is a hollow point in place of its height: a point after it
//! would read as one more period. If there are more periods than cells, the last ones are drawn
//! after "…", and nothing if they have fewer than two results: a part that reads as the whole would
//! be another trend.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::theme::Palette;
use crate::model::{Period, Series, SeriesPoint, ValueRange};

/// From the least to the greatest result. A full block would touch the row above.
const HEIGHTS: [&str; 7] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇"];

/// A result in words, whose height is not known.
pub(super) const IN_WORDS: &str = "─";

/// In place of the periods before the first one that is drawn.
const CUT: &str = "…";

/// An estimate, or after its height.
pub(super) const ESTIMATE: &str = "○";

/// The cells of a period where there is room, the gap included.
const WIDE: usize = 3;

/// The fewest results of a sparkline: two of them are in the figure and its change.
pub(super) const FEWEST: usize = 3;

/// The periods that the sparklines of a list have in common, so that cells above each other are of one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TimeAxis {
    first: Period,
    cells: usize,
}

impl TimeAxis {
    /// From the first to the last period of some series: of the kind of the first one that has a sparkline.
    pub(super) fn of<'a>(all: impl Iterator<Item = &'a Series> + Clone) -> Option<Self> {
        let drawn = all.filter(|series| has_line(series));
        let ends = |series: &Series| {
            let points = series.points();
            points.first().zip(points.last()).map(|(first, last)| [first.period, last.period])
        };
        let [reference, _] = drawn.clone().find_map(ends)?;
        let steps = |period: Period| period.steps_since(reference);
        let ends: Vec<[Period; 2]> = drawn.filter_map(ends).collect();
        let first = ends.iter().map(|ends| ends[0]).filter(|one| steps(*one).is_some());
        let first = first.min_by_key(|one| steps(*one))?;
        let last = ends.iter().filter_map(|ends| ends[1].steps_since(first)).max()?;
        Some(Self { first, cells: usize::try_from(last).ok()? + 1 })
    }

    /// The cells before the first point of a series; `None` if it is of another kind of periods.
    fn before(self, series: &Series) -> Option<usize> {
        let first = series.points().first()?.period;
        usize::try_from(first.steps_since(self.first)?).ok()
    }
}

fn has_line(series: &Series) -> bool {
    series.points().iter().filter(|point| point.value.is_some()).count() >= FEWEST
}

/// The sparkline in at most `width` cells, on the axis of a list; empty for fewer than three results.
#[must_use]
pub(super) fn line(
    series: &Series,
    axis: Option<TimeAxis>,
    width: usize,
    palette: &Palette,
) -> Line<'static> {
    let points = series.points();
    let results = points.iter().filter_map(|point| point.value);
    let Some(range) = ValueRange::of(results).filter(|_| has_line(series)) else {
        return Line::default();
    };
    let axis = axis.and_then(|axis| Some((axis.before(series)?, axis.cells)));
    let before = axis.map_or(0, |(before, _)| before);
    let steps: Vec<usize> = series.steps().map(|step| before + step).collect();
    let own = steps.last().map_or(0, |last| last + 1);
    let cells = axis.map_or(own, |(_, cells)| cells.max(own));
    let is_cut = cells > width;
    let first = if is_cut { (cells + 1).saturating_sub(width) } else { 0 };
    let in_view = steps.iter().zip(points).filter(|(step, _)| **step >= first);
    if in_view.filter(|(_, point)| point.value.is_some()).count() < 2 {
        return Line::default();
    }
    let is_wide = cells * WIDE <= width + 1;
    let mut line = Line::default();
    if is_cut {
        line.push_span(Span::raw(CUT));
    }
    for step in first..own {
        let point = steps.binary_search(&step).ok().map(|at| &points[at]);
        let span = point.map_or(Span::raw(" "), |point| cell(point, range, palette));
        let is_estimate = point.is_some_and(is_estimate);
        if is_wide {
            let second = if is_estimate { ESTIMATE } else { &*span.content };
            let both = format!("{}{second}", span.content);
            line.push_span(Span::styled(both, span.style));
            line.push_span(Span::raw(" "));
        } else if is_estimate {
            line.push_span(Span::styled(ESTIMATE, span.style));
        } else {
            line.push_span(span);
        }
    }
    line
}

/// Returns the cell of a value in the range of all values; equal ones have the middle height.
pub(super) fn bar(value: Decimal, range: ValueRange) -> &'static str {
    let last = HEIGHTS.len() - 1;
    let share = range.share(value).and_then(|share| share.checked_mul(Decimal::from(last)));
    let height = share.and_then(|height| height.round().to_usize());
    HEIGHTS[height.unwrap_or(last / 2).min(last)]
}

fn is_estimate(point: &SeriesPoint) -> bool {
    point.estimate && (point.value.is_some() || point.in_words)
}

fn cell(point: &SeriesPoint, range: ValueRange, palette: &Palette) -> Span<'static> {
    let Some(value) = point.value else {
        return Span::raw(if point.in_words { IN_WORDS } else { " " });
    };
    let style = if point.indicator.is_some() { Style::new() } else { palette.dim };
    Span::styled(bar(value, range), style)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Theme;

    fn drawn(values: &[(u16, Option<i64>)], width: usize) -> String {
        let points = values.iter().map(|(year, value)| {
            SeriesPoint::of_value(Period::year(*year), value.map(Decimal::from))
        });
        let series = Series::of(Period::year(2024), points);
        line(&series, None, width, &Palette::of(Theme::None)).to_string()
    }

    #[test]
    fn heights_follow_the_results_and_gaps_are_empty() {
        assert_eq!(drawn(&[(2020, Some(0)), (2021, Some(3)), (2022, Some(6))], 7), "▁▄▇");
        assert_eq!(drawn(&[(2020, Some(0)), (2021, Some(3)), (2022, Some(6))], 8), "▁▁ ▄▄ ▇▇ ");
        let gap = [(2020, Some(0)), (2021, Some(3)), (2023, Some(6)), (2024, None)];
        assert_eq!(drawn(&gap, 8), "▁▄ ▇ ");
        assert_eq!(drawn(&[(2020, Some(5)), (2021, Some(5)), (2022, Some(5))], 4), "▄▄▄");
    }

    #[test]
    fn an_estimate_is_marked_without_losing_its_height() {
        let points =
            [(2022, 1, false), (2023, 3, false), (2024, 2, true)].map(|(year, value, estimate)| {
                SeriesPoint {
                    estimate,
                    ..SeriesPoint::of_value(Period::year(year), Some(Decimal::from(value)))
                }
            });
        let series = Series::of(Period::year(2024), points);
        let palette = Palette::of(Theme::None);
        let drawn = |width| line(&series, None, width, &palette).to_string();
        assert_eq!(drawn(4), "▁▇○", "a point after it would be a fourth period");
        assert_eq!(drawn(9), "▁▁ ▇▇ ▄○ ");
    }

    #[test]
    fn a_result_in_words_is_no_gap() {
        let point = |year: u16, value: Option<i64>| SeriesPoint {
            in_words: year == 2023,
            estimate: year == 2023,
            ..SeriesPoint::of_value(Period::year(year), value.map(Decimal::from))
        };
        let years = [(2020, Some(0)), (2021, Some(3)), (2022, Some(6)), (2023, None)];
        let series = Series::of(Period::year(2023), years.map(|(year, value)| point(year, value)));
        assert_eq!(line(&series, None, 5, &Palette::of(Theme::None)).to_string(), "▁▄▇○");
    }

    #[test]
    fn a_part_of_the_periods_does_not_read_as_all_of_them() {
        let values = [(2020, Some(0)), (2021, Some(3)), (2022, Some(6)), (2023, Some(3))];
        assert_eq!(drawn(&values, 4), "▁▄▇▄");
        assert_eq!(drawn(&values, 3), "…▇▄");
        assert_eq!(drawn(&values, 2), "");
        // A gap takes a cell as well.
        let gap = [(2017, Some(6)), (2018, Some(6)), (2020, Some(0))];
        assert_eq!(drawn(&gap, 2), "");
        assert_eq!(drawn(&gap, 4), "▇▇ ▁");
    }

    #[test]
    fn two_results_are_no_trend() {
        assert_eq!(drawn(&[(2023, None), (2024, Some(5))], 8), "");
        assert_eq!(drawn(&[(2023, Some(1)), (2024, Some(5))], 8), "");
    }

    #[test]
    fn cells_above_each_other_are_of_one_period() {
        let of = |years: std::ops::RangeInclusive<u16>| {
            let points = years
                .map(|year| SeriesPoint::of_value(Period::year(year), Some(Decimal::from(year))));
            Series::of(Period::year(2021), points)
        };
        let all = [of(2018..=2020), of(2021..=2024), of(2019..=2021)];
        let axis = TimeAxis::of(all.iter());
        let lines = all.iter().map(|series| line(series, axis, 7, &Palette::of(Theme::None)));
        let lines: Vec<String> = lines.map(|line| line.to_string()).collect();
        assert_eq!(lines, ["▁▄▇", "   ▁▃▅▇", " ▁▄▇"]);
    }
}
