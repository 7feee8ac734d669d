//! Places: whether a text is the name of one, and whether a heading names a column of places or periods.

use std::collections::HashSet;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use crate::lexicon::headings::phrases::key;
use crate::lexicon::words::word_list::WordList;
use crate::text::fold::{accented, fold, folds_to, is_in_word};

/// The words that this file looks for.
const FILE: &str = include_str!("../words/places.txt");

static PLACE_HEADINGS: WordList = WordList::of(FILE, "place headings");
static PERIOD_HEADINGS: WordList = WordList::of(FILE, "period headings");
static ENGLISH_AXES: WordList = WordList::of(FILE, "english axes");
static KINDS: WordList = WordList::of(FILE, "kinds");
static KNOWN: WordList = WordList::of(FILE, "known");
static CLASS_HEADINGS: WordList = WordList::of(FILE, "class headings");
static ALL_CLASSES: WordList = WordList::of(FILE, "all classes");
static TOTALS: WordList = WordList::of(FILE, "totals");
static WHOLE: WordList = WordList::of(FILE, "whole");
static CENTRAL_CITIES: WordList = WordList::of(FILE, "central cities with accents");
static ABROAD: WordList = WordList::of(FILE, "abroad");

/// The most bytes of a name of a place, or of a heading.
const LONGEST: usize = 80;

/// Whether a heading names a column of places: "Huyện, thành phố", "Country Name".
pub(crate) fn is_place_heading(text: &str) -> bool {
    let is_listed = |key: &str| PLACE_HEADINGS.contains(key) || are_kinds(key);
    any_language(text, |key| is_listed(reporting(key))) || is_institution_heading(text)
}

/// A heading without the words that those of a column report, and without the committees of the
/// places: "Đơn vị báo cáo", "UBND huyện".
fn reporting(key: &str) -> &str {
    let ends = [" gui bao cao", " bao cao"].iter().find_map(|end| key.strip_suffix(end));
    let key = ends.unwrap_or(key);
    // "UBND huyện" is over the names of the districts.
    ["ubnd ", "uy ban nhan dan "].iter().find_map(|of| key.strip_prefix(of)).unwrap_or(key)
}

/// Whether a level of a heading says that those below it are places: "Huyện", "Chia theo huyện".
pub(crate) fn is_group_of_places(level: &str) -> bool {
    let split = ["Chia theo ", "Phân theo "].iter().find_map(|by| level.strip_prefix(by));
    is_place_heading(split.unwrap_or(level))
}

/// Whether a heading names a column of schools or hospitals: "Tên trường".
pub(crate) fn is_institution_heading(text: &str) -> bool {
    static INSTITUTION_HEADINGS: WordList = WordList::of(FILE, "institution headings");
    any_language(text, |key| INSTITUTION_HEADINGS.contains(key))
}

/// Whether a heading consists of kinds of places: "Tên xã, thị trấn", and not "Huyện / Chỉ tiêu".
pub(crate) fn is_heading_of_kinds(text: &str) -> bool {
    are_kinds(&words(text))
}

/// Whether a heading is for names of places: "Tên đơn vị hành chính", and not "Tên".
pub(crate) fn is_heading_of_place_names(text: &str) -> bool {
    let key = words(text);
    key.starts_with("ten ") && PLACE_HEADINGS.contains(&key)
}

/// Whether words are only kinds of places.
fn are_kinds(key: &str) -> bool {
    let kind = |word: &str| matches!(word, "huyen" | "xa" | "phuong" | "tinh" | "quan");
    let more = |word: &str| {
        matches!(word, "ten" | "cac" | "va" | "thi" | "tran" | "thanh" | "pho" | "dac" | "khu")
    };
    key.split(' ').any(kind) && key.split(' ').all(|word| kind(word) || more(word))
}

/// Whether a heading names a column of offices, which may be places: "Đơn vị", "Chủ đầu tư".
pub(crate) fn is_office_heading(text: &str) -> bool {
    static OFFICE_HEADINGS: WordList = WordList::of(FILE, "office headings");
    // "Nguồn vốn / Chủ đầu tư" is over sources of capital and those who spend it, "Đơn vị/Unit" over one of them.
    let is_listed = |key: &str| OFFICE_HEADINGS.contains(reporting(key)) || is_branch_heading(key);
    let is_other = |side: &str| !side.is_ascii() && !is_listed(&words(side));
    let names_other = text.contains('/') && text.split('/').any(is_other);
    any_language(text, is_listed) && !names_other
}

