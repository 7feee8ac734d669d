//! The place of a report, from its title and first sentences.

use super::first_place::{of_beginning, owner_at_start};
use super::kind_of_place::{COMMITTEES, named_place, of_capitals};
use crate::dataset::prose::tokens::place_name::{KINDS, capitalized, is_office};
use crate::dataset::prose::tokens::report_language::ReportLanguage;
use crate::dataset::prose::tokens::token::tokens;
use crate::lexicon::place;
use crate::lexicon::prose::{NAME_WORDS, NameWord};
use crate::lexicon::prose_words::{
    ALL_PLACES, BEHIND_PLACE_OF_TITLE, DOES_IN_TITLE, ENGLISH_KINDS, TITLE_WORDS,
};
use crate::text::lower_case::LowerCase;

/// The place of a report: what follows "tỉnh", "huyện" … in its title or first sentences, else the capitalized
/// words with which the title begins, if a period follows them.
pub(crate) fn place(
    title: &str,
    paragraphs: &[String],
    several: bool,
    language: ReportLanguage,
) -> Option<String> {
    let english = language == ReportLanguage::English;
    of_title(title, paragraphs, language)
        // A text about several places has none of its own.
        .or_else(|| several.then(String::new))
        .or_else(|| of_beginning(paragraphs))
        .or_else(|| english.then(|| owner_at_start(paragraphs)).flatten())
        .filter(|place| !place.is_empty())
}

/// The place of a report, from its title. The paragraphs show whether a text is about a place that only does something
/// in its title.
pub(crate) fn of_title(
    title: &str,
    paragraphs: &[String],
    language: ReportLanguage,
) -> Option<String> {
    let anywhere = |_: &str| true;
    let named = |text: &str| match text.chars().any(char::is_lowercase) {
        true => KINDS.iter().chain(&COMMITTEES).find_map(|kind| named_place(text, kind, anywhere)),
        false => of_capitals(text),
    };
    let english = language == ReportLanguage::English;
    named(title)
        .or_else(|| english.then(|| english_place(title)).flatten())
        .or_else(|| at_start(title, language))
        .or_else(|| only_known(title))
        .filter(|place| !is_only_in_title(title, place, paragraphs))
}

/// Whether a place only does something in a title, and the text is not about it: "Công bố PAR
/// INDEX: Hải Phòng trở lại ngôi đầu" above "Chỉ số của 63 tỉnh, thành phố …".
fn is_only_in_title(title: &str, place: &str, paragraphs: &[String]) -> bool {
    const FIRST: usize = 2;
    let Some((before, behind)) = title.split_once(place) else { return false };
    let does = behind.trim_start_matches([' ', ',']).lower_case();
    if DOES_IN_TITLE.longest_start(&does).is_none() {
        return false;
    }
    let first = paragraphs.iter().take(FIRST).map(String::as_str).collect::<Vec<_>>().join("\n");
    let lower = first.lower_case();
    let all = ALL_PLACES.iter().filter_map(|words| lower.find(words)).min();
    let own = ["toàn tỉnh", "toàn thành phố", "trên địa bàn", "của tỉnh"];
    let own =
        own.iter().filter_map(|words| lower.find(words)).chain(lower.find(&place.lower_case()));
    match (own.min(), all) {
        (Some(own), Some(all)) => all < own,
        (Some(_), None) => false,
        (None, Some(_)) => true,
        (None, None) => before.contains(':'),
    }
}

/// The one known province or country that a title names: "Du lịch Khánh Hòa tăng tốc".
fn only_known(title: &str) -> Option<String> {
    const LONGEST: usize = 5;
    // "Vietnam's economy keeps momentum".
    let owner = title.split_once("'s ").or_else(|| title.split_once("’s ")).map(|(owner, _)| owner);
    if let Some(owner) = owner.filter(|owner| place::is_known(owner)) {
        return Some(owner.to_owned());
    }
    let title = title.replace("'s ", " ").replace("’s ", " ");
    let words: Vec<&str> = title.split_whitespace().collect();
    let mut found: Vec<String> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let known = (1..=LONGEST.min(words.len() - at)).rev().find_map(|many| {
            let name = capitalized(&words[at..at + many].join(" "));
            // "Huế: Du lịch bứt phá": the only one of one syllable.
            let known = match many {
                1 => place::is_central_city(&name),
                _ => place::is_known(&name),
            };
            (name.split(' ').count() == many && known).then_some(name)
        });
        at += known.as_ref().map_or(1, |name| name.split(' ').count());
        found.extend(known);
    }
    found.dedup();
    if found.len() == 1 { found.pop() } else { None }
}

/// "Chư Pưh nửa đầu năm 2024", "Nghệ An 9 tháng": two or more capitalized words and a period.
fn at_start(title: &str, language: ReportLanguage) -> Option<String> {
    let name = capitalized(title);
    let rest = title.get(name.len()..)?.trim_start();
    let numbered = rest.starts_with(|c: char| c.is_ascii_digit());
    // What is before the colon of an English title is what kind of report it is: "Taking Stock: …".
    let english = language == ReportLanguage::English;
    let titled = english && name.split(' ').any(is_title_word);
    let timed = BEHIND_PLACE_OF_TITLE.longest_start(rest).is_some() && !english;
    // "Tỉnh Đoàn Nghệ An: …" begins with an office.
    let office =
        name.split_once(' ').is_some_and(|(kind, rest)| KINDS.contains(&kind) && is_office(rest));
    let named = name.split(' ').count() > 1 && (numbered || timed) && !office && !titled;
    named.then(|| province_behind(&name).unwrap_or(name))
}

