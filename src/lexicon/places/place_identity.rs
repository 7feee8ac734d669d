//! Which names are of one place: "Na Hang", "Huyện Na Hang" and "HUYỆN NA HANG".

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::place::{is_always_central, is_certain_place, is_province, is_region, is_whole};
use super::place_kind::PlaceKind;
use super::place_tier::PlaceTier;
use crate::text::spelled::Spelled;

/// The kinds of places as they are written.
const KINDS: [(&str, PlaceKind); 19] = [
    ("thành phố", PlaceKind::City),
    ("thị trấn", PlaceKind::Township),
    ("đặc khu", PlaceKind::SpecialZone),
    ("thị xã", PlaceKind::Town),
    ("province", PlaceKind::Province),
    ("district", PlaceKind::District),
    ("commune", PlaceKind::Commune),
    ("phường", PlaceKind::Ward),
    ("huyện", PlaceKind::District),
    ("tỉnh", PlaceKind::Province),
    ("quận", PlaceKind::UrbanDistrict),
    ("tp", PlaceKind::City),
    ("tx", PlaceKind::Town),
    ("tt", PlaceKind::Township),
    ("xã", PlaceKind::Commune),
    ("h", PlaceKind::District),
    ("p", PlaceKind::Ward),
    ("q", PlaceKind::UrbanDistrict),
    ("x", PlaceKind::Commune),
];

/// The kinds, spelled.
static SPELLED_KINDS: LazyLock<Vec<(Spelled, PlaceKind)>> =
    LazyLock::new(|| KINDS.iter().map(|(written, kind)| (Spelled::of(written), *kind)).collect());

/// Names that are written in several ways: without accents, and the usual one.
const SPELLINGS: [(&str, &str); 9] = [
    ("hcm", "hồ chí minh"),
    ("tphcm", "hồ chí minh"),
    ("dac lac", "đắk lắk"),
    ("dak lac", "đắk lắk"),
    ("daklak", "đắk lắk"),
    ("dac nong", "đắk nông"),
    ("daknong", "đắk nông"),
    ("kontum", "kon tum"),
    ("brvt", "bà rịa vũng tàu"),
];

/// The name of a place with its level and the place that it is in, as far as the source says so.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct PlaceIdentity {
    kind: Option<PlaceKind>,
    /// Without the word for its kind.
    name: Spelled,
    /// The province that it is in, without its level: "Long An" of "Châu Thành (Long An)".
    province: Option<Spelled>,
    /// Another place that it is in.
    district: Option<Spelled>,
}

impl PlaceIdentity {
    /// The identity that a name says; `upper` is the place that it is in, where the source says so elsewhere.
    pub(crate) fn of(text: &str, upper: Option<&str>) -> Self {
        let text: String = text.nfc().collect();
        let (name, within) = match upper {
            Some(upper) => (text.as_str(), Some(Cow::Borrowed(upper))),
            None => match bracketed(&text) {
                Some((name, upper)) => (name, Some(Cow::Borrowed(upper))),
                None => (text.as_str(), None),
            },
        };
        let (kind, name) = split_kind(name);
        let (mut province, mut district) = (None, None);
        if let Some(upper) = within {
            let upper: String = upper.nfc().collect();
            let (kind, name) = split_kind(&upper);
            let is_province =
                kind == Some(PlaceKind::Province) || kind.is_none() && is_province(&upper);
            *(if is_province { &mut province } else { &mut district }) = Some(name);
        }
        Self { kind, name, province, district }
    }

    /// How fine the place is, as far as its name says so.
    pub(crate) fn tier(&self, text: &str) -> Option<PlaceTier> {
        match self.kind {
            // A city may be of the level of a province or of a district.
            None | Some(PlaceKind::City) => PlaceTier::of_name(text),
            Some(kind) => kind.tier(),
        }
    }

    /// Whether both may be the same place, where nothing else has their name.
    pub(crate) fn may_be(&self, other: &Self) -> bool {
        let is_within = |own: &Option<Spelled>, other: &Option<Spelled>| {
            own.as_ref().zip(other.as_ref()).is_none_or(|(own, other)| own.may_be(other))
        };
        self.name.may_be(&other.name)
            && self.kind.zip(other.kind).is_none_or(|(own, other)| own == other)
            && is_within(&self.province, &other.province)
            && is_within(&self.district, &other.district)
    }
}

/// The name and the place in brackets behind it: "Châu Thành (tỉnh Long An)". Other brackets belong
/// to the name: a place "(sau sáp nhập)" is another one.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.trim().strip_suffix(')')?.rsplit_once('(')?;
    let upper = rest.trim();
    (!name.trim().is_empty() && is_certain_place(upper)).then_some((name.trim(), upper))
}

