//! Incremental search: it runs at once, or in steps between keystrokes.

use std::ops::Range;
use std::sync::Arc;

use super::id_hits::add_ids;
use super::index::Index;
use super::index::name_set::{NameId, NameSet};
use super::matching::align;
use super::matching::align::Match;
use super::matching::explain;
use super::matching::pass::Pass;
use super::query::Query;
use super::query::other_readings::readings;
use super::ranking::top_hits::{Candidate, TopHits};
use super::ranking::upper_bound::UpperBounds;
use super::tokenize;
use super::{Hit, Tier};
use crate::model::Collection;
use crate::text::fold::is_invisible;

/// An incremental search. It contains positions only and borrows nothing, so it can be dropped for
/// a newer one at any time.
#[derive(Debug, Clone)]
pub struct IncrementalSearch {
    /// The query as typed.
    text: Arc<str>,
    /// Whether the query is empty, so that all names are listed.
    is_empty: bool,
    /// The readings of the query: with abbreviations instead of phrases, translated to Vietnamese,
    /// and as typed; later also those with moved spaces.
    queries: Arc<[Query]>,
    /// The upper bounds of each query that this pass uses; the first `skipped` queries are not
    /// used.
    query_bounds: Arc<[UpperBounds]>,
    skipped: usize,
    /// The upper bounds of the last pass that did not use queries with moved spaces.
    as_typed: Arc<[UpperBounds]>,
    pass: Pass,
    /// The worst tier that any of the queries may have.
    worst: Tier,
    progress: PassProgress,
    /// The names that earlier passes found, in order: a later pass cannot find them in a better
    /// tier.
    found_before: Arc<[NameId]>,
    pub(super) best: TopHits,
    done: bool,
}

/// The progress of a pass through the names.
#[derive(Debug, Clone, PartialEq, Eq)]
enum PassProgress {
    /// All names; the range is still to do.
    All(Range<NameId>),
    /// The listed candidates; those from this name on are still to do.
    Listed(Arc<NameSet>, NameId),
}

impl PartialEq for IncrementalSearch {
    /// Whether it is the same search at the same position.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.query_bounds, &other.query_bounds) && self.progress == other.progress
    }
}

impl Eq for IncrementalSearch {}

impl IncrementalSearch {
    /// Starts a search for the best `limit` hits.
    #[must_use]
    pub fn new(index: &Index, query: &str, limit: usize) -> Self {
        let text = query;
        let queries = readings(text, index);
        let is_without_words = queries.last().is_none_or(|typed| typed.words.is_empty());
        let done = is_without_words || limit == 0;
        let query_bounds: Arc<[UpperBounds]> = if done {
            Arc::default()
        } else {
            let bounds = |query: &Query| UpperBounds::new(query.clone(), index, Pass::Whole);
            queries.iter().map(bounds).collect()
        };
        Self {
            text: text.into(),
            is_empty: text.chars().all(|c| c.is_whitespace() || is_invisible(c)),
            skipped: 0,
            as_typed: Arc::clone(&query_bounds),
            progress: PassProgress::of(&query_bounds, index),
            worst: queries.iter().map(|query| query.worst).max().unwrap_or(Tier::Partial),
            queries,
            query_bounds,
            pass: Pass::Whole,
            found_before: Arc::default(),
            best: TopHits::new(limit),
            done,
        }
    }

    /// Processes the next `names` names. Returns whether the search is done.
    pub fn advance(&mut self, index: &Index, names: usize) -> bool {
        self.advance_where(index, names, &|_| true)
    }

    /// The same among the indicators that satisfy a condition, by their numbers. It is asked about names that
    /// match only; it must be the same in each call.
    pub fn advance_where(
        &mut self,
        index: &Index,
        names: usize,
        wanted: &dyn Fn(usize) -> bool,
    ) -> bool {
        if self.done {
            return true;
        }
        let query_bounds = Arc::clone(&self.query_bounds);
        let ended = match self.progress.clone() {
            PassProgress::All(left) => {
                let next = u32::try_from(names).unwrap_or(NameId::MAX).min(left.end - left.start);
                let now = left.start..left.start + next;
                self.progress = PassProgress::All(now.end..left.end);
                self.score_names(index, (&query_bounds, wanted), now.clone()) || now.end == left.end
            }
            PassProgress::Listed(list, from) => {
                let next = list.after(from, names);
                let end = next.unwrap_or(NameId::MAX);
                self.progress = PassProgress::Listed(Arc::clone(&list), end);
                self.score_names(index, (&query_bounds, wanted), list.range(from..end))
                    || next.is_none()
            }
        };
        self.done = ended && !self.next_pass(index);
        self.done
    }

    /// Adds the names that are among the best. Returns whether no later name of the pass can be.
    fn score_names(
        &mut self,
        index: &Index,
        (query_bounds, wanted): (&[UpperBounds], &dyn Fn(usize) -> bool),
        names: impl Iterator<Item = NameId>,
    ) -> bool {
        for name in names {
            let ceiling =
                query_bounds.iter().map(|bounds| bounds.ceiling(index.letters(name))).max();
            if !self.best.would_take(ceiling.unwrap_or(i64::MIN)) {
                return true;
            }
            self.score_name(index, (query_bounds, wanted), name);
        }
        false
    }

