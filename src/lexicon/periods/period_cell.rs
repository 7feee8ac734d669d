//! The periods of cells in a column that contains nothing else.

use super::period::{is_period, parse};
use crate::model::Period;

/// Parses the period of a cell, where six digits are a year and a month: "202401".
pub(crate) fn parse_cell(text: &str) -> Option<Period> {
    let text = text.trim();
    let is_month = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_at_checked(4).filter(|_| is_month) {
        Some((year, month)) => parse(&format!("{year}M{month}")).filter(|it| it.is_part_of_year()),
        None => parse(text),
    }
}

/// Whether a cell is a period and nothing else.
pub(crate) fn is_period_cell(text: &str) -> bool {
    is_period(text) || text.trim().len() == 6 && parse_cell(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_digits_are_a_month() {
        assert_eq!(parse_cell("202401"), Period::month(Some(2024), 1));
        assert!(is_period_cell("202401") && !is_period("202401") && !is_period_cell("202413"));
    }
}
