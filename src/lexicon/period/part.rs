//! The part of a year that a text names.

use super::token::Token;
use crate::model::{Period, Season};

/// The names of the months in English.
const MONTHS: [(&str, &str); 12] = [
    ("jan", "january"),
    ("feb", "february"),
    ("mar", "march"),
    ("apr", "april"),
    ("may", "may"),
    ("jun", "june"),
    ("jul", "july"),
    ("aug", "august"),
    ("sep", "september"),
    ("oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
];

/// A part of a year, or the whole of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// A state on a day: month and day.
    On(u8, u8),
    /// Up to a day: month and day, or only a month and 0.
    Until(u8, u8),
    Season(Season),
    /// The first or the second half of a school year.
    Semester(u8),
    /// 1 to 53.
    Week(u8),
    Quarter(u8),
    /// The first quarters.
    Quarters(u8),
    Month(u8),
    SecondHalf,
    FirstMonths(u8),
    ToDate,
    Year,
}

impl Part {
    pub(super) fn period(self, year: Option<u16>) -> Option<Period> {
        match self {
            Self::On(month, day) => Period::on(year, month, day),
            Self::Until(month, day) => Period::until(year, month, day),
            Self::Week(week) => Period::week(year, week),
            Self::Season(season) => Some(Period::season(year, season)),
            Self::Semester(semester) => Period::semester(year, semester),
            Self::Quarter(quarter) => Period::quarter(year, quarter),
            Self::Quarters(quarters) => Period::first_months(year, quarters * 3),
            Self::Month(month) => Period::month(year, month),
            Self::SecondHalf => Some(Period::second_half(year)),
            Self::FirstMonths(months) => Period::first_months(year, months),
            Self::ToDate => Some(Period::to_date(year)),
            Self::Year => Period::first_months(year, 12),
        }
    }

    /// Returns the last month and the number of months.
    fn extent(self) -> (u8, u8) {
        match self {
            Self::Quarter(quarter) => (quarter * 3, 3),
            Self::Quarters(quarters) => (quarters * 3, quarters * 3),
            Self::Month(month) => (month, 1),
            Self::SecondHalf => (12, 6),
            // It ends within the school year that is named next to it.
            Self::Semester(semester) => (12 + semester, 6),
            Self::FirstMonths(months) | Self::Until(months, _) => (months, months),
            // Sort below any part of known length.
            Self::ToDate | Self::On(..) | Self::Season(_) | Self::Week(_) => (0, 0),
            Self::Year => (12, 12),
        }
    }
}

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

/// Parses a quarter: "quý II", "Q3", "QIV", "quarter 2", "2nd quarter".
fn quarter(tokens: &[Token], at: usize) -> Option<Part> {
    let token = tokens.get(at)?;
    let next = tokens.get(at + 1);
    let named = token.is("quý") || token.is_one_of(&["quarter", "q", "qtr"]);
    let number = if named {
        roman(next?).or_else(|| digit(next?, 4))
    } else {
        token.folded.strip_prefix('q').and_then(roman_text)
    };
    let ordinal = || {
        let quarter = tokens.get(at + 2).is_some_and(|token| token.is_one_of(&["quarter"]));
        let ordinal = next.is_some_and(|next| next.is_one_of(&["st", "nd", "rd", "th"]));
        digit(token, 4).filter(|_| quarter && ordinal)
    };
    number.or_else(ordinal).map(Part::Quarter)
}

/// Parses the quarters from the first on: "2 quý đầu năm", "Q1-Q3".
fn first_quarters(tokens: &[Token], at: usize) -> Option<Part> {
    let token = tokens.get(at)?;
    let next = tokens.get(at + 1)?;
    if let Some(quarters) = digit(token, 4).filter(|_| next.is("quý")) {
        let after = tokens.get(at + 2);
        let first_ones = after.is_some_and(|after| after.is("đầu"));
        // "3 quý", but not "quý 3 quý 4".
        let counted = quarters > 1
            && !at.checked_sub(1).is_some_and(|at| tokens[at].is("quý"))
            && after.is_none_or(|after| roman(after).is_none() && digit(after, 4).is_none())
            && after.is_none_or(|after| !after.is("cuối"));
        return (first_ones || counted).then_some(Part::Quarters(quarters));
    }
    let named = |token: &Token| token.is("quý") || token.is_one_of(&["quarter", "q", "qtr"]);
    let number = |at: usize| {
        let token = tokens.get(at)?;
        let number = |token| roman(token).or_else(|| digit(token, 4));
        if named(token) {
            return number(tokens.get(at + 1)?).map(|number| (number, at + 2));
        }
        let own = token.folded.strip_prefix('q').and_then(roman_text).or_else(|| number(token));
        own.map(|own| (own, at + 1))
    };
    let (first, behind) = number(at).filter(|_| named(token) || token.folded == "qi")?;
    let joins = |mark: &Token| matches!(mark.text.as_str(), "-" | "+") || mark.is("và");
    let ranges = first == 1 && tokens.get(behind).is_some_and(joins);
    let (last, _) = number(behind + 1).filter(|_| ranges)?;
    (last > 1).then_some(Part::Quarters(last))
}

