//! Stage 3: where the parts of a table are in a sheet: the title, the header, the row that numbers the columns, the
//! header repeated on the next page, the footnotes.

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
