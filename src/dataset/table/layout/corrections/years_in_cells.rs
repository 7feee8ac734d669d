//! Finds columns that say in which year something is done: "Dự kiến năm đạt chuẩn" over 2026 and 2028. A year is no
//! amount.

use crate::dataset::table::layout::header_column::{Change, HeaderColumn, indices};
use crate::lexicon::period_words::year;
use crate::lexicon::role::Role;
use crate::lexicon::role_words::asks_for_year;

/// Sets columns of years aside whose headings ask in which year something is done.
pub(super) fn years_of_events(columns: &[HeaderColumn]) -> Vec<Change> {
    let is_year = |text: &str| text.trim().len() == 4 && year(text.trim()).is_some();
    let are_years = |column: &HeaderColumn| {
        let open = column.role == Role::Unknown || column.is_value();
        open && asks_for_year(&column.heading) && column.profile.are_all(is_year)
    };
    indices(columns, are_years).map(|at| Change::Role(at, Role::Aside)).collect()
}
