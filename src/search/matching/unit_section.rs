//! Typed words that the name lacks, and its unit or its section has.

use super::align::Aligner;
use super::match_bits::MatchBits;
use super::match_table::MatchTable;
use super::word_match;
use super::word_match::WordMatch;
use crate::search::index::Index;
use crate::search::index::vocabulary::WordId;
use crate::search::query::Query;

/// How a typed word is found in the unit or the section of a name.
pub(in crate::search) fn way(place: &Aligner<'_>, typed: usize) -> Option<WordMatch> {
    let words = &place.index.around(place.name).words;
    let way = |word: &WordId| way_in(place.query, place.meanings, place.index, typed, *word);
    words.iter().filter_map(way).min()
}

/// How a typed word is found in a word of a context: it is the word, with the accents that were typed; the last
/// one may be only begun.
fn way_in(
    query: &Query,
    meanings: &MatchTable,
    index: &Index,
    typed: usize,
    word: WordId,
) -> Option<WordMatch> {
    let is_last = typed + 1 == query.words.len();
    let counts =
        |way: &WordMatch| *way == WordMatch::Equal || (is_last && *way == WordMatch::Beginning);
    let way = meanings.of(typed, word).filter(counts)?;
    let contradicts =
        word_match::contradicts(&query.words[typed], index.vocabulary.word(word), way);
    (!contradicts).then_some(way)
}

/// Those of the typed words that the unit and the section have, each word of theirs for one of them.
pub(in crate::search) fn shared_out(place: &Aligner<'_>, typed: &[usize]) -> Vec<usize> {
    let mut words = place.index.around(place.name).words.clone();
    let mut found = typed.to_vec();
    found.retain(|typed| {
        let way = |word: &WordId| way_in(place.query, place.meanings, place.index, *typed, *word);
        let ways = words.iter().enumerate().filter_map(|(at, word)| Some((way(word)?, at)));
        let best = ways.min();
        best.map(|(_, at)| words.remove(at)).is_some()
    });
    found
}

/// How the typed words are found in each unit with its section.
pub(in crate::search) fn lanes(
    query: &Query,
    meanings: &MatchTable,
    index: &Index,
) -> Vec<MatchBits> {
    let found = |words: &[WordId]| {
        let typed = query.order.iter().enumerate().take(crate::search::matching::match_bits::LANES);
        let ways = typed.flat_map(|(lane, typed)| {
            let way = |word: &WordId| way_in(query, meanings, index, *typed, *word);
            words.iter().filter_map(way).map(move |way| MatchBits::one(lane, way))
        });
        ways.fold(MatchBits::NONE, MatchBits::or)
    };
    index.all_around().map(|around| found(&around.words)).collect()
}

/// What it costs to find a word in the context rather than in the name.
const EACH: usize = 3;

/// What it costs to find these typed words in the context: a name that has more of them is better. Whoever types a
/// unit means the whole of it: each of its words that is left out costs as much.
pub(in crate::search) fn cost(place: &Aligner<'_>, in_context: &[usize]) -> usize {
    if in_context.is_empty() {
        return 0;
    }
    let ways = in_context.iter().filter_map(|typed| way(place, *typed));
    let ways: usize = ways.map(|way| way as usize).sum();
    let [unit, _] = place.index.around(place.name).parts();
    let is_typed = |word: &&WordId| {
        let way = |typed| way_in(place.query, place.meanings, place.index, typed, **word);
        in_context.iter().any(|typed| way(*typed).is_some())
    };
    let typed = unit.iter().filter(is_typed).count();
    ways + EACH * in_context.len() + if typed > 0 { unit.len() - typed } else { 0 }
}
