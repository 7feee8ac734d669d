//! Stage 8: the name of an indicator, from the words before or behind its figure.

use std::ops::Range;

use super::items::{Sentence, What};
use super::quantity::{Quantity, join};
use crate::lexicon::prose::{NAME_WORDS, NameWord, Phrase};

/// The maximum number of words of a name.
const LONGEST: usize = 22;

/// Words that only say who it is about.
const SUBJECTS: [&str; 18] = [
    "huyện", "tỉnh", "xã", "thành", "phố", "thị", "ngành", "địa", "phương", "ta", "nước", "toàn",
    "các", "đơn", "vị", "province", "the", "its",
];

/// A name with what was found out while it was cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) text: String,
    /// The label before a colon: "Các mặt hàng chủ lực".
    pub(super) label: Option<String>,
    /// The words of its period.
    pub(super) period: Option<String>,
    /// Whether it was taken from behind the figure.
    pub(super) behind: bool,
}

/// The part of a gap's body that is a name, as a range of items; empty if there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Before {
    pub(super) words: Range<usize>,
    pub(super) label: Option<Range<usize>>,
    pub(super) period: Option<Range<usize>>,
    /// Whether it says that parts of the indicator before follow.
    pub(super) part: bool,
    /// Whether it says that a sum over a longer period follows.
    pub(super) sum: bool,
    /// An earlier period with which what follows is compared: "so với cùng kỳ".
    pub(super) base: Option<Range<usize>>,
}

/// Cuts a gap's body to what can be a name.
pub(super) fn before(sentence: &Sentence<'_>, body: &Range<usize>) -> Before {
    let mut found = Before {
        words: body.clone(),
        label: None,
        period: None,
        part: false,
        sum: false,
        base: None,
    };
    for at in body.clone() {
        match sentence.phrase(at) {
            Some(Phrase::Part) => found.part = true,
            Some(Phrase::Sum) => found.sum = true,
            _ => {}
        }
    }
    after_last(sentence, &mut found.words, ";");
    take_label(sentence, &mut found);
    if let Some(target) =
        found.words.clone().rev().find(|at| sentence.phrase(*at) == Some(Phrase::Target))
    {
        found.words.start = target + 1;
    }
    drop_segments(sentence, &mut found);
    loop {
        let before = found.words.clone();
        trim_start(sentence, &mut found);
        trim_end(sentence, &mut found);
        if found.words == before {
            break;
        }
    }
    if !has_content(sentence, found.words.clone()) {
        found.words = found.words.end..found.words.end;
    }
    found
}

fn after_last(sentence: &Sentence<'_>, words: &mut Range<usize>, mark: &str) {
    if let Some(at) = words.clone().rev().find(|at| sentence.is_mark(*at, mark)) {
        words.start = at + 1;
    }
}

/// Splits a label off: "Các mặt hàng chủ lực: dệt may".
fn take_label(sentence: &Sentence<'_>, found: &mut Before) {
    let colon = found.words.clone().rev().find(|at| sentence.is_mark(*at, ":"));
    let Some(at) = colon else { return };
    let (left, right) = (found.words.start..at, at + 1..found.words.end);
    if has_content(sentence, right.clone()) {
        let short = left.len() <= 12
            && !matches!(
                sentence.phrase(left.start),
                Some(Phrase::Prep | Phrase::Part | Phrase::Time)
            );
        let says = |at: usize| {
            matches!(
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
        found.label = (short && named).then_some(left);
        found.words = right;
    } else {
        found.words = left;
    }
}

/// Drops what is before the last comma, unless the comma is inside the name.
fn drop_segments(sentence: &Sentence<'_>, found: &mut Before) {
    let commas: Vec<usize> = outer_commas(sentence, found.words.clone());
    let mut start = found.words.start;
    for at in commas.iter().rev() {
        let left = commas
            .iter()
            .rev()
            .find(|comma| *comma < at)
            .map_or(found.words.start, |comma| comma + 1);
        let right = at + 1..found.words.end;
        if !has_content(sentence, right.clone()) || joins(sentence, left..*at, right) {
            continue;
        }
        start = at + 1;
        break;
    }
    if start > found.words.start {
        note_dropped(sentence, found, found.words.start..start);
        found.words.start = start;
    }
}

fn outer_commas(sentence: &Sentence<'_>, words: Range<usize>) -> Vec<usize> {
    let mut depth = 0_usize;
    let mut found = Vec::new();
    for at in words {
        match sentence.key(at) {
            "(" | "“" => depth += 1,
            ")" | "”" => depth = depth.saturating_sub(1),
            "," if depth == 0 && sentence.is_mark(at, ",") => found.push(at),
            _ => {}
        }
    }
    found
}

/// Whether a comma is between parts of one name: "nông, lâm nghiệp và thủy sản".
fn joins(sentence: &Sentence<'_>, left: Range<usize>, right: Range<usize>) -> bool {
    const SHORT: usize = 5;
    let first = right.clone().next();
    let head = first.is_some_and(|at| is_head(sentence, at));
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
            )
        )
    });
    let is_plain = |at: &usize| {
        matches!(sentence.items[*at].what, What::Word | What::Aside)
            || matches!(sentence.phrase(*at), Some(Phrase::Word | Phrase::Verb))
            || matches!(sentence.key(*at), "của" | "và" | "về" | "công")
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
    let from = left.clone().rev().take_while(is_plain).last().unwrap_or(left.end);
    let left = match from.checked_sub(1).filter(|at| *at >= left.start) {
        Some(before) if !opens_name(before) && !is_head(sentence, before) => return false,
        _ => from..left.end,
    };
    let plain = true;
    let words =
        left.clone().map(|at| sentence.items[at].to - sentence.items[at].from).sum::<usize>();
    // A longer left side joins if it begins the name: "Công tác bảo vệ, chăm sóc trẻ em".
    let starts =
        left.clone().next().is_some_and(|at| is_head(sentence, at) || sentence.key(at) == "công");
    !head && !opens && plain && !left.is_empty() && (words <= SHORT || starts && words <= 12)
}