/// The province behind the name of an institution: "Agribank Thanh Hóa".
fn province_behind(name: &str) -> Option<String> {
    if place::is_known(name) {
        return None;
    }
    let starts = name.match_indices(' ').map(|(at, _)| at + 1);
    let mut ends = starts.filter_map(|at| name.get(at..));
    ends.find(|rest| rest.contains(' ') && place::is_province(rest)).map(str::to_owned)
}

/// Whether a word of an English title says what kind of report it is, or what about: "Update", "Inflation".
fn is_title_word(word: &str) -> bool {
    let lower = word.lower_case();
    TITLE_WORDS.contains(&lower) || NAME_WORDS.longest_of(&tokens(word), NameWord::Head).is_some()
}

/// The place in a part of an English title: words that end with its kind, "Sabaragam Province", or behind "for" and
/// "in", "Economic Update for Kenova".
fn english_place(title: &str) -> Option<String> {
    const LONGEST: usize = 4;
    let capital = |word: &&str| word.starts_with(|c: char| c.is_ascii_uppercase());
    let named = |words: &[&str]| {
        !words.is_empty()
            && words.iter().all(capital)
            && !words.iter().any(|word| is_title_word(word))
    };
    let kind = |word: &str| ENGLISH_KINDS.contains(&word.lower_case());
    title.split([',', ':', ';', '–', '—', '|', '(', ')']).find_map(|part| {
        let words: Vec<&str> = part.split_whitespace().collect();
        if let Some(place) = known_of_kind(&words) {
            return Some(place);
        }
        let last = words.last().filter(|last| kind(last)).is_some();
        let start = words.iter().rposition(|word| !capital(word)).map_or(0, |at| at + 1);
        let own = &words[start..];
        let of_kind =
            last && (2..=LONGEST).contains(&own.len()) && !own.iter().all(|word| kind(word));
        if of_kind && named(own) {
            return Some(own.join(" "));
        }
        let at = words.iter().position(|word| matches!(*word, "for" | "in"))?;
        let place = &words[at + 1..];
        // What is before it says what kind of report it is.
        let titled = words[..at].last().is_some_and(|word| is_title_word(word));
        (titled && place.len() < 3 && named(place)).then(|| place.join(" "))
    })
}

/// A known place before its kind within a part of a title: "Can Tho City annual report 2023".
fn known_of_kind(words: &[&str]) -> Option<String> {
    const LONGEST: usize = 3;
    let kind = |at: &usize| {
        words[*at].starts_with(char::is_uppercase)
            && ENGLISH_KINDS.contains(&words[*at].lower_case())
    };
    (1..words.len()).filter(kind).find_map(|at| {
        let names = (1..=LONGEST.min(at)).rev().map(|many| words[at - many..at].join(" "));
        let name = names.into_iter().find(|name| place::is_province(name))?;
        Some(format!("{name} {}", words[at]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn place_of_a_title() {
        for (title, wanted) in [
            ("Exports: eight-month growth in 2024", None),
            ("Exports: 7-month growth in 2024", None),
            ("6-month deposit rates in 2024", None),
            ("Five-month results, plan for 2025", None),
            ("Chư Pưh nửa đầu năm 2024", Some("Chư Pưh")),
            ("Nghệ An 9 tháng đầu năm 2024", Some("Nghệ An")),
            ("Nghị quyết về nhiệm vụ năm 2026 của huyện Phú Xuân", Some("Phú Xuân")),
            ("Nhiều kết quả nổi bật năm 2024", None),
            ("Chỉ số giá tiêu dùng", None),
            ("Du lịch Khánh Hòa tăng tốc", Some("Khánh Hòa")),
            ("Bắc Ninh dẫn đầu về FDI quý I/2025", Some("Bắc Ninh")),
            ("Tỉnh Đoàn Nghệ An: kết quả", Some("Nghệ An")),
            ("Vốn từ Hàn Quốc vào Bắc Ninh", None),
            ("Tín dụng tăng 8% so với cuối năm 2023", None),
            ("UBND HUYỆN YÊN THÀNH NĂM 2023", Some("Yên Thành")),
            ("Hoạt động ngân hàng tháng 5 năm 2024", None),
            ("BÁO CÁO KINH TẾ - XÃ HỘI TỈNH LÀO CAI NĂM 2023", Some("Lào Cai")),
            ("Huyện A Lưới năm 2025", Some("A Lưới")),
            ("Kinh tế - xã hội huyện U Minh năm 2025", Some("U Minh")),
            ("UBND xã Y Tý: kết quả năm 2025", Some("Y Tý")),
        ] {
            let found = place(title, &[], false, ReportLanguage::Vietnamese);
            assert_eq!(found.as_deref(), wanted, "{title}");
        }
    }

    #[test]
    fn place_of_an_english_title() {
        for (title, wanted) in [
            ("Taking Stock: Economic Update for Kenova, April 2025", Some("Kenova")),
            (
                "Quarterly Bulletin: Sabaragam Province, Third Quarter of 2024",
                Some("Sabaragam Province"),
            ),
            (
                "Council Plan Monitoring: Westford District Council, 2023/24",
                Some("Westford District Council"),
            ),
            ("Press release: Industrial Production, May 2024", None),
            ("Economic Update 2024", None),
            ("Economic Update for March 2025", None),
            ("Outlook for Inflation, 2025", None),
            ("Ashcombe Council 2024", Some("Ashcombe Council")),
            ("Growth Slows: Q2 2024", None),
        ] {
            let found = place(title, &[], false, ReportLanguage::English);
            assert_eq!(found.as_deref(), wanted, "{title}");
        }
    }
}
