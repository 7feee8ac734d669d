//! Placeholder until the search floor lands.
use crate::model::Collection;
use std::ops::Range;
/// A hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Number in the collection.
    pub index: usize,
    /// Higher is better.
    pub score: i64,
    /// Byte ranges on the name.
    pub places: Vec<Range<usize>>,
}
/// An index.
#[derive(Debug, Default)]
pub struct Index {
    names: Vec<String>,
}
impl Index {
    /// Builds.
    #[must_use]
    pub fn new(collection: &Collection) -> Self {
        Self { names: collection.iter().map(|e| e.indicator.name.to_lowercase()).collect() }
    }
    /// Searches.
    #[must_use]
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit> {
        let query = query.trim().to_lowercase();
        if query.is_empty() {
            return Vec::new();
        }
        self.names
            .iter()
            .enumerate()
            .filter_map(|(index, name)| {
                let at = name.find(&query)?;
                Some(Hit {
                    index,
                    score: 0,
                    places: std::iter::once(at..at + query.len()).collect(),
                })
            })
            .take(limit)
            .collect()
    }
}
