//! Corrections that choose the actual among several columns of scores, or an index next to ranks.

use super::unnamed_values::actual;
use crate::dataset::table::layout::header_column::{Change, HeaderColumn, indices};
use crate::dataset::table::layout::score_kind::ScoreKind;
use crate::lexicon::column_words::ASKED;
use crate::lexicon::comparison::Comparison;
use crate::lexicon::period_words::{HeadingPeriod, year};
use crate::lexicon::phrases::{has, key};
use crate::lexicon::place::{is_place, may_be_place};
use crate::lexicon::ranking::{self, is_bare_change, places_gained, scale_in};
use crate::lexicon::role::Role;
use crate::lexicon::subject::subjects;
use crate::lexicon::unit::is_office;
use crate::model::is_score_unit;
use crate::text::parse_number::Separators;

/// Gives a rank without a year the year of the score to its left: "Điểm 2022 | Hạng | Điểm 2021 | Hạng".
pub(super) fn dates_of_ranks(columns: &[HeaderColumn]) -> Vec<Change> {
    let undated = |column: &&HeaderColumn| matches!(&column.role, Role::Rank(when) if *when == HeadingPeriod::NONE);
    if columns.iter().filter(undated).count() < 2 {
        return Vec::new();
    }
    let (mut last, mut dated) = (None, Vec::new());
    for (at, column) in columns.iter().enumerate() {
        match &column.role {
            Role::Actual(when) => last = Some(when.clone()),
            Role::Rank(_) if undated(&column) => {
                dated.extend(last.take().map(|when| Change::Role(at, Role::Rank(when))));
            }
            _ => {}
        }
    }
    dated
}

/// Makes a column that is named like the maximum of scores no maximum if scores are above it in
/// most rows, or if it is a cut-off mark, "Điểm chuẩn", next to no scores.
pub(super) fn maxima_that_are_none(columns: &[HeaderColumn]) -> Vec<Change> {
    let scored = |column: &HeaderColumn| is_score(column) || is_judged(&column.heading);
    let scores: Vec<usize> = indices(columns, scored).collect();
    let has_points = |column: &HeaderColumn| {
        column.role == Role::Unit && column.profile.filled().any(is_score_unit)
    };
    let is_next_to_none = |at: &usize| {
        key(columns[*at].last_level()).starts_with("diem chuan")
            && scores.is_empty()
            && !columns.iter().any(has_points)
    };
    let is_exceeded = |at: &usize| scores.iter().any(|score| is_above(columns, *score, *at));
    let maxima = indices(columns, |column| column.role == Role::Scale);
    let refuted = maxima.filter(|at| is_next_to_none(at) || is_exceeded(at));
    refuted.map(|at| Change::Role(at, Role::Unknown)).collect()
}

/// Whether the values of a column are above those of another one in most rows that have both.
fn is_above(columns: &[HeaderColumn], values: usize, others: usize) -> bool {
    [Separators::Comma, Separators::Point].into_iter().all(|separators| {
        let numbers = |at: usize| columns[at].profile.numbers(separators);
        let both = numbers(values).zip(numbers(others)).filter_map(|(one, other)| one.zip(other));
        let above: Vec<bool> = both.map(|(one, other)| one > other).collect();
        above.iter().filter(|above| **above).count() * 2 > above.len()
    })
}

/// Makes "Tự chấm" and "Cụm thẩm định" over numbers scores, in a table with the maximum of a score.
pub(super) fn scores_of_scale(columns: &[HeaderColumn]) -> Vec<Change> {
    if columns.iter().all(|column| column.role != Role::Scale) {
        return Vec::new();
    }
    let is_score = |column: &HeaderColumn| {
        matches!(column.role, Role::Unknown | Role::Verdict)
            && is_judged(&column.heading)
            && column.profile.are_figures()
    };
    let score = |at: usize| {
        let unit = columns[at].unit.clone().unwrap_or_else(|| "điểm".to_owned());
        [actual(at, &columns[at]), Change::Unit(at, Some(unit))]
    };
    indices(columns, is_score).flat_map(score).collect()
}

