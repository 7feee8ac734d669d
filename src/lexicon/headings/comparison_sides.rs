//! The two sides of a comparison heading: the value, and the base that it is compared with.
//!
//! ```text
//! Cộng dồn 11 tháng so với cùng kỳ năm trước (%) · Trị giá
//! └────── value ─────────┘ └────── base ───────┘   └ value ┘
//! ```

use super::comparison::{is_change, is_in_points};
use super::index_base::index_base;
use super::phrases::{PLAN_WORDS, has, key};
use super::side_text::{lower, spelled_out, without_result};
use crate::lexicon::periods::period;
use crate::lexicon::periods::period_words::{PREVIOUS_WORDS, is_period, year};
use crate::lexicon::units::counted_unit::repeated_in_brackets;
use crate::lexicon::units::unit;
use crate::lexicon::words::word_list::WordList;
use crate::model::Period;
use crate::text::fold::fold;
use crate::text::one_line::one_line;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/comparisons.txt");

/// The words between the value and the base.
const BETWEEN: &[&[&str]] = &[
    &["so", "sanh", "voi"],
    &["so", "voi"],
    &["as", "compared", "with"],
    &["as", "compared", "to"],
    &["in", "comparison", "with"],
    &["in", "comparison", "to"],
    &["compared", "with"],
    &["compared", "to"],
    &["so", "sanh"],
    &["over"],
    &["against"],
    &["versus"],
    &["vs"],
    &["so"],
];

/// The two sides of a comparison, as published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ComparisonSides {
    /// The words of the value, from all levels of the heading.
    pub(crate) value: String,
    /// The words of the base; `None` if the heading names none.
    pub(crate) base: Option<String>,
    /// Whether it is an index of a base that is 100: "Năm trước = 100".
    pub(crate) is_index: bool,
}

impl ComparisonSides {
    /// Splits a comparison heading.
    pub(crate) fn of(heading: &str) -> Self {
        if let Some((value, base)) = index_base(heading) {
            let levels: Vec<String> = value.split(" · ").map(without_unit).collect();
            return Self { value: levels.join(" "), base: Some(base), is_index: true };
        }
        let levels: Vec<String> = heading.split(" · ").map(without_unit).collect();
        let signed: Vec<bool> =
            heading.split(" · ").map(|level| level.trim_start().starts_with('%')).collect();
        let found =
            levels.iter().zip(signed).enumerate().rev().find_map(|(at, (level, signed))| {
                // "% cùng kỳ" is a percent of a base, "% lúa" a percent of a crop.
                let named = || Self::names_base(level).then(|| (String::new(), level.clone()));
                let percent = || if signed { named() } else { None };
                // "So sánh 2024/2023": the words before the sign are the value.
                let sides = divided(level).map(|(value, base)| match around_sign(&base) {
                    Some(sides) if value.is_empty() => sides,
                    _ => (value, base),
                });
                let (value, base) = sides.or_else(|| around_sign(level)).or_else(percent)?;
                Some((at, value, base))
            });
        let Some((at, value, base)) = found else {
            return Self { value: levels.join(" "), ..Self::default() };
        };
        // "So sánh 7 tháng (%) · Cùng kỳ": what is compared, and on the next level with what.
        let below = levels.get(at + 1).filter(|level| Self::names_other(level));
        let (value, base) = match below {
            Some(_) if value.is_empty() && is_period(&key(&base)) && !Self::names_other(&base) => {
                (base, String::new())
            }
            _ => (value, base),
        };
        // "… so với (%) · Cùng kỳ năm trước": the base is on its own level.
        let own = !base.is_empty();
        // "So sánh · Tăng (+), giảm (-)" says how, and "So sánh · Trị giá" what is compared, but not with what.
        let is_open = asks_for_base(&levels[at]);
        let next = levels
            .get(at + 1)
            .filter(|level| {
                names_with(level) || Self::names_base(level) || is_open && !is_change(&key(level))
            })
            .map(|level| without_with(level).to_owned());
        let behind = levels.iter().skip(at + if own || next.is_none() { 1 } else { 2 });
        let base = if own { Some(base) } else { next };
        let value = levels[..at].iter().chain([&value]).chain(behind);
        let value: Vec<&str> = value.map(String::as_str).filter(|part| !part.is_empty()).collect();
        Self { value: value.join(" "), base, is_index: false }
    }

