//! What a heading is about, as published: "Diện tích" of "Diện tích (ha) · KH 2024". Words for plans, results and
//! periods, and units, are not part of it.

use super::comparison_sides::without_unit;
use super::phrases::{ACTUAL_WORDS, PLAN_WORDS, VALUE_WORDS, compounds, has, key};
use super::ranking;
use crate::lexicon::periods::basis::basis;
use crate::lexicon::periods::cut_words::begin_in_word;
use crate::lexicon::periods::duration::durations;
use crate::lexicon::periods::period;
use crate::lexicon::periods::period_words::is_period;
use crate::lexicon::places::place;
use crate::lexicon::units::bracketed_unit;
use crate::lexicon::units::unit;
use crate::lexicon::words::word_list::WordList;
use crate::text::fold::accented;
use crate::text::one_line::one_line;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/measures.txt");

/// Words in the names of the authorities that assign plans.
static ASSIGNERS: WordList = WordList::of(FILE, "assigners with accents");

/// Headings that only group others: "Trong đó", "Chia ra".
static OF_WHICH: WordList = WordList::of(FILE, "of which");

/// Whether a heading is for a part of the value left of it: "Trong đó · Nữ".
pub(crate) fn is_of_part(heading: &str) -> bool {
    let levels = levels(heading);
    levels.len() > 1 && levels.first().is_some_and(|band| groups_parts(band))
}

/// The levels of a heading, of which "Trong đó: Nữ" is two.
fn levels(heading: &str) -> Vec<&str> {
    let of_level = |level| match of_which(level) {
        Some((band, part)) => vec![band, part],
        None => vec![level],
    };
    heading.split(" · ").flat_map(of_level).collect()
}

/// "Trong đó" and the name of the part behind it: "Trong đó: Nữ", "Trong đó nữ".
fn of_which(level: &str) -> Option<(&str, &str)> {
    let (band, part) = match level.split_once(':') {
        Some((band, part)) => (band.trim(), part.trim()),
        None => {
            let end = level.char_indices().filter(|(_, c)| *c == ' ').nth(1)?.0;
            let (band, part) = level.split_at(end);
            (key(band) == "trong do").then_some((band, part.trim()))?
        }
    };
    (OF_WHICH.contains(&key(band)) && !part.is_empty()).then_some((band, part))
}

