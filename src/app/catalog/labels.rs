//! Labels that distinguish each of several datasets from the others.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;

use foldhash::quality::RandomState;

use crate::model::{Collection, Dataset};

/// What the labels of the datasets of a collection say: what differs of place and period, with the id added where
/// that is not unique. The texts are made when one is shown, as there may be a hundred thousand datasets.
#[derive(Debug, Default)]
pub struct DatasetLabels {
    form: Form,
    /// The datasets whose place and period others have as well.
    ambiguous: HashSet<usize>,
}

#[derive(Debug, Clone, Copy, Default)]
enum Form {
    /// An only dataset has an empty label.
    #[default]
    None,
    Id,
    Period,
    Place,
    PlaceAndPeriod,
}

impl DatasetLabels {
    /// The labels of the datasets of a collection.
    #[must_use]
    pub fn of(collection: &Collection) -> Self {
        let all = collection.datasets();
        let [first, _, ..] = all else { return Self::default() };
        let one_place = all.iter().all(|dataset| dataset.place == first.place);
        let one_period = all.iter().all(|dataset| dataset.period == first.period);
        let form = match (one_place, one_period) {
            (true, true) => Form::Id,
            (true, false) => Form::Period,
            (false, true) => Form::Place,
            (false, false) => Form::PlaceAndPeriod,
        };
        let hasher = RandomState::default();
        let hashes = all.iter().map(|dataset| hasher.hash_one(label(form, dataset)));
        let mut times: HashMap<u64, u32, RandomState> = HashMap::default();
        hashes.clone().for_each(|hash| *times.entry(hash).or_default() += 1);
        let is_ambiguous = |hash| times.get(&hash).is_some_and(|times| *times > 1);
        let ambiguous = hashes.enumerate().filter(|(_, hash)| is_ambiguous(*hash));
        Self { form, ambiguous: ambiguous.map(|(at, _)| at).collect() }
    }

    /// The label of a dataset, which is at position `at` of the collection.
    #[must_use]
    pub fn get<'a>(&self, at: usize, dataset: &'a Dataset) -> Cow<'a, str> {
        let label = label(self.form, dataset);
        if self.ambiguous.contains(&at) && label != dataset.id {
            return format!("{label} · {}", dataset.id).into();
        }
        label
    }
}

fn label(form: Form, dataset: &Dataset) -> Cow<'_, str> {
    match form {
        Form::None => "".into(),
        Form::Id => (&*dataset.id).into(),
        Form::Period => (&*dataset.period).into(),
        Form::Place => dataset.place.name().into(),
        Form::PlaceAndPeriod => format!("{} · {}", dataset.place.name(), dataset.period).into(),
    }
}
