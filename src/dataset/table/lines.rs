//! The rows of delimited text: the text, and where each row begins in it.

use std::borrow::Cow;

use memchr::memchr_iter;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::grid::{Cell, Cells, Row};
use super::limit;
use super::markdown;
use super::record::{self, Record};
use crate::dataset::Complaints;
use crate::text::legacy::Convert;

/// The rows of a text that hold anything.
#[derive(Debug)]
pub(super) struct Lines<'t> {
    text: &'t str,
    separator: u8,
    starts: Vec<usize>,
    /// The line of each start, from 1.
    lines: Vec<u32>,
    width: usize,
    /// Whether all of the text is in NFC.
    composed: bool,
    /// What turns the text of an old font into Unicode.
    convert: Option<Convert>,
}

impl<'t> Lines<'t> {
    /// Finds all rows; `file` is what a complaint calls it.
    pub(super) fn of(file: &str, text: &'t str, separator: u8) -> Result<Self, Complaints> {
        let mut lines = Self::new(text, separator);
        if let Some((line, what, most)) = lines.find(usize::MAX) {
            return Err(limit::complaint(file, line, what, most));
        }
        lines.composed = is_composed(text);
        Ok(lines)
    }

    /// Finds the first rows under a separator that is only tried: it is not refused for what it would
    /// make of the text.
    pub(super) fn sample(text: &'t str, separator: u8, most: usize) -> Self {
        let mut lines = Self::new(text, separator);
        lines.find(most);
        lines
    }

    fn new(text: &'t str, separator: u8) -> Self {
        let (starts, lines) = (Vec::new(), Vec::new());
        Self { text, separator, starts, lines, width: 0, composed: false, convert: None }
    }

    /// Finds at most so many rows, and the first limit that one of them passes: its line, what there is
    /// too much of, and how much may be.
    fn find(&mut self, most: usize) -> Option<(usize, &'static str, usize)> {
        let bytes = self.text.as_bytes();
        let (mut at, mut line, mut counted) = (0, 1_u32, 0);
        let mut excess = None;
        while self.starts.len() < most && excess.is_none() {
            let blank = |byte: &&u8| matches!(byte, b'\n' | b'\r');
            let start = at + bytes[at..].iter().take_while(blank).count();
            if start >= bytes.len() {
                break;
            }
            let breaks = memchr_iter(b'\n', &bytes[counted..start]).count();
            line = line.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
            counted = start;
            let (mut width, mut longest, mut filled) = (0, 0, false);
            let end = record::each(self.text, start, self.separator, |cell| {
                filled = filled || width < limit::COLUMNS && !cell.trim_start().is_empty();
                longest = longest.max(cell.len());
                width += 1;
                true
            });
            at = end.unwrap_or(bytes.len());
            if width > limit::COLUMNS {
                excess = Some((line as usize, "columns", limit::COLUMNS));
            } else if longest > limit::CELL {
                excess = Some((line as usize, "bytes in a cell", limit::CELL));
            }
            let rule = || markdown::is_rule(Record::at(self.text, start, self.separator));
            if filled && (self.separator != b'|' || !rule()) {
                self.starts.push(start);
                self.lines.push(line);
                self.width = self.width.max(width.min(limit::COLUMNS));
            }
        }
        excess
    }

    /// Reads the text as one of an old font.
    pub(super) fn convert(&mut self, convert: Convert) {
        self.convert = Some(convert);
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Takes a row apart, into the place of another one.
    pub(super) fn read(&self, at: usize, row: &mut Row<'t>) -> Option<()> {
        let (start, line) = (*self.starts.get(at)?, *self.lines.get(at)?);
        let mut cells = match std::mem::take(&mut row.cells) {
            Cells::Own(cells) => cells,
            Cells::Held(_) => Vec::new(),
        };
        cells.clear();
        cells.reserve(self.width);
        record::each(self.text, start, self.separator, |cell| {
            cells.push(self.cell(cell));
            cells.len() < limit::COLUMNS
        });
        *row = Row { line: line as usize, start, cells: Cells::Own(cells) };
        Some(())
    }

    fn cell(&self, text: Cow<'t, str>) -> Cell<'t> {
        // A table of Markdown is parted by bars.
        let text = if self.separator == b'|' { markdown::plain(text) } else { text };
        let cell = if self.composed || is_composed(&text) {
            Cell::text(text)
        } else {
            Cell::text(text.nfc().collect::<String>())
        };
        match self.convert {
            Some(convert) => cell.converted(convert),
            None => cell,
        }
    }
}

/// Whether a text is in NFC for certain.
fn is_composed(text: &str) -> bool {
    // Latin letters with their marks are, and nearly all there is.
    let latin = |c: char| c < '\u{300}' || ('\u{1e00}'..'\u{1f00}').contains(&c);
    text.chars().all(latin) || is_nfc_quick(text.chars()) == IsNormalized::Yes
}
