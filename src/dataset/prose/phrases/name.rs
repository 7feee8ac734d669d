//! The name of an indicator, from the words before its figure.

use std::ops::Range;

use super::actor::{is_bare_actor, reaching, without_actor};
use super::before_figure::BeforeFigure;
use super::name_word::is_head;
use super::name_words::before;
use super::period_words::inner_period;
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::{Phrase, UNITS, UnitClass};
use crate::lexicon::prose_words::{COUNTERS, DONE_THINGS, NAMES_NOTHING, REGIONS};
use crate::text::lower_case::LowerCase;

/// The maximum number of words of a name.
pub(crate) const LONGEST: usize = 22;

/// A name with what was found out while it was cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) text: String,
    /// The label before a colon: "Các mặt hàng chủ lực".
    pub(crate) label: Option<String>,
    /// The words of its period.
    pub(crate) period: Option<String>,
    /// Whether it was taken from behind the figure.
    pub(crate) behind: bool,
}

impl Name {
    /// Whether it is the name of an indicator before: neither before its figure nor behind it are words for it.
    pub(crate) fn is_inherited(&self, found: &BeforeFigure) -> bool {
        found.words.is_empty() && !self.behind
    }
}

/// The name before a figure.
pub(crate) fn noun(sentence: &Sentence<'_>, found: &BeforeFigure) -> Option<Name> {
    let words = without_having_whole(sentence, found.words.clone());
    let words = without_subject(sentence, words);
    let reaching = reaching(sentence, words.clone());
    let who = reaching.as_ref().map(|reaching| reaching.who.clone());
    let who = who.filter(|who| found.label.is_none() && !is_bare_actor(sentence, who.clone()));
    let words = reaching.map_or(words, |reaching| reaching.what);
    let words = without_actor(sentence, words);
    let words = not_too_long(sentence, words);
    let text = match loss(sentence, words.clone()) {
        Some(text) => text,
        None => tidy(&without_inner(sentence, words)),
    };
    let count = text.split_whitespace().count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (count <= LONGEST && letters >= 2 && !names_nothing(&text)).then(|| Name {
        text,
        label: found.label.clone().or(who).map(|label| tidy(&sentence.text(label))),
        period: found.period.clone().map(|period| sentence.text(period)),
        behind: false,
    })
}

/// "Về diện tích vải thiều năm 2024, toàn huyện có": what the whole of a place has is named before it.
fn without_having_whole(sentence: &Sentence<'_>, words: Range<usize>) -> Range<usize> {
    let Some(comma) = words.clone().rev().find(|at| sentence.is_mark(*at, ",")) else {
        return words;
    };
    let clause = sentence.lower_text(comma + 1..words.end);
    let whole = ["toàn ", "cả "].iter().any(|whole| clause.starts_with(whole));
    let has = clause.ends_with(" có") && clause.split(' ').count() <= 4;
    if !(whole && has) {
        return words;
    }
    let timed = |at: &usize| {
        sentence.items[*at].what == What::Date || sentence.phrase(*at) == Some(Phrase::Time)
    };
    let times = (words.start..comma).rev().take_while(timed).count();
    let named = words.start..comma - times;
    if named.is_empty() { words } else { named }
}

/// The text of a name without the period before its prices, and without an estimate before what it is: "Vốn đầu tư quý
/// I/2024 theo giá hiện hành", "Cán cân thương mại ước tính xuất siêu".
fn without_inner(sentence: &Sentence<'_>, words: Range<usize>) -> String {
    let last = words.clone().next_back().filter(|last| *last > words.start + 1);
    let estimated = last.filter(|last| sentence.phrase(last - 1) == Some(Phrase::Estimate));
    let period = inner_period(sentence, &words);
    let hole = match (period, estimated) {
        (Some(period), Some(last)) if period.end + 1 == last => Some(period.start..last),
        (Some(period), _) => Some(period),
        (None, estimated) => estimated.map(|last| last - 1..last),
    };
    match hole {
        Some(hole) => {
            let start = sentence.text(words.start..hole.start);
            format!("{start} {}", sentence.text(hole.end..words.end))
        }
        None => sentence.text(words),
    }
}

/// Cuts a name that nobody could use to what is before its last qualifier: "của nhà đầu tư nước ngoài".
fn not_too_long(sentence: &Sentence<'_>, words: Range<usize>) -> Range<usize> {
    let count = |words: Range<usize>| sentence.text(words).split_whitespace().count();
    let qualifies = |at: &usize| {
        matches!(sentence.key(*at), "của" | "vào" | "trên" | "tại") && *at > words.start + 4
    };
    if count(words.clone()) <= LONGEST {
        return words;
    }
    let cut = words.clone().rev().filter(qualifies).find(|at| count(words.start..*at) <= LONGEST);
    words.start..cut.unwrap_or(words.end)
}

