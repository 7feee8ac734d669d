//! Periods as databases write them: "2024-01", "2024M01", "2024-S1", "Jan-24".

use super::english_months::month_number;
use super::token::Token;
use crate::lexicon::periods::known_year::{is_known_year, year_of_two_digits};
use crate::model::Period;

/// The first year whose month cannot be taken for the last year of a term: "2011-12" may be two years.
const FIRST_CLEAR: u16 = 2012;

/// Parses a text that is nothing but such a period.
pub(super) fn of(tokens: &[Token]) -> Option<Period> {
    let is = |token: &Token, marks: &[&str]| marks.contains(&token.folded.as_str());
    let year = |token: &Token| token.of_digits(4).filter(|year| is_known_year(*year));
    match tokens {
        [first, dash, last] if is(dash, &["-", "/"]) => {
            let long = || {
                let year = year(first).filter(|year| *year >= FIRST_CLEAR)?;
                Period::month(Some(year), u8::try_from(last.of_digits(2)?).ok()?)
            };
            // "Jan-24"
            let short = || {
                let number = month_number(first)?;
                Period::month(Some(year_of_two_digits(last.of_digits(2)?)), number)
            };
            long().or_else(short)
        }
        [first, letter, part] | [first, _, letter, part] => {
            let joined = tokens.len() == 3 || is(&tokens[1], &["-"]);
            let (year, number) = (year(first).filter(|_| joined)?, u8::try_from(part.number?).ok());
            match (letter.folded.as_str(), number?) {
                ("m", month) => Period::month(Some(year), month),
                ("s", 1) => Period::first_months(Some(year), 6),
                ("s", 2) => Some(Period::second_half(Some(year))),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether tokens are a year that is marked as preliminary or has a reference to a footnote: "2023p", "2023*".
pub(super) fn is_marked_year(tokens: &[Token]) -> bool {
    match tokens {
        [year, mark] => {
            let known = year.of_digits(4).is_some_and(is_known_year);
            known && matches!(mark.text.as_str(), "p" | "e" | "*")
        }
        _ => false,
    }
}