/// Makes "Thay đổi" or "+/-" right of a rank the change in rank, if its cells can be one: "+2", "-1".
pub(super) fn changes_of_ranks(columns: &[HeaderColumn]) -> Vec<Change> {
    let is_change = |at: &usize| {
        let (rank, column) = (&columns[*at - 1], &columns[*at]);
        matches!(rank.role, Role::Rank(_))
            && matches!(column.role, Role::Unknown | Role::Comparison(_))
            && is_bare_change(&column.heading)
            && column.profile.are_places()
    };
    (1..columns.len()).filter(is_change).map(|at| Change::Role(at, Role::RankChange)).collect()
}

/// Makes a rank next to others the change in rank, if some of its cells cannot be a rank: "-1", "0", "giảm 2 bậc".
pub(super) fn changes_named_as_ranks(columns: &[HeaderColumn]) -> Vec<Change> {
    let is_rank = |column: &HeaderColumn| matches!(column.role, Role::Rank(_));
    if columns.iter().any(|column| column.role == Role::RankChange) {
        return Vec::new();
    }
    let moved = |text: &str| places_gained(text).is_some() && !is_position(text);
    let is_change = |column: &HeaderColumn| {
        is_rank(column)
            && column.profile.are_all(|text| places_gained(text).is_some())
            && column.profile.filled().any(moved)
    };
    let changes: Vec<usize> = indices(columns, is_change).collect();
    let others = indices(columns, is_rank).count() > changes.len();
    let change = |at: usize| Change::Role(at, Role::RankChange);
    changes.into_iter().filter(|_| others).map(change).collect()
}

/// Whether a text is a position in a ranking and nothing else: "3", but not "+3" or "0".
fn is_position(text: &str) -> bool {
    text.trim().parse::<u32>().is_ok_and(|position| position > 0) && !text.trim().starts_with('+')
}

/// Chooses the actual among the scores: the final one of each period, or none where the table has other
/// actuals that the scores rate.
pub(crate) fn results(columns: &[HeaderColumn]) -> Vec<Change> {
    let scores: Vec<usize> = indices(columns, is_score).collect();
    if scores.is_empty() {
        return indices_next_to_ranks(columns);
    }
    if column_of_scored(columns).is_some() {
        return Vec::new();
    }
    let is_other = |column: &HeaderColumn| column.is_actual() && !is_score(column);
    let aside = |at: usize| Change::Role(at, Role::Aside);
    if columns.iter().any(|column| is_other(column) && column.profile.are_figures()) {
        // The maximum of a scale then belongs to the scores, too.
        let is_rating = |column: &HeaderColumn| is_score(column) || column.role == Role::Scale;
        return indices(columns, is_rating).map(aside).collect();
    }
    // "Kết quả thực hiện" in words, and the score for it in another column.
    indices(columns, is_other).map(aside).chain(lesser_scores(columns, &scores)).collect()
}

/// Makes "Chỉ số SIPAS (%)" or "PCI 2023" next to a rank the actual, where nothing else is.
fn indices_next_to_ranks(columns: &[HeaderColumn]) -> Vec<Change> {
    let ranked = columns.iter().any(|column| matches!(column.role, Role::Rank(_)));
    if !ranked || columns.iter().any(HeaderColumn::is_plan_or_actual) {
        return Vec::new();
    }
    // "PCI 2022" and "PCI 2023" are one index in two years.
    let index = |(at, column): (usize, &HeaderColumn)| {
        let dated = year(&key(&column.heading)).is_some();
        // "Chỉ số (%)" below "Năm 2022".
        let key = key(column.last_level());
        let name = key.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ').to_owned();
        let open = matches!(column.role, Role::Unknown | Role::Comparison(Comparison::Either));
        let known = name.starts_with("chi so") || dated && !name.is_empty();
        (open && known && column.profile.are_figures()).then_some((at, name))
    };
    let found: Vec<(usize, String)> = columns.iter().enumerate().filter_map(index).collect();
    if !found.iter().all(|(_, name)| *name == found[0].1) {
        return Vec::new();
    }
    found.into_iter().map(|(at, _)| actual(at, &columns[at])).collect()
}

