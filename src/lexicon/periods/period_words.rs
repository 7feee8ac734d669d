//! The period of a column, as far as its heading names it: a year, a part of one, the previous one.

use super::basis::without_basis;
use super::duration::without_other_months;
use super::known_year::{is_known_year, year_of_two_digits};
use super::period::parse;
use crate::lexicon::headings::phrases::{has, key};
use crate::lexicon::words::word_list::WordList;
use crate::model::{Period, Span};

/// The words that this file looks for.
const FILE: &str = include_str!("../words/periods.txt");

static ESTIMATE_WORDS: WordList = WordList::of(FILE, "estimate");

pub(crate) static PREVIOUS_WORDS: WordList = WordList::of(FILE, "previous");

static PART_WORDS: WordList = WordList::of(FILE, "part");

pub(crate) static WHOLE_WORDS: WordList = WordList::of(FILE, "whole");

/// Words for the total of several periods, in a column next to them.
static SUMS: WordList = WordList::of(FILE, "sum");

pub(crate) const QUARTERS: &[&str] = &["i", "ii", "iii", "iv"];

/// The period of a column, as far as its heading names it: a year, a part of one, the previous one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct HeadingPeriod {
    pub(crate) year: Option<u16>,
    /// "ước", "sơ bộ".
    pub(crate) estimate: bool,
    /// A part of the year: "6 tháng", "quý I".
    pub(crate) part: bool,
    /// The number of months; 12 if it names no part.
    pub(crate) months: u8,
    /// "cùng kỳ", "năm trước".
    pub(crate) previous: bool,
}

impl HeadingPeriod {
    /// The period of a heading that names none.
    pub(crate) const NONE: Self =
        Self { year: None, estimate: false, part: false, months: 12, previous: false };

    pub(crate) fn of(key: &str) -> Self {
        let key = &*without_other_months(key);
        // English periods, and others that the words below do not cover.
        // A state on a day and a season have no months of which they are the sum.
        let summed = |period: &Period| {
            period.is_part_of_year() && !matches!(period.span(), Span::On(..) | Span::Season(_))
        };
        let part = parse(key).filter(summed).map(Period::length);
        if let Some((_, year)) = english_month(key) {
            return Self { year: Some(year), part: true, months: 1, ..Self::default() };
        }
        Self {
            year: year(key).or_else(|| short_fiscal_year(key)),
            estimate: has(key, &ESTIMATE_WORDS) || marked_year(key).is_some(),
            part: (names_a_part(key) || part.is_some() || is_season(key))
                && !has(key, &WHOLE_WORDS),
            months: part.filter(|_| !names_a_part(key)).unwrap_or_else(|| months(key)),
            previous: has(key, &PREVIOUS_WORDS),
        }
    }
}

/// Whether the words for an estimate are those for a preliminary figure: "Sơ bộ 2023".
pub(crate) fn is_preliminary(key: &str) -> bool {
    has(key, &["so bo", "prel", "preliminary"]) || marked_year(key) == Some('p')
}

/// Returns the letter after a year that marks its figures as estimates: "2023p", "2024e".
fn marked_year(key: &str) -> Option<char> {
    let mark = key.chars().next_back().filter(|mark| matches!(mark, 'p' | 'e'))?;
    let digits = key.strip_suffix(mark).unwrap_or_default();
    let is_year = digits.len() == 4 && digits.starts_with(['1', '2']);
    (is_year && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(mark)
}

/// Whether a heading begins with a crop season: "Vụ hè thu 2024".
pub(crate) fn is_season(key: &str) -> bool {
    key.strip_prefix("vu ").is_some_and(|rest| year(rest).is_some())
}

pub(crate) fn names_a_part(key: &str) -> bool {
    let key = &*without_other_months(key);
    has(key, &PART_WORDS) || key.split([' ', '/', '·', '-']).any(|word| abbreviated(word).is_some())
}

/// Returns the number of months of an abbreviated part of a year: "6t", "t9", "q3", "qiii".
pub(crate) fn abbreviated(word: &str) -> Option<u8> {
    let month = |digits: &str| digits.parse().ok().filter(|month| (1..=12).contains(month));
    let span = word.strip_suffix('t').and_then(month);
    let single = || word.strip_prefix('t').and_then(month).map(|_| 1);
    let quarter = || {
        let quarter = word.strip_prefix('q')?;
        (QUARTERS.contains(&quarter) || matches!(quarter, "1" | "2" | "3" | "4")).then_some(3)
    };
    span.or_else(single).or_else(quarter)
}

/// Returns the month and the year of "Apr-24", "September 2024".
fn english_month(key: &str) -> Option<(u8, u16)> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    const REST: [&str; 12] =
        ["uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember"];
    let (name, year) = key.split_once([' ', '-', '/'])?;
    let month = (0..12).find(|at| {
        name.strip_prefix(MONTHS[*at]).is_some_and(|rest| rest.is_empty() || rest == REST[*at])
    })?;
    let digits = year.bytes().all(|byte| byte.is_ascii_digit());
    let year: u16 = year.parse().ok().filter(|_| digits && matches!(year.len(), 2 | 4))?;
    Some((u8::try_from(month + 1).ok()?, if year < 100 { year_of_two_digits(year) } else { year }))
}

