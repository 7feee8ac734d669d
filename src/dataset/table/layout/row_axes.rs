//! Finds what the rows of a table are: indicators, places ("Ba Bể", "Chợ Đồn") or periods (2021, 2022); and the
//! columns that name the place and the period of each row, as in a long table with one value a row.

use super::axis_columns::{
    class_columns, finest_place, goal_codes, has_periods, part_of_year, period_column, place_codes,
    places_rows, splits_rows, states,
};
use super::column_profile::ColumnProfile;
use super::count_and_rate::rates_of_counts;
use super::header_column::{Change, HeaderColumn, corrected, indices};
use super::numbered_classes::numbered_class;
use super::percent_columns::compares_periods;
use super::rates::is_no_ratio;
use super::score_columns::column_of_scored;
use super::title_subject::TitleSubject;
use super::unnamed_values::actual;
use super::worded_indicators::{is_of_ratings, is_of_verdicts};
use crate::lexicon::comparison::Comparison;
use crate::lexicon::comparison_sides::ComparisonSides;
use crate::lexicon::comparison_sides::without_unit;
use crate::lexicon::dated_name::dated_name;
use crate::lexicon::measure::{is_count, is_same, measure, shared};
use crate::lexicon::period;
use crate::lexicon::period_words::HeadingPeriod;
use crate::lexicon::phrases::key;
use crate::lexicon::place::{
    is_code_heading, is_heading_of_kinds, is_heading_of_offices, is_heading_of_place_names,
    is_institution_heading, is_office_heading, is_place, is_place_heading, is_whole, may_be_place,
};
use crate::lexicon::role::Role;
use crate::lexicon::subject::{act_alone, subjects};
use crate::lexicon::unit::{is_office, is_unit};
use crate::text::one_line::one_line;

/// What the rows of a table are, and what names their place and period. Columns are counted from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::dataset::table) struct RowAxes {
    pub(in crate::dataset::table) rows: RowKind,
    /// The column of the place of each row.
    pub(in crate::dataset::table) place: Option<usize>,
    /// The column of the period of each row.
    pub(in crate::dataset::table) period: Option<usize>,
    /// The columns of the places that the place of each row is in, the coarsest first.
    pub(in crate::dataset::table) upper_places: Vec<usize>,
    /// The column of the months or quarters in the years of that of the periods.
    pub(in crate::dataset::table) part_of_year: Option<usize>,
    /// The columns that say how final the figures of each row are.
    pub(in crate::dataset::table) states: Vec<usize>,
    /// The columns of classes: sex, age.
    pub(in crate::dataset::table) classes: Vec<usize>,
}

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::dataset::table) enum RowKind {
    #[default]
    Indicators,
    /// Each row is a place; the columns are indicators.
    Places,
    /// Each row is a period; the columns are indicators.
    Periods,
}

impl RowAxes {
    /// Whether a column says something about the place or the time of its rows, and nothing else.
    pub(in crate::dataset::table) fn has(&self, column: usize) -> bool {
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
        let (place, upper_places) = finest_place(columns, place);
        let states = states(columns);
        // A column of regions left of provinces has their sections, too.
        let is_section = |at: &usize| period.is_none() && columns[*at].role == Role::Section;
        let asides = upper_places.iter().copied().filter(|at| !is_section(at)).chain(part_of_year);
        let asides: Vec<usize> = asides.chain(open_states(columns, &states)).collect();
        if !asides.is_empty() {
            let of_row = |at: &usize| Change::Role(*at, Role::Aside);
            let changes: Vec<Change> = asides.iter().map(of_row).collect();
            let changed = corrected(columns.to_vec(), |_| changes.clone());
            let (axes, rest) = Self::with_keys(&changed, (place, period), title);
            let axes = Self { upper_places, part_of_year, states, ..axes };
            return (axes, changes.into_iter().chain(rest).collect());
        }
        let (axes, changes) = Self::with_keys(columns, (place, period), title);
        (Self { states, ..axes }, changes)
    }

