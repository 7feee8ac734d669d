//! Corrections of headings that what is below them contradicts: a heading merged over an empty column, "Chỉ tiêu" over
//! numbers, "Kế hoạch" over offices.

use crate::dataset::table::layout::cell_kinds::is_cross;
use crate::dataset::table::layout::header_column::{Change, HeaderColumn, indices, to_roles};
use crate::lexicon::column_words::{DIRECTIONS, MOVED_ANSWERS, SAME_ANSWERS};
use crate::lexicon::comparison::Comparison;
use crate::lexicon::comparison_sides::without_unit;
use crate::lexicon::heading::Heading;
use crate::lexicon::period::parse;
use crate::lexicon::period_words::{HeadingPeriod, is_period, year};
use crate::lexicon::phrases::{is_remaining, key};
use crate::lexicon::role::Role;
use crate::lexicon::verdict;
use crate::model::Period;

/// Removes the role from "Tăng lên" and "Giảm đi" next to "Giữ nguyên": each is the share of those
/// who answer so, and no change.
pub(super) fn answers(columns: &[HeaderColumn]) -> Vec<Change> {
    let level = |column: &HeaderColumn| key(&without_unit(column.last_level()));
    if !columns.iter().any(|column| SAME_ANSWERS.contains(&level(column))) {
        return Vec::new();
    }
    let is_answer = |column: &HeaderColumn| {
        let level = level(column);
        let words = level.split(' ').count();
        matches!(column.role, Role::Comparison(_))
            && words < 3
            && MOVED_ANSWERS.iter().any(|begin| level.starts_with(begin))
    };
    indices(columns, is_answer).map(|at| Change::Role(at, Role::Unknown)).collect()
}

/// Words of headings that compare with another time.
const MOVED: [&str; 10] = [
    "before", "change", "compar", "last", "movement", "previous", "travel", "trend", "versus", "vs",
];

/// Makes "Direction" over "Higher" and "Lower is better" the column of the directions. Over arrows
/// it says how the value moved. Cells that are all comparatives need no heading that is known, unless it compares with
/// another time: "Better is", "Preferred way".
pub(super) fn directions(columns: &[HeaderColumn]) -> Vec<Change> {
    let is_direction = |text: &str| {
        let text = key(text);
        let text = text.strip_suffix(" better").or(text.strip_suffix(" good")).unwrap_or(&text);
        matches!(text.strip_suffix(" is").unwrap_or(text), "higher" | "lower" | "high" | "low")
    };
    // "Priority" may be "High" or "Low".
    let is_comparative =
        |text: &str| is_direction(text) && !matches!(key(text).as_str(), "high" | "low");
    let is_open = |column: &HeaderColumn| {
        let heading = key(&column.heading);
        let is_known = DIRECTIONS.contains(&heading);
        let is_preference = || {
            parse(&column.heading).is_none()
                && !MOVED.iter().any(|word| heading.contains(word))
                && column.profile.are_all(is_comparative)
        };
        column.role == Role::Unknown
            && !column.profile.is_empty
            && column.profile.are_all(is_direction)
            && (is_known || is_preference())
    };
    let given = columns.iter().any(|column| column.role == Role::Better);
    let found = indices(columns, is_open).next().filter(|_| !given);
    found.map(|at| Change::Role(at, Role::Better)).into_iter().collect()
}

/// Sets the codes aside whose labels are in a column of their own: "sex" next to "sex.label".
pub(super) fn labelled_codes(columns: &[HeaderColumn]) -> Vec<Change> {
    let is_labelled = |column: &HeaderColumn| {
        let is_label = |other: &HeaderColumn| {
            let code = other.heading.trim().strip_suffix(".label");
            code.is_some_and(|code| code == column.heading.trim())
        };
        columns.iter().any(is_label)
    };
    indices(columns, is_labelled).map(|at| Change::Role(at, Role::Aside)).collect()
}

