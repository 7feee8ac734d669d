//! Several datasets as one sequence of indicators.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::{Dataset, Indicator, Section};

/// The open datasets, in order. Indicators are numbered across all of them, so a list, a search
/// index and a selection need only one number.
#[derive(Debug, Clone, PartialEq)]
pub struct Collection {
    datasets: Vec<Arc<Dataset>>,
    /// The number of each dataset's first indicator, followed by the total.
    starts: Vec<usize>,
    /// The ids of those indicators that have another one here than in their dataset, by their numbers.
    renamed: Arc<HashMap<usize, Box<str>>>,
}

/// An indicator with its dataset and its section.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry<'a> {
    /// Its number in the collection.
    pub index: usize,
    /// The index of its dataset in the collection.
    pub dataset_at: usize,
    /// Its index in [`Dataset::indicators`].
    pub local: usize,
    /// Its dataset.
    pub dataset: &'a Dataset,
    /// Its section.
    pub section: &'a Section,
    /// Its id in the collection, if it is not that of its dataset.
    renamed: Option<&'a str>,
}

impl<'a> Entry<'a> {
    /// Returns the indicator. It is unpacked at each call.
    #[must_use]
    pub fn indicator(&self) -> Indicator {
        let mut indicator = self.dataset.indicators.get(self.local).unwrap_or_default();
        if let Some(id) = self.renamed {
            id.clone_into(&mut indicator.id);
        }
        indicator
    }

    /// Returns its name.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.dataset.indicators.name(self.local).unwrap_or_default()
    }

    /// Returns its id: the same for all indicators of the collection that are the same one, if it was made of their
    /// names.
    #[must_use]
    pub fn id(&self) -> &'a str {
        self.renamed.unwrap_or_else(|| self.own_id())
    }

    /// Returns its id in its dataset.
    #[must_use]
    pub fn own_id(&self) -> &'a str {
        self.dataset.indicators.id(self.local).unwrap_or_default()
    }

    /// Returns its unit.
    #[must_use]
    pub fn unit(&self) -> Option<&'a str> {
        self.dataset.indicators.unit(self.local)
    }
}

impl Collection {
    /// Creates a collection of datasets, in order.
    #[must_use]
    pub fn new(datasets: impl IntoIterator<Item = impl Into<Arc<Dataset>>>) -> Self {
        let mut datasets: Vec<Arc<Dataset>> = datasets.into_iter().map(Into::into).collect();
        show_namesakes_with_uppers(&mut datasets);
        let mut starts = vec![0];
        for dataset in &datasets {
            starts.push(starts[starts.len() - 1] + dataset.indicators.len());
        }
        Self { datasets, starts, renamed: Arc::default() }
    }

    /// The same collection with other ids of some indicators, by their numbers.
    #[must_use]
    pub(crate) fn with_ids(self, renamed: HashMap<usize, Box<str>>) -> Self {
        Self { renamed: Arc::new(renamed), ..self }
    }

    /// Returns the datasets, in order. Each may be shared with other collections.
    #[must_use]
    pub fn datasets(&self) -> &[Arc<Dataset>] {
        &self.datasets
    }

    /// Returns the number of indicators.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts[self.starts.len() - 1]
    }

    /// Whether there is no indicator.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the number of the first indicator of a dataset.
    #[must_use]
    pub fn start_of(&self, dataset: usize) -> usize {
        self.starts.get(dataset).copied().unwrap_or_else(|| self.len())
    }

    /// Returns the index of the dataset that has the indicator with this number.
    pub(crate) fn dataset_of(&self, index: usize) -> usize {
        self.starts.partition_point(|start| *start <= index).saturating_sub(1)
    }

    /// Returns the indicator with this number.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<Entry<'_>> {
        let at = self.dataset_of(index);
        let dataset = self.datasets.get(at)?;
        let local = index - self.starts[at];
        let section = dataset.section_of(local)?;
        let renamed = self.renamed.get(&index).map(|id| &**id);
        Some(Entry { index, dataset_at: at, local, dataset, section, renamed })
    }

    /// Calls `show` with a range of indicators and their numbers, in order: the fastest way to read
    /// many.
    pub fn each(&self, numbers: Range<usize>, mut show: impl FnMut(usize, &Indicator)) {
        for (dataset, start, range) in self.ranges(numbers) {
            let mut number = start + range.start;
            dataset.indicators.each(range, |indicator| {
                show(number, indicator);
                number += 1;
            });
        }
    }

    /// Returns for each dataset the number of its first indicator, and its part of a range of numbers.
    fn ranges(
        &self,
        numbers: Range<usize>,
    ) -> impl Iterator<Item = (&Dataset, usize, Range<usize>)> {
        self.datasets.iter().zip(&self.starts).map(move |(dataset, start)| {
            let within =
                |number: usize| number.clamp(*start, start + dataset.indicators.len()) - start;
            (&**dataset, *start, within(numbers.start)..within(numbers.end))
        })
    }

    /// Returns all names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names_in(0..self.len())
    }

    /// Returns the names of the indicators with these numbers, in order.
    pub fn names_in(&self, numbers: Range<usize>) -> impl Iterator<Item = &str> {
        self.ranges(numbers).flat_map(|(dataset, _, range)| dataset.indicators.names_in(range))
    }

    /// Returns all ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let own = self.datasets.iter().flat_map(|dataset| dataset.indicators.ids());
        own.enumerate().map(|(index, own)| self.renamed.get(&index).map_or(own, |id| &**id))
    }

    /// Returns all indicators, in order.
    pub fn iter(&self) -> impl Iterator<Item = Entry<'_>> {
        (0..self.len()).filter_map(|index| self.get(index))
    }
}

/// Shows places of one name in different places with these: "Châu Thành (Long An)".
fn show_namesakes_with_uppers(datasets: &mut [Arc<Dataset>]) {
    let mut uppers: HashMap<&str, &str> = HashMap::new();
    let mut namesakes: HashSet<Box<str>> = HashSet::new();
    for dataset in datasets.iter() {
        let Some(upper) = dataset.place.upper() else { continue };
        let known = uppers.entry(dataset.place.own_name()).or_insert(upper);
        if *known != upper {
            namesakes.insert(dataset.place.own_name().into());
        }
    }
    if namesakes.is_empty() {
        return;
    }
    for dataset in datasets.iter_mut() {
        let is_namesake = namesakes.contains(dataset.place.own_name());
        let shown = dataset.place.shown_with_upper().filter(|_| is_namesake);
        if let Some(place) = shown.filter(|place| *place != dataset.place) {
            *dataset = Arc::new(Dataset { place, ..Dataset::clone(dataset) });
        }
    }
}
