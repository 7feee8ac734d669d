//! What is below a short table: of one indicator its small multiples, else the chart of the
//! selected row, or its places.

use ratatui::layout::Rect;

use super::compared_unit::unit_of;
use super::table_margin::margin;
use super::{multiples, place_tiles};
use crate::app::{Comparison, Head, Measure, Turn};
use crate::model::{Entry, Series, SeriesPoint};
use crate::ui::canvas::Canvas;
use crate::ui::name_with_whole::name_with_whole;
use crate::ui::room::Room;
use crate::ui::series;

/// The fewest lines below a table in which a chart is drawn.
const CHART_FROM: u16 = 7;
/// The same of the table of periods that are too few for a chart, and their number.
const TABLE_FROM: u16 = 4;
const FEW_PERIODS: usize = 2;

/// Draws what fits.
pub(super) fn render(canvas: &mut Canvas<'_>, area: Rect, comparison: &Comparison) {
    let columns = comparison.grid().columns().len();
    let has_few = comparison.grid().turn() == Turn::IndicatorsByPeriod && columns <= FEW_PERIODS;
    if area.height < if has_few { TABLE_FROM } else { CHART_FROM } {
        return;
    }
    let margin = margin(area.width) + 1;
    let inner = Rect { x: area.x + margin, width: area.width - 2 * margin, ..area };
    match comparison.grid().turn() {
        Turn::PlacesByPeriod if columns > 1 => {
            multiples::render(canvas, area, comparison, false);
        }
        Turn::IndicatorsByPeriod | Turn::PlacesByIndicator => {
            let Some(entry) = canvas.app.selected_entry() else { return };
            chart(canvas, inner, comparison, &entry);
        }
        Turn::IndicatorsByPlace => {
            let used = place_tiles::render(canvas, inner, comparison);
            // The series of the selected place, where there is still room.
            let free = inner.height.saturating_sub(used + 1);
            let entry = canvas.app.selected_entry().filter(|_| free >= CHART_FROM);
            if let Some(entry) = entry {
                let area = Rect { y: inner.bottom() - free, height: free, ..inner };
                chart(canvas, area, comparison, &entry);
            }
        }
        _ => {}
    }
}

/// Draws the chart of an indicator with the table of its periods where there is room; of a table of percents or changes
/// the chart of these.
fn chart(canvas: &mut Canvas<'_>, area: Rect, comparison: &Comparison, entry: &Entry<'_>) {
    let room = Room { width: area.width.into(), height: area.height.into() };
    let chart = match series_of_row(comparison) {
        Some(series) => {
            let measure = canvas.words.measure(comparison.measure());
            let unit = match comparison.measure() {
                Measure::Percent => Some("%".to_owned()),
                _ => unit_of(canvas, comparison, entry),
            };
            let unit = unit.map(|unit| format!(" ({unit})")).unwrap_or_default();
            let heading = format!("{} · {measure}{unit}", name_with_whole(entry));
            let points = canvas.words.of_measure(comparison.measure());
            series::chart_of_measure(canvas, &series, &heading, points, room)
        }
        None => series::chart_alone(canvas, entry, room),
    };
    for (place, line) in area.rows().zip(&chart.unwrap_or_default()) {
        canvas.target_line(place, line);
    }
}

/// The figures of the selected row over its periods, if they are percents or changes: of one kind, as percents and
/// points have no common scale.
fn series_of_row(comparison: &Comparison) -> Option<Series> {
    let is_over_time = comparison.grid().turn() == Turn::IndicatorsByPeriod;
    let has_own = matches!(comparison.measure(), Measure::Percent | Measure::Change);
    if !is_over_time || !has_own {
        return None;
    }
    let (row, _) = comparison.selection();
    let grid = comparison.grid();
    let kind = |column: usize| comparison.figures().get(row, column).map(|figure| figure.kind);
    let of_kind = (0..grid.columns().len()).rev().find_map(kind)?;
    let point = |(column, head): (usize, &Head)| {
        let Head::Period { period: Some(period), .. } = head else { return None };
        let figure = comparison.figures().get(row, column).filter(|one| one.kind == of_kind)?;
        let cell = grid.cell(row, column)?;
        Some(SeriesPoint {
            estimate: cell.estimate,
            ..SeriesPoint::of_value(*period, Some(figure.value))
        })
    };
    let points: Vec<SeriesPoint> = grid.columns().iter().enumerate().filter_map(point).collect();
    Some(Series::of(points.last()?.period, points))
}
