//! Finds what the rows of a table are: indicators, places ("Ba Bể", "Chợ Đồn") or periods (2021, 2022); and the
//! columns that name the place and the period of each row, as in a long table with one value a row.

use super::axis_columns::{
    PlaceColumns, class_columns, finest_place, goal_codes, has_periods, part_of_year,
    period_column, place_codes, places_rows, splits_rows, states, universe_columns,
};
use super::column_of_places::place_column;
use super::corrections::unnamed_values::actual;
use super::header_column::{Change, HeaderColumn, corrected, indices};
use super::indicator_columns::{add_worded, indicator_columns};
use super::key_columns::KeyColumns;
use super::place_list::KeyedTable;
use super::titles::title_subject::TitleSubject;
use crate::lexicon::percentage::is_percentage;
use crate::lexicon::role::Role;

/// What the rows of a table are, and what names their place and period. Columns are counted from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct RowAxes {
    pub(crate) rows: RowKind,
    /// The column of the place of each row.
    pub(crate) place: Option<usize>,
    /// The column of the period of each row.
    pub(crate) period: Option<usize>,
    /// The columns of the places that the place of each row is in, the coarsest first.
    pub(crate) upper_places: Vec<usize>,
    /// The column of the months or quarters in the years of that of the periods.
    pub(crate) part_of_year: Option<usize>,
    /// The columns that say how final the figures of each row are.
    pub(crate) states: Vec<usize>,
    /// The columns of classes: sex, age.
    pub(crate) classes: Vec<usize>,
}

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum RowKind {
    #[default]
    Indicators,
    /// Each row is a place; the columns are indicators.
    Places,
    /// Each row is a period; the columns are indicators.
    Periods,
}

impl RowAxes {
    /// Whether a column says something about the place or the time of its rows, and nothing else.
    pub(crate) fn has(&self, column: usize) -> bool {
        let keys = [self.place, self.period, self.part_of_year];
        let more = self.upper_places.iter().chain(&self.classes).chain(&self.states);
        keys.contains(&Some(column)) || more.into_iter().any(|at| *at == column)
    }

    /// Decides what the rows are. The changes give the columns that name them their roles, and the role of an actual to
    /// columns of indicators, whose headings are names and no words for a result.
    pub(super) fn of(columns: &[HeaderColumn], title: &TitleSubject) -> (Self, Vec<Change>) {
        let period = period_column(columns);
        let part_of_year = part_of_year(columns, period);
        let place = place_column(columns, title).filter(|place| Some(*place) != period);
        let PlaceColumns { finest: place, upper: upper_places } = finest_place(columns, place);
        let keys = KeyColumns { place, period };
        let states = states(columns);
        // A column of regions left of provinces has their sections, too.
        let is_section = |at: &usize| period.is_none() && columns[*at].role == Role::Section;
        let asides = upper_places.iter().copied().filter(|at| !is_section(at)).chain(part_of_year);
        let asides: Vec<usize> = asides.chain(open_states(columns, &states)).collect();
        if !asides.is_empty() {
            let of_row = |at: &usize| Change::Role(*at, Role::Aside);
            let changes: Vec<Change> = asides.iter().map(of_row).collect();
            let changed = corrected(columns.to_vec(), |_| changes.clone());
            let (axes, rest) = Self::with_keys(&changed, keys, title);
            let axes = Self { upper_places, part_of_year, states, ..axes };
            return (axes, changes.into_iter().chain(rest).collect());
        }
        let (axes, changes) = Self::with_keys(columns, keys, title);
        (Self { states, ..axes }, changes)
    }

