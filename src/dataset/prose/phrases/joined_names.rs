//! Whether words on both sides of a comma or of "và" are one name.

use super::name_word::{has_content, is_head};
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::economy_words::{BRANCHES_BEHIND_SEMICOLON, BRANCHES_WITH_COMMAS};
use crate::lexicon::prose::{Phrase, UNITS, UnitClass};
use crate::lexicon::prose_words::GOODS;
use std::ops::Range;

/// Whether a comma is between parts of one name: "nông, lâm nghiệp và thủy sản".
pub(crate) fn joins(sentence: &Sentence<'_>, left: Range<usize>, right: Range<usize>) -> bool {
    const SHORT: usize = 5;
    if are_acts(sentence, &left, &right) || are_english_nouns(sentence, &left, &right) {
        return true;
    }
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
    // The name may begin behind "trong đó" or "đã"; a semicolon that is left is one within a name.
    let opens_name = |at: usize| {
        sentence.is_mark(at, ";")
            || matches!(
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
    let words =
        left.clone().map(|at| sentence.items[at].to - sentence.items[at].from).sum::<usize>();
    // A longer left side joins if it begins the name: "Công tác bảo vệ, chăm sóc trẻ em".
    let headed = from > all.start && is_head(sentence, from - 1);
    let starts = headed
        || left
            .clone()
            .find(|at| !sentence.is_mark(*at, "-–+•*"))
            .is_some_and(|at| is_head(sentence, at) || sentence.key(at) == "công");
    let starts = starts || is_branch(sentence, &left);
    !head && !opens && !left.is_empty() && (words <= SHORT || starts && words <= 12)
}

/// Whether words end with a branch whose name goes on behind a comma: "sản xuất và phân phối điện, khí đốt".
fn is_branch(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let lower = sentence.lower_text(words.clone());
    BRANCHES_WITH_COMMAS.iter().any(|branch| lower.ends_with(branch))
}

/// Whether a semicolon is inside the name of a branch: "cung cấp nước; hoạt động quản lý và xử lý rác thải".
pub(super) fn joins_branch(
    sentence: &Sentence<'_>,
    words: &Range<usize>,
    semicolon: usize,
) -> bool {
    let behind = sentence.lower_text(semicolon + 1..words.end);
    let begins = BRANCHES_BEHIND_SEMICOLON.longest_start(&behind).is_some();
    begins && has_content(sentence, words.start..semicolon)
}

/// Whether a comma is between the objects of one verb, which somebody gets: "chi trả lương hưu, trợ cấp cho 41.000
/// người".
pub(super) fn are_objects(
    sentence: &Sentence<'_>,
    left: Range<usize>,
    right: Range<usize>,
) -> bool {
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

/// Whether a comma is between two verbs behind "việc": "việc xây dựng, thực hiện chính sách".
fn are_acts(sentence: &Sentence<'_>, left: &Range<usize>, right: &Range<usize>) -> bool {
    const SHORT: usize = 3;
    let Some(act) = left.clone().rev().find(|at| sentence.key(*at) == "việc") else {
        return false;
    };
    let does = |at: usize| {
        matches!(sentence.phrase(at), Some(Phrase::Verb | Phrase::Opener))
            || sentence.lower(at) == "thực hiện"
    };
    let acts = act + 1..left.end;
    (1..=SHORT).contains(&acts.len()) && does(acts.start) && does(right.start) && right.len() > 1
}

/// Whether a comma is between nouns of which "or" joins the last two: "not in education, employment or training".
fn are_english_nouns(sentence: &Sentence<'_>, left: &Range<usize>, right: &Range<usize>) -> bool {
    const SHORT: usize = 5;
    let plain = |at: usize| {
        matches!(sentence.items[at].what, What::Word)
            || matches!(sentence.phrase(at), Some(Phrase::Word | Phrase::Verb))
    };
    let or = right.clone().find(|at| sentence.key(*at) == "or");
    let joined = or.is_some_and(|or| {
        or > right.start && or + 1 < right.end && right.clone().all(|at| at == or || plain(at))
    });
    let first = left.clone().find(|at| sentence.items[*at].what != What::Mark);
    let named = first
        .is_some_and(|at| sentence.phrase(at) != Some(Phrase::Prep) && sentence.key(at).is_ascii());
    joined && named && left.len() > 1 && right.len() <= SHORT
}
