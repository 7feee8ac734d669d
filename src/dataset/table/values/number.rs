//! Reads the number in a cell, in the number format of its column.

use rust_decimal::Decimal;

use crate::lexicon::money::CURRENCY_SIGNS;
use crate::lexicon::unit;
use crate::text::parse_number::{NumberStyle, Separators, parse};

/// How the numbers of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NumberFormat {
    /// The decimal separator. A number that is valid only with the other one is odd.
    pub(crate) separators: Separators,
    /// Whether the column contradicts itself: then a number with two readings is not read.
    pub(crate) mixed: bool,
    /// Whether a number in brackets is negative, as accountants write it.
    pub(crate) in_brackets: bool,
}

/// A number with the other information in its cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Number {
    pub(crate) number: Decimal,
    /// The unit written after it, %, ‰ or in words; % if a spreadsheet shows it as a percentage.
    pub(crate) unit: Option<Box<str>>,
    /// Whether it is an estimate: "khoảng", "ước".
    pub(crate) estimate: bool,
    /// The whole text, if it contains more than the number: "0,7% (còn 4,33%)".
    pub(crate) more: Option<String>,
    /// Whether it is not in the format of its column.
    pub(crate) odd: bool,
    /// Whether a sign was written: +13,0.
    pub(crate) signed: bool,
}

impl Number {
    /// Whether it is written or shown as a percentage.
    pub(crate) fn is_percent(&self) -> bool {
        self.unit.as_deref() == Some("%")
    }

    pub(crate) fn plain(number: Decimal) -> Self {
        Self { number, unit: None, estimate: false, more: None, odd: false, signed: false }
    }
}

/// Why a text is not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoNumber {
    /// It has two readings.
    Ambiguous,
    /// It is not a number.
    Unreadable,
}

/// Reads a number, which may have a unit after it: 97,4 %, 0,2‰, 1.035 tỷ đồng.
pub(crate) fn number(text: &str, format: NumberFormat) -> Result<Number, NoNumber> {
    let text = text.trim().trim_end_matches(['*', ' ']);
    if let Some(amount) = amount_of_money(text, format) {
        return amount;
    }
    let begins_unit = |c: char| c.is_alphabetic() || matches!(c, '%' | '‰');
    let (digits, unit) = match text.find(begins_unit) {
        Some(at) if unit::is_unit(&text[at..]) => (text[..at].trim_end(), Some(text[at..].into())),
        _ => (text, None),
    };
    let signed = digits.starts_with(['+', '-', '\u{2212}', '\u{2013}']);
    figure(digits, unit, signed, format)
}

/// Reads an amount with the sign of its currency before it, which is its unit with the letters
/// behind: "£1,302", "-$5.2m". `None` if there is no such sign.
fn amount_of_money(text: &str, format: NumberFormat) -> Option<Result<Number, NoNumber>> {
    let bare = text.trim_start_matches(['+', '-', '\u{2212}', '\u{2013}']);
    let has_sign =
        |sign: &&str| bare.get(..sign.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(sign));
    let sign = CURRENCY_SIGNS.into_iter().find(has_sign)?;
    let amount = bare[sign.len()..].trim_start();
    let scale = amount.find(char::is_alphabetic).unwrap_or(amount.len());
    let (digits, scale) = (amount[..scale].trim_end(), &amount[scale..]);
    if !matches!(
        scale.to_lowercase().as_str(),
        "" | "k" | "m" | "mn" | "bn" | "million" | "billion"
    ) {
        return Some(Err(NoNumber::Unreadable));
    }
    let before = &text[..text.len() - bare.len()];
    let unit = format!("{sign}{scale}").into();
    Some(figure(&format!("{before}{digits}"), Some(unit), !before.is_empty(), format))
}

/// Reads digits in the format of their column.
pub(crate) fn figure(
    digits: &str,
    unit: Option<Box<str>>,
    signed: bool,
    format: NumberFormat,
) -> Result<Number, NoNumber> {
    let written = parse(digits).ok_or(NoNumber::Unreadable)?;
    let (number, odd) = match (written.with(format.separators), written.unambiguous()) {
        (Some(_), None) if format.mixed => return Err(NoNumber::Ambiguous),
        (Some(number), _) => (number, false),
        (None, Some(number)) => (number, true),
        (None, None) => return Err(NoNumber::Unreadable),
    };
    Ok(Number { unit, odd, signed, ..Number::plain(number) })
}

/// The text without sign and %, if it consists of digits, points and commas only, as most cells of values do.
pub(crate) fn bare_digits(text: &str) -> Option<&str> {
    // By bytes: nearly all values of a million rows are such.
    let bytes = text.as_bytes();
    let start = usize::from(matches!(bytes, [b'+' | b'-', ..]));
    let end = bytes.len() - usize::from(matches!(&bytes[start..], [.., b'%']));
    let is_bare = matches!(&bytes[start..end], [b'0'..=b'9', ..] | [b'.', b'0'..=b'9', ..])
        && bytes[start..end].iter().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b','));
    is_bare.then(|| &text[start..end])
}

/// The digits in brackets: "(19,2)", "(6%)".
pub(crate) fn in_brackets(text: &str) -> Option<&str> {
    let digits = text.strip_prefix('(')?.strip_suffix(')')?.trim();
    bare_digits(digits).filter(|_| !digits.starts_with(['+', '-'])).map(|_| digits)
}

/// The style of each number in a text: the evidence for the format of its column.
pub(crate) fn number_styles(text: &str) -> impl Iterator<Item = NumberStyle> {
    let pieces = text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '\u{a0}')));
    pieces.filter_map(|piece| match piece.as_bytes() {
        [b'0'..=b'9', .., b'0'..=b'9'] => parse(piece),
        _ => parse(piece.trim_matches(['.', ',', '\u{a0}'])),
    })
}
