//! Which places are ranked among each other: those that are equally fine. A total is no place among its parts, and a
//! region none among its provinces.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::dataset_places::named_place;
use crate::lexicon::place::is_whole;
use crate::lexicon::place_identity::{NamedPlace, PlaceIdentities, PlaceIdentity};
use crate::lexicon::place_tier::PlaceTier;
use crate::model::Collection;
use crate::text::fold::fold;

/// Places that are ranked among each other, the coarsest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceGroup(Group);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Group {
    /// Those that are so fine.
    Tier(PlaceTier),
    /// Those that others are in, of which nothing else is known.
    Uppers,
    /// Those of which nothing says how fine they are.
    Unknown,
}

/// How many places of each tier a table has.
type Tiers = BTreeMap<PlaceTier, usize>;

/// The group of the place of each dataset; `None` for a place that is all the others together.
pub(super) fn place_groups(
    collection: &Collection,
    tables: &[usize],
    identities: &PlaceIdentities<'_>,
) -> Vec<Option<PlaceGroup>> {
    let mut of_tables = vec![PlacesOfTable::default(); tables.last().map_or(0, |last| last + 1)];
    for (dataset, table) in collection.datasets().iter().zip(tables) {
        let place = named_place(dataset);
        let identity = place.and_then(|place| identities.get(*table, place));
        if let Some((place, identity)) = place.zip(identity) {
            of_tables[*table].add(place, identity);
        }
    }
    let mut anywhere = Tiers::new();
    for (tier, count) in of_tables.iter().flat_map(|table| &table.tiers) {
        *anywhere.entry(*tier).or_default() += count;
    }
    anywhere.retain(|tier, _| *tier > PlaceTier::Province);
    let of_dataset = |(dataset, table): (&_, &usize)| {
        let Some(place) = named_place(dataset) else { return Some(PlaceGroup(Group::Unknown)) };
        let identity = identities.get(*table, place).filter(|_| !is_whole(place.name));
        identity.map(|identity| PlaceGroup(of_tables[*table].group(place, identity, &anywhere)))
    };
    collection.datasets().iter().map(|dataset| &**dataset).zip(tables).map(of_dataset).collect()
}

/// The group that the most of some places are in; of several the finest.
#[must_use]
pub fn most_frequent(groups: impl Iterator<Item = PlaceGroup>) -> Option<PlaceGroup> {
    let mut counts: BTreeMap<PlaceGroup, usize> = BTreeMap::new();
    groups.for_each(|group| *counts.entry(group).or_default() += 1);
    counts.into_iter().max_by_key(|(group, count)| (*count, *group)).map(|(group, _)| group)
}

/// The places of a table.
#[derive(Debug, Clone, Default)]
struct PlacesOfTable<'a> {
    /// The places so far, each once.
    known: HashSet<NamedPlace<'a>>,
    tiers: Tiers,
    /// The number of places that say how fine they are, and of all.
    count: usize,
    /// The folded names of the places that others are in.
    uppers: HashMap<String, Option<PlaceTier>>,
}

impl<'a> PlacesOfTable<'a> {
    fn add(&mut self, place: NamedPlace<'a>, identity: &PlaceIdentity) {
        if is_whole(place.name) || !self.known.insert(place) {
            return;
        }
        self.count += 1;
        let tier = identity.tier(place.name);
        if let Some(tier) = tier {
            *self.tiers.entry(tier).or_default() += 1;
        }
        if let Some(upper) = place.upper {
            let parts = self.uppers.entry(fold(upper.trim())).or_default();
            *parts = (*parts).max(tier);
        }
    }

    fn group(&self, place: NamedPlace<'_>, identity: &PlaceIdentity, anywhere: &Tiers) -> Group {
        let tier = identity.tier(place.name);
        if let Some(tier) = tier {
            return Group::Tier(tier);
        }
        match self.uppers.get(&fold(place.name.trim())) {
            Some(Some(PlaceTier::Commune)) => return Group::Tier(PlaceTier::District),
            Some(_) => return Group::Uppers,
            None => {}
        }
        let is_finer = |tier: &PlaceTier| self.is_usual(*tier) && Some(*tier) > floor(place);
        let most = |tiers: &Tiers| {
            let found = tiers.iter().filter(|(tier, _)| is_finer(tier));
            found.max_by_key(|(_, count)| **count).map(|(tier, _)| Group::Tier(*tier))
        };
        most(&self.tiers).or_else(|| most(anywhere)).unwrap_or(Group::Unknown)
    }

    /// Whether a place of the table that does not say how fine it is may be of a tier: among districts there may be one
    /// province, which is their total.
    fn is_usual(&self, tier: PlaceTier) -> bool {
        match tier {
            PlaceTier::Countries => false,
            PlaceTier::Country => self.tiers.keys().all(|tier| *tier <= PlaceTier::Country),
            PlaceTier::Region | PlaceTier::Province => {
                self.tiers.get(&tier).is_some_and(|count| count * 2 >= self.count)
            }
            PlaceTier::District | PlaceTier::Commune => true,
        }
    }
}

/// The tier that a place is finer than.
fn floor(place: NamedPlace<'_>) -> Option<PlaceTier> {
    let upper = place.upper?;
    PlaceIdentity::of(upper, None).tier(upper).or(Some(PlaceTier::Province))
}
