//! The months of a year that words name.

use super::cumulated::{is_until, sums_from_new_year};
use super::english_months;
use super::part::Part;
use super::small_number::{digit, in_words};
use super::token::Token;

/// The names of months in Vietnamese that are no digits. The longer ones come first.
const IN_WORDS: [(&str, u8); 11] = [
    ("tháng mười một", 11),
    ("tháng mười hai", 12),
    ("tháng mười", 10),
    ("tháng giêng", 1),
    ("tháng hai", 2),
    ("tháng ba", 3),
    ("tháng tư", 4),
    ("tháng sáu", 6),
    ("tháng bảy", 7),
    ("tháng tám", 8),
    ("tháng chín", 9),
];

/// The first name of a month in words that a text in lower case has, with its number: "tháng tám".
pub(super) fn month_in_words(text: &str) -> Option<(&'static str, u8)> {
    IN_WORDS.into_iter().find(|(name, _)| text.contains(name))
}

/// Parses the months from January on: "9 tháng", "chín tháng", "11T", "9 months", "lũy kế đến tháng
/// 9", "T1-T9", "Jan-Sep".
pub(super) fn first_months(tokens: &[Token], at: usize) -> Option<Part> {
    let token = tokens.get(at)?;
    let next = tokens.get(at + 1);
    let of_months = |token: &Token| {
        token.is("tháng") || token.is_one_of(&["months", "month", "t", "m", "mths"])
    };
    if let Some(months) = digit(token, 12).or_else(|| in_words(token)) {
        // "6 (sáu) tháng", "nine-month growth".
        let next = match next {
            Some(mark) if mark.text == "(" => tokens.get(at + 4),
            Some(mark) if mark.text == "-" => tokens.get(at + 2).filter(|_| is_worded(tokens, at)),
            next => next,
        };
        let apart = !at.checked_sub(1).is_some_and(|at| is_month_word(&tokens[at]));
        if next.is_some_and(of_months) && apart {
            let last_ones = tokens[at..].iter().take(4).any(|token| token.is("cuối"));
            return Some(match months {
                6 if last_ones => Part::SecondHalf,
                12 => Part::Year,
                _ => Part::FirstMonths(months),
            });
        }
        return None;
    }
    let (month, behind) = month_at(tokens, at)?;
    // "T1-T9", "tháng 1 - tháng 9", "tháng 1-9", "Jan to Jun".
    let until = |mark: &Token| mark.text == "-" || mark.is_one_of(&["to", "through"]);
    let range = month == 1 && tokens.get(behind).is_some_and(until);
    if range {
        let last = month_at(tokens, behind + 1).map(|(month, _)| month);
        let last = last.or_else(|| tokens.get(behind + 1).and_then(|token| digit(token, 12)));
        return last.filter(|last| *last > 1).map(cumulated);
    }
    let before = &tokens[..at];
    if let Some(part) = english_until(before, month) {
        return Some(part);
    }
    // "Đến tháng 6/2023" says the end only; "lũy kế đến tháng 6" and "từ tháng 1 đến tháng 6" are six months.
    let sums = sums_from_new_year(tokens) || before.iter().any(|token| token.is("từ"));
    let until_month = || if month == 12 { Part::Year } else { Part::Until(month, 0) };
    is_until(before).then(|| if sums { cumulated(month) } else { until_month() })
}

/// Whether months are counted in English: "9 months".
pub(super) fn are_english(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| token.is_one_of(&["months", "mths"]))
}

/// What is added up to a month, by the words before it: "Cumulative to Dec", "YTD Dec". Whether it begins with January
/// is not known: a financial year may begin with April or July.
fn english_until(before: &[Token], month: u8) -> Option<Part> {
    let (last, above) = before.split_last()?;
    let is_sum = |word: &Token| word.is_one_of(&["ytd", "cumulative"]);
    let is_until = last.is_one_of(&["to", "until"]) && above.iter().any(is_sum);
    (is_sum(last) || is_until).then_some(Part::Until(month, 0))
}

/// Whether a number of months joined by a hyphen is that of a report, and not the term of a
/// deposit: "nine-month growth", "9-month period", but "6-month deposits".
fn is_worded(tokens: &[Token], at: usize) -> bool {
    let english = tokens.get(at + 2).is_some_and(|token| token.text == "month");
    let period = tokens.get(at + 3).is_some_and(|token| token.text == "period");
    english && (tokens.get(at).is_some_and(|token| token.number.is_none()) || period)
}

/// Parses a month: "tháng 10", "T10", "10/2024", "October".
pub(super) fn month(tokens: &[Token], at: usize) -> Option<Part> {
    if let Some((month, _)) = month_at(tokens, at) {
        return Some(Part::Month(month));
    }
    let slash =
        |at: usize| tokens.get(at).is_some_and(|mark| matches!(mark.text.as_str(), "/" | "-"));
    let year = tokens.get(at + 2).and_then(|token| token.of_digits(4));
    let in_date = at.checked_sub(1).is_some_and(slash);
    digit(tokens.get(at)?, 12)
        .filter(|_| slash(at + 1) && year.is_some() && !in_date)
        .map(Part::Month)
}

/// Returns the month at a token, and the index of the token after it.
pub(super) fn month_at(tokens: &[Token], at: usize) -> Option<(u8, usize)> {
    let token = tokens.get(at)?;
    if is_month_word(token) {
        return Some((digit(tokens.get(at + 1)?, 12)?, at + 2));
    }
    english_months::at(tokens, at).map(|month| (month, at + 1))
}

fn is_month_word(token: &Token) -> bool {
    token.is("tháng") || token.is_one_of(&["t", "month"])
}

pub(super) fn cumulated(last: u8) -> Part {
    if last == 12 { Part::Year } else { Part::FirstMonths(last) }
}