    /// Whether the words name a base: a plan or an earlier period.
    fn names_base(words: &str) -> bool {
        Self::names_other(words) || is_period(&key(words))
    }

    /// Whether the words name a plan or the previous period.
    fn names_other(words: &str) -> bool {
        let key = key(words);
        has(&key, &PLAN_WORDS) || has(&key, &PREVIOUS_WORDS)
    }

    /// Returns the period of the base, as it is written after "so với": "cùng kỳ năm trước", "tháng
    /// 9".
    pub(crate) fn period(&self) -> Option<String> {
        let base = self.base.as_deref()?;
        let folded = key(base);
        if folded.is_empty() || has(&folded, &PLAN_WORDS) {
            return None;
        }
        let of_year = year(&folded);
        if has(&folded, &["cung ky", "ck"]) {
            let short = folded.split(' ').all(|word| {
                matches!(
                    word,
                    "cung" | "ky" | "ck" | "nam" | "truoc" | "ngoai" | "th" | "thuc" | "hien"
                ) || word.bytes().all(|byte| byte.is_ascii_digit())
            });
            return Some(match of_year {
                Some(year) if short => format!("cùng kỳ năm {year}"),
                None if short => "cùng kỳ năm trước".to_owned(),
                _ => lower(base),
            });
        }
        // "October 2025"
        if let Some(month) = english_month_of_year(&folded) {
            return Some(month.to_string());
        }
        let mut words: Vec<String> = base.split_whitespace().map(str::to_owned).collect();
        // In "Tháng 12/2022" the number is already explained.
        let is_named = |at: usize| at > 0 && fold(&words[at - 1]) == "thang";
        let named = (0..words.len()).any(is_named);
        // "Thực hiện tháng 9", "ƯTH 2023": the result word is removed.
        while words.len() > 1
            && matches!(
                fold(&words[0]).as_str(),
                "thuc" | "hien" | "th" | "uth" | "uoc" | "so" | "bo" | "prel."
            )
        {
            words.remove(0);
        }
        if let [word] = &mut words[..] {
            *word = without_result(word).to_owned();
        }
        if words.len() == 1 && words[0].bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(format!("năm {}", words[0]));
        }
        if !named {
            words.iter_mut().for_each(|word| *word = spelled_out(word));
        }
        Some(lower(&words.join(" ")))
    }
}

/// Returns a level of a heading without its unit: "So với cùng kỳ (%)", "Lượng (nghìn tấn)".
pub(crate) fn without_unit(level: &str) -> String {
    let mut text = one_line(level);
    if let Some((counted, _)) = repeated_in_brackets(&text) {
        return counted.to_owned();
    }
    if let (Some(open), Some(close)) = (text.rfind(['(', '[']), text.rfind([')', ']']))
        && open < close
        && (unit::is_unit(&text[open + 1..close])
            || text[open..close].contains('%')
            || is_in_points(&key(&text[open..close]))
            || !text[open..close].contains(char::is_alphanumeric))
    {
        text.replace_range(open..=close, " ");
    }
    if unit::is_unit(&text) {
        return String::new();
    }
    let words = text.split_whitespace().filter(|word| !matches!(*word, "%" | ":"));
    let text = words.collect::<Vec<_>>().join(" ");
    // "So với (%):" over its bases.
    text.strip_suffix(':').map_or(text.as_str(), str::trim_end).to_owned()
}

