//! The period of a column, as far as its heading tells: a year, a part of one, the one before.

use super::words::{has, key};

const ESTIMATE_WORDS: &[&str] =
    &["uoc", "uth", "u th", "so bo", "estimate", "estimated", "prel", "est"];

pub(super) const PREVIOUS_WORDS: &[&str] =
    &["cung ky", "ck", "nam truoc", "ky truoc", "previous", "last year", "same period"];

const PART_WORDS: &[&str] = &["thang", "quy", "months", "quarter", "dau nam"];

pub(super) const WHOLE_WORDS: &[&str] = &["12 thang", "ca nam"];

/// What the whole of several periods is called, beside them.
const SUMS: &[&str] =
    &["ca nam", "tong cong", "tong so", "tong", "cong", "full year", "whole year", "total"];

pub(super) const QUARTERS: &[&str] = &["i", "ii", "iii", "iv"];

/// The period of a column, as far as its heading tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct When {
    pub(super) year: Option<u16>,
    /// "ước", "sơ bộ".
    pub(super) estimate: bool,
    /// A part of the year: "6 tháng", "quý I".
    pub(super) part: bool,
    /// How many months it is about; 12 where it names no part.
    pub(super) months: u8,
    /// "cùng kỳ", "năm trước".
    pub(super) previous: bool,
}

impl When {
    pub(super) fn of(key: &str) -> Self {
        Self {
            year: year(key),
            estimate: has(key, ESTIMATE_WORDS),
            part: names_a_part(key) && !has(key, WHOLE_WORDS),
            months: months(key),
            previous: has(key, PREVIOUS_WORDS),
        }
    }
}

pub(super) fn names_a_part(key: &str) -> bool {
    has(key, PART_WORDS) || key.split([' ', '/', '·', '-']).any(|word| abbreviated(word).is_some())
}

/// The months of an abbreviated part of a year: "6t", "t9", "q3", "qiii".
pub(super) fn abbreviated(word: &str) -> Option<u8> {
    let month = |digits: &str| digits.parse().ok().filter(|month| (1..=12).contains(month));
    let span = word.strip_suffix('t').and_then(month);
    let single = || word.strip_prefix('t').and_then(month).map(|_| 1);
    let quarter = || {
        let quarter = word.strip_prefix('q')?;
        (QUARTERS.contains(&quarter) || matches!(quarter, "1" | "2" | "3" | "4")).then_some(3)
    };
    span.or_else(single).or_else(quarter)
}

/// How many months a period has: "9 tháng" nine, "tháng 9" one, "quý III" three.
fn months(key: &str) -> u8 {
    let words: Vec<&str> = key.split([' ', '/', '·', '-']).collect();
    let before = words.windows(2).find(|pair| matches!(pair[1], "thang" | "months"));
    let span =
        before.and_then(|pair| pair[0].parse().ok()).filter(|months| (1..=12).contains(months));
    match span {
        _ if has(key, WHOLE_WORDS) || !names_a_part(key) => 12,
        Some(months) => months,
        None if words.iter().any(|word| abbreviated(word).is_some()) => {
            words.iter().filter_map(|word| abbreviated(word)).max().unwrap_or(12)
        }
        None if has(key, &["quy", "quarter"]) => 3,
        None if has(key, &["luy ke", "cong don", "accumulated", "cumulative", "tu dau nam"]) => 11,
        None => 1,
    }
}

/// What stands before the year whose prices are used: "Theo giá so sánh 2010".
const OF_PRICES: &[&str] = &[
    "gia so sanh",
    "gia so sanh nam",
    "gia co dinh",
    "gia co dinh nam",
    "constant",
    "constant prices",
];

/// The last year that a text names, which is not the year of its prices.
pub(super) fn year(key: &str) -> Option<u16> {
    let mut last = None;
    let mut at = 0;
    for piece in key.split_inclusive(|c: char| !c.is_ascii_digit()) {
        let digits = piece.trim_end_matches(|c: char| !c.is_ascii_digit());
        let before = key.get(..at).unwrap_or_default().trim_end();
        at += piece.len();
        let year =
            digits.parse().ok().filter(|year| digits.len() == 4 && (1945..=2100).contains(year));
        if year.is_some() && !OF_PRICES.iter().any(|words| before.ends_with(words)) {
            last = year;
        }
    }
    last
}

/// Whether a text is a period and nothing else: "2023", "nam 2023", "so bo 2023".
pub(super) fn is_period(key: &str) -> bool {
    const PERIOD: &[&str] = &[
        "nam",
        "year",
        "so",
        "bo",
        "prel",
        "uoc",
        "quy",
        "thang",
        "estimated",
        "est",
        "dau",
        "cuoi",
        "ca",
    ];
    let words: Vec<&str> =
        key.split([' ', '.', '·', '-', '/']).filter(|word| !word.is_empty()).collect();
    let numbered = words
        .iter()
        .any(|word| QUARTERS.contains(word) || word.bytes().all(|byte| byte.is_ascii_digit()));
    numbered
        && (year(key).is_some() || names_a_part(key))
        && words.iter().all(|word| {
            PERIOD.contains(word)
                || word.bytes().all(|b| b.is_ascii_digit())
                || QUARTERS.contains(word)
        })
}

/// Whether a heading is of the whole of the periods that stand beside it: "Cả năm", "Tổng cộng".
pub(super) fn is_sum(text: &str) -> bool {
    SUMS.contains(&key(text).as_str())
}

/// Whether a heading is of a whole term: "Mục tiêu đến năm 2025", "Kế hoạch 2021-2025". What is reached on
/// the way is held against it, though it is of an earlier year.
pub(super) fn is_of_term(text: &str) -> bool {
    let key = key(text);
    has(&key, &["den", "toi", "by", "giai doan", "nhiem ky"]) || spans_years(&key)
}

/// Whether a heading is of something to be reached by its year: "Mục tiêu 2025", "Nghị quyết 2025".
pub(super) fn is_goal(text: &str) -> bool {
    const GOALS: &[&str] =
        &["muc tieu", "nghi quyet", "nq", "dai hoi", "target", "targets", "goal", "goals"];
    has(&key(text), GOALS)
}

/// "2021-2025", "2020 - 2025".
fn spans_years(key: &str) -> bool {
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
    fn terms_are_told_from_years() {
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
