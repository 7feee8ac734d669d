//! Months that end with a month of a year: "9 months to December 2023" begin with April, and with a financial year.

use super::months::month_at;
use super::small_number::{digit, in_words};
use super::token::Token;
use super::years::Years;
use crate::model::Period;

/// Returns the months of one year, or of the financial year that their first one begins.
pub(super) fn of(tokens: &[Token], years: Years) -> Option<Period> {
    let Years::One(year) = years else { return None };
    (0..tokens.len()).find_map(|at| {
        let count = digit(tokens.get(at)?, 11).or_else(|| in_words(&tokens[at]))?;
        let is_counted = tokens.get(at + 1)?.is_one_of(&["months", "mths"]);
        let ends = tokens.get(at + 2)?.is_one_of(&["to", "until", "ending", "ended"]);
        let (last, _) = month_at(tokens, at + 3).filter(|_| is_counted && ends)?;
        let first_quarters = match (count, last) {
            (count, last) if count == last => return Period::first_months(Some(year), last),
            (3, 3 | 6 | 9 | 12) => return Period::quarter(Some(year), last / 3),
            (6, 12) => return Some(Period::second_half(Some(year))),
            // From April, July or October on.
            (6, 3 | 9) | (9, 3 | 6 | 12) => count / 3,
            _ => return None,
        };
        let begins_before = last < count;
        Period::split_quarters(year - u16::from(begins_before), first_quarters)
    })
}
