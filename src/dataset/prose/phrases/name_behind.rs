//! The name of an indicator from behind its figure: what is counted, with what was done to it.

use std::ops::Range;

use super::actor::behind_bare_actor;
use super::before_figure::BeforeFigure;
use super::name::{
    LONGEST, Name, end_of_noun, is_counter, names_nothing, noun, noun_of_verb, tidy,
    without_subject,
};
use super::name_tail::tail;
use super::name_word::is_head;
use crate::dataset::prose::numbers::quantity::{Quantity, join};
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::lexicon::prose_words::{ENGLISH_ACTORS, ENGLISH_PASSIVES, SHORTAGE, TOPICS};

/// The name of what is counted behind a figure, with the verb before it: "trồng" … "ha rừng".
pub(crate) fn behind(
    sentence: &Sentence<'_>,
    found: &BeforeFigure,
    quantity: &Quantity,
    complement: &Range<usize>,
    labelled: bool,
) -> Option<Name> {
    const VERB_WORDS: usize = 10;
    let counted = Counted::of(sentence, quantity, complement);
    if counted.noun.is_none() && counted.has_no_tail {
        return noun_of_verb(sentence, found);
    }
    let counts = counted.is_of_counter();
    let words = found.words.clone();
    // "Nông dân tham gia hợp tác xã 1.200 người": who did it is counted.
    let done = behind_bare_actor(sentence, words.clone()).filter(|_| !counts);
    let mut words = done.unwrap_or_else(|| what_was_done(sentence, words));
    let label = if labelled {
        Some(std::mem::replace(&mut words, found.words.end..found.words.end))
    } else {
        found.label.clone().or_else(|| topic(sentence, found.words.start..words.start))
    };
    // "múa bát, với 1.000 người tham gia": the persons first.
    let with = words.len() > 2
        && sentence.key(words.end - 1) == "với"
        && sentence.is_mark(words.end - 2, ",");
    if with {
        words.end -= 2;
    }
    let counter = counts && words.len() > 1;
    words.end = end_of_verb(sentence, &words, counts, with);
    // "Đội ngũ cán bộ, giáo viên có 26.730 người", "Đàn trâu có 138.900 con".
    let has = |at: usize| matches!(&*sentence.lower(at), "có" | "hiện có");
    let herd = counted.is_herd() && words.len() > 1;
    if (counter || herd) && has(words.end - 1) && is_head(sentence, words.start) {
        words.end -= 1;
        return noun(sentence, &BeforeFigure { words, ..found.clone() });
    }
    words.start = words.start.max(words.end.saturating_sub(VERB_WORDS));
    let thing = counted.noun.filter(|_| !counter).unwrap_or_default();
    let pieces = in_order(sentence, words, with, thing, counted.tail);
    let pieces: Vec<&str> =
        pieces.iter().map(String::as_str).filter(|piece| !piece.is_empty()).collect();
    let text = tidy(&pieces.join(" ").replace(" , ", ", "));
    let text = if quantity.is_count() { without_passive(text) } else { text };
    let count = text.split_whitespace().count();
    let named = text.chars().any(char::is_alphabetic) && !names_nothing(&text);
    (count > 0 && count <= LONGEST && named).then(|| Name {
        text,
        label: label.map(|label| tidy(&sentence.text(label))).filter(|label| !label.is_empty()),
        period: found.period.clone().map(|period| sentence.text(period)),
        behind: true,
    })
}

/// An English name of what is counted without the verb of its passive: "affordable homes were completed".
fn without_passive(text: String) -> String {
    let verb = ENGLISH_PASSIVES.longest(|verb| text.contains(&format!(" {verb} ")));
    let Some((thing, done)) = verb.and_then(|verb| text.split_once(&format!(" {verb} "))) else {
        return text;
    };
    // "homes that were completed".
    let clause = matches!(thing.rsplit(' ').next(), Some("that" | "which" | "who" | "there"));
    if clause || !text.is_ascii() { text } else { format!("{thing} {done}") }
}

/// What is counted, in the words behind a figure.
struct Counted {
    /// The unit, without what it is per.
    noun: Option<String>,
    /// The words behind the unit that say which of them.
    tail: String,
    /// Whether it is empty.
    has_no_tail: bool,
}

impl Counted {
    fn of(sentence: &Sentence<'_>, quantity: &Quantity, complement: &Range<usize>) -> Self {
        let tail = tail(sentence, complement);
        let noun =
            quantity.noun.map(|noun| join(&sentence.tokens, noun, end_of_noun(sentence, quantity)));
        // "scored 68.4 points on the PCI index", "Some 58% of plans were issued on time".
        let joins = |at: &usize| matches!(sentence.key(*at), "on" | "in" | "the" | "for" | "of");
        let scored = quantity.class == UnitClass::Score || quantity.is_percent();
        let scored = scored && noun.is_none();
        let skipped = if scored { tail.clone().take_while(joins).count() } else { 0 };
        let has_no_tail = tail.is_empty();
        Self { noun, tail: sentence.text(tail.start + skipped..tail.end), has_no_tail }
    }

