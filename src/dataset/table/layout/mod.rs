//! Stage 3: finds the areas of a table in a sheet: the title, the header, the numbering row, headers repeated
//! on the next page, and the footnotes.

pub(super) mod caption;
pub(super) mod cell_kinds;
mod class_columns;
pub(super) mod column_profile;
mod count_and_rate;
mod examining_authorities;
pub(super) mod footnotes;
pub(super) mod header;
pub(super) mod header_column;
mod header_rows;
pub(super) mod headings;
mod measure_columns;
mod misnamed_columns;
mod name_heading;
pub(super) mod nearest_header;
mod numbered_classes;
pub(super) mod numbering_row;
mod percent_columns;
mod place_columns;
pub(super) mod plan_rows;
mod planned_changes;
mod ranks_with_results;
mod rates;
pub(super) mod repeated_header;
mod role_corrections;
pub(super) mod row_axes;
mod scale_row;
pub(super) mod score_columns;
pub(super) mod table_beside;
pub(super) mod tables;
pub(super) mod title;
mod title_base;
pub(super) mod title_place;
mod title_references;
mod title_subject;
mod unnamed_values;
