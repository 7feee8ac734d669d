//! Finds the place in a title line: "… HUYỆN PÁC NẶM NĂM 2024" is about Huyện Pác Nặm.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::english_places;
use crate::lexicon::place::{is_central_city, is_known};
use crate::lexicon::place_kind::PlaceKind;
use crate::lexicon::title_words::{BEFORE_PLACE, BEFORE_SOCIETY, NO_NAMES};
use crate::text::capital::with_capital;
use crate::text::fold::fold;

/// Words for kinds of places.
const KINDS: &[(&str, PlaceKind)] = &[
    ("tỉnh", PlaceKind::Province),
    ("thành phố", PlaceKind::City),
    ("tp.", PlaceKind::City),
    ("tp", PlaceKind::City),
    ("huyện", PlaceKind::District),
    ("thị xã", PlaceKind::Town),
    ("tx.", PlaceKind::Town),
    ("thị trấn", PlaceKind::Township),
    ("tt.", PlaceKind::Township),
    ("quận", PlaceKind::UrbanDistrict),
    ("xã", PlaceKind::Commune),
    ("phường", PlaceKind::Ward),
    ("đặc khu", PlaceKind::SpecialZone),
    ("province", PlaceKind::Province),
];

/// Names that contain a dash.
const DASHED: &[(&str, &str)] = &[("bà rịa", "vũng tàu"), ("phan rang", "tháp chàm")];

/// Words that end a name if one of the second words follows; with no second word, they always do. In a title
/// in capitals nothing else marks the end.
const ENDS: &[(&str, &[&str])] = &[
    ("báo", &["cáo"]),
    ("tình", &["hình"]),
    ("kết", &["quả"]),
    ("kế", &["hoạch"]),
    ("thực", &["hiện"]),
    ("ước", &["thực"]),
    ("dự", &["toán"]),
    ("quyết", &["toán", "định"]),
    ("nghị", &["quyết"]),
    ("giai", &["đoạn"]),
    ("đầu", &["năm", "tư"]),
    ("cuối", &["năm"]),
    ("cả", &["năm", "nước"]),
    ("nhiệm", &["kỳ"]),
    ("so", &["với"]),
    ("sáu", &["tháng"]),
    ("chín", &["tháng"]),
    ("niên", &["độ", "vụ"]),
    ("tổng", &["hợp", "kết"]),
    ("biểu", &["số"]),
    ("phụ", &["lục"]),
    ("khóa", &[]),
    ("các", &["năm", "chỉ"]),
    ("qua", &["các", "năm"]),
    ("đến", &[]),
    ("và", &[]),
    ("về", &[]),
    ("lần", &["thứ"]),
    (
        "sở",
        &[
            "y", "tài", "kế", "nội", "công", "nông", "giáo", "lao", "văn", "khoa", "xây", "giao",
            "thông", "tư", "du",
        ],
    ),
    ("với", &[]),
    ("ban", &["chỉ", "quản"]),
    ("theo", &[]),
    ("trong", &[]),
    ("của", &[]),
    ("tại", &[]),
    // "NGÂN SÁCH HUYỆN CHO NGÂN SÁCH TỪNG XÃ", "NGÂN SÁCH XÃ HƯỞNG THEO PHÂN CẤP"
    ("cho", &[]),
    ("để", &[]),
    ("từng", &[]),
    ("hưởng", &[]),
    ("thụ", &["hưởng"]),
    ("từ", &["ngân", "nguồn", "năm", "tháng", "quý", "ngày", "đầu", "các"]),
    ("do", &["địa", "ngân", "trung", "tỉnh", "huyện", "xã", "các"]),
    ("ngân", &["sách"]),
    ("bổ", &["sung"]),
    ("phân", &["cấp", "bổ", "theo", "chia"]),
    ("hỗ", &["trợ"]),
    ("quản", &["lý"]),
    ("chi", &["ngân", "thường", "đầu", "trả", "tiết", "từ", "cho", "bổ"]),
    ("thu", &["ngân", "nội", "từ", "chi", "hút", "phí", "thuế"]),
    ("giao", &["cho", "năm", "dự", "kế", "các"]),
];

