//! The sections of a sheet, and those of each slice: a slice has the sections that it has indicators of.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::model::{Grouping, Section};

/// The sections of a sheet, in order.
#[derive(Debug, Default)]
pub(super) struct Sections {
    /// The name of each, and the number of its first indicator among all of the sheet.
    begun: Vec<(String, usize)>,
}

impl Sections {
    /// Begins a section with the indicator of a number.
    pub(super) fn begin(&mut self, name: String, first: usize) {
        self.begun.push((name, first));
    }

    /// The number of sections begun.
    pub(super) fn len(&self) -> usize {
        self.begun.len()
    }

    /// The sections of each group of indicators. Groups with the same sections share them: there may be a hundred
    /// thousand.
    pub(super) fn of_groups(&self, grouping: &Grouping) -> Vec<Arc<[Section]>> {
        let mut known: HashMap<Vec<(usize, usize)>, Arc<[Section]>, FixedState> =
            HashMap::default();
        let mut counts = Vec::new();
        let sections = |group| {
            self.count(grouping.numbers(group), &mut counts);
            if let Some(known) = known.get(&counts) {
                return Arc::clone(known);
            }
            let named = self.named(&counts);
            known.insert(counts.clone(), Arc::clone(&named));
            named
        };
        (0..grouping.len()).map(sections).collect()
    }

    /// Counts the indicators of each section among those of some numbers, in order.
    fn count(&self, numbers: impl Iterator<Item = usize>, counts: &mut Vec<(usize, usize)>) {
        counts.clear();
        // The number after the last one of the current section.
        let mut end = 0;
        for number in numbers {
            match counts.last_mut() {
                Some((_, count)) if number < end => *count += 1,
                _ => {
                    let after = self.begun.partition_point(|(_, first)| *first <= number);
                    end = self.begun.get(after).map_or(usize::MAX, |(_, first)| *first);
                    counts.push((after.saturating_sub(1), 1));
                }
            }
        }
    }

    fn named(&self, counts: &[(usize, usize)]) -> Arc<[Section]> {
        let mut start = 0;
        let section = |(section, count): &(usize, usize)| {
            let name = self.begun.get(*section).map(|(name, _)| name.clone()).unwrap_or_default();
            let indicators = start..start + count;
            start = indicators.end;
            Section { name, indicators }
        };
        counts.iter().map(section).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_has_the_sections_that_it_has_indicators_of() {
        let mut sections = Sections::default();
        for (name, first) in [("I", 0), ("II", 3), ("không có", 5), ("III", 5)] {
            sections.begin(name.to_owned(), first);
        }
        let grouping = Grouping::of(&[0, 1, 0, 1, 1, 2, 0], 3);
        let found = sections.of_groups(&grouping);
        let shown: Vec<Vec<_>> = found
            .iter()
            .map(|all| all.iter().map(|one| (&*one.name, one.indicators.clone())).collect())
            .collect();
        assert_eq!(shown[0], [("I", 0..2), ("III", 2..3)]);
        assert_eq!(shown[1], [("I", 0..1), ("II", 1..3)]);
        assert_eq!(shown[2], [("III", 0..1)]);
        let alike = sections.of_groups(&Grouping::of(&[0, 1, 2], 3));
        assert!(Arc::ptr_eq(&alike[0], &alike[2]));
    }
}
