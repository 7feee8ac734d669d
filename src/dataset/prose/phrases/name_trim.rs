//! What is no name at the start and at the end of the words before a figure: periods, subjects, verbs.

use std::ops::Range;

use super::before_figure::BeforeFigure;
use super::name_word::is_head;
use super::period_mentions::is_base;
use super::period_words::{end_of_base, end_of_time, is_month_name, start_of_time};
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::{FUNCTION_WORDS, SUBJECTS};

pub(super) fn trim_start(sentence: &Sentence<'_>, found: &mut BeforeFigure) {
    while found.words.start < found.words.end {
        let at = found.words.start;
        let next = at + 1;
        if is_proper(sentence, at) {
            return;
        }
        match sentence.items[at].what {
            What::Mark if !matches!(sentence.key(at), "“" | "\"") || next == found.words.end => {
                found.words.start = next
            }
            What::Phrase(Phrase::Compare) => {
                let end = end_of_base(sentence, next..found.words.end);
                if end == next {
                    return;
                }
                found.base = Some(next..end);
                found.words.start = end;
            }
            What::Phrase(Phrase::Time) if is_measured_time(sentence, &found.words) => return,
            What::Phrase(Phrase::Time | Phrase::Sum) | What::Date => {
                let end = end_of_time(sentence, at..found.words.end);
                if found.period.is_none() {
                    found.period = Some(at..end);
                }
                found.words.start = end.max(next);
            }
            // "Mục tiêu cả năm 2023 thu ngân sách đạt …".
            What::Phrase(Phrase::Plan) if is_plan_of_time(sentence, &found.words) => {
                found.words.start = next
            }
            What::Phrase(phrase) if opens_no_name(phrase) => found.words.start = next,
            What::Phrase(phrase) if announces_value(phrase) && !is_head(sentence, at) => {
                found.words.start = next
            }
            // "nâng tổng số đảng viên lên …".
            What::Phrase(Phrase::Verb)
                if matches!(sentence.key(at), "nâng" | "đưa") && is_head(sentence, next) =>
            {
                found.words.start = next
            }
            What::Phrase(Phrase::Place)
                if goes_on_after_subject(sentence, next..found.words.end) =>
            {
                found.words.start = next
            }
            What::Phrase(Phrase::Have) if next < found.words.end => found.words.start = next,
            What::Word
                if matches!(sentence.key(at), "the" | "a" | "an" | "its")
                    && is_english(sentence, next) =>
            {
                found.words.start = next
            }
            // "It attracted 97 projects": the pronoun names nobody.
            What::Word if is_pronoun(sentence, at) => found.words.start = next,
            What::Word if sentence.key(at) == "công" && sentence.key(next) == "tác" => {
                found.words.start = next + 1
            }
            What::Word if SUBJECTS.contains(sentence.key(at)) => {
                let Some(end) = end_of_subject(sentence, at..found.words.end) else { return };
                found.words.start = end;
            }
            _ => return,
        }
    }
}

/// Whether words begin with a plan and its period, and go on with what is planned.
fn is_plan_of_time(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let next = words.start + 1;
    let time = next < words.end
        && (sentence.phrase(next) == Some(Phrase::Time) || sentence.items[next].what == What::Date);
    time && {
        let end = end_of_time(sentence, next..words.end);
        let head = is_head(sentence, end) || sentence.phrase(end) == Some(Phrase::Verb);
        head && end < words.end
    }
}

/// Whether a phrase is no part of a name that begins with it.
fn opens_no_name(phrase: Phrase) -> bool {
    matches!(
        phrase,
        Phrase::And
            | Phrase::Part
            | Phrase::Adverb
            | Phrase::Prep
            | Phrase::Estimate
            | Phrase::Respectively
            | Phrase::Approx
            | Phrase::Opener
            | Phrase::Target
    )
}

/// Whether a phrase says how a value follows, unless it begins the name of an indicator.
fn announces_value(phrase: Phrase) -> bool {
    matches!(
        phrase,
        Phrase::Up
            | Phrase::Down
            | Phrase::Reach
            | Phrase::Equal
            | Phrase::From
            | Phrase::To
            | Phrase::Exceed
            | Phrase::Share
    )
}