/// Whether words are an authority and the kinds of places that it has an office in: "BHXH huyện, thị xã", "Chi cục Thuế
/// khu vực".
fn is_branch_heading(key: &str) -> bool {
    static AUTHORITIES: WordList = WordList::of(FILE, "authorities with branches");
    let key = key.strip_prefix("ten ").unwrap_or(key);
    let of = AUTHORITIES.iter().find_map(|authority| key.strip_prefix(authority));
    let of = of.and_then(|rest| rest.strip_prefix(' '));
    let of = of.map(|rest| rest.strip_prefix("cap ").unwrap_or(rest));
    of.is_some_and(|rest| rest == "khu vuc" || are_kinds(rest))
}

/// Whether a heading names a column of departments, which are no places of their own: "Sở/ngành".
pub(crate) fn is_heading_of_offices(text: &str) -> bool {
    let key = words(text);
    let key = key.strip_prefix("ten ").unwrap_or(&key);
    matches!(key, "so nganh" | "so ban nganh" | "co quan" | "co quan don vi")
}

/// Whether a heading is an English one of places or periods: "Entity", "Year".
pub(crate) fn is_english_axis(text: &str) -> bool {
    ENGLISH_AXES.contains(&words(text))
}

/// Whether a heading is an English one of names or units: "Indicator", "Series Name".
pub(crate) fn is_english_heading(text: &str) -> bool {
    static ENGLISH_HEADINGS: WordList = WordList::of(FILE, "english headings");
    ENGLISH_HEADINGS.contains(&words(text))
}

/// Whether a heading names a column of months or quarters, which the year next to it completes; and the word that
/// is before their numbers.
pub(crate) fn part_of_year_heading(text: &str) -> Option<&'static str> {
    match words(text).as_str() {
        "thang" | "month" | "thang bao cao" => Some("tháng"),
        "quy" | "quarter" | "qtr" | "qui" => Some("quý"),
        "ky" | "ky bao cao" | "period" | "ky so lieu" => Some(""),
        _ => None,
    }
}

/// Whether a text says how final a figure is: "Ước", "Sơ bộ", "Chính thức".
pub(crate) fn is_state_of_data(text: &str) -> bool {
    static STATES: WordList = WordList::of(FILE, "states of data");
    text.len() <= LONGEST && STATES.contains(&words(text))
}

/// Whether a heading names a column of periods: "Năm", "TimePeriod".
pub(crate) fn is_period_heading(text: &str) -> bool {
    any_language(text, |key| PERIOD_HEADINGS.contains(key))
}

/// Whether a text is a field of the economy or of life, or a kind of figures, by which sheets are named: "Nông Nghiệp".
pub(crate) fn is_field(text: &str) -> bool {
    static FIELDS: WordList = WordList::of(FILE, "fields");
    FIELDS.contains(&words(text))
}

/// Whether a text is the name of a known province or country.
pub(crate) fn is_known(text: &str) -> bool {
    may_be_known(text) && KNOWN.contains(&key(text))
}

/// Whether a text may be one of the known names: each of them is asked for at every word of a report, and few texts
/// begin like one.
fn may_be_known(text: &str) -> bool {
    static FIRST_WORDS: LazyLock<HashSet<&str, FixedState>> =
        LazyLock::new(|| KNOWN.iter().filter_map(|name| name.split(' ').next()).collect());
    let end = text.find(|c| !is_in_word(c)).unwrap_or(text.len());
    let (first, rest) = text.split_at(end);
    // A word may go on behind one of these.
    let goes_on =
        rest.starts_with(|c: char| !c.is_ascii() || matches!(c, '%' | '/' | '-' | '+' | '#'));
    first.is_empty() || goes_on || FIRST_WORDS.contains(fold(first).as_str())
}

/// Whether a text is the name of a known place in this country.
pub(crate) fn is_province(text: &str) -> bool {
    is_known(text) && !ABROAD.contains(&key(text))
}

/// Whether a text is the name of a country.
pub(crate) fn is_country(text: &str) -> bool {
    any_language(text, |key| ABROAD.contains(key)) && !is_group_of_countries(text)
}

/// Whether a text is the name of some countries together: "World".
pub(crate) fn is_group_of_countries(text: &str) -> bool {
    static GROUPS: WordList = WordList::of(FILE, "groups of countries");
    any_language(text, |key| GROUPS.contains(key))
}

/// Whether a text is the name of some provinces together: "Tây Nguyên", "Vùng Đông Nam Bộ".
pub(crate) fn is_region(text: &str) -> bool {
    static REGIONS: WordList = WordList::of(FILE, "regions");
    let lower = text.trim().to_lowercase();
    let name = lower.strip_prefix("vùng ").unwrap_or(&lower);
    any_language(name, |key| REGIONS.contains(key))
}

