//! How fine the places are that a heading names: "Tỉnh | Huyện | Xã".

use super::place::{is_institution_heading, words};

/// How fine the places of a column are, from the coarsest to the finest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PlaceLevel {
    /// Next to countries, those of the world.
    Regions,
    Countries,
    Provinces,
    Districts,
    Communes,
    /// Schools, hospitals.
    Institutions,
}

/// The words for each level, from the finest on: "Xã/huyện" is of communes.
const WORDS: [(PlaceLevel, &[&str]); 5] = [
    (PlaceLevel::Communes, &["xa", "phuong", "commune", "communes", "ward"]),
    (PlaceLevel::Districts, &["huyen", "quan", "thi xa", "district", "districts", "county"]),
    (PlaceLevel::Provinces, &["tinh", "province", "provinces", "state"]),
    (PlaceLevel::Countries, &["country", "countries", "quoc gia", "nuoc"]),
    (PlaceLevel::Regions, &["vung", "region", "regions", "mien"]),
];

impl PlaceLevel {
    /// Returns the level that a heading names.
    pub(crate) fn of_heading(heading: &str) -> Option<Self> {
        if is_institution_heading(heading) {
            return Some(Self::Institutions);
        }
        let key = format!(" {} ", words(heading));
        // "Thị xã" is of districts.
        let key = key.replace(" thi xa ", " huyen ");
        let is_named = |names: &[&str]| names.iter().any(|word| key.contains(&format!(" {word} ")));
        WORDS.iter().find(|(_, names)| is_named(names)).map(|(level, _)| *level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_says_how_fine_its_places_are() {
        for (heading, level) in [
            ("Vùng", Some(PlaceLevel::Regions)),
            ("Country Name", Some(PlaceLevel::Countries)),
            ("Tỉnh, thành phố", Some(PlaceLevel::Provinces)),
            ("Huyện, thị xã", Some(PlaceLevel::Districts)),
            ("Tên xã", Some(PlaceLevel::Communes)),
            ("Tên trường", Some(PlaceLevel::Institutions)),
            ("Nơi", None),
        ] {
            assert_eq!(PlaceLevel::of_heading(heading), level, "{heading}");
        }
        assert!(PlaceLevel::Regions < PlaceLevel::Countries, "the regions of the world");
    }
}
