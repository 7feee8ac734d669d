//! The years that a text names.

use super::token::Token;

/// The years that a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Years {
    /// No year.
    None,
    /// The last year that it names.
    One(u16),
    /// A school or financial year that begins in this one: "2024/25", "năm học 2023-2024".
    Split(u16),
    /// "2021-2025".
    Term(u16, u16),
    /// "đến năm 2025".
    By(u16),
}

/// The range of years that occur in statistics.
const KNOWN: std::ops::RangeInclusive<u16> = 1945..=2100;

impl Years {
    pub(super) fn of(tokens: &[Token]) -> Self {
        for at in 0..tokens.len() {
            let Some(first) = year(tokens, at) else { continue };
            let mark = |mark: &str| tokens.get(at + 1).is_some_and(|token| token.text == mark);
            if !(mark("-") || mark("/")) {
                continue;
            }
            let short = tokens.get(at + 2).and_then(|token| token.of_digits(2));
            let last = year(tokens, at + 2).or(short.map(|short| first / 100 * 100 + short));
            match last {
                Some(last) if last == first + 1 && !is_term(&tokens[..at]) => {
                    return Self::Split(first);
                }
                Some(last) if last > first && mark("-") => return Self::Term(first, last),
                _ => {}
            }
        }
        let Some(at) = (0..tokens.len()).rfind(|at| year(tokens, *at).is_some()) else {
            return Self::None;
        };
        let Some(last) = year(tokens, at) else { return Self::None };
        if is_goal(&tokens[..at]) { Self::By(last) } else { Self::One(last) }
    }
}

/// Returns the year at a token, unless it is the base year of constant prices, the year that a total begins
/// with, or part of a longer number.
fn year(tokens: &[Token], at: usize) -> Option<u16> {
    let year = tokens.get(at)?.of_digits(4).filter(|year| KNOWN.contains(year))?;
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
