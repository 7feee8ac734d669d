//! The unit in brackets of a name or a heading, in one language or two, and at the end of a title.

use super::counted_unit::repeated_in_brackets;
use super::money::CURRENCY_SIGNS;
use super::unit::{NAMES, SCALES, alone, first_of_two, is_label, is_unit};
use crate::lexicon::words::word_list::WordList;
use crate::text::fold::fold;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/units.txt");

/// Splits the unit in the last brackets off a name: "GRDP (Tỷ đồng)". In a name in two languages, the unit is that of
/// the first: "Giường bệnh (Giường) - Patient bed (Bed)".
pub(crate) fn in_brackets(text: &str) -> Option<(String, String)> {
    in_two_languages(text).or_else(|| in_last_unit(text))
}

/// The unit of the first language of a name whose two sides both end with one, and the name without both.
fn in_two_languages(text: &str) -> Option<(String, String)> {
    let (first, second) = text.split_once(") - ").or_else(|| text.split_once(") – "))?;
    let (second, inner) = second.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let (name, unit) = in_last_unit(&format!("{first})"))?;
    let is_foreign = second.is_ascii() && inner.is_ascii() && !first.is_ascii();
    (is_foreign && !name.is_empty()).then(|| (format!("{name} - {}", second.trim()), unit))
}

/// Splits the unit in the last brackets off a name. Of a unit in two languages, the first counts: "Nghìn người - Thous.
/// persons".
fn in_last_unit(text: &str) -> Option<(String, String)> {
    let start = text.rfind(['(', '['])?;
    let end = start + text[start..].find([')', ']'])?;
    let inner = text[start + 1..end].trim();
    let inner = match inner.split_once(':') {
        Some((label, unit)) if is_label(label) => unit.trim(),
        _ => inner,
    };
    let inner = first_of_two(inner).unwrap_or(inner);
    if !is_unit(inner) && !is_rate_base(inner) && !is_scaled(inner) && !is_scaled_money(inner) {
        return None;
    }
    let (before, after) = (text[..start].trim_end(), text[end + 1..].trim());
    let name = if after.is_empty() { before.to_owned() } else { format!("{before} {after}") };
    (!name.is_empty()).then(|| (name, inner.to_owned()))
}

/// Whether words in brackets are thousands or millions of something: "Triệu lượt HK.km". "Triệu Phong" is a place.
fn is_scaled(inner: &str) -> bool {
    const MOST_WORDS: usize = 3;
    let Some((scale, things)) = inner.split_once(' ') else { return false };
    // "HK.km", "tấn/ha".
    let is_thing = |word: &str| {
        let is_short = word.chars().all(char::is_uppercase);
        let is_word = !word.is_empty() && word.chars().all(char::is_alphabetic);
        is_word && (is_short || word.starts_with(char::is_lowercase))
    };
    SCALES.contains(&fold(scale))
        && things.split_whitespace().count() <= MOST_WORDS
        && things.split_whitespace().all(|word| word.split(['.', '/', '-']).all(is_thing))
}

/// Whether words in brackets are thousands or millions of a currency, with its sign: "$ millions", "in £ thousands".
fn is_scaled_money(inner: &str) -> bool {
    static MONEY_SCALES: WordList = WordList::of(FILE, "scale of money");
    let inner = inner.strip_prefix("in ").unwrap_or(inner);
    let scale = CURRENCY_SIGNS.into_iter().find_map(|sign| inner.strip_prefix(sign));
    scale.is_some_and(|scale| MONEY_SCALES.contains(&fold(scale.trim())))
}

/// Whether words in brackets name of how many something is counted: "per 1,000 live births".
fn is_rate_base(inner: &str) -> bool {
    const MOST_WORDS: usize = 4;
    let Some((first, rest)) = inner.split_once(' ') else { return false };
    let mut words = rest.split_whitespace();
    let round = |number: &str| {
        let digits = number.replace([',', '.'], "");
        digits.len() > 1 && digits.starts_with('1') && digits[1..].bytes().all(|b| b == b'0')
    };
    first.eq_ignore_ascii_case("per")
        && words.next().is_some_and(round)
        && words.clone().count() <= MOST_WORDS
        && words.all(|word| word.chars().all(|c| c.is_alphabetic() || c == '-'))
}

/// Whether brackets of a name say of what, or over which time, it is a percentage, which is part of
/// the name: "GDP growth (annual %)", "Unemployment (% of labor force) (estimate)".
pub(crate) fn says_percent(name: &str) -> bool {
    let inner = name.split(['(', '[']).skip(1).filter_map(|rest| rest.split([')', ']']).next());
    inner.map(str::trim).any(|inner| {
        let rest = inner.strip_prefix('%').or_else(|| inner.strip_suffix('%'));
        rest.is_some_and(|rest| {
            let words = || rest.split_whitespace();
            words().next().is_some() && words().all(|word| word.chars().all(char::is_alphabetic))
        })
    })
}

