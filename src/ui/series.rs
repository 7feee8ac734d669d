//! The series of an indicator in the detail: a chart, its legend and a table of the periods, next to each other where
//! the pane is wide enough.

use std::ops::RangeInclusive;

use ratatui::text::Line;

use super::canvas::Canvas;
use super::chart_columns;
use super::name_with_whole::name_with_whole;
use super::room::Room;
use super::series_chart::{self, ChartStyle};
use super::series_table::{Changes, PublishedTexts, SeriesTable};
use super::side_by_side::side_by_side;
use super::target_line::TargetLine;
use crate::app::Catalog;
use crate::lexicon::same_period::parse_next_to;
use crate::model::{Actual, Entry, Indicator, Period, PeriodValue, Series};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The fewest points of a chart: two are read faster in the table.
const FEWEST_POINTS: usize = 3;
/// The lines of a chart above the table in a pane of this height, the axis of time included; none in a lower one.
const CHARTS: [(usize, usize); 5] = [(44, 16), (30, 11), (22, 8), (16, 6), (10, 4)];
/// The lines of a pane that are above a chart next to the table.
const ABOVE: usize = 6;
/// The fewest and the most lines of such a chart.
const ROWS_OF_CHART: RangeInclusive<usize> = 4..=19;
/// The fewest columns of a chart next to the table, and the space between them.
const NARROWEST: usize = 28;
const GAP: usize = 3;
/// The most periods of a chart alone that has the table next to it and is high, and its fewest columns: a step redraws
/// all of it. The most lines of it, and of others.
const FEW_ALONE: usize = 6;
const WIDE_ALONE: usize = 60;
const HIGHEST_ALONE: usize = 30;
const USUAL_ALONE: usize = 23;
/// The columns of a chart next to the table for each of its lines, at least.
const STEEPEST: usize = 3;
/// The most columns of a result in words in the table.
const MOST_WORDS: usize = 16;
/// The fewest lines of a chart with a legend.
const LEGEND_FROM: usize = 6;

/// The lines in a pane of `width` columns and `height` lines; none if only one period is known.
pub(super) fn lines(
    canvas: &Canvas<'_>,
    entry: &Entry<'_>,
    series: &Series,
    Room { width, height }: Room,
) -> Vec<TargetLine> {
    let points = series.points();
    if points.is_empty() {
        return Vec::new();
    }
    let selected = points.iter().position(|point| point.indicator == Some(entry.index));
    let heading = truncate::cut(&heading(canvas, entry, series), width).into_owned();
    let mut lines: Vec<TargetLine> = vec![Line::styled(heading, canvas.palette.dim).into()];
    let table = table(canvas, entry, series, selected);
    let points = canvas.words.actual();
    let chart = |width, height| chart(canvas, series, selected, points, Room { width, height });
    let next_to_table =
        |table: usize| width.checked_sub(table + GAP).filter(|free| *free >= NARROWEST);
    let free = next_to_table(table.usual()).or(next_to_table(table.needed()));
    let rows = height.saturating_sub(ABOVE).clamp(*ROWS_OF_CHART.start(), *ROWS_OF_CHART.end());
    let rows_above = CHARTS.iter().find(|(least, _)| height >= *least).map(|(_, rows)| *rows);
    // A narrow chart is low as well: its lines would be steep.
    let rows_in = |free: usize| rows.min((free / STEEPEST).max(LEGEND_FROM));
    if let Some(chart) = free.and_then(|free| chart(free, rows_in(free))) {
        let at = chart.iter().map(Line::width).max().unwrap_or(0) + GAP;
        let chart = chart.into_iter().map(TargetLine::from).collect();
        lines.extend(side_by_side(chart, table.lines(width - at, &canvas.palette), at));
    } else {
        let above = rows_above.and_then(|rows| chart(width, rows)).unwrap_or_default();
        lines.extend(above.into_iter().map(TargetLine::from));
        lines.extend(table.lines(width, &canvas.palette));
    }
    lines.push(TargetLine::default());
    lines
}

/// The table of a series, with the widths that all data needs.
fn table(
    canvas: &Canvas<'_>,
    entry: &Entry<'_>,
    series: &Series,
    selected: Option<usize>,
) -> SeriesTable {
    let catalog = canvas.app.catalog();
    let estimate = match catalog.figure_width.estimate {
        0 => 0,
        estimate => truncate::width(canvas.words.estimate()) + 1 + estimate,
    };
    let usual = [catalog.detail_width.plan, catalog.figure_width.plain.max(estimate)];
    let in_words = |index: usize| match catalog.collection.get(index)?.indicator().actual? {
        Actual::Words(text) => Some(truncate::cut(&visible(&text), MOST_WORDS).into_owned()),
        Actual::Figure(_) => None,
    };
    let own = entry.indicator();
    // A rank without a score is the result. Of several ranks the first one is shown, of each period
    // among the same ones.
    let among = own.ranks.first().map(|rank| &rank.among).filter(|_| own.only_rank().is_none());
    let rank = |index: usize| {
        let indicator = catalog.collection.get(index)?.indicator();
        let rank = indicator.ranks.iter().find(|rank| Some(&rank.among) == among)?;
        Some(rank.to_string())
    };
    let texts = PublishedTexts { result: &in_words, rank: &rank };
    SeriesTable::of(series, selected, canvas.words, Changes::of(&own), usual, &texts)
}

