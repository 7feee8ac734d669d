//! The field that each indicator is listed under, as a number: sections of one field in several datasets have one.

use std::collections::{HashMap, HashSet};

use super::section_rows::has_sections;
use crate::lexicon::section_name::field;
use crate::model::{Collection, Dataset};
use crate::text::spelled::Spelled;

/// The number of the field of each section; 0 where a dataset has no sections, or theirs say nothing.
#[derive(Debug, Default)]
pub(super) struct SectionNumbers {
    /// Where the sections of each dataset begin in `numbers`.
    starts: Vec<u32>,
    numbers: Vec<u32>,
    /// The number of different fields.
    count: u32,
}

impl SectionNumbers {
    pub(super) fn of(collection: &Collection) -> Self {
        let mut known = Fields::default();
        let mut own = Self::default();
        let datasets = collection.datasets();
        let mut fields: Vec<Option<usize>> = Vec::new();
        for (at, dataset) in datasets.iter().enumerate() {
            own.starts.push(u32::try_from(fields.len()).unwrap_or(u32::MAX));
            // The slices of one table often have the same sections.
            let before = at.checked_sub(1).filter(|before| is_alike(&datasets[*before], dataset));
            match before.map(|before| own.starts[before] as usize..fields.len()) {
                Some(range) => fields.extend_from_within(range),
                None => fields.extend(known.of_dataset(dataset)),
            }
        }
        let numbers = known.numbers();
        own.count = numbers.iter().copied().max().unwrap_or(0);
        own.numbers = fields.into_iter().map(|at| at.map_or(0, |at| numbers[at])).collect();
        own
    }

    /// Whether no two sections differ in their fields.
    pub(super) fn are_one(&self) -> bool {
        self.count < 2
    }

    /// The number of the field of an indicator; 0 if there is none.
    pub(super) fn get(&self, collection: &Collection, index: usize) -> u32 {
        let at = collection.dataset_of(index);
        let Some(dataset) = collection.datasets().get(at) else { return 0 };
        let local = index - collection.start_of(at);
        let section = dataset.sections.partition_point(|one| one.indicators.end <= local);
        let start = self.starts.get(at).map_or(0, |start| *start as usize);
        self.numbers.get(start + section).copied().unwrap_or(0)
    }
}

/// Whether two datasets of one place have sections of the same names.
fn is_alike(one: &Dataset, other: &Dataset) -> bool {
    let names = |dataset: &Dataset| dataset.sections.len();
    one.indicators.shares_texts_with(&other.indicators)
        && names(one) == names(other)
        && one.sections.iter().zip(other.sections.iter()).all(|(a, b)| a.name == b.name)
}

/// The different fields, in the order in which they occur.
#[derive(Debug, Default)]
struct Fields {
    known: HashMap<Spelled, usize>,
    all: Vec<Spelled>,
}

impl Fields {
    /// The field of each section of a dataset.
    fn of_dataset(&mut self, dataset: &Dataset) -> Vec<Option<usize>> {
        let has_sections = has_sections(dataset);
        let field = |name: &str| field(name).filter(|_| has_sections);
        let sections = dataset.sections.iter();
        sections.map(|section| Some(self.position(field(&section.name)?))).collect()
    }

    fn position(&mut self, field: Spelled) -> usize {
        let next = self.all.len();
        let at = *self.known.entry(field.clone()).or_insert(next);
        if at == next {
            self.all.push(field);
        }
        at
    }

    /// The number of each field, from 1: one without accents has that of the only one that it may be.
    fn numbers(&self) -> Vec<u32> {
        let mut accented: HashMap<&str, HashSet<usize>> = HashMap::new();
        for (at, field) in self.all.iter().enumerate().filter(|(_, own)| own.accented.is_some()) {
            accented.entry(&field.folded).or_default().insert(at);
        }
        let only = |field: &Spelled| {
            let all = accented.get(field.folded.as_str()).filter(|all| all.len() == 1)?;
            all.iter().next().copied().filter(|_| field.accented.is_none())
        };
        let number = |(at, field): (usize, &Spelled)| only(field).unwrap_or(at) + 1;
        let numbers = self.all.iter().enumerate().map(number);
        numbers.map(|number| u32::try_from(number).unwrap_or(u32::MAX)).collect()
    }
}
