//! Why a name was found: what each typed word was read as, and where it stands.

use std::ops::Range;

use super::align::WordHit;
use super::word_match;
use super::word_match::WordMatch;
use crate::search::index::Index;
use crate::search::index::name_set::NameId;
use crate::search::index::vocabulary::Word;
use crate::search::query::Query;
use crate::search::reason::Reason;
use crate::search::tokenize;
use crate::search::tokenize::Mark;

/// The matched characters of the words of a name.
pub(in crate::search) fn marks(
    query: &Query,
    index: &Index,
    name: NameId,
    all: &[WordHit],
) -> Vec<Mark> {
    all.iter().flat_map(|found| marks_of(query, index, name, found)).collect()
}

fn marks_of(query: &Query, index: &Index, name: NameId, found: &WordHit) -> Vec<Mark> {
    let typed = &query.words[found.typed];
    let range = found.first..found.first + found.count;
    let word = |at: usize| index.vocabulary.word(index.name(name)[at]);
    if found.count == 1 {
        let runs = word_match::highlighted(typed, word(found.first), found.way);
        return runs.into_iter().map(|chars| Mark { word: found.first, chars }).collect();
    }
    // Of joined words the last one may only be begun.
    let mut left = match found.way {
        WordMatch::Beginning => typed.as_typed().length(),
        _ => usize::MAX,
    };
    range
        .map(|at| {
            let length = if found.way == WordMatch::Initials {
                1
            } else {
                word(at).spelt.length().min(left)
            };
            left -= length;
            Mark { word: at, chars: 0..length }
        })
        .collect()
}

/// The matched places of a unit or of the name of a section that has some of the typed words; if it is the whole
/// query, all of it.
pub(in crate::search) fn context_places(
    query: &Query,
    typed: &[usize],
    text: &str,
) -> Vec<Range<usize>> {
    let marks = tokenize::words(text).enumerate().flat_map(|(at, range)| {
        let word = Word::of(&text[range]);
        let marks = typed.iter().filter_map(move |typed| {
            let typed = &query.words[*typed];
            let way =
                word_match::find(typed, &word, false).filter(|way| *way <= WordMatch::Beginning)?;
            (!word_match::contradicts(typed, &word, way))
                .then(|| word_match::highlighted(typed, &word, way))
        });
        marks.flatten().map(move |chars| Mark { word: at, chars }).collect::<Vec<_>>()
    });
    tokenize::places(text, &marks.collect::<Vec<_>>())
}

/// Why a name was found, word by word as they were typed.
pub(in crate::search) fn reasons(
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
        Some(Reason {
            typed: typed.text.clone(),
            method: word_match::reading(typed, word, found.way).method,
            way: found.way,
            place: places.get(found.first)?.start..last.end,
        })
    };
    all.iter().filter_map(reason).collect()
}
