//! Texts that many indicators share, each kept once: units, periods, and what indicators stand under.

use indexmap::IndexSet;

use foldhash::fast::RandomState;

/// Texts, and paths of them, by number. A path is the path before it and one text more; the empty path
/// is 0, so the first one that is kept is 1.
#[derive(Debug, Clone, Default)]
pub(in crate::model) struct Texts {
    texts: IndexSet<Box<str>, RandomState>,
    paths: IndexSet<(usize, usize), RandomState>,
}

impl Texts {
    /// The number of a text.
    pub(in crate::model) fn number(&mut self, text: &str) -> usize {
        match self.texts.get_index_of(text) {
            Some(number) => number,
            None => self.texts.insert_full(text.into()).0,
        }
    }

    pub(in crate::model) fn text(&self, number: usize) -> Option<&str> {
        self.texts.get_index(number).map(AsRef::as_ref)
    }

    /// The number of a path.
    pub(in crate::model) fn path(&mut self, path: &[String]) -> usize {
        path.iter().fold(0, |before, text| {
            let text = self.number(text);
            self.paths.insert_full((before, text)).0 + 1
        })
    }

    /// The texts of a path, the last first.
    pub(in crate::model) fn up(&self, path: usize) -> impl Iterator<Item = &str> {
        let mut left = path;
        std::iter::from_fn(move || {
            let (before, text) = self.paths.get_index(left.checked_sub(1)?)?;
            left = *before;
            self.text(*text)
        })
    }
}

impl PartialEq for Texts {
    /// The same texts under the same numbers.
    fn eq(&self, other: &Self) -> bool {
        self.texts.as_slice() == other.texts.as_slice()
            && self.paths.as_slice() == other.paths.as_slice()
    }
}