/// Returns the texts before and after "so với"; `None` if a level has no such words.
fn divided(level: &str) -> Option<(String, String)> {
    let words: Vec<&str> = level.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| key(word)).collect();
    let at = |phrase: &[&str]| {
        let mut places = (0..folded.len()).rev();
        places.find(|at| {
            let found = folded.get(*at..at + phrase.len());
            found.is_some_and(|found| found.iter().eq(phrase.iter()))
        })
    };
    // "Số lượng" and "giá so sánh" are no comparisons.
    let compares = |at: &usize| fold_marks(words[*at]) && (*at == 0 || folded[at - 1] != "gia");
    let (from, length) =
        BETWEEN.iter().find_map(|phrase| Some((at(phrase).filter(compares)?, phrase.len())))?;
    let mut until = from + length;
    // In "So sánh thực hiện với dự toán" the value is between the words.
    let mut value: Vec<&str> = words[..from].to_vec();
    if let Some(with) = (until..words.len()).find(|at| folded[*at] == "voi") {
        value.extend(&words[until..with]);
        until = with + 1;
    }
    Some((value.join(" "), words[until..].join(" ")))
}

/// Whether a text ends with a word that a base must follow: "So với", and not "So sánh" or "Aged 65 and over".
pub(crate) fn asks_for_base(text: &str) -> bool {
    let key = key(&without_unit(text));
    let mut words = key.rsplit(' ');
    let (last, before) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_age = last == "over" && matches!(before, "and" | "or" | "years");
    !is_age && matches!(last, "voi" | "with" | "to" | "over" | "against" | "versus" | "vs")
}

/// Whether a level compares a period, or whatever is above it, with bases that only other levels name: "November 2025
/// compared with (%)", "Compared to", and not "Rate of those aged 65 and over".
pub(crate) fn compares_a_period(level: &str) -> bool {
    let Some((value, base)) = divided(&without_unit(level)).filter(|_| asks_for_base(level)) else {
        return false;
    };
    let value = key(&value);
    // "Over 6 months" is an age.
    let is_alone = value.is_empty() && !key(level).starts_with("over");
    base.is_empty() && (is_alone || is_period(&value) || period::is_period(&value))
}

/// The month of a key that is one of a year in English and nothing else: "may 2025".
fn english_month_of_year(key: &str) -> Option<Period> {
    let (name, of_year) = key.split_once(' ')?;
    let month = period::english_month(name)?;
    Period::month(Some(year(of_year).filter(|_| of_year.len() == 4)?), month)
}

/// A base without the word before it: "Với vụ trước" below "So sánh (%)".
fn without_with(level: &str) -> &str {
    let split = level.trim_start().split_once(' ');
    split.filter(|(first, _)| first.to_lowercase() == "với").map_or(level, |(_, base)| base)
}

/// Whether a level says with what something is compared.
fn names_with(level: &str) -> bool {
    without_with(level) != level
}

/// Whether a word is "so", not "số".
fn fold_marks(word: &str) -> bool {
    !word.to_lowercase().starts_with("số")
}

/// Returns the texts before and after a sign: "ƯTH 2024/TH 2023".
fn around_sign(level: &str) -> Option<(String, String)> {
    let (value, base) = level.rsplit_once('/')?;
    let is_date = crate::lexicon::headings::comparison::is_date(&key(value), &key(base), '/');
    let worded = [value, base].iter().all(|side| side.contains(char::is_alphanumeric));
    // "Tăng/giảm điểm"
    let moves = MOVES.iter().any(|word| key(base).split(' ').next() == Some(word));
    (worded && !is_date && !moves).then(|| (value.trim().to_owned(), base.trim().to_owned()))
}

