//! Who does something, before what is done: no part of the name of an indicator, unless that is nothing without it.

use std::ops::Range;

use super::name_word::is_head;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::lexicon::prose_words::{
    ACTORS, BARE_ACTORS, FUNCTION_WORDS, PLACE_SYLLABLES, PUBLIC_ACTORS,
};

/// The most items from an actor's first word to what it does.
const LONGEST: usize = 9;

/// The end of the first words of an actor with which words begin: "Các cơ quan".
pub(crate) fn actor_head(sentence: &Sentence<'_>, words: Range<usize>) -> Option<usize> {
    const WORDS: usize = 3;
    let many = words.start < words.end && sentence.key(words.start) == "các";
    let start = words.start + usize::from(many);
    let last = words.end.min(start + WORDS);
    let word = |at: usize| sentence.items[at].what == What::Word;
    (start < last && word(start))
        .then(|| (start + 1..=last).rev())?
        .find(|end| PUBLIC_ACTORS.contains(&sentence.lower_text(start..*end)))
}

/// Drops the public actor before a verb and what the verb is about: "Kho bạc Nhà nước giải ngân vốn đầu tư". A share is
/// one of the actors, and a verb alone says too little without them.
pub(super) fn without_actor(sentence: &Sentence<'_>, words: Range<usize>) -> Range<usize> {
    let behind = sentence.places.partition_point(|place| *place < words.end);
    let measured = sentence.quantities.get(behind).is_some_and(|quantity| {
        !matches!(quantity.class, UnitClass::Percent) && quantity.whole.is_none()
    });
    if let Some(done) = behind_bare_actor(sentence, words.clone()).filter(|_| measured) {
        return if says_what(sentence, done.clone()) { done } else { words };
    }
    let Some(head) = actor_head(sentence, words.clone()).filter(|_| measured) else {
        return words;
    };
    // "Huyện Tân Hòa huy động …": a place, which is kept with the name unless it is known as one.
    let capital = |at: usize| {
        let token = sentence.items.get(at).and_then(|item| sentence.tokens.get(item.from));
        token.is_some_and(|token| token.text.starts_with(char::is_uppercase))
    };
    if PLACE_SYLLABLES.contains(sentence.key(head - 1)) && capital(head) {
        return words;
    }
    let counted = |at: usize| matches!(sentence.key(at), "hai" | "ba" | "các");
    let verb = (head..words.end.min(words.start + LONGEST))
        .find(|at| sentence.phrase(*at) == Some(Phrase::Verb) && !capital(*at) && !counted(at - 1));
    // "Cơ quan thuế thu nợ": one word is no object that says what it is about.
    let says = |from: usize| {
        let word = |at: &usize| !FUNCTION_WORDS.contains(sentence.key(*at));
        let words = (from..words.end).filter(word).map(|at| sentence.text(at..at + 1));
        words.map(|word| word.split(' ').count()).sum::<usize>() > 1
    };
    match verb {
        // "Ban quản lý dự án", "Sở xây dựng": what it is for, and not what it does.
        Some(verb) if verb == head && is_office(sentence.key(head - 1)) => words,
        Some(verb) if says(verb + 1) => verb..words.end,
        _ => words,
    }
}

/// Whether a verb with the words behind it says what was done: "thu nợ" does not, "nộp ngân sách" does.
fn says_what(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let text = sentence.lower_text(words.clone());
    let added = ["mới", "thêm", "được", "lại", "ra"];
    let count = |text: &str| text.split(' ').filter(|word| !added.contains(word)).count();
    let behind = sentence.lower_text(words.start + 1..words.end);
    let bare = behind.is_empty() && count(&text) > 1;
    bare || count(&text) > 2 && count(&behind) > 1
}

/// The words from what was done on, behind who did it if nothing says which of them: "Các doanh nghiệp xuất khẩu", "Bà
/// con nông dân đã thu hoạch".
pub(super) fn behind_bare_actor(
    sentence: &Sentence<'_>,
    words: Range<usize>,
) -> Option<Range<usize>> {
    const WORDS: usize = 5;
    let many = matches!(sentence.key(words.start), "các" | "những");
    let start = words.start + usize::from(many);
    let last = words.end.min(start + WORDS);
    let end = (start + 1..=last)
        .rev()
        .find(|end| BARE_ACTORS.contains(&sentence.lower_text(start..*end)))?;
    let passed = |at: &usize| matches!(sentence.phrase(*at), Some(Phrase::Place | Phrase::Adverb));
    let verb = (end..words.end).find(|at| !passed(at))?;
    let acts = matches!(sentence.phrase(verb), Some(Phrase::Verb | Phrase::Contribute));
    // "Người dân được vay": who it was done to.
    let passive = (end..verb).any(|at| sentence.key(at) == "được");
    (acts && !passive).then_some(verb..words.end)
}

/// Who reaches what is named behind "đạt": "Ngành công thương đạt giá trị sản xuất …".
pub(super) struct Reaching {
    pub(super) who: Range<usize>,
    pub(super) what: Range<usize>,
}

/// Splits words at the verb behind which an indicator is named; `None` if there is none, or something else before it.
pub(super) fn reaching(sentence: &Sentence<'_>, words: Range<usize>) -> Option<Reaching> {
    let reach = |at: &usize| {
        sentence.phrase(*at) == Some(Phrase::Reach)
            && matches!(&*sentence.lower(*at), "đạt" | "đạt được")
            && is_head(sentence, at + 1)
    };
    let at = words.clone().skip(1).filter(|at| at + 1 < words.end).find(reach)?;
    let who = words.start..at;
    is_actor(sentence, who.clone()).then_some(Reaching { who, what: at + 1..words.end })
}

/// Whether words begin with a kind of those who do something.
pub(crate) fn is_actor(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let start = words.start + usize::from(sentence.key(words.start) == "các");
    let text = sentence.lower_text(start..words.end);
    let begins = |actor: &str| {
        text.strip_prefix(actor).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    sentence.phrase(words.start) == Some(Phrase::Place)
        || [&ACTORS, &PUBLIC_ACTORS, &BARE_ACTORS]
            .into_iter()
            .any(|list| list.iter().any(|actor| begins(actor)))
}

/// Whether words only say who does something, and not which of them.
pub(crate) fn is_bare_actor(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let start = words.start + usize::from(matches!(sentence.key(words.start), "các" | "những"));
    let place = |at: &usize| matches!(sentence.phrase(*at), Some(Phrase::Place | Phrase::Adverb));
    let end = words.end - (start..words.end).rev().take_while(place).count();
    end <= start || BARE_ACTORS.contains(&sentence.lower_text(start..end))
}

/// Whether what an actor is for follows its first word: "ban quản lý …".
fn is_office(word: &str) -> bool {
    matches!(word, "ban" | "sở" | "cục" | "phòng")
}
