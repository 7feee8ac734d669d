//! Labelled queries over real indicator names: typed text with the expected names.
//!
//! `tests/data/search/names*.txt` contain names of the national, provincial and sector indicator
//! lists. `queries*.tsv` contain the typed queries, the expected names (any of several, separated
//! by `|`; none for garbage and for sentences about something else), the class of the query, and
//! the set that it counts in. The second set was made by a generator that knew the classes and the
//! names, but not the search. The third and the fourth are made by `tests/data/search/generate.py`:
//! near twins, with their sections and units. The fifth is made by `tests/data/search/generate_lines.py`: lines of
//! reports and lists, numbers in words, whole words, and other words than the names have.

use chitieu::model::{Collection, Dataset, Indicator, Section};

/// A list of names with queries.
pub struct Labelled {
    pub names: Vec<&'static str>,
    /// The section and the unit of each name, if there are any; the names of a section are
    /// consecutive.
    context: Vec<(&'static str, &'static str)>,
    pub queries: Vec<Query>,
}

/// A typed query.
pub struct Query {
    pub text: &'static str,
    /// The expected names, any of which is correct; if empty, nothing should be found.
    pub meant: Vec<&'static str>,
    pub class: &'static str,
    /// "clean" or "messy"; "twins" in the third set
    pub set: &'static str,
}

impl Query {
    /// Whether the first hit, if there is any, is correct.
    pub fn is_answered_by(&self, found: Option<&str>) -> bool {
        found.map_or(self.meant.is_empty(), |found| self.meant.contains(&found))
    }
}

impl Labelled {
    /// Returns the sets, in order.
    pub fn all() -> [Self; 5] {
        [
            Self::read(
                include_str!("../data/search/names.txt"),
                include_str!("../data/search/queries.tsv"),
            ),
            Self::read(
                include_str!("../data/search/names-2.txt"),
                include_str!("../data/search/queries-2.tsv"),
            ),
            Self::read(
                include_str!("../data/search/names-3.txt"),
                include_str!("../data/search/queries-3.tsv"),
            ),
            Self::read(
                include_str!("../data/search/names-4.txt"),
                include_str!("../data/search/queries-4.tsv"),
            ),
            Self::read(
                include_str!("../data/search/names-5.txt"),
                include_str!("../data/search/queries-5.tsv"),
            ),
        ]
    }

    /// Parses names, one a line, alone or after their section and their unit.
    pub fn read(names: &'static str, queries: &'static str) -> Self {
        let query = |line: &'static str| {
            let mut cells = line.split('\t');
            let mut next = || cells.next().unwrap_or_else(|| panic!("too few cells: {line}"));
            let (text, meant, class, set) = (next(), next(), next(), next());
            let meant = meant.split('|').filter(|name| !name.is_empty()).collect();
            Query { text, meant, class, set }
        };
        let name = |line: &'static str| match line.split('\t').collect::<Vec<_>>()[..] {
            [section, unit, name] => (name, (section, unit)),
            _ => (line, ("", "")),
        };
        let mut names: Vec<_> = names.lines().map(name).collect();
        names.sort_by_key(|(_, (section, _))| *section);
        let (names, context) = names.into_iter().unzip();
        Self { names, context, queries: queries.lines().skip(1).map(query).collect() }
    }

    /// Returns the names as a collection.
    pub fn collection(&self) -> Collection {
        if self.context.iter().all(|(section, _)| section.is_empty()) {
            return Collection::new(vec![Dataset::of_names(
                "Chỉ tiêu",
                self.names.iter().copied(),
            )]);
        }
        let mut dataset = Dataset::of_names("Tỉnh", []);
        let with_unit = |((at, name), (_, unit)): ((usize, &&str), &(&str, &str))| Indicator {
            unit: Some((*unit).to_owned()),
            ..Indicator::named(at.to_string(), *name)
        };
        let names = self.names.iter().enumerate().zip(&self.context);
        dataset.indicators = names.map(with_unit).collect();
        let mut start = 0;
        let sections = self.context.chunk_by(|a, b| a.0 == b.0);
        dataset.sections = sections
            .map(|rows| {
                let indicators = start..start + rows.len();
                start = indicators.end;
                Section { name: rows[0].0.to_owned(), indicators }
            })
            .collect();
        Collection::new(vec![dataset])
    }
}
