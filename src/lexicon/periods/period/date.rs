//! Dates up to which values are counted: "đến 30/9/2024", "tính đến ngày 15/10".

use super::part::Part;
use super::token::Token;
use crate::lexicon::periods::known_year::is_known_year;
use crate::model::days_of;

/// Returns the time up to a date ("đến 30/9"), which is whole months only of a total since the beginning of the
/// year ("lũy kế đến 30/9"), or the state on that date: "tại thời điểm 01/10/2024", or a balance "đến 30/9".
///
/// Whether what is counted begins with the year is known only of a total (`sums`): projects in force and the
/// results of a term do not.
pub(super) fn of(tokens: &[Token], sums: bool) -> Option<Part> {
    let first = (0..tokens.len()).find_map(|at| range_at(tokens, at));
    if let Some(range) = first.filter(|range| !is_balance(&tokens[..range.begin])) {
        return up_to(range.last.day, range.last.month, sums || range.is_since_new_year);
    }
    (0..tokens.len()).find_map(|at| {
        let slash =
            |at: usize| tokens.get(at).is_some_and(|mark| matches!(mark.text.as_str(), "/" | "-"));
        let (day, month) = (tokens.get(at)?.number?, tokens.get(at + 2)?.number?);
        let date = (1..=31).contains(&day) && (1..=12).contains(&month) && slash(at + 1);
        if !date || at.checked_sub(1).is_some_and(slash) {
            return None;
        }
        let before = &tokens[..at];
        // "Từ ngày 15/12/2023 đến 14/6/2024" ends with the second date.
        let starts =
            before.iter().rev().take(2).any(|token| token.is("từ") || token.is_one_of(&["from"]));
        if starts {
            return None;
        }
        let near = |words: &[&str], folded: &[&str]| {
            // "tính đến 17h00 ngày 30/6"
            let mut near = before.iter().rev().take(6);
            near.any(|token| words.iter().any(|word| token.is(word)) || token.is_one_of(folded))
        };
        let until = near(&["đến", "tới", "hết"], &["to", "until", "by"]);
        let state = near(&["tại", "điểm", "ngày"], &["at", "of", "on"]) || is_balance(before);
        // A document has a number and a date: "Nghị quyết số 12 ngày 05/3/2024".
        let of_document = before.iter().any(|token| token.is("số")) && !is_balance(before);
        match (until, state) {
            (true, _) if !is_balance(before) => up_to(day, month, sums),
            (true, _) | (false, true) if !of_document || until => {
                Some(Part::On(u8::try_from(month).ok()?, u8::try_from(day).ok()?))
            }
            _ => None,
        }
    })
}

/// A day of a year.
struct Day {
    day: u16,
    month: u16,
    /// The token behind it and its year.
    end: usize,
}

/// The days from one to another: "từ 01/01 - 20/10/2024", "từ 01/01/2024 đến 20/10/2024".
struct DayRange {
    /// The token that it begins with.
    begin: usize,
    is_since_new_year: bool,
    last: Day,
}

/// The day that begins at a token: "01/01", "20/10/2024".
fn day_at(tokens: &[Token], at: usize) -> Option<Day> {
    let slash = |at: usize| tokens.get(at).is_some_and(|mark| mark.text == "/");
    let (day, month) = (tokens.get(at)?.number?, tokens.get(at + 2)?.number?);
    let is_date = (1..=31).contains(&day) && (1..=12).contains(&month) && slash(at + 1);
    let is_year = slash(at + 3) && tokens.get(at + 4)?.of_digits(4).is_some();
    is_date.then_some(Day { day, month, end: if is_year { at + 5 } else { at + 3 } })
}

