//! What is said above a table and in the name of its sheet: place, period, office, subject, base of comparison.

pub(super) mod caption;
mod english_places;
mod labelled_place;
pub(crate) mod sheet_name;
pub(crate) mod title;
pub(super) mod title_base;
mod title_institution;
mod title_office;
pub(crate) mod title_place;
mod title_references;
pub(super) mod title_subject;