/// The largest number of words in a name.
const LONGEST: usize = 4;

/// The first place that a line names.
pub(crate) fn in_line(line: &str) -> Option<String> {
    find(&words_of(line)).map(|place| place.shown)
}

/// The line without the first place that it names: "THU NGÂN SÁCH" of "THU NGÂN SÁCH HUYỆN BA BỂ".
pub(super) fn without_place(line: &str) -> String {
    let mut words = words_of(line);
    if let Some(PlaceInLine { words: place, .. }) = find(&words) {
        let before = words[..place.start].join(" ").to_lowercase();
        let linking = BEFORE_PLACE.iter().find(|linking| before.ends_with(*linking));
        let linking = linking.map_or(0, |linking| linking.split_whitespace().count());
        words.drain(place.start - linking..place.end);
    }
    words.join(" ")
}

/// The words of a line, in composed form. "TP.BẮC KẠN" has no space after the dot.
pub(super) fn words_of(line: &str) -> Vec<String> {
    let line: String = line.nfc().collect();
    let line = line.replace("TP.", "TP. ").replace("Tp.", "Tp. ").replace("TX.", "TX. ");
    line.split_whitespace().map(str::to_owned).collect()
}

/// A place that a line names.
pub(super) struct PlaceInLine {
    /// Which words name it.
    pub(crate) words: Range<usize>,
    /// How it is shown: "Huyện Pác Nặm", "Bắc Kạn".
    pub(crate) shown: String,
}

/// The first place among the words of a line.
pub(super) fn find(words: &[String]) -> Option<PlaceInLine> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let named = (0..words.len()).find_map(|at| {
        let KindOfPlace { length, kind } = kind(&lower[at..])?;
        // "63 tỉnh, thành phố", "các huyện": several places. "NĂM 2024 TỈNH LẠNG SƠN" is one.
        let before = at.checked_sub(1).map_or("", |at| lower[at].as_str());
        let several = matches!(before, "các" | "những" | "cấp" | "toàn" | "từng" | "mỗi")
            || (1..=3).contains(&before.len()) && before.bytes().all(|byte| byte.is_ascii_digit());
        let opens = words[at + length - 1].ends_with([',', ';', ':']);
        if several || opens {
            return None;
        }
        // "TỈNH ỦY BẮC KẠN" is the party committee of the province.
        let office = |word: &String| matches!(word.as_str(), "ủy" | "uỷ" | "đoàn");
        let length = length + usize::from(lower.get(at + length).is_some_and(office));
        let (first, rest) = (&words[at + length..], &lower[at + length..]);
        let name = name(first, rest);
        // "KINH TẾ - XÃ HỘI" is not a place; the commune Hội Sơn is.
        let follows = BEFORE_SOCIETY.contains(before);
        let hoi = lower.get(at + 1).is_some_and(|next| next == "hội");
        let society = lower[at] == "xã" && (name == "Hội" || hoi && follows || before == "tác");
        if name.is_empty() || society || is_no_name(&lower[at + length..]) {
            return None;
        }
        // Only what follows a province or a city of its level is cut off: the district Điện Biên Đông is not the
        // province Điện Biên, nor the commune Phú Thọ Hòa Phú Thọ.
        let name = match kind {
            PlaceKind::Province => known_start(name, |_| true),
            PlaceKind::City => known_start(name, is_central_city),
            _ => with_number(name, first, rest),
        };
        let mut place = at..at + length + name.split(' ').count();
        let name = match merger(&words[place.end..]) {
            Some(bracket) => {
                place.end += bracket.split(' ').count();
                format!("{name} {bracket}")
            }
            None => name,
        };
        let shown = match kind {
            // Only Bắc Kạn for the province, whose capital is Thành phố Bắc Kạn.
            PlaceKind::Province => name,
            PlaceKind::City if is_central_city(&name) => name,
            _ => format!("{} {name}", with_capital(kind.word())),
        };
        Some(PlaceInLine { words: place, shown })
    });
    let of_council = || {
        let (words, shown) = english_places::find(&words)?;
        Some(PlaceInLine { words, shown })
    };
    named.or_else(|| in_english(&words)).or_else(of_council)
}