/// Returns the number of months of a period: "9 tháng" nine, "tháng 9" one, "quý III" three.
fn months(key: &str) -> u8 {
    let words: Vec<&str> = key.split([' ', '/', '·', '-']).collect();
    let before = words.windows(2).find(|pair| matches!(pair[1], "thang" | "months"));
    let span =
        before.and_then(|pair| pair[0].parse().ok()).filter(|months| (1..=12).contains(months));
    match span {
        _ if has(key, &WHOLE_WORDS) || !names_a_part(key) => 12,
        Some(months) => months,
        None if words.iter().any(|word| abbreviated(word).is_some()) => {
            words.iter().filter_map(|word| abbreviated(word)).max().unwrap_or(12)
        }
        None if has(key, &["quy", "quarter"]) => 3,
        None if has(key, &SINCE_NEW_YEAR) => 11,
        None => 1,
    }
}

/// Words without a number of months for a total from the start of the year, or of a longer time.
pub(crate) static SINCE_NEW_YEAR: WordList = WordList::of(FILE, "since new year");

/// Words before the base year of prices: "Theo giá so sánh 2010".
static OF_PRICES: WordList = WordList::of(FILE, "prices");

/// Words before the year that a total begins with: "Lũy kế từ năm 2021", "Cumulative since 2021".
static STARTS: WordList = WordList::of(FILE, "start");

/// Returns the last year that a text names and that is neither the base year of prices nor the year that a total
/// begins with.
pub(crate) fn year(key: &str) -> Option<u16> {
    let key = &*without_basis(key);
    let mut last = None;
    let mut at = 0;
    for piece in key.split_inclusive(|c: char| !c.is_ascii_digit()) {
        let digits = piece.trim_end_matches(|c: char| !c.is_ascii_digit());
        let before = key.get(..at).unwrap_or_default().trim_end();
        at += piece.len();
        let year = digits.parse().ok().filter(|year| digits.len() == 4 && is_known_year(*year));
        let other = OF_PRICES.iter().chain(STARTS.iter());
        if year.is_some() && !other.into_iter().any(|words| before.ends_with(words)) {
            last = year;
        }
    }
    last
}

/// Whether a text is a period and nothing else: "2023", "nam 2023", "so bo 2023".
pub(crate) fn is_period(key: &str) -> bool {
    static PERIOD: WordList = WordList::of(FILE, "period");
    let words: Vec<&str> =
        key.split([' ', '.', '·', '-', '/']).filter(|word| !word.is_empty()).collect();
    // "Q2 2024/25", "T9", "FY2024".
    let short = |word: &str| abbreviated(word).is_some() || is_fiscal_year(word);
    let numbered = words.iter().any(|word| {
        QUARTERS.contains(word) || word.bytes().all(|byte| byte.is_ascii_digit()) || short(word)
    });
    if english_month(key).is_some() {
        return true;
    }
    numbered
        && (year(key).is_some() || names_a_part(key))
        && words.iter().all(|word| {
            PERIOD.contains(word)
                || short(word)
                || word.bytes().all(|b| b.is_ascii_digit())
                || QUARTERS.contains(word)
        })
}

/// Returns the year of a fiscal year with two digits: "actual fy23".
fn short_fiscal_year(key: &str) -> Option<u16> {
    let words = key.split([' ', '·', '-', '/']);
    let year = words.filter_map(|word| word.strip_prefix("fy")).next_back()?;
    let is_short = year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit());
    year.parse::<u16>().ok().filter(|_| is_short).map(year_of_two_digits)
}

