//! Cells and rows of them.

use std::borrow::Cow;
use std::ops::Deref;

use rust_decimal::Decimal;

use crate::text::legacy_encoding::Convert;

/// A row, with where it is.
#[derive(Debug, Clone, Default)]
pub(in crate::dataset::table) struct Row<'a> {
    /// Its line in a delimited file, its number in a sheet; from 1.
    pub(in crate::dataset::table) line: usize,
    /// Where it begins in the text of a delimited file, in bytes.
    pub(in crate::dataset::table) start: usize,
    pub(in crate::dataset::table) cells: Cells<'a>,
}

/// The cells of a row: held by the sheet, or taken apart for whoever asked.
#[derive(Debug, Clone)]
pub(in crate::dataset::table) enum Cells<'a> {
    Held(&'a [Cell<'a>]),
    Own(Vec<Cell<'a>>),
}

/// What a cell holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::dataset::table) enum Cell<'a> {
    #[default]
    Empty,
    /// With its leading spaces, which may tell a level, and none behind.
    Text(Cow<'a, str>),
    /// A number that the file itself calls one; a percentage counts in hundredths: 0.974 is 97.4 %.
    Number { value: Decimal, percent: bool },
}

impl<'a> Cell<'a> {
    /// A cell of text, or an empty one.
    pub(in crate::dataset::table) fn text(text: impl Into<Cow<'a, str>>) -> Self {
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

    /// With the text of an old font in Unicode. Where a file mixes fonts, what is Unicode already stays.
    pub(in crate::dataset::table) fn converted(self, convert: Convert) -> Self {
        match self {
            Self::Text(text) if text.chars().all(|c| u32::from(c) <= 0xff) => {
                Self::text(convert(&text))
            }
            other => other,
        }
    }

    pub(in crate::dataset::table) fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// The text as one reads it, without the spaces around it.
    pub(in crate::dataset::table) fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(without_indentation(text)),
            Self::Number { value, percent: true } => {
                Cow::Owned(format!("{}%", hundredfold(*value).unwrap_or(*value)))
            }
            Self::Number { value, .. } => Cow::Owned(value.to_string()),
        }
    }
}

/// A number of hundredths in percent, with the decimals that it is shown with.
pub(in crate::dataset::table) fn hundredfold(number: Decimal) -> Option<Decimal> {
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
        Self::Own(Vec::new())
    }
}

impl<'a> Deref for Cells<'a> {
    type Target = [Cell<'a>];

    fn deref(&self) -> &[Cell<'a>] {
        match self {
            Self::Held(cells) => cells,
            Self::Own(cells) => cells,
        }
    }
}

impl<'a> Row<'a> {
    /// The cell of a column; rows may be short.
    pub(in crate::dataset::table) fn cell(&self, column: usize) -> &Cell<'a> {
        const EMPTY: &Cell<'static> = &Cell::Empty;
        self.cells.get(column).unwrap_or(EMPTY)
    }

    /// How many cells hold something.
    pub(in crate::dataset::table) fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    /// The columns that hold something, with what they hold.
    pub(in crate::dataset::table) fn filled_cells(
        &self,
    ) -> impl Iterator<Item = (usize, &Cell<'a>)> {
        self.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty())
    }
}