/// Parses the months from January on: "9 tháng", "chín tháng", "11T", "9 months", "lũy kế đến tháng
/// 9", "T1-T9", "Jan-Sep".
fn first_months(tokens: &[Token], at: usize) -> Option<Part> {
    let token = tokens.get(at)?;
    let next = tokens.get(at + 1);
    let of_months = |token: &Token| {
        token.is("tháng") || token.is_one_of(&["months", "month", "t", "m", "mths"])
    };
    if let Some(months) = digit(token, 12).or_else(|| in_words(token)) {
        // "6 (sáu) tháng".
        let next = match next {
            Some(mark) if mark.text == "(" => tokens.get(at + 4),
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
    // "Đến tháng 6/2023" says the end only; "lũy kế đến tháng 6" and "từ tháng 1 đến tháng 6" are six months.
    let sums = sums_from_new_year(tokens) || before.iter().any(|token| token.is("từ"));
    let until_month = || if month == 12 { Part::Year } else { Part::Until(month, 0) };
    is_until(before).then(|| if sums { cumulated(month) } else { until_month() })
}

/// Whether the words say that something is added up since the beginning of the year: "lũy kế", "YTD".
pub(super) fn sums_from_new_year(tokens: &[Token]) -> bool {
    !begins_earlier(tokens) && (0..tokens.len()).any(|at| is_cumulated(tokens, at))
}

/// Whether words before a month or a quarter say that it is the last one: "đến tháng 9", "đến cuối tháng 9".
fn is_until(before: &[Token]) -> bool {
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

fn cumulated(last: u8) -> Part {
    if last == 12 { Part::Year } else { Part::FirstMonths(last) }
}

/// Parses a month: "tháng 10", "T10", "10/2024", "October".
fn month(tokens: &[Token], at: usize) -> Option<Part> {
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
fn month_at(tokens: &[Token], at: usize) -> Option<(u8, usize)> {
    let token = tokens.get(at)?;
    if is_month_word(token) {
        return Some((digit(tokens.get(at + 1)?, 12)?, at + 2));
    }
    let month = MONTHS.iter().position(|(short, long)| token.is_one_of(&[short, long]))?;
    // "may" is also an ordinary word in Vietnamese and English.
    let dated =
        tokens.get(at + 1).is_some_and(|next| next.of_digits(4).is_some() || next.text == "-");
    (token.folded != "may" || dated).then_some((u8::try_from(month + 1).ok()?, at + 1))
}

/// Whether a token is the English name of a month.
pub(super) fn is_month_name(token: &Token) -> bool {
    let names = MONTHS.iter().any(|(short, long)| token.is_one_of(&[short, long]));
    names && token.folded != "may"
}

fn is_month_word(token: &Token) -> bool {
    token.is("tháng") || token.is_one_of(&["t", "month"])
}

/// Parses a half year: "H1", "nửa đầu năm", "second half".
fn half(tokens: &[Token], at: usize) -> Option<Part> {
    let (token, next) = (tokens.get(at)?, tokens.get(at + 1)?);
    let first = token.is("nửa") && next.is("đầu")
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

/// Whether a total begins before the year: "Cumulative since 2021", "Lũy kế từ đầu nhiệm kỳ".
fn begins_earlier(tokens: &[Token]) -> bool {
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
fn is_cumulated(tokens: &[Token], at: usize) -> bool {
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

/// Returns a number from 1 to `most`.
fn digit(token: &Token, most: u16) -> Option<u8> {
    let number = token.number.filter(|number| (1..=most).contains(number))?;
    u8::try_from(number).ok()
}

fn roman(token: &Token) -> Option<u8> {
    roman_text(&token.folded)
}

fn roman_text(text: &str) -> Option<u8> {
    let at = ["i", "ii", "iii", "iv"].iter().position(|number| *number == text)?;
    u8::try_from(at + 1).ok()
}

/// Parses a number word: "chín", "nine".
fn in_words(token: &Token) -> Option<u8> {
    const VIETNAMESE: [(&str, u8); 9] = [
        ("hai", 2),
        ("ba", 3),
        ("bốn", 4),
        ("năm", 5),
        ("sáu", 6),
        ("bảy", 7),
        ("tám", 8),
        ("chín", 9),
        ("mười", 10),
    ];
    const ENGLISH: [(&str, u8); 11] = [
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("eleven", 11),
        ("twelve", 12),
    ];
    // Without accents "nam" is a year and "sau" is after.
    let vietnamese = VIETNAMESE.iter().find(|(word, _)| token.text == *word);
    let english = || ENGLISH.iter().find(|(word, _)| token.folded == *word);
    vietnamese.or_else(english).map(|(_, number)| *number)
}