/// Whether a name, with its accents, means a city of the level of a province. Huế has been both one of those and a
/// city of a province.
pub(crate) fn is_central_city(name: &str) -> bool {
    CENTRAL_CITIES.contains(name.to_lowercase().as_str())
}

/// Whether a folded name means a city that has never been of the level of a district.
pub(crate) fn is_always_central(folded: &str) -> bool {
    folded != "hue" && CENTRAL_CITIES.iter().any(|city| folds_to(city, folded))
}

/// Whether a text is certainly the name of a place: it begins with a kind of place ("Huyện Ba Bể"), or is a known
/// province or country.
pub(crate) fn is_place(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let key = words(text);
    let named = |kind: &&str| {
        key.strip_prefix(*kind).is_some_and(|rest| rest.starts_with(' ') && rest.len() > 1)
    };
    // The kind is written with its accents, so that "xa" of "xã Hà Hiệu" is not that of "xa hội".
    KNOWN.contains(&key) || KINDS.iter().any(named) && (has_capitals(text) || is_numbered(text))
}

/// Whether a text is the name of a place and can be nothing else: a known name, or one behind a kind of place that is
/// written with its accents. "Xã Hội" is a field, "Tình Hình" no province.
pub(crate) fn is_certain_place(text: &str) -> bool {
    const KINDS: [&str; 12] = [
        "xã ",
        "phường ",
        "thị trấn ",
        "đặc khu ",
        "huyện ",
        "quận ",
        "thị xã ",
        "thành phố ",
        "tỉnh ",
        "tp ",
        "tx ",
        "huyen ",
    ];
    const NO_NAMES: [&str; 6] = ["hoi", "uy", "doan", "doi", "dang", "nghia"];
    let lower = text.trim().to_lowercase().replace("tp.", "tp ").replace("tx.", "tx ");
    let named = KINDS.iter().find_map(|kind| lower.strip_prefix(kind)).map(fold);
    let is_name =
        |name: &str| name.split_whitespace().next().is_some_and(|first| !NO_NAMES.contains(&first));
    named.is_some_and(|name| is_name(&name)) && is_place(text) || is_known(text)
}

/// Whether a text has the form of a name of a place: two to four words, each with a capital: "Ba Bể".
pub(crate) fn may_be_place(text: &str) -> bool {
    let count = text.split_whitespace().count();
    is_place(text) || (2..=4).contains(&count) && text.len() <= LONGEST && all_capitals(text)
}

/// The name of a place without the words behind it that say whether it is one of before or after a merger: "Lào Cai" of
/// "Lào Cai (cũ)".
pub(crate) fn without_merger(text: &str) -> &str {
    const MARKS: [&str; 6] =
        ["cũ", "mới", "trước hợp nhất", "sau hợp nhất", "trước sáp nhập", "sau sáp nhập"];
    let mut name = text.trim();
    let is_mark = |end: &str| MARKS.contains(&end.trim().to_lowercase().as_str());
    let in_brackets = name.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    if let Some((before, _)) = in_brackets.filter(|(_, end)| is_mark(end)) {
        name = before.trim_end();
    }
    // "Chợ Mới" is a name, and "Bình Lục mới" one with a mark.
    let is_name = |before: &str| before.contains(' ') || is_known(before);
    match name.rsplit_once(' ') {
        Some((before, end)) if is_mark(end) && is_name(before.trim_end()) => before.trim_end(),
        _ => name,
    }
}

/// Whether a text is a word next to one for a plan or a result, and so of no name: "Mức" of "Mức Giao".
pub(crate) fn is_word_of_values(text: &str) -> bool {
    static WORDS: WordList = WordList::of(FILE, "next to values with accents");
    WORDS.contains(accented(text.trim()).as_str())
}

/// Whether a text is the row or the column of all places together: "Toàn tỉnh", "Tổng số".
pub(crate) fn is_whole(text: &str) -> bool {
    const SUMS: [&str; 6] = ["chung ", "cong ", "tinh chung ", "tong cong ", "tong so ", "tong "];
    let is_listed = |key: &str| WHOLE.contains(key);
    // "Tổng cộng toàn huyện"; the mean of places, "Bình quân toàn huyện", is none of them.
    let is_summed = |key: &str| {
        let of = SUMS.iter().find_map(|sum| key.strip_prefix(sum));
        of.is_some_and(|of| is_listed(of) && !TOTALS.contains(of))
    };
    text.len() <= LONGEST && any_language(text, |key| is_listed(key) || is_summed(key))
}

