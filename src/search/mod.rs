//! Names and a query to ranked hits, with the places to highlight.
//!
//! Accents are optional, đ is d, and words come in any order. A hit's [`Tier`] says how it was found;
//! hits are ordered by, each deciding only where those before it are equal:
//!
//! 1. the tier, the best first;
//! 2. how many words were typed with the accents of the name;
//! 3. how early in the name it matches;
//! 4. how close together what matches stands;
//! 5. how short the name is;
//! 6. the order of the dataset.
//!
//! ```
//! # use chitieu::{dataset, model::Collection, search::{Index, Tier}};
//! let collection = Collection::new(vec![dataset::embedded().unwrap()]);
//! let index = Index::new(&collection);
//! let found = |query: &str| {
//!     let hit = index.search(&collection, query, 1).pop()?;
//!     Some((hit.tier, collection.get(hit.index)?.indicator.name.as_str()))
//! };
//! assert_eq!(found("trong rung moi"), Some((Tier::Exact, "Trồng rừng mới")));
//! assert_eq!(found("trồng r"), Some((Tier::Prefix, "Trồng rừng mới")));
//! assert_eq!(found("moi trong"), Some((Tier::Words, "Trồng rừng mới")));
//! assert_eq!(found("ru tro"), Some((Tier::Beginnings, "Trồng rừng mới")));
//! assert_eq!(found("trm"), Some((Tier::Initials, "Trồng rừng mới")));
//! assert_eq!(found("trongrung"), Some((Tier::Substring, "Trồng rừng mới")));
//! assert_eq!(found("trng rng"), Some((Tier::Subsequence, "Trồng rừng mới")));
//! assert_eq!(found("torng rugn"), Some((Tier::Slips, "Trồng rừng mới")));
//! assert_eq!(found("trồng rừng toàn tỉnh mới"), Some((Tier::Most, "Trồng rừng mới")));
//! assert_eq!(found("zzqx"), None);
//! ```

mod matching;
mod name;
mod query;
mod subsequence;

use std::cmp::Reverse;
use std::ops::Range;

use crate::model::Collection;
use matching::{Match, find};
use name::Name;
use query::Query;

/// How a name was found, the best way first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// The query is the whole name.
    Exact,
    /// The name begins with the query.
    Prefix,
    /// Every word of the query is a word of the name.
    Words,
    /// Every word of the query begins a word of the name.
    Beginnings,
    /// The letters of the query begin consecutive words of the name.
    Initials,
    /// The query stands inside the name, spaces left out of account.
    Substring,
    /// The letters of every word of the query stand, in order, in a word of the name.
    Subsequence,
    /// Every word of the query is a word of the name but for a slip of the fingers.
    Slips,
    /// Some words of the query are no part of the name, but most of what was typed is.
    Most,
}

/// A found indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its number in the collection.
    pub index: usize,
    /// How it was found.
    pub tier: Tier,
    /// Higher is better; hits with equal scores stand in the order of the dataset.
    pub score: i64,
    /// The matched byte ranges of the name as published: whole graphemes, in order, apart.
    pub places: Vec<Range<usize>>,
}

/// The names of a collection, ready to be searched.
#[derive(Debug)]
pub struct Index {
    names: Vec<Name>,
}

impl Index {
    /// Reads all names once.
    #[must_use]
    pub fn new(collection: &Collection) -> Self {
        let names = collection.iter().map(|entry| Name::new(&entry.indicator.name)).collect();
        Self { names }
    }

    /// The best `limit` hits, the best first. `collection` is the one that the index was made of.
    #[must_use]
    pub fn search(&self, collection: &Collection, query: &str, limit: usize) -> Vec<Hit> {
        let query = Query::new(query);
        let names = self.names.iter().enumerate();
        let mut found: Vec<(usize, Match)> =
            names.filter_map(|(index, name)| Some((index, find(&query, name)?))).collect();
        found.sort_by_key(|(index, found)| (Reverse(found.score), *index));
        found.truncate(limit);
        let hit = |(index, found): (usize, Match)| {
            let name = collection.get(index).map_or("", |entry| entry.indicator.name.as_str());
            let places = name::places(name, &found.marks);
            Hit { index, tier: found.tier, score: found.score, places }
        };
        found.into_iter().map(hit).collect()
    }
}
