//! Reads the rows of a table: one thread selects them, others build indicators, and one thread collects these
//! in order, concurrently. Only the indicators of a row stay in memory.

use std::sync::Mutex;

use super::columns::{Columns, MeasureGroup};
use super::indicators;
use super::indicators::batches::{Batch, Batches, INDICATOR_PASSES};
use super::indicators::ids::Slug;
use super::indicators::sections::{ReadRow, Sections};
use super::outline::body::Body;
use super::outline::row::OutlinedRow;
use super::outline::selection::SelectedRow;
use super::parallel::ordered::through;
use super::source::cell::Row;
use crate::dataset::diagnostics::collector::Collector;
use crate::dataset::progress::{Cancelled, Progress};
use crate::dataset::{CellProblem, SheetProblem};
use crate::lexicon::markers::MarkedName;
use crate::lexicon::rank::Numbering;
use crate::model::{Indicator, Warning, warnings};
use crate::text::fold::fold;
use crate::text::one_line::one_line;

/// The number of passes over a row, where building its indicator counts as several; for the progress.
pub(in crate::dataset) const PASSES: usize = 5 + INDICATOR_PASSES;

/// The indicators of a batch, and the diagnostics about them.
struct ReadBatch {
    rows: Vec<ReadRow>,
    /// Rows among them to report.
    to_report: Vec<usize>,
    collector: Collector,
}

