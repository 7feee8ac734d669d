//! Where the words of a period begin and end.

use std::ops::Range;

use super::name_word::is_head;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::period::is_english_month;
use crate::lexicon::prose::Phrase;

/// The first period in a range of items.
pub(crate) fn period_in(sentence: &Sentence<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let start = range.clone().find(|at| {
        matches!(sentence.items[*at].what, What::Date)
            || sentence.phrase(*at) == Some(Phrase::Time)
            || is_quarter_code(sentence, *at)
    })?;
    Some(start..end_of_time(sentence, start..range.end))
}

/// The end of an earlier period behind "so với": up to a comma or a verb.
pub(crate) fn end_of_base(sentence: &Sentence<'_>, words: Range<usize>) -> usize {
    let mut end = words.start;
    while end < words.end {
        let goes_on = match sentence.items[end].what {
            What::Word | What::Date | What::Aside => true,
            What::Phrase(phrase) => matches!(
                phrase,
                Phrase::Time | Phrase::Word | Phrase::Place | Phrase::Plan | Phrase::Prep
            ),
            _ => false,
        };
        if !goes_on || is_head(sentence, end) {
            break;
        }
        end += 1;
    }
    end
}

/// Whether a word is the name of a month: "tháng Tám", "tháng Mười một". Some of them are also other words, unless
/// they have a capital.
pub(crate) fn is_month_name(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(item) = sentence.items.get(at) else { return false };
    let Some(before) = item.from.checked_sub(1).and_then(|at| sentence.tokens.get(at)) else {
        return false;
    };
    let word = &sentence.tokens[item.from];
    let capital = word.text.starts_with(char::is_uppercase);
    if &*before.key == "mười" && matches!(&*word.key, "một" | "hai") {
        return at.checked_sub(1).is_some_and(|at| is_month_name(sentence, at));
    }
    let named = match &*word.key {
        "giêng" | "tư" | "sáu" | "bảy" | "tám" | "chín" | "mười" | "chạp" => true,
        "hai" | "ba" => capital,
        _ => false,
    };
    &*before.key == "tháng" && named
}

/// Whether an item is the code of a quarter with its year behind it: "Q3 2023/24".
pub(crate) fn is_quarter_code(sentence: &Sentence<'_>, at: usize) -> bool {
    let coded = matches!(sentence.key(at), "q1" | "q2" | "q3" | "q4");
    coded && begins_with_year(sentence, at + 1 + usize::from(sentence.is_mark(at + 1, ",")))
}

/// Whether a word is the number of the quarter before it: "quarter two 2024/25".
fn is_number_of_quarter(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.key(at), "one" | "two" | "three" | "four")
        && at.checked_sub(1).is_some_and(|before| sentence.key(before) == "quarter")
}

/// Whether a comma is between an English quarter and its year: "Quarter 3, 2023/24".
fn is_before_year(sentence: &Sentence<'_>, first: usize, comma: usize) -> bool {
    let quarter = matches!(sentence.key(first), "quarter") || is_quarter_code(sentence, first);
    // "December 20, 2024".
    let day = is_english_month(sentence.key(first)) && comma == first + 2;
    (quarter || day) && sentence.is_mark(comma, ",") && begins_with_year(sentence, comma + 1)
}

fn begins_with_year(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(item) = sentence.items.get(at).filter(|item| item.what == What::Date) else {
        return false;
    };
    let year = sentence.tokens.get(item.from);
    year.is_some_and(|token| token.text.len() == 4 && token.text.starts_with(['1', '2']))
}

pub(crate) fn end_of_time(sentence: &Sentence<'_>, words: Range<usize>) -> usize {
    let mut end = words.start + 1;
    while end < words.end {
        let goes_on = match sentence.items[end].what {
            What::Date => true,
            What::Phrase(Phrase::Prep) => {
                sentence.key(end) == "of"
                    && end + 1 < words.end
                    && (matches!(sentence.items[end + 1].what, What::Date)
                        || sentence.phrase(end + 1) == Some(Phrase::Time))
            }
            What::Phrase(phrase) => matches!(phrase, Phrase::Time | Phrase::Sum),
            What::Word => {
                matches!(sentence.key(end), "i" | "ii" | "iii" | "iv" | "nay" | "này")
                    || is_month_name(sentence, end)
                    || is_number_of_quarter(sentence, end)
            }
            What::Mark => {
                sentence.is_mark(end, "/-–") || is_before_year(sentence, words.start, end)
            }
            What::Quantity(_) | What::Aside => false,
        };
        if !goes_on {
            break;
        }
        end += 1;
    }
    end
}

pub(crate) fn start_of_time(sentence: &Sentence<'_>, words: Range<usize>) -> usize {
    let mut start = words.end;
    while start > words.start {
        let at = start - 1;
        let goes_on = match sentence.items[at].what {
            What::Date => true,
            What::Phrase(phrase) => {
                matches!(phrase, Phrase::Time | Phrase::Prep | Phrase::Sum | Phrase::Approx)
            }
            What::Word => {
                matches!(sentence.key(at), "i" | "ii" | "iii" | "iv")
                    || is_month_name(sentence, at)
                    || is_quarter_code(sentence, at)
            }
            What::Mark => sentence.is_mark(at, "/-–"),
            What::Quantity(_) | What::Aside => false,
        };
        if !goes_on {
            break;
        }
        start = at;
    }
    start
}

/// The period within a name that says behind it in which prices it is, or what a balance is.
pub(super) fn inner_period(sentence: &Sentence<'_>, words: &Range<usize>) -> Option<Range<usize>> {
    let prices = |at: &usize| sentence.lower_text(*at..words.end).starts_with("theo giá ");
    let balance = || {
        let last = words.clone().next_back()?;
        let named = matches!(&*sentence.lower(last), "xuất siêu" | "nhập siêu");
        let estimated = last > 0 && sentence.phrase(last - 1) == Some(Phrase::Estimate);
        named.then_some(last - usize::from(estimated))
    };
    let end = words.clone().find(prices).or_else(balance)?;
    let start = start_of_time(sentence, words.start..end);
    (words.start < start && start < end).then_some(start..end)
}
