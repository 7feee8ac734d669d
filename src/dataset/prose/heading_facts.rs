//! The place and the period of a report, from its title and first sentences.

use super::items::{Sentence, What};
use super::place_name::{KINDS, capitalized};
use super::{period_words, sentences};
use crate::lexicon::period;
use crate::lexicon::prose::Phrase;
use crate::text::parse_number::Separators;

/// The number of paragraphs in which place and period are looked for.
const FIRST: usize = 3;

/// The period of a report as it is written, if it is one: "6 tháng đầu năm 2024".
pub(super) fn period(title: &str, paragraphs: &[String]) -> Option<String> {
    let beginnings = paragraphs.iter().take(FIRST).filter_map(|paragraph| {
        let first = sentences::sentences(paragraph).into_iter().next()?;
        Some(paragraph[first].to_owned())
    });
    let texts: Vec<String> = std::iter::once(title.to_owned()).chain(beginnings).collect();
    // "2024-12" in a title is the date of the page.
    let worded = |period: &String| period.chars().any(char::is_alphabetic);
    let found: Vec<String> = texts.iter().flat_map(|text| periods_in(text)).collect();
    found.iter().find(|period| worded(period)).or(found.first()).cloned()
}

/// The periods with a year in a text.
fn periods_in(text: &str) -> Vec<String> {
    let sentence = Sentence::new(text, Separators::Comma);
    let mut found = Vec::new();
    let mut at = 0;
    while at < sentence.items.len() {
        let is_time = matches!(sentence.items[at].what, What::Date)
            || sentence.phrase(at) == Some(Phrase::Time);
        if !is_time {
            at += 1;
            continue;
        }
        let Some(range) = period_words::period_in(&sentence, at..sentence.items.len()) else {
            break;
        };
        let written = sentence.text(range.clone());
        if period::parse(&written).is_some_and(|period| period.first_year().is_some()) {
            found.push(written);
        }
        at = range.end.max(at + 1);
    }
    found
}

/// The place of a report: what follows "tỉnh", "huyện" … in its title or first sentences, else the capitalized
/// words with which the title begins, if a period follows them.
pub(super) fn place(title: &str, paragraphs: &[String], several: bool) -> Option<String> {
    let named = |text: &str| KINDS.iter().find_map(|kind| named_place(text, kind));
    named(title)
        .or_else(|| at_start(title))
        // A text about several places has none of its own.
        .or_else(|| several.then(String::new))
        .or_else(|| paragraphs.iter().take(FIRST).find_map(|paragraph| named(paragraph)))
        .filter(|place| !place.is_empty())
}

fn named_place(text: &str, kind: &&str) -> Option<String> {
    let mut from = 0;
    while let Some(at) = text[from..].find(kind).map(|at| at + from) {
        let end = at + kind.len();
        let alone = !text[..at].ends_with(char::is_alphanumeric);
        let name = capitalized(text[end..].trim_start_matches(['.', ' ']));
        let near = text[end..].starts_with(' ') || *kind == "TP" && text[end..].starts_with('.');
        if alone && near && !name.is_empty() {
            return Some(name);
        }
        from = end;
    }
    None
}

/// "Chư Pưh nửa đầu năm 2024", "Nghệ An 9 tháng": two or more capitalized words and a period.
fn at_start(title: &str) -> Option<String> {
    let name = capitalized(title);
    let rest = title.get(name.len()..)?.trim_start();
    let numbered = rest.starts_with(|c: char| c.is_ascii_digit());
    let timed = ["năm", "nửa", "tháng", "quý", "sáu", "chín", "trong", ":"]
        .iter()
        .any(|word| rest.starts_with(word));
    (name.split(' ').count() > 1 && (numbered || timed)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn place_and_period_of_a_title() {
        for (title, wanted_place, wanted_period) in [
            ("Chư Pưh nửa đầu năm 2024", Some("Chư Pưh"), Some("năm 2024")),
            ("Nghệ An 9 tháng đầu năm 2024", Some("Nghệ An"), Some("9 tháng đầu năm 2024")),
            (
                "Nghị quyết về nhiệm vụ năm 2026 của huyện Phú Xuân",
                Some("Phú Xuân"),
                Some("năm 2026"),
            ),
            ("Nhiều kết quả nổi bật năm 2024", None, Some("năm 2024")),
            ("Chỉ số giá tiêu dùng", None, None),
        ] {
            assert_eq!(place(title, &[], false).as_deref(), wanted_place, "{title}");
            let found = period(title, &[]);
            assert!(found.is_some() == wanted_period.is_some(), "{title}: {found:?}");
        }
    }
}
