//! Stage 3: finds the areas of a table in a sheet: the title, the header, the numbering row, headers repeated
//! on the next page, and the footnotes.

pub(super) mod axis_columns;
pub(super) mod cell_kinds;
mod class_columns;
mod column_of_places;
pub(super) mod column_profile;
pub(super) mod completion_rates;
mod corrections;
mod count_and_rate;
pub(super) mod footnotes;
pub(super) mod header;
pub(super) mod header_column;
mod header_rows;
pub(super) mod headings;
mod indicator_columns;
mod key_columns;
mod level_rows;
mod name_heading;
pub(super) mod nearest_header;
mod numbered_classes;
pub(super) mod numbering_row;
mod place_columns;
mod place_list;
pub(super) mod repeated_header;
pub(super) mod reshaping;
pub(super) mod row_axes;
mod scale_row;
pub(super) mod score_kind;
mod spanning_row;
mod stacked_rows;
pub(super) mod tables;
mod text_rows;
mod titles;
mod units_above;

pub(super) use titles::{sheet_name, title, title_place};
