//! The part of a year named in a heading, to distinguish value columns.

use super::duration::without_other_months;
use super::period::english_month;
use super::period_words::{QUARTERS, year};
use crate::lexicon::headings::phrases::{has, key};
use crate::lexicon::words::word_list::WordList;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/periods.txt");

/// Words for totals from the start of the year.
static CUMULATED: WordList = WordList::of(FILE, "cumulated");

/// Words for the reported month, without its number.
static REPORTED: WordList = WordList::of(FILE, "reported part");

/// Words for an average.
pub(crate) static AVERAGES: WordList = WordList::of(FILE, "average");

/// Those of them that are English.
pub(crate) static ENGLISH_AVERAGES: WordList = WordList::of(FILE, "english average");

/// Whether a heading is the part of the year that is reported, and nothing else: "Tháng báo cáo".
pub(crate) fn is_reported_part(heading: &str) -> bool {
    REPORTED.contains(&key(heading))
}

/// A part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// "tháng 10"; "tháng báo cáo" without its number.
    Month(Option<u8>),
    /// "10 tháng", "lũy kế": the number of months, if it is given.
    Months(Option<u8>),
    /// "quý III".
    Quarter(u8),
    /// "cả năm".
    Year,
}

/// A part and a year, if they are named.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct PartSpan {
    pub(crate) part: Option<Part>,
    pub(crate) year: Option<u16>,
    /// Whether it is an average over its months, not a total: "bình quân 10 tháng".
    pub(crate) average: bool,
}

/// How far two spans agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Agreement {
    /// They name different periods.
    Different,
    /// One of them names no period.
    Open,
    Same,
}

impl PartSpan {
    /// Returns the span that folded words name.
    pub(crate) fn of(key: &str) -> Self {
        let key = &*without_other_months(key);
        let average = has(key, &AVERAGES);
        Self { part: part(key), year: year(key), average }
    }

    /// Whether it is a total from the start of the year.
    pub(crate) fn is_sum(self) -> bool {
        matches!(self.part, Some(Part::Months(_) | Part::Year)) && !self.average
    }

    /// Whether it begins with the year, so that its value is the result so far.
    pub(crate) fn is_since_new_year(self) -> bool {
        self.is_sum() || matches!(self.part, Some(Part::Quarter(1) | Part::Month(Some(1))))
    }

    /// Returns whether two columns may be for the same period.
    pub(crate) fn agrees(self, other: Self) -> Agreement {
        let years = match (self.year, other.year) {
            (Some(own), Some(other)) if own != other => return Agreement::Different,
            (own, other) => own.is_some() && own == other,
        };
        match (self.part, other.part) {
            (Some(Part::Months(own)), Some(Part::Months(other)))
                if own.is_none() || other.is_none() || own == other =>
            {
                Agreement::Same
            }
            (Some(Part::Month(own)), Some(Part::Month(other)))
                if own.is_none() || other.is_none() =>
            {
                Agreement::Same
            }
            (Some(own), Some(other)) if own == other => Agreement::Same,
            (Some(_), Some(_)) => Agreement::Different,
            (None, None) if years => Agreement::Same,
            _ => Agreement::Open,
        }
    }
}