/// The scores that are not kept among several of the same period: the total is kept rather than its parts, the
/// verified score rather than the office's own. If the headings do not decide, none is the actual.
fn lesser_scores(columns: &[HeaderColumn], scores: &[usize]) -> Vec<Change> {
    let mut lesser = Vec::new();
    for at in scores.iter().copied() {
        let is_same = |other: &usize| columns[*other].role == columns[at].role;
        let same = scores.iter().copied().filter(is_same);
        if let Some(sum) = sum_of_two(columns, &same.clone().collect::<Vec<_>>()) {
            lesser.extend((sum != at).then_some(Change::Role(at, Role::Aside)));
            continue;
        }
        if same.clone().count() > 1 && are_parts(columns, same.clone()) {
            lesser.push(Change::Role(at, Role::Unknown));
            continue;
        }
        let most = same.clone().map(|other| ScoreKind::of(&columns[other].heading)).max();
        let best = same.filter(|other| Some(ScoreKind::of(&columns[*other].heading)) == most);
        let single = best.clone().count() == 1;
        match single && best.clone().any(|other| other == at) {
            // "Điểm thưởng" alone is added to a score that is not understood.
            true if most == Some(ScoreKind::Part) => lesser.push(Change::Role(at, Role::Aside)),
            true => {}
            false if single => lesser.push(Change::Role(at, Role::Aside)),
            false => lesser.push(Change::Role(at, Role::Unknown)),
        }
    }
    lesser
}

/// Whether scores are parts of a total that the table does not have: the one of who verified it,
/// and the one of those who were asked.
fn are_parts(columns: &[HeaderColumn], mut scores: impl Iterator<Item = usize> + Clone) -> bool {
    let heading = |at: usize| columns[at].heading.as_str();
    let is_total = scores.clone().any(|at| ScoreKind::of(heading(at)) == ScoreKind::Whole);
    !is_total && scores.any(|at| has(&key(columns[at].last_level()), &ASKED))
}

/// The score that is the sum of two others in all rows that have the three: "Điểm thẩm định", "Điểm
/// điều tra" and the result of both, whatever its heading.
fn sum_of_two(columns: &[HeaderColumn], scores: &[usize]) -> Option<usize> {
    /// The fewest rows that show it.
    const ROWS: usize = 2;
    let is_sum_in = |separators, sum: usize, (one, other): (usize, usize)| {
        let numbers = |at: usize| columns[at].profile.numbers(separators);
        let parts = numbers(one).zip(numbers(other)).map(|(one, other)| one?.checked_add(other?));
        let rows = parts.zip(numbers(sum)).filter_map(|(parts, sum)| parts.zip(sum));
        let equal: Vec<bool> = rows.map(|(parts, sum)| parts == sum).collect();
        equal.len() >= ROWS && equal.iter().all(|equal| *equal)
    };
    let is_sum = |sum: usize, parts: (usize, usize)| {
        let both = [Separators::Comma, Separators::Point];
        both.into_iter().any(|separators| is_sum_in(separators, sum, parts))
    };
    let others = |sum: usize| scores.iter().copied().filter(move |at| *at != sum);
    scores.iter().copied().find(|sum| {
        others(*sum).any(|one| others(*sum).any(|other| one < other && is_sum(*sum, (one, other))))
    })
}

/// The column of the places or offices that are scored, if the table has their total score and at
/// least two parts of it: "Sở, ngành | Điểm thẩm định | Điểm điều tra | Tổng điểm". Each of them is
/// a score of its own. What an office says of itself is no part of the total.
pub(crate) fn column_of_scored(columns: &[HeaderColumn]) -> Option<usize> {
    let are_several = has_total_and_parts(columns) || are_ranked_by_parts(columns);
    let at = columns.iter().position(|column| column.profile.are_names())?;
    let is_scored = |text: &str| is_place(text) || may_be_place(text) || is_office(text);
    (are_several && columns[at].profile.most_satisfy(is_scored)).then_some(at)
}