    /// The axes of a table with these columns of places and periods.
    fn with_keys(
        columns: &[HeaderColumn],
        keys: KeyColumns,
        title: &TitleSubject,
    ) -> (Self, Vec<Change>) {
        let has_names = columns.iter().enumerate().any(|(at, column)| {
            keys.leave(at) && column.role == Role::Name && column.profile.are_names()
        });
        let found = match has_names {
            true => Some(Self::of_indicators(columns, keys)),
            false => Self::without_names(columns, keys, title),
        };
        let Some((mut axes, mut changes)) = found else { return Default::default() };
        let are_places = axes.rows == RowKind::Places;
        changes.extend(place_codes(columns, keys.place, are_places));
        let universes = universe_columns(columns);
        changes.extend(universes.iter().map(|at| Change::Role(*at, Role::Aside)));
        axes.classes = class_columns(columns, &changes);
        if axes.period.is_none() && axes.rows != RowKind::Periods {
            axes.classes.retain(|at| splits_rows(columns, *at));
        }
        changes.extend(axes.classes.iter().map(|at| Change::Role(*at, Role::Aside)));
        (axes, changes)
    }

    /// The axes of a table with a column of names: its rows are indicators, of the place and period next to them.
    fn of_indicators(
        columns: &[HeaderColumn],
        KeyColumns { place, period }: KeyColumns,
    ) -> (Self, Vec<Change>) {
        // Without a period for each row, a column of places may be one of offices or sections.
        let is_keyed =
            |at: &usize| period.is_some() || has_periods(columns) || places_rows(columns, *at);
        let place = place.filter(is_keyed);
        // In a long table "Goal" and "Target" are codes.
        let goals = if period.is_some() { goal_codes(columns) } else { Vec::new() };
        let asides =
            goals.into_iter().chain(period).chain(place).map(|at| Change::Role(at, Role::Aside));
        let axes = Self { rows: RowKind::Indicators, place, period, ..Self::default() };
        (axes, asides.collect())
    }

    /// The axes of a table without a column of names: its rows are places or periods, and its columns indicators.
    /// `None` where it is a mere list of places, or has no values.
    fn without_names(
        columns: &[HeaderColumn],
        keys: KeyColumns,
        title: &TitleSubject,
    ) -> Option<(Self, Vec<Change>)> {
        let KeyColumns { place, period } = keys;
        let names = place.or(period)?;
        let mut indicators = indicator_columns(columns, keys);
        if place.is_some() {
            add_worded(columns, keys, &mut indicators);
        }
        let keyed = KeyedTable { columns, keys, indicators: &indicators, title };
        let has_values = columns.iter().any(HeaderColumn::is_plan_or_actual);
        if keyed.is_list_of_places() || indicators.is_empty() && !has_values {
            return None;
        }
        let is_open = |at: &usize| matches!(columns[*at].role, Role::Unknown | Role::Comparison(_));
        let is_unmarked =
            |at: &usize| columns[*at].unit.is_none() && is_percentage(columns[*at].last_level());
        let percent = |at: usize| Change::Unit(at, Some("%".to_owned()));
        let mut changes: Vec<Change> =
            indicators.iter().copied().filter(is_unmarked).map(percent).collect();
        let open = indicators.into_iter().filter(is_open);
        changes.extend(open.map(|at| actual(at, &columns[at])));
        changes.push(Change::Role(names, Role::Name));
        let rows = if place.is_some() { RowKind::Places } else { RowKind::Periods };
        let of_rows = period.filter(|at| *at != names);
        changes.extend(of_rows.map(|at| Change::Role(at, Role::Aside)));
        Some((Self { rows, period: of_rows, ..Self::default() }, changes))
    }

    /// Whether the headings of a row and the columns below it may be a table whose rows are places or periods.
    pub(super) fn are_likely(columns: &[HeaderColumn]) -> bool {
        let (axes, changes) = Self::of(columns, &TitleSubject::default());
        let is_keyed = axes.rows != RowKind::Indicators || axes.period.is_some();
        let is_changed = |at: usize| changes.iter().any(|change| change.column() == at);
        let gets_values = |change: &Change| matches!(change, Change::Role(_, Role::Actual(_)));
        is_keyed
            && (changes.iter().any(gets_values)
                || indices(columns, HeaderColumn::is_plan_or_actual).any(|at| !is_changed(at)))
    }
}

/// The columns of states that have no other role.
fn open_states(columns: &[HeaderColumn], states: &[usize]) -> Vec<usize> {
    states.iter().copied().filter(|at| columns[*at].role != Role::Note).collect()
}
