//! Finds the columns that say of when each row is, which places its place is in, and how final its figures are.

use super::column_profile::ColumnProfile;
use super::header_column::{Change, HeaderColumn, first_unnamed, indices};
use super::name_heading::is_goal_heading;
use crate::lexicon::open_age::is_open_age;
use crate::lexicon::period::is_period;
use crate::lexicon::period_cell::is_period_cell;
use crate::lexicon::period_words::HeadingPeriod;
use crate::lexicon::place::{
    is_all_classes, is_class, is_class_heading, is_code_heading, is_institution_heading,
    is_period_heading, is_place, is_place_heading, is_state_of_data, may_be_place,
    part_of_year_heading,
};
use crate::lexicon::place_level::PlaceLevel;
use crate::lexicon::role::Role;

/// The column of the periods: one whose heading says so, or the first one without a heading; its cells are periods.
pub(super) fn period_column(columns: &[HeaderColumn]) -> Option<usize> {
    let are_periods = |at: &usize| columns[*at].profile.are_all(is_period_cell);
    let named = |at: &usize| is_period_heading(&columns[*at].heading) && are_periods(at);
    // "Năm" goes before "Tháng", which it completes.
    let whole = |at: &usize| named(at) && part_of_year_heading(&columns[*at].heading).is_none();
    let first = || first_unnamed(columns).filter(are_periods);
    (0..columns.len()).find(whole).or_else(|| (0..columns.len()).find(named)).or_else(first)
}

/// The column of the months or quarters of the years in the column `year`: "1", "II", "Tháng 3".
pub(super) fn part_of_year(columns: &[HeaderColumn], year: Option<usize>) -> Option<usize> {
    let year = year?;
    let is_year = |text: &str| text.trim().len() == 4 && is_period(text);
    if !columns[year].profile.are_all(is_year) {
        return None;
    }
    let is_part = |at: &usize| {
        let column = &columns[*at];
        let Some(word) = part_of_year_heading(&column.heading).filter(|_| *at != year) else {
            return false;
        };
        column.profile.are_all(|text| is_period(text) || is_period(&format!("{word} {text}")))
    };
    (0..columns.len()).find(is_part)
}

/// The columns that name the place of each row.
pub(super) struct PlaceColumns {
    pub(super) finest: Option<usize>,
    /// The columns of the places that these are in, the coarsest first.
    pub(super) upper: Vec<usize>,
}

/// The column of the finest places where several columns name some, and the others from the
/// coarsest on: "Tỉnh | Huyện | Xã". `first` is the only one, or one of them.
pub(super) fn finest_place(columns: &[HeaderColumn], first: Option<usize>) -> PlaceColumns {
    let of_places = |at: &usize| {
        let column = &columns[*at];
        let heading = &column.heading;
        let is_open = matches!(column.role, Role::Unknown | Role::Section | Role::Aside)
            || Some(*at) == first
            || column.role == Role::Name && PlaceLevel::of_heading(heading).is_some();
        is_open
            && is_place_heading(heading)
            && !is_institution_heading(heading)
            && may_name_places(&column.profile)
    };
    let mut all: Vec<usize> = (0..columns.len()).filter(of_places).collect();
    if all.len() < 2 || first.is_none_or(|first| !all.contains(&first)) {
        return PlaceColumns { finest: first, upper: Vec::new() };
    }
    let level = |at: &usize| PlaceLevel::of_heading(&columns[*at].heading);
    match all.iter().all(|at| level(at).is_some()) {
        true => all.sort_by_key(|at| (level(at), *at)),
        false => all.sort_by_key(|at| (columns[*at].profile.count_distinct(), *at)),
    }
    PlaceColumns { finest: all.pop(), upper: all }
}

/// Whether cells may be names of places: words, names such as "Quận 3" and "Phường 14", or some of both.
pub(super) fn may_name_places(profile: &ColumnProfile) -> bool {
    let is_word = |text: &str| {
        text.contains(char::is_alphabetic) && !text.contains(|c: char| c.is_ascii_digit())
    };
    profile.are_words()
        || profile.most_satisfy(is_place)
        || profile.most_satisfy(|text| is_place(text) || is_word(text))
}

/// Whether a column names the places of indicators in a table without periods: names of places, of which some have
/// several rows or all are the same, or which are next to the same indicator in all rows.
pub(super) fn places_rows(columns: &[HeaderColumn], place: usize) -> bool {
    let column = &columns[place];
    let named = column.profile.most_satisfy(|text| is_place(text) || may_be_place(text));
    let of_names = |at: usize| at != place && columns[at].role == Role::Name;
    let name = (0..columns.len()).find(|at| of_names(*at));
    let repeats = |profile: &ColumnProfile| profile.count_distinct() < profile.filled().count();
    let is_alone = column.profile.filled().count() == 1;
    named
        && !is_institution_heading(&column.heading)
        && name.is_some_and(|name| {
            is_alone || repeats(&columns[name].profile) || repeats(&column.profile)
        })
}

/// The columns whose cells say how final the figures are: "Ước", "Sơ bộ", "Chính thức".
pub(super) fn states(columns: &[HeaderColumn]) -> Vec<usize> {
    let says = |column: &HeaderColumn| {
        let is_note = column.role == Role::Note;
        let states = column.profile.filled().filter(|text| is_state_of_data(text)).count();
        let is_open = matches!(column.role, Role::Unknown | Role::Aside | Role::Verdict);
        states > 0 && (is_note || is_open && column.profile.are_all(is_state_of_data))
    };
    indices(columns, says).collect()
}

