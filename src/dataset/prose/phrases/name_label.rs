//! The label before a name, and the work that a figure is about: "Về giáo dục: …", "Công tác giảm nghèo: …".

use super::before_figure::BeforeFigure;
use super::name_word::{has_content, is_head};
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::{ANNOUNCES_SPEECH, ENDS_LEAD_IN, HAPPENING, RATE_HEADS};
use std::ops::Range;

/// Splits a label off: "Các mặt hàng chủ lực: dệt may".
pub(crate) fn take_label(sentence: &Sentence<'_>, found: &mut BeforeFigure) {
    let colon = found.words.clone().rev().find(|at| sentence.is_mark(*at, ":"));
    let Some(at) = colon else { return take_structure(sentence, found) };
    let start = behind_list_number(sentence, found.words.start..at);
    let (left, right) = (start..at, at + 1..found.words.end);
    let left = structure_in(sentence, left.clone()).unwrap_or(left);
    if let Some(topic) = topic_of_work(sentence, left.clone(), right.clone()) {
        found.subject_last = !has_content(sentence, right.clone());
        found.label = Some(topic);
        found.words = if found.subject_last { right.end..right.end } else { right };
    } else if has_content(sentence, right.clone()) {
        let short = left.len() <= 12
            && !matches!(
                sentence.phrase(left.start),
                Some(Phrase::Prep | Phrase::Part | Phrase::Time)
            );
        let first = left.clone().find(|at| sentence.items[*at].what != What::Mark);
        let says = |at: usize| {
            let is_kept = Some(at) == first && sentence.lower(at) == "duy trì"
                || joins_nouns(sentence, at, &left)
                || sentence.lower(at) == "và" && begins_with_rate(sentence, &left);
            !is_kept
                && matches!(
                    sentence.phrase(at),
                    Some(
                        Phrase::And
                            | Phrase::Exceed
                            | Phrase::Adverb
                            | Phrase::Target
                            | Phrase::VerdictMet
                            | Phrase::VerdictExceeded
                    )
                )
        };
        let named = has_content(sentence, left.clone()) && !left.clone().any(says);
        let quoted = {
            let words = sentence.lower_text(left.clone());
            ANNOUNCES_SPEECH.iter().any(|verb| words.ends_with(verb))
        };
        // "Một số sản phẩm tăng khá so với cùng kỳ: …", "Cơ cấu kinh tế chuyển dịch đúng hướng: …": a sentence.
        let compares = left.clone().any(|at| sentence.phrase(at) == Some(Phrase::Compare));
        let said = compares || is_clause(sentence, left.clone());
        found.label = match said {
            // A structure that has shifted keeps its name.
            true => subject_of_clause(sentence, left),
            false => (short && named && !quoted).then_some(left),
        };
        found.words = right;
    } else if counts_what_happened(sentence, left.clone(), right.clone()) {
        // "Công tác phòng, chống thiên tai: năm 2024 xảy ra 12 đợt mưa lớn".
        let about = usize::from(sentence.key(left.start) == "về");
        found.subject_last = true;
        found.label = Some(left.start + about..left.end);
        found.words = right.end..right.end;
    } else if is_clause(sentence, left.clone()) {
        // "Phong trào X tiếp tục được đẩy mạnh: toàn tỉnh có 2.100 gia đình": no name is before the colon.
        found.subject_last = true;
        found.words = right.end..right.end;
    } else if right.clone().any(|at| has_of_whole(sentence, at)) {
        // "Giáo dục: Toàn tỉnh có 312 trường".
        const LONGEST: usize = 10;
        let short = left.len() <= LONGEST && sentence.phrase(left.start) != Some(Phrase::Prep);
        found.subject_last = true;
        found.label = Some(left).filter(|_| short);
        found.words = right;
    } else if right.clone().any(|at| sentence.phrase(at) == Some(Phrase::Place)) {
        // "Về xã hội: cả xã còn 31 hộ nghèo".
        found.subject_last = true;
    } else {
        found.words = left;
    }
}

/// Splits off the structure whose shares are given: "Về cơ cấu kinh tế, khu vực dịch vụ chiếm 42%".
fn take_structure(sentence: &Sentence<'_>, found: &mut BeforeFigure) {
    const LONGEST: usize = 20;
    let words = found.words.clone();
    let mut commas = words.clone().take(LONGEST).filter(|at| sentence.is_mark(*at, ","));
    let named = |comma| Some((comma, structure_in(sentence, words.start..comma)?));
    let Some((comma, left)) = commas.find_map(named) else { return };
    let right = comma + 1..words.end;
    let sector = matches!(sentence.key(right.start), "khu" | "tỷ" | "nhóm")
        || sentence.lower(right.start).starts_with("khu vực");
    let about = left.start.checked_sub(1).is_some_and(|at| sentence.key(at) == "về");
    if (sector || about) && has_content(sentence, right.clone()) {
        (found.label, found.words) = (Some(left), right);
    }
}

/// The name of a structure, behind a period: "Năm 2024, cơ cấu kinh tế". `None` if words name none, or more than one.
fn structure_in(sentence: &Sentence<'_>, words: Range<usize>) -> Option<Range<usize>> {
    const LONGEST: usize = 5;
    let passed = |at: usize| is_time_or_adverb(sentence, at) || sentence.key(at) == "về";
    let start = words.clone().find(|at| !passed(*at))?;
    let named = start..words.end;
    let plain = |at: usize| {
        sentence.items[at].what == What::Word || sentence.phrase(at) == Some(Phrase::Word)
    };
    let words = sentence.lower_text(named.clone());
    let structure = words == "cơ cấu" || words.starts_with("cơ cấu ");
    (structure && named.len() <= LONGEST && named.clone().all(plain)).then_some(named)
}

