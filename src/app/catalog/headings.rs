//! The headings over indicators that are no indicators themselves: a group row without a value, such as "Tỷ lệ hộ
//! nghèo" over "Thành thị" and "Nông thôn".
//!
//! The parts below such a row have it as a parent, but no row of the list is that parent. A search
//! finds parts by all that they are parts of.

use std::collections::HashMap;
use std::sync::Arc;

use super::tree::Tree;
use crate::model::{Collection, Dataset};

/// The most indicators of a collection whose headings are looked for: each is decoded once.
const MOST: usize = 200_000;
/// What is between the headings of two levels.
const BETWEEN: &str = " › ";

/// The heading of each indicator that has one.
#[derive(Debug, Default)]
pub(super) struct Headings {
    texts: Vec<String>,
    /// The position in `texts`, by the number of the indicator.
    heading_of: HashMap<u32, u32>,
    /// The same for all that an indicator is a part of, headings and rows.
    path_of: HashMap<u32, u32>,
}

impl Headings {
    /// Whether any indicator may have a heading: it is a part of something.
    pub(super) fn are_possible(collection: &Collection) -> bool {
        let has_parents = |dataset: &Arc<Dataset>| {
            let mut found = false;
            let all = 0..dataset.indicators.len();
            dataset.indicators.each(all, |indicator| found |= !indicator.parents.is_empty());
            found
        };
        collection.len() <= MOST && collection.datasets().iter().any(has_parents)
    }

    pub(super) fn of(collection: &Collection, tree: &Tree) -> Self {
        let mut headings = Self::default();
        if !Self::are_possible(collection) {
            return headings;
        }
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut number_of = |text: String, texts: &mut Vec<String>| {
            let next = u32::try_from(texts.len()).unwrap_or(u32::MAX);
            *numbers.entry(text).or_insert_with_key(|text| {
                texts.push(text.clone());
                next
            })
        };
        for (at, dataset) in collection.datasets().iter().enumerate() {
            let mut index = collection.start_of(at);
            dataset.indicators.each(0..dataset.indicators.len(), |indicator| {
                let is_row =
                    |whole: usize| Some(collection.get(whole)?.indicator().parents.len() + 1);
                let rows = || tree.whole_of(index).and_then(is_row).unwrap_or(0);
                let own = match indicator.parents.is_empty() {
                    true => &[],
                    false => indicator.parents.get(rows()..).unwrap_or_default(),
                };
                let of = [
                    (own, &mut headings.heading_of),
                    (&indicator.parents[..], &mut headings.path_of),
                ];
                for (names, known) in of {
                    if let (false, Ok(number)) = (names.is_empty(), u32::try_from(index)) {
                        known.insert(number, number_of(names.join(BETWEEN), &mut headings.texts));
                    }
                }
                index += 1;
            });
        }
        headings
    }

    /// The heading of an indicator; empty if it has none.
    pub(super) fn get(&self, index: usize) -> &str {
        let heading = u32::try_from(index).ok().and_then(|index| self.heading_of.get(&index));
        heading.and_then(|at| self.texts.get(*at as usize)).map_or("", String::as_str)
    }

    /// All that an indicator is a part of; empty if it is no part.
    pub(super) fn path(&self, index: usize) -> &str {
        let path = u32::try_from(index).ok().and_then(|index| self.path_of.get(&index));
        path.and_then(|at| self.texts.get(*at as usize)).map_or("", String::as_str)
    }

    /// Whether no indicator is a part.
    pub(super) fn has_no_parts(&self) -> bool {
        self.path_of.is_empty()
    }

    /// Whether it is empty.
    pub(super) fn is_empty(&self) -> bool {
        self.heading_of.is_empty()
    }
}
