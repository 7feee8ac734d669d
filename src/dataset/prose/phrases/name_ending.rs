//! How the words before a figure end, which says whether the name goes on behind it.

use std::ops::Range;

use super::before_figure::BeforeFigure;
use crate::dataset::prose::sentence::items::Sentence;
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::SHORTAGE;

/// How the words before a figure end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// With a noun: they are the name.
    Noun,
    /// With a verb or "có": what is counted behind the figure belongs to the name.
    Verb,
    /// There are no words.
    Nothing,
}

/// How the words before a figure end. `body` is the gap's body with the words that were trimmed.
pub(crate) fn ending(
    sentence: &Sentence<'_>,
    found: &BeforeFigure,
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
            || SHORTAGE.contains(&sentence.lower_text(at..at + 1))
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