/// Makes "Nguồn" next to the names of indicators a column that is kept in the notes: it says where
/// the figures are from.
pub(super) fn sources(columns: &[HeaderColumn]) -> Vec<Change> {
    let is_source = |column: &HeaderColumn| {
        column.role == Role::Unknown
            && matches!(
                key(&column.heading).as_str(),
                "nguon" | "nguon so lieu" | "source" | "data source"
            )
    };
    let is_named =
        columns.iter().any(|column| column.role == Role::Name && column.profile.are_names());
    let found = indices(columns, is_source).filter(|_| is_named);
    found.map(|at| Change::Role(at, Role::Aside)).collect()
}

/// Moves a heading merged over several columns to the one that contains the values.
pub(super) fn headings_over_empty_columns(columns: &[HeaderColumn]) -> Vec<Change> {
    // The column whose heading each column gets: over three columns it moves twice.
    let mut sources: Vec<Option<usize>> = (0..columns.len()).map(Some).collect();
    let text = |source: Option<usize>| source.map_or("", |at| columns[at].heading.as_str());
    let has_value = |source: Option<usize>| source.is_some_and(|at| columns[at].is_value());
    for at in 1..columns.len() {
        let (left, own) = (sources[at - 1], sources[at]);
        let is_twin = text(own).is_empty() || text(own) == text(left);
        if is_twin && has_value(left) && columns[at - 1].profile.is_empty {
            (sources[at - 1], sources[at]) = (None, left);
        } else if is_twin && has_value(own) && columns[at].profile.is_empty {
            sources[at] = None;
        }
    }
    let moved = sources.into_iter().enumerate().filter(|(at, source)| *source != Some(*at));
    let heading = |source: usize| {
        let HeaderColumn { heading, role, unit, .. } = &columns[source];
        Heading { text: heading.clone(), role: role.clone(), unit: unit.clone() }
    };
    moved
        .map(|(at, source)| Change::Heading(at, source.map_or_else(|| Heading::of(""), heading)))
        .collect()
}

/// Makes "Chỉ tiêu" over numbers the plan; another column contains the names. "Nội dung 1" and "Nội
/// dung 2" over numbers are none.
pub(super) fn plans_named_as_names(columns: &[HeaderColumn]) -> Vec<Change> {
    let planned = |(at, column): (usize, &HeaderColumn)| {
        let key = key(&column.heading);
        let is_numbered = key.trim_end().ends_with(|c: char| c.is_ascii_digit())
            && year(&key).is_none()
            && column.role == Role::Name;
        if is_numbered && column.profile.are_figures() {
            return Some(Change::Role(at, Role::Unknown));
        }
        let named = column.role == Role::Name
            || column.role == Role::Unknown && key.starts_with("chi tieu") && !is_remaining(&key);
        (named && column.profile.are_figures())
            .then(|| Change::Role(at, Role::Plan(HeadingPeriod::of(&key))))
    };
    columns.iter().enumerate().skip(1).filter_map(planned).collect()
}

/// Removes the role from "Indicator" over 1.1.1 and 3.2.1, or "PI" over EN01, where the names are in another
/// column.
pub(super) fn codes_named_as_names(columns: &[HeaderColumn]) -> Vec<Change> {
    let may_be_names = |column: &HeaderColumn| {
        matches!(column.role, Role::Unknown | Role::Name) && column.profile.are_names()
    };
    let are_codes = |column: &HeaderColumn| {
        column.role == Role::Name && (column.profile.are_markers() || column.profile.are_codes())
    };
    let has_others = |at: &usize| indices(columns, may_be_names).any(|other| other != *at);
    let codes = indices(columns, are_codes).find(has_others);
    codes.map(|at| Change::Role(at, Role::Unknown)).into_iter().collect()
}

/// Assigns roles by crosses and ranks in the cells: "x" under "Không đạt" is that verdict, "Tốt" under
/// "Xếp hạng" is not a place.
pub(super) fn marks_and_ranks(columns: &[HeaderColumn]) -> Vec<Change> {
    let role = |column: &HeaderColumn| {
        let HeaderColumn { role, profile, .. } = column;
        match role {
            // "Mức độ hoàn thành · Không đạt"
            Role::Unknown
            | Role::Comparison(_)
            | Role::Verdict
            | Role::Note
            | Role::Plan(_)
            | Role::Actual(_)
                if verdict::verdict(column.last_level()).is_some()
                    && (profile.are_crosses() || profile.are_all(is_mark)) =>
            {
                Some(Role::Cross)
            }
            Role::Rank(_) | Role::RankChange if !profile.are_places() => Some(Role::Unknown),
            // "So với 2022" over "tăng 6 bậc".
            Role::Unknown | Role::Comparison(_) if profile.are_places_won() => {
                Some(Role::RankChange)
            }
            _ => None,
        }
    };
    let roles = columns.iter().map(role);
    roles.enumerate().filter_map(|(at, role)| Some(Change::Role(at, role?))).collect()
}

