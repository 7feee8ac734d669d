//! Builds the indicators of a batch of rows, on any thread.

use super::columns::schema::Schema;
use super::columns::value_group::ValueGroup;
use super::grouped_rows::{GroupedRow, grouped};
use super::indicators::duplicate_names::RowKey;
use super::indicators::known_names::{KnownNames, KnownUnits};
use super::indicators::read_row::ReadRow;
use super::indicators::row_status::RowStatus;
use super::indicators::{IndicatorParts, indicator};
use super::layout::header::Header;
use super::outline::measure_rows::MeasureRows;
use super::outline::row::OutlinedRow;
use super::outline::row_slice::KnownSlices;
use super::outline::selection::{Beginning, SelectedRow};
use super::outline::stacked_cells::unstacked;
use super::outline::titled_whole::TitledWhole;
use super::source::cell::Row;
use super::table_context::TableContext;
use crate::dataset::diagnostics::collector::Collector;
use crate::lexicon::period::parse;
use crate::model::{Indicator, Warning, warnings};

/// A batch while its indicators are built, with what is known of the rows so far.
pub(super) struct BatchBuilder<'r, 't, 'a> {
    context: &'r TableContext<'t, 'a>,
    whole: TitledWhole<'t>,
    measures: MeasureRows,
    names: KnownNames,
    slices: KnownSlices,
    units: KnownUnits,
    /// Whether the ids in the file are those of indicators, of which several rows are parts.
    ids_are_of_wholes: bool,
    /// The indicators.
    pub(super) rows: Vec<ReadRow>,
    pub(super) collector: Collector,
}

impl<'r, 't, 'a> BatchBuilder<'r, 't, 'a> {
    /// Begins a batch of so many rows.
    pub(super) fn of(context: &'r TableContext<'t, 'a>, rows: usize, collector: Collector) -> Self {
        let body = context.body;
        let schema = body.schema();
        let is_dated = !body.dated_names.is_empty() || !body.period_lines.is_empty();
        let repeat = !schema.others.is_empty() || schema.axes.period.is_some() || is_dated;
        Self {
            context,
            whole: TitledWhole::of(body),
            measures: MeasureRows::of(body),
            names: KnownNames::new(repeat),
            slices: KnownSlices::default(),
            units: KnownUnits::default(),
            ids_are_of_wholes: ids_are_of_wholes(schema, &body.area.header),
            rows: Vec::with_capacity(rows),
            collector,
        }
    }

    /// Adds the indicators of a row.
    pub(super) fn add(&mut self, selected: SelectedRow<'_>) {
        let SelectedRow { begins, row: at, cells: row, mut outlined } = selected;
        self.whole.rename(&mut outlined);
        self.measures.rename(&mut outlined);
        let mut begins = begins;
        match unstacked(self.context.body, &row, &outlined) {
            Some(rows) => {
                for (row, outlined) in rows {
                    self.add_line(at, &row, outlined, &mut begins);
                }
            }
            None => self.add_line(at, &row, outlined, &mut begins),
        }
    }

    /// Adds the indicators of a row, or of one of the lines in its cells; the section that `begins` goes with the first
    /// of them.
    fn add_line(
        &mut self,
        at: usize,
        row: &Row<'_>,
        outlined: OutlinedRow,
        begins: &mut Option<Beginning>,
    ) {
        let TableContext { body, slice, .. } = self.context;
        let groups = grouped(body, slice, row, outlined, &mut self.slices);
        for (number, grouped) in groups.into_iter().enumerate() {
            let read = self.read(at, row, grouped, number == 0, begins.take());
            self.rows.push(read);
        }
    }

    /// Builds the indicator of a row for a group of columns, which is the first one of the row or not, with the section
    /// that begins with it.
    fn read(
        &mut self,
        at: usize,
        row: &Row<'_>,
        grouped: GroupedRow<'_>,
        is_first: bool,
        begins: Option<Beginning>,
    ) -> ReadRow {
        let GroupedRow {
            group,
            outlined,
            slice,
            upper,
            is_of_slice,
            state,
            is_part,
            dated,
            is_crossed,
        } = grouped;
        let TableContext { body, period, .. } = *self.context;
        let block = outlined.block.clone();
        let named = self.names.get(&outlined.name);
        let period = slice.period.or(period);
        let parts = IndicatorParts { body, group, period, row, named: &named };
        let mut indicator = indicator(parts, outlined, &mut self.units, &mut self.collector);
        if dated.is_some() {
            // The period of the title is that of other rows.
            indicator.period = None;
            indicator.take_period_of(dated);
        }
        if is_crossed {
            // The other columns are no years, but this part of other years, which are slices of their own.
            indicator.earlier.retain(|earlier| parse(&earlier.period).is_none());
        }
        state.apply(&mut indicator);
        if is_part && self.ids_are_of_wholes {
            indicator.id.clear();
        }
        self.check(group, row, &indicator);
        let slug = indicator.id.is_empty().then(|| named.slug());
        let key = RowKey::of(&indicator, named.folded(), &mut self.units);
        let status = RowStatus::of(&mut indicator, is_first);
        ReadRow {
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
        }
    }

    /// Reports the checks that an indicator fails, each at the cell that it is about.
    fn check(&mut self, group: &ValueGroup, row: &Row<'_>, indicator: &Indicator) {
        let body = self.context.body;
        for warning in warnings(indicator) {
            self.collector.warn(warning, |warning| {
                let schema = body.schema();
                let is_percent = |at: &usize| schema.comparison(*at).is_some_and(|c| c.with_plan);
                let percent = group.comparisons.iter().copied().find(is_percent);
                let column = match warning {
                    Warning::PercentAgainstPlan { .. } => percent,
                    Warning::VerdictAgainstFigures { .. }
                    | Warning::VerdictAgainstValues { .. } => group.verdict,
                    _ => None,
                };
                let column = column.or(group.columns.actual).unwrap_or_default();
                body.location(row, column)
            });
        }
    }
}

/// Whether the rows of a name, of which a column says the classes, have one id: then it is that of
/// all classes together, and the parts have none in the file.
fn ids_are_of_wholes(schema: &Schema, header: &Header) -> bool {
    let Some(id) = schema.main.id.filter(|_| !schema.axes.classes.is_empty()) else { return false };
    let mut names = header.names.iter().filter_map(|at| header.columns.get(*at));
    let ids = header.columns.get(id);
    names.next_back().zip(ids).is_some_and(|(names, ids)| names.profile.decides(&ids.profile))
}
