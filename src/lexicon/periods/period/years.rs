//! The years that a text names.

use super::english_months;
use super::token::Token;
use crate::lexicon::periods::known_year::{is_known_year, year_of_two_digits};
use crate::model::Period;

/// The years that a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Years {
    /// No year.
    None,
    /// The last year that it names.
    One(u16),
    /// A school or financial year that begins in this one: "2024/25", "năm học 2023-2024".
    Split(u16),
    /// "FY2024".
    Fiscal(u16),
    /// "2021-2025".
    Term(u16, u16),
    /// "đến năm 2025".
    By(u16),
}

impl Years {
    /// The period of several years alone.
    pub(super) fn period(self) -> Option<Period> {
        match self {
            Self::Term(first, last) => Period::years(first, last),
            Self::Split(year) => Some(Period::split_year(year)),
            Self::None | Self::One(_) | Self::Fiscal(_) | Self::By(_) => None,
        }
    }

    pub(super) fn of(tokens: &[Token]) -> Self {
        for at in 0..tokens.len() {
            let Some(first) = year(tokens, at) else { continue };
            let mark = |mark: &str| tokens.get(at + 1).is_some_and(|token| token.text == mark);
            if !(mark("-") || mark("/")) {
                continue;
            }
            let short = tokens.get(at + 2).and_then(|token| token.of_digits(2));
            // "1999-00" ends in the next century.
            let of_short = |short| match (first + 1) % 100 == short {
                true => first + 1,
                false => first / 100 * 100 + short,
            };
            let last = year(tokens, at + 2).or(short.map(of_short));
            match last {
                Some(last) if last == first + 1 && !is_term(&tokens[..at]) => {
                    return Self::Split(first);
                }
                Some(last) if last > first && mark("-") => return Self::Term(first, last),
                _ => {}
            }
        }
        let Some(at) = (0..tokens.len()).rfind(|at| year(tokens, *at).is_some()) else {
            let of_month = || short_year_of_month(tokens).map_or(Self::None, Self::One);
            return short_fiscal_year(tokens).map_or_else(of_month, Self::Fiscal);
        };
        let Some(last) = year(tokens, at) else { return Self::None };
        match &tokens[..at] {
            before if is_goal(before) => Self::By(last),
            before if is_fiscal(before) => Self::Fiscal(last),
            _ => Self::One(last),
        }
    }
}

/// Returns the year of "FY23".
fn short_fiscal_year(tokens: &[Token]) -> Option<u16> {
    let pairs = tokens.windows(2).rev();
    let short =
        pairs.filter(|pair| pair[0].is_one_of(&["fy"])).find_map(|pair| pair[1].of_digits(2));
    short.map(year_of_two_digits)
}

/// Returns the year of the last month in English that is joined to one: "Sep-24", "Sep '24", not
/// "Sep 24", which is a day.
fn short_year_of_month(tokens: &[Token]) -> Option<u16> {
    let of_month = |at: usize| {
        let [_, mark, year, ..] = tokens.get(at..)? else { return None };
        let is_joined = matches!(mark.text.as_str(), "-" | "'" | "’");
        let is_last = tokens.get(at + 3).is_none_or(|next| next.text != "-");
        english_months::at(tokens, at).filter(|_| is_joined && is_last)?;
        year.of_digits(2).map(year_of_two_digits)
    };
    (0..tokens.len()).rev().find_map(of_month)
}

/// Returns the year of a date next to several years: 2023 of "2020-2025, đến 30/6/2023".
pub(super) fn of_date(tokens: &[Token]) -> Option<u16> {
    let mark = |at: usize, marks: &[&str]| {
        tokens.get(at).is_some_and(|token| marks.iter().any(|mark| token.text == *mark))
    };
    let is_single = |at: &usize| {
        at.checked_sub(1).is_some_and(|before| mark(before, &["/", "-", "năm"]))
            && at.checked_sub(2).is_some_and(|before| tokens[before].of_digits(4).is_none())
            && !mark(at + 1, &["-", "/"])
    };
    let at = (0..tokens.len()).rfind(|at| year(tokens, *at).is_some() && is_single(at))?;
    year(tokens, at)
}

/// Returns the year at a token, unless it is the base year of constant prices, the year that a total begins
/// with, or part of a longer number.
fn year(tokens: &[Token], at: usize) -> Option<u16> {
    let year = tokens.get(at)?.of_digits(4).filter(|year| is_known_year(*year))?;
    let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
    let constant_prices = |back| before(back).is_some_and(|token: &Token| token.is("sánh"));
    let prices = constant_prices(1)
        || constant_prices(2) && before(1).is_some_and(|token| token.is("năm"))
        || before(1).is_some_and(|token| token.is("gốc"));
    // "Cumulative since 2021", "Lũy kế từ năm 2021": a total begins with this year.
    let starts = before(1).is_some_and(|token| token.is_one_of(&["since"]))
        || before(1).is_some_and(|token| token.is("năm"))
            && before(2).is_some_and(|token| token.is("từ"));
    let in_number = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().any(|at| {
        tokens.get(at).is_some_and(|token| matches!(token.text.as_str(), "." | ","))
            && [at.checked_sub(1), Some(at + 1)]
                .into_iter()
                .flatten()
                .all(|at| tokens.get(at).is_some_and(|token| token.number.is_some()))
    });
    (!prices && !starts && !in_number).then_some(year)
}

/// Whether two years are the ends of a term: "giai đoạn 2023-2024".
fn is_term(before: &[Token]) -> bool {
    // "Học kỳ I năm học 2023-2024" is within one school year.
    let semester = |at: usize| at > 0 && before[at - 1].is("học");
    before.iter().enumerate().any(|(at, token)| {
        token.is("đoạn") || token.is("kỳ") && !semester(at) || token.is_one_of(&["period"])
    })
}

/// Whether words before a year say that it is a fiscal one: "FY", "năm tài chính".
fn is_fiscal(before: &[Token]) -> bool {
    match before {
        [.., fy] if fy.is_one_of(&["fy"]) => true,
        [.., year, of, kind] => year.is("năm") && of.is("tài") && kind.is("chính"),
        [.., fiscal, year] => {
            fiscal.is_one_of(&["fiscal", "financial"]) && year.is_one_of(&["year"])
        }
        _ => false,
    }
}

/// Whether a year is the deadline of a target.
fn is_goal(before: &[Token]) -> bool {
    let before = match before {
        [rest @ .., year] if year.is("năm") => rest,
        all => all,
    };
    before
        .last()
        .is_some_and(|token| token.is("đến") || token.is("tới") || token.is_one_of(&["by"]))
}