/// Takes the ids from a column of codes that are those of the places, which several indicators share.
pub(super) fn place_codes(
    columns: &[HeaderColumn],
    place: Option<usize>,
    are_rows: bool,
) -> Vec<Change> {
    let Some(place) = place else { return Vec::new() };
    let name = (0..columns.len()).find(|at| *at != place && columns[*at].role == Role::Name);
    let is_of_place = |at: &usize| {
        let column = &columns[*at];
        let profile = &column.profile;
        let of_name = name.is_some_and(|name| columns[name].profile.decides(profile));
        column.role == Role::Id
            && is_code_heading(&column.heading)
            && (are_rows || columns[place].profile.decides(profile) && !of_name)
    };
    let all = (0..columns.len()).filter(is_of_place);
    all.map(|at| Change::Role(at, Role::Aside)).collect()
}

/// The columns of "Goal" or "Target" in a long table that are codes, and no plans: several next to
/// each other, or without a column of results in words.
pub(super) fn goal_codes(columns: &[HeaderColumn]) -> Vec<usize> {
    let is_goal = |column: &HeaderColumn| is_goal_heading(&column.heading);
    let all: Vec<usize> = indices(columns, is_goal).collect();
    let has_results = columns.iter().any(|column| {
        let key = column.heading.trim().to_lowercase();
        column.is_actual() && !matches!(key.as_str(), "value" | "giá trị" | "số liệu")
    });
    // "Target" next to "Value" has figures that are no codes of goals, or that the name of the
    // indicator does not decide.
    let are_targets = |at: usize| {
        let profile = &columns[at].profile;
        let mut names = columns.iter().filter(|column| column.role == Role::Name);
        has_results
            || !profile.are_all(is_goal_code)
            || names.next().is_some_and(|names| !names.profile.decides(profile))
    };
    match all[..] {
        [only] if columns[only].profile.are_figures() && are_targets(only) => Vec::new(),
        _ => all,
    }
}

/// Whether a text may be the number of one of the 17 goals, or of a target of one: "3", "3.2", "17.11".
fn is_goal_code(text: &str) -> bool {
    let (goal, target) = text.trim().split_once('.').unwrap_or((text.trim(), "1"));
    let is_below = |number: &str, most: u8| number.parse::<u8>().is_ok_and(|it| it <= most);
    is_below(goal, 17) && is_below(target, 19)
}

/// The columns of classes in a table; one with the same class in all rows is none, nor one
/// that changes already give another role.
pub(super) fn class_columns(columns: &[HeaderColumn], changes: &[Change]) -> Vec<usize> {
    let is_open = |at: &usize| !changes.iter().any(|change| change.column() == *at);
    let is_class = |column: &HeaderColumn| {
        matches!(column.role, Role::Unknown | Role::Section)
            && is_class_heading(&column.heading)
            && !column.profile.is_constant()
    };
    indices(columns, is_class).filter(is_open).collect()
}

/// The columns of classes in which each row is of all classes or of one age without an end, which
/// is what the figures are of and splits none: "15 trở lên" next to "Tất cả".
pub(super) fn universe_columns(columns: &[HeaderColumn]) -> Vec<usize> {
    let is_universe = |column: &HeaderColumn| {
        let mut ages = column.profile.filled().filter(|text| !is_all_classes(text));
        let first = ages.next();
        matches!(column.role, Role::Unknown | Role::Section)
            && is_class_heading(&column.heading)
            && first.is_some_and(|first| is_open_age(first) && ages.all(|age| age == first))
    };
    indices(columns, is_universe).collect()
}

/// Whether a column of classes splits the rows of a table without a period for each: nearly all its cells are known
/// classes, or the names next to them repeat.
pub(super) fn splits_rows(columns: &[HeaderColumn], classes: usize) -> bool {
    let column = &columns[classes];
    let known = |text: &str| is_class(text) || is_all_classes(text);
    let names = columns.iter().find(|column| column.role == Role::Name);
    let repeat = names
        .is_some_and(|names| names.profile.count_distinct() * 2 <= names.profile.filled().count());
    column.profile.most_satisfy(known) || column.role == Role::Unknown && repeat
}

/// Whether the value columns are of several periods that make a series: three, or two with both a plan and a result.
/// The results of this year and of the year before are one slice.
pub(super) fn has_periods(columns: &[HeaderColumn]) -> bool {
    struct Reported<'c> {
        when: &'c HeadingPeriod,
        has_plan: bool,
        has_actual: bool,
    }
    let mut periods: Vec<Reported<'_>> = Vec::new();
    for column in columns {
        let (when, is_plan) = match &column.role {
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
        match periods.iter_mut().find(|known| same(known.when)) {
            Some(known) => {
                known.has_plan |= is_plan;
                known.has_actual |= !is_plan;
            }
            None => periods.push(Reported { when, has_plan: is_plan, has_actual: !is_plan }),
        }
    }
    let reached = periods.iter().filter(|one| one.has_actual).count();
    let complete = periods.iter().filter(|one| one.has_plan && one.has_actual).count();
    reached > 2 || complete > 1
}
