//! What a change is compared with: an earlier period, or others, of whom the indicator says nothing.

use std::ops::Range;

use super::role::{Follow, QuantityRole, RoleContext};
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::phrases::period_words::is_quarter_code;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::{COMPLETE_COMPARISONS, LEVELS_OF_OTHERS, TIMES_OF_BASE};

/// What a sentence compares all its figures with, if it begins so: "So với cùng kỳ năm trước, sản lượng …, tăng 5%".
pub(crate) fn leading_base(sentence: &Sentence<'_>) -> Follow {
    const LONGEST: usize = 12;
    let timed = |at: &usize| {
        matches!(sentence.items[*at].what, What::Date | What::Mark)
            || matches!(sentence.phrase(*at), Some(Phrase::Time | Phrase::And | Phrase::Prep))
    };
    let start = (0..sentence.items.len().min(LONGEST)).find(|at| !timed(at));
    let Some(start) = start.filter(|at| sentence.phrase(*at) == Some(Phrase::Compare)) else {
        return Follow::Nothing;
    };
    // "So cùng kỳ, thu ngân sách …" says with one phrase what it is with.
    let compare = sentence.lower(start);
    let complete = COMPLETE_COMPARISONS.iter().any(|phrase| compare.starts_with(phrase));
    let start = start + usize::from(!complete);
    let words = start..sentence.items.len().min(start + LONGEST);
    let ends = |at: &usize| matches!(sentence.items[*at].what, What::Mark | What::Quantity(_));
    let Some(end) = words.clone().find(ends).filter(|at| sentence.is_mark(*at, ",")) else {
        return Follow::Nothing;
    };
    let words = words.start..end;
    let planned = words.clone().any(|at| sentence.phrase(at) == Some(Phrase::Plan));
    if words.is_empty() {
        return Follow::Nothing;
    }
    if planned { Follow::Plan(words) } else { Follow::Base(words) }
}

/// Whether a quantity can be compared with what its sentence begins with.
pub(crate) fn takes_leading_base(gap: &Gap, quantity: &Quantity) -> bool {
    match gap.role {
        Some(Phrase::Up | Phrase::Down | Phrase::Exceed) => true,
        Some(Phrase::Equal) => quantity.is_percent(),
        _ => false,
    }
}

/// "cao hơn 0,5 điểm phần trăm so với bình quân chung của tỉnh", "2.1 points lower than the national average":
/// compared with others, which is no change.
pub(super) fn compared_with_others(context: &RoleContext<'_, '_>) -> Option<QuantityRole> {
    let RoleContext { sentence, gap, complement, follow, .. } = context;
    let Follow::Base(words) = follow else { return None };
    let behind = matches!(sentence.key(complement.start), "higher" | "lower" | "more" | "less");
    let compares = matches!(gap.role, Some(Phrase::Up | Phrase::Down | Phrase::Exceed)) || behind;
    if !compares || !is_with_others(sentence, words.clone()) {
        return None;
    }
    // What is named before it has no figure of its own.
    let named = gap.body.clone().any(|at| sentence.items[at].what != What::Mark);
    let own = context.has_row && !named;
    Some(if own { QuantityRole::Remark } else { QuantityRole::Passing })
}

/// Whether the words of a comparison name others, and no earlier time.
fn is_with_others(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let lower = sentence.lower_text(words.clone());
    if LEVELS_OF_OTHERS.iter().any(|level| lower.contains(level)) {
        return true;
    }
    let compares = |at: &usize| {
        matches!(
            sentence.phrase(*at),
            Some(Phrase::Compare | Phrase::Approx | Phrase::Adverb | Phrase::Prep)
        ) || matches!(sentence.key(*at), "the" | "of" | "mức" | "than" | "con" | "số" | "that")
            || sentence.items[*at].what == What::Mark
    };
    let says_when = |at: usize| {
        sentence.items[at].what == What::Date
            || matches!(sentence.phrase(at), Some(Phrase::Time | Phrase::Plan))
            || is_quarter_code(sentence, at)
    };
    let timed = lower.split([' ', '-']).any(|word| TIMES_OF_BASE.contains(word));
    let complete = sentence.phrase(words.start) == Some(Phrase::Compare);
    // "so với tốc độ tăng 6,9% của năm 2023" says behind the figure when that was.
    let next = sentence.items.get(words.end);
    let level = next.is_some_and(|next| matches!(next.what, What::Quantity(_)));
    let named = words.clone().any(|at| !compares(&at));
    named && !timed && !complete && !level && !words.clone().any(says_when)
}
