//! Reads delimited text as a sheet, and chooses the separator with which a header is recognised.

use super::cell::Row;
use super::line_index::LineIndex;
use super::sheet::{Rows, Sheet};
use crate::dataset::Diagnostics;
use crate::dataset::delimited_text::fields::Fields;

const SEPARATORS: [u8; 4] = [b';', b'\t', b',', b'|'];

/// The number of lines that are tried with each separator.
const TRIED: usize = 80;

/// Reads a whole delimited text.
pub(crate) fn sheet<'t>(
    file: &str,
    text: &'t str,
    separator: u8,
) -> Result<Sheet<'t>, Diagnostics> {
    LineIndex::of(file, text, separator).map(|lines| Sheet::of(Rows::Lines(lines)))
}

/// Returns the separator with which `recognised` finds the most columns in the sheet; among equals, the one
/// with which the most lines have the same number of cells.
pub(crate) fn separator(text: &str, recognised: impl Fn(&Sheet<'_>) -> usize) -> u8 {
    // The start of the text is enough.
    const SAMPLE: usize = 1024 * 1024;
    let text = cut(text, SAMPLE);
    let mut best: Option<((usize, usize, usize), u8)> = None;
    // Among equals the first one wins: splitting at a comma is wrong more often, since it is also a decimal
    // separator.
    for separator in SEPARATORS {
        let sheet = Sheet::of(Rows::Lines(LineIndex::sample(text, separator, TRIED)));
        // No more columns can be recognised than there are.
        if best.is_some_and(|((most, ..), _)| sheet.width() < most) {
            continue;
        }
        let (count, width) = usual_width(&sheet);
        let score = (recognised(&sheet), count, width);
        if best.is_none_or(|(other, _)| score > other) {
            best = Some((score, separator));
        }
    }
    best.map_or(b',', |(_, separator)| separator)
}

/// The number of cells that the most rows have, of those with several; and the number of these rows before it.
fn usual_width(sheet: &Sheet<'_>) -> (usize, usize) {
    let rows = sheet.range(0..sheet.len());
    let widths = rows.map(|row| row.cells.len()).filter(|width| *width > 1);
    let mut counted: Vec<(usize, usize)> = Vec::new();
    for width in widths {
        match counted.iter_mut().find(|(_, known)| *known == width) {
            Some((count, _)) => *count += 1,
            None => counted.push((1, width)),
        }
    }
    counted.into_iter().max().unwrap_or_default()
}

/// Returns the location of a cell in the text: line and column from 1, in characters, and the text of its
/// line.
pub(crate) fn place(text: &str, row: &Row, separator: u8, column: usize) -> (usize, usize, String) {
    let mut record = Fields::at(text, row.start, separator);
    // A cell missing from a short row is located at the end of the row.
    record.by_ref().take(column).for_each(drop);
    let found = record.next_at();
    let before = text.get(row.start..found).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(row.start, |end| row.start + end + 1);
    let line = row.line + before.matches('\n').count();
    let rest = text.get(line_start..).unwrap_or_default();
    let line_text = rest.split(['\n', '\r']).next().unwrap_or_default();
    let column = text.get(line_start..found).unwrap_or_default().chars().count() + 1;
    (line, column, line_text.chars().take(4096).collect())
}

/// Returns the start of a text, at most `most` bytes.
fn cut(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or(0)]
}
