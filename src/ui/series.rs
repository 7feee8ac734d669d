//! The series of an indicator in the detail: a chart, its legend and a table of the periods.

use ratatui::text::Line;

use super::canvas::Canvas;
use super::{series_chart, series_table};
use crate::lexicon::period::parse;
use crate::model::{Entry, Indicator, Series};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The fewest points of a chart: two are read faster in the table.
const FEWEST_POINTS: usize = 3;
/// The lines of a chart in a pane of this height, the axis of time included; none in a lower one.
const CHARTS: [(usize, usize); 3] = [(30, 10), (22, 8), (16, 6)];

/// The lines in a pane of `width` columns and `height` lines; none if only one period is known.
pub(super) fn lines(
    canvas: &Canvas<'_>,
    entry: &Entry<'_>,
    series: &Series,
    (width, height): (usize, usize),
) -> Vec<Line<'static>> {
    let points = series.points();
    if points.is_empty() {
        return Vec::new();
    }
    let (words, palette) = (canvas.words, &canvas.palette);
    let selected = points.iter().position(|point| point.indicator == Some(entry.index));
    let place = words.place(&entry.dataset.place);
    let place = visible(&place);
    let heading = truncate::cut(&format!("{} · {place}", words.series()), width).into_owned();
    let mut lines = vec![Line::styled(heading, palette.dim)];
    let rows = CHARTS.iter().find(|(least, _)| height >= *least).map(|(_, rows)| *rows);
    let chart = rows
        .filter(|_| points.len() >= FEWEST_POINTS)
        .and_then(|rows| series_chart::lines(series, selected, (width, rows), words, palette));
    if let Some(chart) = chart {
        lines.extend(chart);
        let legend = series_chart::legend(series, words);
        lines.push(Line::styled(truncate::cut(&legend, width).into_owned(), palette.dim));
    }
    lines.extend(series_table::lines(series, selected, width, words, palette));
    lines.push(Line::default());
    lines
}

/// The labels of those values of other periods that the series shows, as published.
pub(super) fn shown_periods(indicator: &Indicator, series: &Series) -> Vec<String> {
    let own = series.points().iter().find(|point| point.indicator.is_some());
    let year = own.and_then(|point| point.period.first_year());
    let is_shown = |text: &str| {
        parse(text).is_some_and(|period| series.position(period.or_year(year)).is_some())
    };
    let earlier = indicator.earlier.iter().filter(|earlier| is_shown(&earlier.period));
    earlier.map(|earlier| visible(&earlier.period).into_owned()).collect()
}
