//! The columns of rankings: "Điểm số", "Điểm tối đa", "Xếp hạng 2023", "Tăng/giảm bậc".

use std::cmp::Reverse;

use super::value_columns::ValueColumns;
use crate::dataset::table::layout::header::Header;
use crate::dataset::table::layout::score_columns::score_weight;
use crate::lexicon::measure::{measure, shared};
use crate::lexicon::period_words::HeadingPeriod;
use crate::lexicon::ranking::scale_in;
use crate::lexicon::role::Role;

/// The columns of one ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::dataset::table) struct Ranking {
    /// The column of the ranks.
    pub(in crate::dataset::table) at: usize,
    /// The column of the ranks of the period before.
    pub(in crate::dataset::table) previous: Option<usize>,
    /// The column of the change in rank since then.
    pub(in crate::dataset::table) change: Option<usize>,
    /// The group that is ranked, in the words of the heading: "trong vùng".
    pub(in crate::dataset::table) among: Option<String>,
    /// The number of ranked units, if the heading has it: "Xếp hạng (/63)".
    pub(in crate::dataset::table) of: Option<u32>,
}

/// The index of the values that a ranking is of: those whose heading shares most words with that of the ranks, then a
/// total score rather than its parts, then the nearest ones to the left.
pub(super) fn ranked(header: &Header, ranking: &Ranking, values: &[ValueColumns]) -> usize {
    // The periods of one indicator share its ranks, which belong to the first of them.
    if values.iter().any(|own| own.indicator.is_none()) {
        return 0;
    }
    let rank_words = measure(&header.columns[ranking.at].heading);
    let weight = |(at, own): &(usize, &ValueColumns)| {
        let column = own.actual.unwrap_or_default();
        let ranked = &header.columns[column];
        let left = column < ranking.at;
        (
            shared(&rank_words, &measure(&ranked.heading)),
            ranked.is_of_scores(),
            score_weight(&ranked.heading),
            left.then_some(column),
            Reverse(*at),
        )
    };
    let actuals = values.iter().enumerate().filter(|(_, own)| own.actual.is_some());
    let best = actuals.max_by_key(weight);
    let same = |own: &ValueColumns| best.is_some_and(|(_, best)| own.indicator == best.indicator);
    values.iter().position(same).unwrap_or(0)
}

/// Finds the rankings of a table: one for each group that is ranked.
pub(in crate::dataset::table) fn rankings(header: &Header) -> Vec<Ranking> {
    let whens: Vec<(usize, &HeadingPeriod, String)> = header
        .columns
        .iter()
        .enumerate()
        .filter_map(|(at, column)| match &column.role {
            Role::Rank(when) => Some((at, when, among(&column.heading))),
            _ => None,
        })
        .collect();
    let mut changes: Vec<(usize, String)> = header
        .all(|role| *role == Role::RankChange)
        .map(|at| (at, among(&header.columns[at].heading)))
        .collect();
    let mut rankings: Vec<Ranking> = Vec::new();
    let mut groups: Vec<&str> = Vec::new();
    for (_, _, group) in &whens {
        if !groups.contains(&group.as_str()) {
            groups.push(group);
        }
    }
    for group in &groups {
        let own = || whens.iter().filter(|(_, _, of)| of == group);
        let main = own().filter(|(_, when, _)| !when.previous);
        let Some((at, when, _)) =
            main.max_by_key(|(at, when, _)| (year(when), when.months, Reverse(*at)))
        else {
            continue;
        };
        let earlier = own().filter(|(other, _, _)| other != at);
        let previous = earlier.filter(|(_, other, _)| other.previous || year(other) < year(when));
        let previous = previous.max_by_key(|(_, other, _)| (other.previous, year(other)));
        let single = groups.len() == 1;
        let change = changes.iter().position(|(_, of)| single || of == group);
        let change = change.map(|at| changes.remove(at).0);
        let text = &header.columns[*at].heading;
        rankings.push(Ranking {
            at: *at,
            previous: previous.map(|(at, _, _)| *at),
            change,
            among: (!group.is_empty()).then(|| group.to_string()),
            of: scale_in(text).and_then(|of| of.try_into().ok()),
        });
    }
    rankings
}

/// The year of a rank, for their order: "Xếp hạng" next to "Xếp hạng 2023" is the current one.
fn year(when: &HeadingPeriod) -> u16 {
    when.year.unwrap_or(u16::MAX)
}

/// The group that a heading ranks, in its words: "cả nước" of "Xếp hạng cả nước 2023".
fn among(text: &str) -> String {
    const WORDS: [&str; 5] = ["cả nước", "toàn quốc", "toàn tỉnh", "trong tỉnh", "trong vùng"];
    let lower = text.to_lowercase();
    if let Some(words) = WORDS.into_iter().find(|words| lower.contains(words)) {
        return words.to_owned();
    }
    let region = lower.find("vùng").map(|at| &lower[at..]);
    region
        .map(|region| region.split(['(', '·', ',']).next().unwrap_or_default().trim().to_owned())
        .unwrap_or_default()
}
