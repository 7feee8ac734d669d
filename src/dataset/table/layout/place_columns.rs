//! Finds columns that are of a place each: "Ba Bể | Chợ Đồn | …", or "Xã Hà Hiệu" over "KH" and "TH".

use std::collections::HashSet;
use std::sync::Arc;

use super::corrections::worded_indicators::is_of_verdicts;
use super::header_column::{Change, HeaderColumn, indices};
use super::titles::title_subject::TitleSubject;
use crate::lexicon::comparison_sides::without_unit;
use crate::lexicon::heading::Heading;
use crate::lexicon::phrases::{has, key};
use crate::lexicon::place::{
    is_group_of_places, is_heading_of_kinds, is_place, is_region, is_total, is_whole,
    is_word_of_values, may_be_place, without_merger,
};
use crate::lexicon::role::Role;
use crate::lexicon::subject::subjects;
use crate::lexicon::translated_place::without_translation;
use crate::text::one_line::one_line;

/// The places of the columns, if the value columns of the table are of several places. These
/// columns get the role that the rest of their headings says: if there is no rest, a plan next to
/// the plan that they split, or else an actual. The column of all places together is of the place
/// in the title, if that names one.
pub(super) fn places(columns: &[HeaderColumn], title: &TitleSubject) -> Vec<Change> {
    let named = columns.iter().any(|column| column.role == Role::Name);
    let is_like_names =
        |column: &HeaderColumn| column.role == Role::Unknown && column.profile.are_names();
    let values: Vec<usize> = indices(columns, may_be_value).collect();
    if values.len() < 2 || !named && !columns.iter().any(is_like_names) {
        return Vec::new();
    }
    let heading = |at: usize| columns[at].heading.as_str();
    // A level above them that says what they are is the best evidence: "Chia theo huyện".
    let grouped = values.iter().filter(|at| heading(**at).split(" · ").any(is_group_of_places));
    let are_grouped = grouped.count() * 2 > values.len();
    let named_by_words = names_with_words(columns);
    let level = |at: &usize| {
        let own = || named_by_words.iter().find(|(column, _)| column == at);
        place_level(heading(*at), are_grouped).or_else(|| Some(own()?.1.clone()))
    };
    let levels: Vec<Option<String>> = values.iter().map(level).collect();
    let mut distinct: Vec<&str> =
        levels.iter().flatten().map(String::as_str).filter(|level| !is_whole(level)).collect();
    distinct.sort_unstable();
    distinct.dedup();
    let known = distinct.iter().any(|level| is_place(without_merger(level)) || is_region(level));
    // "Toàn huyện" next to two names says that these are places.
    let is_certain_whole = |level: &String| is_whole(level) && !is_total(level);
    let whole = levels.iter().flatten().any(is_certain_whole);
    let certain = known || named && (are_grouped || whole || distinct.len() > 2);
    if distinct.len() < 2 || !certain || levels.iter().flatten().count() * 3 < values.len() * 2 {
        return Vec::new();
    }
    let placed = values.into_iter().zip(levels).filter_map(|(at, level)| Some((at, level?)));
    let mut unnamed = Heading::of("Thực hiện").role;
    let changes = placed.flat_map(|(at, level)| {
        if let Some(split) = split_plan(columns, at, title) {
            unnamed = split;
        }
        let of_title = title.is_own(&level);
        let changes = of_place(at, &columns[at], (&level, &unnamed));
        changes.into_iter().filter(move |one| !(of_title && matches!(one, Change::Place(..))))
    });
    changes.collect()
}

/// Takes the role from a heading that is the name of a place among those of others, though a word
/// of it is one of plans or results: "Giao Thủy" next to "Xuân Trường". What else the heading says
/// of the column decides, if anything does.
pub(super) fn places_named_like_values(columns: &[HeaderColumn]) -> Vec<Change> {
    let unnamed = |(at, name): (usize, String)| {
        let levels = columns[at].heading.split(" · ").filter(|level| one_line(level) != name);
        let rest = Heading::of(&levels.collect::<Vec<_>>().join(" · "));
        Change::Role(at, rest.role)
    };
    names_with_words(columns).into_iter().map(unnamed).collect()
}

