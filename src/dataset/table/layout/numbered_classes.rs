//! Headings that are classes which differ in their number: "3 sao | 4 sao | 5 sao".

use crate::dataset::table::source::cell::Row;
use crate::lexicon::period::is_period;

/// Whether the cells of a row are classes that differ in their number: "3 sao | 4 sao | 5 sao".
pub(super) fn are_numbered_classes(row: &Row) -> bool {
    let parts: Option<Vec<(u8, String)>> =
        row.filled_cells().map(|(_, cell)| numbered_class(&cell.shown())).collect();
    parts.is_some_and(|parts| {
        parts.len() > 1
            && parts.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 == pair[1].1)
    })
}

/// The number and the word of a class that its number distinguishes: "3 sao". "6 tháng" is a period.
pub(super) fn numbered_class(text: &str) -> Option<(u8, String)> {
    let (number, word) = text.trim().split_once(' ')?;
    let is_word = word.chars().all(|c| c.is_alphabetic() || c == ' ') && !is_period(text);
    Some((number.parse().ok()?, word.to_lowercase())).filter(|_| is_word)
}
