//! Proposes the columns of plans and actuals of each indicator, measure and slice, by the headings alone.

use std::sync::Arc;

use super::capital::stages_of_capital;
use super::carried_over::carried_over;
use super::column_indicator::{ColumnIndicator, IndicatorColumns};
use super::column_indicators::column_indicators;
use super::column_parts::join_parts;
use super::components::components;
use super::later_results::with_later_results;
use super::measure_groups::{MeasureColumns, MeasureGroup, Measures};
use super::next_plans::with_next_plans;
use super::period_slices::PeriodSlices;
use super::slice::Slice;
use super::value_columns::{MainAndSlices, ValueColumns};
use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::header_column::HeaderColumn;
use crate::dataset::table::layout::row_axes::RowKind;
use crate::lexicon::norm::{is_bound, is_norm_heading, is_required_heading};
use crate::lexicon::role::Role;
use crate::lexicon::unit::ListedUnit;
use crate::model::Period;
use crate::text::one_line::one_line;

/// Columns that are of one indicator, measure and place.
#[derive(Debug, Default)]
struct ColumnSet {
    measure: Option<MeasureGroup>,
    indicator: Option<Arc<ColumnIndicator>>,
    place: Option<Arc<str>>,
    class: Option<Arc<str>>,
    columns: Vec<usize>,
}

/// Proposes the columns of each indicator, measure and slice: the main ones first. `units` are those of a unit line
/// above the table that lists several; `subject` is the indicator that the title names, `title` the period in it.
pub(super) fn propose(
    header: &Header,
    units: &[ListedUnit],
    subject: Option<&str>,
    title: Option<Period>,
) -> Vec<ValueColumns> {
    let slices = PeriodSlices::of(header, title);
    let split = |set: ColumnSet| {
        let is_own = |column: usize| set.columns.contains(&column);
        let own = ValueColumns {
            measure: set.measure.clone(),
            indicator: set.indicator.clone(),
            class: set.class.clone(),
            slice: Slice { place: set.place.clone(), period: None },
            ..ValueColumns::within(header, title, &is_own)
        };
        match &slices {
            Some(slices) => slices.split(own, is_own).in_order().collect(),
            None => {
                let MainAndSlices { main, slices: next } = with_next_plans(header, own, is_own);
                let of_main = with_later_results(header, title, main);
                of_main.in_order().chain(next).collect::<Vec<_>>()
            }
        }
    };
    let is_split = |column: &HeaderColumn| column.place.is_some() || column.class.is_some();
    let all: Vec<ColumnSet> = match header.axes.rows {
        RowKind::Places | RowKind::Periods => by_indicator(header, subject),
        RowKind::Indicators if header.columns.iter().any(is_split) => by_place_or_class(header),
        RowKind::Indicators => by_measure(header, units, title),
    };
    all.into_iter().flat_map(split).collect()
}

fn by_indicator(header: &Header, subject: Option<&str>) -> Vec<ColumnSet> {
    let of = |IndicatorColumns { indicator, columns }| {
        let indicator = Arc::new(indicator);
        let mut places: Vec<ColumnSet> = Vec::new();
        for at in columns {
            let place = header.columns[at].place.clone();
            match places.iter_mut().find(|set| set.place == place) {
                Some(set) => set.columns.push(at),
                None => places.push(ColumnSet {
                    indicator: Some(Arc::clone(&indicator)),
                    place,
                    columns: vec![at],
                    ..ColumnSet::default()
                }),
            }
        }
        places
    };
    let mut found = column_indicators(header, subject);
    join_parts(header, &mut found);
    found.into_iter().flat_map(of).collect()
}

/// The places of a table, or its classes, of which all of them together come first.
fn by_place_or_class(header: &Header) -> Vec<ColumnSet> {
    let mut all: Vec<ColumnSet> = Vec::new();
    for at in header.values() {
        let HeaderColumn { place, class, .. } = &header.columns[at];
        match all.iter_mut().find(|set| set.place == *place && set.class == *class) {
            Some(set) => set.columns.push(at),
            None => {
                let (place, class) = (place.clone(), class.clone());
                all.push(ColumnSet { place, class, columns: vec![at], ..ColumnSet::default() });
            }
        }
    }
    share_norms(header, &mut all);
    all.sort_by_key(|set| set.class.is_some());
    all
}

/// Gives each place the norm that all of them must reach, which is left of the places and of no place itself: "Chỉ tiêu
/// phải đạt | Xã A · Kết quả | Xã A · Đánh giá | …". A plan of which the places do their parts is that of the whole.
fn share_norms(header: &Header, all: &mut Vec<ColumnSet>) {
    let [norms, places @ ..] = &mut all[..] else { return };
    let column = |at: &usize| &header.columns[*at];
    let is_open = |set: &ColumnSet| {
        set.place.is_some()
            && set.class.is_none()
            && !set.columns.iter().any(|at| column(at).is_plan())
    };
    let are_judged = places.iter().all(|set| has_verdicts(header, set));
    let is_norm = |at: &usize| {
        let HeaderColumn { heading, profile, .. } = column(at);
        let may_be_of_each = || is_required_heading(heading) || profile.filled().any(is_bound);
        is_norm_heading(heading) || are_judged && may_be_of_each()
    };
    let are_norms = norms.place.is_none()
        && norms.class.is_none()
        && norms.columns.iter().all(|at| column(at).is_plan() && is_norm(at));
    if places.len() < 2 || !are_norms || !places.iter().all(is_open) {
        return;
    }
    for place in places {
        place.columns.splice(0..0, norms.columns.iter().copied());
    }
    all.remove(0);
}

/// Whether a column of verdicts is below the same group heading as the columns of a place.
fn has_verdicts(header: &Header, set: &ColumnSet) -> bool {
    let Some(place) = set.place.as_deref() else { return false };
    let is_own =
        |at: usize| header.columns[at].heading.split(" · ").any(|of| one_line(of) == place);
    header.all(|role| matches!(role, Role::Verdict | Role::Cross)).any(is_own)
}

/// The measures of a table, the one of the actual first.
fn by_measure(header: &Header, units: &[ListedUnit], title: Option<Period>) -> Vec<ColumnSet> {
    let measures = Measures::of(header, units)
        .or_else(|| carried_over(header))
        .or_else(|| components(header))
        .or_else(|| stages_of_capital(header));
    let Some(measures) = measures else {
        let columns = (0..header.columns.len()).collect();
        return vec![ColumnSet { columns, ..ColumnSet::default() }];
    };
    let main = ValueColumns::within(header, title, &|_| true);
    // What the others are parts of, or are next to, has no name of its own.
    let whole = measures.all.iter().position(|columns| columns.measure.name.is_empty());
    let of_actual = || main.actual.and_then(|actual| measures.of_column(actual));
    let first = whole.or_else(of_actual).unwrap_or(0);
    let of = |MeasureColumns { measure, columns }| ColumnSet {
        measure: Some(measure),
        columns,
        ..ColumnSet::default()
    };
    let mut all: Vec<ColumnSet> = measures.all.into_iter().map(of).collect();
    all[..=first].rotate_right(1);
    all
}
