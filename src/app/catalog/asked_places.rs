//! The places that a text asks for: "na hang" for "Huyện Na Hang", and "Cao Bằng" not for its city where both are open.

use std::collections::HashSet;

use super::dataset_places::{named_place, places_of_tables, tables};
use crate::lexicon::place_identity::{PlaceIdentities, PlaceIdentity};
use crate::model::{Collection, Dataset, Place};
use crate::text::spelled::Spelled;

/// The places of datasets that a text may mean: those with that name, as it is written or without
/// accents, together with what they are elsewhere; or else those that it may be without a word for
/// their level.
#[must_use]
pub fn asked_places(collection: &Collection, asked: &str) -> HashSet<Place> {
    let all = collection.datasets();
    let tables = tables(collection);
    let named = places_of_tables(collection, &tables);
    let identities = PlaceIdentities::of(&named);
    let identity = |at: usize| identities.get(tables[at], named_place(&all[at])?);
    let name = spelled(asked);
    let has_name = |dataset: &Dataset| {
        let place = &dataset.place;
        [place.own_name(), place.name()].iter().any(|own| name.may_be(&spelled(own)))
    };
    let with_name: Vec<usize> = (0..all.len()).filter(|at| has_name(&all[*at])).collect();
    let asked = PlaceIdentity::of(asked, None);
    let same: HashSet<&PlaceIdentity> = with_name.iter().filter_map(|at| identity(*at)).collect();
    let is_asked = |at: usize| match identity(at) {
        Some(own) if with_name.is_empty() => own.may_be(&asked),
        Some(own) => same.contains(own),
        None => has_name(&all[at]),
    };
    (0..all.len()).filter(|at| is_asked(*at)).map(|at| all[at].place.clone()).collect()
}

/// A name without punctuation: "TP. Cao Bằng" is "tp cao bang".
fn spelled(name: &str) -> Spelled {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    Spelled::of(&words.collect::<Vec<_>>().join(" "))
}
