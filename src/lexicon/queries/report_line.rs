//! A line of a report: the name of an indicator, its value with the unit, and what is said about the value.

use std::ops::Range;

use super::stop_phrases::filler_words;
use crate::lexicon::units::unit::is_unit;
use crate::lexicon::words::phrase_set::{contains_word, words_of};
use crate::lexicon::words::word_list::WordList;
use crate::text::fold::fold;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/report_lines.txt");

/// Words that say that a value follows; no name ends with them.
static BEFORE: WordList = WordList::of(FILE, "before a value");

/// Words that may say that a value follows, and that names have too.
static BEFORE_OR_NAME: WordList = WordList::of(FILE, "before a value, in names too");

/// The beginnings of what is said about a value.
static AFTER: WordList = WordList::of(FILE, "after a value");

/// What a line may begin with that says how often something was done.
static COUNTED: WordList = WordList::of(FILE, "before a count");

/// The parts of a line: "Thu nội địa", "ước đạt", "780", "tỷ đồng".
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ReportLine<'t> {
    pub(crate) name: &'t str,
    /// The words that say that the value follows.
    pub(crate) verb: &'t str,
    pub(crate) value: &'t str,
    /// The unit; empty if no known one follows.
    pub(crate) unit: &'t str,
}

/// Reads a line with a value; none if no number in it is certainly a value. Numbers belong to names too: "Số khách
/// sạn 5 sao", "Số xã đạt 19 tiêu chí".
pub(crate) fn read(text: &str) -> Option<ReportLine<'_>> {
    if let Some(row) = of_row(text) {
        return Some(row);
    }
    if let Some(counted) = of_count(text) {
        return Some(counted);
    }
    let value = numbers(text).find(|number| is_value(text, number))?;
    let unit = unit_after(text, value.end);
    let before = text[..value.start].trim_end_matches(|c: char| !c.is_alphanumeric() && c != '%');
    let verb = verb_start(before);
    let name = before[..verb].trim_end();
    let line = ReportLine { name, verb: &before[verb..], value: &text[value.clone()], unit };
    if names_something(name) {
        return Some(line);
    }
    // "Toàn tỉnh có 120 doanh nghiệp đăng ký mới, vốn 980 tỷ đồng"
    let rest = &text[value.end..];
    let name = rest[..clause_end(rest)].trim();
    names_something(name).then_some(ReportLine { name, verb: "", unit: "", ..line })
}

/// Reads a line that begins with what was done and how often: "Công nhận 12 trường đạt chuẩn quốc gia, nâng …".
fn of_count(text: &str) -> Option<ReportLine<'_>> {
    let value = numbers(text).next()?;
    let verb = text[..value.start].trim();
    let rest = text[value.end..].trim_start();
    if !COUNTED.contains(&fold(verb)) || rest.len() == text[value.end..].len() {
        return None;
    }
    let scale = words_of(rest).next().filter(|(_, word)| SCALES.contains(&&*fold(word)));
    let counted = scale.map_or(rest, |(at, word)| rest[at + word.len()..].trim_start());
    let name = counted[..clause_end(counted)].trim();
    let name = name.split(" với ").next().unwrap_or(name);
    let has_several = words_of(name).nth(1).is_some();
    let line = ReportLine { name, verb, value: &text[value], unit: "" };
    (has_several && names_something(name)).then_some(line)
}

/// The words of large numbers.
const SCALES: [&str; 5] = ["nghin", "ngan", "trieu", "ty", "van"];

/// Reads a row that was copied from a table, with tabs or bars between its cells: "3 | Thứ hạng PCI | Hạng | 20 | 22".
fn of_row(text: &str) -> Option<ReportLine<'_>> {
    let has_letters = |cell: &str| cell.contains(char::is_alphabetic);
    let cells: Vec<&str> = text.split(['\t', '|']).map(str::trim).collect();
    let at = cells.iter().position(|cell| has_letters(cell))?;
    let (name, behind) = (cells[at], &cells[at + 1..]);
    let unit = behind.first().copied().filter(|cell| has_letters(cell)).unwrap_or_default();
    let value = behind.iter().find(|cell| cell.starts_with(|c: char| c.is_ascii_digit()))?;
    names_something(name).then_some(ReportLine { name, verb: "", value, unit })
}

/// Whether a text has more than filler words.
fn names_something(text: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = words_of(&folded).map(|(_, word)| word).collect();
    let is_meant = |(word, filler): (&&str, bool)| !filler && word.len() > 1;
    words.iter().zip(filler_words(&words)).any(is_meant)
}

/// The numbers of a text with their separators ("1.098,5"), and counts ("22/63"), without those of dates and of words
/// ("31/12", "q3").
fn numbers(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text[from..].find(is_digit)?;
            let length = text[start..].find(|c| !is_digit(c) && c != '.' && c != ',');
            let end = length.map_or(text.len(), |length| start + length);
            let number = start..start + text[start..end].trim_end_matches(['.', ',']).len();
            from = end;
            if let Some(count) = count_at(text, &number) {
                from = count.end;
                return Some(count);
            }
            if !is_joined(text, &number) {
                return Some(number);
            }
        }
    })
}

