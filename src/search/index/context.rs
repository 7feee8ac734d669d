//! The context of a name: the words of its unit and of the name of its section. They are searched
//! too, and rank below the name.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::vocabulary::{Vocabulary, WordId};
use crate::model::Collection;
use crate::search::tokenize::words_and_rates;

/// The contexts of the names of a collection. There are few units and sections, so each pair is
/// stored once.
#[derive(Debug, Default)]
pub(crate) struct ContextIndex {
    pub(crate) pairs: Vec<Context>,
    /// The index in `pairs`, by the number of the indicator.
    places: Vec<u32>,
}

/// The words of a unit, followed by those of a section.
#[derive(Debug)]
pub(crate) struct Context {
    pub(crate) words: Vec<WordId>,
    unit: usize,
}

impl Context {
    /// Returns the words of the unit and those of the section.
    pub(crate) fn parts(&self) -> [&[WordId]; 2] {
        let (unit, section) = self.words.split_at(self.unit);
        [unit, section]
    }
}

impl ContextIndex {
    pub(crate) fn new(collection: &Collection, vocabulary: &mut Vocabulary) -> Self {
        let mut index = Self { pairs: Vec::new(), places: Vec::with_capacity(collection.len()) };
        for dataset in collection.datasets() {
            for section in dataset.sections.iter() {
                let mut known: HashMap<Option<&str>, u32, RandomState> = HashMap::default();
                let mut last = None;
                for unit in dataset.indicators.units(section.indicators.clone()) {
                    // Neighbours mostly have the same unit.
                    if let Some((_, place)) = last.filter(|(same, _)| *same == unit) {
                        index.places.push(place);
                        continue;
                    }
                    let place = *known.entry(unit).or_insert_with(|| {
                        let mut numbers = |text| {
                            let words = words_and_rates(text).into_iter();
                            words.map(|word| vocabulary.intern(word)).collect()
                        };
                        let mut words: Vec<WordId> = numbers(unit.unwrap_or_default());
                        let unit = words.len();
                        words.append(&mut numbers(section.name.as_str()));
                        index.pairs.push(Context { words, unit });
                        u32::try_from(index.pairs.len() - 1).unwrap_or(u32::MAX)
                    });
                    index.places.push(place);
                    last = Some((unit, place));
                }
            }
        }
        index
    }

    /// Returns the index of the pair of an indicator.
    pub(crate) fn pair(&self, number: u32) -> usize {
        self.places[number as usize] as usize
    }
}
