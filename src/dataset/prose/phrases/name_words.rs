//! The words before a figure that can be a name: behind the last label, target and comma that is no part of it.

use std::ops::Range;

use super::before_figure::BeforeFigure;
use super::limit::{crop_season, limit};
use super::name_trim::{trim_end, trim_start};
use super::name_word::{has_content, is_head, outer_commas};
use super::period_mentions::is_base;
use super::period_words::{end_of_base, inner_period, period_in};
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::place::is_province;
use crate::lexicon::prose::{Phrase, UNITS, UnitClass};
use crate::lexicon::prose_words::{ANNOUNCES_SPEECH, GOODS, LEAVES_OUT, SUBJECTS};

/// Cuts a gap's body to what can be a name.
pub(in crate::dataset::prose) fn before(
    sentence: &Sentence<'_>,
    body: &Range<usize>,
) -> BeforeFigure {
    let mut found = BeforeFigure { words: body.clone(), ..BeforeFigure::default() };
    for at in body.clone() {
        match sentence.phrase(at) {
            Some(Phrase::Part) => found.part = true,
            Some(Phrase::Sum) => found.sum = true,
            _ => {}
        }
    }
    after_last(sentence, &mut found.words, ";");
    after_bracket(sentence, &mut found.words);
    after_complete(sentence, &mut found.words);
    after_no_change(sentence, &mut found.words);
    take_label(sentence, &mut found);
    if let Some(target) =
        found.words.clone().rev().find(|at| sentence.phrase(*at) == Some(Phrase::Target))
    {
        // "Thu ngân sách phấn đấu tăng 15%": the name is before the verb.
        let behind = target + 1..found.words.end;
        let before = found.words.start..target;
        let first = || behind.clone().find(|at| !sentence.is_mark(*at, ","));
        if !has_content(sentence, behind.clone())
            && first().is_none()
            && has_content(sentence, before.clone())
        {
            found.words = before;
        } else {
            found.words = behind;
        }
    }
    drop_segments(sentence, &mut found);
    take_crop_season(sentence, &mut found);
    loop {
        let before = found.words.clone();
        trim_start(sentence, &mut found);
        trim_end(sentence, &mut found);
        if found.words == before {
            break;
        }
    }
    if found.period.is_none() {
        found.period = inner_period(sentence, &found.words);
    }
    after_reporting_verb(sentence, &mut found.words);
    if !has_content(sentence, found.words.clone()) {
        found.words = found.words.end..found.words.end;
    }
    found
}

/// "The southern province of Dong Nai recorded GRDP growth": whose it is ends with the verb.
fn after_reporting_verb(sentence: &Sentence<'_>, words: &mut Range<usize>) {
    let verb = |at: &usize| {
        matches!(
            &*sentence.lower(*at),
            "recorded" | "posted" | "reported" | "registered" | "achieved"
        ) && is_head(sentence, *at + 1)
    };
    let Some(at) = words.clone().skip(1).take_while(|at| at + 1 < words.end).find(verb) else {
        return;
    };
    let token = sentence.items.get(at - 1).and_then(|item| sentence.tokens.get(item.from));
    let place = token
        .is_some_and(|token| token.text.starts_with(char::is_uppercase) && !token.is_capitals());
    let headed = words.start < at && is_head(sentence, words.start);
    if place && !headed {
        words.start = at + 1;
    }
}

pub(in crate::dataset::prose) fn after_last(
    sentence: &Sentence<'_>,
    words: &mut Range<usize>,
    mark: &str,
) {
    if let Some(at) = words.clone().rev().find(|at| sentence.is_mark(*at, mark)) {
        words.start = at + 1;
    }
}

/// "05 trường được công nhận (A, B) và 07 trường": a bracket behind the figure before explains that one.
fn after_bracket(sentence: &Sentence<'_>, words: &mut Range<usize>) {
    if !sentence.is_mark(words.start, "(") {
        return;
    }
    if let Some(close) = words.clone().find(|at| sentence.is_mark(*at, ")")) {
        words.start = close + 1;
    }
}

/// "duy trì 19/19 tiêu chí, đạt 11/19 tiêu chí nâng cao": what is complete is no part of the next name.
fn after_complete(sentence: &Sentence<'_>, words: &mut Range<usize>) {
    let complete = |at: &usize| {
        let from = sentence.items[*at].from;
        let aside = sentence.asides.binary_search_by_key(&from, |aside| aside.from);
        aside.is_ok_and(|at| sentence.asides[at].decision.rule == NumberRule::CompleteCriteria)
    };
    let Some(last) = words.clone().rev().find(complete) else { return };
    if let Some(comma) = (last..words.end).find(|at| sentence.is_mark(*at, ",")) {
        words.start = comma + 1;
    }
}