/// The bracket behind a name that makes it another place: "(sau sáp nhập)", "(cũ)".
fn merger(words: &[&str]) -> Option<String> {
    const MOST: usize = 24;
    if !words.first()?.starts_with('(') {
        return None;
    }
    let end = words
        .iter()
        .take(MOST)
        .position(|word| word.trim_end_matches([',', '.', ';', ':']).ends_with(')'))?;
    let bracket = words[..=end].join(" ");
    let bracket = bracket.trim_end_matches([',', '.', ';', ':']);
    let folded = fold(bracket);
    let says =
        ["sap nhap", "hop nhat", "chia tach", "dia gioi"].iter().any(|says| folded.contains(says));
    (says || matches!(folded.as_str(), "(cu)" | "(moi)")).then(|| bracket.to_owned())
}

/// Whether words behind a kind of place are not its name: "xã đạt chuẩn".
fn is_no_name(lower: &[String]) -> bool {
    const MOST: usize = 4;
    let start = lower[..lower.len().min(MOST)].join(" ");
    NO_NAMES.iter().any(|words| start.starts_with(words))
}

/// The place before an English word for its kind: "Lam Dong Province", "Ba Be district".
fn in_english(words: &[&str]) -> Option<PlaceInLine> {
    let bare = |at: usize| words[at].trim_matches(|c: char| !c.is_alphanumeric());
    let is_kind = |at: usize, kind: &str| bare(at).eq_ignore_ascii_case(kind);
    (1..words.len()).find_map(|at| {
        let is_district = is_kind(at, "district");
        if !is_district && !is_kind(at, "province") {
            return None;
        }
        let name = |from: usize| -> String {
            let own = (from..at).map(|own| in_title_case(bare(own)));
            own.collect::<Vec<_>>().join(" ")
        };
        let is_name = |from: &usize| {
            let of_two = || (*from..at).all(|own| bare(own).starts_with(char::is_uppercase));
            is_known(&name(*from)) || is_district && at - from == 2 && of_two()
        };
        let from = (at.saturating_sub(3)..at).find(is_name)?;
        let shown = if is_district { format!("{} district", name(from)) } else { name(from) };
        Some(PlaceInLine { words: from..at + 1, shown })
    })
}

/// A word for a kind of place.
struct KindOfPlace {
    /// The number of its words.
    length: usize,
    kind: PlaceKind,
}

/// The kind of place at the start of the words.
fn kind(lower: &[String]) -> Option<KindOfPlace> {
    KINDS.iter().find_map(|(words, kind)| {
        let length = words.split(' ').count();
        let found = lower.get(..length)?;
        let bare = found.iter().map(|word| word.trim_start_matches(['(', '-']));
        words.split(' ').eq(bare).then_some(KindOfPlace { length, kind: *kind })
    })
}

/// The name up to the end of a known province that `may_end` it: "Lào Cai" of "Lào Cai Sở Y".
fn known_start(name: String, may_end: impl Fn(&str) -> bool) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    let known = |count: &usize| {
        let start = words[..*count].join(" ");
        is_known(&start) && may_end(&start)
    };
    let known = (2..words.len()).rev().find(known);
    known.map_or_else(|| name.clone(), |count| words[..count].join(" "))
}

