//! Lines that say of when the rows below them are: "Năm 2021" above its rows, and "Năm 2022" above the same rows again;
//! or above the quarters of each year.

use std::collections::HashSet;
use std::ops::Range;

use super::dated_names::are_undated;
use super::row_reader::RowReader;
use crate::dataset::table::layout::row_axes::RowKind;
use crate::dataset::table::source::cell::Row;
use crate::lexicon::period::{is_period, parse};
use crate::lexicon::period_cell::{is_period_cell, parse_cell};
use crate::model::{Period, Span};

/// The most rows of a table in which such lines are looked for: a longer one has a column of periods.
const MOST_ROWS: usize = 20_000;

/// The lines of a table that name periods, in order.
#[derive(Debug, Default)]
pub(crate) struct PeriodLines {
    lines: Vec<PeriodLine>,
}

/// A line that names a period.
#[derive(Debug, Clone, Copy)]
struct PeriodLine {
    /// Its row, counted from 0.
    at: usize,
    period: Period,
    /// Whether it is a row of the table as well: "Năm 2023" with its total above the quarters.
    has_values: bool,
}

impl PeriodLines {
    /// The lines among the rows of a table whose columns and rows do not say of when they are. There are several, of
    /// different periods, and all rows with values are below one.
    pub(crate) fn of(reader: &RowReader<'_>, rows: Range<usize>) -> Self {
        let schema = &reader.schema;
        if rows.len() > MOST_ROWS || !are_undated(schema) {
            return Self::default();
        }
        let lines = match schema.axes.rows {
            RowKind::Periods => years_above_parts(reader, rows),
            _ => lines_without_values(reader, rows),
        };
        let mut lines = lines.unwrap_or_default();
        let year = schema.period.and_then(Period::first_year);
        for line in &mut lines {
            line.period = line.period.or_year(year);
        }
        let distinct: HashSet<Period> = lines.iter().map(|line| line.period).collect();
        let are_periods = schema.axes.rows == RowKind::Periods;
        if distinct.len() < 2 && !are_periods { Self::default() } else { Self { lines } }
    }

    /// Whether the table has such lines.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Whether a row is such a line.
    pub(crate) fn has(&self, at: usize) -> bool {
        let found = self.lines.binary_search_by_key(&at, |line| line.at);
        found.is_ok_and(|found| !self.lines[found].has_values)
    }

    /// The period of a row: that of the last line above it.
    pub(crate) fn above(&self, at: usize) -> Option<Period> {
        let below = self.lines.partition_point(|line| line.at <= at);
        self.lines.get(below.checked_sub(1)?).map(|line| line.period)
    }
}

/// The lines without values in a table whose rows are not periods; `None` where a row with values is above them.
fn lines_without_values(reader: &RowReader<'_>, rows: Range<usize>) -> Option<Vec<PeriodLine>> {
    let mut lines: Vec<PeriodLine> = Vec::new();
    for at in rows {
        let mut row = Row::default();
        if reader.sheet.read(at, &mut row).is_none() {
            continue;
        }
        if has_values(reader, &row) {
            if lines.is_empty() {
                return None;
            }
            continue;
        }
        let period = period_of_line(reader, &row);
        lines.extend(period.map(|period| PeriodLine { at, period, has_values: false }));
    }
    Some(lines)
}

/// The years of a table whose rows are periods, each above the parts of it, which do not name it: "Năm 2023", "Quý I",
/// "Quý II", "Năm 2024", "Quý I". `None` where a row is no such part, or a year has none.
fn years_above_parts(reader: &RowReader<'_>, rows: Range<usize>) -> Option<Vec<PeriodLine>> {
    let mut lines: Vec<PeriodLine> = Vec::new();
    let mut is_open = false;
    for at in rows {
        let mut row = Row::default();
        if reader.sheet.read(at, &mut row).is_none() {
            continue;
        }
        let has_values = has_values(reader, &row);
        let name = reader.marker_and_name(&row).name;
        let period =
            parse_cell(name.trim().trim_end_matches(':')).filter(|_| is_period_cell(&name));
        match period.map(|period| (period, period.span(), period.first_year())) {
            Some((period, Span::Year, Some(_))) if !is_open => {
                lines.push(PeriodLine { at, period, has_values });
                is_open = true;
            }
            Some((_, span, None)) if has_values && span != Span::Year && !lines.is_empty() => {
                is_open = false;
            }
            _ if has_values => return None,
            _ => {}
        }
    }
    (!is_open).then_some(lines)
}

/// Whether a row has something in a column of values.
fn has_values(reader: &RowReader<'_>, row: &Row<'_>) -> bool {
    reader.schema.values().any(|column| !row.cell(column).is_empty())
}

/// The period that a row without values consists of.
fn period_of_line(reader: &RowReader<'_>, row: &Row<'_>) -> Option<Period> {
    let marked = reader.marker_and_name(row).marked();
    let name = marked.name.trim().trim_end_matches(':');
    // A year alone may be the number of something.
    let is_named = name.contains(char::is_alphabetic);
    let period = parse(name).filter(|_| is_named && is_period(name))?;
    let is_time = !matches!(period.span(), Span::By | Span::Years(_) | Span::ToDate);
    let is_whole = period.span() == Span::Year && period.first_year().is_none();
    (is_time && !is_whole).then_some(period)
}