/// Whether a text ticks a verdict; a 1 does under the heading of a verdict.
fn is_mark(text: &str) -> bool {
    is_cross(text) || text.trim() == "1"
}

/// Makes "Đánh giá kết quả thực hiện" over words a verdict; the results themselves are in another
/// column. So is "Đánh giá khả năng đạt" over verdicts.
pub(super) fn assessments(columns: &[HeaderColumn]) -> Vec<Change> {
    let begins = |column: &HeaderColumn, words: &[&str]| {
        let key = key(&column.heading);
        words.iter().any(|words| key.starts_with(words))
    };
    let assesses = |column: &HeaderColumn| {
        begins(column, &["danh gia "])
            && column.is_value()
            && !column.profile.is_empty
            && !column.profile.are_figures()
    };
    let has_verdicts = columns.iter().any(|column| column.role == Role::Verdict);
    let foresees = |column: &HeaderColumn| {
        begins(column, &["danh gia ", "du bao kha nang", "kha nang dat", "kha nang hoan thanh"])
            && column.role == Role::Unknown
            && !has_verdicts
            && column.profile.are_verdicts()
    };
    let assesses = |column: &HeaderColumn| assesses(column) || foresees(column);
    indices(columns, assesses).map(|at| Change::Role(at, Role::Verdict)).collect()
}

/// Makes the only column of colours a verdict, whatever its heading, "Performance", unless that is
/// about another time: the colour before, or the one that is expected.
pub(super) fn colours(columns: &[HeaderColumn]) -> Vec<Change> {
    const OTHER: [&str; 8] =
        ["before", "direction", "expected", "forecast", "last", "previous", "trend", "truoc"];
    let is_coloured = |column: &HeaderColumn| {
        let key = key(&column.heading);
        !column.profile.is_empty
            && column.profile.are_all(is_colour)
            && parse(&column.heading).is_none()
            && !OTHER.iter().any(|word| key.contains(word))
    };
    let has_verdicts = columns.iter().any(|column| column.role == Role::Verdict);
    let mut coloured = indices(columns, is_coloured).filter(|_| !has_verdicts);
    match (coloured.next(), coloured.next()) {
        (Some(only), None) => vec![Change::Role(only, Role::Verdict)],
        _ => Vec::new(),
    }
}

/// Sets arrows aside, and words such as "Improving", below a heading of a comparison: they say in
/// which direction the value moved, and not how far.
pub(super) fn arrows(columns: &[HeaderColumn]) -> Vec<Change> {
    let moves = |column: &HeaderColumn| {
        matches!(column.role, Role::Comparison(_))
            && !column.profile.is_empty
            && column.profile.are_all(is_arrow)
    };
    indices(columns, moves).map(|at| Change::Role(at, Role::Aside)).collect()
}

/// Whether a text is the colour of a traffic light and nothing else.
fn is_colour(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    matches!(lower.as_str(), "red" | "amber" | "green" | "yellow" | "đỏ" | "vàng" | "xanh")
        || !lower.is_empty() && lower.chars().all(|c| matches!(c, '🟢' | '🟡' | '🟠' | '🔴'))
}

/// Whether a text says in which direction a value moved, and nothing else.
fn is_arrow(text: &str) -> bool {
    const ARROWS: [char; 20] = [
        '↑', '↓', '→', '←', '↔', '↗', '↘', '⬆', '⬇', '➡', '▲', '▼', '►', '◄', '△', '▽', '=', '⇑',
        '⇓', '⇒',
    ];
    const WORDS: [&str; 14] = [
        "better",
        "deteriorating",
        "down",
        "improved",
        "improving",
        "no change",
        "same",
        "stable",
        "static",
        "steady",
        "unchanged",
        "up",
        "worse",
        "worsening",
    ];
    let text = text.trim();
    let is_drawn = !text.is_empty() && text.chars().all(|c| ARROWS.contains(&c) || c == '\u{fe0f}');
    is_drawn || WORDS.contains(&key(text).as_str())
}

