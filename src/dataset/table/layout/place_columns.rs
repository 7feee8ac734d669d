//! Finds columns that are of a place each: "Ba Bể | Chợ Đồn | …", or "Xã Hà Hiệu" over "KH" and "TH".

use std::collections::HashSet;
use std::sync::Arc;

use super::corrections::worded_indicators::is_of_verdicts;
use super::header_column::{Change, HeaderColumn, indices};
use super::titles::title_subject::TitleSubject;
use crate::lexicon::comparison_sides::without_unit;
use crate::lexicon::phrases::{has, key};
use crate::lexicon::place::{
    is_group_of_places, is_place, is_region, is_total, is_whole, may_be_place, without_merger,
};
use crate::lexicon::role::{Heading, Role};
use crate::lexicon::subject::subjects;
use crate::text::one_line::one_line;

/// The places of the columns, if the value columns of the table are of several places. These columns get the role
/// that the rest of their headings says: if there is no rest, a plan next to the plan that they split, or else an actual.
/// The column of all places together is of the place in the title, if that names one.
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
    let level = |at: &usize| place_level(heading(*at), are_grouped);
    let levels: Vec<Option<String>> = values.iter().map(level).collect();
    let mut distinct: Vec<&str> =
        levels.iter().flatten().map(String::as_str).filter(|level| !is_whole(level)).collect();
    distinct.sort_unstable();
    distinct.dedup();
    let known = distinct.iter().any(|level| is_place(without_merger(level)) || is_region(level));
    let certain = known || named && (are_grouped || distinct.len() > 2);
    if distinct.len() < 2 || !certain || levels.iter().flatten().count() * 3 < values.len() * 2 {
        return Vec::new();
    }
    let placed = values.into_iter().zip(levels).filter_map(|(at, level)| Some((at, level?)));
    let is_own = |level: &str| is_whole(level) && title.names_place || is_total(level);
    let mut unnamed = Heading::of("Thực hiện").role;
    let changes = placed.flat_map(|(at, level)| {
        if let Some(split) = split_plan(columns, at, title) {
            unnamed = split;
        }
        let of_title = is_own(&level);
        let changes = of_place(at, &columns[at], (&level, &unnamed));
        changes.into_iter().filter(move |one| !(of_title && matches!(one, Change::Place(..))))
    });
    changes.collect()
}

/// The places of the columns of a table whose rows are periods, if all of its values are of places of one indicator, which
/// the title or a level above them names: "Dân số trung bình phân theo huyện" above "Năm | Huyện Ba Bể | Huyện Na Rì".
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
    let is_own = |level: &str| is_whole(level) && title.names_place || is_total(level);
    let all = values.into_iter().zip(&levels).filter(|(_, level)| !is_own(level));
    all.map(|(at, level)| Change::Place(at, Arc::from(level.as_str()))).collect()
}

/// Whether names are below the first column, and numbers below the names of known places in all others: "| Cả nước | Tây
/// Nguyên | Đông Nam Bộ".
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

/// What makes a column one of a place, which is a level of its heading; `unnamed` is its role if the heading names none.
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
    [Change::Role(at, role), Change::Unit(at, unit), Change::Place(at, Arc::from(place))]
}
