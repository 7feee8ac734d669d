//! Words that are others without their accents: "Số bổ sung", "Số bộ hồ sơ" are not "sơ bộ", and in
//! "theo thang 10" is no "tháng".

use std::borrow::Cow;

use super::phrase_set::words_of;
use crate::text::fold::{accented, fold};

/// A text in which such words are written so that they stay others when they are folded; `folded` is the text that they
/// would be in.
pub(crate) fn kept_apart<'t>(text: &'t str, folded: &str) -> Cow<'t, str> {
    let may_count = has_pair(folded, |first, second| first == "so" && second == "bo");
    let may_be_scale = !text.is_ascii() && has_pair(folded, is_scale);
    if !may_count && !may_be_scale {
        return Cow::Borrowed(text);
    }
    let lower = accented(text);
    let words: Vec<(usize, &str)> = words_of(&lower).collect();
    let mut apart = String::with_capacity(lower.len());
    let mut end = 0;
    for (nth, (at, word)) in words.iter().enumerate() {
        let next = |nth: usize| words.get(nth).map_or("", |(_, word)| *word);
        if may_count && is_count(word, next(nth + 1), next(nth + 2)) {
            apart.push_str(&lower[end..at + word.len()]);
            end = at + word.len() + 1;
        } else if may_be_scale && is_scale(word, next(nth + 1)) {
            apart.push_str(&lower[end..at + word.len()]);
            apart.push_str(" điểm");
            end = at + word.len();
        }
    }
    match end {
        0 => Cow::Borrowed(text),
        end => Cow::Owned(apart + lower.get(end..).unwrap_or_default()),
    }
}

/// Whether words count what is added or sets of something: "Số bổ sung", "Số bộ".
fn is_count(word: &str, next: &str, then: &str) -> bool {
    let is_without = word.is_ascii() && next.is_ascii();
    word == "số" && fold(next) == "bo" || is_without && (word, next, then) == ("so", "bo", "sung")
}

/// Whether words are the top of a scale in a text with accents: "thang 10".
pub(crate) fn is_scale(word: &str, next: &str) -> bool {
    word == "thang" && next.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether two words in a row are such.
fn has_pair(text: &str, is_wanted: impl Fn(&str, &str) -> bool) -> bool {
    let mut last = "";
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).any(|word| {
        let is_pair = is_wanted(last, word);
        last = word;
        is_pair
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_stay_apart() {
        for (text, expected) in [
            ("Số bổ sung cân đối", "sobo sung can doi"),
            ("SỐ BỔ SUNG CÓ MỤC TIÊU", "sobo sung co muc tieu"),
            ("Số bộ hồ sơ", "sobo ho so"),
            ("So bo sung can doi", "sobo sung can doi"),
            ("Sơ bộ 2023", "so bo 2023"),
            ("So bo 2023", "so bo 2023"),
            ("Điểm (thang 10)", "diem (thang diem 10)"),
            ("Điểm tháng 10", "diem thang 10"),
            ("Diem thang 10", "diem thang 10"),
            ("Thang điểm 100", "thang diem 100"),
        ] {
            assert_eq!(fold(&kept_apart(text, &fold(text))), expected, "{text}");
        }
    }
}