/// Makes the only column of verdicts whose heading says of when they are, "Q3 RAG", one of
/// verdicts, if the last result is of the same period: those of an earlier one say nothing about
/// it.
pub(super) fn dated_verdicts(columns: &[HeaderColumn]) -> Vec<Change> {
    if columns.iter().any(|column| column.role == Role::Verdict) {
        return Vec::new();
    }
    let is_dated = |column: &HeaderColumn| {
        let key = key(&column.heading);
        let words: Vec<&str> = key.split(' ').collect();
        let is_verdict = |words: &[&str]| Heading::of(&words.join(" ")).role == Role::Verdict;
        let is_split = |at: usize| {
            let (first, rest) = words.split_at(at);
            is_period(&first.join(" ")) && is_verdict(rest)
                || is_period(&rest.join(" ")) && is_verdict(first)
        };
        column.role == Role::Unknown && column.profile.are_words() && (1..words.len()).any(is_split)
    };
    let mut dated = indices(columns, is_dated);
    let (Some(at), None) = (dated.next(), dated.next()) else { return Vec::new() };
    let is_result =
        |column: &&HeaderColumn| matches!(&column.role, Role::Actual(when) if !when.previous);
    let last = columns.iter().rev().find(is_result);
    let period = |column: &HeaderColumn| parse(&column.heading);
    let is_same = |(own, last): (Period, Period)| {
        let years = own.last_year().zip(last.last_year());
        own.span() == last.span() && years.is_none_or(|(own, last)| own == last)
    };
    match period(&columns[at]).zip(last.and_then(period)).is_some_and(is_same) {
        true => vec![Change::Role(at, Role::Verdict)],
        false => Vec::new(),
    }
}

/// Corrects plans and actuals that contain verdicts or other words.
pub(super) fn verdicts_and_words(columns: &[HeaderColumn]) -> Vec<Change> {
    let is_actual = |role: &Role| matches!(role, Role::Actual(_));
    // A column that turns out to be a verdict is no result any more, and no other one becomes the verdict.
    let mut roles: Vec<Role> = columns.iter().map(|column| column.role.clone()).collect();
    for (at, HeaderColumn { heading, profile, .. }) in columns.iter().enumerate() {
        let is_open = matches!(
            roles[at],
            Role::Plan(_)
                | Role::Actual(_)
                | Role::Comparison(Comparison::Plan | Comparison::Either)
        );
        if heading.is_empty() || !is_open {
            continue;
        }
        if profile.are_verdicts() {
            // A plan may be "Đạt" as well.
            let asked = matches!(roles[at], Role::Plan(_)) && roles.iter().any(is_actual);
            let assessed = roles.contains(&Role::Verdict);
            let has_results = (0..columns.len()).any(|other| {
                other != at && is_actual(&roles[other]) && columns[other].profile.are_figures()
            });
            if !assessed && !asked && (has_results || !profile.has_figures()) {
                roles[at] = Role::Verdict;
            }
        } else if profile.are_words() {
            // "Đơn vị thực hiện" is a column of offices.
            roles[at] = Role::Unknown;
        }
    }
    to_roles(columns, roles)
}

/// Finds the column of units in a table where no heading names it.
pub(super) fn unnamed_units(columns: &[HeaderColumn]) -> Vec<Change> {
    if columns.iter().any(|column| column.role == Role::Unit) {
        return Vec::new();
    }
    let first_name = columns.iter().position(|column| column.role == Role::Name);
    let is_open = |at: &usize| match columns[*at].role {
        Role::Unknown => true,
        // "Measure" right of "Indicator" is a column of units; alone it is a column of names.
        Role::Name => first_name.is_some_and(|name| name < *at),
        _ => false,
    };
    let units = indices(columns, |column| column.profile.are_units()).find(is_open);
    units.map(|at| Change::Role(at, Role::Unit)).into_iter().collect()
}