/// Whether a heading names a column of classes: "Giới tính", "[Age]".
pub(crate) fn is_class_heading(text: &str) -> bool {
    any_language(text, |key| CLASS_HEADINGS.contains(key))
}

/// Whether a cell of such a column means all classes together: "Tổng số", "BOTHSEX", "_T", "Sex: Total".
pub(crate) fn is_all_classes(text: &str) -> bool {
    let text = text.rsplit_once(": ").map_or(text, |(_, class)| class);
    any_language(text, |key| ALL_CLASSES.contains(key))
}

/// Whether a text is a class by which values are split: "Nữ", "Thành thị". "Năm" is not one.
pub(crate) fn is_class(text: &str) -> bool {
    static CLASSES: WordList = WordList::of(FILE, "classes");
    let is_year = text.trim().to_lowercase().starts_with('n') && text.contains(['ă', 'Ă']);
    !is_year && CLASSES.contains(&words(text))
}

/// Whether a text is a total and no place: "Tổng cộng", not "Toàn tỉnh" or "Cả nước".
pub(crate) fn is_total(text: &str) -> bool {
    TOTALS.contains(&words(text))
}

/// Whether a heading is for codes: "Mã huyện", "Country Code".
pub(crate) fn is_code_heading(text: &str) -> bool {
    let key = words(text);
    let is_code = |word: &str| matches!(word, "ma" | "code" | "id" | "iso" | "iso3");
    key.split(' ').next().is_some_and(is_code) || key.split(' ').next_back().is_some_and(is_code)
}

/// Whether a text is two words, of which the second is a number of at most two digits, which a letter may follow:
/// "Quận 1", "Phường 12", "Phường 3A".
fn is_numbered(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_number = |word: &str| {
        let digits = word.strip_suffix(|c: char| c.is_ascii_uppercase()).unwrap_or(word);
        digits.len() < 3 && digits.parse::<u8>().is_ok()
    };
    let number = words.nth(1).is_some_and(is_number);
    number && words.next().is_none() && text.trim_start().starts_with(char::is_uppercase)
}

/// Whether a word after the first one begins with a capital.
fn has_capitals(text: &str) -> bool {
    text.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase))
}

fn all_capitals(text: &str) -> bool {
    let letters = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.starts_with(char::is_uppercase)
    };
    text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).all(letters)
        && text.split_whitespace().any(|word| word.chars().skip(1).any(char::is_lowercase))
}

/// The folded words of a text, without punctuation.
pub(crate) fn words(text: &str) -> String {
    let key = key(text);
    let words = key.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a text satisfies a condition in one of its languages: as a whole, its first line, or a side of its dash.
fn any_language(text: &str, is_known: impl Fn(&str) -> bool) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let line = text.lines().next().unwrap_or_default();
    let sides = text.split(" - ").chain(text.split('/'));
    [text, line].into_iter().chain(sides).any(|part| is_known(&words(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_distinguished_from_indicators() {
        for place in
            ["Huyện Ba Bể", "TP. Bắc Kạn", "Thị xã Nghĩa Lộ", "Lao PDR", "Bà Rịa - Vũng Tàu"]
        {
            assert!(is_place(place), "{place}");
        }
        assert!(may_be_place("Ba Bể") && may_be_place("Chợ Đồn"));
        for other in [
            "Xã hội",
            "Dân số",
            "Tỷ lệ hộ nghèo",
            "Thu ngân sách",
            "Thành phố",
            "Lúa",
            "GRDP",
            "TỔNG SỐ",
        ] {
            assert!(!may_be_place(other), "{other}");
        }
        assert!(is_place_heading("Huyện, thành phố") && is_place_heading("Địa phương - Province"));
        assert!(is_period_heading("Năm") && is_period_heading("TimePeriod"));
        assert!(is_place_heading("Xã, phường, đặc khu") && !is_place_heading("Khu phố"));
        assert!(is_place_heading("Tên xã, thị trấn") && !is_place_heading("Tên"));
        assert!(!is_place_heading("Đơn vị") && !is_period_heading("Năm 2024"));
        assert!(is_office_heading("Đơn vị - Unit") && is_office_heading("Chủ đầu tư"));
        assert!(is_office_heading("Đơn vị báo cáo") && is_place_heading("Địa phương báo cáo"));
        assert!(!is_office_heading("Nguồn vốn / Chủ đầu tư"));
        assert!(is_whole("TOÀN TỈNH") && is_whole("Tổng số - Total") && !is_whole("Tổng thu"));
    }
}
