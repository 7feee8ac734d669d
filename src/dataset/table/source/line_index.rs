//! An index of the rows of a delimited text: the text, and the byte offset of each row.

use std::borrow::Cow;
use std::panic::resume_unwind;
use std::thread;

use memchr::memchr;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::cell::{Cell, Cells, Row};
use super::limits;
use super::markdown;
use crate::dataset::delimited_text::Records;
use crate::dataset::delimited_text::fields::{self, Fields};
use crate::dataset::{Diagnostics, Limited};
use crate::text::legacy_encoding::Convert;

/// The rows of a text that are not empty.
#[derive(Debug)]
pub(crate) struct LineIndex<'t> {
    text: &'t str,
    separator: u8,
    /// Byte offsets; as u32, since there may be millions. Text of more than 4 GiB is rejected.
    starts: Vec<u32>,
    /// The line number of a row minus its index, run-length encoded: the first row of each run, and the
    /// difference.
    distances: Vec<(u32, u32)>,
    width: usize,
    /// For each column, the index after the last row that fills it.
    filled_until: Vec<u32>,
    /// Whether all of the text is in NFC.
    composed: bool,
    /// Whether no cell is quoted, so that the rows can be cut faster.
    unquoted: bool,
    /// The conversion of the text to Unicode, if it is written in a legacy font.
    convert: Option<Convert>,
}

impl<'t> LineIndex<'t> {
    /// Indexes all rows; `file` is the file name in diagnostics.
    pub(crate) fn of(file: &str, text: &'t str, separator: u8) -> Result<Self, Diagnostics> {
        let mut lines = Self::new(text, separator);
        lines.unquoted = fields::is_unquoted(text);
        let (composed, excess) = thread::scope(|scope| {
            let composed = scope.spawn(|| segments(text).all(is_composed));
            let excess = lines.find(usize::MAX);
            (composed.join().unwrap_or_else(|panic| resume_unwind(panic)), excess)
        });
        if let Some((line, what, most)) = excess {
            return Err(limits::diagnostic(file, line, what, most));
        }
        lines.composed = composed;
        Ok(lines)
    }

    /// Indexes the first rows for a separator that is only tried. Limits are not checked, since the separator
    /// may be the wrong one.
    pub(crate) fn sample(text: &'t str, separator: u8, most: usize) -> Self {
        let mut lines = Self::new(text, separator);
        lines.find(most);
        lines
    }

    fn new(text: &'t str, separator: u8) -> Self {
        let (starts, distances) = (Vec::new(), Vec::new());
        let filled_until = Vec::new();
        let (width, composed, unquoted, convert) = (0, false, false, None);
        Self {
            text,
            separator,
            starts,
            distances,
            width,
            filled_until,
            composed,
            unquoted,
            convert,
        }
    }

    /// Indexes at most `most` rows. Returns the first exceeded limit: its line, what is limited, and the
    /// limit.
    fn find(&mut self, most: usize) -> Option<(usize, Limited, usize)> {
        let mut records = Records::of(self.text, self.separator);
        records.are_unquoted = self.unquoted;
        let (mut excess, mut cells) = (None, 0);
        while self.starts.len() < most && excess.is_none() {
            let Some((start, line)) = records.next_start() else { break };
            let (mut width, mut longest, mut filled) = (0, 0, false);
            let is_rule = self.separator == b'|'
                && markdown::is_rule(Fields::at(self.text, start, self.separator));
            let next = u32::try_from(self.starts.len() + 1).unwrap_or(u32::MAX);
            let filled_until = &mut self.filled_until;
            records.each_cell(|cell| {
                if !is_rule && width < limits::COLUMNS && !is_blank(&cell) {
                    filled = true;
                    if filled_until.len() <= width {
                        filled_until.resize(width + 1, 0);
                    }
                    filled_until[width] = next;
                }
                longest = longest.max(cell.len());
                width += 1;
            });
            cells += width;
            if cells > limits::CELLS {
                excess = Some((line as usize, Limited::Cells, limits::CELLS));
            } else if width > limits::COLUMNS {
                excess = Some((line as usize, Limited::Columns, limits::COLUMNS));
            } else if longest > limits::CELL {
                excess = Some((line as usize, Limited::CellBytes, limits::CELL));
            }
            if filled {
                match u32::try_from(start) {
                    Ok(start) => self.add(start, line),
                    Err(_) => excess = Some((line as usize, Limited::Bytes, u32::MAX as usize)),
                }
                self.width = self.width.max(width.min(limits::COLUMNS));
            }
        }
        excess
    }

    fn add(&mut self, start: u32, line: u32) {
        let row = u32::try_from(self.starts.len()).unwrap_or(u32::MAX);
        let distance = line.saturating_sub(row);
        self.starts.push(start);
        if self.distances.last().is_none_or(|(_, last)| *last != distance) {
            self.distances.push((row, distance));
        }
    }

    /// Returns the line number of a row, from 1.
    fn line(&self, row: usize) -> usize {
        let behind = self.distances.partition_point(|(first, _)| *first as usize <= row);
        let distance = behind.checked_sub(1).map_or(0, |at| self.distances[at].1);
        row + distance as usize
    }

    /// Treats the text as written in a legacy font.
    pub(crate) fn convert(&mut self, convert: Convert) {
        self.convert = Some(convert);
    }

