//! Labels that distinguish each of several datasets from the others.

use std::collections::HashMap;

use crate::model::{Collection, Dataset};

/// Returns a label for each dataset: what differs of place and period, with the id added where that is not
/// unique. An only dataset has an empty label.
#[must_use]
pub fn labels(collection: &Collection) -> Vec<String> {
    let all = collection.datasets();
    let [first, _, ..] = all else { return vec![String::new(); all.len()] };
    let one_place = all.iter().all(|dataset| dataset.place == first.place);
    let one_period = all.iter().all(|dataset| dataset.period == first.period);
    let label = |dataset: &Dataset| match (one_place, one_period) {
        (true, true) => dataset.id.clone(),
        (true, false) => dataset.period.clone(),
        (false, true) => dataset.place.name().to_owned(),
        (false, false) => format!("{} · {}", dataset.place.name(), dataset.period),
    };
    let mut labels: Vec<String> = all.iter().map(|dataset| label(dataset)).collect();
    let mut times: HashMap<String, usize> = HashMap::new();
    for label in &labels {
        *times.entry(label.clone()).or_default() += 1;
    }
    for (label, dataset) in labels.iter_mut().zip(all) {
        if times.get(label).is_some_and(|times| *times > 1) && *label != dataset.id {
            *label = format!("{label} · {}", dataset.id);
        }
    }
    labels
}
