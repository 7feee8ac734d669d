//! What the words behind a quantity compare it with.

use std::ops::Range;

use super::role::Follow;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::COMPLETE_COMPARISONS;

/// What the complement behind a quantity compares it with.
pub(crate) fn follow(sentence: &Sentence<'_>, complement: &Range<usize>) -> Follow {
    let mut at = complement.start;
    let mut compared = false;
    if is_of_english_plan(sentence, complement) {
        return Follow::Plan(complement.clone());
    }
    while at < complement.end {
        match sentence.items[at].what {
            What::Phrase(Phrase::Plan) => return Follow::Plan(at..complement.end),
            What::Phrase(Phrase::Compare) => {
                compared = true;
                let key = sentence.lower(at);
                if COMPLETE_COMPARISONS.iter().any(|phrase| key.starts_with(phrase)) {
                    let plan =
                        (at..complement.end).any(|at| sentence.phrase(at) == Some(Phrase::Plan));
                    return if plan {
                        Follow::Plan(at..complement.end)
                    } else {
                        Follow::Base(at..complement.end)
                    };
                }
            }
            // "up 7.6 percent from 2023".
            What::Phrase(Phrase::From) if is_from_period(sentence, at, complement) => {
                compared = true;
            }
            What::Phrase(Phrase::Time) | What::Date if compared || is_same_period(sentence, at) => {
                return Follow::Base(at..complement.end);
            }
            // "so với trước khi sáp nhập".
            What::Phrase(Phrase::Prep)
                if compared && matches!(sentence.key(at), "trước" | "sau" | "before") =>
            {
                return other(sentence, at, complement);
            }
            What::Phrase(Phrase::Approx | Phrase::Adverb | Phrase::Prep) => {}
            // "29.6% higher than a year earlier".
            What::Phrase(Phrase::Up | Phrase::Down)
                if matches!(sentence.key(at), "higher" | "lower" | "more" | "less") =>
            {
                compared = true;
            }
            What::Word
                if matches!(
                    sentence.key(at),
                    "the" | "of" | "its" | "this" | "mức" | "cả" | "chỉ" | "than"
                ) => {}
            What::Mark => {}
            _ => return if compared { other(sentence, at, complement) } else { Follow::Nothing },
        }
        at += 1;
    }
    Follow::Nothing
}

/// Whether a complement is a plan with words that say whose: "of the central target", "of the provincial People's
/// Council's plan".
fn is_of_english_plan(sentence: &Sentence<'_>, complement: &Range<usize>) -> bool {
    const LONGEST: usize = 9;
    let mut words = complement.clone().take(LONGEST);
    let of = words.next().is_some_and(|at| sentence.key(at) == "of");
    let plain = |at: &usize| {
        matches!(sentence.items[*at].what, What::Word)
            || matches!(sentence.phrase(*at), Some(Phrase::Word | Phrase::Time | Phrase::Place))
            || sentence.is_mark(*at, "'’")
    };
    let whose = sentence.key(complement.start + 1);
    let named = matches!(whose, "the" | "its" | "their" | "this");
    let plan = words.find(|at| !plain(at));
    of && named && plan.is_some_and(|at| sentence.phrase(at) == Some(Phrase::Plan))
}

/// What is behind a figure, or behind the bracket that holds nothing but it: "tăng 0,9% (+1.620 ha) so với cùng kỳ".
pub(crate) fn behind_bracket(
    sentence: &Sentence<'_>,
    gap: &Gap,
    complement: &Range<usize>,
) -> Range<usize> {
    let close = complement.start;
    let alone = complement.is_empty() && gap.opens && sentence.is_mark(close, ")");
    if !alone || sentence.phrase(close + 1) != Some(Phrase::Compare) {
        return complement.clone();
    }
    let ends = |at: &usize| {
        matches!(sentence.items[*at].what, What::Mark | What::Quantity(_))
            || matches!(sentence.key(*at), "và" | "and" | "nhưng" | "but")
    };
    let end = (close + 1..sentence.items.len()).find(ends).unwrap_or(sentence.items.len());
    close + 1..end
}

/// Something else that is compared with: a plan further behind, or any base.
fn other(sentence: &Sentence<'_>, at: usize, complement: &Range<usize>) -> Follow {
    let plan = (at..complement.end).any(|at| sentence.phrase(at) == Some(Phrase::Plan));
    if plan { Follow::Plan(at..complement.end) } else { Follow::Base(at..complement.end) }
}

/// Whether "from" only has the period that is compared with behind it.
fn is_from_period(sentence: &Sentence<'_>, at: usize, complement: &Range<usize>) -> bool {
    let dated = sentence.items.get(at + 1).is_some_and(|next| next.what == What::Date);
    sentence.key(at) == "from" && at == complement.start && dated && at + 2 >= complement.end
}

fn is_same_period(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.key(at), "cùng" | "đầu" | "cuối") && sentence.phrase(at) == Some(Phrase::Time)
}
