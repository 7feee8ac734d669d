//! The best hits so far, as many as are wanted.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use crate::search::index::name_set::NameId;
use crate::search::matching::align::Match;

/// A name with how it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct Candidate {
    pub(in crate::search) name: NameId,
    /// The number of its indicator in the collection.
    pub(in crate::search) number: u32,
    /// By which of the queries.
    pub(in crate::search) query: usize,
    pub(in crate::search) found: Match,
}

/// The best so far.
#[derive(Debug, Clone)]
pub(in crate::search) struct TopHits {
    limit: usize,
    /// The worst on top.
    heap: BinaryHeap<Reverse<Candidate>>,
}

impl TopHits {
    pub(in crate::search) fn new(limit: usize) -> Self {
        Self { limit, heap: BinaryHeap::new() }
    }

    /// How many are wanted.
    pub(in crate::search) fn limit(&self) -> usize {
        self.limit
    }

    /// Whether there are as many as are wanted.
    pub(in crate::search) fn is_full(&self) -> bool {
        self.heap.len() >= self.limit
    }

    /// Whether a name with this score would be among the best, whichever it is.
    pub(in crate::search) fn would_take(&self, score: i64) -> bool {
        !self.is_full() || self.heap.peek().is_some_and(|worst| score >= worst.0.found.score)
    }

    /// Whether a name is among the best.
    pub(in crate::search) fn has(&self, name: NameId) -> bool {
        self.heap.iter().any(|found| found.0.name == name)
    }

    /// Takes a name that is among the best if it is found better now.
    pub(in crate::search) fn improve(&mut self, found: Candidate) {
        let is_better = self.heap.iter().any(|old| old.0.name == found.name && found > old.0);
        if is_better {
            self.heap.retain(|old| old.0.name != found.name);
            self.heap.push(Reverse(found));
        }
    }

    pub(in crate::search) fn take(&mut self, found: Candidate) {
        if !self.is_full() {
            self.heap.push(Reverse(found));
        } else if let Some(mut worst) = self.heap.peek_mut().filter(|worst| found > worst.0) {
            worst.0 = found;
        }
    }

    /// The names among the best, in order of their numbers.
    pub(in crate::search) fn names(&self) -> Vec<NameId> {
        let mut names: Vec<NameId> = self.heap.iter().map(|found| found.0.name).collect();
        names.sort_unstable();
        names
    }

    /// The best first.
    pub(in crate::search) fn into_sorted(self) -> Vec<Candidate> {
        self.heap.into_sorted_vec().into_iter().map(|found| found.0).collect()
    }
}

impl Ord for Candidate {
    /// Names with equal scores stand in the order of the dataset.
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
