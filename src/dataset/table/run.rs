//! Reads the rows of a table: one thread selects them, others build indicators, and one thread collects these
//! in order, concurrently. Only the indicators of a row stay in memory.

use std::sync::{Arc, Mutex};

use super::columns::column_indicators::ColumnIndicator;
use super::columns::measure_groups::MeasureGroup;
use super::columns::schema::Schema;
use super::columns::slice::Slice;
use super::columns::value_group::ValueGroup;
use super::indicators;
use super::indicators::batches::{Batch, Batches, INDICATOR_PASSES};
use super::indicators::duplicate_names::RowKey;
use super::indicators::known_names::{KnownNames, KnownUnits};
use super::indicators::read_row::ReadRow;
use super::indicators::row_status::RowStatus;
use super::indicators::slices::{Repeated, Slices};
use super::layout::row_axes::RowKind;
use super::layout_report;
use super::outline::body::Body;
use super::outline::measure_rows::MeasureRows;
use super::outline::row::OutlinedRow;
use super::outline::row_slice::{KnownSlices, RowSlice};
use super::outline::selection::{SelectedRow, Selection};
use super::outline::stacked_cells::unstacked;
use super::outline::titled_whole::TitledWhole;
use super::report;
use super::source::cell::Row;
use crate::dataset::diagnostics::collector::Collector;
use crate::dataset::parallel::ordered::through;
use crate::dataset::progress::{Cancelled, Progress};
use crate::dataset::{CellProblem, Location, SheetProblem};
use crate::lexicon::markers::MarkedName;
use crate::lexicon::rank::Numbering;
use crate::lexicon::verdict;
use crate::model::{Indicator, Period, Warning, warnings};
use crate::text::fold::fold;
use crate::text::one_line::one_line;

/// The number of passes over a row, where building its indicator counts as several; for the progress.
pub(in crate::dataset) const PASSES: usize = 4 + INDICATOR_PASSES;

/// The indicators of a batch, and the diagnostics about them.
struct ReadBatch {
    rows: Vec<ReadRow>,
    /// Rows among them to report.
    to_report: Vec<usize>,
    /// Lines that give the rows below a unit.
    unit_lines: Vec<usize>,
    collector: Collector,
}

/// A table while its rows are read.
struct Reading<'t, 'a> {
    body: &'t Body<'a>,
    /// The period of the dataset.
    period: Option<Period>,
    /// The place and the period of the table, where they are not those of the dataset.
    slice: Slice,
}

/// What the rows of a table need to know of its dataset.
#[derive(Debug, Clone, Copy)]
pub(in crate::dataset) struct DatasetContext<'n> {
    pub(in crate::dataset) period: Option<Period>,
    /// Whether the title of the sheet names the period. Otherwise it is that of the columns of the first table.
    pub(in crate::dataset) is_titled: bool,
    /// The name of a section without one.
    pub(in crate::dataset) unnamed: &'n str,
}