/// The name of a commune or ward with the number that distinguishes it from others of the name: "Hà Giang 2". In
/// "XÃ BA BỂ 6 THÁNG" the number is that of months.
fn with_number(name: String, words: &[&str], lower: &[String]) -> String {
    let count = name.split(' ').count();
    let Some(word) = words.get(count) else { return name };
    let number = word.trim_end_matches([',', '.', ';', ':', ')', '-']);
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    // "Phường 12, Quận 5": the name before it ended.
    let goes_on = words[count - 1].ends_with(char::is_alphabetic);
    let next = |at: usize| lower.get(count + at).map_or("", String::as_str);
    let counts_things = matches!(next(1), "chỉ" | "tiêu" | "xã" | "thôn" | "nhiệm" | "sản");
    let counts = counts_things || counts_time(next(1), next(2));
    let is_whole = number.len() < word.len();
    match is_number && goes_on && (is_whole || !counts) {
        true => format!("{name} {number}"),
        false => name,
    }
}

/// Whether a number before two words counts months or years: "6 THÁNG", "2 năm 2023-2024", and not the district in
/// "QUẬN 1 QUÝ II".
fn counts_time(next: &str, then: &str) -> bool {
    let counted = matches!(next, "tháng" | "quý" | "tuần") && !ends(next, then);
    counted || next == "năm" && then.contains(['-', '–'])
}

/// The name at the start of the words, with each word capitalised.
fn name(words: &[&str], lower: &[String]) -> String {
    let mut name: Vec<String> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let bare = word.trim_end_matches([',', '.', ';', ':', ')']);
        let next = lower.get(at + 1).map(String::as_str).unwrap_or_default();
        // "NGÂN SÁCH HUYỆN 6 THÁNG" names no district.
        let then = lower.get(at + 2).map_or("", String::as_str);
        let is_count = bare.len() == word.len() && counts_time(next, then);
        let is_number = bare.bytes().all(|byte| byte.is_ascii_digit()) && bare.len() <= 2;
        let numbered = at == 0 && is_number && !is_count;
        let capital = bare.starts_with(char::is_uppercase)
            && bare.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
        let begun = name.join(" ").to_lowercase();
        let dash = matches!(*word, "-" | "–")
            && DASHED
                .iter()
                .any(|(first, second)| begun == *first && second.split(' ').next() == Some(next));
        if dash {
            name.push("-".to_owned());
            continue;
        }
        // "Ngã Năm" is a town, "Cà Mau Năm" is not.
        let of_crossing = begun == "ngã" && at == 1;
        let next = next.trim_end_matches([',', '.', ';']);
        let ended = !of_crossing && ends(lower[at].trim_end_matches([',', '.']), next);
        let continues =
            (numbered && !bare.is_empty() || capital) && !ended && kind(&lower[at..]).is_none();
        if !continues || name.len() == LONGEST + 2 * usize::from(begun.contains('-')) {
            break;
        }
        name.push(in_title_case(bare));
        if bare.len() < word.len() || numbered {
            break;
        }
    }
    name.join(" ")
}

/// Whether a word ends the name before it: NĂM 2024, THÁNG 6, QUÝ I, but not in Năm Căn and Phú Quý.
fn ends(word: &str, next: &str) -> bool {
    let number = next.starts_with(|c: char| c.is_ascii_digit());
    let quarter = ["i", "ii", "iii", "iv"].contains(&next.split('/').next().unwrap_or_default());
    match word {
        "năm" => number || next.is_empty() || matches!(next, "học" | "báo" | "kế"),
        "tháng" => number,
        "quý" => number || quarter,
        _ => ENDS
            .iter()
            .any(|(first, second)| *first == word && (second.is_empty() || second.contains(&next))),
    }
}

/// The word with only its first letter as a capital: "BẮC" becomes "Bắc".
fn in_title_case(word: &str) -> String {
    if word.chars().any(char::is_lowercase) {
        return word.to_owned();
    }
    let mut chars = word.chars();
    chars.next().into_iter().chain(chars.flat_map(char::to_lowercase)).collect()
}

#[cfg(test)]
mod titles_with_places;