/// Whether a level only says that the columns below it are parts of a value: "Trong đó", "Chia theo giới tính".
pub(crate) fn groups_parts(level: &str) -> bool {
    let key = key(level);
    let begins = |word: &&str| {
        key.strip_prefix(*word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    OF_WHICH.contains(&key) || ["chia theo", "phan theo", "trong do"].iter().any(begins)
}

/// Returns the subjects of the levels of a heading, outermost first; none if the heading only names a plan, a result
/// or a period.
pub(crate) fn subjects(heading: &str) -> Vec<String> {
    let all: Vec<&str> = levels(heading);
    let levels = all.iter().enumerate().filter_map(|(at, level)| {
        let others = all.iter().enumerate().filter(|(other, _)| *other != at);
        subject(level, names_value(others.map(|(_, level)| *level)))
    });
    let mut found: Vec<String> = Vec::new();
    for level in levels {
        if found.last() != Some(&level) {
            found.push(level);
        }
    }
    found
}

/// The acts whose words also say that a value is a result, folded.
const ACTS: [&str; 1] = ["giai ngan"];

/// The last subject of a heading with the act that it begins with, if that may be its name: "Giải
/// ngân vốn đầu tư công", of which the subject is the capital where a plan of it is in another
/// column.
pub(crate) fn act(heading: &str) -> Option<String> {
    let level = one_line(&without_unit(first_language(heading.rsplit(" · ").next()?)));
    let key = key(&level);
    let is_act = |act: &&str| key.strip_prefix(*act).is_some_and(|rest| rest.starts_with(' '));
    (ACTS.iter().any(is_act) && subject(&level, false).is_some()).then_some(level)
}

/// Whether a heading only says plan or result, and of when: "TH 2024".
pub(crate) fn is_stage_of_period(heading: &str) -> bool {
    let keys: Vec<String> = heading.split(" · ").map(key).collect();
    let is_stage = |key: &&String| has(key, &PLAN_WORDS) || has(key, &ACTUAL_WORDS);
    let is_time = |key: &String| is_period(key) || key.bytes().any(|byte| byte.is_ascii_digit());
    keys.iter().all(|key| is_stage(&key) || is_period(key))
        && keys.iter().any(|key| is_stage(&key))
        && keys.iter().any(is_time)
        && subjects(heading).is_empty()
        && act_alone(heading).is_none()
}

/// The act that is all that the last level of a heading names besides a period: "Giải ngân" of
/// "Giải ngân đến 30/9/2025".
pub(crate) fn act_alone(heading: &str) -> Option<String> {
    heading.rsplit(" · ").next().and_then(|level| {
        let level = without_unit(first_language(level));
        let key = key(&level);
        // "Tỷ lệ giải ngân" is a rate of it.
        if has(&key, &["ty le", "so voi"]) || subject(&level, false).is_some() {
            return None;
        }
        let act = ACTS.iter().find(|act| has(&key, &[**act]))?;
        let words: Vec<&str> = level.split_whitespace().collect();
        let mut own = words.windows(act.split(' ').count());
        let mut letters =
            own.find(|own| self::key(&own.join(" ")) == **act)?.join(" ").to_lowercase();
        letters.get_mut(..1)?.make_ascii_uppercase();
        Some(letters)
    })
}

/// Whether a level says that its values are plans or results, and nothing else: then the words of
/// the other levels are a name, "Giao rừng" over "KH năm" and "TH".
fn names_value<'l>(mut levels: impl Iterator<Item = &'l str>) -> bool {
    levels.any(|level| {
        let key = key(level);
        let of_value = ["chi tieu"].iter().chain(PLAN_WORDS.iter()).chain(ACTUAL_WORDS.iter());
        has(&key, &of_value.copied().collect::<Vec<_>>()) && subject(level, false).is_none()
    })
}

/// The words before an act that is still to be done: "Diện tích phải thực hiện".
const DUE: [&str; 3] = ["chưa", "cần", "phải"];

/// The words before "cùng kỳ" and its year, which say of when the value is: "Số vụ" of "Số vụ cùng kỳ 2023".
fn before_same_period<'a, 't>(all: &'a [&'t str]) -> &'a [&'t str] {
    let is_of_period = |word: &&str| {
        matches!(word.to_lowercase().as_str(), "năm" | "trước" | "ngoái")
            || word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_pair = |at: &usize| {
        let [first, second, ..] = &all[*at..] else { return false };
        first.to_lowercase() == "cùng" && second.to_lowercase() == "kỳ"
    };
    let at = (1..all.len()).find(|at| is_pair(at) && all[at + 2..].iter().all(is_of_period));
    at.map_or(all, |at| &all[..at])
}

/// Returns the subject of one level, if it has one; `is_name` says whether another level says what its values are.
fn subject(level: &str, is_name: bool) -> Option<String> {
    if unit::is_unit(level) {
        return None;
    }
    let level = first_language(level);
    // "(% of population)" says more than a unit.
    let is_wordy = bracketed_unit::in_heading(level).is_none() && percent_in_brackets(level);
    let is_wordy = is_wordy || is_percentage_of(level);
    let bare = if is_wordy { one_line(level) } else { one_line(&without_unit(level)) };
    let all: Vec<&str> = without_maximum(&bare).split_whitespace().collect();
    let all = before_same_period(&all);
    let mut words = all;
    // "Vốn đăng ký" is registered, not planned, and "Chi phí không chính thức" is not final: all words are its name.
    let kept = |words: &[&str]| {
        let text = words.join(" ");
        let says_basis = usize::from(basis(words).is_some()) + durations(words);
        usize::from(has(&key(&text), &["dangky"])) + compounds(&text) + says_basis
    };
    while let Some(shorter) = without_first(words).or_else(|| without_last(words))
        && kept(shorter) == kept(words)
    {
        words = shorter;
    }
    // "Kinh phí đã giải ngân" is a result of "Kinh phí".
    while let [rest @ .., last] = words
        && !rest.is_empty()
        && rest.len() + 1 < all.len()
        && last.to_lowercase() == "đã"
    {
        words = rest;
    }
    if are_assigned_by(all, words) {
        return None;
    }
    // "Diện tích phải thực hiện" is no "Diện tích phải": what is to be done has its own name.
    if words.len() > 1
        && words.last().is_some_and(|last| DUE.contains(&last.to_lowercase().as_str()))
        && let Some(begin) = all.iter().position(|word| std::ptr::eq(*word, words[0]))
    {
        words = &all[begin..];
    }
    if is_name && key(&words.join(" ")) != "von" && starts_with_value(all, words) {
        words = all;
    }
    let text = words.join(" ");
    let is_share = is_percentage_of(&text);
    let is_of_name = |c: char| c.is_alphanumeric() || c == ')' || c == '%' && is_share;
    let text = text.trim_start_matches(|c: char| !is_of_name(c));
    // "UV2+" is two doses and more.
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | '+'));
    let text = text.strip_suffix(" +").unwrap_or(text).trim_end().to_owned();
    let key = key(&text);
    // "Chia ra - Of which"
    let groups = |side: &str| OF_WHICH.contains(side.trim());
    let is_grouping = key.split(" - ").all(groups) || VALUE_WORDS.iter().any(|word| *word == key);
    // "Kế hoạch vốn" is the plan of what is disbursed; "Vốn" alone names a column.
    let is_capital = key == "von" && {
        let whole = self::key(&bare);
        has(&whole, &PLAN_WORDS) && !has(&whole, &["dang ky"])
    };
    // "Cùng kỳ năm 2023" is a period.
    let is_earlier = key == "cung" && bare.to_lowercase().starts_with("cùng kỳ");
    // "Đã giải ngân" is a result, "KH năm" the plan of a period, and "Chỉ tiêu" a plan below what it is of.
    let is_done =
        ["chỉ tiêu", "đã", "năm", "quý", "tháng", "kỳ"].contains(&text.to_lowercase().as_str());
    (text.contains(char::is_alphabetic) && !is_grouping && !is_earlier && !is_capital && !is_done)
        .then_some(text)
}