/// A chart alone with its heading, below other things, or the table of periods that are too few for a chart; `None` if
/// there is neither, or too little room.
pub(super) fn chart_alone(
    canvas: &Canvas<'_>,
    entry: &Entry<'_>,
    Room { width, height }: Room,
) -> Option<Vec<TargetLine>> {
    let series = canvas.app.catalog().series(entry.index);
    let selected = series.points().iter().position(|point| point.indicator == Some(entry.index));
    if series.points().is_empty() {
        return None;
    }
    let has_few = series.points().len() <= FEW_ALONE;
    let rows = height.checked_sub(1)?.min(if has_few { HIGHEST_ALONE } else { USUAL_ALONE });
    let table = table(canvas, entry, &series, selected);
    let next_to_table = width.checked_sub(table.usual() + GAP);
    let next_to_table = next_to_table.filter(|free| has_few && *free >= WIDE_ALONE);
    let heading = format!("{} · {}", name_with_whole(entry), heading(canvas, entry, &series));
    let heading = truncate::cut(&heading, width).into_owned();
    let mut lines: Vec<TargetLine> = vec![Line::styled(heading, canvas.palette.dim).into()];
    let room = Room { width: next_to_table.unwrap_or(width), height: rows };
    let chart = match chart(canvas, &series, selected, canvas.words.actual(), room) {
        Some(chart) => chart,
        None if series.points().len() < FEWEST_POINTS => {
            lines.extend(table.lines(width, &canvas.palette));
            return Some(lines);
        }
        None => return None,
    };
    if next_to_table.is_some() {
        let at = chart.iter().map(Line::width).max().unwrap_or(0) + GAP;
        let table = table.lines(width - at, &canvas.palette);
        let both = side_by_side(chart.into_iter().map(TargetLine::from).collect(), table, at);
        lines.extend(both.into_iter().take(height - 1));
    } else {
        lines.extend(chart.into_iter().map(TargetLine::from));
    }
    Some(lines)
}

/// A chart of the figures of another measure, with its heading; `None` if there are too few or too little room.
pub(super) fn chart_of_measure(
    canvas: &Canvas<'_>,
    series: &Series,
    heading: &str,
    points: &'static str,
    Room { width, height }: Room,
) -> Option<Vec<TargetLine>> {
    let room = Room { width, height: height.checked_sub(1)?.min(USUAL_ALONE) };
    let chart = chart(canvas, series, None, points, room)?;
    let heading = truncate::cut(heading, width).into_owned();
    let heading: TargetLine = Line::styled(heading, canvas.palette.dim).into();
    Some([heading].into_iter().chain(chart.into_iter().map(TargetLine::from)).collect())
}

/// What is drawn, in which unit, of which place; a file is no place. Of parts of one year with the year, which the axis
/// does not repeat in each label.
fn heading(canvas: &Canvas<'_>, entry: &Entry<'_>, series: &Series) -> String {
    let unit = entry.unit().map(|unit| format!(" ({})", visible(unit))).unwrap_or_default();
    let heading = format!("{}{unit}", canvas.words.series());
    let heading = match entry.dataset.place.named() {
        Some(place) => format!("{heading} · {}", visible(place)),
        None => heading,
    };
    match chart_columns::only_year(series) {
        Some(year) => format!("{heading} · {}", canvas.words.period(Period::year(year))),
        None => heading,
    }
}

/// The chart in `rows` lines, with its legend below; `None` if there are too few periods or too little room.
fn chart(
    canvas: &Canvas<'_>,
    series: &Series,
    selected: Option<usize>,
    points: &'static str,
    Room { width, height: rows }: Room,
) -> Option<Vec<Line<'static>>> {
    let ascii = canvas.app.preferences().ascii;
    let style = ChartStyle { words: canvas.words, palette: &canvas.palette, ascii, points };
    let has_legend = rows >= LEGEND_FROM;
    let rows = if has_legend { rows - 1 } else { rows };
    let known = series.points().len() >= FEWEST_POINTS;
    let mut lines = series_chart::lines(series, selected, Room { width, height: rows }, style)
        .filter(|_| known)?;
    let legend = series_chart::legend(series, &lines, style);
    if has_legend && legend.width() <= width {
        lines.push(legend);
    }
    Some(lines)
}

/// The labels of those values next to a result that the series shows with the same figure or words, as published. One
/// that differs from that of another source is not among them.
pub(super) fn shown_periods(
    catalog: &Catalog,
    entry: &Entry<'_>,
    indicator: &Indicator,
    series: &Series,
) -> Vec<String> {
    let points = series.points();
    let own = points.iter().find(|point| point.indicator == Some(entry.index));
    let own = own.map(|point| point.period);
    let is_shown = |earlier: &&PeriodValue| {
        let at = parse_next_to(&earlier.period, own).and_then(|period| series.position(period));
        let Some(point) = at.map(|at| &points[at]) else { return false };
        let in_words = || {
            let other = catalog.collection.get(point.indicator?)?;
            other.indicator().actual.filter(|actual| matches!(actual, Actual::Words(_)))
        };
        let value = point.value.map(Actual::Figure).or_else(in_words);
        value.is_some_and(|value| earlier.value == value)
    };
    let shown = indicator.earlier.iter().filter(is_shown);
    shown.map(|earlier| visible(&earlier.period).into_owned()).collect()
}
