//! A number in a cell, as its column writes numbers.

use rust_decimal::Decimal;

use crate::lexicon::unit;
use crate::text::parse_number::{Separators, Written, written};

/// How the numbers of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The sign that parts decimals; what reads only with the other is odd.
    pub(crate) separators: Separators,
    /// Whether the column tells that sign; where it contradicts itself, a number that could be read in
    /// two ways is not read.
    pub(crate) mixed: bool,
    /// Whether a number in brackets is negative, as accountants write it.
    pub(crate) in_brackets: bool,
}

/// A number with what stands beside it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure {
    pub(crate) number: Decimal,
    /// The unit written behind it, %, ‰ or in words; % where a spreadsheet shows it as a percentage.
    pub(crate) unit: Option<Box<str>>,
    /// "khoảng", "ước".
    pub(crate) estimate: bool,
    /// The whole text, where it says more than the number: "0,7% (còn 4,33%)".
    pub(crate) more: Option<String>,
    /// Whether it breaks with its column.
    pub(crate) odd: bool,
    /// Whether a sign was written: +13,0.
    pub(crate) signed: bool,
}

impl Figure {
    /// Whether it is written or shown as a percentage.
    pub(crate) fn is_percent(&self) -> bool {
        self.unit.as_deref() == Some("%")
    }

    pub(crate) fn plain(number: Decimal) -> Self {
        Self { number, unit: None, estimate: false, more: None, odd: false, signed: false }
    }
}

/// Why a text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoNumber {
    /// It could be two.
    Ambiguous,
    /// It is none.
    Unreadable,
}

/// A number, perhaps with a unit behind it: 97,4 %, 0,2‰, 1.035 tỷ đồng.
pub(crate) fn number(text: &str, reading: Reading) -> Result<Figure, NoNumber> {
    let text = text.trim().trim_end_matches(['*', ' ']);
    let begins_unit = |c: char| c.is_alphabetic() || matches!(c, '%' | '‰');
    let (digits, unit) = match text.find(begins_unit) {
        Some(at) if unit::is_unit(&text[at..]) => (text[..at].trim_end(), Some(text[at..].into())),
        _ => (text, None),
    };
    let signed = digits.starts_with(['+', '-', '\u{2212}', '\u{2013}']);
    figure(digits, unit, signed, reading)
}

/// The number that digits are in their column.
pub(crate) fn figure(
    digits: &str,
    unit: Option<Box<str>>,
    signed: bool,
    reading: Reading,
) -> Result<Figure, NoNumber> {
    let written = written(digits).ok_or(NoNumber::Unreadable)?;
    let (number, odd) = match (written.with(reading.separators), written.alone()) {
        (Some(_), None) if reading.mixed => return Err(NoNumber::Ambiguous),
        (Some(number), _) => (number, false),
        (None, Some(number)) => (number, true),
        (None, None) => return Err(NoNumber::Unreadable),
    };
    Ok(Figure { unit, odd, signed, ..Figure::plain(number) })
}

/// Digits with dots and commas, perhaps with a sign before them and a % behind, as most cells of values
/// are: nothing else stands beside the number.
pub(crate) fn bare_digits(text: &str) -> Option<&str> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let digits = digits.strip_suffix('%').unwrap_or(digits);
    let is_bare = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    is_bare.then_some(digits)
}

/// Digits that brackets enclose: "(19,2)", "(6%)".
pub(crate) fn in_brackets(text: &str) -> Option<&str> {
    let digits = text.strip_prefix('(')?.strip_suffix(')')?.trim();
    bare_digits(digits).filter(|_| !digits.starts_with(['+', '-'])).map(|_| digits)
}

/// What a written number tells of its column, for each number in a text.
pub(crate) fn evidence(text: &str) -> impl Iterator<Item = Written> {
    let pieces = text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '\u{a0}')));
    pieces.filter_map(|piece| match piece.as_bytes() {
        [b'0'..=b'9', .., b'0'..=b'9'] => written(piece),
        _ => written(piece.trim_matches(['.', ',', '\u{a0}'])),
    })
}