/// "ảnh hưởng của bão số 3 … ước tổng thiệt hại": the loss with its cause.
pub(crate) fn loss(sentence: &Sentence<'_>, words: Range<usize>) -> Option<String> {
    let key = |at: usize| sentence.key(at);
    let influence = words.clone().find(|at| key(*at) == "ảnh" && key(at + 1) == "hưởng")?;
    let of = influence + 2;
    let loss = words
        .clone()
        .rev()
        .find(|at| key(*at) == "thiệt" || key(*at) == "tổng" && key(at + 1) == "thiệt")?;
    let end = (of + 1..loss).find(|at| {
        matches!(
            sentence.phrase(*at),
            Some(Phrase::Estimate | Phrase::Place | Phrase::Reach | Phrase::Adverb)
        ) || key(*at) == "tại"
            || sentence.is_mark(*at, ",")
    })?;
    (key(of) == "của")
        .then(|| format!("{} do {}", sentence.text(loss..words.end), sentence.text(of + 1..end)))
}

/// Drops a subject before "đã": "Bộ phận một cửa đã tiếp nhận".
pub(crate) fn without_subject(sentence: &Sentence<'_>, words: Range<usize>) -> Range<usize> {
    let done = words.clone().rev().find(|at| matches!(sentence.key(*at), "đã" | "has" | "have"));
    let headed = words.clone().next().is_some_and(|at| is_head(sentence, at));
    match done {
        // "Thu hồi nợ đã xử lý rủi ro", "Nợ đã bán": what it is done to, and not who does it.
        Some(at) if is_done_to(sentence, words.start..at) => words,
        Some(at) if !headed && at + 1 < words.end => at + 1..words.end,
        _ => words,
    }
}

/// Whether words before "đã" are what something was done to: "nợ", "thu hồi nợ".
fn is_done_to(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let things = |from: usize| {
        let lower = sentence.lower_text(from..words.end);
        DONE_THINGS.iter().any(|thing| {
            lower.strip_prefix(thing).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
    };
    let verb = sentence.phrase(words.start) == Some(Phrase::Verb);
    things(words.start) || verb && things(words.start + 1)
}

/// Whether a name has nothing but words that say how something is counted or announced.
pub(super) fn names_nothing(name: &str) -> bool {
    name.lower_case().split_whitespace().all(|word| NAMES_NOTHING.contains(word))
}

/// What is ranked, behind a rank: "về chỉ số …", "in the … index".
pub(crate) fn ranked(sentence: &Sentence<'_>, complement: &Range<usize>) -> Option<Name> {
    // "ranked first in the country in rice exports": among whom is no name.
    let region = |at: usize| {
        let words = sentence.lower_text(at + 1..complement.end);
        let words = words.strip_prefix("the ").unwrap_or(&words);
        REGIONS.iter().any(|region| words.starts_with(region))
    };
    let mut starts =
        complement.clone().filter(|at| matches!(sentence.key(*at), "về" | "in" | "on"));
    let start = starts.find(|at| !region(*at))?;
    let found = before(sentence, &(start + 1..complement.end));
    let long = found.words.len() > 1;
    long.then(|| noun(sentence, &found))
        .flatten()
        .filter(|name| name.text.split_whitespace().count() <= 8)
}

/// A verb without anything behind its figure: "phạt tiền 11,86 tỷ đồng".
pub(crate) fn noun_of_verb(sentence: &Sentence<'_>, found: &BeforeFigure) -> Option<Name> {
    if found.words.is_empty() { None } else { noun(sentence, found) }
}

/// The unit without what it is per.
pub(crate) fn end_of_noun(sentence: &Sentence<'_>, quantity: &Quantity) -> usize {
    let noun = quantity.noun.unwrap_or(quantity.from);
    let joint = |at: &usize| {
        let token = &sentence.tokens[*at];
        token.is("/") || quantity.whole.is_some() && matches!(&*token.key, "trên" | "trong")
    };
    // "58,9 triệu trái/cành/cây": kinds of things, and nothing that they are per.
    let slashes = (noun..quantity.to).filter(|at| sentence.tokens[*at].is("/"));
    let is_per = |at: usize| {
        sentence
            .tokens
            .get(at + 1..)
            .is_some_and(|next| UNITS.longest_of(next, UnitClass::Per).is_some())
    };
    if slashes.clone().count() > 1 && !slashes.clone().any(is_per) {
        return quantity.to;
    }
    (noun..quantity.to).find(joint).unwrap_or(quantity.to)
}

/// Units that only count times or persons of what the verb says.
pub(crate) fn is_counter(noun: &str) -> bool {
    COUNTERS.contains(noun)
}

/// Trims marks and list bullets from a name.
pub(crate) fn tidy(text: &str) -> String {
    let trimmed = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '-' | '–' | '+' | '*' | '•' | '/')
    });
    let open = trimmed.matches('(').count();
    let closed = trimmed.matches(')').count();
    let trimmed = match open.cmp(&closed) {
        std::cmp::Ordering::Greater => trimmed
            .rsplit_once('(')
            .map_or(trimmed, |(left, right)| if left.trim().is_empty() { right } else { left }),
        std::cmp::Ordering::Less => trimmed
            .split_once(')')
            .map_or(trimmed, |(left, right)| if right.trim().is_empty() { left } else { right }),
        std::cmp::Ordering::Equal => trimmed,
    };
    // A quotation that is cut by a figure has only one of its marks.
    let trimmed =
        if trimmed.matches('"').count() == 1 { trimmed.trim_matches('"') } else { trimmed };
    let whole = trimmed.strip_prefix('“').and_then(|inner| inner.strip_suffix('”'));
    whole.unwrap_or(trimmed).trim().to_owned()
}
