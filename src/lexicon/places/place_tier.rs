//! How fine a place is: a region is no province, and a province none of its districts.

use super::place::{is_country, is_group_of_countries, is_region};

/// How fine a place is, from the coarsest to the finest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum PlaceTier {
    /// The world, or some countries together.
    Countries,
    /// A country.
    Country,
    /// Some provinces together.
    Region,
    /// A province, or a city of its level.
    Province,
    /// A district, or a town of its level.
    District,
    /// A commune, a ward, a township.
    Commune,
}

impl PlaceTier {
    /// What a name without a level says: "Tây Nguyên" is a region, "Lao PDR" a country. That "Sơn La" is a province is
    /// known of the tables that say so only.
    pub(crate) fn of_name(text: &str) -> Option<Self> {
        if is_region(text) {
            Some(Self::Region)
        } else if is_group_of_countries(text) {
            Some(Self::Countries)
        } else {
            is_country(text).then_some(Self::Country)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::places::place_identity::PlaceIdentity;

    #[test]
    fn a_name_or_its_level_says_how_fine_a_place_is() {
        for (name, tier) in [
            ("Tây Nguyên", Some(PlaceTier::Region)),
            ("Đồng bằng sông Hồng - Red River Delta", Some(PlaceTier::Region)),
            ("Vùng Đông Nam Bộ", Some(PlaceTier::Region)),
            ("TRUNG DU VÀ MIỀN NÚI PHÍA BẮC", Some(PlaceTier::Region)),
            ("Vũng Tàu", None),
            ("World", Some(PlaceTier::Countries)),
            ("Lao PDR", Some(PlaceTier::Country)),
            ("Tỉnh Sơn La", Some(PlaceTier::Province)),
            ("TP. Hồ Chí Minh", Some(PlaceTier::Province)),
            ("Thành phố Sơn La", None),
            ("Huyện Mộc Châu", Some(PlaceTier::District)),
            ("Phường Chiềng Lề", Some(PlaceTier::Commune)),
            ("Na Hang", None),
        ] {
            assert_eq!(PlaceIdentity::of(name, None).tier(name), tier, "{name}");
        }
    }
}
