//! Days, weeks and campaigns with which a sentence begins, which are not the period of the report.

use crate::dataset::prose::sentence::items::Sentence;
use crate::lexicon::period::day::Day;
use crate::lexicon::prose_words::{
    NAMES_WEEK, PARTS_OF_DAY, SOME_DAYS, SOME_NUMBERS, UNITS_OF_DAYS, WITHIN_TIME,
};
use crate::model::{Period, Span};

/// How many items can name the days with which a sentence begins.
const FIRST: usize = 6;

/// Whether a sentence begins with days or a week that are not the report's: "Trong 5 ngày nghỉ lễ", "Tuần qua".
pub(crate) fn begins_with_some_days(sentence: &Sentence<'_>, document: Option<Period>) -> bool {
    let start = sentence.lower_text(0..sentence.items.len().min(FIRST));
    // "Riêng dịp Tết, đón …" sets the days apart.
    let start = start.strip_prefix("riêng ").unwrap_or(&start);
    let within = WITHIN_TIME.longest_start(start).and_then(|word| start.strip_prefix(word));
    let start = within.unwrap_or(start);
    // "Kỳ thi tốt nghiệp THPT năm 2025" in a report of the school year that ends with it.
    if of_year_of(start, document) {
        return false;
    }
    let counted = behind_number(start).and_then(|rest| UNITS_OF_DAYS.longest_start(rest)).is_some();
    counted || is_week(start, within.is_some(), document) || {
        SOME_DAYS.iter().any(|words| start.starts_with(words))
    }
}

/// Whether words name an exam of the year with which the report's period ends.
fn of_year_of(words: &str, document: Option<Period>) -> bool {
    let exam = words.starts_with("kỳ thi ");
    let year = document.and_then(Period::last_year).filter(|_| exam);
    year.is_some_and(|year| words.contains(&format!(" năm {year}")))
}

/// What is behind the number with which words begin, in digits or written: "ngày nghỉ lễ" in "5 ngày nghỉ lễ".
fn behind_number(words: &str) -> Option<&str> {
    let digits = words.trim_start_matches(|c: char| c.is_ascii_digit());
    if digits.len() < words.len() {
        return digits.strip_prefix(' ');
    }
    // "mười hai ngày", "hai mươi lăm ngày".
    let mut rest = words;
    while let Some((word, behind)) = rest.split_once(' ')
        && SOME_NUMBERS.contains(word)
    {
        rest = behind;
    }
    (rest.len() < words.len()).then_some(rest)
}

/// "Tuần qua", "Tuần 38", "Trong tuần": a week in a report that is not about one. "Tuần làm việc bình quân là 42,5 giờ"
/// measures one.
fn is_week(words: &str, within: bool, document: Option<Period>) -> bool {
    let of_week = document.is_some_and(|period| matches!(period.span(), Span::Week(_)));
    let Some(rest) = words.strip_prefix("tuần").filter(|_| !of_week) else { return false };
    let rest = rest.trim_start();
    let named = NAMES_WEEK.longest_start(rest).is_some();
    let numbered = rest.starts_with(|c: char| c.is_ascii_digit());
    named || numbered || within && !rest.starts_with("làm việc")
}

/// Whether a sentence begins with a part of a day, "Đêm 12/7", "Sáng 3/2": what follows it may be the report of a
/// meeting on that day.
pub(crate) fn begins_with_part_of_day(sentence: &Sentence<'_>) -> bool {
    let words = sentence.lower_text(0..sentence.items.len().min(FIRST));
    let part = PARTS_OF_DAY.longest_start(&words).and_then(|part| words.strip_prefix(part));
    let Some(rest) = part.map(|rest| rest.strip_prefix("ngày ").unwrap_or(rest)) else {
        return false;
    };
    let date = rest.split([' ', ',']).next().unwrap_or_default();
    Day::parse(date).is_some_and(|day| day.year.is_none())
}
