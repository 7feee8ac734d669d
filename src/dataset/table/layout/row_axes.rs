//! Finds what the rows of a table are: indicators, places ("Ba Bể", "Chợ Đồn") or periods (2021, 2022); and the
//! columns that name the place and the period of each row, as in a long table with one value a row.

use super::column_profile::ColumnProfile;
use super::name_heading::is_goal_heading;
use super::title_subject::TitleSubject;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::measure::{is_same, measure};
use crate::lexicon::period::is_period;
use crate::lexicon::period_words::HeadingPeriod;
use crate::lexicon::phrases::key;
use crate::lexicon::place::{
    is_class_heading, is_code_heading, is_heading_of_kinds, is_heading_of_offices,
    is_office_heading, is_period_heading, is_place, is_place_heading, is_whole, may_be_place,
};
use crate::lexicon::role::{Heading, Role};
use crate::lexicon::subject::subjects;
use crate::lexicon::unit::is_office;

/// What the rows of a table are, and what names their place and period. Columns are counted from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::dataset::table) struct RowAxes {
    pub(in crate::dataset::table) rows: RowKind,
    /// The column of the place of each row.
    pub(in crate::dataset::table) place: Option<usize>,
    /// The column of the period of each row.
    pub(in crate::dataset::table) period: Option<usize>,
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
    /// Decides what the rows are. Gives the column of the names its role, and the role of an actual to columns of
    /// indicators, whose headings are names and no words for a result.
    pub(super) fn decide(
        columns: &mut [Heading],
        profiles: &[ColumnProfile],
        title: &TitleSubject,
    ) -> Self {
        let period = period_column(columns, profiles);
        let place = place_column(columns, profiles, title).filter(|place| Some(*place) != period);
        let name = (0..columns.len()).find(|at| {
            let own = Some(*at) != place && Some(*at) != period;
            own && columns[*at].role == Role::Name && profiles[*at].are_names()
        });
        if name.is_some() {
            let rows = RowKind::Indicators;
            // Without a period for each row, a column of places is one of offices or sections.
            let place = place.filter(|_| period.is_some() || has_periods(columns));
            if let Some(at) = period {
                columns[at].role = Role::Aside;
                // In a long table "Goal" and "Target" are codes.
                let goals = columns.iter_mut().filter(|column| is_goal_heading(&column.text));
                goals.for_each(|column| column.role = Role::Aside);
            }
            if let Some(at) = place {
                columns[at].role = Role::Aside;
            }
            return Self { rows, place, period, classes: classes(columns, profiles, period) };
        }
        let Some(names) = place.or(period) else { return Self::default() };
        let indicators = indicator_columns(columns, profiles, (place, period));
        let has_values = columns.iter().any(|column| is_value(&column.role));
        let several = count_measures(columns, &indicators) > 1;
        // A table of one measure that no title names is a list of places, each with its figure.
        let is_titled = || {
            let is_named = indicators.iter().any(|at| !subjects(&columns[*at].text).is_empty());
            !is_named && place.is_some_and(|at| is_of_title(columns, &profiles[at], title))
        };
        let is_list = place.is_some()
            && period.is_none()
            && !several
            && !has_periods(columns)
            && !is_titled();
        if is_list || indicators.is_empty() && !has_values {
            return Self::default();
        }
        for at in indicators {
            if matches!(columns[at].role, Role::Unknown | Role::Comparison(_)) {
                columns[at].role = Role::Actual(HeadingPeriod::of(&key(&columns[at].text)));
            }
        }
        columns[names].role = Role::Name;
        if let Some(at) = period.filter(|at| *at != names) {
            columns[at].role = Role::Aside;
        }
        let rows = if place.is_some() { RowKind::Places } else { RowKind::Periods };
        let period = period.filter(|at| *at != names);
        Self { rows, place: None, period, classes: classes(columns, profiles, period) }
    }

    /// Whether the headings of a row and the columns below it may be a table whose rows are places or periods.
    pub(super) fn are_likely(columns: &[Heading], profiles: &[ColumnProfile]) -> bool {
        let mut columns = columns.to_vec();
        let axes = Self::decide(&mut columns, profiles, &TitleSubject::default());
        let is_keyed = axes.rows != RowKind::Indicators || axes.period.is_some();
        is_keyed && columns.iter().any(|column| is_value(&column.role))
    }
}

