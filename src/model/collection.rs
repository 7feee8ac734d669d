//! Several datasets as one sequence of indicators.

use std::ops::Range;
use std::sync::Arc;

use super::{Dataset, Indicator, Section};

/// The datasets that were opened, in order. Indicators are numbered through all of them, so that a
/// list, a search index and a selection need one number each.
#[derive(Debug, Clone, PartialEq)]
pub struct Collection {
    datasets: Vec<Arc<Dataset>>,
    /// The number of each dataset's first indicator, and, last, how many there are in all.
    starts: Vec<usize>,
}

/// An indicator with where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry<'a> {
    /// Its number in the collection.
    pub index: usize,
    /// The place of its dataset in the collection.
    pub dataset_at: usize,
    /// Its place in [`Dataset::indicators`].
    pub local: usize,
    /// Its dataset.
    pub dataset: &'a Dataset,
    /// Its section.
    pub section: &'a Section,
}

impl<'a> Entry<'a> {
    /// Itself. It is unpacked each time that it is asked for.
    #[must_use]
    pub fn indicator(&self) -> Indicator {
        self.dataset.indicators.get(self.local).unwrap_or_default()
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.dataset.indicators.name(self.local).unwrap_or_default()
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &'a str {
        self.dataset.indicators.id(self.local).unwrap_or_default()
    }

    /// Its unit.
    #[must_use]
    pub fn unit(&self) -> Option<&'a str> {
        self.dataset.indicators.unit(self.local)
    }
}

impl Collection {
    /// Joins datasets, in order.
    #[must_use]
    pub fn new(datasets: impl IntoIterator<Item = impl Into<Arc<Dataset>>>) -> Self {
        let datasets: Vec<Arc<Dataset>> = datasets.into_iter().map(Into::into).collect();
        let mut starts = vec![0];
        for dataset in &datasets {
            starts.push(starts[starts.len() - 1] + dataset.indicators.len());
        }
        Self { datasets, starts }
    }

    /// The datasets, in order. Each may be part of other collections as well.
    #[must_use]
    pub fn datasets(&self) -> &[Arc<Dataset>] {
        &self.datasets
    }

    /// How many indicators there are in all.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts[self.starts.len() - 1]
    }

    /// Whether there is no indicator at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of the first indicator of a dataset.
    #[must_use]
    pub fn start_of(&self, dataset: usize) -> usize {
        self.starts.get(dataset).copied().unwrap_or_else(|| self.len())
    }

    /// The place of the dataset that has the indicator with this number.
    pub(crate) fn dataset_of(&self, index: usize) -> usize {
        self.starts.partition_point(|start| *start <= index).saturating_sub(1)
    }

    /// The indicator with this number.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<Entry<'_>> {
        let at = self.dataset_of(index);
        let dataset = self.datasets.get(at)?;
        let local = index - self.starts[at];
        let section = dataset.section_of(local)?;
        Some(Entry { index, dataset_at: at, local, dataset, section })
    }

    /// Shows a run of indicators with their numbers, in order: the quickest way through many.
    pub fn each(&self, numbers: Range<usize>, mut show: impl FnMut(usize, &Indicator)) {
        for (dataset, start) in self.datasets.iter().zip(&self.starts) {
            let within =
                |number: usize| number.clamp(*start, start + dataset.indicators.len()) - start;
            let mut number = start + within(numbers.start);
            dataset.indicators.each(within(numbers.start)..within(numbers.end), |indicator| {
                show(number, indicator);
                number += 1;
            });
        }
    }

    /// All names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.datasets.iter().flat_map(|dataset| dataset.indicators.names())
    }

    /// All ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.datasets.iter().flat_map(|dataset| dataset.indicators.ids())
    }

    /// All indicators, in order, with where they stand.
    pub fn iter(&self) -> impl Iterator<Item = Entry<'_>> {
        (0..self.len()).filter_map(|index| self.get(index))
    }
}
