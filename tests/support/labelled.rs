//! Labelled queries over real indicator names: what people type, and the name they mean.
//!
//! `tests/data/search/names*.txt` hold names of the national, provincial and sector indicator lists;
//! `queries*.tsv` what is typed for them, the names that are meant (any of several, by `|`; none for
//! garbage and for sentences about something else), the class of the query, and whether it is clean or
//! messy. The second set was made by a generator that knew the classes and the names, but not the search.

use chitieu::model::{Collection, Dataset};

/// Names with queries for them.
pub struct Labelled {
    pub names: Vec<&'static str>,
    pub queries: Vec<Query>,
}

/// What someone types.
pub struct Query {
    pub text: &'static str,
    /// Any of these is right; none: nothing should be found.
    pub meant: Vec<&'static str>,
    pub class: &'static str,
    /// "clean" or "messy"
    pub set: &'static str,
}

impl Query {
    /// Whether the first hit, if there is any, is right.
    pub fn is_answered_by(&self, found: Option<&str>) -> bool {
        found.map_or(self.meant.is_empty(), |found| self.meant.contains(&found))
    }
}

impl Labelled {
    /// Both sets.
    pub fn all() -> [Self; 2] {
        [
            Self::read(
                include_str!("../data/search/names.txt"),
                include_str!("../data/search/queries.tsv"),
            ),
            Self::read(
                include_str!("../data/search/names-2.txt"),
                include_str!("../data/search/queries-2.tsv"),
            ),
        ]
    }

    fn read(names: &'static str, queries: &'static str) -> Self {
        let query = |line: &'static str| {
            let mut cells = line.split('\t');
            let mut next = || cells.next().unwrap_or_else(|| panic!("too few cells: {line}"));
            let (text, meant, class, set) = (next(), next(), next(), next());
            let meant = meant.split('|').filter(|name| !name.is_empty()).collect();
            Query { text, meant, class, set }
        };
        Self {
            names: names.lines().collect(),
            queries: queries.lines().skip(1).map(query).collect(),
        }
    }

    /// The names as a collection.
    pub fn collection(&self) -> Collection {
        Collection::new(vec![Dataset::of_names("Chỉ tiêu", self.names.iter().copied())])
    }
}
