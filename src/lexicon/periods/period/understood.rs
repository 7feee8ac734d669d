//! Whether a period is understood as a whole, and not only its year.

use super::parse;
use super::token::{Token, tokens};
use crate::model::{Period, Span};

/// The period of a text of which every word for a part of a year is understood: none of "quý V/2024", "2024-13".
#[must_use]
pub fn understood(text: &str) -> Option<Period> {
    const PARTS: [&str; 6] = ["quý", "quí", "tháng", "quarter", "month", "tuần"];
    let period = parse(text)?;
    let tokens = tokens(text);
    let named = tokens.iter().any(|token| PARTS.iter().any(|part| token.is(part)));
    let of_year = matches!(period.span(), Span::Year) && !is_twelve(&tokens);
    let numbers = tokens.iter().filter(|token| token.number.is_some()).count();
    let only_numbers = !text.contains(char::is_alphabetic) && numbers > 1;
    (!of_year || !named && !only_numbers).then_some(period)
}

/// Whether a text counts the months or quarters of a whole year: "12 tháng năm 2023", "4 quý".
fn is_twelve(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| matches!(token.text.as_str(), "12" | "4" | "iv" | "cả" | "mười"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_year_that_does_not_exist_is_not_understood() {
        for text in ["quý V/2024", "2024-13", "tháng 13/2024", "quarter 7 2024"] {
            assert_eq!(understood(text), None, "{text}");
        }
        for text in ["quý IV/2024", "2024-12", "12 tháng năm 2024", "năm 2024", "2021-2025"] {
            assert_eq!(understood(text), parse(text), "{text}");
            assert!(understood(text).is_some(), "{text}");
        }
    }
}