    pub(crate) fn len(&self) -> usize {
        self.starts.len()
    }

    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// Returns the index after the last row that fills a column.
    pub(crate) fn filled_until(&self, column: usize) -> usize {
        self.filled_until.get(column).map_or(0, |until| *until as usize)
    }

    /// Parses a row; reuses the allocation of `row`.
    pub(crate) fn read(&self, at: usize, row: &mut Row<'t>) -> Option<()> {
        self.read_first(at, limits::COLUMNS, row)
    }

    /// Parses the first cells of a row.
    pub(crate) fn read_first(&self, at: usize, most: usize, row: &mut Row<'t>) -> Option<()> {
        let start = *self.starts.get(at)? as usize;
        let mut cells = match std::mem::take(&mut row.cells) {
            Cells::Owned(cells) => cells,
            Cells::Borrowed(_) => Vec::new(),
        };
        cells.clear();
        cells.reserve(self.width);
        let mut push = |cell| {
            cells.push(cell);
            cells.len() < most
        };
        match self.unquoted {
            true if self.is_as_written() => {
                fields::each_unquoted(self.text, start, self.separator, |text| match text {
                    Cow::Borrowed(text) => push(Cell::borrowed(without_text_mark(text))),
                    text => push(Cell::text(text)),
                });
            }
            true => {
                let push = |text| push(self.cell(text));
                fields::each_unquoted(self.text, start, self.separator, push);
            }
            false => {
                fields::each(self.text, start, self.separator, |text| push(self.cell(text)));
            }
        }
        *row = Row { line: self.line(at), start, cells: Cells::Owned(cells) };
        Some(())
    }

    /// Whether the text of a cell is that of the file.
    fn is_as_written(&self) -> bool {
        self.composed && self.convert.is_none() && self.separator != b'|'
    }

    fn cell(&self, text: Cow<'t, str>) -> Cell<'t> {
        // With the separator `|` the table is Markdown.
        let text = if self.separator == b'|' { markdown::plain(text) } else { text };
        let text = match text {
            Cow::Borrowed(text) => Cow::Borrowed(without_text_mark(text)),
            text => text,
        };
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

/// Returns a number without the apostrophe by which a spreadsheet marks it as text: "'2024".
#[inline]
fn without_text_mark(text: &str) -> &str {
    match text.as_bytes() {
        [b'\'', b'0'..=b'9' | b'+' | b'-' | b'.' | b',', ..] => &text[1..],
        _ => text,
    }
}

/// Whether a cell contains only spaces.
fn is_blank(cell: &str) -> bool {
    !cell.as_bytes().first().is_some_and(u8::is_ascii_graphic) && cell.trim_start().is_empty()
}

/// Whether a text is certainly in NFC.
fn is_composed(text: &str) -> bool {
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    // Characters below U+0300 have a lead byte below 0xcc, and the Vietnamese letters from U+1E00 to U+1EFF
    // begin with 0xe1 0xb8 to 0xe1 0xbb: that is nearly all text, and none of these characters combines with
    // its neighbours.
    let other = |any: bool, byte: &u8| any | (*byte >= 0xcc && *byte != 0xe1);
    let foreign = |any: bool, (first, second): (&u8, &u8)| {
        any | (*first == 0xe1 && !matches!(second, 0xb8..=0xbb))
    };
    !bytes.iter().fold(false, other) && !pairs.fold(false, foreign)
        || is_nfc_quick(text.chars()) == IsNormalized::Yes
}

/// Splits a text into segments of at least 64 KiB that end at line breaks, across which nothing combines.
fn segments(text: &str) -> impl Iterator<Item = &str> {
    const LEAST: usize = 1 << 16;
    let mut left = text;
    std::iter::from_fn(move || {
        let end = left.as_bytes().get(LEAST..).and_then(|behind| memchr(b'\n', behind));
        let (segment, rest) = left.split_at(end.map_or(left.len(), |end| LEAST + end + 1));
        left = rest;
        (!segment.is_empty()).then_some(segment)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::is_nfc;

    #[test]
    fn rows_know_their_line_numbers() {
        let text = "a;b\n\n\"c\nd\";e\n;\nf;g\r\nh;i\n\n\nj;k";
        let lines = LineIndex::of("a.csv", text, b';').unwrap();
        let row = |at| {
            let mut row = Row::default();
            lines.read(at, &mut row).map(|()| (row.line, row.cell(1).shown().into_owned()))
        };
        let rows: Vec<_> = (0..).map_while(row).collect();
        let expected = [(1, "b"), (3, "e"), (6, "g"), (7, "i"), (10, "k")];
        assert_eq!(rows, expected.map(|(line, text)| (line, text.to_owned())));
    }

    proptest! {
        #[test]
        fn the_fast_check_accepts_only_nfc(text in "(a|ộ|đ|Ữ|…|\u{1100}|\u{1161}|\u{f958}|o\u{302}|\u{323}|\u{315}|\n){0,12}") {
            prop_assert!(!is_composed(&text) || is_nfc(&text));
        }
    }

    #[test]
    fn segments_cover_the_whole_text() {
        let line = "Tỷ lệ hộ nghèo;%;12,5\n".repeat(20_000);
        let found: Vec<&str> = segments(&line).collect();
        assert!(found.len() > 5 && found.iter().all(|part| part.ends_with('\n')));
        assert_eq!(found.concat(), line);
        assert!(segments(&line).all(is_composed));
        assert!(!segments(&(line + "ho\u{323}")).all(is_composed));
    }
}
