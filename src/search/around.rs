//! The words that stand around a name: in its unit and in the name of its section. They are searched
//! too, below the names.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::name::words;
use super::vocabulary::{Vocabulary, WordId};
use crate::model::Collection;

/// The words around the names of a collection. Units and sections are few, so each pair of them is kept
/// once.
#[derive(Debug, Default)]
pub(super) struct Around {
    pub(super) words: Vec<Vec<WordId>>,
    /// By the number of the indicator: the place in `words`.
    places: Vec<u32>,
}

impl Around {
    pub(super) fn new(collection: &Collection, vocabulary: &mut Vocabulary) -> Self {
        let mut around = Self { words: Vec::new(), places: Vec::with_capacity(collection.len()) };
        for dataset in collection.datasets() {
            for section in &dataset.sections {
                let mut known: HashMap<Option<&str>, u32, RandomState> = HashMap::default();
                for unit in dataset.indicators.units(section.indicators.clone()) {
                    let place = *known.entry(unit).or_insert_with(|| {
                        let texts = [unit.unwrap_or_default(), section.name.as_str()];
                        let texts = texts.into_iter().flat_map(|t| words(t).map(|word| &t[word]));
                        around.words.push(texts.map(|word| vocabulary.number(word)).collect());
                        u32::try_from(around.words.len() - 1).unwrap_or(u32::MAX)
                    });
                    around.places.push(place);
                }
            }
        }
        around
    }

    /// The words around the name of the indicator with this number.
    pub(super) fn of(&self, number: u32) -> &[WordId] {
        &self.words[self.places[number as usize] as usize]
    }
}