/// Splits the last brackets off a name, even if their content is not a known unit. Brackets that
/// name prices or a standard are no unit.
pub(crate) fn in_last_brackets(text: &str) -> Option<(String, String)> {
    const LONGEST: usize = 24;
    let inner = text.trim_end().strip_suffix([')', ']'])?;
    let (before, inner) = inner.rsplit_once(['(', '['])?;
    let (before, inner) = (before.trim_end(), inner.trim());
    let words = inner.split_whitespace().count();
    let bare = !inner.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | ';' | ':' | '='));
    let word = inner.starts_with(char::is_alphabetic) && inner.chars().count() <= LONGEST;
    // "(PAR INDEX)" is the short form of the name; "Số cơ sở dữ liệu … (CSDL)" counts what the
    // letters abbreviate.
    let short = inner.chars().all(|c| !c.is_lowercase()) && !counts(before, inner);
    let explains = ["gia", "theo", "so", "tru", "gom", "ca", "khong", "tinh", "ke", "bao", "neu"];
    let folded = fold(inner);
    let begins = folded.split(' ').next().is_some_and(|first| explains.contains(&first));
    let unit = bare && word && !short && words <= 3 && !(begins && words > 1);
    static HOW: WordList = WordList::of(FILE, "how counted");
    let unit = unit && !HOW.contains(&folded);
    (unit && !before.is_empty()).then(|| (before.to_owned(), inner.to_owned()))
}

/// Whether a unit in brackets only repeats the words before it: "tỷ lệ phần trăm (%)".
pub(crate) fn is_explained(name: &str, unit: &str) -> bool {
    unit == "%" && fold(name).ends_with("phan tram")
}

/// Whether a name starts with "Số" and words with these initials.
fn counts(name: &str, letters: &str) -> bool {
    let (name, letters) = (fold(name), fold(letters));
    let first = name
        .strip_prefix("so ")
        .map(|rest| rest.split_whitespace().filter_map(|word| word.chars().next()));
    first.is_some_and(|mut first| letters.chars().all(|letter| first.next() == Some(letter)))
}

/// Returns the unit in a heading: "Kế hoạch (tỷ đồng)", "Kế hoạch 2024, tỷ đồng", or in two languages on a level of
/// its own: "Trâu · Nghìn con - Thous. heads".
pub(crate) fn in_heading(text: &str) -> Option<String> {
    let repeated = || text.split(" · ").find_map(repeated_in_brackets);
    if let Some(unit) = above_translation(text) {
        return Some(unit);
    }
    let in_brackets = in_brackets(text).map(|(_, unit)| unit);
    let in_brackets = in_brackets.or_else(|| repeated().map(|(_, unit)| unit.to_owned()));
    let of_level = || {
        // "Phân theo giới tính - By sex · Nam - Male · Người - Person"
        let mut levels = text.split(" · ").skip(1).filter(|level| level.contains([' ', '/']));
        levels.find_map(|level| alone(level).filter(|unit| unit.len() < level.trim().len()))
    };
    in_brackets.or_else(of_level).or_else(|| of_currency(text)).or_else(|| {
        let (before, after) = text.rsplit_once([',', '-', '–', ':', '\n'])?;
        (!before.trim().is_empty() && is_unit(after)).then(|| after.trim().to_owned())
    })
}

/// The unit of a level above its translation, which has one of its own: "Diện tích (Nghìn ha)" over
/// "Planted area (Thous. ha)".
fn above_translation(text: &str) -> Option<String> {
    let levels: Vec<&str> = text.split(" · ").collect();
    let ends_with_brackets = |level: &str| level.trim_end().ends_with(')');
    levels.windows(2).find_map(|pair| {
        let [first, second] = pair else { return None };
        let is_translated = !first.is_ascii() && second.is_ascii() && ends_with_brackets(second);
        in_last_unit(first)
            .filter(|_| is_translated && ends_with_brackets(first))
            .map(|(_, unit)| unit)
    })
}

/// The unit of money at the end of a heading: "£000" of "Budget £000".
fn of_currency(text: &str) -> Option<String> {
    let (before, last) = text.trim_end().rsplit_once(' ')?;
    let is_money = last.starts_with(['£', '$', '€']) && is_unit(last);
    (is_money && !before.trim().is_empty()).then(|| last.to_owned())
}

/// Returns the unit at the end of a title: "TỔNG MỨC BÁN LẺ (Tỷ đồng)", "Chỉ số giá tiêu dùng, %".
pub(crate) fn in_title(text: &str) -> Option<String> {
    in_heading(text).filter(|unit| !NAMES.contains(&fold(unit)))
}
