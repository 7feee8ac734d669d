//! The schema of a table: what each column is. It is built complete by [`Schema::of`] and never changed.
//!
//! A row gives one indicator for each [`ValueGroup`] of columns. The groups of a table differ in what they
//! measure ("Lượng", "Trị giá"), in their period, their place or their indicator; each has its own plan, actual and
//! comparisons.

use super::assignment::Assignment;
use super::column::{Column, ColumnKind};
use super::comparison::comparison_inference::decide_all;
use super::comparison::comparison_pairs::ComparisonPairs;
use super::comparison::comparison_reading::ComparisonColumn;
use super::comparison::comparison_sample::Samples;
use super::crossed_periods::rows_have_years;
use super::main_actual::choose_actuals;
use super::main_plan::choose_plans;
use super::number_format::{FormatDecision, NumbersInColumns, number_formats};
use super::period_changes;
use super::periods;
use super::proposals::propose;
use super::ranking::Ranking;
use super::sums_of_estimates::sums_of_estimates;
use super::value_group::ValueGroup;
use crate::dataset::progress::{Cancelled, Progress};
use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::row_axes::RowAxes;
use crate::dataset::table::layout::tables::TableArea;
use crate::dataset::table::source::sheet::Sheet;
use crate::lexicon::direction;
use crate::lexicon::measure::{is_same, measure};
use crate::lexicon::period_words::WHOLE_WORDS;
use crate::lexicon::phrases::{has, key};
use crate::lexicon::place::is_place_heading;
use crate::lexicon::role::Role;
use crate::lexicon::unit::{ListedUnit, listed};
use crate::model::{Better, Period};
use crate::text::fold::fold;

/// The columns of a table.
#[derive(Debug)]
pub(crate) struct Schema {
    /// The columns with a heading, in order.
    pub(crate) columns: Vec<Column>,
    /// The group of the main measure.
    pub(crate) main: ValueGroup,
    /// The groups of the other measures.
    pub(crate) others: Vec<ValueGroup>,
    pub(crate) marker: Option<usize>,
    /// The columns of names; more than one where each level has a column of its own.
    pub(crate) names: Vec<usize>,
    pub(crate) unit: Option<usize>,
    pub(crate) better: Option<usize>,
    /// The direction of what the title measures: "NỢ THUẾ THEO ĐƠN VỊ". It is that of rows that are offices or places.
    pub(crate) better_of_title: Option<Better>,
    pub(crate) section: Option<usize>,
    /// What the rows are, and the columns that name their place and period.
    pub(crate) axes: RowAxes,
    /// Columns of notes.
    pub(crate) notes: Vec<usize>,
    /// The columns that contain values of indicators, of all groups.
    values: Vec<usize>,
    /// The unit of rows without a unit of their own.
    pub(crate) common_unit: Option<String>,
    /// The units that the line above the table lists, if there are several.
    pub(crate) units_above: Vec<ListedUnit>,
    /// The period that the columns suggest for the dataset.
    pub(crate) period: Option<Period>,
    /// Whether the headings are in Vietnamese: then numbers of a workbook are shown with decimal commas in
    /// the notes.
    pub(crate) in_vietnamese: bool,
}

impl Schema {
    /// Decides what each column of a table is: by the headings, by the profiles of the columns, and by tests
    /// of the rows, in which there are these `numbers`. `title` is the period in the title. An error if the user
    /// cancelled.
    pub(crate) fn of(
        sheet: &Sheet<'_>,
        area: &TableArea,
        numbers: NumbersInColumns,
        title: Option<Period>,
        progress: &Progress,
    ) -> Result<Self, Cancelled> {
        let TableArea { header, rows, unit, subject, .. } = area;
        let title = title.filter(|_| !rows_have_years(header));
        let numbers = number_formats(sheet, header, rows.clone(), numbers);
        let units = listed(unit.as_deref().unwrap_or_default());
        let proposed = propose(header, &units, subject.as_deref(), title);
        let pairs = ComparisonPairs::of(header, &proposed);
        let samples = Samples::of(&pairs, (sheet, rows.clone()), &numbers, progress)?;
        let proposed = choose_actuals(proposed, &pairs, &samples);
        let mut plans = choose_plans(proposed, &pairs, &samples);
        let mut readings = decide_all(&pairs, &samples, &plans.values);
        period_changes::split(header, title, &mut plans.values, &mut readings);
        let assignment = Assignment::of(header, plans, readings, subject.as_deref());
        Ok(Self::assembled(area, units, assignment, numbers, title))
    }

