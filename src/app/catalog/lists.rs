//! Many short lists of numbers in two allocations: there may be a hundred thousand.

/// Lists of numbers.
#[derive(Debug)]
pub(crate) struct Lists {
    /// Where each list begins, followed by the number of all numbers.
    starts: Vec<usize>,
    numbers: Vec<usize>,
}

impl Lists {
    /// The positions in each of `groups` groups, in order; `None` belongs to no group.
    pub(super) fn of_groups(
        group_of: impl Iterator<Item = Option<usize>> + Clone,
        groups: usize,
    ) -> Self {
        let mut starts = vec![0; groups + 1];
        group_of.clone().flatten().for_each(|group| starts[group + 1] += 1);
        for group in 0..groups {
            starts[group + 1] += starts[group];
        }
        let (mut numbers, mut next) = (vec![0; starts[groups]], starts.clone());
        for (at, group) in group_of.enumerate() {
            let Some(group) = group else { continue };
            numbers[next[group]] = at;
            next[group] += 1;
        }
        Self { starts, numbers }
    }

    /// Sorts each list.
    pub(super) fn sort_each_by_key<K: Ord>(&mut self, key: impl Fn(usize) -> K) {
        for list in self.starts.windows(2) {
            self.numbers[list[0]..list[1]].sort_by_key(|number| key(*number));
        }
    }

    /// The number of lists.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Returns a list; empty if there is none of this number.
    pub(crate) fn get(&self, list: usize) -> &[usize] {
        match (self.starts.get(list), self.starts.get(list + 1)) {
            (Some(start), Some(end)) => &self.numbers[*start..*end],
            _ => &[],
        }
    }

    /// All lists, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &[usize]> {
        (0..self.len()).map(|list| self.get(list))
    }
}

impl Default for Lists {
    fn default() -> Self {
        Self { starts: vec![0], numbers: Vec::new() }
    }
}