/// Whether the rows may be places of the indicator that the title names. A ranking of places is a list of them.
fn is_of_title(columns: &[Heading], places: &ColumnProfile, title: &TitleSubject) -> bool {
    let ranks = |column: &Heading| {
        matches!(column.role, Role::Rank(_) | Role::Scale) || column.is_of_scores()
    };
    let named = |text: &str| is_place(text) || is_whole(text) || may_be_place(text);
    title.name.is_some() && !columns.iter().any(ranks) && places.most_satisfy(named)
}

/// The column of the places: the first whose heading says so and whose cells are words, or the first of all, without a
/// heading, over names of places. Under a title that splits places it may be headed "Đơn vị".
fn place_column(
    columns: &[Heading],
    profiles: &[ColumnProfile],
    title: &TitleSubject,
) -> Option<usize> {
    let splits = title.splits_places;
    (0..columns.len())
        .find(|at| {
            // "Huyện / Chỉ tiêu" is over places and the indicators below each of them.
            let heading = &columns[*at];
            let is_open = heading.role != Role::Name || is_heading_of_kinds(&heading.text);
            is_open
                && is_place_heading(&heading.text)
                && (profiles[*at].are_words() || profiles[*at].most_satisfy(is_place))
        })
        .or_else(|| {
            let unnamed = columns.first()?.text.trim().is_empty();
            let known =
                |text: &str| is_place(text) || is_whole(text) || splits && may_be_place(text);
            let are_places =
                profiles[0].most_satisfy(known) && profiles[0].most_satisfy(|text| !is_whole(text));
            (unnamed && are_places).then_some(0)
        })
        .or_else(|| {
            let of_offices = |at: &usize| is_office_heading(&columns[*at].text);
            let are_places = |at: &usize| profiles[*at].most_satisfy(is_place);
            // Next to other names, they are what those are of.
            let is_only = |at: &usize| {
                let mut others = (0..columns.len()).filter(|other| other != at);
                others.all(|at| columns[at].role == Role::Note || !profiles[at].are_names())
            };
            let is_wanted = |at: &usize| of_offices(at) && are_places(at) && is_only(at);
            (0..columns.len()).filter(|_| splits).find(is_wanted)
        })
        .or_else(|| column_of_offices(columns, profiles))
}

/// The column of offices, if the other columns only count what each of them does: "Đơn vị | Đã nhận | Đã giải quyết".
fn column_of_offices(columns: &[Heading], profiles: &[ColumnProfile]) -> Option<usize> {
    let is_open = |column: &Heading| {
        // "Tỷ lệ đúng hạn (%)" is a result where nothing else is one.
        let is_rate = matches!(column.role, Role::Actual(_)) && column.text.contains('%');
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
        let text = &columns[*at].text;
        (is_office_heading(text) || is_heading_of_offices(text))
            && profiles[*at].most_satisfy(is_office)
    };
    let at = (0..columns.len()).find(of_offices)?;
    let mut others = (0..columns.len()).filter(|other| *other != at);
    let counted =
        |other: &usize| columns[*other].role == Role::Unknown && profiles[*other].are_figures();
    (others.clone().filter(counted).count() > 1 && others.all(|other| is_open(&columns[other])))
        .then_some(at)
}

