//! The unit of what a table of comparison shows of an indicator.

use crate::app::{Comparison, FigureKind, Measure};
use crate::model::Entry;
use crate::text::sanitize::visible;
use crate::ui::canvas::Canvas;

/// The unit of the figures of an indicator: a difference of percentages is in points, and would read as a percent.
pub(super) fn unit_of(
    canvas: &Canvas<'_>,
    comparison: &Comparison,
    entry: &Entry<'_>,
) -> Option<String> {
    // A percent of plan and a rank have none.
    if matches!(comparison.measure(), Measure::Percent | Measure::Rank) {
        return None;
    }
    let is_change = comparison.measure() == Measure::Change;
    let in_points = is_change && entry.indicator().is_percentage();
    let points = canvas.words.figure_suffix(FigureKind::PointChange).trim();
    let unit = entry.unit().map(|unit| visible(unit).into_owned());
    unit.map(|unit| if in_points { points.to_owned() } else { unit })
}
