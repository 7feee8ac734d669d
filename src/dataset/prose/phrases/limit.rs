//! What the words before a comma limit an indicator to: "Riêng khu vực miền núi, tỷ lệ hộ nghèo còn 16,94%".

use std::ops::Range;

use super::name_word::outer_commas;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::dataset::prose::tokens::place_name::{KINDS, capitalized};
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::{
    CROP_SEASONS, GROUPS, OPENS_GROUP, PLACE_SYLLABLES, SETS_APART, WORK_TOPICS,
};

/// The most items that name a group or a season.
const LONGEST: usize = 10;

/// The last group, area or crop season that words before a comma name.
pub(super) fn limit(sentence: &Sentence<'_>, words: Range<usize>) -> Option<Range<usize>> {
    let commas = outer_commas(sentence, words.clone());
    let starts = std::iter::once(words.start).chain(commas.iter().map(|comma| comma + 1));
    let starts: Vec<usize> = starts.collect();
    starts.into_iter().rev().find_map(|start| {
        let end = end_of_list(sentence, start..words.end);
        group(sentence, start..end).or_else(|| {
            let end = commas.iter().copied().find(|comma| *comma >= start).unwrap_or(words.end);
            crop_season(sentence, start..end)
        })
    })
}

/// The group behind "riêng", "đối với" or "ở".
fn group(sentence: &Sentence<'_>, segment: Range<usize>) -> Option<Range<usize>> {
    let text = |at: usize| sentence.lower_text(at..at + 1);
    let sets_apart = |at: usize| SETS_APART.contains(&text(at));
    let opens = |at: usize| sets_apart(at) || OPENS_GROUP.contains(&text(at));
    let leading = segment.clone().take_while(|at| {
        opens(*at)
            || matches!(&*text(*at), "còn" | "và" | "các" | "những")
            || sentence.items[*at].what == What::Mark
    });
    let openers = segment.start..segment.start + leading.count();
    // What nothing opens is no group.
    if openers.is_empty() {
        return None;
    }
    let words = without_period(sentence, openers.end..segment.end);
    let known = is_known(&sentence.lower_text(words.clone()));
    let named = words.len() <= LONGEST
        && words.clone().next().is_some_and(|first| known || is_thing(sentence, first))
        && words.clone().all(|at| is_plain(sentence, at))
        && !is_place(&sentence.text(words.clone()));
    let opened = if known { openers.clone().any(opens) } else { openers.clone().any(sets_apart) };
    (opened && named).then_some(words)
}

/// Whether words begin like those of a group or an area: "khu vực miền núi", "5 huyện ven biển".
fn is_known(lower: &str) -> bool {
    let bare = lower.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ');
    let several = bare.contains(' ') || lower.starts_with(|c: char| c.is_ascii_digit());
    // "Tại các huyện, thị xã" is everywhere.
    let everywhere =
        bare.split([' ', ',']).all(|word| word.is_empty() || PLACE_SYLLABLES.contains(word))
            && bare.len() == lower.len();
    let begins = |group: &&&str| {
        let rest = bare.strip_prefix(**group);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let group = GROUPS.iter().filter(begins).max_by_key(|group| group.len());
    group.is_some_and(|group| group.contains(' ') || several) && !everywhere
}

/// Whether words name something, and neither the whole nor work that is done.
fn is_thing(sentence: &Sentence<'_>, first: usize) -> bool {
    let topic = WORK_TOPICS.iter().any(|topic| {
        let words = sentence.lower_text(first..sentence.items.len().min(first + 2));
        words.starts_with(topic)
    });
    sentence.phrase(first) != Some(Phrase::Place) && !topic
}

fn is_plain(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.items[at].what, What::Word | What::Aside | What::Mark)
        || matches!(
            sentence.phrase(at),
            Some(Phrase::Word | Phrase::Verb | Phrase::Prep | Phrase::And | Phrase::Place)
        )
}

/// Whether words begin with the name of a place, which is kept elsewhere: "huyện Sơn Động".
fn is_place(words: &str) -> bool {
    KINDS.iter().any(|kind| {
        words.strip_prefix(kind).is_some_and(|rest| !capitalized(rest.trim_start()).is_empty())
    })
}

/// "Vụ lúa Đông Xuân 2023 - 2024, toàn tỉnh xuống giống 174.520 ha": of which crop.
pub(super) fn crop_season(sentence: &Sentence<'_>, words: Range<usize>) -> Option<Range<usize>> {
    let first = words.clone().find(|at| sentence.items[*at].what != What::Mark)?;
    let words = without_period(sentence, first..words.end);
    let lower = sentence.lower_text(words.clone());
    let rest = format!("{} ", lower.strip_prefix("vụ")?);
    let seasonal = CROP_SEASONS.iter().any(|season| rest.contains(&format!(" {season} ")));
    let plain = words.clone().all(|at| {
        sentence.items[at].what == What::Word
            || sentence.phrase(at) == Some(Phrase::Word)
            || sentence.key(at) == "thu"
    });
    (seasonal && plain && words.len() <= LONGEST).then_some(words)
}

/// Words without the period at their end.
fn without_period(sentence: &Sentence<'_>, words: Range<usize>) -> Range<usize> {
    let is_time = |at: &usize| {
        matches!(sentence.items[*at].what, What::Date | What::Mark)
            || sentence.phrase(*at) == Some(Phrase::Time)
    };
    let many = words.clone().rev().take_while(is_time).count();
    words.start..words.end - many
}

/// Where a list of words ends: "đối với nông, lâm nghiệp và thủy sản" goes on behind its comma.
fn end_of_list(sentence: &Sentence<'_>, words: Range<usize>) -> usize {
    let ends = |at: &usize| {
        sentence.is_mark(*at, ",")
            && *at > words.start
            && !(sentence.items.get(at + 1).is_some_and(|item| item.what == What::Word)
                || sentence.phrase(at + 1) == Some(Phrase::Word))
    };
    words.clone().find(ends).unwrap_or(words.end)
}
