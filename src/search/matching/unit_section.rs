//! Matching of typed words that the name lacks with its unit and its section.

use super::aligner::Aligner;
use super::match_bits::MatchBits;
use super::match_table::MatchTable;
use super::word_match;
use super::word_match::WordMatch;
use crate::search::index::Index;
use crate::search::index::vocabulary::WordId;
use crate::search::query::Query;

/// Returns the best match of a typed word in the unit or the section of a name.
pub(in crate::search) fn word_match(aligner: &Aligner<'_>, typed: usize) -> Option<WordMatch> {
    let words = &aligner.index.context(aligner.name).words;
    let word_match =
        |word: &WordId| match_in(aligner.query, aligner.matches, aligner.index, typed, *word);
    words.iter().filter_map(word_match).min()
}

/// Returns how a typed word matches a word of a context. It must be the whole word, with the
/// accents that were typed; only the last typed word may be a prefix.
fn match_in(
    query: &Query,
    matches: &MatchTable,
    index: &Index,
    typed: usize,
    word: WordId,
) -> Option<WordMatch> {
    let is_last = typed + 1 == query.words.len();
    let counts = |word_match: &WordMatch| {
        *word_match == WordMatch::Equal || (is_last && *word_match == WordMatch::Beginning)
    };
    let word_match = matches.of(typed, word).filter(counts)?;
    let contradicts =
        word_match::contradicts(&query.words[typed], index.vocabulary.word(word), word_match);
    (!contradicts).then_some(word_match)
}

/// Returns the typed words that are found in the unit and the section; each word of the context is
/// used once.
pub(in crate::search) fn found_in_context(aligner: &Aligner<'_>, typed: &[usize]) -> Vec<usize> {
    let mut words = aligner.index.context(aligner.name).words.clone();
    let mut found = typed.to_vec();
    found.retain(|typed| {
        let word_match =
            |word: &WordId| match_in(aligner.query, aligner.matches, aligner.index, *typed, *word);
        let word_matches =
            words.iter().enumerate().filter_map(|(at, word)| Some((word_match(word)?, at)));
        let best = word_matches.min();
        best.map(|(_, at)| words.remove(at)).is_some()
    });
    found
}

/// Returns the match bits of each context.
pub(in crate::search) fn match_bits(
    query: &Query,
    matches: &MatchTable,
    index: &Index,
) -> Vec<MatchBits> {
    let found = |words: &[WordId]| {
        let typed = query.order.iter().enumerate().take(crate::search::matching::match_bits::LANES);
        let word_matches = typed.flat_map(|(lane, typed)| {
            let word_match = |word: &WordId| match_in(query, matches, index, *typed, *word);
            words
                .iter()
                .filter_map(word_match)
                .map(move |word_match| MatchBits::one(lane, word_match))
        });
        word_matches.fold(MatchBits::NONE, MatchBits::or)
    };
    index.contexts().map(|context| found(&context.words)).collect()
}

/// The cost of finding a word in the context rather than in the name.
const EACH: usize = 3;

/// Returns the cost of finding these typed words in the context. A typed unit usually means the
/// whole unit, so each of its words that was not typed adds to the cost.
pub(in crate::search) fn cost(aligner: &Aligner<'_>, in_context: &[usize]) -> usize {
    if in_context.is_empty() {
        return 0;
    }
    let word_matches = in_context.iter().filter_map(|typed| word_match(aligner, *typed));
    let match_cost: usize = word_matches.map(|word_match| word_match as usize).sum();
    let [unit, _] = aligner.index.context(aligner.name).parts();
    let is_typed = |word: &&WordId| {
        let word_match =
            |typed| match_in(aligner.query, aligner.matches, aligner.index, typed, **word);
        in_context.iter().any(|typed| word_match(*typed).is_some())
    };
    let typed = unit.iter().filter(is_typed).count();
    match_cost + EACH * in_context.len() + if typed > 0 { unit.len() - typed } else { 0 }
}
