//! Sheets that are not a table with a row for each indicator, as sheets that are.

pub(in crate::dataset::table) mod kinds_in_rows;
pub(in crate::dataset::table) mod place_sheets;
pub(in crate::dataset::table) mod plan_rows;
pub(in crate::dataset::table) mod table_to_the_right;
pub(in crate::dataset::table) mod two_sides;