/// The columns of which a level of the heading is the name of a place that has a word for plans,
/// results or comparisons, with that name: next to columns of other places on both sides, or on one
/// side where the words of other headings begin with small letters.
fn names_with_words(columns: &[HeaderColumn]) -> Vec<(usize, String)> {
    let levels = |at: usize| columns[at].heading.split(" · ").map(one_line);
    let is_bare = |level: &String| Heading::of(level).role == Role::Unknown && may_be_place(level);
    let is_open = |at: usize| columns[at].profile.are_figures();
    let names: Vec<Option<String>> = (0..columns.len())
        .map(|at| levels(at).find(|level| has_one_word_of_values(level)).filter(|_| is_open(at)))
        .collect();
    if names.iter().all(Option::is_none) {
        return Vec::new();
    }
    let mut others: Vec<String> = (0..columns.len())
        .filter(|at| is_open(*at))
        .filter_map(|at| levels(at).find(is_bare))
        .collect();
    others.sort_unstable();
    others.dedup();
    // "Chỉ tiêu", and not "Chỉ Tiêu": capitals are those of names.
    let has_small = (0..columns.len()).flat_map(levels).any(|level| is_small(&level));
    let has_large = (0..columns.len()).flat_map(levels).any(|level| is_heading_in_capitals(&level));
    let is_spelled = has_small && !has_large;
    let is_bare_at = |at: usize| levels(at).any(|level| is_bare(&level));
    let is_place = |at: usize| {
        is_bare_at(at)
            || levels(at).any(|level| is_whole(&level))
            || is_spelled && names[at].is_some()
    };
    let is_among = |at: usize, name: &String| {
        // The columns of one place may be several: "KH | TH" below its name.
        let is_other = |other: &usize| levels(*other).all(|level| level != *name);
        let left = (0..at).rev().find(is_other);
        let right = (at + 1..columns.len()).find(is_other);
        let (before, behind) = (left.is_some_and(is_place), right.is_some_and(is_place));
        let is_last = left.is_some_and(is_bare_at) && right.is_none_or(|at| !is_open(at));
        before && behind || is_last || is_spelled && (before || behind)
    };
    if others.len() + names.iter().flatten().count() < FEWEST_NAMES
        || others.len() < 2 && !is_spelled
    {
        return Vec::new();
    }
    let named = names.iter().enumerate().filter_map(|(at, name)| Some((at, name.as_ref()?)));
    named.filter(|(at, name)| is_among(*at, name)).map(|(at, name)| (at, name.clone())).collect()
}

/// The fewest names among which one with a word of plans or results is a place.
const FEWEST_NAMES: usize = 3;

/// Whether a level of a heading has the form of a name, and only one of its words is one of plans,
/// results or comparisons: "Giao Thủy", and not "Kế Hoạch", "Tỉnh Giao" or "Vốn Giao".
fn has_one_word_of_values(level: &str) -> bool {
    let words: Vec<&str> = level.split_whitespace().collect();
    let is_unknown = |text: &str| Heading::of(text).role == Role::Unknown;
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase) && !is_in_capitals(word);
    let is_name = |rest: &[&str]| {
        let rest = rest.join(" ");
        is_unknown(&rest) && !is_heading_of_kinds(&rest) && !is_word_of_values(&rest)
    };
    (2..=3).contains(&words.len())
        && words.iter().all(is_capital)
        && !is_unknown(level)
        && [
            words.split_first().map(|(one, rest)| (*one, rest)),
            words.split_last().map(|(one, rest)| (*one, rest)),
        ]
        .into_iter()
        .flatten()
        .any(|(one, rest)| !is_unknown(one) && is_name(rest))
}

fn is_in_capitals(text: &str) -> bool {
    !text.contains(char::is_lowercase)
}

/// Whether a level of a heading has several words, of which only the first begins with a capital: "Tổng số".
fn is_small(level: &str) -> bool {
    let mut words = level.split_whitespace();
    let is_first = words.next().is_some_and(|word| word.starts_with(char::is_uppercase));
    let rest: Vec<&str> = words.collect();
    is_first && !rest.is_empty() && rest.iter().all(|word| word.starts_with(char::is_lowercase))
}

/// Whether a level of a heading is one of a known role, all of whose words begin with capitals: "Kế
/// Hoạch", "Đơn Vị Tính".
fn is_heading_in_capitals(level: &str) -> bool {
    let mut words = level.split_whitespace();
    words.clone().count() > 1
        && !is_in_capitals(level)
        && words.all(|word| word.starts_with(char::is_uppercase))
        && Heading::of(level).role != Role::Unknown
        && !has_one_word_of_values(level)
}