    /// The axes of a table with these columns of places and periods.
    fn with_keys(
        columns: &[HeaderColumn],
        (place, period): (Option<usize>, Option<usize>),
        title: &TitleSubject,
    ) -> (Self, Vec<Change>) {
        let has_names = columns.iter().enumerate().any(|(at, column)| {
            let is_own = Some(at) != place && Some(at) != period;
            is_own && column.role == Role::Name && column.profile.are_names()
        });
        let found = match has_names {
            true => Some(Self::of_indicators(columns, place, period)),
            false => Self::without_names(columns, place, period, title),
        };
        let Some((mut axes, mut changes)) = found else { return Default::default() };
        let are_places = axes.rows == RowKind::Places;
        changes.extend(place_codes(columns, place, are_places));
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
        place: Option<usize>,
        period: Option<usize>,
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
        place: Option<usize>,
        period: Option<usize>,
        title: &TitleSubject,
    ) -> Option<(Self, Vec<Change>)> {
        let names = place.or(period)?;
        let mut indicators = indicator_columns(columns, (place, period));
        if place.is_some() {
            add_worded(columns, (place, period), &mut indicators);
        }
        let has_values = columns.iter().any(HeaderColumn::is_plan_or_actual);
        // "3 sao" is no "4 sao".
        let classes =
            indicators.iter().filter(|at| numbered_class(columns[**at].last_level()).is_some());
        let several = count_measures(columns, &indicators) > 1 || classes.count() > 1;
        // A table of one measure that neither a title nor a heading names is a list of places, each with its figure.
        let is_titled = || {
            let is_named = indicators.iter().any(|at| !subjects(&columns[*at].heading).is_empty());
            let is_planned = columns.iter().any(HeaderColumn::is_plan);
            let is_open = !is_named || is_ranking(columns) && !is_planned;
            is_open && place.is_some_and(|at| is_of_title(&columns[at].profile, title))
        };
        // "Giải ngân đến 30/9" says what is measured where no title does.
        let is_act = || indicators.iter().any(|at| act_alone(&columns[*at].heading).is_some());
        // "Kế hoạch | Thực hiện" next to "Số hộ" names nothing either, and may not be of these.
        let is_unnamed = title.name.is_none() && has_unnamed_pair(columns) && !is_act();
        if place.is_some() && period.is_none() && is_unnamed {
            return None;
        }
        // "Số tiêu chí đạt" names an indicator.
        let counts = || indicators.iter().any(|at| is_count(&columns[*at].heading));
        let is_list = place.is_some()
            && period.is_none()
            && !several
            && !has_periods(columns)
            && !counts()
            && !is_of_periods(columns, &indicators)
            && !is_act()
            && !is_titled();
        if is_list || indicators.is_empty() && !has_values {
            return None;
        }
        let is_open = |at: &usize| matches!(columns[*at].role, Role::Unknown | Role::Comparison(_));
        let open = indicators.into_iter().filter(is_open);
        let mut changes: Vec<Change> = open.map(|at| actual(at, &columns[at])).collect();
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

/// Whether columns are of one measure in several periods, each a level below it: "Tỷ lệ hộ nghèo (%)" over 2023 and 2024.
fn is_of_periods(columns: &[HeaderColumn], indicators: &[usize]) -> bool {
    let split = |at: &usize| columns[*at].heading.split_once(" · ");
    let Some(levels) = indicators.iter().map(split).collect::<Option<Vec<_>>>() else {
        return is_dated(columns, indicators);
    };
    let [(measure, first), rest @ ..] = &levels[..] else { return false };
    let is_period = |level: &str| period::is_period(level);
    !subjects(measure).is_empty()
        && is_period(first)
        && !rest.is_empty()
        && rest.iter().all(|(own, period)| own == measure && period != first && is_period(period))
}

/// Whether columns are of one measure whose name ends with the period of each: "Đàn trâu 2023 (con)" next to "Đàn trâu 2024
/// (con)".
fn is_dated(columns: &[HeaderColumn], indicators: &[usize]) -> bool {
    let bare: Vec<String> =
        indicators.iter().map(|at| one_line(&without_unit(&columns[*at].heading))).collect();
    let dated: Option<Vec<_>> = bare.iter().map(|heading| dated_name(heading)).collect();
    let Some([(measure, first), rest @ ..]) = dated.as_deref() else { return false };
    !rest.is_empty() && rest.iter().all(|(own, period)| own == measure && period != first)
}

/// The columns of states that have no other role.
fn open_states(columns: &[HeaderColumn], states: &[usize]) -> Vec<usize> {
    states.iter().copied().filter(|at| columns[*at].role != Role::Note).collect()
}

/// Whether the rows may be places of the indicator that the title names.
fn is_of_title(places: &ColumnProfile, title: &TitleSubject) -> bool {
    let named =
        |text: &str| is_place(text) || is_whole(text) || may_be_place(text) || is_office(text);
    title.name.is_some() && places.most_satisfy(named)
}

/// Whether the rows are ranked, or have scores.
fn is_ranking(columns: &[HeaderColumn]) -> bool {
    let ranks = |column: &HeaderColumn| {
        matches!(column.role, Role::Rank(_) | Role::Scale) || column.is_of_scores()
    };
    columns.iter().any(ranks)
}

/// The column of the places: the first whose heading says so and whose cells are words, or the first of all, without a
/// heading, over names of places. Under a title that splits places it may be headed "Đơn vị".
fn place_column(columns: &[HeaderColumn], title: &TitleSubject) -> Option<usize> {
    let splits = title.splits_places;
    (0..columns.len())
        .find(|at| {
            // "Huyện / Chỉ tiêu" is over places and the indicators below each of them.
            let column = &columns[*at];
            let is_open = column.role != Role::Name
                || is_heading_of_kinds(&column.heading)
                || is_heading_of_place_names(&column.heading)
                || is_institution_heading(&column.heading);
            is_open
                && is_place_heading(&column.heading)
                && (columns[*at].profile.are_words() || columns[*at].profile.most_satisfy(is_place))
        })
        .or_else(|| {
            let unnamed = columns.first()?.heading.trim().is_empty();
            let known =
                |text: &str| is_place(text) || is_whole(text) || splits && may_be_place(text);
            let are_places = columns[0].profile.most_satisfy(known)
                && columns[0].profile.most_satisfy(|text| !is_whole(text));
            (unnamed && are_places).then_some(0)
        })
        .or_else(|| {
            let of_offices = |at: &usize| is_office_heading(&columns[*at].heading);
            // Under a title that splits them, "Pác Nặm" needs no word for its kind.
            let counts = counts_several(columns) || !rates_of_counts(columns).is_empty();
            let spends = columns.iter().any(|column| act_alone(&column.heading).is_some());
            let is_titled = title.name.is_some() && (has_one_pair(columns) || spends);
            let known = |text: &str| {
                is_place(text)
                    || splits && (is_whole(text) || may_be_place(text))
                    || (counts || spends) && is_office(text)
            };
            let are_places = |at: &usize| columns[*at].profile.most_satisfy(known);
            // Next to other names, they are what those are of.
            let is_only = |at: &usize| {
                let mut others = (0..columns.len()).filter(|other| other != at);
                others.all(|at| columns[at].role == Role::Note || !columns[at].profile.are_names())
            };
            let is_wanted = |at: &usize| of_offices(at) && are_places(at) && is_only(at);
            let open = splits || is_titled || counts || spends || name_measures(columns);
            (0..columns.len()).filter(|_| open).find(is_wanted)
        })
        .or_else(|| places_beside_units(columns))
        .or_else(|| column_of_offices(columns))
        .or_else(|| column_of_scored(columns))
}

/// The column "Đơn vị" next to another one of units: it names places, or schools and the like.
fn places_beside_units(columns: &[HeaderColumn]) -> Option<usize> {
    let is_open = |column: &HeaderColumn| matches!(column.role, Role::Unit | Role::Unknown);
    let of_units = |column: &HeaderColumn| is_open(column) && column.profile.most_satisfy(is_unit);
    let of_places = |at: &usize| {
        let column = &columns[*at];
        let named = |text: &str| is_place(text) || may_be_place(text) && !is_office(text);
        is_open(column) && is_office_heading(&column.heading) && column.profile.most_satisfy(named)
    };
    let at = (0..columns.len()).find(of_places)?;
    let mut others = columns.iter().enumerate().filter(|(other, _)| *other != at);
    others.any(|(_, column)| of_units(column)).then_some(at)
}

/// Whether the only plan and its result have headings that name nothing, and no other column says of when its values
/// are, so that the pair may continue them.
fn has_unnamed_pair(columns: &[HeaderColumn]) -> bool {
    let names_none = |column: &HeaderColumn| subjects(&column.heading).is_empty();
    let is_value = |column: &&HeaderColumn| column.is_plan_or_actual();
    let of_period = |column: &HeaderColumn| {
        let when = HeadingPeriod::of(&key(&column.heading));
        !names_none(column) && (when.year.is_some() || when.part || when.previous)
    };
    has_one_pair(columns)
        && columns.iter().filter(is_value).all(names_none)
        && !columns.iter().any(of_period)
}

/// Whether a table has one plan and its result.
fn has_one_pair(columns: &[HeaderColumn]) -> bool {
    indices(columns, HeaderColumn::is_plan).count() == 1
        && indices(columns, HeaderColumn::is_actual).count() == 1
}

/// Whether there are several plans and results, and each of their headings names what it measures: "Số người tham gia
/// BHYT · KH".
fn name_measures(columns: &[HeaderColumn]) -> bool {
    let named =
        |column: &HeaderColumn| !column.is_plan_or_actual() || !measure(&column.heading).is_empty();
    indices(columns, HeaderColumn::is_plan).count() > 1
        && indices(columns, HeaderColumn::is_actual).count() > 1
        && columns.iter().all(named)
}

/// Whether several columns count something else: "Tổng số hộ", "Hộ nghèo cuối năm · Số hộ".
fn counts_several(columns: &[HeaderColumn]) -> bool {
    let counts = |column: &&HeaderColumn| {
        column.role == Role::Unknown && column.profile.are_figures() && is_count(&column.heading)
    };
    columns.iter().filter(counts).count() > 1
}

/// The column of offices, if the other columns only count what each of them does: "Đơn vị | Đã nhận | Đã giải quyết".
fn column_of_offices(columns: &[HeaderColumn]) -> Option<usize> {
    let is_open = |column: &HeaderColumn| {
        // "Tỷ lệ đúng hạn (%)" is a result where nothing else is one.
        let is_rate = matches!(column.role, Role::Actual(_)) && column.heading.contains('%');
        is_rate
            || matches!(
                column.role,
                Role::Unknown
                    | Role::Mark
                    | Role::Note
                    | Role::Comparison(Comparison::Rate | Comparison::Either)
            )
    };
    let of_offices = |at: &usize| {
        let text = &columns[*at].heading;
        (is_office_heading(text) || is_heading_of_offices(text))
            && columns[*at].profile.most_satisfy(is_office)
    };
    let at = (0..columns.len()).find(of_offices)?;
    let mut others = (0..columns.len()).filter(|other| *other != at);
    let counted = |other: &usize| {
        columns[*other].role == Role::Unknown && columns[*other].profile.are_figures()
    };
    (others.clone().filter(counted).count() > 1 && others.all(|other| is_open(&columns[other])))
        .then_some(at)
}

/// The columns that are indicators where the rows are not: those of figures that are neither a numbering nor codes.
fn indicator_columns(
    columns: &[HeaderColumn],
    (place, period): (Option<usize>, Option<usize>),
) -> Vec<usize> {
    let has_plans = columns.iter().any(|column| matches!(column.role, Role::Plan(_)));
    let words: Vec<Vec<String>> = columns
        .iter()
        .filter(|column| column.is_plan_or_actual())
        .map(|column| measure(&column.heading))
        .collect();
    // "Tỷ lệ hộ nghèo (%)" next to the plan and the result of something else.
    let is_other = |heading: &str| {
        let own = measure(heading);
        !own.is_empty() && words.iter().all(|words| shared(words, &own) == 0)
    };
    let rates = rates_of_counts(columns);
    // Where a result is named, the percentages of plan are not named after something else.
    let counted = words.iter().any(|words| !words.is_empty());
    let is_indicator = |at: &usize| {
        let column = &columns[*at];
        let is_key = Some(*at) == place || Some(*at) == period;
        let open = match column.role {
            Role::Unknown | Role::Actual(_) | Role::Plan(_) => true,
            _ if rates.contains(at) => true,
            // "Tỷ lệ hộ nghèo (%)" is an indicator; "Tỷ lệ (%)" compares others.
            // "Tốc độ tăng GRDP (%)" of each year; "Tốc độ tăng (%)" is the change of the column before it.
            Role::Comparison(Comparison::Growth) => {
                let sides = ComparisonSides::of(&column.heading);
                let is_named = !measure(&column.heading).is_empty() && sides.base.is_none();
                period.is_some() && place.is_none() && is_named
            }
            // "Tỷ trọng công nghiệp (%)" is a rate; "Tỷ trọng (%)" is the share of the column before it.
            Role::Comparison(Comparison::Share) => !measure(&column.heading).is_empty(),
            Role::Comparison(Comparison::Rate | Comparison::Either) => match has_plans {
                true => (counted || is_no_ratio(columns, *at)) && is_other(&column.heading),
                false => !measure(&column.heading).is_empty() && !compares_periods(columns, column),
            },
            _ => false,
        };
        open && !is_key
            && !column.heading.trim().is_empty()
            && !is_code_heading(&column.heading)
            && columns[*at].profile.are_figures()
    };
    (0..columns.len()).filter(is_indicator).collect()
}

/// Adds the criteria that places reach, if there are several, and the ratings of places next to other indicators.
fn add_worded(
    columns: &[HeaderColumn],
    (place, period): (Option<usize>, Option<usize>),
    to: &mut Vec<usize>,
) {
    let is_own = |at: &usize| Some(*at) != place && Some(*at) != period;
    let criteria: Vec<usize> = indices(columns, is_of_verdicts).filter(is_own).collect();
    if criteria.len() > 1 {
        to.extend(criteria);
    }
    if count_measures(columns, to) > 1 {
        to.extend(indices(columns, is_of_ratings).filter(is_own));
    }
    to.sort_unstable();
    to.dedup();
}

/// The number of different measures or units among columns: "Kế hoạch" and "Thực hiện" are of the same one.
fn count_measures(columns: &[HeaderColumn], among: &[usize]) -> usize {
    let mut found: Vec<(Vec<String>, Option<&str>)> = Vec::new();
    for at in among {
        let (words, unit) = (measure(&columns[*at].heading), columns[*at].unit.as_deref());
        let is_known = found.iter().any(|(known, of)| {
            is_same(known, &words) && of.zip(unit).is_none_or(|(of, unit)| of == unit)
        });
        if !is_known {
            found.push((words, unit));
        }
    }
    found.len()
}