/// The range of days that begins at a token. Where it does not begin with the year, "từ" before it says that it is one.
fn range_at(tokens: &[Token], at: usize) -> Option<DayRange> {
    let first = day_at(tokens, at)?;
    let is_until = |token: &Token| token.text == "-" || token.is("đến") || token.is("tới");
    let behind = tokens.get(first.end).filter(|token| is_until(token)).map(|_| first.end + 1)?;
    let behind = behind + usize::from(tokens.get(behind)?.is("ngày"));
    let last = day_at(tokens, behind)?;
    let is_since_new_year = (first.day, first.month) == (1, 1);
    let mut before = tokens[..at].iter().rev().take(2);
    (is_since_new_year || before.any(|token| token.is("từ"))).then_some(DayRange {
        begin: at,
        is_since_new_year,
        last,
    })
}

/// Whether there is nothing but some days of a year: "30/4 - 1/5/2025".
pub(super) fn are_some_days(tokens: &[Token]) -> bool {
    let [first, slash, month, dash, last, same, other, again, year] = tokens else { return false };
    let slashes = [slash, same, again].iter().all(|mark| mark.text == "/");
    let dashed = matches!(dash.text.as_str(), "-" | "–");
    let numbers = [first, month, last, other, year].map(|token| token.number);
    let [Some(first), Some(month), Some(last), Some(other), Some(year)] = numbers else {
        return false;
    };
    let day = |day: u16, month: u16| (1..=31).contains(&day) && (1..=12).contains(&month);
    slashes && dashed && day(first, month) && day(last, other) && year > 1900
}

/// Returns the state on a date that is all there is, or that is only called an estimate: "31/10/2025", "2025-10-31",
/// "Ước 30/6/2024".
pub(super) fn alone(tokens: &[Token]) -> Option<Part> {
    let tokens = match tokens {
        [word, date @ ..] if word.is_one_of(&["uoc", "est"]) => date,
        date => date,
    };
    let [first, mark, second, same, third] = tokens else { return None };
    let signs = matches!(mark.text.as_str(), "/" | "-") && mark.text == same.text;
    let (first, second, third) = (first.number?, second.number?, third.number?);
    let (day, month) = match (is_known_year(first), is_known_year(third)) {
        (false, true) => (first, second),
        (true, false) => (third, second),
        _ => return None,
    };
    let is_date = signs && (1..=31).contains(&day) && (1..=12).contains(&month);
    is_date.then(|| Some(Part::On(u8::try_from(month).ok()?, u8::try_from(day).ok()?)))?
}

/// Returns the time up to a date in words: "đến ngày 30 tháng 9 năm 2024".
pub(super) fn in_words(tokens: &[Token], sums: bool) -> Option<Part> {
    let at = tokens.windows(4).rposition(|words| words[0].is("ngày") && words[2].is("tháng"))?;
    let until = |token: &Token| token.is("đến") || token.is("tới") || token.is("hết");
    let (day, month) = (tokens[at + 1].number?, tokens[at + 3].number?);
    let is_date = (1..=31).contains(&day) && (1..=12).contains(&month);
    let before = &tokens[at.saturating_sub(2)..at];
    let is_until = before.iter().any(until) && !is_balance(&tokens[..at]);
    if is_date && is_until { up_to(day, month, sums) } else { None }
}

/// Whether the words name something that is counted at a time, not added up: "dư nợ", "tồn kho", "dự án còn hiệu
/// lực".
fn is_balance(before: &[Token]) -> bool {
    let pair = |first: &str, second: &str| {
        before.windows(2).any(|pair| pair[0].is(first) && pair[1].is(second))
    };
    pair("dư", "nợ")
        || pair("số", "dư")
        || pair("tồn", "kho")
        || pair("tồn", "quỹ")
        || pair("hiệu", "lực")
        || before.iter().any(|token| token.is_one_of(&["balance", "stock", "outstanding"]))
}

fn up_to(day: u16, month: u16, sums: bool) -> Option<Part> {
    let (day, month) = (u8::try_from(day).ok()?, u8::try_from(month).ok()?);
    Some(match (month, day >= days_of(month)) {
        (12, true) => Part::Year,
        (month, true) if sums => Part::FirstMonths(month),
        _ => Part::Until(month, day),
    })
}
