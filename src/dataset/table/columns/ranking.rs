//! The columns of rankings: "Điểm số", "Điểm tối đa", "Xếp hạng 2023", "Tăng/giảm bậc".

use std::cmp::Reverse;

use super::value_columns::{ValueColumns, are_indicators};
use crate::dataset::table::layout::header::Header;
use crate::lexicon::column_words::{AMONG, RANKS};
use crate::lexicon::measure::measure;
use crate::lexicon::period_words::HeadingPeriod;
use crate::lexicon::ranking::scale_in;
use crate::lexicon::role::Role;

/// The columns of one ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ranking {
    /// The column of the ranks.
    pub(crate) at: usize,
    /// The column of the ranks of the period before.
    pub(crate) previous: Option<usize>,
    /// The column of the change in rank since then.
    pub(crate) change: Option<usize>,
    /// The group that is ranked, in the words of the heading: "trong vùng".
    pub(crate) among: Option<String>,
    /// The number of ranked units, if the heading has it: "Xếp hạng (/63)".
    pub(crate) of: Option<u32>,
    /// The index of the values next to the ranks, where nothing else distinguishes several rankings.
    pub(super) next_to: Option<usize>,
    /// The year whose values the ranks are of, where these are not the main ones: "Điểm 2022 | Hạng 2022".
    pub(super) year: Option<u16>,
}

/// Finds the rankings of a table: one for each group that is ranked, and for each indicator where the columns name
/// several; and those of the earlier years that have values of their own.
pub(crate) fn rankings(header: &Header, values: &[ValueColumns]) -> Vec<Ranking> {
    let several = are_indicators(values) && values.len() > 1;
    let key_of = |at: usize| Key {
        among: among(&header.columns[at].heading),
        words: if several { ranked_words(&header.columns[at].heading) } else { Vec::new() },
        next_to: None,
    };
    let mut whens: Vec<Ranks<'_>> = header
        .columns
        .iter()
        .enumerate()
        .filter_map(|(at, column)| match &column.role {
            Role::Rank(when) => Some(Ranks { at, when, of: key_of(at) }),
            _ => None,
        })
        .collect();
    if several {
        split_by_position(&mut whens, values);
    }
    let change = |at| RankChange { at, of: key_of(at) };
    let mut changes: Vec<RankChange> =
        header.all(|role| *role == Role::RankChange).map(change).collect();
    let mut groups: Vec<&Key> = Vec::new();
    for Ranks { of, .. } in &whens {
        if !groups.contains(&of) {
            groups.push(of);
        }
    }
    let single = groups.len() == 1;
    let mut found = Vec::with_capacity(groups.len());
    for group in groups {
        let own: Vec<&Ranks<'_>> = whens.iter().filter(|ranks| ranks.of == *group).collect();
        let main = own.iter().filter(|ranks| !ranks.when.previous);
        let main = main.max_by_key(|own| (year(own.when), own.when.months, Reverse(own.at)));
        let Some(main) = main else { continue };
        let change = change_of(group, main.at, single, &changes).map(|own| changes.remove(own).at);
        found.push(Ranking { change, ..main.ranking(header, &own) });
        let earlier = own.iter().filter(|other| year(other.when) < year(main.when));
        let earlier = earlier.filter(|other| has_values_of(other.when, values));
        found.extend(
            earlier.map(|other| Ranking { year: other.when.year, ..other.ranking(header, &own) }),
        );
    }
    found
}

/// Whether values are of the whole year of some ranks.
fn has_values_of(when: &HeadingPeriod, values: &[ValueColumns]) -> bool {
    !when.previous
        && !when.part
        && when.year.is_some_and(|year| values.iter().any(|one| one.is_of_year(year)))
}

/// What a heading of ranks says that they are of: nothing in "Hạng năm 2022".
pub(super) fn ranked_words(heading: &str) -> Vec<String> {
    // "Thứ hạng cả nước" says among whom.
    let lower = heading.to_lowercase();
    let named = AMONG.iter().fold(lower, |named, among| named.replace(among, " "));
    let mut words = measure(&named);
    words.retain(|word| !RANKS.contains(word));
    words
}

