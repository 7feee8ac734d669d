//! Which indicators of several datasets are the same one.
//!
//! The same unit, and the same id or the same name, accents and case ignored. Bare numbers are no ids: they
//! number the lines of a file. Where a dataset has several of a name, what they stand under decides; where
//! that does not, none of them is taken for it.

use std::collections::HashMap;

use crate::model::{Collection, Entry};
use crate::text::fold::fold;

/// The same indicators of a collection.
#[derive(Debug, Default)]
pub(super) struct Alike {
    by_name: HashMap<(String, String), Vec<usize>>,
    by_id: HashMap<(String, String), Vec<usize>>,
}

impl Alike {
    pub(super) fn of(collection: &Collection) -> Self {
        let mut alike = Self::default();
        if collection.datasets().len() > 1 {
            for entry in collection.iter() {
                let unit = unit(&entry);
                alike
                    .by_name
                    .entry((key(entry.name()), unit.clone()))
                    .or_default()
                    .push(entry.index);
                if let Some(id) = id(&entry) {
                    alike.by_id.entry((id, unit)).or_default().push(entry.index);
                }
            }
        }
        alike
    }

    /// The numbers of an indicator and of those in other datasets that are the same, in order; nothing
    /// where there are no others.
    pub(super) fn group(&self, collection: &Collection, index: usize) -> Vec<usize> {
        let Some(own) = collection.get(index) else { return Vec::new() };
        let unit = unit(&own);
        let named = self.by_name.get(&(key(own.name()), unit.clone()));
        let numbered = id(&own).and_then(|id| self.by_id.get(&(id, unit)));
        let mut group = vec![index];
        for dataset in (0..collection.datasets().len()).filter(|at| *at != own.dataset_at) {
            let found = [numbered, named].into_iter().flatten();
            group.extend(found.into_iter().find_map(|all| the_one(collection, &own, all, dataset)));
        }
        group.sort_unstable();
        if group.len() > 1 { group } else { Vec::new() }
    }
}

/// The one of `candidates` in a dataset that is the same as `own`.
fn the_one(
    collection: &Collection,
    own: &Entry<'_>,
    candidates: &[usize],
    dataset: usize,
) -> Option<usize> {
    let range = collection.start_of(dataset)..collection.start_of(dataset + 1);
    let first = candidates.partition_point(|index| *index < range.start);
    let last = candidates.partition_point(|index| *index < range.end);
    let mut left: Vec<Entry<'_>> =
        candidates[first..last].iter().filter_map(|index| collection.get(*index)).collect();
    let parents =
        |entry: &Entry<'_>| entry.indicator().parents.iter().map(|p| key(p)).collect::<Vec<_>>();
    if left.len() > 1 {
        left.retain(|entry| parents(entry) == parents(own));
    }
    if left.len() > 1 {
        left.retain(|entry| key(&entry.section.name) == key(&own.section.name));
    }
    match left.as_slice() {
        [one] => Some(one.index),
        _ => None,
    }
}

fn unit(entry: &Entry<'_>) -> String {
    entry.unit().map(key).unwrap_or_default()
}

fn id(entry: &Entry<'_>) -> Option<String> {
    let id = entry.id();
    let is_number = id.chars().all(|c| c.is_ascii_digit());
    (!is_number).then(|| id.to_owned())
}

/// A name without what does not tell it from another.
fn key(name: &str) -> String {
    fold(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dataset, Indicator, Indicators, Section};

    fn dataset(indicators: &[(&str, &str, &str, &str)]) -> Dataset {
        let indicators: Indicators = indicators
            .iter()
            .map(|(id, parent, name, unit)| {
                let mut indicator = Indicator::named(*id, *name);
                indicator.parents = vec![(*parent).to_owned()];
                indicator.unit = Some((*unit).to_owned());
                indicator
            })
            .collect();
        let sections =
            vec![Section { name: "Kinh tế".to_owned(), indicators: 0..indicators.len() }];
        Dataset { sections, indicators, ..Dataset::of_names("x", []) }
    }

    #[test]
    fn names_units_ids_and_parents_tell() {
        let one = dataset(&[
            ("1", "", "Tỷ lệ hộ nghèo", "%"),
            ("grdp", "", "GRDP", "tỷ đồng"),
            ("3", "GRDP", "Công nghiệp", "%"),
            ("4", "GTSX", "Công nghiệp", "%"),
            ("5", "", "Rừng", "ha"),
        ]);
        let two = dataset(&[
            ("1", "", "Rừng", "km²"),
            ("grdp", "", "Tổng sản phẩm", "Tỷ đồng"),
            ("7", "GTSX", "Công nghiệp", "%"),
            ("8", "GRDP", "Công nghiệp", "%"),
            ("9", "", "TỶ LỆ  HỘ NGHÈO", "%"),
        ]);
        let collection = Collection::new([one, two]);
        let alike = Alike::of(&collection);
        let groups: Vec<_> = (0..5).map(|index| alike.group(&collection, index)).collect();
        assert_eq!(groups, [vec![0, 9], vec![1, 6], vec![2, 8], vec![3, 7], vec![]]);
        assert_eq!(alike.group(&collection, 9), [0, 9]);
    }

    #[test]
    fn what_cannot_be_told_apart_is_not_taken() {
        let one = dataset(&[("1", "", "Lúa", "ha")]);
        let two = dataset(&[("1", "", "Lúa", "ha"), ("2", "", "Lúa", "ha")]);
        let collection = Collection::new([one.clone(), two]);
        assert!(Alike::of(&collection).group(&collection, 0).is_empty());
        let alone = Collection::new([one]);
        assert!(Alike::of(&alone).group(&alone, 0).is_empty());
    }
}
