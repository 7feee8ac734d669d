//! The words behind a figure that name what is counted.

use std::ops::Range;

use super::name_trim::is_ordinal;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::dataset::prose::tokens::open_side::OpenSide;
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::ENDS_NAME;

/// The words behind a figure that name what is counted: up to a comparison, a purpose or a period.
pub(crate) fn tail(sentence: &Sentence<'_>, complement: &Range<usize>) -> Range<usize> {
    const WORDS: usize = 14;
    let mut end = complement.start;
    while end < complement.end && end - complement.start < WORDS {
        let stops = match sentence.items[end].what {
            What::Phrase(Phrase::Compare | Phrase::Plan | Phrase::Times) => true,
            // "41,5% số vụ do …": shares that are named by a cause.
            What::Phrase(Phrase::Prep) if sentence.key(end) == "do" => {
                sentence.key(complement.start) != "số"
                    && end > complement.start
                    && !is_cause_of_death(sentence, end)
            }
            // "312 sản phẩm của 231 chủ thể": how many own them is no part of the name.
            What::Phrase(Phrase::Prep) if is_size_of_owners(sentence, end) => {
                end > complement.start
            }
            // "hộ kinh doanh chuyển từ thuế khoán sang kê khai".
            What::Phrase(Phrase::Prep | Phrase::From)
                if turns_into(sentence, end..complement.end) =>
            {
                false
            }
            What::Phrase(Phrase::Prep) => ENDS_NAME.contains(sentence.key(end)),
            What::Phrase(Phrase::Time) => {
                end == complement.start || ends_in_time(sentence, end..complement.end)
            }
            // "1.204 bài thi đạt điểm 10".
            What::Date => !is_ordinal(sentence, end) && ends_in_time(sentence, end..complement.end),
            // "từ 100 đảng viên trở lên", but "30 hộ có thu nhập từ mức trung bình trở lên".
            What::Phrase(Phrase::Word) if or_more(sentence, end) => {
                let before = complement.start.checked_sub(2);
                let from = before.is_some_and(|at| {
                    sentence.key(at) == "từ" || sentence.lower(at).ends_with(" từ")
                });
                from || end == complement.start && is_behind_measure(sentence, end)
            }
            What::Phrase(Phrase::From) if (end..complement.end).any(|at| or_more(sentence, at)) => {
                false
            }
            // "dân số từ 15 tuổi trở lên".
            What::Phrase(Phrase::From)
                if sentence.items.get(end + 1).is_some_and(|next| next.what == What::Aside) =>
            {
                false
            }
            What::Phrase(Phrase::From | Phrase::Up | Phrase::Down | Phrase::To) => {
                end == complement.start || sentence.key(end) == "từ"
            }
            What::Quantity(_) => true,
            _ => false,
        };
        if stops {
            break;
        }
        end += 1;
    }
    while end > complement.start
        && !matches!(sentence.key(end - 1), "mới" | "lại" | "tiếp")
        && matches!(
            sentence.phrase(end - 1),
            Some(Phrase::Prep | Phrase::And | Phrase::Adverb | Phrase::Have | Phrase::Approx)
        )
    {
        end -= 1;
    }
    complement.start..end
}

/// Whether "từ" is behind a verb of a turn, and says from what: "chuyển từ thuế khoán sang kê khai".
fn turns_into(sentence: &Sentence<'_>, rest: Range<usize>) -> bool {
    const LONGEST: usize = 9;
    let verb = rest.start.checked_sub(1).map(|before| sentence.lower(before));
    let turns = verb.is_some_and(|verb| verb.ends_with("chuyển") || verb.ends_with("đổi"));
    let mut behind = rest.clone().take(LONGEST);
    turns
        && sentence.lower(rest.start) == "từ"
        && behind.any(|at| matches!(&*sentence.lower(at), "sang" | "thành"))
}

/// Whether "của" has the number of those behind it to whom something belongs.
fn is_size_of_owners(sentence: &Sentence<'_>, of: usize) -> bool {
    let next = sentence.items.get(of + 1).filter(|next| next.what == What::Aside);
    let aside = next.and_then(|next| {
        let at = sentence.asides.binary_search_by_key(&next.from, |aside| aside.from).ok()?;
        sentence.asides.get(at)
    });
    sentence.key(of) == "của"
        && aside.is_some_and(|aside| aside.decision.rule == NumberRule::SizeOfGroup)
}

/// Whether the figure before an item counts nothing, so that "trở lên" is about it and not about what is counted.
fn is_behind_measure(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| sentence.items.get(at)).map(|item| item.what);
    matches!(before, Some(What::Quantity(index)) if !sentence.quantities[index].is_count())
}

fn or_more(sentence: &Sentence<'_>, at: usize) -> bool {
    let item = sentence.items.get(at);
    item.is_some_and(|item| {
        item.to - item.from == OpenSide::TOKENS
            && OpenSide::at(&sentence.tokens, item.from).is_some()
    })
}

/// "02 ca tử vong do bệnh dại": the cause says which ones are counted.
pub(crate) fn is_cause_of_death(sentence: &Sentence<'_>, at: usize) -> bool {
    let last = at.checked_sub(1).and_then(|at| sentence.items.get(at)).map(|item| item.to - 1);
    let last = last.and_then(|at| sentence.tokens.get(at)).map_or("", |token| &*token.key);
    matches!(last, "vong" | "chết" | "mắc")
}

/// Whether nothing but a period is left.
pub(crate) fn ends_in_time(sentence: &Sentence<'_>, rest: Range<usize>) -> bool {
    rest.clone().all(|at| {
        matches!(sentence.items[at].what, What::Date | What::Mark)
            || matches!(sentence.phrase(at), Some(Phrase::Time | Phrase::Prep))
    })
}
