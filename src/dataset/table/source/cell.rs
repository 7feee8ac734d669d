//! Cells, and rows of cells.

use std::borrow::Cow;
use std::ops::Deref;

use rust_decimal::Decimal;

use crate::text::legacy_encoding::Convert;

/// A row, with its location.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row<'a> {
    /// The line in a delimited file, or the row number in a sheet; from 1.
    pub(crate) line: usize,
    /// The byte offset of the row in the text of a delimited file.
    pub(crate) start: usize,
    pub(crate) cells: Cells<'a>,
}

/// The cells of a row: borrowed from the sheet, or parsed on request.
#[derive(Debug, Clone)]
pub(crate) enum Cells<'a> {
    Borrowed(&'a [Cell<'a>]),
    Owned(Vec<Cell<'a>>),
}

/// The content of a cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum Cell<'a> {
    #[default]
    Empty,
    /// Text without trailing spaces. Leading spaces are kept, since they may indicate the outline level.
    Text(Cow<'a, str>),
    /// A number that the file marks as a number. A percentage is stored as a fraction: 0.974 is 97.4 %.
    Number { value: Decimal, percent: bool },
    /// A number that the file shows with a unit behind it, which is rare: a cell is no larger for it.
    Measured(Box<Measured>),
}

/// A number with the unit that its cell shows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Measured {
    pub(crate) value: Decimal,
    pub(crate) unit: String,
}

impl<'a> Cell<'a> {
    /// Creates a cell of text, or an empty one.
    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let mut text = text.into();
        let whole = text.as_bytes().last().is_some_and(u8::is_ascii_graphic);
        let length = if whole { text.len() } else { text.trim_end().len() };
        if length == 0 {
            return Self::Empty;
        }
        match &mut text {
            Cow::Borrowed(text) => *text = &text[..length],
            Cow::Owned(text) => text.truncate(length),
        }
        Self::Text(text)
    }

    /// Creates a cell of text that is borrowed, or an empty one: nearly all cells of a large table.
    #[inline]
    pub(crate) fn borrowed(text: &'a str) -> Self {
        let whole = text.as_bytes().last().is_some_and(u8::is_ascii_graphic);
        let text = if whole { text } else { text.trim_end() };
        if text.is_empty() { Self::Empty } else { Self::Text(Cow::Borrowed(text)) }
    }

    /// Converts text of a legacy font to Unicode. Text with characters beyond Latin-1 is Unicode already and
    /// is kept.
    pub(crate) fn converted(self, convert: Convert) -> Self {
        match self {
            Self::Text(text) if text.chars().all(|c| u32::from(c) <= 0xff) => {
                Self::text(convert(&text))
            }
            other => other,
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// The value that the file marks as a number, with or without a unit behind it. A percentage does not count: what
    /// it counts is a share, whatever its digits are.
    pub(crate) fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number { value, percent: false } => Some(*value),
            Self::Measured(own) => Some(own.value),
            Self::Empty | Self::Text(_) | Self::Number { percent: true, .. } => None,
        }
    }

    /// Returns the displayed text, without surrounding spaces.
    pub(crate) fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(without_indentation(text)),
            Self::Number { value, percent: true } => {
                Cow::Owned(format!("{}%", hundredfold(*value).unwrap_or(*value)))
            }
            Self::Number { value, .. } => Cow::Owned(value.to_string()),
            Self::Measured(own) => Cow::Owned(format!("{} {}", own.value, own.unit)),
        }
    }
}

/// Converts a fraction to percent, keeping its displayed decimals.
pub(crate) fn hundredfold(number: Decimal) -> Option<Decimal> {
    if number.scale() < 2 {
        return number.checked_mul(Decimal::ONE_HUNDRED).map(|number| number.normalize());
    }
    let mut percent = number;
    percent.set_scale(number.scale() - 2).ok().map(|()| percent)
}

fn without_indentation(text: &str) -> &str {
    let begins = text.as_bytes().first().is_some_and(u8::is_ascii_graphic);
    if begins { text } else { text.trim_start() }
}

impl Default for Cells<'_> {
    fn default() -> Self {
        Self::Owned(Vec::new())
    }
}

impl<'a> Deref for Cells<'a> {
    type Target = [Cell<'a>];

    fn deref(&self) -> &[Cell<'a>] {
        match self {
            Self::Borrowed(cells) => cells,
            Self::Owned(cells) => cells,
        }
    }
}

impl Cells<'_> {
    /// Keeps only the first cells.
    pub(crate) fn truncate(&mut self, length: usize) {
        match self {
            Self::Borrowed(cells) => *cells = &cells[..length.min(cells.len())],
            Self::Owned(cells) => cells.truncate(length),
        }
    }
}

impl<'a> Row<'a> {
    /// Returns the cell of a column, from 0; an empty one if the row is shorter.
    pub(crate) fn cell(&self, column: usize) -> &Cell<'a> {
        const EMPTY: &Cell<'static> = &Cell::Empty;
        self.cells.get(column).unwrap_or(EMPTY)
    }

    /// Returns the number of cells that are not empty.
    pub(crate) fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    /// Returns the cells that are not empty, with their columns.
    pub(crate) fn filled_cells(&self) -> impl Iterator<Item = (usize, &Cell<'a>)> {
        self.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty())
    }
}
