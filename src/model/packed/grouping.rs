//! Splits the numbers of records by group, such as the rows of a table by place and period.

/// The numbers of some records, those of each group next to each other and in order.
#[derive(Debug)]
pub(crate) struct Grouping {
    /// Where each group begins, followed by the number of all.
    starts: Vec<usize>,
    /// The numbers in the order of the groups; `None` if they are in this order already.
    order: Option<Vec<u32>>,
}

impl Grouping {
    /// Groups records: `group_of` has the group of each of them, below `groups`.
    pub(crate) fn of(group_of: &[u32], groups: usize) -> Self {
        let mut starts = vec![0; groups + 1];
        group_of.iter().for_each(|group| starts[*group as usize + 1] += 1);
        for group in 0..groups {
            starts[group + 1] += starts[group];
        }
        if group_of.is_sorted() {
            return Self { starts, order: None };
        }
        let (mut order, mut next) = (vec![0; group_of.len()], starts.clone());
        for (number, group) in (0..).zip(group_of) {
            let next = &mut next[*group as usize];
            order[*next] = number;
            *next += 1;
        }
        Self { starts, order: Some(order) }
    }

    /// All records in one group.
    pub(crate) fn one(count: usize) -> Self {
        Self { starts: vec![0, count], order: None }
    }

    /// Returns the number of groups.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Returns where a group begins in the order of the groups, and the number of its records.
    pub(super) fn place(&self, group: usize) -> (usize, usize) {
        (self.starts[group], self.starts[group + 1] - self.starts[group])
    }

    /// Returns all numbers in the order of the groups; `None` if they are in order already.
    pub(super) fn order(&self) -> Option<impl Iterator<Item = usize>> {
        self.order.as_ref().map(|order| order.iter().map(|number| *number as usize))
    }

    /// Returns the numbers of the records of a group, in order.
    pub(crate) fn numbers(&self, group: usize) -> impl Iterator<Item = usize> {
        let (start, count) = self.place(group);
        (start..start + count).map(|at| self.order.as_ref().map_or(at, |order| order[at] as usize))
    }
}