/// Whether the rows are ranked by a figure of which the table has at least two parts: "Giá trị DTI | Xếp hạng | Chính
/// quyền số | Kinh tế số".
fn are_ranked_by_parts(columns: &[HeaderColumn]) -> bool {
    let is_rank = |column: &HeaderColumn| matches!(column.role, Role::Rank(_));
    let is_other = |column: &HeaderColumn| column.is_plan() || column.role == Role::Scale;
    if !columns.iter().any(is_rank) || columns.iter().any(is_other) {
        return false;
    }
    let is_open = |column: &&HeaderColumn| {
        let open = matches!(
            column.role,
            Role::Unknown
                | Role::Actual(_)
                | Role::Comparison(Comparison::Rate | Comparison::Either)
        );
        open && column.profile.are_figures() && !is_bare_change(&column.heading)
    };
    let mut named: Vec<Vec<String>> =
        columns.iter().filter(is_open).map(|column| subjects(&column.heading)).collect();
    named.retain(|subjects| !subjects.is_empty());
    named.sort_unstable();
    named.dedup();
    named.len() > 2
}

/// Whether the table has a total score and at least two parts of it, and no other value.
fn has_total_and_parts(columns: &[HeaderColumn]) -> bool {
    let kind = |column: &HeaderColumn| ScoreKind::of(&column.heading);
    let scores: Vec<&HeaderColumn> = columns.iter().filter(|column| is_score(column)).collect();
    let totals = scores.iter().filter(|column| kind(column) == ScoreKind::Whole).count();
    let parts = scores.iter().filter(|column| kind(column) < ScoreKind::Whole);
    // Each with a maximum of its own: "Điểm thẩm định (tối đa 65 điểm)".
    let is_scaled = |column: &&HeaderColumn| scale_in(&column.heading).is_some();
    let are_scaled = scores.iter().filter(|column| kind(column) != ScoreKind::Own).all(is_scaled);
    let are_given = parts.clone().all(|column| kind(column) != ScoreKind::Own);
    let are_parts = totals == 1
        && (are_scaled && scores.len() > 1 || are_given && parts.clone().count() > 1)
        && parts.into_iter().all(|column| column.role == scores[0].role);
    let is_other = |column: &HeaderColumn| {
        column.is_plan() || column.role == Role::Scale || column.is_actual() && !is_score(column)
    };
    are_parts && !columns.iter().any(is_other)
}

/// Whether a heading names who gave a score: "Tự chấm", "Hội đồng thẩm định".
fn is_judged(text: &str) -> bool {
    has(&key(text), &["tu cham", "tu danh gia", "tham dinh", "cham diem", "phuc tra"])
}

fn is_score(column: &HeaderColumn) -> bool {
    column.is_of_scores()
        || column.is_actual() && (is_judged(&column.heading) || is_below_score(column))
}

/// Whether a level above the heading is for scores: "Điểm đạt được" over "Điều tra XHH".
fn is_below_score(column: &HeaderColumn) -> bool {
    let Some((above, _)) = column.heading.rsplit_once(" · ") else { return false };
    above.split(" · ").any(|level| ranking::is_of_scores(level, &column.role))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::table::layout::column_profile::ColumnProfile;
    use crate::dataset::table::layout::header_column::corrected;
    use crate::lexicon::heading::Heading;

    #[test]
    fn chooses_the_final_score() {
        let chosen = |texts: &[&str]| {
            let headings = texts.iter().map(|text| Heading::of(text)).collect();
            let columns = HeaderColumn::all(headings, vec![ColumnProfile::default(); texts.len()]);
            let actuals = corrected(columns, results).into_iter().filter(HeaderColumn::is_actual);
            actuals.map(|column| column.heading).collect::<Vec<_>>()
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