fn part(key: &str) -> Option<Part> {
    // "Ước thực hiện quý (6 tháng, năm)" is a form heading for any of these periods.
    if has(key, &["quy 6 thang nam", "quy/6 thang/nam", "6 thang/nam"]) {
        return None;
    }
    let words: Vec<&str> =
        key.split([' ', '/', '·', '-', '+']).filter(|word| !word.is_empty()).collect();
    let number = |word: &&str| word.parse().ok().filter(|number| (1..=12).contains(number));
    let number_at = |at: usize| words.get(at).and_then(number);
    let (mut month, mut months, mut quarter) = (None, None, None);
    for (at, word) in words.iter().enumerate() {
        match *word {
            "thang" | "month" => {
                let before = at.checked_sub(1).and_then(number_at);
                match before {
                    Some(count) => months = months.or(Some(count)),
                    None => month = month.or(number_at(at + 1)),
                }
            }
            "months" => months = months.or(at.checked_sub(1).and_then(number_at)),
            "quy" | "quarter" => {
                quarter = quarter.or(words.get(at + 1).and_then(|next| quarter_named(next)));
            }
            word => {
                // "october 2025"; "may" is also an ordinary word.
                let of_year = words.get(at + 1).is_some_and(|next| year(next).is_some());
                month = month.or(english_month(word).filter(|_| of_year));
                // "9t", "11t2024"
                let count = word.split_once('t').and_then(|(count, year)| {
                    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
                    number(&count).filter(|_| year.is_empty() || is_year)
                });
                months = months.or(count);
                month = month.or(word.strip_prefix('t').and_then(|digits| number(&digits)));
                quarter = quarter.or(word.strip_prefix('q').and_then(quarter_named));
            }
        }
    }
    if months == Some(12) || has(key, &["ca nam", "full year"]) {
        return Some(Part::Year);
    }
    if months.is_some() || has(key, &CUMULATED) {
        return Some(Part::Months(months));
    }
    let reported = || has(key, &REPORTED).then_some(Part::Month(None));
    let month = month.map(|month| Part::Month(Some(month)));
    month.or(quarter.map(Part::Quarter)).or_else(reported)
}

/// The quarter that a word is the number of: "iii", "3".
fn quarter_named(word: &str) -> Option<u8> {
    let roman = QUARTERS.iter().position(|roman| *roman == word);
    let roman = roman.and_then(|at| u8::try_from(at + 1).ok());
    roman.or_else(|| word.parse().ok().filter(|number| (1..=4).contains(number)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str) -> PartSpan {
        PartSpan::of(&key(text))
    }

    #[test]
    fn parts_of_a_year_are_distinguished() {
        for (text, part) in [
            ("Ước tính tháng 10 năm 2023", Some(Part::Month(Some(10)))),
            ("T10", Some(Part::Month(Some(10)))),
            ("Tháng báo cáo so với", Some(Part::Month(None))),
            ("Thực hiện tháng trước", None),
            ("Cộng dồn 10 tháng", Some(Part::Months(Some(10)))),
            ("TH 9T/2024", Some(Part::Months(Some(9)))),
            ("TH 11T2024", Some(Part::Months(Some(11)))),
            ("Lũy kế", Some(Part::Months(None))),
            ("Implementation in October 2025", Some(Part::Month(Some(10)))),
            ("May 2025", Some(Part::Month(Some(5)))),
            ("Hàng may mặc", None),
            ("Lũy kế đến tháng 10", Some(Part::Months(None))),
            ("Quý III/2024", Some(Part::Quarter(3))),
            ("Q2 2024", Some(Part::Quarter(2))),
            ("Ước cả năm 2024", Some(Part::Year)),
            ("Thực hiện năm 2024", None),
            ("Ước thực hiện quý (6 tháng, năm) nay", None),
            ("Ước 6 tháng năm 2024", Some(Part::Months(Some(6)))),
            ("Quý 3", Some(Part::Quarter(3))),
            ("Quý 7", None),
            ("Quarter 12", None),
        ] {
            assert_eq!(span(text).part, part, "{text}");
        }
        assert_eq!(span("Tháng 10").agrees(span("10 tháng")), Agreement::Different);
        assert_eq!(span("Tháng 10").agrees(span("Tháng 9")), Agreement::Different);
        assert_eq!(span("Lũy kế").agrees(span("10 tháng năm 2023")), Agreement::Same);
        assert_eq!(span("2023").agrees(span("Thực hiện 2022")), Agreement::Different);
        assert_eq!(span("Lũy kế").agrees(span("Thực hiện")), Agreement::Open);
    }

    #[test]
    fn an_average_over_months_is_no_total() {
        for text in [
            "Bình quân 10 tháng",
            "Trung bình 10 tháng",
            "Mean of 10 months",
            "Average 10 months",
            "TB 10 tháng",
        ] {
            assert!(span(text).average && !span(text).is_sum(), "{text}");
        }
        assert!(span("10 tháng").is_sum() && span("10 months").is_sum());
    }
}