/// The places of the columns of a table whose rows are periods, if all of its values are of places
/// of one indicator, which the title or a level above them names: "Dân số trung bình phân theo
/// huyện" above "Năm | Huyện Ba Bể | Huyện Na Rì".
pub(super) fn of_periods(columns: &[HeaderColumn], title: &TitleSubject) -> Vec<Change> {
    let values: Vec<usize> = indices(columns, HeaderColumn::is_plan_or_actual).collect();
    let heading = |at: &usize| columns[*at].heading.as_str();
    let grouped = |at: &usize| heading(at).split(" · ").any(is_group_of_places);
    let is_split = title.splits_places || values.iter().all(grouped);
    let level = |at: &usize| {
        let own = |level: &str| one_line(&without_unit(level));
        let mut levels = heading(at).split(" · ").map(own);
        levels.find(|own| {
            is_place(own) || is_region(own) || is_whole(own) || is_split && may_be_place(own)
        })
    };
    let Some(levels) = values.iter().map(level).collect::<Option<Vec<String>>>() else {
        return Vec::new();
    };
    let is_named = |at: &usize, place: &str| {
        subjects(heading(at)).iter().any(|own| own != place && !is_group_of_places(own))
    };
    let named =
        title.name.is_some() || values.iter().zip(&levels).all(|(at, place)| is_named(at, place));
    let places: HashSet<&String> = levels.iter().filter(|level| !is_whole(level)).collect();
    if places.len() < 2 || !named {
        return Vec::new();
    }
    let all = values.into_iter().zip(&levels).filter(|(_, level)| !title.is_own(level));
    all.map(|(at, level)| Change::Place(at, Arc::from(without_translation(level)))).collect()
}

/// Whether names are below the first column, and numbers below the names of known places in all
/// others: "| Cả nước | Tây Nguyên | Đông Nam Bộ".
pub(super) fn are_all_places(columns: &[HeaderColumn]) -> bool {
    let is_known = |text: &str| is_place(text) || is_region(text) || is_whole(text);
    let Some(first) = columns.iter().position(|column| column.profile.are_names()) else {
        return false;
    };
    let mut others = columns[first + 1..].iter();
    others.all(|column| is_known(&column.heading) && column.profile.are_figures())
        && !places(columns, &TitleSubject::default()).is_empty()
}

/// Whether a column contains numbers or verdicts, and nothing says that they are no values.
fn may_be_value(column: &HeaderColumn) -> bool {
    let open = column.role == Role::Unknown || column.is_value();
    open && !column.heading.is_empty() && (column.profile.are_figures() || is_of_verdicts(column))
}

/// The level of a heading that is a place; any unknown one may be where a level above says so.
fn place_level(heading: &str, are_grouped: bool) -> Option<String> {
    let levels = heading.split(" · ").filter(|level| !is_group_of_places(level)).map(one_line);
    let is_place = |level: &String| {
        let unknown = Heading::of(level).role == Role::Unknown;
        let named = without_merger(level);
        is_whole(level)
            || unknown
                && (is_place(named) || is_region(named) || may_be_place(named) || are_grouped)
    };
    levels.into_iter().find(is_place)
}

/// The role of the plan that is directly left of the first of some places: "Kế hoạch năm 2025 | Trong đó: Hòa An, Bảo
/// Lạc". Under a title of results, only words for a part say that the places split the plan.
fn split_plan(columns: &[HeaderColumn], at: usize, title: &TitleSubject) -> Option<Role> {
    let left = columns.get(at.checked_sub(1)?)?;
    let above = columns[at].heading.split(" · ").next().unwrap_or_default();
    let is_split = has(&key(above), &["chia ra", "trong do", "phan bo", "giao"]);
    let is_plan = left.is_plan() && (is_split || !title.results);
    is_plan.then(|| left.role.clone())
}

/// What makes a column one of a place, which is a level of its heading; `unnamed` is its role if
/// the heading names none.
fn of_place(at: usize, column: &HeaderColumn, (place, unnamed): (&str, &Role)) -> [Change; 3] {
    let levels = column.heading.split(" · ");
    let rest: Vec<&str> =
        levels.filter(|level| one_line(level) != place && !is_group_of_places(level)).collect();
    let rest = Heading::of(&rest.join(" · "));
    let role = match rest.role {
        Role::Unknown => unnamed.clone(),
        role => role,
    };
    let unit = rest.unit.or_else(|| column.unit.clone());
    [
        Change::Role(at, role),
        Change::Unit(at, unit),
        Change::Place(at, Arc::from(without_translation(place))),
    ]
}