/// Keeps the period and the base of comparison that dropped words give.
fn note_dropped(sentence: &Sentence<'_>, found: &mut Before, dropped: Range<usize>) {
    if let Some(period) = period_in(sentence, dropped) {
        found.period = Some(period);
    }
}

fn trim_start(sentence: &Sentence<'_>, found: &mut Before) {
    while found.words.start < found.words.end {
        let at = found.words.start;
        let next = at + 1;
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
            What::Phrase(Phrase::Time | Phrase::Sum) | What::Date => {
                let end = end_of_time(sentence, at..found.words.end);
                if found.period.is_none() {
                    found.period = Some(at..end);
                }
                found.words.start = end.max(next);
            }
            What::Phrase(
                Phrase::And
                | Phrase::Part
                | Phrase::Adverb
                | Phrase::Prep
                | Phrase::Estimate
                | Phrase::Respectively
                | Phrase::Approx
                | Phrase::Opener,
            ) => {
                found.words.start = next;
            }
            What::Phrase(Phrase::Target) => found.words.start = next,
            What::Phrase(
                Phrase::Up
                | Phrase::Down
                | Phrase::Reach
                | Phrase::Equal
                | Phrase::From
                | Phrase::To
                | Phrase::Exceed
                | Phrase::Share,
            ) if !is_head(sentence, at) => found.words.start = next,
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
            What::Word if sentence.key(at) == "công" && sentence.key(next) == "tác" => {
                found.words.start = next + 1
            }
            What::Word if SUBJECTS.contains(&sentence.key(at)) => {
                let Some(end) = end_of_subject(sentence, at..found.words.end) else { return };
                found.words.start = end;
            }
            _ => return,
        }
    }
}

