//! A correction for ranks of an earlier period next to plan and result: "Thứ hạng năm 2023 | Mục
//! tiêu năm 2024 | Kết quả năm 2024", where the result is a place in the same ranking.

use crate::dataset::table::layout::header_column::{Change, HeaderColumn, indices};
use crate::lexicon::measure::measure;
use crate::lexicon::role::Role;

/// Makes ranks the values of their period next to results of a later one that are places too. All are in places.
pub(crate) fn places(columns: &[HeaderColumn]) -> Vec<Change> {
    let is_scored = |column: &HeaderColumn| {
        column.is_of_scores() || matches!(column.role, Role::Scale | Role::RankChange)
    };
    let ranks: Vec<usize> =
        indices(columns, |column| matches!(column.role, Role::Rank(_))).collect();
    let results: Vec<usize> = indices(columns, HeaderColumn::is_actual).collect();
    let are_later = || {
        let year = |at: &usize| match &columns[*at].role {
            Role::Rank(when) | Role::Actual(when) => when.year,
            _ => None,
        };
        let last = ranks.iter().map(year).max().flatten();
        last.is_some() && results.iter().all(|at| year(at) > last)
    };
    let are_places = |at: &usize| {
        let column = &columns[*at];
        let is_bare = column.unit.is_none() && measure(&column.heading).is_empty();
        is_bare && column.profile.filled().next().is_some() && column.profile.are_all(is_place)
    };
    if columns.iter().any(is_scored)
        || results.is_empty()
        || !are_later()
        || !results.iter().all(are_places)
    {
        return Vec::new();
    }
    let unit = |at: usize| Change::Unit(at, Some("hạng".to_owned()));
    let earlier = ranks.iter().filter_map(|at| match &columns[*at].role {
        Role::Rank(when) => Some(Change::Role(*at, Role::Actual(when.clone()))),
        _ => None,
    });
    let plans = indices(columns, HeaderColumn::is_plan);
    let all = ranks.iter().copied().chain(results.iter().copied()).chain(plans);
    earlier.chain(all.map(unit)).collect()
}

/// Whether a text may be a place in a ranking: "19", "19/63".
fn is_place(text: &str) -> bool {
    const DIGITS: usize = 3;
    let number = |text: &str| {
        let text = text.trim();
        (1..=DIGITS).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    match text.split_once('/') {
        Some((place, of)) => number(place) && number(of),
        None => number(text),
    }
}