/// Whether a phrase says what the whole of a place has: "toàn tỉnh có".
fn has_of_whole(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.phrase(at) == Some(Phrase::Have) && sentence.key(at) == "toàn"
}

/// Whether an item says when, or is an adverb or a comma behind that.
fn is_time_or_adverb(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.items[at].what == What::Date
        || matches!(sentence.phrase(at), Some(Phrase::Adverb | Phrase::Time))
        || sentence.is_mark(at, ",")
}

/// Whether the words behind a colon only say when something happened that is counted and named behind the figure: "Dịch
/// bệnh: năm 2024 ghi nhận 512 ca sốt xuất huyết".
fn counts_what_happened(sentence: &Sentence<'_>, left: Range<usize>, right: Range<usize>) -> bool {
    const LONGEST: usize = 9;
    const LEAD: usize = 4;
    let happened = |at: usize| {
        matches!(sentence.phrase(at), Some(Phrase::Have | Phrase::Reach))
            && HAPPENING.contains(&sentence.lower(at))
    };
    let figure = (right.end..sentence.items.len().min(right.end + LEAD))
        .find(|at| matches!(sentence.items[*at].what, What::Quantity(_)));
    let Some(figure) = figure else { return false };
    let What::Quantity(index) = sentence.items[figure].what else { return false };
    let happens = (right.start..figure).any(happened);
    let bare = right.clone().all(|at| is_time_or_adverb(sentence, at) || happened(at));
    // "Đảng viên: có 512 người" names what is counted before the colon.
    let named = sentence.items.get(figure + 1).is_some_and(|next| {
        matches!(next.what, What::Word | What::Phrase(Phrase::Word | Phrase::Verb))
    });
    let counted = sentence.quantities[index].is_count() && named;
    happens && bare && counted && left.len() <= LONGEST && !is_head(sentence, left.start)
}

/// What a sentence before a colon is about: "Cơ cấu kinh tế" in "Cơ cấu kinh tế chuyển dịch đúng hướng".
fn subject_of_clause(sentence: &Sentence<'_>, words: Range<usize>) -> Option<Range<usize>> {
    let verb = words.clone().skip(2).find(|at| {
        matches!(sentence.phrase(*at), Some(Phrase::Verb | Phrase::Adverb | Phrase::Have))
            || sentence.key(*at) == "chuyển" && sentence.key(at + 1) == "dịch"
    })?;
    let structure = sentence.lower_text(words.start..verb).starts_with("cơ cấu ");
    structure.then_some(words.start..verb)
}

/// Whether words before a colon say what was done, and end with that: "tiếp tục được đẩy mạnh".
fn is_clause(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let text = sentence.lower_text(words.clone());
    words.len() > 2 && ENDS_LEAD_IN.iter().any(|end| text.ends_with(end))
}

/// Where words begin behind the number of a heading: "Trồng trọt" in "1. Trồng trọt".
fn behind_list_number(sentence: &Sentence<'_>, words: Range<usize>) -> usize {
    let from = sentence.items.get(words.start).map_or(0, |item| item.from);
    let aside = sentence.asides.binary_search_by_key(&from, |aside| aside.from);
    let numbered =
        aside.is_ok_and(|at| sentence.asides[at].decision.rule == NumberRule::ListNumber);
    let marks = (words.start + 1..words.end).take_while(|at| sentence.is_mark(*at, ".)"));
    if numbered { words.start + 1 + marks.count() } else { words.start }
}

/// Whether "và" is between the nouns of a label that has nothing else: "Án hôn nhân và gia đình".
pub(super) fn joins_nouns(sentence: &Sentence<'_>, at: usize, label: &Range<usize>) -> bool {
    let noun = |at: usize| {
        matches!(sentence.items[at].what, What::Word | What::Mark | What::Date)
            || sentence.phrase(at) == Some(Phrase::Word)
    };
    let word = |at: usize| label.contains(&at) && sentence.items[at].what == What::Word;
    sentence.lower(at) == "và"
        && at.checked_sub(1).is_some_and(word)
        && word(at + 1)
        && label.clone().all(|other| other == at || noun(other))
}

/// Whether a label is the name of a rate, which may be one of two things: "Tỷ lệ giáo viên đạt chuẩn và trên chuẩn".
fn begins_with_rate(sentence: &Sentence<'_>, label: &Range<usize>) -> bool {
    let mut words = label.clone();
    let Some(first) = words.find(|at| sentence.items[*at].what != What::Mark) else { return false };
    let lower = sentence.lower_text(first..label.end);
    RATE_HEADS.iter().any(|head| lower.starts_with(head))
}

/// "Về ma túy: phát hiện 518 vụ", "Về giao thông: xảy ra 236 vụ tai nạn": what the verb behind the colon is about.
fn topic_of_work(
    sentence: &Sentence<'_>,
    left: Range<usize>,
    right: Range<usize>,
) -> Option<Range<usize>> {
    const LONGEST: usize = 9;
    let topic = left.start + 1..left.end;
    let about = sentence.key(left.start) == "về" && topic.len() <= LONGEST;
    let first = right.clone().find(|at| !is_time_or_adverb(sentence, *at))?;
    let done = matches!(sentence.phrase(first), Some(Phrase::Verb | Phrase::Have));
    let plain = topic.clone().all(|at| {
        matches!(sentence.items[at].what, What::Word | What::Mark)
            || matches!(sentence.phrase(at), Some(Phrase::Word | Phrase::And | Phrase::Verb))
    });
    (about && done && plain && has_content(sentence, topic.clone())).then_some(topic)
}