/// Whether what is left of a heading only says whose plan it is: "tỉnh" of "Dự toán tỉnh giao".
fn are_assigned_by(all: &[&str], left: &[&str]) -> bool {
    let is_assigner = |word: &&str| ASSIGNERS.contains(&accented(word));
    let ends_so = all.last().is_some_and(|last| accented(last) == "giao");
    ends_so && !left.is_empty() && left.iter().all(is_assigner)
}

/// A heading without the maximum of a score in brackets at its end: "Điểm thẩm định (tối đa 70)".
fn without_maximum(heading: &str) -> &str {
    let split = heading.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once('('));
    match split {
        Some((before, inner)) if ranking::scale_in(inner).is_some() => before.trim_end(),
        _ => heading,
    }
}

/// Whether a name begins with its unit as a part of it: "% of homes insulated".
pub(crate) fn is_percentage_of(name: &str) -> bool {
    let rest = name.trim_start().strip_prefix('%').map(str::trim_start);
    rest.is_some_and(|rest| rest.get(..3).is_some_and(|of| of.eq_ignore_ascii_case("of ")))
}

/// Whether a heading ends with a percentage of something, or over a time: "(% of population)", "(annual %)".
pub(crate) fn percent_in_brackets(heading: &str) -> bool {
    let inner = heading.trim_end().strip_suffix(')').and_then(|text| text.rsplit('(').next());
    inner.is_some_and(|inner| inner.starts_with('%'))
        || heading.is_ascii() && bracketed_unit::says_percent(heading)
}

/// Whether the words of a level that were removed at its beginning are those of a plan or a result,
/// and not of a period.
fn starts_with_value(all: &[&str], left: &[&str]) -> bool {
    let at = all.windows(left.len().max(1)).position(|part| part == left);
    let removed = key(&all[..at.unwrap_or_default()].join(" "));
    has(&removed, &PLAN_WORDS) || has(&removed, &ACTUAL_WORDS)
}