/// The words of a name without the word for its kind, and the kind.
fn split_kind(text: &str) -> (Option<PlaceKind>, Spelled) {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let text = words.collect::<Vec<_>>().join(" ");
    let whole = Spelled::of(&text);
    // A kind has one word or two.
    let firsts = [1, 2].map(|count| split_after(&text, count));
    let firsts = firsts.map(|split| split.map(|(first, name)| (Spelled::of(first), name)));
    let found = SPELLED_KINDS.iter().find_map(|(written, kind)| {
        let (first, name) = firsts[usize::from(written.folded.contains(' '))].as_ref()?;
        // "Quan Sơn" and "Xá Lượng" are names: the kind is written with its accents, unless none is.
        let is_kind = match whole.accented {
            Some(_) => first == written,
            None => first.folded == written.folded,
        };
        is_kind.then_some((*kind, *name))
    });
    let Some((kind, name)) = found else { return (None, usual(whole)) };
    // "Quận 1" has no other name.
    if !name.contains(char::is_alphabetic) {
        return (Some(kind), Spelled::of(&format!("{} {name}", kind.word())));
    }
    let name = usual(Spelled::of(name));
    let kind = if is_always_central(&name.folded) { PlaceKind::Province } else { kind };
    (Some(kind), name)
}

/// Splits a text behind so many words; `None` if nothing is left.
fn split_after(text: &str, count: usize) -> Option<(&str, &str)> {
    let (at, _) = text.match_indices(' ').nth(count.checked_sub(1)?)?;
    Some((&text[..at], &text[at + 1..]))
}

/// The usual spelling of a name.
fn usual(name: Spelled) -> Spelled {
    let known = SPELLINGS.iter().find(|(folded, _)| *folded == name.folded);
    known.map_or(name, |(_, usual)| Spelled::of(usual))
}

/// A place as a source names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct NamedPlace<'a> {
    pub(crate) name: &'a str,
    /// The place that it is in, where the source says so next to the name.
    pub(crate) upper: Option<&'a str>,
}

/// The identities of the places of several tables.
#[derive(Debug, Default)]
pub(crate) struct PlaceIdentities<'a> {
    of_place: HashMap<(usize, NamedPlace<'a>), PlaceIdentity>,
}

impl<'a> PlaceIdentities<'a> {
    /// Compares the places of some tables. What a name does not say is taken from the only place that it may be: "Na
    /// Hang" is "Huyện Na Hang" where nothing else has that name.
    pub(crate) fn of(tables: &[HashSet<NamedPlace<'a>>]) -> Self {
        let mut all: Vec<((usize, NamedPlace<'a>), PlaceIdentity)> = Vec::new();
        // The places that are no province, though their table does not say of which level they are.
        let mut below: HashSet<usize> = HashSet::new();
        for (table, places) in tables.iter().enumerate() {
            let provinces = places.iter().filter(|place| is_province(place.name)).count();
            let is_one = |place: &&NamedPlace<'_>| !is_whole(place.name) && !is_region(place.name);
            let are_provinces = provinces > 0
                && (provinces * 2 >= places.len()
                    || provinces * 2 >= places.iter().filter(is_one).count());
            let wholes = if provinces > 0 { Wholes::of(places) } else { Wholes::default() };
            for place in places {
                let mut own = PlaceIdentity::of(place.name, place.upper);
                if own.kind.is_none() && is_province(place.name) {
                    // A table of communes may have one with the name of a province.
                    if place.upper.is_none() && (are_provinces || wholes.has(&own)) {
                        own.kind = Some(PlaceKind::Province);
                    } else {
                        below.insert(all.len());
                    }
                }
                all.push(((table, *place), own));
            }
        }
        resolve_accents(&mut all);
        resolve(&mut all, |own| own.name.clone(), |own| &mut own.kind);
        for (_, (_, own)) in all.iter_mut().enumerate().filter(|(at, _)| below.contains(at)) {
            own.kind = own.kind.filter(|level| *level != PlaceKind::Province);
        }
        let key = |own: &PlaceIdentity| (own.name.clone(), own.kind);
        resolve(&mut all, key, |own| &mut own.province);
        resolve(&mut all, key, |own| &mut own.district);
        Self { of_place: all.into_iter().collect() }
    }

    /// The identity of a place of a table.
    pub(crate) fn get(&self, table: usize, place: NamedPlace<'a>) -> Option<&PlaceIdentity> {
        self.of_place.get(&(table, place))
    }
}

/// The names in a table of a province and its parts: other places are in it, or have its name with a level,
/// as "Thành phố Tuyên Quang" next to the total of "Tuyên Quang".
#[derive(Debug, Default)]
struct Wholes(HashSet<Spelled>);

impl Wholes {
    fn of(places: &HashSet<NamedPlace<'_>>) -> Self {
        let uppers = places.iter().filter_map(|place| place.upper).map(|upper| split_kind(upper).1);
        let namesakes = places.iter().map(|place| split_kind(place.name));
        let namesakes =
            namesakes.filter(|(kind, _)| kind.is_some_and(|own| own != PlaceKind::Province));
        Self(uppers.chain(namesakes.map(|(_, name)| name)).collect())
    }

    fn has(&self, own: &PlaceIdentity) -> bool {
        self.0.contains(&own.name)
    }
}

/// The places of all tables with their identities.
type Found<'a> = [((usize, NamedPlace<'a>), PlaceIdentity)];

