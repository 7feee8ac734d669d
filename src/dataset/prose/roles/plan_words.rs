//! The words before a quantity that name a plan, so that it is the planned figure.

use std::ops::Range;

use super::role::RoleContext;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::{GIVES_PLANS, NEXT_TO_PLAN};

/// "vượt chỉ tiêu Chính phủ giao (60%)", "thấp hơn mục tiêu đề ra (8,4%)": the plan is named right before a bracket.
pub(super) fn names_plan_before_bracket(context: &RoleContext<'_, '_>) -> bool {
    const OWNER: usize = 5;
    let RoleContext { sentence, gap, .. } = context;
    let Some(open) = gap.body.end.checked_sub(1).filter(|_| gap.opens) else { return false };
    // "12.400 học sinh/13.000 chỉ tiêu (95,4%)": the target was before it.
    if gap.all.start.checked_sub(2).is_some_and(|at| sentence.is_mark(at, "/")) {
        return false;
    }
    let words = || (gap.all.start..open).rev().take(OWNER + 1);
    let is_plan = |at: usize| {
        matches!(
            sentence.phrase(at),
            Some(
                Phrase::Plan | Phrase::VerdictExceeded | Phrase::VerdictMet | Phrase::VerdictMissed
            )
        )
    };
    let plain = |at: usize| {
        matches!(sentence.items[at].what, What::Word | What::Date)
            || matches!(
                sentence.phrase(at),
                Some(Phrase::Verb | Phrase::Word | Phrase::Place | Phrase::Time | Phrase::Prep)
            )
    };
    let plan = words().find(|at| is_plan(*at));
    plan.is_some_and(|plan| (plan + 1..open).all(plain))
}

/// Whether "against" or "and" is right before the words for a plan: "against a target of".
pub(super) fn begins_english_plan(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let joins =
        sentence.phrase(words.start) == Some(Phrase::Compare) || sentence.key(words.start) == "and";
    let article = |at: &usize| matches!(sentence.key(*at), "a" | "an" | "the" | "our" | "its");
    let next = words.clone().skip(1).find(|at| !article(at));
    let plan = next.is_some_and(|at| sentence.phrase(at) == Some(Phrase::Plan));
    joins && plan && sentence.lower(words.start).is_ascii()
}

/// Whether the words since the last bracket, slash or comma name only the plan.
pub(super) fn names_plan(context: &RoleContext<'_, '_>) -> bool {
    let RoleContext { sentence, gap, .. } = context;
    // "trong khi kế hoạch là 1,1 tỷ USD".
    let during =
        |at: usize| sentence.phrase(at) == Some(Phrase::And) && sentence.key(at) == "trong";
    // "97.8% of council tax against a target of 98.2%", "… and a target of 20 days".
    let begins_plan = |at: usize| begins_english_plan(sentence, at..gap.all.end);
    let from = gap
        .all
        .clone()
        .rev()
        .find(|at| {
            sentence.is_mark(*at, "(,;/)")
                || during(*at)
                || begins_plan(*at)
                || matches!(
                    sentence.phrase(*at),
                    Some(Phrase::VerdictExceeded | Phrase::VerdictMet | Phrase::VerdictMissed)
                )
        })
        .map_or(gap.all.start, |at| {
            let skipped = sentence.items[at].what == What::Mark || during(at) || begins_plan(at);
            at + usize::from(skipped)
        });
    let mut planned = false;
    for at in from..gap.all.end {
        match sentence.items[at].what {
            What::Phrase(
                Phrase::Plan | Phrase::VerdictExceeded | Phrase::VerdictMet | Phrase::VerdictMissed,
            ) => planned = true,
            What::Phrase(Phrase::Target) => planned = true,
            What::Phrase(
                Phrase::Time
                | Phrase::Reach
                | Phrase::Approx
                | Phrase::Adverb
                | Phrase::Up
                | Phrase::Down
                | Phrase::Prep
                | Phrase::Have
                | Phrase::Equal
                | Phrase::To
                | Phrase::From
                | Phrase::Estimate
                | Phrase::Compare
                | Phrase::Verb,
            )
            | What::Date
            | What::Mark => {}
            What::Word if NEXT_TO_PLAN.contains(sentence.key(at)) => {}
            _ => return false,
        }
    }
    planned
}

/// "(chỉ tiêu Bộ Công an giao trên 95%)": the giver of the plan is named between it and the verb,
/// right before the figure.
pub(super) fn names_plan_of_giver(context: &RoleContext<'_, '_>) -> bool {
    const LONGEST: usize = 14;
    let RoleContext { sentence, gap, .. } = context;
    let open = gap.all.clone().rev().find(|at| sentence.is_mark(*at, "()"));
    let Some(open) = open.filter(|at| sentence.is_mark(*at, "(")) else { return false };
    let giver = open + 1..gap.lead.start;
    let plan = sentence.phrase(giver.start) == Some(Phrase::Plan) && giver.len() > 1;
    let given = giver.clone().next_back().is_some_and(|last| {
        GIVES_PLANS.iter().any(|verb| {
            let words = sentence.lower_text(last.saturating_sub(1).max(giver.start)..last + 1);
            words.ends_with(verb)
        })
    });
    let apart = giver.clone().any(|at| sentence.is_mark(at, ",;:"));
    plan && given && !apart && giver.len() <= LONGEST
}
