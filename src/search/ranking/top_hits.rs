//! Top-k: the best hits so far, in a heap of limited size.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use crate::search::index::name_set::NameId;
use crate::search::matching::align::Match;

/// A name and its match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) name: NameId,
    /// The number of its indicator in the collection.
    pub(crate) number: u32,
    /// The index of the query that found it.
    pub(crate) query: usize,
    pub(crate) found: Match,
}

/// The best candidates so far.
#[derive(Debug, Clone)]
pub(crate) struct TopHits {
    limit: usize,
    /// A heap with the worst candidate on top.
    heap: BinaryHeap<Reverse<Candidate>>,
}

impl TopHits {
    pub(crate) fn new(limit: usize) -> Self {
        Self { limit, heap: BinaryHeap::new() }
    }

    /// Returns the maximum number of hits.
    pub(crate) fn limit(&self) -> usize {
        self.limit
    }

    /// Whether the maximum number is reached.
    pub(crate) fn is_full(&self) -> bool {
        self.heap.len() >= self.limit
    }

    /// Whether a name with this score could be among the best, whatever its number.
    pub(crate) fn would_take(&self, score: i64) -> bool {
        !self.is_full() || self.heap.peek().is_some_and(|worst| score >= worst.0.found.score)
    }

    /// Whether a name is among the best.
    pub(crate) fn has(&self, name: NameId) -> bool {
        self.heap.iter().any(|found| found.0.name == name)
    }

    /// Replaces the match of a name that is among the best if the new one is better.
    pub(crate) fn improve(&mut self, found: Candidate) {
        let is_better = self.heap.iter().any(|old| old.0.name == found.name && found > old.0);
        if is_better {
            self.heap.retain(|old| old.0.name != found.name);
            self.heap.push(Reverse(found));
        }
    }

    pub(crate) fn take(&mut self, found: Candidate) {
        if !self.is_full() {
            self.heap.push(Reverse(found));
        } else if let Some(mut worst) = self.heap.peek_mut().filter(|worst| found > worst.0) {
            worst.0 = found;
        }
    }

    /// Returns the names among the best, in order.
    pub(crate) fn names(&self) -> Vec<NameId> {
        let mut names: Vec<NameId> = self.heap.iter().map(|found| found.0.name).collect();
        names.sort_unstable();
        names
    }

    /// Returns the candidates, the best first.
    pub(crate) fn into_sorted(self) -> Vec<Candidate> {
        self.heap.into_sorted_vec().into_iter().map(|found| found.0).collect()
    }
}

impl Ord for Candidate {
    /// Names with equal scores are in the order of the dataset.
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |found: &Self| (found.found.score, Reverse(found.number));
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
