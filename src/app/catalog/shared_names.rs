//! Indicators of one dataset that have a name and a unit in common, and that only their sections distinguish.

use std::collections::{HashMap, HashSet};

use super::tree::Tree;
use crate::model::Collection;
use crate::text::truncate;

/// The most indicators of a collection whose names are compared: each is decoded once.
const MOST: usize = 20_000;

/// The columns between a name and its section.
const BETWEEN: usize = 3;

/// Such indicators.
#[derive(Debug, Default)]
pub(super) struct SharedNames {
    numbers: HashSet<usize>,
    /// The columns of the widest of their names with its section.
    pub(super) width: usize,
}

impl SharedNames {
    pub(super) fn of(collection: &Collection, tree: &Tree) -> Self {
        let mut shared = Self::default();
        let has_several = |at: usize| collection.datasets()[at].sections.len() > 1;
        let datasets = 0..collection.datasets().len();
        for at in datasets.filter(|at| collection.len() <= MOST && has_several(*at)) {
            // The section and the number of the first indicator of a name and a unit.
            let mut known: HashMap<(String, Option<String>), (usize, usize)> = HashMap::new();
            let dataset = &collection.datasets()[at];
            let width = |name: &str, section: usize| {
                truncate::width(name) + BETWEEN + truncate::width(&dataset.sections[section].name)
            };
            for (section, one) in dataset.sections.iter().enumerate() {
                let mut number = collection.start_of(at) + one.indicators.start;
                dataset.indicators.each(one.indicators.clone(), |indicator| {
                    if tree.depth(number) == 0 {
                        let own = (indicator.name.clone(), indicator.unit.clone());
                        let (first, other) = *known.entry(own).or_insert((section, number));
                        if first != section {
                            shared.numbers.extend([other, number]);
                            let both = [first, section].map(|at| width(&indicator.name, at));
                            shared.width = shared.width.max(both[0]).max(both[1]);
                        }
                    }
                    number += 1;
                });
            }
        }
        shared
    }

    /// Whether another section of its dataset has an indicator of its name and unit.
    pub(super) fn contains(&self, index: usize) -> bool {
        self.numbers.contains(&index)
    }
}