/// First words after a sign that name the other way of a change, not a base.
static MOVES: WordList = WordList::of(FILE, "change");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_is_what_follows_so_voi() {
        for (heading, value, period) in [
            (
                "11 tháng năm 2023 so với cùng kỳ năm trước (%)",
                "11 tháng năm 2023",
                Some("cùng kỳ năm trước"),
            ),
            ("9 tháng 2023 so với cùng kỳ năm 2022 (%)", "9 tháng 2023", Some("cùng kỳ năm 2022")),
            ("Ước tháng 6/2015 so với tháng trước", "Ước tháng 6/2015", Some("tháng trước")),
            ("% so với tháng 12 năm trước", "", Some("tháng 12 năm trước")),
            ("Tháng 10 so với (%) · Kỳ gốc 2019", "Tháng 10", Some("kỳ gốc 2019")),
            ("Tháng 10 so với (%): · Tháng 9/2023", "Tháng 10", Some("tháng 9/2023")),
            ("Tháng 10 so với: · Tháng 9/2023", "Tháng 10", Some("tháng 9/2023")),
            ("Tháng 10 năm 2023 so với · Tháng 9/2023", "Tháng 10 năm 2023", Some("tháng 9/2023")),
            ("Tháng 10 so với (%) · 12/2022", "Tháng 10", Some("tháng 12/2022")),
            ("So cùng kỳ (%) · Lượng", "Lượng", Some("cùng kỳ năm trước")),
            ("So sánh (%) · Lũy kế so với cùng kỳ", "So sánh Lũy kế", Some("cùng kỳ năm trước")),
            (
                "SO SÁNH THỰC HIỆN VỚI (%) · CÙNG KỲ NĂM TRƯỚC",
                "THỰC HIỆN",
                Some("cùng kỳ năm trước"),
            ),
            ("So sánh (%) · UTH/CK", "So sánh UTH", Some("cùng kỳ năm trước")),
            ("ƯTH 2024/TH 2023", "ƯTH 2024", Some("năm 2023")),
            ("T10/T9 (%)", "T10", Some("tháng 9")),
            ("T10 so T9 (%)", "T10", Some("tháng 9")),
            ("So sánh 2024/2023 (%)", "2024", Some("năm 2023")),
            ("So sánh 2024/2023 (lần)", "2024", Some("năm 2023")),
            ("TH2024/TH2023", "TH2024", Some("năm 2023")),
            ("9T2024/9T2023 (%)", "9T2024", Some("9 tháng 2023")),
            ("6T/2024 so 6T/2023 (%)", "6T/2024", Some("6 tháng 2023")),
            ("Change vs FY2023", "Change", Some("FY2023")),
            ("So sánh (%) · 9T 2024/9T 2023", "So sánh 9T 2024", Some("9 tháng 2023")),
            ("T9/2024 so với T8/2024", "T9/2024", Some("tháng 8/2024")),
            ("% cùng kỳ", "", Some("cùng kỳ năm trước")),
            ("% lúa", "lúa", None),
            ("So với cùng kỳ · +/-", "+/-", Some("cùng kỳ năm trước")),
            ("So với KH năm (%)", "", None),
            ("So với 2022 (+/-)", "", Some("năm 2022")),
            ("So với năm 2022 (+,-)", "", Some("năm 2022")),
            ("Tốc độ tăng năm 2024 (%)", "Tốc độ tăng năm 2024", None),
            ("Theo giá so sánh 2010", "Theo giá so sánh 2010", None),
            ("Tăng/giảm điểm", "Tăng/giảm điểm", None),
            ("Increase/decrease", "Increase/decrease", None),
            ("Chỉ số (Năm trước = 100)", "Chỉ số", Some("năm trước")),
            ("Index, previous year=100", "Index,", Some("previous year")),
            ("Chỉ số giá (tháng trước = 100) · Tháng 5", "Chỉ số giá Tháng 5", Some("tháng trước")),
            ("IIP (cùng kỳ năm trước=100)", "IIP", Some("cùng kỳ năm trước")),
        ] {
            let sides = ComparisonSides::of(heading);
            assert_eq!(sides.is_index, heading.contains('='), "{heading}");
            assert_eq!(sides.period().as_deref(), period, "{heading}");
            assert_eq!(sides.value, value, "{heading}");
        }
    }
}
