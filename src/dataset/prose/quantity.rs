//! Stage 4: a number with its unit.

use rust_decimal::Decimal;

use super::token::{Kind, Token};
use crate::lexicon::prose::UnitClass;
use crate::text::parse_number::{Separators, parse};

/// A number with its unit, a range, or a part of a whole.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Quantity {
    /// The first token: the number, after a sign or a currency.
    pub(super) from: usize,
    /// The token after the last one of the unit.
    pub(super) to: usize,
    /// The tokens of its numbers.
    pub(super) numbers: Vec<usize>,
    /// The value, or the lower end of a range, or the part of a whole.
    pub(super) value: Decimal,
    /// The upper end of a range.
    pub(super) high: Option<Decimal>,
    /// The whole of a part, or the target of an actual: what is behind the slash.
    pub(super) whole: Option<Decimal>,
    /// Whether a sign before it makes it negative, as in "(-4,2%)"; `None` without a sign.
    pub(super) negative: Option<bool>,
    /// The unit as published.
    pub(super) unit: Option<String>,
    /// What the unit measures.
    pub(super) class: UnitClass,
    /// The token at which the counted noun begins, for a unit of things that are counted.
    pub(super) noun: Option<usize>,
    /// Whether the number is written as an ordinal: "14th".
    pub(super) ordinal: bool,
}

impl Quantity {
    /// Whether the unit is a percentage.
    pub(super) fn is_percent(&self) -> bool {
        self.class == UnitClass::Percent
    }

    /// Whether the unit is things that are counted.
    pub(super) fn is_count(&self) -> bool {
        self.class == UnitClass::Count
    }
}

pub(super) fn key<'a>(tokens: &'a [Token<'_>], at: usize) -> &'a str {
    tokens.get(at).map_or("", |token| &token.key)
}

pub(super) fn adjacent(tokens: &[Token<'_>], at: usize) -> bool {
    at > 0 && tokens.get(at).is_some_and(|token| token.span.start == tokens[at - 1].span.end)
}

/// The number of a token, by the separators of the language, else by the only way in which it can be read.
pub(super) fn number(tokens: &[Token<'_>], at: usize, style: Separators) -> Option<Decimal> {
    let token = tokens.get(at).filter(|token| token.kind == Kind::Number)?;
    let read = parse(token.text)?;
    let decimal = read.with(style).or_else(|| read.unambiguous())?;
    // "02" is 2; "0,50" keeps its digits.
    Some(if token.text.contains([',', '.']) { decimal } else { decimal.normalize() })
}

pub(super) fn is_slash(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.is("/"))
}

/// The text of tokens, with one space where there is any.
pub(super) fn join(tokens: &[Token<'_>], from: usize, to: usize) -> String {
    let mut text = String::new();
    for at in from..to.min(tokens.len()) {
        if at > from && !adjacent(tokens, at) {
            text.push(' ');
        }
        text.push_str(tokens[at].text);
    }
    text
}
