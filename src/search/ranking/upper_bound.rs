//! Upper bounds: which names a query can find in an index, and the best score that each can have.

use std::sync::Arc;

use super::score::ScoreKey;
use super::span_names::runs_of;
use crate::search::Tier;
use crate::search::index::Index;
use crate::search::index::context::Context;
use crate::search::index::name_set::{NameId, NameSet};
use crate::search::index::vocabulary::WordId;
use crate::search::matching::align;
use crate::search::matching::match_bits::{LANES, MatchBits, Required};
use crate::search::matching::match_table::MatchTable;
use crate::search::matching::pass::Pass;
use crate::search::matching::totals;
use crate::search::matching::totals::Total;
use crate::search::matching::unit_section;
use crate::search::matching::word_match::WordMatch;
use crate::search::query::{Query, Typed};

/// A query with its matches in an index, for one pass of the search.
#[derive(Debug)]
pub(crate) struct UpperBounds {
    pub(crate) query: Query,
    pub(crate) matches: Arc<MatchTable>,
    pub(super) pass: Pass,
    /// The match bits of each context, for passes that search it.
    pub(super) context_bits: Vec<MatchBits>,
    /// The names in which a typed word spans several words, with the match bits.
    pub(super) runs: Vec<(MatchBits, NameSet)>,
    /// The lanes of all typed words, and of those that are not filler words.
    pub(super) all: Required,
    pub(super) needed: Required,
    /// The lane of each typed word, in the order typed; none if there are more words than lanes.
    pub(super) typed_lanes: Option<Vec<usize>>,
    /// The most letters of the typed words, over all readings.
    letters: usize,
    /// The least number of typed words whose match has other accents; words may be missing in later
    /// passes.
    contradicted: usize,
    /// The upper bounds without the part for the letters of a name.
    pub(super) ceilings: Option<Ceilings>,
    /// Whether the last typed words are the whole unit, or some the first of the section, by context; empty in passes
    /// without them.
    is_typed_together: Vec<bool>,
}

/// The upper bounds of names by their length.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ceilings {
    /// The bound for a name that is the whole query.
    pub(super) whole: i64,
    /// The bound for a name that has only words for a total besides.
    total: i64,
    /// Of any other name.
    other: i64,
}

impl UpperBounds {
    /// Returns the bounds of the first pass, or, for a query with moved spaces, of the pass for
    /// such queries.
    pub(crate) fn new(query: Query, index: &Index, pass: Pass) -> Self {
        let lanes = query.words.len().min(LANES);
        let needed = |lane: usize| lane < lanes && !query.words[query.order[lane]].filler;
        let lane_of = |typed| query.order.iter().position(|at| *at == typed);
        let matches = MatchTable::new(&query, &index.vocabulary, pass);
        let mut bounds = Self {
            pass,
            context_bits: Vec::new(),
            runs: runs_of(&query, &matches, index, &[WordMatch::Phrase, WordMatch::Equal]),
            matches: Arc::new(matches),
            all: Required::of(|lane| lane < lanes),
            needed: Required::of(needed),
            typed_lanes: (query.words.len() <= LANES)
                .then(|| (0..query.words.len()).filter_map(lane_of).collect()),
            letters: query.words.iter().map(Typed::longest).sum(),
            contradicted: 0,
            ceilings: None,
            is_typed_together: Vec::new(),
            query,
        };
        bounds.contradicted = bounds.least_contradicted();
        bounds.ceilings = bounds.new_ceilings(index);
        bounds
    }

