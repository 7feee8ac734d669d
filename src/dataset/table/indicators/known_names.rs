//! What follows from the name of an indicator, computed once for names that occur again and again: in a table of many
//! places or periods each value has one of a few names.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;

use foldhash::fast::RandomState;

use super::ids::Slug;
use crate::lexicon::direction::{counts_bearers, infer_split};
use crate::lexicon::money::is_money;
use crate::lexicon::split_name::SplitName;
use crate::model::Better;
use crate::text::fold::fold;

/// A name in folded form and split into words, and what follows from it when it is asked for.
#[derive(Debug)]
pub(crate) struct NameFacts {
    split: SplitName,
    slug: OnceCell<Slug>,
    better: OnceCell<Option<Better>>,
}

impl NameFacts {
    pub(crate) fn of(name: &str) -> Self {
        let (slug, better) = (OnceCell::new(), OnceCell::new());
        Self { split: SplitName::of(name), slug, better }
    }

    /// The name in folded form.
    pub(crate) fn folded(&self) -> &str {
        &self.split.folded
    }

    /// Whether the name counts those in a bad condition.
    pub(super) fn counts_bearers(&self) -> bool {
        self.split.may_count_bearers() && counts_bearers(self.folded())
    }

    /// The slug of the name.
    pub(crate) fn slug(&self) -> Slug {
        let slug = || match self.split.word_texts() {
            Some(words) => Slug::of_words(words),
            None => Slug::of_folded(self.folded()),
        };
        self.slug.get_or_init(slug).clone()
    }

    /// The direction that the name, which these facts are of, makes certain.
    pub(super) fn better(&self, name: &str) -> Option<Better> {
        *self.better.get_or_init(|| infer_split(name, &self.split))
    }
}

/// The names of a batch of rows so far.
#[derive(Debug, Default)]
pub(crate) struct KnownNames {
    /// Whether names occur several times; else none is kept.
    repeat: bool,
    known: HashMap<String, Rc<NameFacts>, RandomState>,
}

impl KnownNames {
    /// `repeat` says that names are expected to occur several times.
    pub(crate) fn new(repeat: bool) -> Self {
        Self { repeat, ..Self::default() }
    }

    /// What follows from a name.
    pub(crate) fn get(&mut self, name: &str) -> Rc<NameFacts> {
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

/// What follows from a unit.
#[derive(Debug)]
pub(crate) struct UnitFacts {
    /// The unit in folded form.
    pub(crate) folded: String,
    /// Whether it is one of money.
    pub(super) is_money: bool,
}

/// The units of a batch of rows so far: a table has few.
#[derive(Debug, Default)]
pub(crate) struct KnownUnits {
    known: HashMap<String, UnitFacts, RandomState>,
}

impl KnownUnits {
    /// What follows from a unit.
    pub(crate) fn get(&mut self, unit: &str) -> &UnitFacts {
        // Not by its entry, which needs a text of its own.
        if !self.known.contains_key(unit) {
            let facts = UnitFacts { folded: fold(unit), is_money: is_money(unit) };
            self.known.insert(unit.to_owned(), facts);
        }
        &self.known[unit]
    }
}