    /// Aligns a name with each query and adds it if it is among the best.
    fn score_name(
        &mut self,
        index: &Index,
        (query_bounds, wanted): (&[UpperBounds], &dyn Fn(usize) -> bool),
        name: NameId,
    ) {
        let mut best: Option<(usize, Match)> = None;
        for (query, bounds) in (self.skipped..).zip(query_bounds) {
            if self.pass.best_tier() > bounds.query.worst {
                continue;
            }
            let Some(bound) = bounds.bound(index, name) else { continue };
            if !self.best.would_take(bound) {
                continue;
            }
            let found = align::find(&bounds.query, &bounds.matches, index, name, self.pass);
            let worst = self.pass.worst_tier().min(bounds.query.worst);
            let found = found.filter(|found| found.tier <= worst).map(|found| (query, found));
            best = best.into_iter().chain(found).max_by_key(|(_, found)| found.score);
        }
        let number = index.number(name);
        let Some((query, found)) = best else { return };
        if !wanted(number as usize) {
            return;
        }
        let found = Candidate { name, number, query, found };
        // A name that an earlier pass found may have been displaced by others since.
        if self.found_before.binary_search(&name).is_ok() && self.best.has(name) {
            self.best.improve(found);
        } else if self.best.would_take(found.found.score) {
            self.best.take(found);
        }
    }

    /// Moves to the next pass that can find better hits than the current ones. Returns whether
    /// there is one.
    fn next_pass(&mut self, index: &Index) -> bool {
        let passes = std::iter::successors(self.pass.next(), |pass| pass.next());
        let can_find = |pass: &Pass| {
            pass.best_tier() <= self.worst && self.best.would_take(pass.best_key().score())
        };
        let Some(pass) = passes.into_iter().find(can_find) else { return false };
        self.found_before = self.best.names().into();
        self.pass = pass;
        if pass == Pass::Respaced {
            self.use_respaced_queries(index);
        } else {
            let query_bounds = self.as_typed.iter().map(|bounds| bounds.for_pass(index, pass));
            self.query_bounds = query_bounds.collect();
            self.as_typed = Arc::clone(&self.query_bounds);
            self.skipped = 0;
        }
        self.progress = PassProgress::of(&self.query_bounds, index);
        true
    }

    /// Prepares the pass for queries with moved spaces.
    fn use_respaced_queries(&mut self, index: &Index) {
        self.skipped = self.queries.len();
        let typed = self.queries.last();
        let respaced = typed.map(|query| query.respaced(&index.vocabulary)).unwrap_or_default();
        let bounds = |query: &Query| UpperBounds::new(query.clone(), index, Pass::Respaced);
        self.query_bounds = respaced.iter().map(bounds).collect();
        self.queries = self.queries.iter().cloned().chain(respaced).collect();
    }

    /// Returns the hits so far, the best first. `collection` must be the one that the index was
    /// built from.
    #[must_use]
    pub fn hits(self, index: &Index, collection: &Collection) -> Vec<Hit> {
        self.hits_where(index, collection, &|_| true)
    }

    /// The same for a search among the indicators that satisfy a condition.
    #[must_use]
    pub fn hits_where(
        self,
        index: &Index,
        collection: &Collection,
        wanted: &dyn Fn(usize) -> bool,
    ) -> Vec<Hit> {
        let limit = self.best.limit();
        let hit = |Candidate { name, number, query, found }| {
            let (number, query): (usize, &Query) = (number as usize, &self.queries[query]);
            let entry = collection.get(number);
            let text = entry.map_or("", |entry| entry.name());
            let asked = entry.filter(|_| !found.in_context.is_empty());
            let in_context = |text| explain::context_places(query, &found.in_context, text);
            let marks = explain::marks(query, index, name, &found.found);
            Hit {
                index: number,
                tier: found.tier,
                score: found.score,
                places: tokenize::places(text, &marks),
                unit_places: in_context(asked.and_then(|entry| entry.unit()).unwrap_or_default()),
                section_places: in_context(asked.map_or("", |entry| &entry.section.name)),
                reasons: explain::reasons(query, index, (name, text), &found.found),
            }
        };
        if self.is_empty {
            return everything(collection, limit, wanted);
        }
        let mut hits: Vec<Hit> = self.best.into_sorted().into_iter().map(hit).collect();
        add_ids(&self.text, collection, (limit, wanted), &mut hits);
        hits
    }
}

/// Returns the first indicators, for an empty query.
fn everything(collection: &Collection, limit: usize, wanted: &dyn Fn(usize) -> bool) -> Vec<Hit> {
    (0..collection.len())
        .filter(|number| wanted(*number))
        .take(limit)
        .map(|index| Hit::without_ranges(index, Tier::Everything))
        .collect()
}

impl PassProgress {
    /// Returns the names that any of the queries can find.
    fn of(query_bounds: &[UpperBounds], index: &Index) -> Self {
        let listed = query_bounds.iter().map(|bounds| bounds.candidates(index));
        let joined = listed.reduce(|a, b| {
            let (mut a, b) = (a?, b?);
            a.unite(&b);
            Some(a)
        });
        match joined.flatten() {
            Some(names) => Self::Listed(names.into(), 0),
            None => Self::All(index.names()),
        }
    }
}
