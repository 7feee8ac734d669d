//! Words for what is added up since the beginning of the year.

use super::token::Token;

/// Whether the words say that something is added up since the beginning of the year: "lũy kế", "YTD".
pub(super) fn sums_from_new_year(tokens: &[Token]) -> bool {
    !begins_earlier(tokens) && (0..tokens.len()).any(|at| is_cumulated(tokens, at))
}

/// Whether words before a month or a quarter say that it is the last one: "đến tháng 9", "đến cuối tháng 9".
pub(super) fn is_until(before: &[Token]) -> bool {
    let before = match before {
        [rest @ .., end]
            if end.is("cuối") || end.is("hết") && rest.last().is_some_and(|it| it.is("đến")) =>
        {
            rest
        }
        all => all,
    };
    before.last().is_some_and(|token| {
        token.is("đến") || token.is("hết") || token.is("kế") || token.is("dồn") || token.is("tới")
    })
}

/// Whether a total begins before the year: "Cumulative since 2021", "Lũy kế từ đầu nhiệm kỳ".
pub(super) fn begins_earlier(tokens: &[Token]) -> bool {
    const STARTS: &[&str] = &["nhiệm", "giai", "chương", "dự", "vụ"];
    let starts = |words: &[Token]| match words {
        [from, first, of] if from.is("từ") && first.is("đầu") => {
            STARTS.iter().any(|start| of.is(start))
        }
        [from, year, number] if from.is("từ") && year.is("năm") => number.number.is_some(),
        _ => false,
    };
    tokens.windows(3).any(starts) || tokens.iter().any(|token| token.is_one_of(&["since"]))
}

/// Whether words for a total since the beginning of the year start at a token.
pub(super) fn is_cumulated(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let next_is = |words: &[&str]| {
        words
            .iter()
            .enumerate()
            .all(|(nth, word)| tokens.get(at + 1 + nth).is_some_and(|token| token.is(word)))
    };
    token.is("từ") && next_is(&["đầu", "năm"])
        || token.is("lũy") && next_is(&["kế"])
        || token.is("luỹ") && next_is(&["kế"])
        || token.is("cộng") && next_is(&["dồn"])
        || token.is_one_of(&["ytd", "cumulative", "accumulated"])
        || token.is("year") && next_is(&["to", "date"])
        || token.is("to") && next_is(&["date"])
}
