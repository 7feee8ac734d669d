//! The words before a figure that can be a name: behind the last label, target and comma that is no part of it.

use super::joined_names::{are_objects, joins, joins_branch};
use super::name_label::take_label;
use std::ops::Range;

use super::before_figure::BeforeFigure;
use super::change_verb::before_change_verb;
use super::legal_basis::without_basis;
use super::limit::{crop_season, limit};
use super::name_trim::{trim_end, trim_start};
use super::name_word::{has_content, is_head, outer_commas};
use super::period_mentions::is_base;
use super::period_words::{end_of_base, inner_period, period_in};
use super::running_total::running_total;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::place::is_province;
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::{LEAVES_OUT, REPORTING_VERBS, SUBJECTS};

/// Cuts a gap's body to what can be a name.
pub(crate) fn before(sentence: &Sentence<'_>, body: &Range<usize>) -> BeforeFigure {
    let mut found = BeforeFigure { words: body.clone(), ..BeforeFigure::default() };
    if let Some(total) = running_total(sentence, body.start..end_of_lead(sentence, body.end)) {
        let words = body.end..body.end;
        return BeforeFigure { words, period: Some(total.period), sum: true, ..found };
    }
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
    after_none(sentence, &mut found.words);
    take_label(sentence, &mut found);
    found.words = without_basis(sentence, found.words);
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
    found.words = before_change_verb(sentence, found.words, body.end);
    after_reporting_verb(sentence, &mut found.words);
    // "đặt mục tiêu tăng trưởng năm 2026 đạt 10%": a change that is named as one.
    let named = found.words.len() == 1 && is_head(sentence, found.words.start);
    if !has_content(sentence, found.words.clone()) && !named {
        found.words = found.words.end..found.words.end;
    }
    found
}

/// The end of the words behind a body that announce its figure.
fn end_of_lead(sentence: &Sentence<'_>, from: usize) -> usize {
    let figure = |at: &usize| matches!(sentence.items[*at].what, What::Quantity(_));
    (from..sentence.items.len().min(from + 4)).find(figure).unwrap_or(from)
}

/// "The southern province of Dong Nai recorded GRDP growth": whose it is ends with the verb.
fn after_reporting_verb(sentence: &Sentence<'_>, words: &mut Range<usize>) {
    let verb =
        |at: &usize| REPORTING_VERBS.contains(&sentence.lower(*at)) && is_head(sentence, *at + 1);
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

pub(crate) fn after_last(sentence: &Sentence<'_>, words: &mut Range<usize>, mark: &str) {
    let ends = |at: &usize| sentence.is_mark(*at, mark) && !joins_branch(sentence, words, *at);
    if let Some(at) = words.clone().rev().find(ends) {
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

/// "Toàn phường không còn hộ nghèo, còn 5 hộ cận nghèo": a clause which says that there are none names nothing else.
fn after_none(sentence: &Sentence<'_>, words: &mut Range<usize>) {
    let none = |at: usize| sentence.lower_text(at..at + 2).starts_with("không còn");
    let Some(comma) = words.clone().rev().find(|at| sentence.is_mark(*at, ",")) else { return };
    // "không còn hộ nghèo, đạt 100% kế hoạch" goes on about the same.
    let has = (comma + 1..words.end + 1)
        .any(|at| matches!(&*sentence.lower(at), "còn" | "chỉ còn" | "có" | "vẫn còn"));
    if has && (words.start..comma).any(none) {
        words.start = comma + 1;
    }
}

/// Drops what is before the last comma, unless the comma is inside the name.
pub(crate) fn drop_segments(sentence: &Sentence<'_>, found: &mut BeforeFigure) {
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
        // "Về thị trường, khách Hàn Quốc chiếm …": what the sentence is about ends with the comma.
        let topic = left == found.words.start && *at > left + 1 && sentence.key(left) == "về";
        let joined = !topic && joins(sentence, left..*at, right.clone())
            || are_objects(sentence, left..*at, right);
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

/// Keeps the period and the base of comparison that dropped words give.
pub(crate) fn note_dropped(
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
pub(crate) fn list_start(sentence: &Sentence<'_>, body: &Range<usize>) -> usize {
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
