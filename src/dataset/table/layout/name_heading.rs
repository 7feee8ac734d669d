//! Finds the columns of names, and what is left of them.

use super::header_column::{Change, Correction, HeaderColumn};
use crate::lexicon::column_words::NAMED_PLACES;
use crate::lexicon::heading::Heading;
use crate::lexicon::phrases::key;
use crate::lexicon::role::Role;

/// The column of names: the one whose heading says so, or else the first left of the values that contains
/// names.
pub(super) fn find(columns: &[HeaderColumn]) -> Option<usize> {
    if let Some(name) = position(columns) {
        return Some(name);
    }
    let first_value = columns.iter().position(HeaderColumn::is_value);
    let first_value = first_value.or_else(|| {
        let ranks = |column: &HeaderColumn| matches!(column.role, Role::Rank(_));
        columns.iter().any(ranks).then_some(columns.len())
    })?;
    let holds_names = |at: &usize| columns[*at].profile.are_names();
    let of = |wanted: &dyn Fn(&HeaderColumn) -> bool| {
        (0..first_value).find(|at| wanted(&columns[*at]) && holds_names(at))
    };
    // "Đơn vị" means a commune or an office where the cells below are not units.
    let unknown = |column: &HeaderColumn| matches!(column.role, Role::Unknown | Role::Unit);
    let indices =
        |column: &HeaderColumn| unknown(column) && key(&column.heading).starts_with("chi so");
    let name = of(&indices)
        .or_else(|| of(&|column| unknown(column) && names_places(&column.heading)))
        .or_else(|| of(&unknown))
        .or_else(|| of(&|column| column.role == Role::Section));
    // Names may look like units, "Sinh viên", or be letters.
    let loose = |at: &usize| {
        let column = &columns[*at];
        !column.heading.is_empty()
            && matches!(column.role, Role::Unknown | Role::Section | Role::Unit)
            && Heading::of(&column.heading).role != Role::Unit
            && columns[*at].profile.are_distinct_words()
    };
    name.or_else(|| plan_over_names(columns))
        .or_else(|| (0..first_value).find(loose))
        .or_else(|| right_of_values(columns))
}

/// The column of names right of the values: the first of words, if no other unknown column is left of it.
fn right_of_values(columns: &[HeaderColumn]) -> Option<usize> {
    // Words that are not understood further left may be the names.
    let unknown = |column: &HeaderColumn| {
        let open = matches!(column.role, Role::Unknown | Role::Unit | Role::Section);
        open && !column.heading.is_empty()
    };
    let open = |at: &usize| unknown(&columns[*at]) && columns[*at].profile.are_names();
    (0..columns.len()).find(open).filter(|at| !columns[..*at].iter().any(unknown))
}

/// The corrections of the columns left of the names, once these are known: whether there is a column of markers is
/// seen independently of the goals.
pub(super) const LEFT_OF_NAMES: &[Correction] = &[goals, markers];

/// Corrects the role of "Goal" and "Target" left of the names: codes of goals are not plans, and goals in
/// words are sections.
fn goals(columns: &[HeaderColumn]) -> Vec<Change> {
    let Some(name) = position(columns) else { return Vec::new() };
    let (left, right) = columns.split_at(name);
    let other_plan = right.iter().any(HeaderColumn::is_plan);
    let mut has_section = left.iter().any(|column| column.role == Role::Section);
    let mut found = Vec::new();
    for (at, column) in left.iter().enumerate() {
        // "Outcome" over words, next to the results themselves.
        let outcome = is_outcome_heading(&column.heading) && column.profile.are_names();
        let goal = is_goal_heading(&column.heading) || outcome;
        let planned = column.is_plan();
        if !(planned || outcome || goal && column.role == Role::Unknown) {
            continue;
        }
        // A plan may be left of the names, and codes of goals come in order.
        let codes = || other_plan || column.profile.are_in_order();
        if planned && column.profile.are_figures() && !(goal && codes()) {
            continue;
        }
        let is_section = goal && !has_section && column.profile.are_names();
        found.push(Change::Role(at, if is_section { Role::Section } else { Role::Unknown }));
        has_section |= is_section;
    }
    found
}

/// Makes a column of numbers next to the names that of the markers: it needs no heading, or "Số" alone.
fn markers(columns: &[HeaderColumn]) -> Vec<Change> {
    let before = position(columns).and_then(|name| name.checked_sub(1));
    let is_marked = columns.iter().any(|column| column.role == Role::Marker);
    let are_markers = |at: &usize| {
        let column = &columns[*at];
        matches!(key(&column.heading).as_str(), "" | "so") && column.profile.are_markers()
    };
    let markers = before.filter(|at| !is_marked && are_markers(at));
    markers.map(|at| Change::Role(at, Role::Marker)).into_iter().collect()
}

/// The first column with the role of names.
fn position(columns: &[HeaderColumn]) -> Option<usize> {
    columns.iter().position(|column| column.role == Role::Name)
}

/// Whether a heading is "Goal" or "Target" alone.
pub(super) fn is_goal_heading(text: &str) -> bool {
    matches!(key(text).as_str(), "muc tieu" | "goal" | "goals" | "target" | "targets")
}

/// Whether a heading is "Outcome" or "Output" alone, as in the framework of a programme.
fn is_outcome_heading(text: &str) -> bool {
    matches!(
        key(text).as_str(),
        "outcome" | "outcomes" | "output" | "outputs" | "result" | "results" | "ket qua" | "dau ra"
    )
}

/// Whether a heading names places or offices: "Tỉnh, thành phố", "Bộ, cơ quan trung ương".
fn names_places(text: &str) -> bool {
    let key = key(text);
    NAMED_PLACES.iter().any(|place| {
        key.strip_prefix(*place).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })
}

/// The first column of values if it contains names and others contain the values: "Chỉ tiêu Nghị quyết" is
/// not a plan then.
pub(super) fn plan_over_names(columns: &[HeaderColumn]) -> Option<usize> {
    let mut values = (0..columns.len()).filter(|at| columns[*at].is_value());
    let first = values.next()?;
    (values.count() > 1 && columns[first].profile.are_names()).then_some(first)
}

/// Whether a column names the criterion whose contents are in another one: "Tên tiêu chí" next to "Nội dung tiêu chí".
fn is_criterion_of(outer: &HeaderColumn, inner: &HeaderColumn) -> bool {
    let criterion = matches!(key(&outer.heading).as_str(), "tieu chi" | "ten tieu chi");
    let content = key(&inner.heading).starts_with("noi dung");
    criterion && content && inner.profile.are_names()
}

/// The columns that contain names. There are several where the heading of the names is merged over several
/// columns (one for each level), or where a second column of names follows and the first contains groups.
/// `merged` are the column ranges that cells of the header are merged over.
pub(super) fn all(name: usize, merged: &[(usize, usize)], columns: &[HeaderColumn]) -> Vec<usize> {
    let merge = merged.iter().find(|(first, _)| *first == name);
    let last = merge.map_or(name, |(_, last)| (*last).min(columns.len().saturating_sub(1)));
    let values = columns.iter().position(HeaderColumn::is_value).unwrap_or(columns.len());
    let second = (last + 1..values).find(|at| {
        let (outer, inner) = (&columns[name], &columns[*at]);
        inner.role == Role::Name
            && (outer.profile.are_groups_of(&inner.profile) || is_criterion_of(outer, inner))
    });
    (name..=last).chain(second).collect()
}