/// "số người chết không tăng, giảm 1 người bị thương": a clause which says that nothing has changed names nothing.
fn after_no_change(sentence: &Sentence<'_>, words: &mut Range<usize>) {
    let unchanged = |at: usize| {
        matches!(sentence.phrase(at), Some(Phrase::Up | Phrase::Down))
            || matches!(sentence.key(at), "đổi")
    };
    let ends = |at: &usize| {
        *at > words.start + 1
            && sentence.is_mark(*at, ",")
            && sentence.key(at - 2) == "không"
            && unchanged(at - 1)
    };
    let Some(end) = words.clone().rev().find(ends) else { return };
    // "sản lượng không tăng, đạt 12.000 tấn" goes on about the same.
    let goes_on = end + 1 == words.end
        && !matches!(sentence.phrase(words.end), Some(Phrase::Up | Phrase::Down));
    if goes_on {
        words.end = end - 2;
    } else {
        words.start = end + 1;
    }
}

/// Splits a label off: "Các mặt hàng chủ lực: dệt may".
pub(in crate::dataset::prose) fn take_label(sentence: &Sentence<'_>, found: &mut BeforeFigure) {
    let colon = found.words.clone().rev().find(|at| sentence.is_mark(*at, ":"));
    let Some(at) = colon else { return };
    let start = behind_list_number(sentence, found.words.start..at);
    let (left, right) = (start..at, at + 1..found.words.end);
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
                || joins_nouns(sentence, at, &left);
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
        found.label = (short && named && !quoted).then_some(left);
        found.words = right;
    } else if right.clone().any(|at| sentence.phrase(at) == Some(Phrase::Place)) {
        // "Về xã hội: cả xã còn 31 hộ nghèo".
        found.subject_last = true;
    } else {
        found.words = left;
    }
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
fn joins_nouns(sentence: &Sentence<'_>, at: usize, label: &Range<usize>) -> bool {
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

/// "Về ma túy: phát hiện 518 vụ", "Về giao thông: xảy ra 236 vụ tai nạn": what the verb behind the colon is about.
fn topic_of_work(
    sentence: &Sentence<'_>,
    left: Range<usize>,
    right: Range<usize>,
) -> Option<Range<usize>> {
    const LONGEST: usize = 9;
    let topic = left.start + 1..left.end;
    let about = sentence.key(left.start) == "về" && topic.len() <= LONGEST;
    let first = right.clone().find(|at| sentence.phrase(*at) != Some(Phrase::Adverb))?;
    let done = matches!(sentence.phrase(first), Some(Phrase::Verb | Phrase::Have));
    let plain = topic.clone().all(|at| {
        matches!(sentence.items[at].what, What::Word | What::Mark)
            || matches!(sentence.phrase(at), Some(Phrase::Word | Phrase::And | Phrase::Verb))
    });
    (about && done && plain && has_content(sentence, topic.clone())).then_some(topic)
}

/// Drops what is before the last comma, unless the comma is inside the name.
pub(in crate::dataset::prose) fn drop_segments(sentence: &Sentence<'_>, found: &mut BeforeFigure) {
    let commas: Vec<usize> = outer_commas(sentence, found.words.clone());
    if take_topic(sentence, found, &commas) {
        return;
    }
    let mut start = found.words.start;
    for at in commas.iter().rev() {
        let left = commas
            .iter()
            .rev()
            .find(|comma| *comma < at)
            .map_or(found.words.start, |comma| comma + 1);
        let right = at + 1..found.words.end;
        if !has_content(sentence, right.clone()) {
            found.subject_last |= right.clone().any(|at| {
                sentence.phrase(at) == Some(Phrase::Place) || SUBJECTS.contains(sentence.key(at))
            });
            continue;
        }
        let joined =
            joins(sentence, left..*at, right.clone()) || are_objects(sentence, left..*at, right);
        if joined && crop_season(sentence, left..*at).is_none() {
            continue;
        }
        start = at + 1;
        break;
    }
    if start > found.words.start {
        note_dropped(sentence, found, found.words.start..start);
        found.limit = limit(sentence, found.words.start..start - 1);
        found.without = left_out(sentence, found.words.start..start - 1);
        found.words.start = start;
    }
}

/// What words before a comma leave out of what is named behind it: "Trừ tiền sử dụng đất, thu nội địa đạt …".
fn left_out(sentence: &Sentence<'_>, words: Range<usize>) -> Option<Range<usize>> {
    const LONGEST: usize = 12;
    let mut commas = outer_commas(sentence, words.clone()).into_iter().rev();
    let start = commas.next().map_or(words.start, |comma| comma + 1);
    let said = sentence.lower_text(start..words.end);
    let begins = |word: &&str| said.strip_prefix(*word).is_some_and(|rest| rest.starts_with(' '));
    let excludes = LEAVES_OUT.iter().any(begins);
    let named = start..words.end;
    (excludes && (2..=LONGEST).contains(&named.len())).then_some(named)
}

/// "Về tỷ lệ hộ nghèo cuối năm 2022, Nam Định 1,66%": what is measured in the place behind the comma, as its label.
fn take_topic(sentence: &Sentence<'_>, found: &mut BeforeFigure, commas: &[usize]) -> bool {
    let Some(comma) = commas.first().copied().filter(|_| commas.len() == 1) else { return false };
    let behind = sentence.text(comma + 1..found.words.end);
    let about = sentence.key(found.words.start) == "về" && found.label.is_none();
    // "Về thị trường, châu Á chiếm 48,2%".
    let region = behind.split_whitespace().next() == Some("châu");
    if !about || !(region || is_province(behind.trim())) {
        return false;
    }
    let mut topic = BeforeFigure { words: found.words.start..comma, ..BeforeFigure::default() };
    loop {
        let before = topic.words.clone();
        trim_start(sentence, &mut topic);
        trim_end(sentence, &mut topic);
        if topic.words == before {
            break;
        }
    }
    if !(region || is_head(sentence, topic.words.start)) || topic.words.is_empty() {
        return false;
    }
    found.period = found.period.take().or(topic.period);
    found.label = Some(topic.words);
    found.words.start = comma + 1;
    true
}

/// "Vụ Hè Thu đã gieo sạ 9.800 ha": of which crop, before what was done.
fn take_crop_season(sentence: &Sentence<'_>, found: &mut BeforeFigure) {
    let done = |at: &usize| {
        matches!(sentence.phrase(*at), Some(Phrase::Adverb | Phrase::Place))
            || sentence.items[*at].what == What::Date
    };
    let Some(end) = found.words.clone().find(done) else { return };
    let season = crop_season(sentence, found.words.start..end);
    if season.is_some() && has_content(sentence, end..found.words.end) {
        note_dropped(sentence, found, found.words.start..end + 1);
        found.limit = season;
        found.words.start = end;
    }
}

/// Whether a comma is between parts of one name: "nông, lâm nghiệp và thủy sản".
pub(in crate::dataset::prose) fn joins(
    sentence: &Sentence<'_>,
    left: Range<usize>,
    right: Range<usize>,
) -> bool {
    const SHORT: usize = 5;
    let first = right.clone().next();
    // "máy vi tính, sản phẩm điện tử và linh kiện": a group of goods.
    let goods = |at: usize| {
        let lower = sentence.lower_text(at..right.end);
        GOODS.iter().any(|word| lower.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')))
    };
    let head = first.is_some_and(|at| is_head(sentence, at) && !goods(at));
    let opens = first.is_some_and(|at| {
        matches!(
            sentence.phrase(at),
            Some(
                Phrase::Part
                    | Phrase::And
                    | Phrase::Adverb
                    | Phrase::Have
                    | Phrase::Sum
                    | Phrase::Compare
                    | Phrase::Prep
                    | Phrase::Target
                    | Phrase::Time
                    | Phrase::Place
            )
        )
    });
    let is_plain = |at: &usize| {
        matches!(sentence.items[*at].what, What::Word | What::Aside)
            || matches!(sentence.phrase(*at), Some(Phrase::Word | Phrase::Verb))
            || matches!(sentence.key(*at), "của" | "và" | "về" | "công" | "bị" | "được")
            || sentence.is_mark(*at, "-–“”")
    };
    // The name may begin behind "trong đó" or "đã".
    let opens_name = |at: usize| {
        matches!(
            sentence.phrase(at),
            Some(
                Phrase::Part
                    | Phrase::And
                    | Phrase::Adverb
                    | Phrase::Up
                    | Phrase::Down
                    | Phrase::Time
            )
        )
    };
    let all = left.clone();
    // "Revenue from accommodation, food and travel services".
    let noun = sentence.items.get(all.start).is_some_and(|item| {
        let tokens = &sentence.tokens[item.from..];
        is_head(sentence, all.start) || UNITS.longest_of(tokens, UnitClass::Count).is_some()
    });
    let english = noun && sentence.key(all.start).is_ascii();
    let is_plain = |at: &usize| {
        is_plain(at) || english && matches!(sentence.key(*at), "from" | "of" | "in" | "for" | "and")
    };
    let from = left.clone().rev().take_while(is_plain).last().unwrap_or(left.end);
    let left = match from.checked_sub(1).filter(|at| *at >= left.start) {
        Some(before) if !opens_name(before) && !is_head(sentence, before) => return false,
        _ => from..left.end,
    };
    let plain = true;
    let words =
        left.clone().map(|at| sentence.items[at].to - sentence.items[at].from).sum::<usize>();
    // A longer left side joins if it begins the name: "Công tác bảo vệ, chăm sóc trẻ em".
    let headed = from > all.start && is_head(sentence, from - 1);
    let starts = headed
        || left
            .clone()
            .find(|at| !sentence.is_mark(*at, "-–+•*"))
            .is_some_and(|at| is_head(sentence, at) || sentence.key(at) == "công");
    !head && !opens && plain && !left.is_empty() && (words <= SHORT || starts && words <= 12)
}

/// Whether a comma is between the objects of one verb, which somebody gets: "chi trả lương hưu, trợ cấp cho 41.000
/// người".
fn are_objects(sentence: &Sentence<'_>, left: Range<usize>, right: Range<usize>) -> bool {
    const WORDS: usize = 4;
    let given = right.clone().next_back().is_some_and(|last| sentence.key(last) == "cho");
    let short = right.len() <= WORDS + 1 && right.len() > 1;
    let plain = |at: &usize| {
        sentence.items[*at].what == What::Word
            || matches!(sentence.phrase(*at), Some(Phrase::Word | Phrase::Verb))
    };
    let object = left.clone().rev().take_while(plain);
    let verb = |at: usize| sentence.phrase(at) == Some(Phrase::Verb) && at + 1 < left.end;
    let verb = object.filter(|at| left.end - at <= WORDS + 1).any(verb);
    given && short && right.clone().take(right.len() - 1).all(|at| plain(&at)) && verb
}

/// Keeps the period and the base of comparison that dropped words give.
pub(in crate::dataset::prose) fn note_dropped(
    sentence: &Sentence<'_>,
    found: &mut BeforeFigure,
    dropped: Range<usize>,
) {
    let compared = dropped.clone().find(|at| sentence.phrase(*at) == Some(Phrase::Compare));
    let begins = |at: usize| {
        let mut before = (dropped.start..at).rev();
        before.next().is_none_or(|before| sentence.items[before].what == What::Mark)
    };
    // "…; so với năm trước, thụ lý tăng 415 vụ".
    if let Some(at) = compared.filter(|at| begins(*at)) {
        let end = end_of_base(sentence, at + 1..dropped.end);
        if end > at + 1 && found.base.is_none() {
            found.base = Some(at + 1..end);
        }
    }
    if let Some(period) =
        period_in(sentence, dropped).filter(|period| !is_base(sentence, period.start))
    {
        found.period = Some(period);
    }
}

/// Where a list of names begins in a gap's body: behind the last semicolon, a label and a period.
pub(in crate::dataset::prose) fn list_start(sentence: &Sentence<'_>, body: &Range<usize>) -> usize {
    let mut found = BeforeFigure { words: body.clone(), ..BeforeFigure::default() };
    after_last(sentence, &mut found.words, ";");
    take_label(sentence, &mut found);
    loop {
        let before = found.words.clone();
        trim_start(sentence, &mut found);
        // "Về PAPI, Hà Nội và Đồng Nai lần lượt": what it is about ends at the first comma.
        let about = sentence.phrase(before.start) == Some(Phrase::Prep);
        if about && let Some(comma) = found.words.clone().find(|at| sentence.is_mark(*at, ",")) {
            found.words.start = comma + 1;
        }
        if found.words == before {
            return found.words.start;
        }
    }
}
