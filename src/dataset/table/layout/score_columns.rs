//! Chooses the actual among several columns of scores, or an index next to ranks.

use super::column_profile::ColumnProfile;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::period_words::{HeadingPeriod, year};
use crate::lexicon::phrases::{has, key};
use crate::lexicon::role::{Heading, Role};

/// Words in the headings of scores, in increasing order of weight: parts of a score, provisional, then final.
const WEIGHTS: &[&[&str]] = &[
    &["thuong", "tru", "cong", "thanh phan", "bonus", "penalty"],
    &["tu cham", "tu danh gia", "tu xep", "de nghi", "self"],
    &[],
    &["tham dinh", "chinh thuc", "cuoi cung", "final"],
    &["tong", "total", "overall"],
];

/// Gives a rank without a year the year of the score to its left: "Điểm 2022 | Hạng | Điểm 2021 | Hạng".
pub(in crate::dataset::table) fn date_by_scores(columns: &mut [Heading]) {
    let undated = |column: &Heading| matches!(&column.role, Role::Rank(when) if *when == HeadingPeriod::of(""));
    if columns.iter().filter(|column| undated(column)).count() < 2 {
        return;
    }
    let mut last = None;
    for column in columns {
        match &column.role {
            Role::Actual(when) => last = Some(when.clone()),
            Role::Rank(_) if undated(column) => {
                if let Some(when) = last.take() {
                    column.role = Role::Rank(when);
                }
            }
            _ => {}
        }
    }
}

/// Chooses the actual among the scores: the final one of each period, or none where the table has other
/// actuals that the scores rate.
pub(in crate::dataset::table) fn choose_results(
    columns: &mut [Heading],
    profiles: &[ColumnProfile],
) {
    score_by_scale(columns, profiles);
    let scores = scores(columns);
    let others: Vec<usize> = (0..columns.len())
        .filter(|at| matches!(columns[*at].role, Role::Actual(_)) && !scores.contains(at))
        .collect();
    if scores.is_empty() {
        return index_beside_ranks(columns, profiles);
    }
    let figures = |at: &usize| profiles[*at].are_figures();
    if others.iter().any(figures) {
        // The maximum of a scale then belongs to the scores, too.
        for (at, column) in columns.iter_mut().enumerate() {
            if scores.contains(&at) || column.role == Role::Scale {
                column.role = Role::Aside;
            }
        }
        return;
    }
    // "Kết quả thực hiện" in words, and the score for it in another column.
    for at in others {
        columns[at].role = Role::Aside;
    }
    choose_scores(columns);
}

/// Makes "Chỉ số SIPAS (%)" or "PCI 2023" next to a rank the actual, where nothing else is.
fn index_beside_ranks(columns: &mut [Heading], profiles: &[ColumnProfile]) {
    let ranked = columns.iter().any(|column| matches!(column.role, Role::Rank(_)));
    let valued = |column: &Heading| matches!(column.role, Role::Actual(_) | Role::Plan(_));
    if !ranked || columns.iter().any(valued) {
        return;
    }
    // "PCI 2022" and "PCI 2023" are one index in two years.
    let index = |at: usize| {
        let key = key(&columns[at].text);
        let dated = year(&key).is_some();
        let name = key.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ').to_owned();
        let open = matches!(columns[at].role, Role::Unknown | Role::Comparison(Comparison::Either));
        let known = name.starts_with("chi so") || dated && !name.is_empty();
        (open && known && profiles[at].are_figures()).then_some((at, name))
    };
    let indices: Vec<(usize, String)> = (0..columns.len()).filter_map(index).collect();
    if indices.iter().all(|(_, name)| *name == indices[0].1) {
        for (at, _) in indices {
            columns[at].role = Role::Actual(HeadingPeriod::of(&key(&columns[at].text)));
        }
    }
}

/// Keeps one of several scores of the same period: the total rather than its parts, the verified score rather
/// than the office's own. If the headings do not decide, none is the actual.
fn choose_scores(columns: &mut [Heading]) {
    let scores = scores(columns);
    let when = |at: usize| match &columns[at].role {
        Role::Actual(when) => Some(when.clone()),
        _ => None,
    };
    let mut lesser = Vec::new();
    for at in scores.iter().copied() {
        let same = scores.iter().copied().filter(|other| when(*other) == when(at));
        let most = same.clone().map(|other| weight(&columns[other].text)).max().unwrap_or(0);
        let best = same.filter(|other| weight(&columns[*other].text) == most);
        let single = best.clone().count() == 1;
        match single && best.clone().any(|other| other == at) {
            // "Điểm thưởng" alone is added to a score that is not understood.
            true if most == 0 => lesser.push((at, Role::Aside)),
            true => {}
            false if single => lesser.push((at, Role::Aside)),
            false => lesser.push((at, Role::Unknown)),
        }
    }
    for (at, role) in lesser {
        columns[at].role = role;
    }
}

/// Makes "Tự chấm" and "Cụm thẩm định" over numbers scores, in a table with the maximum of a score.
fn score_by_scale(columns: &mut [Heading], profiles: &[ColumnProfile]) {
    if columns.iter().all(|column| column.role != Role::Scale) {
        return;
    }
    for (column, profile) in columns.iter_mut().zip(profiles) {
        let open = matches!(column.role, Role::Unknown | Role::Verdict);
        if open && is_judged(&column.text) && profile.are_figures() {
            column.role = Role::Actual(HeadingPeriod::of(&key(&column.text)));
            column.unit.get_or_insert_with(|| "điểm".to_owned());
        }
    }
}

/// Whether a heading names who gave a score: "Tự chấm", "Hội đồng thẩm định".
fn is_judged(text: &str) -> bool {
    has(&key(text), &["tu cham", "tu danh gia", "tham dinh", "cham diem", "phuc tra"])
}

/// The columns of scores.
fn scores(columns: &[Heading]) -> Vec<usize> {
    let judged =
        |column: &Heading| matches!(column.role, Role::Actual(_)) && is_judged(&column.text);
    let is_score = |at: &usize| columns[*at].is_of_scores() || judged(&columns[*at]);
    (0..columns.len()).filter(is_score).collect()
}

fn weight(text: &str) -> usize {
    let key = key(text);
    WEIGHTS.iter().rposition(|words| has(&key, words)).unwrap_or(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chooses_the_final_score() {
        let chosen = |texts: &[&str]| {
            let mut columns: Vec<Heading> = texts.iter().map(|text| Heading::of(text)).collect();
            choose_scores(&mut columns);
            let actual = |heading: &Heading| matches!(heading.role, Role::Actual(_));
            columns.iter().filter(|c| actual(c)).map(|c| c.text.clone()).collect::<Vec<_>>()
        };
        assert_eq!(
            chosen(&["Điểm tự chấm", "Điểm thẩm định", "Kết quả · Điểm"]),
            ["Điểm thẩm định"]
        );
        assert_eq!(chosen(&["Điểm tự chấm", "Điểm thưởng", "Tổng điểm"]), ["Tổng điểm"]);
        assert_eq!(chosen(&["Điểm thẩm định", "Điểm điều tra", "Tổng điểm"]), ["Tổng điểm"]);
        assert_eq!(chosen(&["Điểm 2022", "Điểm 2023"]), ["Điểm 2022", "Điểm 2023"]);
        assert_eq!(chosen(&["Điểm A", "Điểm B"]), Vec::<String>::new());
    }
}
