//! An interner for texts that many indicators share: units, periods, and the names of parents.

use indexmap::IndexSet;

use foldhash::fast::RandomState;

/// Interned texts, and paths of texts, by number. A path is a shorter path and one more text; the
/// empty path is 0, so stored paths are numbered from 1.
#[derive(Debug, Clone, Default)]
pub(in crate::model) struct Texts {
    texts: IndexSet<Box<str>, RandomState>,
    paths: IndexSet<(usize, usize), RandomState>,
}

impl Texts {
    /// Returns the number of a text, adding it if it is new.
    pub(in crate::model) fn number(&mut self, text: &str) -> usize {
        match self.texts.get_index_of(text) {
            Some(number) => number,
            None => self.texts.insert_full(text.into()).0,
        }
    }

    pub(in crate::model) fn text(&self, number: usize) -> Option<&str> {
        self.texts.get_index(number).map(AsRef::as_ref)
    }

    /// Returns the number of a path, adding it if it is new.
    pub(in crate::model) fn path(&mut self, path: &[String]) -> usize {
        path.iter().fold(0, |before, text| {
            let text = self.number(text);
            self.paths.insert_full((before, text)).0 + 1
        })
    }

    /// Returns the texts of a path, innermost first.
    pub(in crate::model) fn texts_of(&self, path: usize) -> impl Iterator<Item = &str> {
        let mut left = path;
        std::iter::from_fn(move || {
            let (before, text) = self.paths.get_index(left.checked_sub(1)?)?;
            left = *before;
            self.text(*text)
        })
    }
}

impl PartialEq for Texts {
    /// Whether both have the same texts with the same numbers.
    fn eq(&self, other: &Self) -> bool {
        self.texts.as_slice() == other.texts.as_slice()
            && self.paths.as_slice() == other.paths.as_slice()
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Indicator, Indicators};

    #[test]
    fn equal_numbers_of_different_texts_or_paths_are_not_equal() {
        let of = |unit: &str, parents: &[&str]| {
            let (unit, parents) = (Some(unit.to_owned()), parents.iter().map(|p| (*p).to_owned()));
            let first =
                Indicator { unit, parents: parents.collect(), ..Indicator::named("a", "A") };
            [first].into_iter().collect::<Indicators>()
        };
        let one = of("ha", &["X", "Y"]);
        assert_eq!(one, of("ha", &["X", "Y"]));
        assert_ne!(one, of("tấn", &["X", "Y"]));
        assert_ne!(one, of("ha", &["X", "X"]));
        assert_ne!(of("X", &["X"]), of("X", &["Z"]));
    }
}