/// Whether a word is a fiscal year: "fy2024".
fn is_fiscal_year(word: &str) -> bool {
    // "2019 [YR2019]" is how the World Bank writes a year.
    word.strip_prefix("fy").or(word.strip_prefix("yr")).is_some_and(|year| {
        matches!(year.len(), 2 | 4) && year.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Returns the last month of the quarter or month in a heading: 6 of "Q2 2024/25", 9 of "Tháng 9";
/// 0 if it names none. Of columns for periods of equal length the later one counts, in any order of
/// columns.
pub(crate) fn last_month(key: &str) -> u8 {
    if let Some((month, _)) = english_month(key) {
        return month;
    }
    let words: Vec<&str> =
        key.split([' ', '.', '·', '-', '/']).filter(|word| !word.is_empty()).collect();
    let quarter = |word: &str| {
        let roman = QUARTERS.iter().position(|quarter| *quarter == word);
        let number = || word.parse::<usize>().ok().filter(|number| (1..=4).contains(number));
        roman.map(|at| at + 1).or_else(number)
    };
    let pair = |pair: &[&str]| match pair[0] {
        "quy" | "quarter" | "qtr" => quarter(pair[1]).map(|quarter| quarter * 3),
        "thang" | "month" => pair[1].parse().ok().filter(|month| (1..=12).contains(month)),
        _ => None,
    };
    let short = |word: &&str| match abbreviated(word)? {
        3 if word.starts_with('q') => quarter(&word[1..]).map(|quarter| quarter * 3),
        1 => word.strip_prefix('t')?.parse().ok(),
        months => Some(usize::from(months)),
    };
    let month = words.windows(2).find_map(pair).or_else(|| words.iter().find_map(short));
    month.and_then(|month| u8::try_from(month).ok()).unwrap_or(0)
}

/// Whether a heading is the total of the periods next to it: "Cả năm", "Tổng cộng".
pub(crate) fn is_sum(text: &str) -> bool {
    SUMS.contains(&key(text))
}

/// Whether a heading is a total to date: "Lũy kế", "Cộng dồn", "từ đầu nhiệm kỳ".
pub(crate) fn is_cumulated(text: &str) -> bool {
    has(&key(text), &SINCE_NEW_YEAR)
}

/// Whether a heading is a total over more than a year: "Cumulative since 2021", "Lũy kế từ đầu nhiệm kỳ".
pub(crate) fn is_cumulated_over_years(text: &str) -> bool {
    static LONGER: WordList = WordList::of(FILE, "since a term");
    let key = key(text);
    let from =
        STARTS.iter().filter_map(|word| crate::lexicon::headings::phrases::after(&key, word));
    let of_year =
        |rest: &str| rest.trim_start().get(..4).is_some_and(|year| self::year(year).is_some());
    has(&key, &LONGER) || from.into_iter().any(of_year)
}

static TERM: WordList = WordList::of(FILE, "term");

/// Whether a heading is for a whole term: "Mục tiêu đến năm 2025", "Kế hoạch 2021-2025". Results of
/// earlier years are compared with it.
pub(crate) fn is_of_term(text: &str) -> bool {
    let key = key(text);
    // "Năm học 2024-2025" is one year.
    let school_year = has(&key, &["nam hoc", "nien hoc"]);
    has(&key, &TERM) || spans_years(&key) && !school_year
}

/// Whether a heading is a target for its year: "Mục tiêu 2025", "Nghị quyết 2025".
pub(crate) fn is_goal(text: &str) -> bool {
    static GOALS: WordList = WordList::of(FILE, "goal");
    has(&key(text), &GOALS)
}

/// Whether a key has a range of years: "2021-2025", "2020 - 2025".
fn spans_years(key: &str) -> bool {
    let key = &*without_basis(key);
    let sides = key.match_indices('-').map(|(at, _)| (&key[..at], &key[at + 1..]));
    let last = |text: &str| year(text.trim_end().rsplit(' ').next().unwrap_or_default());
    let first = |text: &str| year(text.trim_start().split([' ', '-']).next().unwrap_or_default());
    sides
        .into_iter()
        .any(|(left, right)| last(left).zip(first(right)).is_some_and(|(from, until)| from < until))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_and_months_have_an_order() {
        for (key, month) in [
            ("q2 2024/25", 6),
            ("quy iii/2024", 9),
            ("quarter 4", 12),
            ("thang 9", 9),
            ("t10", 10),
            ("9 thang", 0),
            ("9t", 9),
            ("nam 2024", 0),
        ] {
            assert_eq!(last_month(key), month, "{key}");
        }
        assert_eq!(last_month("jun-24"), 6);
        assert_eq!(
            (year("cumulative since 2021"), year("tu nam 2021 den 2024")),
            (None, Some(2024))
        );
        assert_eq!(HeadingPeriod::of(""), HeadingPeriod::NONE);
        assert_eq!(HeadingPeriod::of("sep 2024").year, Some(2024));
        assert_eq!(HeadingPeriod::of("dec-99").year, Some(1999));
        assert_eq!(HeadingPeriod::of("actual fy98").year, Some(1998));
        for key in [
            "apr-24",
            "june 2024",
            "q2 2024/25",
            "t9",
            "fy2024",
            "quarter 2 2024 25",
            "2023/24",
            "q1",
        ] {
            assert!(is_period(key), "{key}");
        }
        for key in ["may", "may 5", "apr-2", "t", "q", "to", "target", "fy"] {
            assert!(!is_period(key), "{key}");
        }
    }

    #[test]
    fn distinguishes_terms_from_years() {
        for text in ["Mục tiêu đến năm 2025", "Kế hoạch 2021-2025", "Nghị quyết\n(2020 – 2025)"]
        {
            assert!(is_of_term(text), "{text}");
        }
        for text in ["Kế hoạch 2025", "KH 2025-KH 2024", "Thực hiện 31-12-2024", "2025-2024"]
        {
            assert!(!is_of_term(text), "{text}");
        }
    }
}