/// "it", but not "IT".
fn is_pronoun(sentence: &Sentence<'_>, at: usize) -> bool {
    let token = sentence.items.get(at).and_then(|item| sentence.tokens.get(item.from));
    let capitals = token.is_none_or(|token| token.is_capitals());
    matches!(sentence.key(at), "it" | "they" | "we") && !capitals
}

/// Whether words begin with a time that is measured, and not with a period: "Ngày lưu trú bình quân của khách là 1,8
/// ngày".
fn is_measured_time(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let (at, next) = (words.start, words.start + 1);
    let time = sentence.key(at);
    let lower = sentence.items.get(next).and_then(|item| sentence.tokens.get(item.from));
    let lower = lower.is_some_and(|token| token.text.starts_with(char::is_lowercase));
    let named = next < words.end
        && matches!(time, "ngày" | "tuần" | "tháng")
        && sentence.items[at].to - sentence.items[at].from == 1
        && lower
        && !FUNCTION_WORDS.contains(sentence.key(next))
        && !is_month_name(sentence, next)
        && (sentence.items[next].what == What::Word
            || matches!(sentence.phrase(next), Some(Phrase::Word | Phrase::Verb)));
    let text = sentence.lower_text(words.clone());
    let average = text.contains("bình quân") || text.contains("trung bình");
    let quantity = sentence.places.iter().position(|place| *place >= words.end);
    let unit = quantity.and_then(|at| sentence.quantities[at].unit.as_deref());
    named && (average || unit == Some(time))
}

/// Whether a capital behind a comma begins a name: "Gia nhập thị trường 7,83 điểm, Tiếp cận đất đai 7,21 điểm".
fn is_proper(sentence: &Sentence<'_>, at: usize) -> bool {
    let token = sentence.items.get(at).and_then(|item| sentence.tokens.get(item.from));
    let capital = token.is_some_and(|token| token.text.starts_with(char::is_uppercase));
    let listed =
        at > 0 && sentence.is_mark(at - 1, ",;") || at > 1 && sentence.is_mark(at - 1, ":");
    // "Tuy Phong 8 người": two capitals in a row are a name, whatever the first word means.
    let next = sentence.items.get(at + 1).and_then(|item| sentence.tokens.get(item.from));
    let named = next.is_some_and(|next| {
        next.text.starts_with(char::is_uppercase) && next.text.chars().any(char::is_lowercase)
    });
    let accented = named || token.is_some_and(|token| !token.text.is_ascii());
    let time = matches!(sentence.items.get(at).map(|item| item.what), Some(What::Date))
        || matches!(
            sentence.phrase(at),
            Some(Phrase::Time | Phrase::Compare | Phrase::Part | Phrase::Sum | Phrase::Place)
        )
        || sentence.phrase(at) == Some(Phrase::And) && !named;
    capital && listed && accented && !time
}

/// Whether a word is in lower case and without accents, as behind an English article.
pub(super) fn is_english(sentence: &Sentence<'_>, at: usize) -> bool {
    let token = sentence.items.get(at).and_then(|item| sentence.tokens.get(item.from));
    token.is_some_and(|token| {
        token.text.is_ascii()
            && !token
                .text
                .chars()
                .next()
                .is_some_and(|c| c.is_uppercase() && token.text.len() > 1 && !token.is_capitals())
    })
}

/// Whether what is behind a subject is what it does: "toàn tỉnh có …", "huyện đã …".
pub(super) fn goes_on_after_subject(sentence: &Sentence<'_>, rest: Range<usize>) -> bool {
    match rest.clone().next() {
        None => true,
        Some(at) => {
            matches!(
                sentence.phrase(at),
                Some(
                    Phrase::Have
                        | Phrase::Verb
                        | Phrase::Adverb
                        | Phrase::Reach
                        | Phrase::Estimate
                        | Phrase::Target
                        | Phrase::Time
                )
            ) || sentence.is_mark(at, ",:")
                || sentence.items[at].what == What::Date
                || is_head(sentence, at)
        }
    }
}

