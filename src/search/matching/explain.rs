//! Explanation of a hit: how each typed word was read and which characters matched.

use std::ops::Range;

use super::align::WordHit;
use super::word_match;
use super::word_match::WordMatch;
use crate::search::index::Index;
use crate::search::index::name_set::NameId;
use crate::search::index::vocabulary::Word;
use crate::search::query::{Method, Query};
use crate::search::reason::Reason;
use crate::search::tokenize;
use crate::search::tokenize::MatchedChars;

/// Returns the matched characters of the words of a name.
pub(crate) fn marks(
    query: &Query,
    index: &Index,
    name: NameId,
    all: &[WordHit],
) -> Vec<MatchedChars> {
    all.iter().flat_map(|found| marks_of(query, index, name, found)).collect()
}

fn marks_of(query: &Query, index: &Index, name: NameId, found: &WordHit) -> Vec<MatchedChars> {
    let typed = &query.words[found.typed];
    let range = found.first..found.first + found.count;
    let word = |at: usize| index.vocabulary.word(index.name(name)[at]);
    if found.count == 1 {
        let runs = word_match::highlighted(typed, word(found.first), found.word_match);
        return runs.into_iter().map(|chars| MatchedChars { word: found.first, chars }).collect();
    }
    // Of joined words the last one may be a prefix only.
    let mut left = match found.word_match {
        WordMatch::Beginning => typed.as_typed().length(),
        _ => usize::MAX,
    };
    range
        .map(|at| {
            let length = if found.word_match == WordMatch::Initials {
                1
            } else {
                word(at).word_form.length().min(left)
            };
            left -= length;
            MatchedChars { word: at, chars: 0..length }
        })
        .collect()
}

/// Returns the matched ranges of a unit or of the name of a section that has some of the typed
/// words.
pub(crate) fn context_places(query: &Query, typed: &[usize], text: &str) -> Vec<Range<usize>> {
    let marks = tokenize::words(text).enumerate().flat_map(|(at, range)| {
        let word = Word::of(&text[range]);
        let marks = typed.iter().filter_map(move |typed| {
            let typed = &query.words[*typed];
            let word_match = word_match::find_exact(typed, &word)
                .filter(|word_match| *word_match <= WordMatch::Beginning)?;
            (!word_match::contradicts(typed, &word, word_match))
                .then(|| word_match::highlighted(typed, &word, word_match))
        });
        marks.flatten().map(move |chars| MatchedChars { word: at, chars }).collect::<Vec<_>>()
    });
    tokenize::places(text, &marks.collect::<Vec<_>>())
}

/// Explanation of a hit: how each typed word was read and which characters matched.
pub(crate) fn reasons(
    query: &Query,
    index: &Index,
    (name, text): (NameId, &str),
    all: &[WordHit],
) -> Vec<Reason> {
    let places: Vec<_> = tokenize::words(text).collect();
    let mut all: Vec<&WordHit> = all.iter().collect();
    all.sort_by_key(|found| found.typed);
    let reason = |found: &&WordHit| {
        let typed = &query.words[found.typed];
        let word = index.vocabulary.word(index.name(name)[found.first]);
        let last = places.get(found.first + found.count - 1)?;
        let is_number = found.count == 1 && word_match::is_number(typed, &word.word_form);
        let method = match found.word_match {
            WordMatch::Phrase if is_number => Method::Numeral,
            _ => word_match::reading(typed, word, found.word_match).method,
        };
        Some(Reason {
            typed: typed.text.clone(),
            method,
            word_match: found.word_match,
            place: places.get(found.first)?.start..last.end,
        })
    };
    all.iter().filter_map(reason).collect()
}
