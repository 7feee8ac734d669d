//! What several tables say differently: two figures of one indicator in one slice, and indicators that nearly agree and
//! were not joined.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::Catalog;
use super::indicator_key::IndicatorKey;
use crate::lexicon::near_name::{are_near_units, near_key};
use crate::model::{Entry, Indicator};

/// The most indicators of a collection in which those that nearly agree are looked for.
const MOST: usize = 200_000;

/// Two indicators that nearly agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NearIndicators {
    /// The number of one.
    pub one: usize,
    /// The number of the other, of another table.
    pub other: usize,
    /// What distinguishes them.
    pub by: NearBy,
}

/// What distinguishes two indicators that nearly agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NearBy {
    /// The names.
    Name,
    /// The units.
    Unit,
    /// The sections.
    Section,
}

impl Catalog {
    /// Returns the same indicator in the same place and period with another figure, in the first other dataset that has
    /// one.
    #[must_use]
    pub fn contradicting(&self, index: usize) -> Option<usize> {
        if !self.same.are_several_tables() {
            return None;
        }
        let own = self.collection.get(index)?;
        let slice = self.slices.of_dataset(own.dataset_at)?;
        let others = self.slices.datasets(slice).iter().filter(|at| **at != own.dataset_at);
        let probe = self.probe(index)?;
        let indicator = own.indicator();
        let found = others.filter_map(|at| probe.in_dataset(*at));
        found
            .filter_map(|found| self.collection.get(found))
            .find(|other| are_contradicting(&indicator, &other.indicator()))
            .map(|other| other.index)
    }

    /// The indicators that contradict another one of their slice: the one that series and
    /// comparisons use, and the other.
    #[must_use]
    pub fn contradictions(&self) -> Vec<(usize, usize)> {
        let several = (0..self.slices.len()).filter(|slice| self.slices.datasets(*slice).len() > 1);
        let datasets = several.flat_map(|slice| self.slices.datasets(slice).iter().copied());
        let numbers = datasets.flat_map(|at| self.indicators_of(at));
        let pairs = numbers.filter_map(|index| Some((index, self.contradicting(index)?)));
        let used_first = |(one, other)| {
            let datasets = [one, other].map(|index| self.collection.dataset_of(index));
            let is_used = self.axes.precedes(datasets[0], datasets[1]);
            if is_used { (one, other) } else { (other, one) }
        };
        pairs.filter(|(index, other)| index < other).map(used_first).collect()
    }

    /// The indicators of different tables that nearly agree, and are apart.
    #[must_use]
    pub fn near_indicators(&self) -> Vec<NearIndicators> {
        if !self.same.are_several_tables() || self.collection.len() > MOST {
            return Vec::new();
        }
        let (mut done, mut near) = (HashSet::new(), BTreeMap::<_, Vec<Joined>>::new());
        for index in 0..self.collection.len() {
            let Some(entry) = self.collection.get(index).filter(|_| !done.contains(&index)) else {
                continue;
            };
            let group = self.same_indicators(index);
            done.extend(group.iter().copied());
            let all = group.iter().copied().chain([index]);
            let tables = all.map(|index| self.same.table_of(&self.collection, index)).collect();
            let parents = entry.indicator().parents;
            let key: Vec<String> = [entry.name()]
                .into_iter()
                .chain(parents.iter().map(String::as_str))
                .map(near_key)
                .collect();
            near.entry(key).or_default().push(Joined { index, tables });
        }
        let mut found: Vec<NearIndicators> = near.values().flat_map(|all| self.near(all)).collect();
        found.sort_by_key(|near| near.other);
        found
    }

    /// Each of some indicators of one near name that nearly agrees with one before it.
    fn near<'a>(&'a self, all: &'a [Joined]) -> impl Iterator<Item = NearIndicators> {
        all.iter().enumerate().filter_map(move |(at, other)| {
            let mut before = all[..at].iter().filter(|one| one.tables.is_disjoint(&other.tables));
            before.find_map(|one| {
                let entries = self.collection.get(one.index).zip(self.collection.get(other.index));
                let by = entries.and_then(|(one, other)| near_by(&one, &other))?;
                Some(NearIndicators { one: one.index, other: other.index, by })
            })
        })
    }
}

/// The first of several indicators that are the same one, and the tables that have them.
struct Joined {
    index: usize,
    tables: BTreeSet<usize>,
}

/// What distinguishes two indicators of one near name; `None` if they do not nearly agree.
fn near_by(one: &Entry<'_>, other: &Entry<'_>) -> Option<NearBy> {
    let (own, others) = (IndicatorKey::of(one), IndicatorKey::of(other));
    // "Dừa" and "dứa" are two words.
    let is_accents = own.name.folded == others.name.folded && !own.name.may_be(&others.name);
    if is_accents || !are_near_units(&own.unit, &others.unit) {
        return None;
    }
    Some(match own.name.may_be(&others.name) {
        false => NearBy::Name,
        true if own.unit != others.unit => NearBy::Unit,
        true => NearBy::Section,
    })
}

/// Whether two figures of one place and period differ. An estimate is not contradicted by what came out.
fn are_contradicting(one: &Indicator, other: &Indicator) -> bool {
    let figures = one.figure().zip(other.figure());
    figures.is_some_and(|(one, other)| one != other)
        && one.period == other.period
        && (one.estimate, one.preliminary) == (other.estimate, other.preliminary)
}
