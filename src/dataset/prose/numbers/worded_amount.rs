//! Percents and points whose number an English text writes in words: "rose three percentage points", "fell two points
//! to", "up half a percentage point".

use rust_decimal::Decimal;

use super::quantity::key;
use crate::dataset::prose::tokens::token::{Token, TokenKind};
use crate::lexicon::english_number::{self, EnglishNumber};
use crate::lexicon::prose::{PHRASES, Phrase, UNITS, UnitClass};

/// An amount in words, or two of them: "two to three percent".
#[derive(Debug, Clone, Copy)]
pub(super) struct WordedAmount {
    pub(super) value: Decimal,
    /// The upper end of a range.
    pub(super) high: Option<Decimal>,
    /// How many tokens are before the unit.
    pub(super) length: usize,
}

/// The amount that begins at `at`, if its unit says that it is one.
pub(super) fn worded_amount(tokens: &[Token<'_>], at: usize) -> Option<WordedAmount> {
    if !english_number::begins_number(key(tokens, at)) {
        return None;
    }
    let first = english_number::read(tokens.get(at..)?)?;
    let end = at + first.length;
    let article = matches!(key(tokens, at), "a" | "an") && first.value == Decimal::ONE;
    if let Some(high) = upper_end(tokens, at, end, first) {
        let length = end + 1 + high.length - at;
        return Some(WordedAmount { value: first.value, high: Some(high.value), length });
    }
    measures(tokens, at, end, article).then_some(WordedAmount {
        value: first.value,
        high: None,
        length: first.length,
    })
}

/// "two to three percent", "five or six percent": the upper end of a range whose lower one ends at `end`.
fn upper_end(
    tokens: &[Token<'_>],
    at: usize,
    end: usize,
    low: EnglishNumber,
) -> Option<EnglishNumber> {
    if !matches!(key(tokens, end), "to" | "or" | "and") {
        return None;
    }
    let high = english_number::read(tokens.get(end + 1..)?)?;
    let measured = measures(tokens, at, end + 1 + high.length, false);
    (measured && high.value > low.value).then_some(high)
}

/// Whether words behind a number measure it in percent or points. Points may be scored, and "a five percent rise" or
/// "one percent higher" has its verb elsewhere.
fn measures(tokens: &[Token<'_>], at: usize, end: usize, article: bool) -> bool {
    let Some((length, class)) = tokens.get(end..).and_then(|rest| UNITS.longest(rest)) else {
        return false;
    };
    let word = tokens.get(end).is_some_and(|token| token.kind == TokenKind::Word);
    match class {
        UnitClass::Points => true,
        UnitClass::Percent => {
            word && !article && (is_said(tokens, at) || opens_share(tokens, at, end + length))
        }
        UnitClass::Score => word && is_said(tokens, at),
        _ => false,
    }
}

/// Whether a verb of change or of a share is right before, or with "by" or "about" in between.
fn is_said(tokens: &[Token<'_>], at: usize) -> bool {
    let changed = |end: usize| {
        let phrases = [Phrase::Up, Phrase::Down, Phrase::Share];
        phrases.iter().any(|phrase| PHRASES.ends_before(tokens, end, *phrase).is_some())
    };
    let softened = at.checked_sub(1).filter(|before| {
        PHRASES.ends_before(tokens, at, Phrase::Approx) == Some(*before)
            || key(tokens, *before) == "by"
    });
    changed(at) || softened.is_some_and(changed)
}

/// Whether a percent begins its clause, and what it is of is behind it: "Ten percent of households have no water".
fn opens_share(tokens: &[Token<'_>], at: usize, behind: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    before.is_none_or(|before| before.kind == TokenKind::Mark) && key(tokens, behind) == "of"
}