/// The count that a number begins, "22/63" or "1.520/1.500", unless it may be a date: "31/12", "12/2024".
fn count_at(text: &str, part: &Range<usize>) -> Option<Range<usize>> {
    let is_of_number = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let rest = text[part.end..].strip_prefix('/')?;
    let whole = &rest[..rest.find(|c| !is_of_number(c)).unwrap_or(rest.len())];
    let whole = whole.trim_end_matches(['.', ',']);
    let behind = &rest[whole.len()..];
    let before = &text[..part.start];
    let separate = !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-'))
        && !behind.starts_with(|c: char| c.is_alphanumeric() || c == '/');
    let value = |number: &str| number.parse::<u32>().ok();
    let is_date = match (value(&text[part.clone()]), value(whole)) {
        (Some(_), Some(1900..2100)) => true,
        (Some(day), Some(month)) => day <= 31 && month <= 12,
        _ => false,
    };
    (separate && !whole.is_empty() && !is_date).then(|| part.start..part.end + 1 + whole.len())
}

/// Whether a number is part of a date, a ratio or a word.
fn is_joined(text: &str, number: &Range<usize>) -> bool {
    let (before, after) = (&text[..number.start], &text[number.end..]);
    let joins = |c: char| matches!(c, '/' | '-' | '–');
    let follows = after.strip_prefix(joins).is_some_and(|rest| rest.starts_with(char::is_numeric));
    let precedes = before.strip_suffix(joins).is_some_and(|rest| rest.ends_with(char::is_numeric));
    follows || precedes || before.ends_with(char::is_alphanumeric)
}

/// Whether a number is a value: written with separators or as a percentage, large, or with its unit between words that
/// are said about values.
fn is_value(text: &str, number: &Range<usize>) -> bool {
    let before = text[..number.start].trim_end();
    if before.is_empty() || is_base_of_rate(text, number) {
        return false;
    }
    let written = &text[number.clone()];
    // "Tiêu chí 17.1" is a number of a list.
    let are_thousands = written.split('.').skip(1).all(|group| group.len() >= 3);
    let is_separated = written.contains(['.', ',']) && are_thousands;
    if before.ends_with([':', '=']) || is_separated {
        return true;
    }
    if written.contains('/') {
        return BEFORE.contains(fold(&before[verb_start(before)..]).trim());
    }
    let unit = unit_after(text, number.end);
    let is_in_brackets = before.ends_with('(');
    // "Khách sạn 5sao" is a name; "(38tuổi)" and "412nghìn lượt" are values with their units.
    if text[number.end..].starts_with(char::is_alphabetic)
        && (unit.is_empty() || (!is_in_brackets && written.len() < LARGE))
    {
        return false;
    }
    if is_in_brackets && !unit.is_empty() {
        return true;
    }
    let is_year = written.len() == 4 && matches!(written.get(..2), Some("19" | "20"));
    let is_large = written.len() >= LARGE && written.bytes().all(|byte| byte.is_ascii_digit());
    (is_large && !is_year)
        || is_percent(unit)
        || (!unit.is_empty() && is_of_a_value(text, number, unit))
}

/// Whether a number is what a rate is per: "bác sĩ/10.000 dân", "per 1,000 people".
fn is_base_of_rate(text: &str, number: &Range<usize>) -> bool {
    let digits = text[number.clone()].chars().filter(char::is_ascii_digit);
    let is_round =
        text[number.clone()].starts_with('1') && digits.skip(1).all(|digit| digit == '0');
    let before = fold(text[..number.start].trim_end());
    let after = fold(text[number.end..].trim_start());
    is_round
        && text[number.clone()].len() > LARGE
        && (before.ends_with('/')
            || before.ends_with(" per")
            || PER.iter().any(|counted| begins(&after, counted)))
}

/// What rates are per a round number of.
const PER: [&str; 2] = ["dan", "tre"];

/// The fewest digits of a number that no name counts to.
const LARGE: usize = 3;

fn is_percent(unit: &str) -> bool {
    unit.starts_with(['%', '‰'])
}

/// Whether the words before a number or behind its unit are those around a value.
fn is_of_a_value(text: &str, number: &Range<usize>, unit: &str) -> bool {
    let before = text[..number.start].trim_end();
    let verb = fold(&before[verb_start(before)..]);
    let end = number.end + text[number.end..].find(unit).unwrap_or_default() + unit.len();
    let rest = text[end..].trim_start();
    let remark = rest.trim_start_matches([',', ';', '.', '(', ' ']);
    let words = fold(&remark[..clause_end(remark)]);
    // "Số vụ cháy 12 vụ, thiệt hại …"
    let is_counted = || contains_word(&fold(before), &fold(unit));
    if rest.starts_with([',', ';']) && is_counted() {
        return true;
    }
    // "Số xã đạt 10 tiêu chí đạt 45 xã" is no share yet.
    let may_decide = remark.len() < rest.len() || words.contains('%');
    BEFORE.contains(verb.trim())
        || (may_decide && AFTER.iter().any(|phrase| begins(&words, phrase)))
}

