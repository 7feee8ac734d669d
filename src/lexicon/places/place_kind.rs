//! The kinds of places that are written before their names: "Huyện Na Hang", "TP. Bắc Kạn".

use super::place_tier::PlaceTier;

/// A kind of place in this country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum PlaceKind {
    /// Also a city of the level of a province, where it is known to be one.
    Province,
    /// Of the level of a province or of a district.
    City,
    District,
    UrbanDistrict,
    Town,
    Commune,
    Ward,
    Township,
    SpecialZone,
}

impl PlaceKind {
    /// Returns its word: "thị xã".
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Province => "tỉnh",
            Self::City => "thành phố",
            Self::District => "huyện",
            Self::UrbanDistrict => "quận",
            Self::Town => "thị xã",
            Self::Commune => "xã",
            Self::Ward => "phường",
            Self::Township => "thị trấn",
            Self::SpecialZone => "đặc khu",
        }
    }

    /// Returns how fine a place of this kind is; `None` for a city.
    pub(crate) fn tier(self) -> Option<PlaceTier> {
        match self {
            Self::Province => Some(PlaceTier::Province),
            Self::City => None,
            Self::District | Self::UrbanDistrict | Self::Town => Some(PlaceTier::District),
            Self::Commune | Self::Ward | Self::Township | Self::SpecialZone => {
                Some(PlaceTier::Commune)
            }
        }
    }
}
