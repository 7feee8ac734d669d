//! Runs: the numbers of the indicators of each hash, in order.

use std::collections::HashMap;

use foldhash::fast::RandomState;

/// The indicators of each hash.
#[derive(Debug, Default)]
pub(super) struct Runs {
    /// The position of each hash.
    known: HashMap<u64, u32, RandomState>,
    /// Where the indicators of each begin in `numbers`, followed by the number of all.
    starts: Vec<usize>,
    numbers: Vec<u32>,
}

/// Collects the hashes of indicators.
#[derive(Debug, Default)]
pub(crate) struct RunsBuilder {
    known: HashMap<u64, u32, RandomState>,
    /// The number of indicators of each hash.
    counts: Vec<usize>,
    /// The indicators in order, each with the position of its hash.
    numbers: Vec<u32>,
    positions: Vec<u32>,
}

impl RunsBuilder {
    /// Adds an indicator; its number is greater than those before it with the same hash.
    pub(super) fn push(&mut self, number: u32, hash: u64) {
        let next = u32::try_from(self.counts.len()).unwrap_or(u32::MAX);
        let position = *self.known.entry(hash).or_insert(next);
        if position == next {
            self.counts.push(0);
        }
        self.counts[position as usize] += 1;
        self.numbers.push(number);
        self.positions.push(position);
    }

    /// Moves the indicators of some hashes to those of others, each of which has some.
    pub(super) fn join(&mut self, aliases: &HashMap<u64, u64, RandomState>) {
        let mut moved: HashMap<u32, u32> = HashMap::new();
        for (from, to) in aliases {
            if let Some(to) = self.known.get(to).copied()
                && let Some(from) = self.known.remove(from)
            {
                let count = std::mem::take(&mut self.counts[from as usize]);
                self.counts[to as usize] += count;
                moved.insert(from, to);
            }
        }
        if !moved.is_empty() {
            let to = |position: u32| moved.get(&position).copied().unwrap_or(position);
            self.positions.iter_mut().for_each(|position| *position = to(*position));
        }
    }

    /// Keeps the indicators of some hashes only.
    pub(super) fn retain(&mut self, is_kept: impl Fn(u64) -> bool) {
        let kept: HashMap<u32, u64, RandomState> =
            self.known.iter().map(|(hash, position)| (*position, *hash)).collect();
        let all = std::mem::take(self);
        for (number, position) in all.numbers.into_iter().zip(all.positions) {
            if let Some(hash) = kept.get(&position).filter(|hash| is_kept(**hash)) {
                self.push(number, *hash);
            }
        }
    }

    pub(super) fn build(self) -> Runs {
        let mut starts = vec![0; self.counts.len() + 1];
        for (position, count) in self.counts.iter().enumerate() {
            starts[position + 1] = starts[position] + count;
        }
        // Numbers that are in order already stay where they are.
        let mut numbers = self.numbers;
        if !self.positions.is_sorted() {
            let (mut sorted, mut next) = (vec![0; numbers.len()], starts.clone());
            for (number, position) in numbers.iter().zip(&self.positions) {
                let next = &mut next[*position as usize];
                sorted[*next] = *number;
                *next += 1;
            }
            numbers = sorted;
        }
        Runs { known: self.known, starts, numbers }
    }
}

impl Runs {
    /// Whether it is empty.
    pub(super) fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// Returns the run of a hash; empty if nothing has it.
    pub(super) fn get(&self, hash: u64) -> &[u32] {
        self.known.get(&hash).map_or(&[], |position| self.at(*position))
    }

    fn at(&self, position: u32) -> &[u32] {
        let position = position as usize;
        &self.numbers[self.starts[position]..self.starts[position + 1]]
    }

    /// All hashes with their runs, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u64, &[u32])> {
        self.known.iter().map(|(hash, position)| (*hash, self.at(*position)))
    }
}