/// Whether a text begins with a phrase as whole words.
fn begins(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Returns the longest known unit behind a number; empty if there is none.
fn unit_after(text: &str, end: usize) -> &str {
    let rest = text[end..].trim_start();
    if is_percent(rest) {
        return rest.chars().next().map_or("", |sign| &rest[..sign.len_utf8()]);
    }
    let clause = &rest[..clause_end(rest)];
    let ends = words_of(clause).map(|(at, word)| at + word.len()).take(LONGEST_UNIT);
    let units = ends.map(|end| &clause[..end]).filter(|unit| is_unit(unit));
    units.last().unwrap_or("")
}

/// The most words of a unit: "triệu đồng/người/năm".
const LONGEST_UNIT: usize = 5;

/// Returns where the words of a value start at the end of a text: "ước đạt".
fn verb_start(before: &str) -> usize {
    let starts: Vec<usize> = words_of(before).map(|(at, _)| at).collect();
    let mut end = before.len();
    loop {
        let is_verb = |at: &&usize| {
            let words = fold(before.get(**at..end).unwrap_or_default().trim());
            BEFORE.contains(&words) || BEFORE_OR_NAME.contains(&words)
        };
        let first = starts.partition_point(|at| *at < end);
        let of_phrase = &starts[first.saturating_sub(LONGEST_VERB)..first];
        match of_phrase.iter().find(is_verb) {
            Some(at) => end = *at,
            None => return end,
        }
    }
}

/// The most words of a phrase in [`BEFORE`].
const LONGEST_VERB: usize = 6;

/// Returns where the first clause of a text ends.
fn clause_end(text: &str) -> usize {
    let is_end = |(at, c): &(usize, char)| match c {
        ',' | ';' | ':' | '(' | '\n' => true,
        '.' => !text[at + 1..].starts_with(char::is_alphanumeric),
        _ => false,
    };
    text.char_indices().find(is_end).map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_a_name_from_its_value() {
        for (text, name, verb, value, unit) in [
            (
                "Thu nội địa ước đạt 1.780 tỷ đồng, bằng 97% dự toán",
                "Thu nội địa",
                "ước đạt",
                "1.780",
                "tỷ đồng",
            ),
            ("Số trâu: 12.400 con", "Số trâu", "", "12.400", "con"),
            ("Số trâu năm 2031: 95 con", "Số trâu năm 2031", "", "95", "con"),
            ("Tỷ lệ đô thị hóa duy trì ở mức 31%", "Tỷ lệ đô thị hóa", "duy trì ở mức", "31", "%"),
            (
                "Số mô hình đạt 3 sao là 14 mô hình, tăng 2",
                "Số mô hình đạt 3 sao",
                "là",
                "14",
                "mô hình",
            ),
            (
                "Số giường bệnh đến 30/6/2031 có 2450 giường",
                "Số giường bệnh đến 30/6/2031",
                "có",
                "2450",
                "giường",
            ),
            ("Trong năm xảy ra 18 vụ cháy, thiệt hại 2 tỷ đồng", "vụ cháy", "", "18", ""),
            ("Thu nhập 48,5 triệu đồng/người/năm", "Thu nhập", "", "48,5", "triệu đồng/người/năm"),
            ("Số hội viên mới: 1.320/1.300 hội viên", "Số hội viên mới", "", "1.320/1.300", ""),
            ("Thứ hạng SIPAS đứng thứ 17/63", "Thứ hạng SIPAS", "đứng thứ", "17/63", ""),
            ("4\tThứ hạng SIPAS\tHạng\t17\t15", "Thứ hạng SIPAS", "", "17", "Hạng"),
            ("Xi măng\t1.200\t1.180", "Xi măng", "", "1.200", ""),
            ("Số lượt xe buýt (318nghìn lượt)", "Số lượt xe buýt", "", "318", "nghìn lượt"),
            ("Tuổi nghỉ hưu (57tuổi); tăng nhẹ", "Tuổi nghỉ hưu", "", "57", "tuổi"),
        ] {
            assert_eq!(read(text), Some(ReportLine { name, verb, value, unit }), "{text}");
        }
    }

    #[test]
    fn a_number_may_belong_to_a_name() {
        for text in [
            "Số phòng 4 sao",
            "so xa dat 18 tieu chi",
            "Trẻ dưới 6 tuổi, dân tộc ít người",
            "Tổng sản phẩm theo giá năm 2010",
            "kế hoạch 2026-2030",
            "Số dược sĩ/10.000 dân",
            "nurses per 10,000",
            "Số điều dưỡng trên 100000 dân",
            "Tiêu chí 17.1 nước sạch",
            "12.400 con",
            "Đến 30/9 và 9/2031",
            "q3 t10 31/12/2031",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
