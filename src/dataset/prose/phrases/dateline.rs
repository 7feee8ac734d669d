//! Lines that only say when a text was published or from when to when its figures are, and name no indicator.

use crate::lexicon::period::day::Day;
use crate::lexicon::period::is_english_month;
use crate::lexicon::prose_words::{DATA_SPAN_STARTS, DATELINE_WORDS};
use crate::text::lower_case::LowerCase;

/// The most bytes of such a line.
const LONGEST: usize = 160;

/// Whether a line only gives the day on which the text was published: "12/01/2025 09:15", "Thứ Ba, 13/8/2024 - 15:42
/// Lượt xem: 1.208", "Updated January 12, 2025". That is no period of figures.
pub(crate) fn is_dateline(line: &str) -> bool {
    if line.len() > LONGEST || line.ends_with(':') {
        return false;
    }
    let lower = line.lower_case();
    let words = || words_of(&lower);
    let known = |word: &str| {
        DATELINE_WORDS.contains(word)
            || is_english_month(word)
            || is_clock(word)
            || word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '/' | '-'))
    };
    words().all(known) && (words().any(is_day) || is_worded_day(&lower))
}

/// The words of a line without the punctuation around them.
fn words_of(line: &str) -> impl Iterator<Item = &str> {
    let bare = |word| str::trim_matches(word, |c: char| !c.is_alphanumeric());
    line.split_whitespace().map(bare).filter(|word| !word.is_empty())
}

/// "12/01/2025", "12-1-2025", "12.01.2025".
fn is_day(word: &str) -> bool {
    Day::parse(word).is_some_and(|day| day.year.is_some())
}

/// "ngày 12 tháng 1 năm 2025", "January 12, 2025", "12 January 2025".
fn is_worded_day(line: &str) -> bool {
    let words: Vec<&str> = words_of(line).collect();
    let day = |word: &&str| matches!(word.parse::<u8>(), Ok(1..=31));
    let year = |word: &&str| word.len() == 4 && word.parse::<u16>().is_ok();
    let vietnamese = ["ngày", "tháng", "năm"].iter().all(|word| words.contains(word));
    let english = words.iter().any(|word| is_english_month(word));
    (vietnamese || english) && words.iter().any(day) && words.iter().any(year)
}

/// "15:42", "9h30", "15h".
fn is_clock(word: &str) -> bool {
    let (hour, minutes) = word.split_once([':', 'h']).unwrap_or((word, ""));
    let digits =
        |text: &str| text.len() <= 5 && text.chars().all(|c| c.is_ascii_digit() || c == ':');
    !hour.is_empty() && hour.len() <= 2 && digits(hour) && digits(minutes)
}

/// The days from which to which the figures of a report are, as a line of its own says: "(Số liệu từ ngày 01/10/2023
/// đến ngày 30/9/2024)".
pub(crate) fn span_of_data(line: &str) -> Option<String> {
    if line.len() > LONGEST {
        return None;
    }
    let bare = line.trim_matches(|c: char| {
        matches!(c, '(' | ')' | '.' | '*' | '[' | ']') || c.is_whitespace()
    });
    let lower = bare.lower_case();
    let rest = lower.get(DATA_SPAN_STARTS.longest_start(&lower)?.len()..)?;
    let days: Vec<&str> = words_of(rest).filter(|word| is_day(word)).collect();
    let [first, last] = days[..] else { return None };
    let joins = |word: &str| {
        is_day(word) || matches!(word, "ngày" | "đến" | "tới" | "hết" | "to" | "until")
    };
    words_of(rest).all(joins).then(|| match lower.is_ascii() {
        true => format!("from {first} to {last}"),
        false => format!("từ ngày {first} đến ngày {last}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_publication() {
        for line in [
            "12/01/2025",
            "12/01/2025 09:15",
            "Thứ Ba, 13/8/2024 - 15:42   Lượt xem: 1.208",
            "Cập nhật lúc: 9h30, ngày 05-3-2024",
            "Thứ sáu, ngày 8 tháng 3 năm 2024",
            "Updated January 12, 2025",
            "Posted on Monday, 12 January 2025 at 10:30",
        ] {
            assert!(is_dateline(line), "{line}");
        }
        for line in [
            "Đến ngày 31/12/2024",
            "Năm 2024",
            "Tháng 8/2024",
            "Thu ngân sách 12/01/2025: 45 tỷ đồng",
            "1.208",
            "Ngày 12/01/2025:",
        ] {
            assert!(!is_dateline(line), "{line}");
        }
    }

    #[test]
    fn days_of_the_figures() {
        let of = |line| span_of_data(line);
        assert_eq!(
            of("(Số liệu từ ngày 01/12/2022 đến ngày 30/11/2023)").as_deref(),
            Some("từ ngày 01/12/2022 đến ngày 30/11/2023")
        );
        assert_eq!(
            of("(Từ 16/11/2023 đến 15/5/2024)").as_deref(),
            Some("từ ngày 16/11/2023 đến ngày 15/5/2024")
        );
        assert_eq!(of("Số liệu tính đến ngày 30/11/2023"), None);
        assert_eq!(of("Từ ngày 01/12/2022 đến ngày 30/11/2023, thụ lý 512 vụ"), None);
    }
}
