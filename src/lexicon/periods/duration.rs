//! Ages and terms in months, which are no period: "trẻ 18 tháng tuổi", "đủ 12 tháng", "kỳ hạn dưới
//! 6 tháng", "6-23 months old".

use std::borrow::Cow;
use std::ops::Range;

use crate::lexicon::words::word_list::WordList;
use crate::text::fold::{accented, fold};

/// The words that this file looks for.
const FILE: &str = include_str!("../words/periods.txt");

/// Words directly before the months of an age or a term: "trẻ", "dưới", "hạn".
static BEFORE: WordList = WordList::of(FILE, "before a duration with accents");

/// Words directly behind them: "tuổi", "trở lên".
static BEHIND: WordList = WordList::of(FILE, "behind a duration with accents");

/// Words behind months that belong to a year: "9 tháng đầu năm", "12 months to June".
static OF_YEAR: WordList = WordList::of(FILE, "behind months of a year with accents");

/// The number of ages and terms that the words of a text name.
pub(crate) fn durations(words: &[&str]) -> usize {
    (0..words.len()).filter(|at| duration(words, *at).is_some()).count()
}

/// A text without its ages and terms.
pub(crate) fn without_durations(text: &str) -> Cow<'_, str> {
    if !may_have(text) {
        return Cow::Borrowed(text);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut left: Vec<&str> = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        match duration(&words, at) {
            Some(found) => at = found.end,
            None => {
                left.push(word);
                at += 1;
            }
        }
    }
    if left.len() == words.len() { Cow::Borrowed(text) } else { Cow::Owned(left.join(" ")) }
}

/// The key of a heading without its ages and terms, and in which a scale is no month: "thang điểm 10".
pub(crate) fn without_other_months(key: &str) -> Cow<'_, str> {
    const SCALE: &str = "thang diem";
    match without_durations(key) {
        key if key.contains(SCALE) => Cow::Owned(key.replace(SCALE, "diem")),
        key => key,
    }
}

/// The words of an age or a term whose number is word `at`.
fn duration(words: &[&str], at: usize) -> Option<Range<usize>> {
    let number = bare(words.get(at)?);
    let is_number = number.split('-').all(|number| {
        (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    let month = words.get(at + 1).filter(|_| is_number)?;
    if !is("tháng", bare(month)) && !matches!(fold(bare(month)).as_str(), "months" | "month") {
        return None;
    }
    let ends = month.ends_with([')', ',', ';', ':']);
    let next = words.get(at + 2).filter(|_| !ends).map_or("", |word| bare(word));
    if BEHIND.iter().any(|word| is(word, next)) {
        return Some(at..at + 3);
    }
    let then = words.get(at + 3).map_or("", |word| bare(word));
    let two = format!("{next} {then}");
    if BEHIND.iter().any(|word| word.contains(' ') && is(word, &two)) {
        return Some(at..at + 4);
    }
    // "Ngày 30 tháng 9"
    if next.starts_with(|c: char| c.is_ascii_digit() || c == '/') {
        return None;
    }
    let is_of_year = OF_YEAR.iter().any(|word| is(word, next));
    let before = at.checked_sub(1).map_or("", |at| words[at]);
    let before = before.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_before = || !is_of_year && BEFORE.iter().any(|word| is(word, before));
    // A year has no 18 months.
    let are_many = number.parse::<u16>().is_ok_and(|months| months > 12);
    (are_many || is_before()).then_some(at..at + 2)
}

/// Whether a text may have months of anything.
fn may_have(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit()) && {
        let folded = fold(text);
        folded.contains("thang") || folded.contains("month")
    }
}

/// Whether words are in a list: with their accents, if they have any.
fn is(of_list: &str, words: &str) -> bool {
    let own = accented(words);
    own == of_list || own.is_ascii() && fold(of_list) == own
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_and_terms_are_no_periods() {
        for (text, expected) in [
            ("Trẻ 18 tháng tuổi tiêm nhắc", "Trẻ tiêm nhắc"),
            ("Tiêm sởi (trẻ 18 tháng)", "Tiêm sởi (trẻ"),
            ("tiem soi (tre 18 thang)", "tiem soi (tre"),
            ("Trẻ đủ 12 tháng được tiêm", "Trẻ đủ được tiêm"),
            ("Trẻ 6-23 tháng tuổi", "Trẻ"),
            ("Trẻ từ 24 đến 59 tháng tuổi", "Trẻ từ 24 đến"),
            ("Tiền gửi kỳ hạn 12 tháng", "Tiền gửi kỳ hạn"),
            ("Thất nghiệp từ 12 tháng trở lên", "Thất nghiệp từ"),
            ("Nhắc lại lúc 18 tháng năm 2024", "Nhắc lại lúc năm 2024"),
            ("Infants under 6 months", "Infants under"),
            ("Children 6-23 months of age", "Children"),
        ] {
            assert_eq!(without_durations(text), expected, "{text}");
        }
        for text in [
            "Thực hiện 9 tháng",
            "Ước 6 tháng đầu năm 2024",
            "Số trẻ 9 tháng năm 2024",
            "Số ca tử vong trẻ em 6 tháng đầu năm",
            "Lũy kế 12 tháng",
            "Spending over 12 months to June 2024",
            "Tháng 9/2024",
            "Đến ngày 30 tháng 9 năm 2024",
            "Chỉ số năm 2023 (thang 10)",
        ] {
            assert_eq!(without_durations(text), text, "{text}");
        }
    }
}
