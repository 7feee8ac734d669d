//! The quarters of a year that words name.

use super::part::Part;
use super::small_number::{digit, roman, roman_text};
use super::token::Token;

/// Parses a quarter: "quý II", "Q3", "QIV", "quarter 2", "quarter two", "2nd quarter".
pub(super) fn quarter(tokens: &[Token], at: usize) -> Option<Part> {
    let token = tokens.get(at)?;
    let next = tokens.get(at + 1);
    let named = token.is("quý") || token.is_one_of(&["quarter", "q", "qtr"]);
    let number = if named {
        roman(next?).or_else(|| digit(next?, 4)).or_else(|| in_english(next?))
    } else {
        token.folded.strip_prefix('q').and_then(roman_text)
    };
    let ordinal = || {
        let quarter = tokens.get(at + 2).is_some_and(|token| token.is_one_of(&["quarter"]));
        let ordinal = next.is_some_and(|next| next.is_one_of(&["st", "nd", "rd", "th"]));
        digit(token, 4).filter(|_| quarter && ordinal)
    };
    number.or_else(ordinal).map(Part::Quarter)
}

/// Parses the number of a quarter in English: "quarter two".
fn in_english(token: &Token) -> Option<u8> {
    let at = ["one", "two", "three", "four"].iter().position(|word| token.folded == *word)?;
    u8::try_from(at + 1).ok()
}

/// Parses the quarters from the first on: "2 quý đầu năm", "Q1-Q3".
pub(super) fn first_quarters(tokens: &[Token], at: usize) -> Option<Part> {
    let token = tokens.get(at)?;
    let next = tokens.get(at + 1)?;
    if let Some(quarters) = digit(token, 4).filter(|_| next.is("quý")) {
        let after = tokens.get(at + 2);
        let first_ones = after.is_some_and(|after| after.is("đầu"));
        // "3 quý", but not "quý 3 quý 4".
        let counted = quarters > 1
            && !at.checked_sub(1).is_some_and(|at| tokens[at].is("quý"))
            && after.is_none_or(|after| roman(after).is_none() && digit(after, 4).is_none())
            && after.is_none_or(|after| !after.is("cuối"));
        return (first_ones || counted).then_some(Part::Quarters(quarters));
    }
    let named = |token: &Token| token.is("quý") || token.is_one_of(&["quarter", "q", "qtr"]);
    let number = |at: usize| {
        let token = tokens.get(at)?;
        let number = |token| roman(token).or_else(|| digit(token, 4));
        if named(token) {
            return number(tokens.get(at + 1)?).map(|number| (number, at + 2));
        }
        let own = token.folded.strip_prefix('q').and_then(roman_text).or_else(|| number(token));
        own.map(|own| (own, at + 1))
    };
    let (first, behind) = number(at).filter(|_| named(token) || token.folded == "qi")?;
    let joins = |mark: &Token| matches!(mark.text.as_str(), "-" | "+") || mark.is("và");
    let ranges = first == 1 && tokens.get(behind).is_some_and(joins);
    let (last, _) = number(behind + 1).filter(|_| ranges)?;
    (last > 1).then_some(Part::Quarters(last))
}
