//! A day of an English text up to which something is counted: "By December 20".

use crate::dataset::prose::sentence::items::Sentence;
use crate::lexicon::period;
use crate::model::Period;
use crate::text::lower_case::LowerCase;

/// What is counted up to an English day, as a period: "December 20" of a report of 2024 is "đến ngày 20/12/2024".
pub(super) fn english_day(words: &str, document: Option<Period>) -> Option<String> {
    let mut parts: Vec<&str> = words.split_whitespace().collect();
    let year =
        parts.last().filter(|year| year.len() == 4).and_then(|year| year.parse::<u16>().ok());
    if year.is_some() {
        parts.pop();
    }
    let [first, second] = parts[..] else { return None };
    let (name, day) = if first.starts_with(|c: char| c.is_ascii_digit()) {
        (second, first)
    } else {
        (first, second)
    };
    let day = day.parse::<u8>().ok().filter(|day| (1..=31).contains(day))?;
    let month = period::english_month(&name.lower_case())?;
    let year = year.or_else(|| document.and_then(Period::last_year));
    Some(year.map_or_else(
        || format!("đến ngày {day}/{month}"),
        |year| format!("đến ngày {day}/{month}/{year}"),
    ))
}

/// Whether words right before an English day say that something is counted up to it: "by", "as of".
pub(super) fn is_until(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let key = sentence.lower(before);
    matches!(&*key, "by" | "until" | "till" | "through" | "to" | "up to" | "as of")
        || key.ends_with(" of") && sentence.key(before) == "as"
        || &*key == "of" && before > 0 && sentence.key(before - 1) == "as"
}
