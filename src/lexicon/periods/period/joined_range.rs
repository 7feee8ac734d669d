//! Dashes that join the first and the last part of one period in a heading, and compare nothing: "Apr-Dec 2023".

use std::borrow::Cow;

use super::english_months;
use super::token::tokens;

/// A text with "to" in place of the dash between the first and the last part of one period, which compares nothing:
/// "Actual (Apr to Dec 2023)", "Q1 to Q3 2023/24".
pub(crate) fn with_joined_range(text: &str) -> Cow<'_, str> {
    let is_first_quarter = |word: &str| word == "q1";
    let is_quarter = |word: &str| matches!(word, "q2" | "q3" | "q4");
    let is_month = |word: &str| {
        tokens(word).first().is_some_and(|token| english_months::month_number(token).is_some())
    };
    let dash = text.char_indices().filter(|(_, c)| matches!(c, '-' | '–')).find(|(at, dash)| {
        let (before, behind) = (&text[..*at], &text[at + dash.len_utf8()..]);
        let of_word = |c: char| !c.is_alphanumeric();
        let first = before.trim_end().rsplit(of_word).next().unwrap_or_default().to_lowercase();
        let last = behind.trim_start().split(of_word).next().unwrap_or_default().to_lowercase();
        is_month(&first) && is_month(&last) || is_first_quarter(&first) && is_quarter(&last)
    });
    match dash {
        Some((at, dash)) => {
            let (before, behind) = (&text[..at], &text[at + dash.len_utf8()..]);
            Cow::Owned(format!("{} to {}", before.trim_end(), behind.trim_start()))
        }
        None => Cow::Borrowed(text),
    }
}