    fn assembled(
        area: &TableArea,
        units_above: Vec<ListedUnit>,
        assignment: Assignment,
        numbers: Vec<FormatDecision>,
        title: Option<Period>,
    ) -> Self {
        let header = &area.header;
        let (mut main, mut others) = assignment.groups(header, title);
        // "Ước thực hiện cả năm" and "Cả năm" are of the whole year.
        let is_open = |group: &ValueGroup| {
            let role = group.columns.actual.map(|at| &header.columns[at].role);
            let heading = group.columns.actual.map(|at| key(&header.columns[at].heading));
            let is_whole = heading.is_some_and(|heading| has(&heading, &WHOLE_WORDS));
            matches!(role, Some(Role::Actual(when)) if when.year.is_none() && !when.estimate)
                && !is_whole
        };
        let all = [&mut main].into_iter().chain(&mut others);
        for group in all.filter(|group| area.is_on_the_way && is_open(group)) {
            group.periods = group.periods.on_the_way(title);
        }
        let periods = periods::of_columns(header, title);
        let parts = header.columns.iter().zip(periods).zip(numbers);
        let sums = sums_of_estimates(header, title);
        let columns: Vec<Column> = parts
            .zip(assignment.into_kinds().zip(sums))
            .map(|(((column, period), numbers), (kind, sums_estimates))| Column {
                sums_estimates,
                ..Column::new(column, kind, period, numbers)
            })
            .collect();
        let all = |kind: ColumnKind| {
            columns.iter().enumerate().filter(move |(_, c)| c.kind == kind).map(|(at, _)| at)
        };
        Self {
            marker: all(ColumnKind::Marker).next(),
            names: header.names.clone(),
            unit: all(ColumnKind::Unit).next(),
            better: all(ColumnKind::Better).next(),
            better_of_title: area.subject.as_deref().and_then(direction::infer),
            section: all(ColumnKind::Section).next(),
            axes: header.axes.clone(),
            notes: all(ColumnKind::Note).collect(),
            values: values([&main].into_iter().chain(&others)),
            common_unit: common_unit(header, &main)
                .filter(|unit| is_of_all(header, unit, &main, &others))
                .or_else(|| unit_above(area)),
            units_above,
            period: main.periods.of_dataset(title),
            in_vietnamese: header.columns.iter().any(|column| !column.heading.is_ascii()),
            main,
            others,
            columns,
        }
    }

    /// The groups of all measures, the main one first.
    pub(crate) fn groups(&self) -> impl Iterator<Item = &ValueGroup> {
        [&self.main].into_iter().chain(&self.others)
    }

    /// The columns that contain values of indicators, of all groups.
    pub(crate) fn values(&self) -> impl Iterator<Item = usize> + '_ {
        self.values.iter().copied()
    }

    /// Whether no column contains values, as in a list of names.
    pub(crate) fn is_list_of_names(&self) -> bool {
        self.values.is_empty()
    }

    /// The heading of a column; empty for one right of the last heading.
    pub(crate) fn heading(&self, at: usize) -> &str {
        self.columns.get(at).map_or("", |column| column.heading.as_str())
    }

    /// What a comparison column contains.
    pub(crate) fn comparison(&self, at: usize) -> Option<&ComparisonColumn> {
        match &self.columns.get(at)?.kind {
            ColumnKind::Comparison(comparison) => Some(comparison),
            _ => None,
        }
    }

    /// The ranking of a column of ranks.
    pub(crate) fn ranking(&self, at: usize) -> Option<&Ranking> {
        match &self.columns.get(at)?.kind {
            ColumnKind::Rank(ranking) => Some(ranking),
            _ => None,
        }
    }
}

/// The columns that contain values of any of the groups, once each.
fn values<'g>(groups: impl Iterator<Item = &'g ValueGroup>) -> Vec<usize> {
    let mut values = Vec::new();
    for column in groups.flat_map(ValueGroup::values) {
        if !values.contains(&column) {
            values.push(column);
        }
    }
    values
}

/// Whether a unit that the headings of the main group name may be that of the other groups, too:
/// none of them has another unit, or measures something else.
fn is_of_all(header: &Header, unit: &str, main: &ValueGroup, others: &[ValueGroup]) -> bool {
    let value = |group: &ValueGroup| {
        group.columns.actual.or(group.columns.plan).map(|at| &header.columns[at])
    };
    let words =
        |group: &ValueGroup| value(group).map(|of| measure(&of.heading)).unwrap_or_default();
    let own = words(main);
    let is_open =
        |group: &&ValueGroup| group.columns.measure.is_none() && group.columns.indicator.is_none();
    others.iter().filter(is_open).all(|group| {
        let other = value(group).and_then(|of| of.unit.as_deref());
        is_same(&own, &words(group)) && other.is_none_or(|other| fold(other) == fold(unit))
    })
}

/// The unit above the table. Of "triệu đồng, %" the percent is that of the comparisons.
fn unit_above(area: &TableArea) -> Option<String> {
    let unit = area.unit.as_deref()?;
    let listed = listed(unit);
    let mut own = listed.iter().filter(|listed| listed.measure.is_none() && listed.unit != "%");
    match (own.next(), own.next()) {
        (Some(only), None) => Some(only.unit.clone()),
        // "Lượng: tấn; Trị giá: triệu USD" is the unit of no row.
        (None, _) if !listed.is_empty() => None,
        _ => Some(unit.to_owned()),
    }
}

/// The unit of all values that the headings name: that of the actual, or the only one of several years ("Tỷ
/// đồng" below the first), or that of the names.
fn common_unit(header: &Header, main: &ValueGroup) -> Option<String> {
    let unit = |column: usize| header.columns[column].unit.as_ref();
    let value = main.columns.actual.or(main.columns.plan);
    let of_value = value.and_then(unit);
    // Where columns are indicators, the unit in the heading of one is not that of the others; one on a line of its
    // own below the first heading is.
    if main.columns.indicator.is_some() {
        let text = value.map_or("", |at| header.columns[at].heading.as_str());
        let is_line = |unit: &&String| {
            text.split(" · ").skip(1).any(|level| level.trim().starts_with(unit.as_str()))
        };
        return of_value.filter(is_line).cloned();
    }
    let only = || {
        let mut units = main
            .columns
            .plan
            .iter()
            .chain(&main.columns.earlier)
            .filter_map(|column| unit(*column));
        let first = units.next()?;
        units.all(|unit| unit == first).then_some(first)
    };
    // "Quận, huyện" names places and no unit.
    let named = header.names.first().filter(|at| !is_place_heading(&header.columns[**at].heading));
    let of_names = || named.and_then(|column| unit(*column));
    of_value.or_else(only).or_else(of_names).cloned()
}
