//! Reads the rows of a table: one thread selects them, others build indicators, and one thread collects these
//! in order, concurrently. Only the indicators of a row stay in memory.

use std::sync::{Arc, Mutex};

use super::batch_builder::BatchBuilder;
use super::columns::slice::Slice;
use super::indicators::batches::{Batch, Batches, INDICATOR_PASSES};
use super::indicators::read_row::ReadRow;
use super::indicators::row_status::RowStatus;
use super::indicators::slices::{Repeated, Slices};
use super::layout_report;
use super::outline::body::Body;
use super::outline::selection::Selection;
use super::report;
use super::table_context::TableContext;
use crate::dataset::diagnostics::collector::Collector;
use crate::dataset::parallel::ordered::through;
use crate::dataset::progress::{Cancelled, Progress};
use crate::dataset::{CellProblem, SheetProblem};
use crate::lexicon::marker_order::Numbering;
use crate::model::{Indicator, Period, Warning, warnings};
use crate::text::one_line::one_line;

/// The number of passes over a row, where building its indicator counts as several; for the progress.
pub(crate) const PASSES: usize = 4 + INDICATOR_PASSES;

/// The indicators of a batch, and the diagnostics about them.
struct ReadBatch {
    rows: Vec<ReadRow>,
    /// Rows among them to report.
    to_report: Vec<usize>,
    /// Lines that give the rows below a unit.
    unit_lines: Vec<usize>,
    collector: Collector,
}

/// What the rows of a table need to know of its dataset.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DatasetContext<'n> {
    pub(crate) period: Option<Period>,
    /// Whether the title of the sheet names the period. Otherwise it is that of the columns of the first table.
    pub(crate) is_titled: bool,
    /// The name of a section without one.
    pub(crate) unnamed: &'n str,
}

/// Reads the rows of a table into `to`: sections and indicators. An error if the user cancelled.
pub(crate) fn read_rows(
    body: &Body<'_>,
    context: DatasetContext<'_>,
    to: &mut Slices,
    collector: &mut Collector,
    progress: &Progress,
) -> Result<(), Cancelled> {
    report::report_columns(body, collector);
    let DatasetContext { period, unnamed, .. } = context;
    let slice = slice_of_table(body, context);
    to.begin_table(slice.clone());
    let context = TableContext { body, period, slice };
    let shared = Mutex::new(collector.fork());
    let groups = body.schema().groups().count();
    let batches = Batches { selection: Selection::of(body, progress)?, groups, progress };
    let work = |batch| {
        let collector = shared.lock().map(|shared| shared.fork()).unwrap_or_default();
        context.build_indicators(batch, collector)
    };
    through(batches, work, |read| {
        context.collect(read, unnamed, to, collector);
        if let Ok(mut shared) = shared.lock() {
            *shared = collector.fork();
        }
    });
    // Batches end early if the user cancelled.
    progress.advance(0)?;
    report::report_outside(body, collector);
    layout_report::report_layout(body, to, collector);
    Ok(())
}

/// The place and the period of a table in a dataset of a period, as far as they differ: its caption names another
/// place or period than the title of the sheet, or its columns are of another year. Without a title, its columns are of
/// a period of their own.
fn slice_of_table(body: &Body<'_>, context: DatasetContext<'_>) -> Slice {
    let DatasetContext { period: dataset, is_titled, .. } = context;
    let columns = body.schema().main.periods.of_dataset(None);
    let year = |period: Period| period.first_year();
    let other_year = |own: &Period| {
        let years = year(*own).zip(dataset.and_then(year));
        !is_titled || years.is_some_and(|(own, other)| own != other)
    };
    let of_caption = body.area.period.and(body.schema().period);
    let period = of_caption.or_else(|| columns.filter(other_year));
    let period = period.filter(|period| Some(*period) != dataset);
    Slice { place: body.area.place.as_deref().map(Arc::from), period }
}

impl TableContext<'_, '_> {
    /// Builds the indicators of a batch.
    fn build_indicators(&self, batch: Batch<'_>, collector: Collector) -> ReadBatch {
        let mut builder = BatchBuilder::of(self, batch.selected.len(), collector);
        for selected in batch.selected {
            builder.add(selected);
        }
        let BatchBuilder { rows, collector, .. } = builder;
        ReadBatch { rows, to_report: batch.to_report, unit_lines: batch.unit_lines, collector }
    }

    /// Adds the indicators of a batch to the dataset.
    fn collect(
        &self,
        mut read: ReadBatch,
        unnamed: &str,
        to: &mut Slices,
        collector: &mut Collector,
    ) {
        self.report_rows(&read.to_report, collector);
        to.add_unit_lines(read.unit_lines);
        collector.append(read.collector);
        to.look_up(&read.rows);
        // By reference: an indicator is some hundred bytes, too many to move several times a row.
        for read in &mut read.rows {
            let at = read.row;
            if let Some(section) = &read.begins {
                to.inferred.enter_section(section.as_deref().unwrap_or_default());
            }
            if to.inferred.inherit(&mut read.indicator) {
                read.status = RowStatus::of(&mut read.indicator, read.is_first);
                self.check_direction(at, &read.indicator, collector);
            }
            to.inferred.list(&read.indicator, read.status, || self.location_of_name(at));
            if let Some(name) = read.begins.take() {
                to.begin(&name, unnamed);
            }
            to.go_to(&read.slice, read.upper.as_ref());
            if let Some(first) = to.opposite_of(read) {
                let name = one_line(&read.indicator.name);
                let other = self.body.sheet().row(first).line;
                collector.report(CellProblem::OppositeStatuses { name, other }, || {
                    self.location_of_name(at)
                });
            }
            if to.repeats_row(read) {
                let name = one_line(&read.indicator.name);
                collector.report(CellProblem::RepeatedValue { name }, || self.location_of_name(at));
            }
            match to.push(read, unnamed) {
                Some(Repeated::Id(id)) => {
                    let column = self.body.schema().main.id.unwrap_or_default();
                    collector.report(CellProblem::DuplicateId { id }, || {
                        self.body.location(&self.body.sheet().row(at), column)
                    });
                }
                Some(Repeated::Value(name)) => {
                    let name = one_line(&name);
                    collector
                        .report(CellProblem::RepeatedValue { name }, || self.location_of_name(at));
                }
                None => {}
            }
        }
    }

    /// Reports rows without a name, that only check sums, or whose number has no whole.
    fn report_rows(&self, rows: &[usize], collector: &mut Collector) {
        for at in rows.iter().copied() {
            let row = &self.body.sheet().row(at);
            let entry = self.body.reader.marker_and_name(row);
            let name = one_line(&entry.name);
            let number = entry.marked().number.filter(|number| number.length() > 1);
            let problem = if entry.is_unnamed() {
                SheetProblem::NoName
            } else if let Some(whole) = number.map(Numbering::whole) {
                SheetProblem::OrphanNumber { whole, name }
            } else {
                SheetProblem::SumCheck { name }
            };
            collector.report(problem, || self.location_of_name(at));
        }
    }

    /// Checks a direction that was inherited after the row was read.
    fn check_direction(&self, at: usize, indicator: &Indicator, collector: &mut Collector) {
        let about = |warning: &Warning| matches!(warning, Warning::DirectionAgainstPercent { .. });
        for warning in warnings(indicator).into_iter().filter(about) {
            collector.warn(warning, |_| self.location_of_name(at));
        }
    }
}
