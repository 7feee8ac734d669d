//! Who does something, before what is done: no part of the name of an indicator, unless that is nothing without it.

use std::ops::Range;

use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::{Phrase, UnitClass};
use crate::lexicon::prose_words::{FUNCTION_WORDS, PLACE_SYLLABLES, PUBLIC_ACTORS};

/// The most items from an actor's first word to what it does.
const LONGEST: usize = 9;

/// The end of the first words of an actor with which words begin: "Các cơ quan".
pub(in crate::dataset::prose) fn actor_head(
    sentence: &Sentence<'_>,
    words: Range<usize>,
) -> Option<usize> {
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

/// Whether what an actor is for follows its first word: "ban quản lý …".
fn is_office(word: &str) -> bool {
    matches!(word, "ban" | "sở" | "cục" | "phòng")
}
