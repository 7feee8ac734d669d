//! A number with its unit.

use rust_decimal::Decimal;

use crate::dataset::prose::tokens::token::{Token, TokenKind};
use crate::lexicon::prose::UnitClass;
use crate::text::parse_number::{Separators, parse};

/// A number with its unit, a range, or a part of a whole.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Quantity {
    /// The first token: the number, after a sign or a currency.
    pub(crate) from: usize,
    /// The token after the last one of the unit.
    pub(crate) to: usize,
    /// The tokens of its numbers.
    pub(crate) numbers: Vec<usize>,
    /// The value, or the lower end of a range, or the part of a whole.
    pub(crate) value: Decimal,
    /// The upper end of a range.
    pub(crate) high: Option<Decimal>,
    /// The whole of a part, or the target of an actual: what is behind the slash.
    pub(crate) whole: Option<Decimal>,
    /// Whether a sign before it makes it negative, as in "(-4,2%)"; `None` without a sign.
    pub(crate) negative: Option<bool>,
    /// The unit as published.
    pub(crate) unit: Option<String>,
    /// What the unit measures.
    pub(crate) class: UnitClass,
    /// The token at which the counted noun begins, for a unit of things that are counted.
    pub(crate) noun: Option<usize>,
    /// Whether the number is written as an ordinal: "14th".
    pub(crate) ordinal: bool,
}

impl Quantity {
    /// Whether the unit is a percentage.
    pub(crate) fn is_percent(&self) -> bool {
        self.class == UnitClass::Percent
    }

    /// Whether its number is written in words: "thứ hai".
    pub(crate) fn is_worded(&self, tokens: &[Token<'_>]) -> bool {
        let number = self.numbers.first().and_then(|at| tokens.get(*at));
        number.is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// Whether the unit is things that are counted.
    pub(crate) fn is_count(&self) -> bool {
        self.class == UnitClass::Count
    }
}

pub(crate) fn key<'a>(tokens: &'a [Token<'_>], at: usize) -> &'a str {
    tokens.get(at).map_or("", |token| &token.key)
}

pub(crate) fn adjacent(tokens: &[Token<'_>], at: usize) -> bool {
    at > 0 && tokens.get(at).is_some_and(|token| token.span.start == tokens[at - 1].span.end)
}

/// The number of a token, by the separators of the language, else by the only way in which it can be read.
pub(crate) fn number(tokens: &[Token<'_>], at: usize, style: Separators) -> Option<Decimal> {
    let token = tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
    let read = parse(token.text)?;
    let decimal = read.with(style).or_else(|| read.unambiguous())?;
    // "02" is 2; "0,50" keeps its digits.
    Some(if token.text.contains([',', '.']) { decimal } else { decimal.normalize() })
}

pub(crate) fn is_slash(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.is("/"))
}

/// The text of tokens, with one space where there is any.
pub(crate) fn join(tokens: &[Token<'_>], from: usize, to: usize) -> String {
    let mut text = String::new();
    for at in from..to.min(tokens.len()) {
        if at > from && !adjacent(tokens, at) {
            text.push(' ');
        }
        text.push_str(tokens[at].text);
    }
    text
}

/// Whether a unit of time is sixty of another one: "hours" before "minutes".
pub(super) fn is_larger_time(large: &str, small: &str) -> bool {
    matches!(
        (large, small),
        ("giờ", "phút")
            | ("phút", "giây")
            | ("hour" | "hours", "minute" | "minutes")
            | ("minute" | "minutes", "second" | "seconds")
    )
}

/// The first word of a unit.
pub(crate) fn first_word(unit: &str) -> &str {
    unit.split(' ').next().unwrap_or(unit)
}
