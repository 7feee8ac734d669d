//! Twelve months that end with any month: "12 months to June 2024", "year ending 31 March 2024". They are no calendar
//! year, so that only their end is known.

use super::months::month_at;
use super::part::Part;
use super::small_number::digit;
use super::token::Token;

/// Returns the end of twelve months that end before December.
pub(super) fn last(tokens: &[Token]) -> Option<Part> {
    let (month, day) = (0..tokens.len()).find_map(|at| end(tokens, at))?;
    (month < 12).then_some(Part::Until(month, day))
}

/// The month and the day, or 0, that twelve months end with whose words begin at a token.
fn end(tokens: &[Token], at: usize) -> Option<(u8, u8)> {
    let token = tokens.get(at)?;
    let next = tokens.get(at + 1)?;
    let twelve = digit(token, 12) == Some(12) || token.is_one_of(&["twelve"]);
    let behind = if twelve && (next.is("tháng") || next.is_one_of(&["month", "months"])) {
        at + 2
    } else if token.is_one_of(&["year"]) {
        at + 1
    } else {
        return None;
    };
    let until =
        if tokens.get(behind).is_some_and(|token| token.is("tính")) { behind + 1 } else { behind };
    let ends = tokens.get(until)?;
    if !(ends.is_one_of(&["to", "ending", "ended"]) || ends.is("đến")) {
        return None;
    }
    let day = tokens.get(until + 1).and_then(|token| digit(token, 31));
    let of_day = day.and_then(|day| Some((month_at(tokens, until + 2)?.0, day)));
    let of_month = || Some((month_at(tokens, until + 1)?.0, 0));
    of_day.or_else(of_month)
}