/// A column of ranks.
struct Ranks<'h> {
    at: usize,
    when: &'h HeadingPeriod,
    of: Key,
}

impl Ranks<'_> {
    /// The ranking of the column, with the ranks before it among those of its group.
    fn ranking(&self, header: &Header, group: &[&Self]) -> Ranking {
        let earlier = group.iter().filter(|other| other.at != self.at);
        let previous =
            earlier.filter(|other| other.when.previous || year(other.when) < year(self.when));
        let previous = previous.max_by_key(|other| (other.when.previous, year(other.when)));
        let among = &self.of.among;
        Ranking {
            at: self.at,
            previous: previous.map(|own| own.at),
            change: None,
            among: (!among.is_empty()).then(|| among.clone()),
            of: scale_in(&header.columns[self.at].heading).and_then(|of| of.try_into().ok()),
            next_to: self.of.next_to,
            year: None,
        }
    }
}

/// A column of changes in rank.
struct RankChange {
    at: usize,
    of: Key,
}

/// What distinguishes the ranks of one ranking from those of another.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    /// The group that is ranked.
    among: String,
    /// What the heading says that the ranks are of, where the table has several indicators.
    words: Vec<String>,
    /// The values next to the ranks, where nothing else distinguishes them.
    next_to: Option<usize>,
}

/// Distinguishes ranks without a period and of the same words by the indicator left of them ("Điểm A | Hạng | Điểm B |
/// Hạng"), or right of them if the first one has none: "Hạng | Điểm A | Hạng | Điểm B".
fn split_by_position(all: &mut [Ranks<'_>], values: &[ValueColumns]) {
    let undated = |ranks: &Ranks<'_>| *ranks.when == HeadingPeriod::NONE;
    let column = |(of, own): (usize, &ValueColumns)| Some((own.actual?, of));
    let actuals = || values.iter().enumerate().filter_map(column);
    let left = |at: usize| actuals().filter(|(own, _)| *own < at).max().map(|(_, of)| of);
    let right = |at: usize| actuals().filter(|(own, _)| *own > at).min().map(|(_, of)| of);
    let is_open = |at: usize| {
        let mut others = (0..all.len()).filter(|other| *other != at && undated(&all[*other]));
        undated(&all[at]) && others.any(|other| all[other].of == all[at].of)
    };
    let open: Vec<usize> = (0..all.len()).filter(|at| is_open(*at)).collect();
    let are_right_of_values = open.iter().all(|at| left(all[*at].at).is_some());
    for at in open {
        let ranks = &mut all[at];
        ranks.of.next_to = if are_right_of_values { left(ranks.at) } else { right(ranks.at) };
    }
}

/// The index of the change that belongs to the ranks in the column `at`: of the same group and words, or else the next
/// one to the right that names no words.
fn change_of(group: &Key, at: usize, single: bool, changes: &[RankChange]) -> Option<usize> {
    let same = |own: &Key| own.among == group.among && own.words == group.words;
    let of_words = || {
        let named = |own: &Key| same(own) && !own.words.is_empty();
        changes.iter().position(|change| named(&change.of))
    };
    let is_next = |change: &RankChange| {
        let own = &change.of;
        change.at > at && own.among == group.among && (own.words.is_empty() || same(own))
    };
    match single {
        true => (!changes.is_empty()).then_some(0),
        false => of_words()
            .or_else(|| changes.iter().position(is_next))
            .or_else(|| changes.iter().position(|change| same(&change.of))),
    }
}

/// The year of a rank, for their order: "Xếp hạng" next to "Xếp hạng 2023" is the current one.
fn year(when: &HeadingPeriod) -> u16 {
    when.year.unwrap_or(u16::MAX)
}

/// The group that a heading ranks, in its words: "cả nước" of "Xếp hạng cả nước 2023".
fn among(text: &str) -> String {
    let lower = text.to_lowercase();
    if let Some(words) = AMONG.iter().find(|words| lower.contains(**words)) {
        return (*words).to_owned();
    }
    let region = lower.find("vùng").map(|at| &lower[at..]);
    region
        .map(|region| region.split(['(', '·', ',']).next().unwrap_or_default().trim().to_owned())
        .unwrap_or_default()
}
