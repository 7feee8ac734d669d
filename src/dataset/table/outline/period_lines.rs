//! Lines that say of when the rows below them are: "Năm 2021" above its rows, and "Năm 2022" above the same rows again.

use std::collections::HashSet;
use std::ops::Range;

use super::dated_names::are_undated;
use super::row_reader::RowReader;
use crate::dataset::table::layout::row_axes::RowKind;
use crate::dataset::table::source::cell::Row;
use crate::lexicon::period::{is_period, parse};
use crate::model::{Period, Span};

/// The most rows of a table in which such lines are looked for: a longer one has a column of periods.
const MOST_ROWS: usize = 20_000;

/// The lines of a table that name periods, in order.
#[derive(Debug, Default)]
pub(in crate::dataset::table) struct PeriodLines {
    lines: Vec<(usize, Period)>,
}

impl PeriodLines {
    /// The lines among the rows of a table whose columns and rows do not say of when they are. There are several, of
    /// different periods, and all rows with values are below one.
    pub(in crate::dataset::table) fn of(reader: &RowReader<'_>, rows: Range<usize>) -> Self {
        let schema = &reader.schema;
        if rows.len() > MOST_ROWS || schema.axes.rows == RowKind::Periods || !are_undated(schema) {
            return Self::default();
        }
        let mut lines: Vec<(usize, Period)> = Vec::new();
        for at in rows {
            let mut row = Row::default();
            if reader.sheet.read(at, &mut row).is_none() {
                continue;
            }
            if schema.values().any(|column| !row.cell(column).is_empty()) {
                if lines.is_empty() {
                    return Self::default();
                }
                continue;
            }
            lines.extend(period_of_line(reader, &row).map(|period| (at, period)));
        }
        let year = schema.period.and_then(Period::first_year);
        for (_, period) in &mut lines {
            *period = period.or_year(year);
        }
        let distinct: HashSet<Period> = lines.iter().map(|(_, period)| *period).collect();
        if distinct.len() < 2 { Self::default() } else { Self { lines } }
    }

    /// Whether the table has such lines.
    pub(in crate::dataset::table) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Whether a row is such a line.
    pub(in crate::dataset::table) fn has(&self, at: usize) -> bool {
        self.lines.binary_search_by_key(&at, |(line, _)| *line).is_ok()
    }

    /// The period of a row: that of the last line above it.
    pub(in crate::dataset::table) fn above(&self, at: usize) -> Option<Period> {
        let below = self.lines.partition_point(|(line, _)| *line <= at);
        self.lines.get(below.checked_sub(1)?).map(|(_, period)| *period)
    }
}

/// The period that a row without values consists of.
fn period_of_line(reader: &RowReader<'_>, row: &Row<'_>) -> Option<Period> {
    let marked = reader.mark_and_name(row).marked();
    let name = marked.name.trim().trim_end_matches(':');
    // A year alone may be the number of something.
    let is_named = name.contains(char::is_alphabetic);
    let period = parse(name).filter(|_| is_named && is_period(name))?;
    let is_time = !matches!(period.span(), Span::By | Span::Years(_) | Span::ToDate);
    let is_whole = period.span() == Span::Year && period.first_year().is_none();
    (is_time && !is_whole).then_some(period)
}