impl Body<'_> {
    /// Reads the rows into `to`: sections and indicators. A section without a name is called `unnamed`. An
    /// error if the user cancelled.
    pub(in crate::dataset) fn read(
        &self,
        unnamed: &str,
        to: &mut Sections,
        collector: &mut Collector,
        progress: &Progress,
    ) -> Result<(), Cancelled> {
        self.report_columns(collector);
        if self.columns.id.is_none() {
            to.ids.expect(self.end - self.rows.start);
        }
        let shared = Mutex::new(collector.fork());
        let batches = Batches { selection: self.select(progress)?, progress };
        let work = |batch| {
            let collector = shared.lock().map(|shared| shared.fork()).unwrap_or_default();
            self.build_indicators(batch, collector)
        };
        through(batches, work, |read| {
            self.collect(read, unnamed, to, collector);
            if let Ok(mut shared) = shared.lock() {
                *shared = collector.fork();
            }
        });
        // Batches end early if the user cancelled.
        progress.advance(0)?;
        self.report_outside(self.end..self.rows.end, collector);
        Ok(())
    }

    /// Builds the indicators of a batch.
    fn build_indicators(&self, batch: Batch, mut collector: Collector) -> ReadBatch {
        let (mut rows, mut row) = (Vec::with_capacity(batch.selected.len()), Row::default());
        for SelectedRow { mut begins, row: at, outlined } in batch.selected {
            if self.sheet.read(at, &mut row).is_none() {
                continue;
            }
            let mut add = |row: &Row<'_>, outlined: OutlinedRow| {
                for (columns, outlined) in self.measured(row, outlined) {
                    let folded = fold(&outlined.name);
                    let indicator = indicators::indicator(
                        (self, columns),
                        row,
                        outlined,
                        &folded,
                        &mut collector,
                    );
                    self.check(columns, row, &indicator, &mut collector);
                    let slug = indicator.id.is_empty().then(|| Slug::of_folded(&folded));
                    rows.push(ReadRow { begins: begins.take(), row: at, indicator, slug });
                }
            };
            match self.unstacked(&row, &outlined) {
                Some(rows) => rows.into_iter().for_each(|(row, part)| add(&row, part)),
                None => add(&row, outlined),
            }
        }
        ReadBatch { rows, to_report: batch.to_report, collector }
    }

    /// Splits a row by measure, with the columns of each. A row without any value belongs to the main
    /// measure.
    fn measured(&self, row: &Row<'_>, outlined: OutlinedRow) -> Vec<(&Columns, OutlinedRow)> {
        if self.others.is_empty() {
            return vec![(&self.columns, outlined)];
        }
        let filled =
            |columns: &Columns| columns.own_values().any(|column| !row.cell(column).is_empty());
        let mut measures: Vec<&Columns> = self.others.iter().chain([&self.columns]).collect();
        measures.retain(|columns| filled(columns));
        measures.sort_by_key(|columns| columns.own_values().min());
        if measures.is_empty() {
            return vec![(&self.columns, outlined)];
        }
        let of = |columns: &'_ Columns| {
            let mut outlined = outlined.clone();
            if let Some(MeasureGroup { name, unit, named }) = &columns.measure {
                outlined.unit = Some(unit.clone());
                match named {
                    true => outlined.name = format!("{} · {name}", outlined.name),
                    false => outlined.notes.insert(0, name.clone()),
                }
            }
            outlined
        };
        measures.into_iter().map(|columns| (columns, of(columns))).collect()
    }

    /// Adds the indicators of a batch to the dataset.
    fn collect(
        &self,
        read: ReadBatch,
        unnamed: &str,
        to: &mut Sections,
        collector: &mut Collector,
    ) {
        self.report_rows(&read.to_report, collector);
        collector.append(read.collector);
        for read in read.rows {
            let at = read.row;
            let mut read = read;
            if to.inferred.inherit(&mut read.indicator) {
                self.check_direction(at, &read.indicator, collector);
            }
            to.inferred.list(&read.indicator, || {
                let column = self.columns.names.first().copied().unwrap_or_default();
                self.location(&self.sheet.row(at), column)
            });
            let section = to.sections.len() + usize::from(read.begins.is_some());
            if let Some(first) = to.duplicates.add(section, at, &read.indicator) {
                let name = one_line(&read.indicator.name);
                let other = self.sheet.row(first).line;
                let column = self.columns.names.first().copied().unwrap_or_default();
                collector.report(CellProblem::OppositeStatuses { name, other }, || {
                    self.location(&self.sheet.row(at), column)
                });
            }
            if let Some(id) = to.push(read, unnamed) {
                let column = self.columns.id.unwrap_or_default();
                collector.report(CellProblem::DuplicateId { id: id.to_string() }, || {
                    self.location(&self.sheet.row(at), column)
                });
            }
        }
    }

    /// Reports rows without a name, that only check sums, or whose number has no whole.
    fn report_rows(&self, rows: &[usize], collector: &mut Collector) {
        for at in rows.iter().copied() {
            let row = &self.sheet.row(at);
            let column = self.columns.names.first().copied().unwrap_or_default();
            let (mark, name) = self.mark_and_name(row);
            let number = MarkedName::of(&mark, &name, &mut None).number;
            let number = number.filter(|number| number.length() > 1);
            let problem = if name.trim().is_empty() {
                SheetProblem::NoName
            } else if let Some(whole) = number.map(Numbering::whole) {
                SheetProblem::OrphanNumber { whole, name: one_line(&name) }
            } else {
                SheetProblem::SumCheck { name: one_line(&name) }
            };
            collector.report(problem, || self.location(row, column));
        }
    }

    /// Checks a direction that was inherited after the row was read.
    fn check_direction(&self, at: usize, indicator: &Indicator, collector: &mut Collector) {
        let about = |warning: &Warning| matches!(warning, Warning::DirectionAgainstPercent { .. });
        for warning in warnings(indicator).into_iter().filter(about) {
            collector.warn(warning, |_| {
                let column = self.columns.names.first().copied().unwrap_or_default();
                self.location(&self.sheet.row(at), column)
            });
        }
    }

    /// Reports the checks that an indicator fails, each at the cell that it is about.
    fn check(
        &self,
        columns: &Columns,
        row: &Row<'_>,
        indicator: &Indicator,
        collector: &mut Collector,
    ) {
        for warning in warnings(indicator) {
            collector.warn(warning, |warning| {
                let mut comparisons = columns.comparisons.iter();
                let percent = comparisons.find(|column| column.with_plan).map(|column| column.at);
                let column = match warning {
                    Warning::PercentAgainstPlan { .. } => percent,
                    Warning::VerdictAgainstFigures { .. } => columns.verdict,
                    _ => None,
                };
                let column = column.or(columns.actual).unwrap_or_default();
                self.location(row, column)
            });
        }
    }
}
