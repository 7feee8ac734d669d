//! What follows from the name of an indicator, computed once for names that occur again and again: in a table of many
//! places or periods each value has one of a few names.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;

use foldhash::fast::RandomState;

use super::ids::Slug;
use crate::lexicon::direction::infer_folded;
use crate::model::Better;
use crate::text::fold::fold;

/// A name in folded form, and what follows from it when it is asked for.
#[derive(Debug)]
pub(in crate::dataset::table) struct NameFacts {
    pub(in crate::dataset::table) folded: String,
    slug: OnceCell<Slug>,
    better: OnceCell<Option<Better>>,
}

impl NameFacts {
    pub(in crate::dataset::table) fn of(name: &str) -> Self {
        let (slug, better) = (OnceCell::new(), OnceCell::new());
        Self { folded: fold(name), slug, better }
    }

    /// The slug of the name.
    pub(in crate::dataset::table) fn slug(&self) -> Slug {
        self.slug.get_or_init(|| Slug::of_folded(&self.folded)).clone()
    }

    /// The direction that the name, which these facts are of, makes certain.
    pub(super) fn better(&self, name: &str) -> Option<Better> {
        *self.better.get_or_init(|| infer_folded(name, &self.folded))
    }
}

/// The names of a batch of rows so far.
#[derive(Debug, Default)]
pub(in crate::dataset::table) struct KnownNames {
    /// Whether names occur several times; else none is kept.
    repeat: bool,
    known: HashMap<String, Rc<NameFacts>, RandomState>,
}

impl KnownNames {
    /// `repeat` says that names are expected to occur several times.
    pub(in crate::dataset::table) fn new(repeat: bool) -> Self {
        Self { repeat, ..Self::default() }
    }

    /// What follows from a name.
    pub(in crate::dataset::table) fn get(&mut self, name: &str) -> Rc<NameFacts> {
        if let Some(known) = self.known.get(name) {
            return Rc::clone(known);
        }
        let facts = Rc::new(NameFacts::of(name));
        if self.repeat {
            self.known.insert(name.to_owned(), Rc::clone(&facts));
        }
        facts
    }
}
