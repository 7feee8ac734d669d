//! What `show` prints of the other periods of an indicator: result, plan, percent of plan and status, the newest first.

use std::io;

use super::Output;
use super::aligned_rows::{AlignedRow, lines};
use crate::app::{Catalog, periods_of};
use crate::model::{Entry, Indicator, Period, SeriesPoint};
use crate::text::sanitize::visible;
use crate::ui::{Words, facts};

/// Another period: its name and what is known of it.
pub(crate) struct PeriodLine {
    pub(crate) period: Period,
    pub(crate) text: String,
}

/// The lines of all periods of an indicator but its own, the newest first.
pub(crate) fn other_periods<W: io::Write>(
    (entry, indicator): (&Entry<'_>, &Indicator),
    catalog: Option<&Catalog>,
    words: Words,
    output: &Output<W>,
) -> Vec<PeriodLine> {
    let points = match catalog {
        Some(catalog) => catalog.periods(entry.index),
        None => periods_of(entry, indicator),
    };
    let row = |point: SeriesPoint| {
        let is_own = point.indicator == Some(entry.index);
        let cells = (!is_own).then(|| cells(&point, indicator, catalog, words)).flatten()?;
        Some((point.period, AlignedRow { status: point.status, cells }))
    };
    let rows = points.into_iter().rev().filter_map(row);
    let (periods, rows): (Vec<Period>, Vec<AlignedRow<3>>) = rows.unzip();
    let texts = lines(&rows, words, output);
    periods.into_iter().zip(texts).map(|(period, text)| PeriodLine { period, text }).collect()
}

/// Result, plan and percent of a period; `None` if there is neither a result nor a plan.
fn cells(
    point: &SeriesPoint,
    own: &Indicator,
    catalog: Option<&Catalog>,
    words: Words,
) -> Option<[String; 3]> {
    let other = point.indicator.and_then(|index| catalog?.collection.get(index));
    if let Some(other) = other {
        let indicator = other.indicator();
        let of_period = Indicator { period: None, ..indicator.clone() };
        let result = facts::actual(&other, &of_period, words);
        let plan = facts::plan_cell(&indicator, words);
        if result.is_none() && plan.is_none() {
            return None;
        }
        let result = result.unwrap_or_else(|| words.no_figure().to_owned());
        return Some([result, plan.unwrap_or_default(), facts::percent(&indicator, words)]);
    }
    let unit = own.unit.as_deref().map(visible);
    let result = words.with_unit(point.value?, unit.as_deref());
    Some([result, String::new(), String::new()])
}