/// Reads the rows of a table into `to`: sections and indicators. An error if the user cancelled.
pub(in crate::dataset) fn read_rows(
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
    let reading = Reading { body, period, slice };
    let shared = Mutex::new(collector.fork());
    let groups = body.schema().groups().count();
    let batches = Batches { selection: Selection::of(body, progress)?, groups, progress };
    let work = |batch| {
        let collector = shared.lock().map(|shared| shared.fork()).unwrap_or_default();
        reading.build_indicators(batch, collector)
    };
    through(batches, work, |read| {
        reading.collect(read, unnamed, to, collector);
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

impl Reading<'_, '_> {
    /// Builds the indicators of a batch.
    fn build_indicators(&self, batch: Batch<'_>, mut collector: Collector) -> ReadBatch {
        let mut rows = Vec::with_capacity(batch.selected.len());
        let schema = self.body.schema();
        let is_dated = !self.body.dated_names.is_empty() || !self.body.period_lines.is_empty();
        let repeat = !schema.others.is_empty() || schema.axes.period.is_some() || is_dated;
        let (mut names, mut slices) = (KnownNames::new(repeat), KnownSlices::default());
        let mut units = KnownUnits::default();
        let whole = TitledWhole::of(self.body);
        let listed = MeasureRows::of(self.body);
        for SelectedRow { mut begins, row: at, cells: row, mut outlined } in batch.selected {
            whole.rename(&mut outlined);
            listed.rename(&mut outlined);
            let mut add = |row: &Row<'_>, outlined: OutlinedRow| {
                let mut is_first = true;
                for grouped in self.grouped(row, outlined, &mut slices) {
                    let GroupedRow { group, outlined, slice, upper, is_of_slice, estimate, dated } =
                        grouped;
                    let block = outlined.block.clone();
                    let named = names.get(&outlined.name);
                    let mut indicator = indicators::indicator(
                        (self.body, group, slice.period.or(self.period)),
                        row,
                        outlined,
                        (&named, &mut units),
                        &mut collector,
                    );
                    if dated.is_some() {
                        // The period of the title is that of other rows.
                        indicator.period = None;
                        indicator.take_period_of(dated);
                    }
                    let is_estimate = estimate.0 && indicator.actual.is_some();
                    indicator.estimate |= is_estimate;
                    indicator.preliminary |= is_estimate && estimate.1;
                    self.check(group, row, &indicator, &mut collector);
                    let slug = indicator.id.is_empty().then(|| named.slug());
                    let key = RowKey::of(&indicator, named.folded(), &mut units);
                    let status = RowStatus::of(&mut indicator, is_first);
                    let begins = begins.take();
                    rows.push(ReadRow {
                        begins,
                        row: at,
                        slice,
                        upper,
                        is_first,
                        indicator,
                        status,
                        key,
                        slug,
                        is_of_slice,
                        block,
                    });
                    is_first = false;
                }
            };
            match unstacked(self.body, &row, &outlined) {
                Some(rows) => rows.into_iter().for_each(|(row, part)| add(&row, part)),
                None => add(&row, outlined),
            }
        }
        ReadBatch { rows, to_report: batch.to_report, unit_lines: batch.unit_lines, collector }
    }

    /// Splits a row by groups of values, in the order of their columns. A row without any value belongs to the
    /// main group.
    fn grouped(
        &self,
        row: &Row<'_>,
        mut outlined: OutlinedRow,
        slices: &mut KnownSlices,
    ) -> Vec<GroupedRow<'_>> {
        let schema = self.body.schema();
        let dated = self.body.dated_names.undated(&mut outlined).or(outlined.period);
        let mut of_row = RowSlice::of((self.body, slices), row, &outlined);
        of_row.slice.period = of_row.slice.period.or(dated);
        let slice =
            |group: &ValueGroup| group.columns.slice.clone().or(&of_row.slice).or(&self.slice);
        let is_of_slice = of_row.slice != Slice::default();
        let of = |group, outlined, several| {
            let mut outlined = named_by((group, several), schema, outlined);
            if let Some(part) = &of_row.part {
                let whole = std::mem::replace(&mut outlined.name, part.clone());
                outlined.parents.push(whole);
            }
            let (slice, estimate) = (slice(group), of_row.estimate);
            let upper = of_row.upper.clone();
            GroupedRow { group, outlined, slice, upper, is_of_slice, estimate, dated }
        };
        if schema.others.is_empty() {
            return vec![of(&schema.main, outlined, false)];
        }
        let is_filled = |column: usize| !row.cell(column).is_empty();
        let is_own = |group: &ValueGroup, column: usize| {
            // The plan of the year, which its parts share, makes no part.
            group.is_main || Some(column) != schema.main.columns.plan
        };
        let has_values = |group: &&ValueGroup| {
            // What is kept with another group would be lost without an indicator of it.
            let kept = group.kept.iter().filter(|_| !group.is_main);
            // "N/A" in a month beside others is no value of that month.
            let of_other_period = !group.is_main
                && group.columns.slice.period.is_some()
                && group.columns.indicator.is_none();
            let is_filled = |column: usize| {
                is_filled(column)
                    && !(of_other_period && verdict::is_missing(&row.cell(column).shown()))
            };
            let mut values = group.values().filter(|column| is_own(group, *column));
            // The main period has every row of a table of several periods, so that its list is complete.
            let is_listed = group.is_main
                && group.columns.slice.period.is_some()
                && group.columns.indicator.is_none();
            is_listed || values.any(is_filled) || kept.copied().any(is_filled)
        };
        let mut groups: Vec<&ValueGroup> = schema.groups().filter(has_values).collect();
        groups.sort_by_cached_key(|group| group.values().min());
        if groups.is_empty() {
            groups.push(&schema.main);
        }
        let several = groups.iter().any(|group| group.columns.measure != groups[0].columns.measure);
        groups.into_iter().map(|group| of(group, outlined.clone(), several)).collect()
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

    /// The location of the name of a row.
    fn location_of_name(&self, at: usize) -> Location {
        let column = self.body.schema().names.first().copied().unwrap_or_default();
        self.body.location(&self.body.sheet().row(at), column)
    }

    /// Reports rows without a name, that only check sums, or whose number has no whole.
    fn report_rows(&self, rows: &[usize], collector: &mut Collector) {
        for at in rows.iter().copied() {
            let row = &self.body.sheet().row(at);
            let (mark, name) = self.body.reader.mark_and_name(row);
            let number = MarkedName::of(&mark, &name, &mut None).number;
            let number = number.filter(|number| number.length() > 1);
            let problem = if name.trim().is_empty() {
                SheetProblem::NoName
            } else if let Some(whole) = number.map(Numbering::whole) {
                SheetProblem::OrphanNumber { whole, name: one_line(&name) }
            } else {
                SheetProblem::SumCheck { name: one_line(&name) }
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

    /// Reports the checks that an indicator fails, each at the cell that it is about.
    fn check(
        &self,
        group: &ValueGroup,
        row: &Row<'_>,
        indicator: &Indicator,
        collector: &mut Collector,
    ) {
        for warning in warnings(indicator) {
            collector.warn(warning, |warning| {
                let schema = self.body.schema();
                let is_percent = |at: &usize| schema.comparison(*at).is_some_and(|c| c.with_plan);
                let percent = group.comparisons.iter().copied().find(is_percent);
                let column = match warning {
                    Warning::PercentAgainstPlan { .. } => percent,
                    Warning::VerdictAgainstFigures { .. }
                    | Warning::VerdictAgainstValues { .. } => group.verdict,
                    _ => None,
                };
                let column = column.or(group.columns.actual).unwrap_or_default();
                self.body.location(row, column)
            });
        }
    }
}

/// A row with the values of one group of columns.
struct GroupedRow<'t> {
    group: &'t ValueGroup,
    outlined: OutlinedRow,
    slice: Slice,
    /// The place that its place is in, if the row says so.
    upper: Option<Arc<str>>,
    /// Whether the row itself says its place or its period.
    is_of_slice: bool,
    /// Whether the row says that its values are estimates, and preliminary ones.
    estimate: (bool, bool),
    /// The period in its name, which it shares with rows of other periods.
    dated: Option<Period>,
}

/// The name, parents and unit of the indicator that a group of columns gives for a row, which may have values of
/// `several` measures.
fn named_by(
    (group, several): (&ValueGroup, bool),
    schema: &Schema,
    mut outlined: OutlinedRow,
) -> OutlinedRow {
    if let Some(MeasureGroup { name, unit }) = &group.columns.measure {
        outlined.unit = unit.in_row(outlined.unit);
        match several {
            _ if name.is_empty() => {}
            true => outlined.name = format!("{} – {name}", outlined.name),
            false => outlined.notes.insert(0, name.clone()),
        }
    }
    let amount = group.columns.actual.and_then(|at| schema.columns.get(at)?.amount);
    let is_unnamed = |amount: &&str| !fold(&outlined.name).contains(&fold(amount));
    if let Some(amount) = amount.filter(is_unnamed).filter(|_| group.columns.indicator.is_none()) {
        outlined.name = format!("{} – {amount}", outlined.name);
    }
    if let Some(class) = &group.columns.class {
        let whole = std::mem::replace(&mut outlined.name, class.to_string());
        outlined.parents.push(whole);
    }
    if let Some(ColumnIndicator { name, parents, unit, .. }) = group.columns.indicator.as_deref() {
        // A line above years says what the next rows are. Above places it is a region.
        let above = match schema.axes.rows {
            RowKind::Periods => std::mem::take(&mut outlined.parents),
            RowKind::Places | RowKind::Indicators => Vec::new(),
        };
        // "Cơ cấu (%)" above the rows says what they are; "Con" does not apply to "Gia cầm (nghìn con)".
        let is_share = outlined.unit.as_deref().is_some_and(|unit| unit.starts_with('%'));
        if !(outlined.has_unit_of_block && is_share) {
            outlined.unit = unit.clone().or(outlined.unit);
        }
        outlined.parents = above.into_iter().chain(parents.iter().cloned()).collect();
        outlined.name.clone_from(name);
    }
    outlined
}
