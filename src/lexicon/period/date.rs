//! Dates up to which values are counted: "đến 30/9/2024", "tính đến ngày 15/10".

use super::part::Part;
use super::token::Token;

/// Returns the part of the year up to a date: whole months if it is the last day of one.
pub(super) fn of(tokens: &[Token]) -> Option<Part> {
    (0..tokens.len()).find_map(|at| {
        let slash =
            |at: usize| tokens.get(at).is_some_and(|mark| matches!(mark.text.as_str(), "/" | "-"));
        let (day, month) = (tokens.get(at)?.number?, tokens.get(at + 2)?.number?);
        let date = (1..=31).contains(&day) && (1..=12).contains(&month) && slash(at + 1);
        let until = tokens[..at].iter().rev().take(2).any(|token| {
            token.is("đến") || token.is("tới") || token.is_one_of(&["to", "until", "at"])
        });
        (date && until).then(|| up_to(day, month))
    })
}

fn up_to(day: u16, month: u16) -> Part {
    let last = match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    match u8::try_from(month) {
        Ok(12) if day >= last => Part::Year,
        Ok(month) if day >= last => Part::FirstMonths(month),
        _ => Part::ToDate,
    }
}
