//! What the rules of numbers set aside ask about tokens.

use crate::dataset::prose::tokens::token::{Token, TokenKind};
use crate::lexicon::prose::{NAME_WORDS, NameWord};

pub(super) fn token<'a, 't>(tokens: &'a [Token<'t>], at: Option<usize>) -> Option<&'a Token<'t>> {
    tokens.get(at?)
}

pub(super) fn before<'a, 't>(tokens: &'a [Token<'t>], at: usize) -> Option<&'a Token<'t>> {
    token(tokens, at.checked_sub(1))
}

pub(super) fn is_at(tokens: &[Token<'_>], at: usize, mark: &str) -> bool {
    tokens.get(at).is_some_and(|token| token.is(mark))
}

/// Whether the token at `at` follows the one before it without a space.
pub(super) fn adjacent(tokens: &[Token<'_>], at: usize) -> bool {
    match (before(tokens, at), tokens.get(at)) {
        (Some(left), Some(right)) => left.span.end == right.span.start,
        _ => false,
    }
}

pub(super) fn is_number(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
}

pub(super) fn follows(tokens: &[Token<'_>], at: usize, class: NameWord) -> bool {
    NAME_WORDS.ends_before(tokens, at, class).is_some()
}

/// An integer of at most `digits` digits without separators.
pub(super) fn small(tokens: &[Token<'_>], at: usize, digits: usize) -> Option<u32> {
    let token = tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
    let plain = token.text.len() <= digits && token.text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| token.text.parse().ok())?
}

pub(super) fn is_year(tokens: &[Token<'_>], at: usize) -> bool {
    small(tokens, at, 4).is_some_and(|year| (1900..2100).contains(&year))
}

/// The last token of a chain of numbers joined by one of `marks`: "2021 - 2025", "6/2024". Of a
/// chain without an end only the start is looked at, as each of its numbers begins another one.
pub(super) fn chain(tokens: &[Token<'_>], at: usize, marks: &[&str]) -> usize {
    const MOST: usize = 32;
    let mut end = at + 1;
    while end < at + MOST
        && tokens.get(end).is_some_and(|token| marks.iter().any(|mark| token.is(mark)))
        && is_number(tokens, end + 1)
    {
        end += 2;
    }
    end
}

pub(super) fn is_lower_word(token: &Token<'_>) -> bool {
    token.text.chars().all(char::is_lowercase)
}

/// Capitals, at least at the start: "QĐ", "TTg".
pub(super) fn is_code(token: &Token<'_>) -> bool {
    token.text.chars().count() > 1 && token.text.chars().take(2).all(char::is_uppercase)
}