/// The column of the periods: one whose heading says so, or the first one without a heading; its cells are periods.
fn period_column(columns: &[Heading], profiles: &[ColumnProfile]) -> Option<usize> {
    let are_periods = |at: &usize| profiles[*at].are_all(is_period);
    let named =
        (0..columns.len()).find(|at| is_period_heading(&columns[*at].text) && are_periods(at));
    let first = || (columns.first()?.text.trim().is_empty() && are_periods(&0)).then_some(0);
    named.or_else(first)
}

/// The columns that are indicators where the rows are not: those of figures that are neither a numbering nor codes.
fn indicator_columns(
    columns: &[Heading],
    profiles: &[ColumnProfile],
    (place, period): (Option<usize>, Option<usize>),
) -> Vec<usize> {
    let has_plans = columns.iter().any(|column| matches!(column.role, Role::Plan(_)));
    let is_indicator = |at: &usize| {
        let heading = &columns[*at];
        let is_key = Some(*at) == place || Some(*at) == period;
        let open = match heading.role {
            Role::Unknown | Role::Actual(_) | Role::Plan(_) => true,
            // "Tỷ lệ hộ nghèo (%)" is an indicator; "Tỷ lệ (%)" compares others.
            Role::Comparison(Comparison::Rate | Comparison::Either) => {
                !has_plans && !measure(&heading.text).is_empty()
            }
            _ => false,
        };
        open && !is_key
            && !heading.text.trim().is_empty()
            && !is_code_heading(&heading.text)
            && profiles[*at].are_figures()
    };
    (0..columns.len()).filter(is_indicator).collect()
}

/// The columns of classes in a table with a period for each row; one with the same class in all rows is none. They
/// get the role of columns that are no values.
fn classes(
    columns: &mut [Heading],
    profiles: &[ColumnProfile],
    period: Option<usize>,
) -> Vec<usize> {
    let is_class = |at: &usize| {
        let open = matches!(columns[*at].role, Role::Unknown | Role::Section);
        open && is_class_heading(&columns[*at].text) && !profiles[*at].is_constant()
    };
    let found: Vec<usize> = match period {
        Some(_) => (0..columns.len()).filter(is_class).collect(),
        None => Vec::new(),
    };
    for at in &found {
        columns[*at].role = Role::Aside;
    }
    found
}

/// The number of different measures or units among columns: "Kế hoạch" and "Thực hiện" are of the same one.
fn count_measures(columns: &[Heading], among: &[usize]) -> usize {
    let mut found: Vec<(Vec<String>, Option<&str>)> = Vec::new();
    for at in among {
        let (words, unit) = (measure(&columns[*at].text), columns[*at].unit.as_deref());
        let is_known = found.iter().any(|(known, of)| {
            is_same(known, &words) && of.zip(unit).is_none_or(|(of, unit)| of == unit)
        });
        if !is_known {
            found.push((words, unit));
        }
    }
    found.len()
}

/// Whether the value columns are of several periods that make a series: three, or two with both a plan and a result.
/// The results of this year and of the year before are one slice.
fn has_periods(columns: &[Heading]) -> bool {
    let mut periods: Vec<(&HeadingPeriod, bool, bool)> = Vec::new();
    for column in columns {
        let (when, planned) = match &column.role {
            Role::Plan(when) => (when, true),
            Role::Actual(when) if !when.previous => (when, false),
            _ => continue,
        };
        if when.year.is_none() && !when.part {
            continue;
        }
        let same = |known: &HeadingPeriod| {
            (known.year, known.months, known.part) == (when.year, when.months, when.part)
        };
        match periods.iter_mut().find(|(known, ..)| same(known)) {
            Some((_, plan, actual)) => {
                *plan |= planned;
                *actual |= !planned;
            }
            None => periods.push((when, planned, !planned)),
        }
    }
    let reached = periods.iter().filter(|(.., actual)| *actual).count();
    let complete = periods.iter().filter(|(_, plan, actual)| *plan && *actual).count();
    reached > 2 || complete > 1
}

fn is_value(role: &Role) -> bool {
    matches!(role, Role::Plan(_) | Role::Actual(_))
}
