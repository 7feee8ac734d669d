//! Rows without numbers: those that may be headings, and those that only give the columns their units.

use super::level_rows::is_year;
use crate::dataset::table::source::cell::Row;
use crate::dataset::table::source::sheet::Sheet;
use crate::lexicon::unit;

/// Whether a row contains no number except years.
pub(crate) fn are_headings(row: &Row) -> bool {
    row.filled_cells().all(|(_, cell)| {
        let text = cell.shown();
        is_year(&text)
            || text.contains(char::is_alphabetic)
            || !text.contains(|c: char| c.is_ascii_digit())
    })
}

/// Whether the row `at` only gives each column its unit in brackets, or ends the text of the row above, and leaves the
/// column of the names empty.
pub(super) fn is_row_of_units(sheet: &Sheet, at: usize, names: Option<usize>) -> bool {
    let Some(row) = sheet.get(at) else { return false };
    let texts: Vec<String> =
        row.filled_cells().map(|(_, cell)| cell.shown().into_owned()).collect();
    let in_brackets = |text: &String| {
        text.trim_end().ends_with(')') && (unit::alone(text).is_some() || text.ends_with("(%)"))
    };
    let are_bare = || texts.iter().all(|text| text.trim() == "%" || unit::is_unit(text));
    row.filled() > 1
        && row.cell(names.unwrap_or(0)).is_empty()
        && are_headings(&row)
        && (texts.iter().filter(|text| in_brackets(text)).count() * 2 > texts.len() || are_bare())
}
