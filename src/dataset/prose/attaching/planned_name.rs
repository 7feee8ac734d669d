//! What is planned, by the words before a plan that its result follows: "Dự toán thu được giao …,
//! thực hiện …", "Tỷ lệ hộ nghèo kế hoạch giảm …, thực hiện giảm …".

use std::ops::Range;

use crate::dataset::prose::phrases::name_word::{has_content, is_head};
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::{GIVES_PLANS, PLAN_GIVERS};

/// The words that name what is planned in the words before a plan; `None` where they only name whose plan it is.
pub(super) fn planned_name(sentence: &Sentence<'_>, body: Range<usize>) -> Option<Range<usize>> {
    let start = body.clone().rev().find(|at| sentence.is_mark(*at, ";"));
    let start = start.map_or(body.start, |at| at + 1);
    let plan = (start..body.end).rev().find(|at| sentence.phrase(*at) == Some(Phrase::Plan))?;
    let behind = plan + 1..without_giver(sentence, plan + 1..body.end);
    let before = start..plan;
    if has_content(sentence, behind.clone()) {
        let alone = !has_content(sentence, before.clone());
        let labelled = before.clone().any(|at| sentence.is_mark(at, ":"));
        return (alone && !labelled).then_some(behind);
    }
    // "Ban quản lý dự án: kế hoạch 500 tỷ đồng": whose plan it is.
    let colon = before.clone().next_back().filter(|at| sentence.is_mark(*at, ":"));
    let label = before.start..colon.unwrap_or(before.end);
    let named =
        is_head(sentence, label.start) || sentence.phrase(label.start) == Some(Phrase::Verb);
    let owner = colon.is_some() && !named;
    (!owner && has_content(sentence, label.clone())).then_some(label)
}

/// The end of words without those that say when a plan was given, and by whom: "năm 2024 HĐND tỉnh giao".
fn without_giver(sentence: &Sentence<'_>, words: Range<usize>) -> usize {
    let mut end = words.end;
    let mut given = false;
    while let Some(last) = end.checked_sub(1).filter(|last| *last >= words.start) {
        let key = sentence.lower(last);
        let gives = GIVES_PLANS.iter().any(|verb| key.ends_with(verb));
        let set = matches!(
            sentence.phrase(last),
            Some(Phrase::Adverb | Phrase::Time | Phrase::Reach | Phrase::Place)
        ) || matches!(sentence.items[last].what, What::Date | What::Mark)
            || matches!(&*key, "đề" | "ra");
        if !(gives || set || given && PLAN_GIVERS.contains(sentence.key(last))) {
            break;
        }
        given = given && !set || gives;
        end = last;
    }
    end
}
