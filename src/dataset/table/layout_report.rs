//! Reports what was inferred about the layout of a table, one finding a kind: which rows and columns are places and
//! periods, and where the names and units of indicators come from.

use super::columns::value_group::ValueGroup;
use super::indicators::slices::Slices;
use super::layout::header_column::indices;
use super::layout::row_axes::RowKind;
use super::layout::tables::TableArea;
use super::outline::body::Body;
use super::outline::measure_rows::MeasureRows;
use super::outline::titled_whole::TitledWhole;
use super::report::{heading, report_heading};
use crate::dataset::diagnostics::collector::Collector;
use crate::dataset::{InferredLayout, LayoutInference, column_letters};
use crate::lexicon::place::{
    is_all_classes, is_office_heading, is_place, is_place_heading, is_whole,
};
use crate::model::Period;
use crate::text::one_line::one_line;

/// The number of names in a finding.
const NAMED: usize = 3;

/// Reports the layout of a table that has been read into `slices`.
pub(super) fn report_layout(body: &Body<'_>, slices: &Slices, collector: &mut Collector) {
    report_caption(body, collector);
    report_places(body, slices, collector);
    report_unnamed_places(body, collector);
    report_periods(body, slices, collector);
    report_names(body, collector);
    report_titled_rows(body, collector);
    report_classes(body, collector);
    report_unit_lines(body, slices, collector);
}

/// Reports the place and the period that the caption names.
fn report_caption(body: &Body<'_>, collector: &mut Collector) {
    let TableArea { place, period, .. } = &body.area;
    let named = place.clone().into_iter().chain(period.map(|period| period.to_string()));
    let names = Names::of(named);
    if names.count > 0 {
        let column = body.schema().names.first().copied().unwrap_or_default();
        report_heading(body, column, names.finding(InferredLayout::Caption, true), collector);
    }
}

/// Reports what names the places of the values.
fn report_places(body: &Body<'_>, slices: &Slices, collector: &mut Collector) {
    let own = body.area.place.as_deref();
    let named = slices.of_table().filter_map(|slice| slice.place.as_deref());
    // The row of all places together is a place among those of the rows.
    let are_rows = body.area.header.axes.rows == RowKind::Places;
    let named = named.filter(|place| are_rows || Some(*place) != own);
    let places = Names::of(named.map(str::to_owned));
    if places.count == 0 {
        return;
    }
    let header = &body.area.header;
    let placed: Vec<usize> = indices(&header.columns, |column| column.place.is_some()).collect();
    let first_name = body.schema().names.first().copied().unwrap_or_default();
    let named = |text: &str| is_place(text) || is_whole(text);
    let (kind, column, is_certain) = match (header.axes.rows, header.axes.place, placed.first()) {
        (RowKind::Places, ..) => {
            let heading = heading(body, first_name);
            let are_places =
                header.columns.get(first_name).is_some_and(|of| of.profile.most_satisfy(named));
            let is_certain = is_place_heading(&heading) || are_places;
            (InferredLayout::RowPlaces { range: rows(body), heading }, first_name, is_certain)
        }
        (_, Some(at), _) => (InferredLayout::PlaceColumn { heading: heading(body, at) }, at, true),
        (_, None, Some(first)) => {
            let is_headed = placed.iter().any(|at| {
                let heading = &header.columns[*at].heading;
                heading.split(" · ").any(|level| is_place_heading(level) || is_place(level))
            });
            (InferredLayout::ColumnPlaces { range: columns(&placed) }, *first, is_headed)
        }
        (_, None, None) => (InferredLayout::LinePlaces { range: rows(body) }, first_name, true),
    };
    report_heading(body, column, places.finding(kind, is_certain), collector);
}

/// Reports rows that are places of an indicator that nothing names.
fn report_unnamed_places(body: &Body<'_>, collector: &mut Collector) {
    let header = &body.area.header;
    let Some(column) = body.schema().names.first().copied() else { return };
    let are_names = header.axes.rows == RowKind::Indicators && body.schema().values().count() > 0;
    let text = heading(body, column);
    let is_named_so = text.is_empty() || is_place_heading(&text) || is_office_heading(&text);
    let names = || header.columns.get(column).into_iter().flat_map(|own| own.profile.filled());
    let is_own = |text: &&str| is_place(text) && !is_whole(text);
    if !are_names || !is_named_so || names().filter(is_own).count() * 2 <= names().count() {
        return;
    }
    let places = Names::of(names().filter(is_own).map(one_line));
    let kind = InferredLayout::PlaceNames { range: rows(body), heading: text };
    report_heading(body, column, places.finding(kind, false), collector);
}

/// Reports what names the periods of the values.
fn report_periods(body: &Body<'_>, slices: &Slices, collector: &mut Collector) {
    let mut named: Vec<Period> = slices.of_table().filter_map(|slice| slice.period).collect();
    named.sort_unstable();
    let periods = Names::of(named.iter().map(Period::to_string));
    if periods.count == 0 {
        return;
    }
    let axes = &body.area.header.axes;
    let first_name = body.schema().names.first().copied().unwrap_or_default();
    let (kind, column) = match (axes.rows, axes.period) {
        (RowKind::Periods, _) => {
            let heading = heading(body, first_name);
            (InferredLayout::RowPeriods { range: rows(body), heading }, first_name)
        }
        (_, Some(at)) => (InferredLayout::PeriodColumn { heading: heading(body, at) }, at),
        (_, None) if !body.dated_names.is_empty() || !body.period_lines.is_empty() => {
            (InferredLayout::NamePeriods { range: rows(body) }, first_name)
        }
        (_, None) => {
            let of_period = |group: &&ValueGroup| group.columns.slice.period.is_some();
            let groups = body.schema().groups().filter(of_period);
            let columns_of = groups.flat_map(ValueGroup::values).collect::<Vec<_>>();
            let Some(first) = columns_of.iter().min().copied() else { return };
            (InferredLayout::ColumnPeriods { range: columns(&columns_of) }, first)
        }
    };
    report_heading(body, column, periods.finding(kind, true), collector);
}

