//! Months from one to another: "Apr-Dec 2023", "October 2023 to March 2024", "T7 - T12/2024". Those
//! from January on are read with other sums of months.

use super::months::month_at;
use super::quarters::quarter;
use super::small_number::digit;
use super::token::Token;
use super::years::Years;
use crate::model::Period;

/// The months of a year.
const MONTHS: u8 = 12;

/// Several months and the year of each end, as far as it is next to them.
#[derive(Debug, Clone, Copy)]
struct MonthRange {
    first: u8,
    first_year: Option<u16>,
    last: u8,
}

impl MonthRange {
    /// The range whose words begin at a token.
    fn at(tokens: &[Token], at: usize) -> Option<Self> {
        let (first, behind) = month_at(tokens, at)?;
        let (first_year, behind) = year_behind(tokens, behind);
        let joins = tokens.get(behind)?;
        if !(joins.text == "-" || joins.is_one_of(&["to", "through"]) || joins.is("đến")) {
            return None;
        }
        let last = month_at(tokens, behind + 1).map(|(month, _)| month);
        let last = last.or_else(|| digit(tokens.get(behind + 1)?, MONTHS.into()))?;
        (first > 1 && first != last).then_some(Self { first, first_year, last })
    }

    /// The number of its months.
    fn length(self) -> u8 {
        (self.last + MONTHS - self.first) % MONTHS + 1
    }

    /// The period in these years; `None` if it has no name, or may be in either of two years.
    fn period(self, years: Years) -> Option<Period> {
        let length = self.length();
        let goes_over = self.last < self.first;
        let (begin, is_split) = match years {
            Years::Split(year) => (year, true),
            // Of months that end in the next year, one year is that of either end.
            Years::One(year) if goes_over => {
                (self.first_year.filter(|first| first + 1 == year)?, true)
            }
            Years::One(year) => (year, false),
            _ => return None,
        };
        // Months of a financial year before those that it begins with are in its second calendar year.
        let own = begin + u16::from(is_split && self.first < 4);
        let of_calendar = match (self.first, self.last) {
            (first, last) if first % 3 == 1 && length == 3 => Period::quarter(Some(own), last / 3),
            (7, 12) => Some(Period::second_half(Some(own))),
            _ => None,
        };
        let begins_year = self.first == 4 || self.first == 7 && length > 6;
        let of_split = || match length {
            MONTHS => Some(Period::split_year(begin)),
            _ if length.is_multiple_of(3) => Period::split_quarters(begin, length / 3),
            _ => Some(Period::split_to_date(begin)),
        };
        of_calendar.or_else(|| of_split().filter(|_| begins_year))
    }
}

/// The year right of a token, and the index of the token behind it.
fn year_behind(tokens: &[Token], at: usize) -> (Option<u16>, usize) {
    let is_mark = tokens.get(at).is_some_and(|mark| mark.text == "/");
    let at_year = at + usize::from(is_mark);
    match tokens.get(at_year).and_then(|token| token.of_digits(4)) {
        Some(year) => (Some(year), at_year + 1),
        None => (None, at),
    }
}

/// Returns the period of a range of months that does not begin with January: `None` if there is
/// none, and nothing within if it is no period that can be named.
pub(super) fn of(tokens: &[Token], years: Years) -> Option<Option<Period>> {
    let range = (0..tokens.len()).find_map(|at| MonthRange::at(tokens, at))?;
    // "Q3 2023/24 (October to December 2023)"
    let is_named = (0..tokens.len()).any(|at| quarter(tokens, at).is_some());
    (!is_named).then(|| range.period(years))
}
