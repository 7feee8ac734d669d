//! Headings with numbers: classes which differ in their number, "3 sao | 4 sao | 5 sao", and a list
//! of criteria, "1. Quy hoạch | 2. Giao thông".

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

/// Whether the cells of a row are the numbered entries of one list: "1. Quy hoạch | 2. Giao thông | 3. Thủy lợi".
pub(super) fn are_numbered_headings(row: &Row) -> bool {
    let numbers: Option<Vec<u8>> =
        row.filled_cells().map(|(_, cell)| Some(numbered_heading(&cell.shown())?.0)).collect();
    numbers.is_some_and(|numbers| {
        numbers.len() > 1 && numbers.windows(2).all(|pair| pair[0].checked_add(1) == Some(pair[1]))
    })
}

/// The number and the words of an entry of a list: "2. Giao thông".
pub(super) fn numbered_heading(text: &str) -> Option<(u8, &str)> {
    let text = text.trim();
    let words = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = text[..text.len() - words.len()].parse().ok()?;
    let words = words.strip_prefix(['.', ')'])?.trim_start();
    words.starts_with(char::is_alphabetic).then_some((number, words))
}
