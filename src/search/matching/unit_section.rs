//! Matching of typed words that the name lacks with its unit and its section.

use std::ops::Range;

use super::aligner::Aligner;
use super::match_bits::MatchBits;
use super::match_table::MatchTable;
use super::word_match;
use super::word_match::WordMatch;
use crate::search::index::Index;
use crate::search::index::context::Context;
use crate::search::index::vocabulary::WordId;
use crate::search::query::Query;
use crate::search::tokenize::is_rate;

/// Returns the best match of a typed word in the unit or the section of a name.
pub(crate) fn word_match(aligner: &Aligner<'_>, typed: usize) -> Option<WordMatch> {
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
pub(crate) fn found_in_context(aligner: &Aligner<'_>, typed: &[usize]) -> Vec<usize> {
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

/// Returns how many of the typed words found in the context were typed without accents, in a query with accents, where
/// the context has some.
pub(crate) fn bare_words(aligner: &Aligner<'_>, in_context: &[usize]) -> usize {
    let words = &aligner.index.context(aligner.name).words;
    let is_bare = |typed: &&usize| {
        let matched = |word: &WordId| {
            let word_match =
                match_in(aligner.query, aligner.matches, aligner.index, **typed, *word)?;
            let word = aligner.index.vocabulary.word(*word);
            Some(word_match::is_bare(&aligner.query.words[**typed], word, word_match))
        };
        words.iter().filter_map(matched).min() == Some(true)
    };
    in_context.iter().filter(is_bare).count()
}

/// Returns the match bits of each context.
pub(crate) fn match_bits(query: &Query, matches: &MatchTable, index: &Index) -> Vec<MatchBits> {
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

/// Returns how many words at the end of a query are the whole unit of a context, which may lack its "đồng"; none if all
/// words are, or the unit is only the sign of a rate.
pub(crate) fn unit_typed_last(
    query: &Query,
    matches: &MatchTable,
    index: &Index,
    context: &Context,
) -> usize {
    let [unit, _] = context.parts();
    let written = |id: &WordId| index.vocabulary.word(*id).word_form.folded();
    let lengths = match unit {
        [] => return 0,
        [one] if is_rate(written(one)) => return 0,
        [_, currency] if written(currency) == "dong" => 1..=2,
        _ => unit.len()..=unit.len(),
    };
    let is_last = |length: &usize| {
        let first = query.words.len().checked_sub(*length).filter(|first| *first > 0);
        first.is_some_and(|first| {
            unit.iter().take(*length).zip(first..).all(|(word, typed)| {
                !query.words[typed].is_behind_name
                    && match_in(query, matches, index, typed, *word) == Some(WordMatch::Equal)
            })
        })
    };
    lengths.rev().find(is_last).unwrap_or(0)
}

/// Returns the first or the last typed words that are the first words of the section of a context, at least two, with
/// other words next to them.
pub(crate) fn section_begun(
    query: &Query,
    matches: &MatchTable,
    index: &Index,
    context: &Context,
) -> Option<Range<usize>> {
    let [_, section] = context.parts();
    let is_at = |typed: usize, at: usize| {
        let word = section.get(at);
        word.is_some_and(|word| {
            match_in(query, matches, index, typed, *word) == Some(WordMatch::Equal)
        })
    };
    let count = query.words.len();
    let length =
        |from: usize| (from..count).zip(0..).take_while(|(typed, at)| is_at(*typed, *at)).count();
    let at_start = || Some(0..length(0)).filter(|words| words.len() > 1 && words.end < count);
    let at_end = || {
        let starts = 1..count.saturating_sub(1);
        starts.into_iter().find(|from| from + length(*from) == count).map(|from| from..count)
    };
    at_start().or_else(at_end)
}

/// Whether the typed words found in the context are each whole part of it that they touch: the unit, the section, or
/// both.
pub(crate) fn are_whole_parts(aligner: &Aligner<'_>, in_context: &[usize]) -> bool {
    let parts = aligner.index.context(aligner.name).parts();
    let typed = parts.map(|part| typed_in(aligner, in_context, part));
    let is_whole = |(part, typed): (&[WordId], usize)| typed == 0 || typed == part.len();
    // Each word of the context is used once.
    typed.iter().sum::<usize>() >= in_context.len() && parts.into_iter().zip(typed).all(is_whole)
}

/// Returns how many words of a part of the context were typed.
fn typed_in(aligner: &Aligner<'_>, in_context: &[usize], part: &[WordId]) -> usize {
    let is_typed = |word: &&WordId| {
        let word_match =
            |typed| match_in(aligner.query, aligner.matches, aligner.index, typed, **word);
        in_context.iter().any(|typed| word_match(*typed).is_some())
    };
    part.iter().filter(is_typed).count()
}

/// Returns which of the typed words found in the context are words of the section, and not of the unit.
pub(crate) fn found_in_section(aligner: &Aligner<'_>, in_context: &[usize]) -> Vec<usize> {
    let [unit, section] = aligner.index.context(aligner.name).parts();
    let is_in = |part: &[WordId], typed: usize| {
        let word_match =
            |word: &WordId| match_in(aligner.query, aligner.matches, aligner.index, typed, *word);
        part.iter().any(|word| word_match(word).is_some())
    };
    let only_there = |typed: &usize| is_in(section, *typed) && !is_in(unit, *typed);
    in_context.iter().copied().filter(only_there).collect()
}

/// Whether typed words are adjacent words of the section in their order, at least two or all of it.
pub(crate) fn is_part_of_section(aligner: &Aligner<'_>, typed: &[usize]) -> bool {
    let [_, section] = aligner.index.context(aligner.name).parts();
    (typed.len() > 1 || section.len() == 1) && place_in_section(aligner, typed).is_some()
}

/// Whether typed words can hardly mean anything but the section: three adjacent words of it, or all
/// before or behind its "và".
pub(crate) fn are_known_part(aligner: &Aligner<'_>, typed: &[usize]) -> bool {
    let Some(start) = place_in_section(aligner, typed) else { return false };
    let [_, section] = aligner.index.context(aligner.name).parts();
    let is_and = |id: &WordId| aligner.index.vocabulary.word(*id).word_form.folded() == AND;
    let end = start + typed.len();
    let is_first = start == 0 && section.get(end).is_some_and(is_and);
    let is_last = end == section.len() && section[..start].last().is_some_and(is_and);
    typed.len() >= SURE_WORDS || (typed.len() > 1 && (is_first || is_last))
}

/// "Và", between the subjects of a section.
const AND: &str = "va";

/// How many adjacent words of a section are hardly typed by chance.
const SURE_WORDS: usize = 3;

/// Returns where in the section typed words are, one after the other.
fn place_in_section(aligner: &Aligner<'_>, typed: &[usize]) -> Option<usize> {
    let [_, section] = aligner.index.context(aligner.name).parts();
    let mut typed = typed.to_vec();
    typed.sort_unstable();
    let is_run = typed.windows(2).all(|pair| pair[1] == pair[0] + 1);
    let is_at = |at: &usize| {
        let mut pairs = typed.iter().zip(&section[*at..]);
        pairs.all(|(typed, word)| {
            match_in(aligner.query, aligner.matches, aligner.index, *typed, *word).is_some()
        })
    };
    let last = section.len().checked_sub(typed.len()).filter(|_| is_run)?;
    (0..=last).find(is_at)
}

/// Whether typed words are adjacent, and the last words of the section in their order.
pub(crate) fn ends_section(aligner: &Aligner<'_>, typed: &[usize]) -> bool {
    let [_, section] = aligner.index.context(aligner.name).parts();
    let mut typed = typed.to_vec();
    typed.sort_unstable();
    let Some(start) = section.len().checked_sub(typed.len()) else { return false };
    typed.windows(2).all(|pair| pair[1] == pair[0] + 1)
        && typed.iter().zip(&section[start..]).all(|(typed, word)| {
            match_in(aligner.query, aligner.matches, aligner.index, *typed, *word).is_some()
        })
}

/// The cost of finding a word in the unit rather than in the name.
const IN_UNIT: usize = 3;

/// The cost of finding a word in the section only: more, because the section is about many names.
const IN_SECTION: usize = 8;

/// The cost of a section of which only some words were typed, or apart: they probably do not mean it.
const PART_OF_SECTION: usize = 40;

/// Returns the cost of finding these typed words in the context. A typed unit usually means the
/// whole unit, so each of its words that was not typed adds to the cost; and so does a section.
pub(crate) fn cost(aligner: &Aligner<'_>, in_context: &[usize]) -> usize {
    let meant: Vec<usize> =
        in_context.iter().copied().filter(|at| !aligner.query.words[*at].is_behind_name).collect();
    let word_matches = meant.iter().filter_map(|typed| word_match(aligner, *typed));
    let match_cost: usize = word_matches.map(|word_match| word_match as usize).sum();
    let [unit, section] = aligner.index.context(aligner.name).parts();
    let in_unit = typed_in(aligner, in_context, unit);
    let lacks = if in_unit > 0 { unit.len() - in_unit } else { 0 };
    let in_section = meant.len().saturating_sub(in_unit);
    let is_part = in_section > 0 && !is_typed_together(aligner, &meant, section);
    match_cost
        + IN_UNIT * (meant.len() - in_section)
        + IN_SECTION * in_section
        + lacks
        + if is_part { PART_OF_SECTION } else { 0 }
}

/// Whether all words of a section were typed, one after the other.
fn is_typed_together(aligner: &Aligner<'_>, in_context: &[usize], section: &[WordId]) -> bool {
    let is_of_section = |typed: &&usize| {
        let word_match =
            |word: &WordId| match_in(aligner.query, aligner.matches, aligner.index, **typed, *word);
        section.iter().any(|word| word_match(word).is_some())
    };
    let mut typed: Vec<usize> = in_context.iter().filter(is_of_section).copied().collect();
    typed.sort_unstable();
    typed_in(aligner, &typed, section) == section.len()
        && typed.windows(2).all(|pair| pair[1] == pair[0] + 1)
}