/// Whether a word is in lower case and without accents, as behind an English article.
fn is_english(sentence: &Sentence<'_>, at: usize) -> bool {
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
fn goes_on_after_subject(sentence: &Sentence<'_>, rest: Range<usize>) -> bool {
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
fn end_of_subject(sentence: &Sentence<'_>, words: Range<usize>) -> Option<usize> {
    const WORDS: usize = 6;
    let end = (words.start + 1..words.end.min(words.start + WORDS)).find(|at| {
        !matches!(sentence.items[*at].what, What::Word | What::Mark) || sentence.is_mark(*at, ",(")
    })?;
    let office = matches!(sentence.key(words.start), "huyện" | "tỉnh" | "xã" | "thành" | "thị");
    let verb = matches!(
        sentence.phrase(end),
        Some(Phrase::Have | Phrase::Adverb | Phrase::Target | Phrase::Opener)
    ) || office && sentence.phrase(end) == Some(Phrase::Verb);
    verb.then_some(end)
}

fn trim_end(sentence: &Sentence<'_>, found: &mut Before) {
    while found.words.start < found.words.end {
        let at = found.words.end - 1;
        match sentence.items[at].what {
            What::Mark if sentence.is_mark(at, ")”") => {
                if closes(sentence, found.words.clone()) {
                    return;
                }
                found.words.end = at;
            }
            What::Mark => found.words.end = at,
            What::Phrase(Phrase::Adverb) if matches!(sentence.key(at), "bình" | "mới") => return,
            What::Phrase(
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
                | Phrase::Respectively,
            ) => {
                found.words.end = at;
            }
            What::Date | What::Phrase(Phrase::Time) => {
                let start = start_of_time(sentence, found.words.clone());
                if found.period.is_none() {
                    found.period = Some(start..found.words.end);
                }
                found.words.end = start;
            }
            _ => return,
        }
    }
}

/// Whether the last closing bracket or quotation mark has its opening one in the words.
fn closes(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let count =
        |keys: &[&str]| words.clone().filter(|at| keys.contains(&sentence.key(*at))).count();
    count(&["(", "“"]) >= count(&[")", "”"])
}

/// The end of an earlier period behind "so với": up to a comma or a verb.
fn end_of_base(sentence: &Sentence<'_>, words: Range<usize>) -> usize {
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

fn end_of_time(sentence: &Sentence<'_>, words: Range<usize>) -> usize {
    let mut end = words.start + 1;
    while end < words.end {
        let goes_on = match sentence.items[end].what {
            What::Date => true,
            What::Phrase(phrase) => matches!(phrase, Phrase::Time | Phrase::Sum),
            What::Word => matches!(sentence.key(end), "i" | "ii" | "iii" | "iv" | "nay" | "này"),
            What::Mark => sentence.is_mark(end, "/-–"),
            What::Quantity(_) | What::Aside => false,
        };
        if !goes_on {
            break;
        }
        end += 1;
    }
    end
}

fn start_of_time(sentence: &Sentence<'_>, words: Range<usize>) -> usize {
    let mut start = words.end;
    while start > words.start {
        let at = start - 1;
        let goes_on = match sentence.items[at].what {
            What::Date => true,
            What::Phrase(phrase) => {
                matches!(phrase, Phrase::Time | Phrase::Prep | Phrase::Sum | Phrase::Approx)
            }
            What::Word => matches!(sentence.key(at), "i" | "ii" | "iii" | "iv"),
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

/// The first period in a range of items.
pub(super) fn period_in(sentence: &Sentence<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let start = range.clone().find(|at| {
        matches!(sentence.items[*at].what, What::Date) || sentence.phrase(*at) == Some(Phrase::Time)
    })?;
    Some(start..end_of_time(sentence, start..range.end))
}

/// Whether the words that begin at an item begin the name of an indicator.
pub(super) fn is_head(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(item) = sentence.items.get(at) else { return false };
    NAME_WORDS.longest_of(&sentence.tokens[item.from..], NameWord::Head).is_some()
}

/// Whether a range has a word that is neither a subject nor a function word.
fn has_content(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    words.clone().any(|at| match sentence.items[at].what {
        What::Word => !SUBJECTS.contains(&sentence.key(at)) && !is_stop_word(sentence.key(at)),
        What::Phrase(phrase) => {
            matches!(phrase, Phrase::Word | Phrase::Verb | Phrase::Contribute | Phrase::Opener)
        }
        _ => false,
    })
}

fn is_stop_word(key: &str) -> bool {
    matches!(
        key,
        "số" | "tổng"
            | "những"
            | "một"
            | "này"
            | "đó"
            | "ra"
            | "đề"
            | "i"
            | "ii"
            | "iii"
            | "iv"
            | "a"
            | "an"
            | "this"
            | "that"
            | "mức"
            | "hết"
            | "nhóm"
            | "it"
            | "which"
            | "là"
            | "năm"
            | "nay"
            | "tổng số"
    )
}

/// Where a list of names begins in a gap's body: behind the last semicolon, a label and a period.
pub(super) fn list_start(sentence: &Sentence<'_>, body: &Range<usize>) -> usize {
    let mut found = Before {
        words: body.clone(),
        label: None,
        period: None,
        part: false,
        sum: false,
        base: None,
    };
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

/// How the words before a figure end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// With a noun: they are the name.
    Noun,
    /// With a verb or "có": what is counted behind the figure belongs to the name.
    Verb,
    /// There are none.
    Nothing,
}

/// How the words before a figure end. `body` is the gap's body with the words that were trimmed.
pub(super) fn ending(
    sentence: &Sentence<'_>,
    found: &Before,
    body: &Range<usize>,
    lead: &Range<usize>,
) -> Ending {
    let value = lead.clone().any(|at| {
        matches!(
            sentence.phrase(at),
            Some(
                Phrase::Reach
                    | Phrase::Equal
                    | Phrase::To
                    | Phrase::Up
                    | Phrase::Down
                    | Phrase::Share
                    | Phrase::Respectively
            )
        ) || sentence.is_mark(at, ":")
    });
    let got = lead.clone().any(|at| matches!(sentence.key(at), "được" | "thêm" | "mới"));
    let last = body.clone().rev().find(|at| {
        !matches!(
            sentence.phrase(*at),
            Some(Phrase::Adverb | Phrase::Estimate | Phrase::Approx | Phrase::Opener)
        ) && !sentence.is_mark(*at, ",")
    });
    let verb = last.is_some_and(|at| {
        matches!(
            sentence.phrase(at),
            Some(Phrase::Verb | Phrase::Have | Phrase::Target | Phrase::Contribute)
        ) || matches!(sentence.key(at), "tại" | "for" | "cho")
    });
    if value && !(verb && got) {
        return if found.words.is_empty() { Ending::Nothing } else { Ending::Noun };
    }
    match (found.words.is_empty(), verb) {
        (_, true) => Ending::Verb,
        (true, false) => Ending::Nothing,
        (false, false) => Ending::Noun,
    }
}

/// The name before a figure.
pub(super) fn noun(sentence: &Sentence<'_>, found: &Before) -> Option<Name> {
    let words = without_subject(sentence, found.words.clone());
    let text = match loss(sentence, words.clone()) {
        Some(text) => text,
        None => tidy(&sentence.text(words)),
    };
    let count = text.split_whitespace().count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (count <= LONGEST && letters >= 2).then(|| Name {
        text,
        label: found.label.clone().map(|label| tidy(&sentence.text(label))),
        period: found.period.clone().map(|period| sentence.text(period)),
        behind: false,
    })
}

/// "ảnh hưởng của bão số 3 … ước tổng thiệt hại": the loss with its cause.
fn loss(sentence: &Sentence<'_>, words: Range<usize>) -> Option<String> {
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
fn without_subject(sentence: &Sentence<'_>, words: Range<usize>) -> Range<usize> {
    let done = words.clone().rev().find(|at| matches!(sentence.key(*at), "đã" | "has" | "have"));
    let headed = words.clone().next().is_some_and(|at| is_head(sentence, at));
    match done {
        Some(at) if !headed && at + 1 < words.end => at + 1..words.end,
        _ => words,
    }
}

/// The name of what is counted behind a figure, with the verb before it: "trồng" … "ha rừng".
pub(super) fn behind(
    sentence: &Sentence<'_>,
    found: &Before,
    quantity: &Quantity,
    complement: &Range<usize>,
    labelled: bool,
) -> Option<Name> {
    const VERB_WORDS: usize = 8;
    let tail = tail(sentence, complement);
    let noun =
        quantity.noun.map(|noun| join(&sentence.tokens, noun, end_of_noun(sentence, quantity)));
    let tail_text = sentence.text(tail.clone());
    if noun.is_none() && tail.is_empty() {
        return noun_of_verb(sentence, found);
    }
    let mut words = without_subject(sentence, found.words.clone());
    let have = words
        .clone()
        .find(|at| sentence.phrase(*at) == Some(Phrase::Have) && sentence.key(*at) == "có");
    if let Some(have) =
        have.filter(|_| words.clone().next().is_some_and(|at| !is_head(sentence, at)))
    {
        words.start = have + 1;
    }
    // Who did it is before the verb.
    let verb = words.clone().find(|at| sentence.phrase(*at) == Some(Phrase::Verb));
    if let Some(verb) = verb.filter(|_| {
        words.clone().next().is_some_and(|at| !is_head(sentence, at)) && words.len() > 3
    }) {
        words.start = verb;
    }
    let label = if labelled {
        Some(std::mem::replace(&mut words, found.words.end..found.words.end))
    } else {
        found.label.clone()
    };
    // "múa bát, với 1.000 người tham gia": the persons first.
    let with = words.len() > 2
        && sentence.key(words.end - 1) == "với"
        && sentence.is_mark(words.end - 2, ",");
    if with {
        words.end -= 2;
    }
    let counts = noun.as_deref().is_some_and(is_counter) && tail.is_empty();
    if !words.is_empty()
        && !with
        && !counts
        && matches!(sentence.key(words.end), "tại" | "cho" | "for")
    {
        words.end += 1;
    }
    while words.len() > VERB_WORDS {
        words.start += 1;
    }
    let counter =
        noun.as_deref().is_some_and(|noun| is_counter(noun)) && words.len() > 1 && tail.is_empty();
    let noun = noun.filter(|_| !counter).unwrap_or_default();
    let words = sentence.text(words);
    let pieces = if with { [noun, tail_text, words] } else { [words, noun, tail_text] };
    let pieces: Vec<&str> =
        pieces.iter().map(String::as_str).filter(|piece| !piece.is_empty()).collect();
    let text = tidy(&pieces.join(" "));
    let count = text.split_whitespace().count();
    (count > 0 && count <= LONGEST && text.chars().any(char::is_alphabetic)).then(|| Name {
        text,
        label: label.map(|label| tidy(&sentence.text(label))).filter(|label| !label.is_empty()),
        period: found.period.clone().map(|period| sentence.text(period)),
        behind: true,
    })
}

/// What is ranked, behind a rank: "về chỉ số …", "in the … index".
pub(super) fn ranked(sentence: &Sentence<'_>, complement: &Range<usize>) -> Option<Name> {
    let start = complement.clone().find(|at| matches!(sentence.key(*at), "về" | "in" | "on"))?;
    let found = before(sentence, &(start + 1..complement.end));
    let long = found.words.len() > 1;
    long.then(|| noun(sentence, &found))
        .flatten()
        .filter(|name| name.text.split_whitespace().count() <= 8)
}

/// A verb without anything behind its figure: "phạt tiền 11,86 tỷ đồng".
fn noun_of_verb(sentence: &Sentence<'_>, found: &Before) -> Option<Name> {
    if found.words.is_empty() { None } else { noun(sentence, found) }
}

/// The unit without what it is per.
fn end_of_noun(sentence: &Sentence<'_>, quantity: &Quantity) -> usize {
    let noun = quantity.noun.unwrap_or(quantity.from);
    (noun..quantity.to).find(|at| sentence.tokens[*at].is("/")).unwrap_or(quantity.to)
}

/// Units that only count times or persons of what the verb says.
fn is_counter(noun: &str) -> bool {
    matches!(
        noun,
        "lượt" | "lượt người" | "người" | "trường hợp" | "vụ" | "ca" | "cuộc" | "lượt học sinh"
    )
}

/// The words behind a figure that name what is counted: up to a comparison, a purpose or a period.
pub(super) fn tail(sentence: &Sentence<'_>, complement: &Range<usize>) -> Range<usize> {
    const WORDS: usize = 14;
    let mut end = complement.start;
    while end < complement.end && end - complement.start < WORDS {
        let stops = match sentence.items[end].what {
            What::Phrase(Phrase::Compare | Phrase::Plan | Phrase::Times) => true,
            What::Phrase(Phrase::Prep) => matches!(
                sentence.key(end),
                "do" | "vì"
                    | "nhờ"
                    | "để"
                    | "nhằm"
                    | "theo"
                    | "thông"
                    | "từ"
                    | "during"
                    | "by"
                    | "since"
                    | "according"
                    | "sau"
                    | "trước"
            ),
            What::Phrase(Phrase::Time) => {
                end == complement.start || ends_in_time(sentence, end..complement.end)
            }
            What::Date => ends_in_time(sentence, end..complement.end),
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
        && matches!(
            sentence.phrase(end - 1),
            Some(Phrase::Prep | Phrase::And | Phrase::Adverb | Phrase::Have | Phrase::Approx)
        )
    {
        end -= 1;
    }
    complement.start..end
}

/// Whether nothing but a period is left.
fn ends_in_time(sentence: &Sentence<'_>, rest: Range<usize>) -> bool {
    rest.clone().all(|at| {
        matches!(sentence.items[at].what, What::Date | What::Mark)
            || matches!(sentence.phrase(at), Some(Phrase::Time | Phrase::Prep))
    })
}

/// Trims marks and list bullets from a name.
pub(super) fn tidy(text: &str) -> String {
    let trimmed = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '-' | '–' | '+' | '*' | '•')
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
    let whole = trimmed.strip_prefix('“').and_then(|inner| inner.strip_suffix('”'));
    whole.unwrap_or(trimmed).trim().to_owned()
}