/// Reports the names of indicators that are those of columns, or that of the title.
fn report_names(body: &Body<'_>, collector: &mut Collector) {
    let schema = body.schema();
    let titled = schema.groups().find_map(|group| {
        let indicator = group.columns.indicator.as_ref().filter(|indicator| indicator.is_titled)?;
        Some((indicator.name.clone(), group.values().min()?))
    });
    if let Some((name, column)) = titled {
        let is_certain = body.area.is_subject_certain;
        let kind = match body.area.is_subject_of_file {
            true => InferredLayout::FileName,
            false => InferredLayout::TitleName,
        };
        let finding = Names::of([name].into_iter()).finding(kind, is_certain);
        report_heading(body, column, finding, collector);
    }
    let name = |group: &ValueGroup| match (&group.columns.indicator, &group.columns.measure) {
        (Some(indicator), _) => {
            let levels = indicator.parents.iter().chain([&indicator.name]);
            Some(levels.map(String::as_str).collect::<Vec<_>>().join(" – "))
        }
        // The whole that the others are parts of has no name of its own.
        (None, Some(measure)) if measure.name.is_empty() => {
            group.columns.actual.or(group.columns.plan).map(|at| heading(body, at))
        }
        (None, measure) => measure.as_ref().map(|measure| measure.name.clone()),
    };
    let named: Vec<(String, &ValueGroup)> =
        schema.groups().filter_map(|group| Some((name(group)?, group))).collect();
    let indicators = Names::of(named.iter().map(|(name, _)| name.clone()));
    let of_indicators: Vec<usize> = named.iter().flat_map(|(_, group)| group.values()).collect();
    if let Some(first) = of_indicators.iter().min().filter(|_| indicators.count > 1) {
        let kind = InferredLayout::ColumnIndicators { range: columns(&of_indicators) };
        report_heading(body, *first, indicators.finding(kind, true), collector);
    }
}

/// Reports rows whose names were completed by the title.
fn report_titled_rows(body: &Body<'_>, collector: &mut Collector) {
    let whole = TitledWhole::of(body).name().map(str::to_owned);
    let names = Names::of(whole.into_iter().chain(MeasureRows::of(body).names()));
    if names.count > 0 {
        let column = body.schema().names.first().copied().unwrap_or_default();
        report_heading(body, column, names.finding(InferredLayout::TitleName, true), collector);
    }
}

/// Reports classes that became parts of their total.
fn report_classes(body: &Body<'_>, collector: &mut Collector) {
    for at in body.area.header.axes.classes.iter().copied() {
        let texts = body.sampled_rows().map(|row| one_line(&row.cell(at).shown()));
        let texts = texts.filter(|text| !text.is_empty() && !is_all_classes(text));
        let kind = InferredLayout::ClassParts { heading: heading(body, at) };
        let finding = Names::of(texts).finding(kind, true);
        report_heading(body, at, finding, collector);
    }
}

/// Reports lines that gave the rows below them a unit.
fn report_unit_lines(body: &Body<'_>, slices: &Slices, collector: &mut Collector) {
    let lines = slices.unit_lines();
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
    let texts = lines.iter().map(|at| {
        let row = body.sheet().row(*at);
        row.filled_cells().next().map(|(_, cell)| one_line(&cell.shown())).unwrap_or_default()
    });
    let names = Names { count: lines.len(), first: texts.take(NAMED).collect() };
    let line = |at: usize| body.sheet().row(at).line.to_string();
    let kind = InferredLayout::LineUnits { range: (line(*first), line(*last)) };
    let row = body.sheet().row(*first);
    let column = row.filled_cells().next().map_or(0, |(column, _)| column);
    collector.report(names.finding(kind, true), || body.location(&row, column));
}

/// How many different names there are, and the first of them.
struct Names {
    count: usize,
    first: Vec<String>,
}

impl Names {
    fn of(names: impl Iterator<Item = String>) -> Self {
        let mut seen = std::collections::HashSet::new();
        let mut first = Vec::new();
        for name in names {
            if seen.insert(name.clone()) && first.len() < NAMED {
                first.push(name);
            }
        }
        Self { count: seen.len(), first }
    }

    fn finding(self, kind: InferredLayout, is_certain: bool) -> LayoutInference {
        LayoutInference { kind, is_certain, count: self.count, names: self.first }
    }
}

/// The first and the last row of a table, by their numbers in the file.
fn rows(body: &Body<'_>) -> (String, String) {
    let rows = body.rows();
    let line = |at: usize| body.sheet().get(at).map_or(at + 1, |row| row.line).to_string();
    (line(rows.start), line(rows.end.saturating_sub(1)))
}

/// The first and the last of some columns, in letters.
fn columns(all: &[usize]) -> (String, String) {
    let letters = |at: Option<&usize>| column_letters(at.map_or(1, |at| at + 1));
    (letters(all.iter().min()), letters(all.iter().max()))
}
