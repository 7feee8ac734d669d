//! The words that stand around a name: in its unit and in the name of its section. They are searched
//! too, below the names.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::vocabulary::{Vocabulary, WordId};
use crate::model::Collection;
use crate::search::tokenize::words_and_rates;

/// The words around the names of a collection. Units and sections are few, so each pair of them is kept
/// once.
#[derive(Debug, Default)]
pub(in crate::search) struct ContextIndex {
    pub(in crate::search) pairs: Vec<Surroundings>,
    /// By the number of the indicator: the place in `pairs`.
    places: Vec<u32>,
}

/// The words of a unit, and behind them those of a section.
#[derive(Debug)]
pub(in crate::search) struct Surroundings {
    pub(in crate::search) words: Vec<WordId>,
    unit: usize,
}

impl Surroundings {
    /// The unit and the section apart.
    pub(in crate::search) fn parts(&self) -> [&[WordId]; 2] {
        let (unit, section) = self.words.split_at(self.unit);
        [unit, section]
    }
}

impl ContextIndex {
    pub(in crate::search) fn new(collection: &Collection, vocabulary: &mut Vocabulary) -> Self {
        let mut around = Self { pairs: Vec::new(), places: Vec::with_capacity(collection.len()) };
        for dataset in collection.datasets() {
            for section in &dataset.sections {
                let mut known: HashMap<Option<&str>, u32, RandomState> = HashMap::default();
                for unit in dataset.indicators.units(section.indicators.clone()) {
                    let place = *known.entry(unit).or_insert_with(|| {
                        let mut numbers = |text| {
                            let words = words_and_rates(text).into_iter();
                            words.map(|word| vocabulary.number(word)).collect()
                        };
                        let mut words: Vec<WordId> = numbers(unit.unwrap_or_default());
                        let unit = words.len();
                        words.append(&mut numbers(section.name.as_str()));
                        around.pairs.push(Surroundings { words, unit });
                        u32::try_from(around.pairs.len() - 1).unwrap_or(u32::MAX)
                    });
                    around.places.push(place);
                }
            }
        }
        around
    }

    /// Which of the pairs the indicator with this number has.
    pub(in crate::search) fn pair(&self, number: u32) -> usize {
        self.places[number as usize] as usize
    }
}
