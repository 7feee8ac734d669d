//! What each typed word can mean, for each word of the vocabulary.

use super::match_bits::{LANES, MatchBits};
use super::pass::Pass;
use super::word_match;
use super::word_match::WordMatch;
use crate::search::index::vocabulary::{Vocabulary, WordId};
use crate::search::query::Query;

/// How each typed word is found in each word of the vocabulary.
#[derive(Debug)]
pub(in crate::search) struct MatchTable {
    /// By typed word, then by word.
    ways: Vec<Vec<Option<WordMatch>>>,
    /// By word: the place in `found` of the typed words that have a lane, the longest ones. Most words of many
    /// have none.
    lanes: Vec<u32>,
    /// What is found in some word, and, first, nothing.
    found: Vec<MatchBits>,
    /// How many accents of the query any name could have.
    kept: usize,
    /// By typed word: the best way in any word.
    best: Vec<Option<WordMatch>>,
    /// By typed word: whether it is found only in words with other accents.
    contradicted: Vec<bool>,
}

impl MatchTable {
    pub(in crate::search) fn new(query: &Query, vocabulary: &Vocabulary, phase: Pass) -> Self {
        let words = vocabulary.words();
        let (mut lanes, mut found) = (vec![0_u32; words.len()], vec![MatchBits::NONE]);
        let mut ways = vec![Vec::new(); query.words.len()];
        let mut best_ways = vec![None; query.words.len()];
        let mut contradicted = vec![false; query.words.len()];
        let mut kept = 0;
        for (lane, typed) in query.order.iter().enumerate() {
            let word = &query.words[*typed];
            let (mut best, mut agrees) = (0, false);
            ways[*typed] =
                words.iter().map(|w| word_match::find(word, w, phase == Pass::Typos)).collect();
            for (at, way) in ways[*typed].iter().enumerate() {
                let Some(way) = way else { continue };
                best = best.max(word_match::accents_kept(word, &words[at]));
                agrees = agrees || !word_match::contradicts(word, &words[at], *way);
                if lane < LANES {
                    if lanes[at] == 0 {
                        lanes[at] = u32::try_from(found.len()).unwrap_or_default();
                        found.push(MatchBits::NONE);
                    }
                    let found = &mut found[lanes[at] as usize];
                    *found = found.or(MatchBits::one(lane, *way));
                }
            }
            best_ways[*typed] = ways[*typed].iter().flatten().min().copied();
            kept += usize::from(best);
            contradicted[*typed] = !agrees;
        }
        Self { ways, lanes, found, kept, best: best_ways, contradicted }
    }

    /// How a typed word is found in a word.
    pub(in crate::search) fn of(&self, typed: usize, word: WordId) -> Option<WordMatch> {
        self.ways[typed][word as usize]
    }

    /// How all typed words are found in a word.
    pub(in crate::search) fn lanes(&self, word: WordId) -> MatchBits {
        self.found[self.lanes[word as usize] as usize]
    }

    /// The words in which a typed word is found at least this well.
    pub(in crate::search) fn within(
        &self,
        typed: usize,
        worst: WordMatch,
    ) -> impl Iterator<Item = WordId> {
        let ids = (0..).zip(&self.ways[typed]);
        ids.filter(move |(_, way)| way.is_some_and(|way| way <= worst)).map(|(id, _)| id)
    }

    /// Whether a typed word may be several without the spaces between them: what is a word by itself is
    /// not taken apart.
    pub(in crate::search) fn may_be_joined(&self, typed: usize) -> bool {
        self.best(typed) != Some(WordMatch::Equal)
    }

    /// How many accents of the query any name could have, at most.
    pub(in crate::search) fn kept(&self) -> usize {
        self.kept
    }

    /// Whether a typed word is found only in words with other accents.
    pub(in crate::search) fn is_contradicted(&self, typed: usize) -> bool {
        self.contradicted[typed] && self.best[typed].is_some()
    }

    /// The best way in which a typed word is found in any word.
    pub(in crate::search) fn best(&self, typed: usize) -> Option<WordMatch> {
        self.best[typed]
    }
}