/// The words without a plan, a result or a period at their beginning.
fn without_first<'w>(words: &'w [&'w str]) -> Option<&'w [&'w str]> {
    let longest = words.len().min(6);
    (1..=longest).rev().find(|count| is_said(&words[..*count])).map(|count| &words[count..])
}

/// The words without a plan, a result or a period at their end.
fn without_last<'w>(words: &'w [&'w str]) -> Option<&'w [&'w str]> {
    let shortest = words.len() - words.len().min(6);
    // "Tiêm trẻ 18 tháng năm 2024" does not end with 18 months.
    let cuts_age = |at: usize| durations(words) != durations(&words[..at]);
    let end = (shortest..words.len()).find(|at| is_said(&words[*at..]) && !cuts_age(*at));
    end.map(|at| &words[..at])
}

/// Whether words are for a plan, a result or a period.
fn is_said(words: &[&str]) -> bool {
    let text = words.join(" ");
    let key = key(&text);
    let of_value = || {
        let listed = |list: &WordList| list.iter().any(|word| *word == key);
        // "Số xã đạt" counts communes.
        key != "dat" && (listed(&PLAN_WORDS) || listed(&ACTUAL_WORDS))
    };
    // The "chính" of "hành chính năm 2024" belongs to the name; that of "chính thức" does not.
    let ends_name = key.starts_with("chinh ") && !key.starts_with("chinh thuc");
    !key.is_empty()
        && !ends_name
        && !are_men(&text)
        && ((is_period(&key) || period::is_period(&text)) && !begin_in_word(words) || of_value())
}

/// Whether a text is "Nam", men, and not "Năm", a year.
fn are_men(text: &str) -> bool {
    key(text) == "nam" && !text.to_lowercase().contains(['ă', '\u{306}'])
}

/// The first of two languages: "Dân số" of "Dân số\nPopulation" and of "Dân số - Population".
fn first_language(level: &str) -> &str {
    let is_foreign = |text: &str| {
        let words = || text.split_whitespace();
        text.is_ascii() && (words().any(|word| word.len() > 3) || text.starts_with("By "))
    };
    let sides = level.split_once('\n').or_else(|| level.split_once(" - "));
    let is_class = |text: &str| place::is_class(text) || place::is_all_classes(text);
    match sides {
        Some((first, second)) if !first.is_ascii() && is_foreign(second) => first,
        // "Nam" has no accents either.
        Some((first, second)) if is_class(first) && is_class(second) && second.is_ascii() => first,
        Some((first, second)) if is_class(first) && first.is_ascii() && !second.is_ascii() => {
            second
        }
        _ => level,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_alone_is_what_is_measured() {
        for (heading, expected) in [
            ("Giải ngân đến 30/9/2025", Some("Giải ngân")),
            ("Giải ngân · Tổng số", None),
            ("Lũy kế giải ngân đến hết tháng 9", Some("Giải ngân")),
            ("Tỷ lệ giải ngân (%)", None),
            ("Giải ngân vốn ODA", None),
            ("Thực hiện", None),
        ] {
            assert_eq!(act_alone(heading).as_deref(), expected, "{heading}");
        }
    }

    #[test]
    fn subjects_are_what_is_left_as_published() {
        for (heading, expected) in [
            ("Dân số (người)", "Dân số"),
            ("Chỉ số cải cách hành chính năm 2024", "Chỉ số cải cách hành chính"),
            ("Số liệu chính thức năm 2023", ""),
            ("KH lúa (ha)", "lúa"),
            ("% of homes insulated", "% of homes insulated"),
            ("% lúa", "lúa"),
            ("Lúa · Kế hoạch năm 2024", "Lúa"),
            ("Năm 2024 · KH", ""),
            ("Lúa · Diện tích (ha)", "Lúa|Diện tích"),
            ("Trong đó · Bán lẻ hàng hóa", "Bán lẻ hàng hóa"),
            ("Chia ra - Of which · Bán lẻ hàng hóa", "Bán lẻ hàng hóa"),
            ("Số xã đạt chuẩn", "Số xã đạt chuẩn"),
            ("Điểm thẩm định (tối đa 70)", "Điểm thẩm định"),
            ("DTI · (thang điểm 100)", "DTI"),
            ("Kế hoạch vốn năm 2024", ""),
            ("Vốn", "Vốn"),
            ("Vốn đăng ký (tỷ đồng)", "Vốn đăng ký"),
            ("Dân số - Population", "Dân số"),
            ("Phân theo giới tính - By sex · Nam - Male", "Phân theo giới tính|Nam"),
            ("Total - Tổng số", "Tổng số"),
            ("GRDP (tỷ đồng)", "GRDP"),
            ("Vốn đăng ký (tỷ đồng) · Năm 2024", "Vốn đăng ký"),
            ("Huyện đăng ký", "Huyện"),
            ("Thực hiện 6 tháng", ""),
            ("Phân theo giới tính · Nam", "Phân theo giới tính|Nam"),
            ("Tỷ lệ hộ nghèo năm 2023 (%)", "Tỷ lệ hộ nghèo"),
            ("Giao rừng (ha) · KH", "Giao rừng"),
            ("Giao đất (ha)", "Giao đất"),
            ("Kế hoạch hóa gia đình (người) · TH", "Kế hoạch hóa gia đình"),
            ("Thực hiện nghĩa vụ quân sự · TH 9 tháng", "Thực hiện nghĩa vụ quân sự"),
            ("Ước tính thiệt hại · Năm 2023", "Ước tính thiệt hại"),
            ("Kinh phí đã giải ngân", "Kinh phí"),
            ("Diện tích phải thực hiện (ha)", "Diện tích phải thực hiện"),
            ("Số hộ chưa thực hiện", "Số hộ chưa thực hiện"),
            ("Đàn bò (con) · KH năm", "Đàn bò"),
            ("KH lúa · Năm 2024", "lúa"),
            ("Số bổ sung cân đối (triệu đồng)", "Số bổ sung cân đối"),
            ("Sơ bộ 2023 · Lúa", "Lúa"),
            ("Tiêm sởi - rubella (trẻ 18 tháng)", "Tiêm sởi - rubella (trẻ 18 tháng)"),
            ("Tiêm trẻ 18 tháng năm 2024", "Tiêm trẻ 18 tháng"),
            ("Trẻ đủ 12 tháng tuổi tiêm đầy đủ", "Trẻ đủ 12 tháng tuổi tiêm đầy đủ"),
            ("Số phụ nữ có thai tiêm UV2+", "Số phụ nữ có thai tiêm UV2+"),
        ] {
            assert_eq!(subjects(heading).join("|"), expected, "{heading}");
        }
    }
}
