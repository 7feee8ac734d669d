//! Years that a sentence names in passing, as the start from which something came: "Từ chỗ chỉ đạt
//! 6/19 tiêu chí năm 2011, đến hết năm 2020 …", "Năm 2011 xã mới đạt 6/19 tiêu chí, đến nay …".
//! They are the period of that figure only.

use std::ops::Range;

use super::period_mentions::Mention;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::passing_words::{FROM_STARTS, ONLY_THEN, SINCE_THEN};
use crate::lexicon::prose::Phrase;
use crate::model::Span;

/// The most items that are looked at on either side of a year.
const FARTHEST: usize = 40;

/// Whether a year is only that of a start from which something came.
pub(crate) fn is_in_passing(sentence: &Sentence<'_>, mention: &Mention) -> bool {
    let year = mention.period.is_some_and(|period| matches!(period.span(), Span::Year | Span::By));
    year && !says_until_now(sentence, mention)
        && (is_behind_start(sentence, mention)
            || is_of_first_value(sentence, mention)
            || is_before_change(sentence, mention))
}

/// Whether a year is that up to which something has changed itself: "đến hết năm 2020".
fn says_until_now(sentence: &Sentence<'_>, mention: &Mention) -> bool {
    let from = mention.items.start.saturating_sub(2);
    let words = sentence.lower_text(from..mention.items.end);
    SINCE_THEN.iter().any(|since| words.contains(since))
}

/// Whether a year is behind the words for a start, with nothing about what came of it between them:
/// "từ chỗ chỉ đạt 6/19 tiêu chí năm 2011".
fn is_behind_start(sentence: &Sentence<'_>, mention: &Mention) -> bool {
    let before = mention.items.start.saturating_sub(FARTHEST)..mention.items.start;
    let words = sentence.lower_text(before);
    let start = FROM_STARTS.iter().filter_map(|start| words.rfind(start)).max();
    start.is_some_and(|start| {
        words.get(start..).is_some_and(|words| !names(words, &SINCE_THEN) && !words.contains("lên"))
    })
}

/// Whether a year belongs to the value from which something rose or fell: "tăng từ 14,2 triệu đồng năm 2011 lên 52,6
/// triệu đồng năm 2020".
fn is_of_first_value(sentence: &Sentence<'_>, mention: &Mention) -> bool {
    let start = mention.items.start;
    let figure = |at: usize| matches!(sentence.items[at].what, What::Quantity(_));
    let from = |at: usize| sentence.phrase(at) == Some(Phrase::From);
    let behind = start.checked_sub(2).is_some_and(|at| figure(at + 1) && from(at));
    behind && sentence.phrase(mention.items.end) == Some(Phrase::To)
}

/// Whether a year has its own words for how little there was in it, and the sentence goes on with what there is now.
fn is_before_change(sentence: &Sentence<'_>, mention: &Mention) -> bool {
    let end = sentence.items.len().min(mention.items.end + FARTHEST);
    let clause_end = (mention.items.end..end).find(|at| sentence.is_mark(*at, ",;"));
    let Some(clause_end) = clause_end else { return false };
    let little = |at: usize| {
        // "nông thôn mới", "chỉ tiêu".
        let says = matches!(sentence.phrase(at), Some(Phrase::Adverb | Phrase::Reach));
        let words = sentence.lower(at);
        says && sentence.key(at.saturating_sub(1)) != "thôn"
            && words.split(' ').any(|word| ONLY_THEN.contains(word))
    };
    (mention.items.end..clause_end).any(little)
        && !is_planned(sentence, clause_end..end)
        && names(&sentence.lower_text(clause_end..end), &SINCE_THEN)
}

fn is_planned(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    words.into_iter().any(|at| sentence.phrase(at) == Some(Phrase::Target))
}

fn names(words: &str, list: &[&str]) -> bool {
    list.iter().any(|word| words.contains(word))
}
