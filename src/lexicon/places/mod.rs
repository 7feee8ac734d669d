//! Names of places and of institutions, and the kinds and levels of places.

pub(crate) mod countries;
pub(crate) mod institution;
pub(crate) mod place;
pub(crate) mod place_identity;
pub(crate) mod place_kind;
pub(crate) mod place_level;
pub(crate) mod place_tier;
pub(crate) mod translated_place;
pub(crate) mod whole_place;
