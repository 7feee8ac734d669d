//! Which names are of one place: "Na Hang", "Huyện Na Hang" and "HUYỆN NA HANG".

use std::collections::HashMap;

use crate::text::fold::fold;

/// The kinds of places as they are written, each with its own word.
const KINDS: [(&str, &str); 18] = [
    ("thanh pho", "thanh pho"),
    ("thi tran", "thi tran"),
    ("dac khu", "dac khu"),
    ("thi xa", "thi xa"),
    ("province", "tinh"),
    ("district", "huyen"),
    ("commune", "xa"),
    ("phuong", "phuong"),
    ("huyen", "huyen"),
    ("tinh", "tinh"),
    ("quan", "quan"),
    ("tp", "thanh pho"),
    ("tx", "thi xa"),
    ("tt", "thi tran"),
    ("xa", "xa"),
    ("h", "huyen"),
    ("p", "phuong"),
    ("x", "xa"),
];

/// The name of a place with its kind, if it says so.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct PlaceIdentity {
    kind: Option<&'static str>,
    /// Folded, without the kind.
    name: String,
}

impl PlaceIdentity {
    pub(crate) fn of(text: &str) -> Self {
        let folded = fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let key = words.collect::<Vec<_>>().join(" ");
        let kind = KINDS.iter().find_map(|(written, kind)| {
            let name = key.strip_prefix(written)?.strip_prefix(' ')?;
            // "Quận 1" has no other name.
            let is_name = name.contains(|c: char| c.is_alphabetic());
            is_name.then(|| Self { kind: Some(kind), name: name.to_owned() })
        });
        kind.unwrap_or(Self { kind: None, name: key })
    }

    /// Whether both may be the same place, where nothing else has their name.
    pub(crate) fn may_be(&self, other: &Self) -> bool {
        self.name == other.name
            && (self.kind == other.kind || self.kind.is_none() || other.kind.is_none())
    }
}

/// The kinds of the places of each name among several places.
#[derive(Debug, Default)]
pub(crate) struct PlaceKinds {
    of_name: HashMap<String, Vec<&'static str>>,
}

impl PlaceKinds {
    pub(crate) fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut of_name: HashMap<String, Vec<&'static str>> = HashMap::new();
        for PlaceIdentity { kind, name } in names.map(PlaceIdentity::of) {
            let Some(kind) = kind else { continue };
            let known = of_name.entry(name).or_default();
            if !known.contains(&kind) {
                known.push(kind);
            }
        }
        Self { of_name }
    }

    /// The identity of a place among these: a name without a kind is that of the only place that has it.
    pub(crate) fn identity(&self, text: &str) -> PlaceIdentity {
        let own = PlaceIdentity::of(text);
        let only = match self.of_name.get(&own.name).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => None,
        };
        PlaceIdentity { kind: own.kind.or(only), ..own }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_and_without_a_kind_are_of_one_place() {
        let kinds = PlaceKinds::of(
            ["Huyện Na Hang", "TP. Tuyên Quang", "Tỉnh Tuyên Quang", "Quận 1"].into_iter(),
        );
        let same = |one: &str, other: &str| kinds.identity(one) == kinds.identity(other);
        assert!(same("Na Hang", "HUYỆN NA HANG") && same("H. Na Hang", "na hang"));
        assert!(same("TP. Tuyên Quang", "Thành phố Tuyên Quang"));
        assert!(!same("Tuyên Quang", "TP. Tuyên Quang"), "it may be the province");
        assert!(!same("Quận 1", "Phường 1") && !same("Na Hang", "Hàm Yên"));
        assert!(PlaceIdentity::of("Na Hang").may_be(&PlaceIdentity::of("Huyện Na Hang")));
    }
}