    /// Whether it only counts times or persons of what the verb says.
    fn is_of_counter(&self) -> bool {
        self.noun.as_deref().is_some_and(is_counter) && self.has_no_tail
    }

    fn is_herd(&self) -> bool {
        matches!(self.noun.as_deref(), Some("con" | "người")) && self.has_no_tail
    }
}

/// Where the words end that say what was done: with the preposition of what is counted, and before
/// that of a mere count.
fn end_of_verb(sentence: &Sentence<'_>, words: &Range<usize>, counts: bool, with: bool) -> usize {
    let mut end = words.end;
    if !words.is_empty() && !with && !counts && matches!(sentence.key(end), "tại" | "cho" | "for")
    {
        end += 1;
    }
    let counter = counts && words.len() > 1;
    // "Chi trả lương hưu, trợ cấp cho 41.000 người".
    if counter && sentence.key(end - 1) == "cho" {
        end -= 1;
    }
    // "Tội phạm về trật tự xã hội xảy ra 712 vụ".
    let happens = |at: usize| matches!(&*sentence.lower(at), "xảy ra" | "đã xảy ra" | "để xảy ra");
    if counter && end - words.start > 2 && happens(end - 1) {
        end -= 1;
    }
    end
}

/// The pieces of a name in the order in which it is read: what is missing is named, and not who misses it, "Ngành y tế
/// còn thiếu 210 bác sĩ".
fn in_order(
    sentence: &Sentence<'_>,
    words: Range<usize>,
    with: bool,
    noun: String,
    tail: String,
) -> [String; 3] {
    let named = !noun.is_empty() || !tail.is_empty();
    let text = sentence.text(words.clone());
    let last = words.clone().next_back().filter(|last| {
        SHORTAGE.contains(&sentence.lower_text(*last..*last + 1)) && !text.is_ascii()
    });
    match last.filter(|_| named) {
        Some(last) => [noun, tail, sentence.text(last..words.end)],
        None if with => [noun, tail, text],
        None => [text, noun, tail],
    }
}

/// What a verb is about, if that is before it: "Án hình sự thụ lý 1.012 vụ", "Kết quả xét tốt nghiệp, có 812 học sinh".
fn topic(sentence: &Sentence<'_>, words: Range<usize>) -> Option<Range<usize>> {
    const LONGEST: usize = 8;
    let end = words.clone().rev().find(|at| {
        !sentence.is_mark(*at, ",")
            && !matches!(sentence.phrase(*at), Some(Phrase::Have | Phrase::Adverb))
    })?;
    let words = words.start..end + 1;
    let first = words.len() <= LONGEST && sentence.items[words.start].what == What::Word;
    let head = words.start + usize::from(sentence.key(words.start) == "các");
    let named = TOPICS.contains(&sentence.lower(head))
        || sentence.key(head) == "vụ" && sentence.key(head + 1) == "án";
    let named = named && words.len() > 1;
    let result = sentence.lower_text(words.clone()).starts_with("kết quả ");
    (first && named || result && words.len() <= LONGEST).then_some(words)
}

/// The words from the verb on: who did it is before it.
fn what_was_done(sentence: &Sentence<'_>, words: Range<usize>) -> Range<usize> {
    let mut words = without_subject(sentence, words);
    let headed = |words: &Range<usize>| words.is_empty() || is_head(sentence, words.start);
    let have = words
        .clone()
        .find(|at| sentence.phrase(*at) == Some(Phrase::Have) && sentence.key(*at) == "có");
    // "Trong số 42 chủ đầu tư, có 15 đơn vị …": of whom is before the comma.
    let apart = |have: usize| have > words.start && sentence.is_mark(have - 1, ",");
    if let Some(have) = have.filter(|have| apart(*have) || !headed(&words)) {
        words.start = have + 1;
    }
    // "Tòa án hai cấp giải quyết": levels, and no verb.
    let levels = |at: usize| at > words.start && matches!(sentence.key(at - 1), "hai" | "ba");
    let is_verb = |at: &usize| sentence.phrase(*at) == Some(Phrase::Verb) && !levels(*at);
    let verb = words.clone().find(is_verb);
    // "Ngành y tế đã có 9,1 bác sĩ trên vạn dân": the sector has them.
    let has = (words.end..sentence.items.len().min(words.end + 2))
        .any(|at| sentence.lower(at).ends_with("có"));
    if verb.is_none() && has && sentence.key(words.start) == "ngành" {
        words.start = words.end;
    }
    // "The council delivered 86 affordable homes".
    let actor = ENGLISH_ACTORS.contains(sentence.key(words.start));
    if let Some(verb) = verb.filter(|_| !headed(&words) && (words.len() > 3 || actor)) {
        words.start = verb;
    }
    words
}