/// Gives names without accents those of the only name that they may be, unless a table has both.
fn resolve_accents(all: &mut Found<'_>) {
    let mut accented: HashMap<String, HashSet<String>> = HashMap::new();
    let mut tables: HashMap<String, HashSet<usize>> = HashMap::new();
    for ((table, _), own) in all.iter() {
        if let Some(text) = &own.name.accented {
            accented.entry(own.name.folded.clone()).or_default().insert(text.clone());
            tables.entry(own.name.folded.clone()).or_default().insert(*table);
        }
    }
    for ((table, _), own) in all.iter_mut().filter(|(_, own)| own.name.accented.is_none()) {
        let names = accented.get(&own.name.folded).filter(|names| names.len() == 1);
        let has_both = tables.get(&own.name.folded).is_some_and(|in_it| in_it.contains(table));
        if let Some(name) = names.filter(|_| !has_both).and_then(|names| names.iter().next()) {
            own.name.accented = Some(name.clone());
        }
    }
}

/// Gives places without a property that of the only place with their key that has one.
fn resolve<K: std::hash::Hash + Eq, P: Clone + std::hash::Hash + Eq>(
    all: &mut Found<'_>,
    key: impl Fn(&PlaceIdentity) -> K,
    property: impl Fn(&mut PlaceIdentity) -> &mut Option<P>,
) {
    let mut known: HashMap<K, HashSet<P>> = HashMap::new();
    for (_, own) in all.iter_mut() {
        let key = key(own);
        if let Some(property) = property(own).clone() {
            known.entry(key).or_default().insert(property);
        }
    }
    for (_, own) in all.iter_mut() {
        let only = known.get(&key(own)).filter(|known| known.len() == 1);
        if let (None, Some(only)) = (property(own).as_ref(), only) {
            *property(own) = only.iter().next().cloned();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The identities of places that are each of a table of their own.
    fn identities(names: &[(&str, &str)]) -> Vec<PlaceIdentity> {
        let place = |(name, upper): &(&'static str, &'static str)| NamedPlace {
            name,
            upper: Some(*upper).filter(|upper| !upper.is_empty()),
        };
        // The names live as long as the test.
        let names: Vec<(&'static str, &'static str)> = names
            .iter()
            .map(|(name, upper)| (&*(*name).to_owned().leak(), &*(*upper).to_owned().leak()))
            .collect();
        let tables: Vec<_> = names.iter().map(|one| HashSet::from([place(one)])).collect();
        let all = PlaceIdentities::of(&tables);
        let found = names.iter().enumerate().map(|(at, one)| all.get(at, place(one)).unwrap());
        found.cloned().collect()
    }

    fn are_same(names: &[(&str, &str)]) -> bool {
        let all = identities(names);
        all[0] == all[1]
    }

    #[test]
    fn names_with_and_without_a_level_are_of_one_place() {
        for (one, other) in [
            ("Na Hang", "HUYỆN NA HANG"),
            ("H. Na Hang", "na hang"),
            ("TP. Yên Châu", "Thành phố Yên Châu"),
            ("TP.HCM", "Hồ Chí Minh"),
            ("Thành phố Hồ Chí Minh", "TP HCM"),
            ("Đắc Lắc", "Tỉnh Đắk Lắk"),
            ("Q. Ninh Kiều", "Quận Ninh Kiều"),
            ("Q.1", "Quận 1"),
            ("Bắc Kạn", "Tỉnh Bắc Kạn"),
            ("Xa Lam Son", "Xã Lam Sơn"),
        ] {
            assert!(are_same(&[(one, ""), (other, "")]), "{one} {other}");
        }
    }

    #[test]
    fn two_levels_or_accents_are_two_places() {
        for (one, other) in [
            ("Hải Dương", "Thành phố Hải Dương"),
            ("Tỉnh Hòa Bình", "Xã Hòa Bình"),
            ("Thanh Sơn", "Thành Sơn"),
            ("Quận 1", "Phường 1"),
            ("Huyện Quan Sơn", "Quận Sơn"),
            ("Tuyên Quang", "Tuyên Quang (sau sáp nhập)"),
            ("Na Hang", "Hàm Yên"),
        ] {
            assert!(!are_same(&[(one, ""), (other, "")]), "{one} {other}");
        }
        // The third place makes the first one ambiguous.
        let all = identities(&[("Sơn Ca", ""), ("Huyện Sơn Ca", ""), ("Xã Sơn Ca", "")]);
        assert!(all[0] != all[1] && all[0] != all[2]);
        let all = identities(&[("Son Ca", ""), ("Sơn Ca", ""), ("Sơn Cà", "")]);
        assert!(all[0] != all[1] && all[0] != all[2]);
    }

    #[test]
    fn namesakes_of_two_provinces_are_two_places() {
        assert!(!are_same(&[("Châu Thành", "Long An"), ("Châu Thành", "Tiền Giang")]));
        assert!(are_same(&[("Châu Thành", "Tỉnh Long An"), ("Châu Thành (Long An)", "")]));
        assert!(are_same(&[("Bến Lức", "Long An"), ("Huyện Bến Lức", "")]));
        let all = identities(&[
            ("Châu Thành", "Long An"),
            ("Châu Thành", "Tiền Giang"),
            ("Huyện Châu Thành", ""),
        ]);
        assert!(all[0] != all[2] && all[1] != all[2]);
    }

    #[test]
    fn a_table_with_both_spellings_has_two_places() {
        let place = |name| NamedPlace { name, upper: None };
        let tables = [HashSet::from([place("Thanh Ba"), place("Thành Ba")])];
        let all = PlaceIdentities::of(&tables);
        assert_ne!(all.get(0, place("Thanh Ba")), all.get(0, place("Thành Ba")));
        // A total with the name of its province is no city of that name, in this table nor elsewhere.
        let total = HashSet::from(["Sơn La", "Thành phố Sơn La", "Mộc Châu", "Sốp Cộp"].map(place));
        let tables = [total, HashSet::from([place("TP Sơn La"), place("Phù Yên")])];
        let all = PlaceIdentities::of(&tables);
        assert_ne!(all.get(0, place("Sơn La")), all.get(0, place("Thành phố Sơn La")));
        assert_eq!(all.get(1, place("TP Sơn La")), all.get(0, place("Thành phố Sơn La")));
        let within = |name| NamedPlace { name, upper: Some("Sơn La") };
        let total = HashSet::from([place("Sơn La"), within("Mộc Châu"), within("Sốp Cộp")]);
        let tables = [total, HashSet::from([place("TP Sơn La"), place("Phù Yên")])];
        let all = PlaceIdentities::of(&tables);
        assert_ne!(all.get(0, place("Sơn La")), all.get(1, place("TP Sơn La")));
        // A commune has the name of a province, in a table of communes.
        let communes = HashSet::from(["Hòa Bình", "Xuân Lai", "Bình Yên"].map(place));
        let tables = [communes, HashSet::from([place("Xã Hòa Bình")])];
        let all = PlaceIdentities::of(&tables);
        assert_eq!(all.get(0, place("Hòa Bình")), all.get(1, place("Xã Hòa Bình")));
        let communes = HashSet::from(["Hòa Bình", "Xuân Lai", "Bình Yên"].map(place));
        let all_tables = [communes, HashSet::from([place("Hòa Bình")])];
        let all = PlaceIdentities::of(&all_tables);
        assert_ne!(all.get(0, place("Hòa Bình")), all.get(1, place("Hòa Bình")));
    }

    #[test]
    fn a_place_that_is_asked_for_may_lack_accents_and_level() {
        let may_be = |one: &str, other: &str| {
            PlaceIdentity::of(one, None).may_be(&PlaceIdentity::of(other, None))
        };
        assert!(may_be("na hang", "Huyện Na Hang") && may_be("Hải Dương", "Thành phố Hải Dương"));
        assert!(!may_be("Thanh Sơn", "Thành Sơn"));
    }
}