    /// Returns the bounds of a later pass.
    pub(crate) fn for_pass(&self, index: &Index, pass: Pass) -> Self {
        let mut runs = self.runs.clone();
        // Initials count from this pass on.
        if pass == Pass::Substrings {
            runs.extend(runs_of(&self.query, &self.matches, index, &[WordMatch::Initials]));
        }
        let matches = match pass {
            Pass::Typos => Arc::new(MatchTable::new(&self.query, &index.vocabulary, pass)),
            _ => Arc::clone(&self.matches),
        };
        if pass == Pass::Typos {
            runs.extend(runs_of(&self.query, &matches, index, &[WordMatch::Typo]));
        }
        let context_bits = match pass {
            _ if !pass.has_context() => Vec::new(),
            _ => unit_section::match_bits(&self.query, &matches, index),
        };
        let is_together = |context: &Context| {
            unit_section::unit_typed_last(&self.query, &matches, index, context) > 0
                || unit_section::section_begun(&self.query, &matches, index, context).is_some()
        };
        let is_typed_together = match pass {
            Pass::Missing => index.contexts().map(is_together).collect(),
            _ => Vec::new(),
        };
        let mut bounds = Self {
            pass,
            is_typed_together,
            matches,
            context_bits,
            runs,
            typed_lanes: self.typed_lanes.clone(),
            query: self.query.clone(),
            // Later passes may find names without some words.
            contradicted: if pass.needs_all() { self.contradicted } else { 0 },
            ..*self
        };
        bounds.ceilings = bounds.new_ceilings(index);
        bounds
    }

    pub(super) fn lane_count(&self) -> usize {
        self.query.words.len().min(LANES)
    }

    pub(super) fn is_filler(&self, lane: usize) -> bool {
        self.query.words[self.query.order[lane]].filler
    }

    /// Returns an upper bound for the score of all names with at least so many letters.
    pub(crate) fn ceiling(&self, letters: u8) -> i64 {
        let Some(Ceilings { whole, total, other }) = self.ceilings else { return i64::MIN };
        if self.pass == Pass::OnlyContext {
            return whole;
        }
        let more = usize::from(letters).saturating_sub(self.letters);
        let ceiling = match more {
            0 => whole,
            1..=totals::MOST_LETTERS => total,
            _ => other,
        };
        ceiling - i64::from(letters)
    }

    fn new_ceilings(&self, index: &Index) -> Option<Ceilings> {
        if self.pass == Pass::OnlyContext {
            let part =
                index.contexts().filter_map(|context| self.context_part(index, context)).min();
            let score = part.map(|part| align::only_context_match(&self.query, part).score);
            return score.map(|score| Ceilings { whole: score, total: score, other: score });
        }
        // Without filler words and without a match in any context this pass finds nothing new.
        let context = self.context_bits.iter().copied().fold(MatchBits::NONE, MatchBits::or);
        if self.pass == Pass::Missing && context.is_empty() && self.all == self.needed {
            return None;
        }
        let mut parts = ScoreKey {
            kept: self.matches.kept(),
            contradicted: self.contradicted,
            ..self.pass.best_key()
        };
        if self.pass == Pass::Missing && context.is_empty() {
            parts.tier = self.pass.best_tier();
        }
        for (lane, typed) in self.query.order.iter().take(LANES).enumerate() {
            let run = self.runs.iter().filter_map(|(bits, _)| bits.word_match(lane)).min();
            let best =
                self.matches.best(*typed).into_iter().chain(run).chain(context.word_match(lane));
            match best.min() {
                Some(word_match) if self.pass == Pass::Whole && word_match > WordMatch::Equal => {
                    return None;
                }
                Some(word_match) => {
                    parts.worse += self.least_cost(lane, word_match);
                    if !self.pass.is_strict() && (self.pass.needs_all() || !self.is_filler(lane)) {
                        parts.tier = parts.tier.max(word_match.best_tier());
                    }
                }
                None => {
                    parts.worse += self.query.words[*typed].as_typed().length();
                    match self.pass {
                        Pass::Whole | Pass::Words => return None,
                        _ if self.is_filler(lane) => {}
                        Pass::Typos => parts.tier = Tier::Partial,
                        _ => return None,
                    }
                }
            }
        }
        let other = self.of_longer(parts);
        let whole = if self.may_find_totals() { Total::Whole } else { Total::Not };
        let total = ScoreKey { total: whole, ..other };
        Some(Ceilings { whole: parts.score(), total: total.score(), other: other.score() })
    }

    /// Returns the bound for names that are longer than the query: they are not all that was typed.
    fn of_longer(&self, parts: ScoreKey) -> ScoreKey {
        let tier = match self.pass {
            Pass::Missing if self.is_typed_together.contains(&true) => parts.tier,
            Pass::Missing => self.pass.best_tier(),
            _ => parts.tier.max(Tier::Prefix),
        };
        ScoreKey { tier, ..parts }
    }

