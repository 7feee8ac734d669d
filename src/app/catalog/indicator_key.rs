//! The texts that identify an indicator in several datasets, normalized.

use crate::lexicon::unit_spelling::unit_key;
use crate::model::Entry;
use crate::text::slug::slug;
use crate::text::spelled::Spelled;

/// The unit in one spelling; empty if there is none.
fn unit(entry: &Entry<'_>) -> String {
    entry.unit().map(unit_key).unwrap_or_default()
}

/// The id, unless it is a bare number or was made from the name of a part or of a repeated name: then it depends on the
/// other indicators of its file, and identifies nothing elsewhere.
pub(super) fn id<'a>(entry: &Entry<'a>) -> Option<&'a str> {
    let own = entry.own_id();
    let is_number = own.chars().all(|c| c.is_ascii_digit());
    let identifies = match origin(own, entry.name()) {
        IdOrigin::Given => true,
        IdOrigin::Name => entry.indicator().parents.is_empty(),
        IdOrigin::Position => false,
    };
    (!is_number && identifies).then_some(own)
}

/// Whether somebody gave an indicator its id: it does not consist of the words of its name.
pub(super) fn is_given(entry: &Entry<'_>) -> bool {
    origin(entry.own_id(), entry.name()) == IdOrigin::Given
}

/// Where an id comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum IdOrigin {
    Given,
    /// The words of the name.
    Name,
    /// The same with a number, or with the words of a parent before them.
    Position,
}

fn origin(id: &str, name: &str) -> IdOrigin {
    let words = slug(name);
    let is_below = |id: &str| {
        let parent = id.strip_suffix(words.as_str());
        parent.is_some_and(|parent| parent.is_empty() || parent.ends_with('-'))
    };
    let number = id.rsplit_once('-').filter(|(_, n)| n.bytes().all(|byte| byte.is_ascii_digit()));
    if words.is_empty() || id == words {
        IdOrigin::Name
    } else if is_below(id) || number.is_some_and(|(before, _)| is_below(before)) {
        IdOrigin::Position
    } else {
        IdOrigin::Given
    }
}

/// The unit, the name and the parents of an indicator, in one spelling each.
#[derive(Debug)]
pub(super) struct IndicatorKey {
    pub(super) unit: String,
    pub(super) name: Spelled,
    pub(super) parents: Vec<Spelled>,
}

impl IndicatorKey {
    pub(super) fn of(entry: &Entry<'_>) -> Self {
        Self { unit: unit(entry), name: Spelled::of(entry.name()), parents: parents(entry) }
    }

    /// Whether the name or a parent has accents.
    pub(super) fn has_accents(&self) -> bool {
        self.texts().any(|text| text.accented.is_some())
    }

    /// Whether both have the same names: accents distinguish them, unless one side has none at all.
    pub(super) fn has_names_of(&self, other: &Self) -> bool {
        let is_plain = !self.has_accents() || !other.has_accents();
        self.parents.len() == other.parents.len()
            && self.texts().zip(other.texts()).all(|(own, other)| {
                if is_plain { own.folded == other.folded } else { own == other }
            })
    }

    /// The name and the parents.
    fn texts(&self) -> impl Iterator<Item = &Spelled> {
        std::iter::once(&self.name).chain(&self.parents)
    }

    /// The name and the parents with their accents, to be hashed.
    pub(super) fn whole(&self) -> (&str, &str, Vec<&str>) {
        let parents = self.parents.iter().map(Spelled::whole);
        (&self.unit, self.name.whole(), parents.collect())
    }

    /// The same without accents.
    pub(super) fn folded(&self) -> (&str, &str, Vec<&str>) {
        let parents = self.parents.iter().map(|parent| parent.folded.as_str());
        (&self.unit, &self.name.folded, parents.collect())
    }
}

/// The names of the parents in one spelling.
fn parents(entry: &Entry<'_>) -> Vec<Spelled> {
    entry.indicator().parents.iter().map(|parent| Spelled::of(parent)).collect()
}
