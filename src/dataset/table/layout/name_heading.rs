//! Finds the columns of names, and what is left of them.

use super::column_profile::ColumnProfile;
use super::role_corrections::is_value;
use crate::lexicon::phrases::key;
use crate::lexicon::role::{Heading, Role};

/// The column of names: the one whose heading says so, or else the first left of the values that contains
/// names.
pub(super) fn find(columns: &[Heading], profiles: &[ColumnProfile]) -> Option<usize> {
    if let Some(name) = columns.iter().position(|column| column.role == Role::Name) {
        return Some(name);
    }
    let first_value = columns.iter().position(|column| is_value(&column.role));
    let first_value = first_value.or_else(|| {
        let ranks = |column: &Heading| matches!(column.role, Role::Rank(_));
        columns.iter().any(ranks).then_some(columns.len())
    })?;
    let holds_names = |at: &usize| profiles[*at].are_names();
    let of = |wanted: &dyn Fn(&Heading) -> bool| {
        (0..first_value).find(|at| wanted(&columns[*at]) && holds_names(at))
    };
    // "Đơn vị" means a commune or an office where the cells below are not units.
    let unknown = |column: &Heading| matches!(column.role, Role::Unknown | Role::Unit);
    let indices = |column: &Heading| unknown(column) && key(&column.text).starts_with("chi so");
    let name = of(&indices)
        .or_else(|| of(&|column| unknown(column) && names_places(&column.text)))
        .or_else(|| of(&unknown))
        .or_else(|| of(&|column| column.role == Role::Section));
    // Names may look like units, "Sinh viên", or be letters.
    let loose = |at: &usize| {
        let column = &columns[*at];
        !column.text.is_empty()
            && matches!(column.role, Role::Unknown | Role::Section | Role::Unit)
            && Heading::of(&column.text).role != Role::Unit
            && profiles[*at].are_distinct_words()
    };
    name.or_else(|| plan_over_names(columns, profiles))
        .or_else(|| (0..first_value).find(loose))
        .or_else(|| right_of_values(columns, profiles))
}

/// The column of names right of the values: the first of words, if no other unknown column is left of it.
fn right_of_values(columns: &[Heading], profiles: &[ColumnProfile]) -> Option<usize> {
    // Words that are not understood further left may be the names.
    let unknown = |column: &Heading| {
        let open = matches!(column.role, Role::Unknown | Role::Unit | Role::Section);
        open && !column.text.is_empty()
    };
    let open = |at: &usize| unknown(&columns[*at]) && profiles[*at].are_names();
    (0..columns.len()).find(open).filter(|at| !columns[..*at].iter().any(unknown))
}

/// Corrects the roles of the columns left of the names, which are in column `name`.
pub(super) fn correct_left(columns: &mut [Heading], name: usize, profiles: &[ColumnProfile]) {
    correct_goals(columns, name, profiles);
    let marked = columns.iter().any(|column| column.role == Role::Mark);
    if let Some(before) = name.checked_sub(1).filter(|_| !marked) {
        // A column of numbers left of the names needs no heading, or "Số" alone.
        let unnamed = matches!(key(&columns[before].text).as_str(), "" | "so");
        if unnamed && profiles[before].are_markers() {
            columns[before].role = Role::Mark;
        }
    }
}

/// Corrects the role of "Goal" and "Target" left of the names: codes of goals are not plans, and goals in
/// words are sections.
fn correct_goals(columns: &mut [Heading], name: usize, profiles: &[ColumnProfile]) {
    let other_plan = columns[name..].iter().any(|column| matches!(column.role, Role::Plan(_)));
    let columns = &mut columns[..name];
    let mut sections = columns.iter().any(|column| column.role == Role::Section);
    for (column, profile) in columns.iter_mut().zip(profiles) {
        let goal = is_goal_heading(&column.text);
        let planned = matches!(column.role, Role::Plan(_));
        if !(planned || goal && column.role == Role::Unknown) {
            continue;
        }
        // A plan may be left of the names, and codes of goals come in order.
        let codes = || other_plan || profile.are_in_order();
        if planned && profile.are_figures() && !(goal && codes()) {
            continue;
        }
        let section = goal && !sections && profile.are_names();
        column.role = if section { Role::Section } else { Role::Unknown };
        sections |= section;
    }
}

/// Whether a heading is "Goal" or "Target" alone.
pub(super) fn is_goal_heading(text: &str) -> bool {
    matches!(key(text).as_str(), "muc tieu" | "goal" | "goals" | "target" | "targets")
}

/// Whether a heading names places or offices: "Tỉnh, thành phố", "Bộ, cơ quan trung ương".
fn names_places(text: &str) -> bool {
    const PLACES: &[&str] = &[
        "tinh",
        "thanh pho",
        "huyen",
        "xa",
        "phuong",
        "dia phuong",
        "don vi",
        "co quan",
        "bo",
        "so",
        "truong",
        "benh vien",
        "province",
        "provinces",
        "district",
        "commune",
        "council",
        "authority",
    ];
    let key = key(text);
    PLACES.iter().any(|place| {
        key.strip_prefix(place).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })
}

/// The first column of values if it contains names and others contain the values: "Chỉ tiêu Nghị quyết" is
/// not a plan then.
pub(super) fn plan_over_names(columns: &[Heading], profiles: &[ColumnProfile]) -> Option<usize> {
    let mut values = (0..columns.len()).filter(|at| is_value(&columns[*at].role));
    let first = values.next()?;
    (values.count() > 1 && profiles[first].are_names()).then_some(first)
}

/// The columns that contain names. There are several where the heading of the names is merged over several
/// columns (one for each level), or where a second column of names follows and the first contains groups.
/// `merged` are the column ranges that cells of the header are merged over.
pub(super) fn all(
    name: usize,
    merged: &[(usize, usize)],
    columns: &[Heading],
    profiles: &[ColumnProfile],
) -> Vec<usize> {
    let merge = merged.iter().find(|(first, _)| *first == name);
    let last = merge.map_or(name, |(_, last)| (*last).min(columns.len().saturating_sub(1)));
    let values = columns.iter().position(|column| is_value(&column.role)).unwrap_or(columns.len());
    let second = (last + 1..values)
        .find(|at| columns[*at].role == Role::Name && profiles[name].are_groups_of(&profiles[*at]));
    (name..=last).chain(second).collect()
}
