//! Stage 3: where the title, the header, the numbering row and the footnotes of a sheet are.

pub(super) mod column_profile;
pub(super) mod footnotes;
pub(super) mod header;
mod header_rows;
pub(super) mod nearest_header;
mod numbering_row;
pub(super) mod repeated_header;
mod score_columns;
pub(super) mod title;
mod title_place;
