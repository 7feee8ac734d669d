//! The years that occur in statistics.

/// Whether a number may be one of them: from the year in which the state that publishes them was founded, up to the
/// horizon of its longest plans and forecasts. Other numbers of four digits are amounts.
pub(crate) fn is_known_year(number: u16) -> bool {
    (1945..=2100).contains(&number)
}

/// The first year of two digits that is of the last century: its series begin then, and plans reach up to 2049.
const FIRST_OF_LAST_CENTURY: u16 = 50;

/// Returns the year that two digits are short for: 2024 of "24", 1995 of "95".
pub(crate) fn year_of_two_digits(digits: u16) -> u16 {
    if digits < FIRST_OF_LAST_CENTURY { 2000 + digits } else { 1900 + digits }
}
