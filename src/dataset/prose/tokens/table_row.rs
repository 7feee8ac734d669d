//! Rows of tables in a text. They are no prose: their numbers are listed as not understood.

/// What separates the cells of a row.
const BETWEEN: &str = " | ";

/// A row as a paragraph.
#[cfg(feature = "pdf")]
pub(crate) fn table_row<'c>(cells: impl Iterator<Item = &'c str>) -> String {
    let cells: Vec<&str> = cells.collect();
    format!("| {}", cells.join(BETWEEN))
}

/// Whether a paragraph is a row.
pub(crate) fn is_table_row(paragraph: &str) -> bool {
    paragraph.starts_with(BETWEEN.trim_start()) || paragraph.contains(BETWEEN)
}
