//! Where the name before a new level ends in English: with the verb of its change, also of one that no figure says
//! ("Exports doubled to $12 billion", "Enrolment increased again to 412,300 pupils").

use std::ops::Range;

use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::{BEHIND_CHANGE_VERB, CHANGE_VERBS};

/// The words before the verb of a change, if one of them is; `level` is the item of "to" or "at".
pub(super) fn before_change_verb(
    sentence: &Sentence<'_>,
    words: Range<usize>,
    level: usize,
) -> Range<usize> {
    if !matches!(sentence.key(level), "to" | "at") {
        return words;
    }
    let first = words.start + 1;
    let verb = |at: &usize| {
        CHANGE_VERBS.contains(sentence.key(*at)) && says_how(sentence, at + 1..words.end)
    };
    match (first..words.end).find(verb) {
        Some(verb) => words.start..start_of_verb(sentence, first..verb),
        None => words,
    }
}

/// Whether words behind a verb of change say how much, how or since when, and not what: "declined again", "rose by a
/// fifth", but "declined applications".
fn says_how(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let Some(next) = words.clone().next() else { return true };
    let key = sentence.key(next);
    let adverb = key.len() > 4 && (key.ends_with("ly") || key.ends_with("fold"));
    let time = matches!(sentence.phrase(next), Some(Phrase::Prep | Phrase::Approx | Phrase::Time))
        || sentence.items[next].what == What::Date
        || sentence.is_mark(next, ",");
    adverb || time || BEHIND_CHANGE_VERB.contains(key)
}

/// Where a verb begins, with what limits it: "more than doubled", "has nearly tripled".
fn start_of_verb(sentence: &Sentence<'_>, before: Range<usize>) -> usize {
    let limits = |at: &usize| {
        matches!(sentence.phrase(*at), Some(Phrase::Approx | Phrase::Adverb | Phrase::Reach))
            || sentence.key(*at).ends_with("ly")
    };
    before.end - before.rev().take_while(limits).count()
}