/// The end of a subject of one to six words that a verb follows.
pub(super) fn end_of_subject(sentence: &Sentence<'_>, words: Range<usize>) -> Option<usize> {
    const WORDS: usize = 6;
    // "xã Tân Lập": a verb with a capital is part of the name.
    let proper = |at: usize| {
        let item = sentence.items.get(at);
        let token = item.and_then(|item| sentence.tokens.get(item.from));
        sentence.phrase(at) == Some(Phrase::Verb)
            && token.is_some_and(|token| token.text.starts_with(char::is_uppercase))
    };
    let end = (words.start + 1..words.end.min(words.start + WORDS)).find(|at| {
        !proper(*at) && !matches!(sentence.items[*at].what, What::Word | What::Mark)
            || sentence.is_mark(*at, ",(")
    })?;
    let office = matches!(sentence.key(words.start), "huyện" | "tỉnh" | "xã" | "thành" | "thị");
    let verb = matches!(
        sentence.phrase(end),
        Some(Phrase::Have | Phrase::Adverb | Phrase::Target | Phrase::Opener)
    ) || office && sentence.phrase(end) == Some(Phrase::Verb);
    verb.then_some(end)
}

pub(super) fn trim_end(sentence: &Sentence<'_>, found: &mut BeforeFigure) {
    while found.words.start < found.words.end {
        let at = found.words.end - 1;
        match sentence.items[at].what {
            What::Mark if sentence.is_mark(at, ")”") => {
                // "Tai nạn giao thông (từ ngày 15/12/2023 đến 14/3/2024): …".
                if let Some(open) = bracket_of_time(sentence, found.words.clone()) {
                    found.words.end = open;
                    continue;
                }
                if closes(sentence, found.words.clone()) {
                    return;
                }
                found.words.end = at;
            }
            What::Mark => found.words.end = at,
            What::Phrase(Phrase::Adverb) if matches!(sentence.key(at), "bình" | "mới") => return,
            // "đặt mục tiêu tăng trưởng năm 2026 đạt 10%": a change that is named as one.
            What::Phrase(Phrase::Up) if at == found.words.start && is_head(sentence, at) => return,
            What::Phrase(_) if is_before_was(sentence, &found.words) => return,
            What::Phrase(phrase) if ends_no_name(phrase) => found.words.end = at,
            // "việc làm quý III".
            What::Word
                if matches!(sentence.key(at), "i" | "ii" | "iii" | "iv")
                    && at > found.words.start
                    && sentence.key(at - 1) == "quý" =>
            {
                cut_period(sentence, found, at - 1);
            }
            // "kim ngạch xuất khẩu tháng Tám".
            What::Word if is_month_name(sentence, at) => {
                let start = start_of_time(sentence, found.words.clone());
                cut_period(sentence, found, start);
            }
            // "Hàn Quốc với 1,18 triệu lượt"; "múa bát, với 1.000 người" is turned round elsewhere.
            What::Phrase(Phrase::Have)
                if matches!(sentence.key(at), "với" | "with")
                    && at > found.words.start
                    && !sentence.is_mark(at - 1, ",") =>
            {
                found.words.end = at;
            }
            What::Word if matches!(sentence.key(at), "the") && at > found.words.start => {
                found.words.end = at;
            }
            // "Chỉ số PCI năm 2022 của tỉnh".
            What::Phrase(Phrase::Place)
                if at > found.words.start
                    && sentence.items[at - 1].what == What::Date
                    && !is_ordinal(sentence, at - 1)
                    && !is_base(sentence, at - 1) =>
            {
                found.words.end = at;
            }
            // "khắc phục hậu quả bão số 3".
            What::Date if is_ordinal(sentence, at) => return,
            What::Phrase(Phrase::Time)
                if counts_years(sentence, at) || is_each_month(sentence, &found.words) =>
            {
                return;
            }
            What::Date | What::Phrase(Phrase::Time) => {
                let start = start_of_time(sentence, found.words.clone());
                // "Lãi suất kỳ hạn 12 tháng": how long, and not when.
                let before = start.checked_sub(1).filter(|before| *before >= found.words.start);
                if before.is_some_and(|before| {
                    let words = sentence.lower(before);
                    words.ends_with("hạn") || words == "term"
                }) {
                    return;
                }
                cut_period(sentence, found, start);
            }
            _ => return,
        }
    }
}

