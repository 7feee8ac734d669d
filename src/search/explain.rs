//! Why a name was found: what each typed word was read as, and where it stands.

use std::ops::Range;

use super::align::Found;
use super::index::Index;
use super::name::{self, Mark};
use super::names::NameId;
use super::query::{Method, Query};
use super::vocabulary::Word;
use super::way::{self, Way};

/// A typed word with what it was found in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// As it was typed; an abbreviation that was put in place of a phrase as that.
    pub typed: String,
    /// By which way of typing it was read.
    pub method: Method,
    /// How it was found.
    pub way: Way,
    /// The words of the name, as a byte range of it.
    pub place: Range<usize>,
}

/// The matched characters of the words of a name.
pub(super) fn marks(query: &Query, index: &Index, name: NameId, all: &[Found]) -> Vec<Mark> {
    all.iter().flat_map(|found| marks_of(query, index, name, found)).collect()
}

fn marks_of(query: &Query, index: &Index, name: NameId, found: &Found) -> Vec<Mark> {
    let typed = &query.words[found.typed];
    let range = found.first..found.first + found.count;
    let word = |at: usize| index.vocabulary.word(index.name(name)[at]);
    if found.count == 1 {
        let runs = way::highlighted(typed, word(found.first), found.way);
        return runs.into_iter().map(|chars| Mark { word: found.first, chars }).collect();
    }
    // Of joined words the last one may only be begun.
    let mut left = match found.way {
        Way::Beginning => typed.as_typed().length(),
        _ => usize::MAX,
    };
    range
        .map(|at| {
            let length =
                if found.way == Way::Initials { 1 } else { word(at).spelt.length().min(left) };
            left -= length;
            Mark { word: at, chars: 0..length }
        })
        .collect()
}

/// The matched places of a unit or of the name of a section that has some of the typed words; if it is the whole
/// query, all of it.
pub(super) fn context_places(query: &Query, typed: &[usize], text: &str) -> Vec<Range<usize>> {
    let marks = name::words(text).enumerate().flat_map(|(at, range)| {
        let word = Word::of(&text[range]);
        let marks = typed.iter().filter_map(move |typed| {
            let typed = &query.words[*typed];
            let way = way::find(typed, &word, false).filter(|way| *way <= Way::Beginning)?;
            (!way::contradicts(typed, &word, way)).then(|| way::highlighted(typed, &word, way))
        });
        marks.flatten().map(move |chars| Mark { word: at, chars }).collect::<Vec<_>>()
    });
    name::places(text, &marks.collect::<Vec<_>>())
}

/// Why a name was found, word by word as they were typed.
pub(super) fn reasons(
    query: &Query,
    index: &Index,
    (name, text): (NameId, &str),
    all: &[Found],
) -> Vec<Reason> {
    let places: Vec<_> = name::words(text).collect();
    let mut all: Vec<&Found> = all.iter().collect();
    all.sort_by_key(|found| found.typed);
    let reason = |found: &&Found| {
        let typed = &query.words[found.typed];
        let word = index.vocabulary.word(index.name(name)[found.first]);
        let last = places.get(found.first + found.count - 1)?;
        Some(Reason {
            typed: typed.text.clone(),
            method: way::reading(typed, word, found.way).method,
            way: found.way,
            place: places.get(found.first)?.start..last.end,
        })
    };
    all.iter().filter_map(reason).collect()
}
