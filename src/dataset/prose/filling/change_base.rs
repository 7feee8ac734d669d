//! What a change is against: the base behind it, or one that several changes share.

use std::ops::Range;

use super::filled_row::{UNNAMED, row};
use crate::dataset::prose::phrases::period_words::period_in;
use crate::dataset::prose::roles::role::{Follow, QuantityRole};
use crate::dataset::prose::rows::draft_row::Doubt;
use crate::dataset::prose::rows::sentence_reader::{Assignment, SentenceReader};
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::What;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::dataset::prose::tokens::token::tokens;
use crate::lexicon::prose::{PHRASES, Phrase};
use crate::model::ChangeUnit;

/// The base of a change: the one behind it, else the one that the sentence has given.
pub(crate) fn base(reader: &SentenceReader<'_, '_>, follow: &Follow) -> String {
    let own = match follow {
        Follow::Base(words) => {
            let words = reader.sentence.text(
                period_of_level(reader, words).unwrap_or_else(|| only_base(reader, words.clone())),
            );
            // "from a year earlier".
            let bare = ["so ", "So ", "from a ", "from the ", "from last "]
                .iter()
                .find(|start| words.starts_with(**start))
                .and_then(|_| words.split_once(' '))
                .map(|(_, rest)| rest.to_owned());
            Some(bare.unwrap_or(words))
        }
        _ => None,
    };
    own.filter(|own| !own.is_empty())
        .or_else(|| reader.comparison.base().map(str::to_owned))
        .unwrap_or_else(|| UNNAMED.to_owned())
}

/// "so với tốc độ tăng 6,94% của 9 tháng năm 2023": the period behind the level that is compared with.
fn period_of_level(reader: &SentenceReader<'_, '_>, words: &Range<usize>) -> Option<Range<usize>> {
    const NEAR: usize = 8;
    let sentence = reader.sentence;
    let level =
        words.clone().any(|at| matches!(sentence.key(at), "mức" | "tốc" | "bình" | "trung"));
    let figure = sentence.items.get(words.end)?;
    let dated = |words: Range<usize>| period_in(sentence, words);
    if !level || !matches!(figure.what, What::Quantity(_)) || dated(words.clone()).is_some() {
        return None;
    }
    let from = words.end + 1;
    let end = sentence.items.len().min(from + NEAR);
    let end = (from..end).find(|at| sentence.is_mark(*at, ",;()")).unwrap_or(end);
    dated(from..end)
}

/// The words of a base without the cause behind it, and without the period of the change itself: "năm 2021 do mưa lũ",
/// "year-on-year in the third quarter".
fn only_base(reader: &SentenceReader<'_, '_>, words: Range<usize>) -> Range<usize> {
    let sentence = reader.sentence;
    let complete = sentence.phrase(words.start) == Some(Phrase::Compare);
    let ends = |at: &usize| {
        matches!(sentence.key(*at), "do" | "nhờ" | "vì" | "bởi" | "due" | "thanks")
            || complete && *at == words.start + 1 && matches!(sentence.key(*at), "in" | "during")
    };
    let end = (words.start + 1..words.end).find(ends).unwrap_or(words.end);
    words.start..end
}

/// Gives the change before one with a base the same base: "tăng 1,84 điểm và tăng 13 bậc so với năm 2022".
pub(super) fn share_base(reader: &mut SentenceReader<'_, '_>, gap: &Gap, period: &str) {
    let sentence = reader.sentence;
    let and = |at: usize| sentence.phrase(at) == Some(Phrase::And);
    let joined = gap.complement.is_empty() && !gap.body.is_empty() && gap.body.clone().all(and);
    // "tăng 0,9% (+1.620 ha) so với cùng vụ năm trước".
    let joined = joined || gap.complement.is_empty() && gap.opens && gap.body.len() == 1;
    let changed = reader.before.is_change();
    let beyond = reader.before.role == Some(QuantityRole::BeyondPlan);
    let conjoined = joined && beyond && period != UNNAMED;
    // "vượt 62 tỷ đồng và tăng 4% so với năm 2023": beyond the plan, or beyond that year.
    if let Some(row) = row(reader).filter(|_| conjoined)
        && row.verdict.as_ref().is_some_and(|verdict| !names_plan(&verdict.text))
    {
        row.doubt(Doubt::Construction);
    }
    let Some(row) = row(reader).filter(|_| joined && changed && period != UNNAMED) else { return };
    if let Some(last) = row.changes.last_mut().filter(|last| last.period == UNNAMED) {
        period.clone_into(&mut last.period);
    }
}

/// Gives the base of the last change of a list to those before it: "tăng 35 lớp, 926 học sinh so với năm trước".
pub(super) fn give_base_back(reader: &mut SentenceReader<'_, '_>, period: &str) {
    for Assignment { decision, owner } in reader.assignments.iter().rev() {
        let goes_on = decision.rule == NumberRule::ChangeGoesOn;
        let row = owner.and_then(|at| reader.state.rows.get_mut(at));
        let Some(row) = row.filter(|_| goes_on || decision.rule == NumberRule::Change) else {
            return;
        };
        if let Some(last) = row.changes.last_mut().filter(|last| last.period == UNNAMED) {
            period.clone_into(&mut last.period);
        }
        if !goes_on {
            return;
        }
    }
}

/// Gives the base of the last change of a row of counted things to those right before it.
pub(super) fn share_base_of_counts(reader: &mut SentenceReader<'_, '_>, period: &str) {
    const MOST: usize = 6;
    for Assignment { decision, owner } in reader.assignments.iter().rev().take(MOST) {
        let row = owner.and_then(|at| reader.state.rows.get_mut(at));
        let Some(row) = row.filter(|_| decision.rule == NumberRule::Change) else { return };
        let last = row.changes.last_mut();
        let Some(last) =
            last.filter(|last| last.period == UNNAMED && last.unit == ChangeUnit::Points)
        else {
            return;
        };
        period.clone_into(&mut last.period);
    }
}

/// Whether the words of a verdict name the plan: "vượt kế hoạch 62 tỷ đồng".
fn names_plan(verdict: &str) -> bool {
    let words = tokens(verdict);
    let phrases = (0..words.len()).filter_map(|at| PHRASES.longest(&words[at..]));
    phrases.into_iter().any(|(_, phrase)| matches!(phrase, Phrase::Plan | Phrase::VerdictExceeded))
}