/// Whether English words end with a preposition or a participle that nothing but "was" follows, which belongs to them:
/// "The number of children looked after was 372", "The number of days lost was 412".
fn is_before_was(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let last = words.end - 1;
    let english = |at: usize| sentence.key(at).is_ascii();
    let stranded = matches!(
        sentence.phrase(last),
        Some(Phrase::Prep | Phrase::Down | Phrase::Up | Phrase::Have)
    );
    let verb = matches!(sentence.key(words.end), "was" | "were" | "is" | "are" | "stood");
    stranded && verb && words.len() > 2 && english(last) && english(last - 1)
}

/// Whether a phrase is no part of a name that ends with it.
fn ends_no_name(phrase: Phrase) -> bool {
    matches!(
        phrase,
        Phrase::Adverb
            | Phrase::Estimate
            | Phrase::Reach
            | Phrase::Approx
            | Phrase::And
            | Phrase::Part
            | Phrase::Equal
            | Phrase::Prep
            | Phrase::Up
            | Phrase::Down
            | Phrase::Compare
            | Phrase::Respectively
    )
}

/// Cuts the period off with which words end; it is theirs, unless something is compared with it.
fn cut_period(sentence: &Sentence<'_>, found: &mut BeforeFigure, start: usize) {
    if found.period.is_none() && !is_base(sentence, start) {
        found.period = Some(start..found.words.end);
    }
    found.words.end = start;
}

/// Whether "năm" is behind a number of years, over which a sum is: "tổng thu ngân sách ba năm".
fn counts_years(sentence: &Sentence<'_>, at: usize) -> bool {
    let many = |at: usize| match sentence.items[at].what {
        What::Word => matches!(sentence.key(at), "hai" | "ba" | "bốn" | "năm"),
        What::Date => sentence.key(at).parse::<u8>().is_ok_and(|many| (2..=10).contains(&many)),
        _ => false,
    };
    sentence.lower(at) == "năm" && at.checked_sub(1).is_some_and(many)
}

/// Whether words end with the time that an average is for: "Thu nhập bình quân đầu người một tháng".
fn is_each_month(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let Some(last) = words.end.checked_sub(1).filter(|last| *last > words.start) else {
        return false;
    };
    let each = matches!(&*sentence.lower(last), "tháng" | "năm" | "ngày")
        && matches!(&*sentence.lower(last - 1), "một" | "mỗi");
    each && sentence.lower_text(words.clone()).contains("bình quân")
}

/// Where the bracket at the end of words opens, if it only says when.
fn bracket_of_time(sentence: &Sentence<'_>, words: Range<usize>) -> Option<usize> {
    let open = words.clone().rev().find(|at| sentence.is_mark(*at, "("))?;
    let is_time = |at: usize| {
        matches!(sentence.items[at].what, What::Date | What::Mark)
            || matches!(
                sentence.phrase(at),
                Some(Phrase::Time | Phrase::From | Phrase::To | Phrase::Prep | Phrase::Approx)
            )
            || matches!(sentence.key(at), "đến" | "tính")
    };
    let dated = (open..words.end).any(|at| sentence.items[at].what == What::Date);
    (dated && open > words.start && (open..words.end).all(is_time)).then_some(open)
}

/// Whether numbers set aside are an ordinal, which belongs to the name before it.
pub(super) fn is_ordinal(sentence: &Sentence<'_>, at: usize) -> bool {
    let from = sentence.items[at].from;
    let aside = sentence.asides.binary_search_by_key(&from, |aside| aside.from);
    aside.is_ok_and(|aside| sentence.asides[aside].decision.rule == NumberRule::Ordinal)
}

/// Whether the last closing bracket or quotation mark has its opening one in the words.
pub(super) fn closes(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let count =
        |keys: &[&str]| words.clone().filter(|at| keys.contains(&sentence.key(*at))).count();
    count(&["(", "“"]) >= count(&[")", "”"])
}
