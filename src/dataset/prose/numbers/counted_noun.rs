//! The end of what is counted behind a number: a list of things, or an English noun with its adjectives.

use std::ops::Range;

use super::quantity::{adjacent, key};
use crate::dataset::prose::tokens::token::{Token, TokenKind};
use crate::lexicon::prose::{PHRASES, Phrase, UNITS, UnitClass};
use crate::lexicon::prose_words::NO_ENGLISH_ADJECTIVE;

/// The end of a list of things that are counted together: "14/17 khu công nghiệp, cụm công nghiệp có …".
pub(super) fn end_of_list(tokens: &[Token<'_>], end: usize) -> usize {
    let next = || UNITS.longest_of(tokens.get(end + 1..)?, UnitClass::Count);
    let comma = tokens.get(end).is_some_and(|token| token.is(","));
    let Some(length) = next().filter(|_| comma) else { return end };
    let after = end + 1 + length;
    let goes_on = tokens.get(after).is_some_and(|token| {
        token.is(",") || matches!(&*token.key, "có" | "đạt" | "được" | "và" | "trên" | "thực")
    });
    let alone = tokens.get(end + 1).is_some_and(|token| token.text.chars().all(char::is_lowercase));
    // "29 tổ chức, cá nhân với số tiền", but not "87 vụ, 112 đối tượng" or "5 xã, huyện A".
    let described = tokens.get(after).is_none_or(|token| {
        token.kind == TokenKind::Word && token.text.starts_with(char::is_lowercase)
            || token.is("(")
            || token.is(".")
            || token.is(";")
    });
    let listed = goes_on || described && !counts_on(tokens, after);
    if listed && alone { end_of_list(tokens, after) } else { end }
}

/// Whether words go on to another figure or to what announces one: "3.250 con, đàn gia cầm 42.000 con".
fn counts_on(tokens: &[Token<'_>], from: usize) -> bool {
    const NEAR: usize = 8;
    let announces = matches!(
        PHRASES.longest(tokens.get(from..).unwrap_or_default()),
        Some((_, Phrase::Up | Phrase::Down | Phrase::Reach | Phrase::Equal | Phrase::Share))
    );
    let words = tokens.iter().skip(from).take(NEAR);
    let ends = |token: &&Token<'_>| {
        token.kind != TokenKind::Mark && !matches!(&*token.key, "với" | "với số")
    };
    let number = words.take_while(ends).any(|token| token.kind == TokenKind::Number);
    announces || number
}

/// A known noun behind one or two adjectives: "new enterprises".
pub(super) fn english_noun(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let plain = |at: usize| {
        tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && token.text.is_ascii())
    };
    // "612 fly-tipping incidents": a compound is one adjective.
    let hyphened = plain(at)
        && tokens.get(at + 1).is_some_and(|token| token.is("-"))
        && adjacent(tokens, at + 1)
        && plain(at + 2);
    if hyphened && UNITS.longest_of(tokens.get(at + 3..)?, UnitClass::Count).is_some() {
        let length = UNITS.longest_of(tokens.get(at + 3..)?, UnitClass::Count)?;
        return Some(at + 3 + length);
    }
    (1..=2).find_map(|adjectives| {
        let before = (at..at + adjectives).all(plain);
        let noun = tokens
            .get(at + adjectives)
            .filter(|noun| noun.text.is_ascii() && noun.text.ends_with('s'))?;
        let known = UNITS.longest(&tokens[at + adjectives..]);
        let stop = (at..at + adjectives).any(|at| NO_ENGLISH_ADJECTIVE.contains(key(tokens, at)));
        (before && !stop && noun.kind == TokenKind::Word).then_some(())?;
        known
            .filter(|(_, class)| *class == UnitClass::Count)
            .map(|(length, _)| at + adjectives + length)
    })
}

/// The end of what is counted in thousands or millions and is in no list: kinds that slashes join, "58,9 triệu
/// trái/cành/cây", or an English plural at the end of a phrase, "2.9 million visits".
pub(super) fn noun_behind_scale(tokens: &[Token<'_>], scale: Range<usize>) -> Option<usize> {
    if scale.is_empty() {
        return None;
    }
    let word = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            token.kind == TokenKind::Word && token.text.chars().all(char::is_lowercase)
        })
    };
    let ends = |at: usize| {
        tokens.get(at).is_none_or(|next| {
            matches!(&*next.key, "," | "." | ";" | ")" | "in" | "and" | "from" | "during" | "at")
        })
    };
    let at = scale.end;
    let mut end = at + 1;
    let is_per = |at: usize| {
        tokens.get(at..).is_some_and(|next| UNITS.longest_of(next, UnitClass::Per).is_some())
    };
    while word(at)
        && key(tokens, end) == "/"
        && adjacent(tokens, end)
        && word(end + 1)
        && !is_per(end + 1)
    {
        end += 2;
    }
    if end > at + 1 {
        // "chứng thư": the last kind may have two syllables.
        let more = usize::from(word(end) && ends(end + 1));
        return Some(end + more);
    }
    let noun = tokens.get(at).filter(|_| word(at) && ends(at + 1))?;
    let plural = noun.text.is_ascii() && noun.text.len() > 4 && noun.text.ends_with('s');
    let english = tokens.get(scale.start).is_some_and(|scale| scale.text.is_ascii());
    (plural && english).then_some(at + 1)
}
