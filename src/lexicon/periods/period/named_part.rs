//! The part of a year that a text names.

use super::cumulated::{begins_earlier, is_cumulated, is_until};
use super::months::{cumulated, first_months, month, month_at};
use super::part::Part;
use super::quarters::{first_quarters, quarter};
use super::small_number::{digit, roman};
use super::token::Token;
use crate::model::Season;

/// Returns the part of the year that a text names; of several the one that ends last and is
/// longest.
pub(super) fn of(tokens: &[Token]) -> Option<Part> {
    if let Some(whole) = with_next_month(tokens) {
        return Some(whole);
    }
    let named = (0..tokens.len()).filter_map(|at| at_token(tokens, at));
    let longest = named.max_by_key(|part| part.extent());
    match longest {
        // "Q2 YTD", "lũy kế quý III"
        Some(Part::Quarter(quarter))
            if (0..tokens.len()).any(|at| {
                is_cumulated(tokens, at) || tokens[at].is("quý") && is_until(&tokens[..at])
            }) =>
        {
            Some(Part::Quarters(quarter))
        }
        None => season(tokens).map(Part::Season),
        part => part,
    }
}

/// Parses months from January on together with the month after them: "11 tháng + ước T12" is the year.
fn with_next_month(tokens: &[Token]) -> Option<Part> {
    let plus = tokens.iter().position(|token| token.text == "+" || token.is("cộng"))?;
    let (before, after) = tokens.split_at(plus);
    let until = (0..before.len()).find_map(|at| match first_months(before, at) {
        Some(Part::FirstMonths(months)) => Some(months),
        _ => None,
    })?;
    let next = (0..after.len()).find_map(|at| month_at(after, at).map(|(month, _)| month))?;
    (next == until + 1).then(|| cumulated(next))
}

/// Parses a crop season: "vụ xuân", "vụ đông xuân".
fn season(tokens: &[Token]) -> Option<Season> {
    const LONGEST: usize = 2;
    let at = tokens.iter().position(|token| token.is("vụ"))?;
    let named = |length: usize| {
        let words: Vec<&str> =
            tokens.get(at + 1..=at + length)?.iter().map(|token| token.text.as_str()).collect();
        Season::named(&words.join(" "))
    };
    (1..=LONGEST).rev().find_map(named)
}

fn at_token(tokens: &[Token], at: usize) -> Option<Part> {
    semester(tokens, at)
        .or_else(|| first_quarters(tokens, at))
        .or_else(|| quarter(tokens, at))
        .or_else(|| first_months(tokens, at))
        .or_else(|| month(tokens, at))
        .or_else(|| half(tokens, at))
        .or_else(|| week(tokens, at))
        .or_else(|| to_date(tokens, at))
        .or_else(|| whole_year(tokens, at))
}

/// Parses a half of a school year: "học kỳ I", "HKII", "HK 1", "semester 2".
fn semester(tokens: &[Token], at: usize) -> Option<Part> {
    let token = tokens.get(at)?;
    let number = |at: usize| {
        let token = tokens.get(at)?;
        let roman = roman(token).filter(|number| *number <= 2);
        roman.or_else(|| digit(token, 2))
    };
    let named = token.is("học") && tokens.get(at + 1)?.is("kỳ");
    let named = named || token.is("học") && tokens.get(at + 1)?.is("kì");
    let semester = match token.folded.as_str() {
        _ if named => number(at + 2),
        "hki" => Some(1),
        "hkii" => Some(2),
        "hk" | "semester" => number(at + 1),
        _ => None,
    };
    semester.map(Part::Semester)
}

/// Parses a half year: "H1", "nửa đầu năm", "giữa năm", "second half".
fn half(tokens: &[Token], at: usize) -> Option<Part> {
    let (token, next) = (tokens.get(at)?, tokens.get(at + 1)?);
    // "Kỳ họp giữa năm 2025" is about its first six months.
    let first = token.is("nửa") && next.is("đầu")
        || token.is("giữa") && next.is("năm")
        || token.is_one_of(&["h"]) && next.text == "1"
        || token.is_one_of(&["first"]) && next.is_one_of(&["half"]);
    let second = token.is("nửa") && next.is("cuối")
        || token.is_one_of(&["h"]) && next.text == "2"
        || token.is_one_of(&["second"]) && next.is_one_of(&["half"]);
    match (first, second) {
        (true, _) => Some(Part::FirstMonths(6)),
        (_, true) => Some(Part::SecondHalf),
        _ => None,
    }
}

/// Whether a half year is named by its letter: "H1".
pub(super) fn is_half(tokens: &[Token]) -> bool {
    tokens
        .iter()
        .enumerate()
        .any(|(at, token)| token.is_one_of(&["h"]) && half(tokens, at).is_some())
}

/// Parses a week of the year: "tuần 32", "week 7".
fn week(tokens: &[Token], at: usize) -> Option<Part> {
    let named = tokens.get(at)?.is("tuần") || tokens.get(at)?.is_one_of(&["week"]);
    let week = tokens.get(at + 1)?.number.filter(|_| named)?;
    (1..=53).contains(&week).then_some(())?;
    u8::try_from(week).ok().map(Part::Week)
}

/// Parses the time from the start of the year: "từ đầu năm", "lũy kế", "YTD", "year to date".
fn to_date(tokens: &[Token], at: usize) -> Option<Part> {
    (is_cumulated(tokens, at) && !begins_earlier(tokens)).then_some(Part::ToDate)
}

/// Parses a year without a number: "cả năm", "KH năm".
fn whole_year(tokens: &[Token], at: usize) -> Option<Part> {
    let token = tokens.get(at)?;
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let after = tokens.get(at + 1);
    if token.is_one_of(&["annual", "yearly"]) || token.is("full") && after?.is("year") {
        return Some(Part::Year);
    }
    if !token.is("năm") {
        return None;
    }
    let of_other = after.is_some_and(|token| {
        token.is("trước")
            || token.is("sau")
            || token.is("nay")
            || token.is("học")
            || token.is("ngoái")
    });
    let last = after.is_none_or(|token| !token.folded.chars().all(char::is_alphanumeric));
    let planned = before.is_some_and(|token| {
        token.is("cả")
            || token.is("hoạch")
            || token.is("giao")
            || token.is("tiêu")
            || token.is("toán")
            || token.is_one_of(&["kh", "dt", "nq"])
    });
    // "Quý IV và cả năm 2024"
    let whole = before.is_some_and(|token| token.is("cả"));
    (planned && (last || whole) && !of_other).then_some(Part::Year)
}
