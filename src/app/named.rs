//! Finds an indicator by its name where somebody types that instead of its id.

use std::collections::BTreeMap;

use crate::model::{Collection, Entry};
use crate::text::spelled::Spelled;

/// The indicators that have a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NamedIndicators {
    /// None has it, nor begins with it.
    None,
    /// All of them have this id.
    One(String),
    /// They have several ids: each with a name, in the order of the ids.
    Several(Vec<(String, String)>),
}

impl NamedIndicators {
    /// The indicators with a name, whatever its case, its accents unless they are typed; else those whose name begins
    /// with it.
    #[must_use]
    pub fn of(collection: &Collection, name: &str) -> Self {
        let typed = Spelled::of(name);
        if typed.folded.is_empty() {
            return Self::None;
        }
        let found = Self::with(collection, |own| own.may_be(&typed));
        match found {
            Self::None => Self::with(collection, |own| begins_with(own, &typed)),
            found => found,
        }
    }

    fn with(collection: &Collection, is_meant: impl Fn(&Spelled) -> bool) -> Self {
        let is_meant = |entry: &Entry<'_>| is_meant(&Spelled::of(entry.name()));
        let found = collection.iter().filter(is_meant);
        let mut names: BTreeMap<&str, &str> = BTreeMap::new();
        found.for_each(|entry| {
            names.entry(entry.id()).or_insert(entry.name());
        });
        let mut names = names.into_iter().map(|(id, name)| (id.to_owned(), name.to_owned()));
        match (names.next(), names.next()) {
            (None, _) => Self::None,
            (Some((id, _)), None) => Self::One(id),
            (Some(first), Some(second)) => {
                Self::Several([first, second].into_iter().chain(names).collect())
            }
        }
    }
}

/// Whether a name begins with words, with their accents if they have some.
fn begins_with(own: &Spelled, typed: &Spelled) -> bool {
    let has_more = |text: &str, beginning: &str| {
        text.strip_prefix(beginning).is_some_and(|rest| rest.starts_with(' '))
    };
    has_more(&own.folded, &typed.folded)
        && match (&own.accented, &typed.accented) {
            (Some(own), Some(typed)) => has_more(own, typed),
            _ => true,
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dataset;

    #[test]
    fn a_name_is_found_with_or_without_accents_if_it_is_one() {
        let names = ["Tỷ lệ hộ nghèo", "Tỷ lệ hộ nghèo thành thị", "Dừa", "Dứa", "Chè búp tươi"];
        let collection = Collection::new([Dataset::of_names("x", names)]);
        let one = |id: &str| NamedIndicators::One(id.to_owned());
        for (typed, expected) in [
            ("tỷ lệ hộ nghèo", one("1")),
            ("ty le ho ngheo", one("1")),
            ("ty le ho ngheo thanh", one("2")),
            ("Dừa", one("3")),
            ("che bup", one("5")),
            ("chè đen", NamedIndicators::None),
            (" ", NamedIndicators::None),
        ] {
            assert_eq!(NamedIndicators::of(&collection, typed), expected, "{typed}");
        }
        let NamedIndicators::Several(all) = NamedIndicators::of(&collection, "dua") else {
            panic!("two fruits")
        };
        assert_eq!(all.len(), 2);
    }
}