    /// The least number of typed words whose match has other accents; words may be missing in later
    /// passes.
    fn least_contradicted(&self) -> usize {
        let is_contradicted = |(lane, typed): &(usize, &usize)| {
            let in_runs = self.runs.iter().any(|(bits, _)| bits.word_match(*lane).is_some());
            self.matches.is_contradicted(**typed) && !in_runs
        };
        let lanes = self.query.order.iter().enumerate().take(LANES);
        lanes.filter(is_contradicted).count()
    }

    /// Returns an upper bound for the score of a name; none if this pass cannot find it.
    pub(crate) fn bound(&self, index: &Index, name: NameId) -> Option<i64> {
        if self.pass == Pass::OnlyContext {
            return self.ceilings.map(|ceilings| ceilings.whole);
        }
        let words = index.name(name);
        let mut found = self.match_bits_in(words);
        if let Some(context) = self.context_bits.get(index.pair(name)) {
            found = found.or(*context);
        }
        let mut in_runs = false;
        for (bits, names) in &self.runs {
            if names.has(name) {
                found = found.or(*bits);
                in_runs = true;
            }
        }
        let letters = usize::from(index.letters(name));
        let open = in_runs || self.typed_lanes.is_none() || !self.context_bits.is_empty();
        let is_match = |word: &WordId| !self.matches.match_bits(*word).is_empty();
        let mut tier = self.best_tier(found, words, open)?.max(self.pass.best_tier());
        if tier == Tier::Exact && letters > self.letters {
            tier = Tier::Prefix;
        }
        let may_be_whole_name = letters <= self.letters && (in_runs || words.iter().all(is_match));
        let pair = index.pair(name);
        let is_together = || self.is_typed_together.get(pair) == Some(&true);
        if self.pass == Pass::Missing
            && (is_together() || (may_be_whole_name && self.has_context(pair)))
        {
            tier = Tier::InContext;
        }
        let first = if open { 0 } else { words.iter().position(is_match).unwrap_or(0) };
        let may_be_total = self.may_find_totals() && totals::may_be_total(index, words);
        let parts = ScoreKey {
            tier,
            whole: (self.pass != Pass::Words || found.all_within(self.all, WordMatch::Equal))
                && (tier != Tier::Words || letters <= self.letters),
            total: if may_be_total { Total::Whole } else { Total::Not },
            otherwise: false,
            contradicted: self.contradicted,
            worse: self.least_worse(found),
            kept: self.matches.kept(),
            first: totals::first_counted(index, words, first),
            gap: 0,
            letters,
        };
        Some(parts.score())
    }

    /// Whether this pass can find the total of what was typed: in the first pass, or if a phrase was meant.
    fn may_find_totals(&self) -> bool {
        let has_phrases = || self.query.words.iter().any(|typed| !typed.phrases.is_empty());
        self.pass == Pass::Whole || (self.pass == Pass::Words && has_phrases())
    }

    /// Whether a context has a typed word.
    fn has_context(&self, pair: usize) -> bool {
        self.context_bits.get(pair).is_some_and(|context| !context.is_empty())
    }

    /// Returns the match bits of these words.
    fn match_bits_in(&self, words: &[WordId]) -> MatchBits {
        let add = |found: MatchBits, word: &WordId| found.or(self.matches.match_bits(*word));
        words.iter().fold(MatchBits::NONE, add)
    }

    /// Returns the least cost of a word with such a match. Where words may be missing it may be one
    /// of them, and a short missing word costs less than a bad match.
    fn least_cost(&self, lane: usize, word_match: WordMatch) -> usize {
        let length = self.query.words[self.query.order[lane]].as_typed().length();
        let cost = word_match as usize;
        if self.pass.needs_all() { cost } else { length.min(cost) }
    }

    /// Returns the least cost of missing letters and of matches worse than equal.
    fn least_worse(&self, found: MatchBits) -> usize {
        (0..self.lane_count())
            .map(|lane| match found.word_match(lane) {
                Some(word_match) => self.least_cost(lane, word_match),
                None => self.query.words[self.query.order[lane]].as_typed().length(),
            })
            .sum()
    }
}
