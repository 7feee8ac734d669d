//! Delimited text as a sheet. The separator is the one by which a row of headings is found.

use csv::{ReaderBuilder, StringRecord};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::grid::{Cell, Row, Sheet};
use super::{heading, limit, markdown};
use crate::dataset::Complaints;

const SEPARATORS: [u8; 4] = [b';', b'\t', b',', b'|'];

/// How many lines are tried with each separator.
const TRIED: usize = 80;

/// The whole of a delimited text.
pub(super) fn sheet(file: &str, text: &str, separator: u8) -> Result<Sheet, Complaints> {
    rows(file, text, separator, usize::MAX)
}

/// The separator under which most columns are recognised, else under which most lines have the same
/// number of cells.
pub(super) fn separator(text: &str) -> u8 {
    let score = |separator: &u8| {
        let Ok(sheet) = rows("", text, *separator, TRIED) else { return (0, 0, 0) };
        let recognised = heading::find(&sheet, 0).map_or(0, |heading| heading.recognised());
        let widths = sheet.rows.iter().map(|row| row.cells.len()).filter(|width| *width > 1);
        let mut counted: Vec<(usize, usize)> = Vec::new();
        for width in widths {
            match counted.iter_mut().find(|(_, known)| *known == width) {
                Some((count, _)) => *count += 1,
                None => counted.push((1, width)),
            }
        }
        let (count, width) = counted.into_iter().max().unwrap_or_default();
        (recognised, count, width)
    };
    // Of equals, the first: a decimal comma is more often wrong about cells than a semicolon.
    let best = SEPARATORS.iter().rev().max_by_key(|separator| score(separator));
    best.copied().unwrap_or(b',')
}

/// Where a cell stands in the text: line, column and length in characters, and the text of its line.
pub(super) fn place(text: &str, row: &Row, separator: u8, column: usize) -> (usize, usize, String) {
    let rest = text.get(row.start..).unwrap_or_default();
    let (mut quoted, mut cell, mut line, mut line_start) = (false, 0, row.line, 0);
    let mut found = rest.len();
    for (at, byte) in rest.bytes().enumerate() {
        if cell == column {
            found = at;
            break;
        }
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if quoted => {
                line += 1;
                line_start = at + 1;
            }
            // A short row: the cell would stand at its end.
            b'\n' => {
                found = at;
                break;
            }
            _ if byte == separator && !quoted => cell += 1,
            _ => {}
        }
    }
    let line_text = rest.get(line_start..).unwrap_or_default().lines().next().unwrap_or_default();
    let before = rest.get(line_start..found.max(line_start)).unwrap_or_default();
    (line, before.chars().count() + 1, line_text.chars().take(4096).collect())
}

fn rows(file: &str, text: &str, separator: u8, most: usize) -> Result<Sheet, Complaints> {
    // On trial, the beginning of the text is enough.
    const SAMPLE: usize = 1024 * 1024;
    let trial = most < usize::MAX;
    let text = if trial { cut(text, SAMPLE) } else { text };
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    let mut record = StringRecord::new();
    // Text that is UTF-8 already, in memory, has nothing that csv could fail at.
    while sheet.rows.len() < most && reader.read_record(&mut record).unwrap_or(false) {
        let (line, start) = begin(text, &record);
        let cells = Vec::with_capacity(record.len().min(limit::COLUMNS));
        let mut row = Row { line, start, cells };
        // A separator on trial is not refused for what it would make of the text.
        if record.len() > limit::COLUMNS && !trial {
            return Err(limit::complaint(file, &row, "columns", limit::COLUMNS));
        }
        if record.as_slice().len() > limit::CELL && !trial {
            let too_long = record.iter().any(|cell| cell.len() > limit::CELL);
            if too_long {
                return Err(limit::complaint(file, &row, "bytes in a cell", limit::CELL));
            }
        }
        if separator == b'|' {
            if markdown::is_rule(record.iter()) {
                continue;
            }
            let cells = record.iter().take(limit::COLUMNS);
            row.cells.extend(cells.map(|text| cell(&markdown::plain(text))));
        } else {
            row.cells.extend(record.iter().take(limit::COLUMNS).map(cell));
        }
        if row.filled() > 0 {
            sheet.rows.push(row);
        }
    }
    Ok(sheet)
}

/// The beginning of a text, of at most so many bytes.
fn cut(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or(0)]
}

/// The line and the byte where a record begins: csv counts from the blank lines before it.
fn begin(text: &str, record: &StringRecord) -> (usize, usize) {
    let position = record.position();
    let number = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let line = position.map_or(1, |position| number(position.line()));
    let start = position.map_or(0, |position| number(position.byte()));
    let bytes = text.as_bytes().get(start..).unwrap_or_default();
    let blank = bytes.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
    let breaks = bytes[..blank].iter().filter(|byte| **byte == b'\n').count();
    (line + breaks, start + blank)
}

fn cell(text: &str) -> Cell {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cell::text(text),
        _ => Cell::text(&text.nfc().collect::<String>()),
    }
}
