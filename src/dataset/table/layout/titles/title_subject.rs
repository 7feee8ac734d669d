//! Finds what a title is about: "Tỷ lệ hộ nghèo" of "TỶ LỆ HỘ NGHÈO PHÂN THEO HUYỆN NĂM 2023". It names the indicator
//! of a table that has only one and whose rows are places.

use super::title_place::without_place;
use crate::lexicon::basis::basis;
use crate::lexicon::comparison_sides::asks_for_base;
use crate::lexicon::phrases::has;
use crate::lexicon::place::{is_place, is_total, is_whole};
use crate::lexicon::subject::subjects;
use crate::lexicon::title_words::{
    BY_PLACES, NUMBERED, OFFICES, PLACES, PLANS, REPORTS, RESULTS, SUBJECT_ENDS,
};
use crate::lexicon::unit::is_unit;
use crate::lexicon::whole_place::may_be_whole_of;
use crate::text::capital::with_capital;
use crate::text::fold::fold;

/// What the lines above a table say about an indicator whose rows are places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TitleSubject {
    /// The name of the indicator.
    pub(crate) name: Option<String>,
    /// Whether they say that it is split by places: "phân theo huyện".
    pub(crate) splits_places: bool,
    /// Whether they end with "so với (%)", so that the headings are the bases of comparisons.
    pub(crate) compares: bool,
    /// Whether they say that the values are plans: "CHỈ TIÊU GIAO CHO CÁC XÃ", "DỰ TOÁN THU NGÂN SÁCH".
    pub(crate) plans: bool,
    /// Whether they say that the values are results: "TÌNH HÌNH THỰC HIỆN …".
    pub(crate) results: bool,
    /// Whether they say that what they report is not finished: "TIẾN ĐỘ GIEO TRỒNG …".
    pub(crate) is_on_the_way: bool,
    /// The place that the table is of, if they name one.
    pub(crate) place: Option<String>,
}

impl TitleSubject {
    /// Reads the lines of a title.
    pub(crate) fn of(lines: &[String]) -> Self {
        let folded: Vec<String> = lines.iter().map(|line| fold(line)).collect();
        let splits = |line: &String| {
            let line = format!(" {} ", line.replace(|c: char| !c.is_alphanumeric(), " "));
            let begins = |by: &&str| PLACES.iter().any(|of| line.contains(&format!(" {by} {of} ")));
            BY_PLACES.iter().any(begins)
        };
        let compares = lines.last().is_some_and(|line| asks_for_base(line));
        let results = folded.iter().any(|line| has(line, &RESULTS));
        Self {
            name: subject(lines),
            splits_places: folded.iter().any(splits),
            compares,
            plans: folded.iter().any(|line| is_of_plans(line))
                || !results && folded.iter().any(|line| begins_with_plan(line)),
            results,
            is_on_the_way: folded.iter().any(|line| has(line, &["tien do"])),
            place: None,
        }
    }

    /// Whether the row or the column of all places together, "Toàn tỉnh", is the place that the table is of.
    pub(crate) fn is_own(&self, level: &str) -> bool {
        let names = |place: &String| may_be_whole_of(level, place);
        is_total(level) || is_whole(level) && self.place.as_ref().is_some_and(names)
    }
}

/// Whether a folded line is the title of plans that are given, and of no results.
fn is_of_plans(line: &str) -> bool {
    has(line, &PLANS) && !has(line, &RESULTS)
}

/// Whether a folded line begins with a plan, or does behind its label: "Biểu 3. KẾ HOẠCH TRỒNG RỪNG NĂM 2025", but not
/// "KẾ HOẠCH HÓA GIA ĐÌNH".
fn begins_with_plan(line: &str) -> bool {
    line.split(['.', ':']).any(|part| {
        let behind = part.trim_start().strip_prefix("ke hoach ");
        behind.is_some_and(|behind| !behind.starts_with("hoa "))
    })
}

/// The subject of the first line that has one and is not the name of an office.
fn subject(lines: &[String]) -> Option<String> {
    let is_office = |line: &&String| {
        let line = line.to_lowercase();
        OFFICES.iter().any(|office| line.starts_with(office))
    };
    lines.iter().filter(|line| !is_office(line)).find_map(|line| in_line(line))
}

fn in_line(line: &str) -> Option<String> {
    let line = without_place(line);
    let words: Vec<&str> = line.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| bare(word)).collect();
    let is_numbered = words.first().is_some_and(|word| is_number(word));
    let mut start = if is_numbered { 1 } else { number_words(&folded) };
    while let Some(more) = report_words(&folded[start..]) {
        start += more;
    }
    let ends = |at: &usize| {
        SUBJECT_ENDS.iter().any(|end| {
            let mut end = end.split(' ');
            let mut own = folded[*at..].iter();
            end.all(|word| own.next().is_some_and(|own| own == word))
        })
    };
    // "Theo chuẩn nghèo giai đoạn 2022-2025" is part of the name.
    let basis = basis(&words).unwrap_or_default();
    let mut others = (start..words.len()).filter(|at| !basis.contains(at));
    let end = others.find(ends).unwrap_or(words.len());
    let named = words.get(start..end)?.join(" ");
    // A unit, or a remark, in brackets; "(DTI)" is short for what is before it.
    let (named, short) = match named.split_once('(') {
        Some((named, rest)) => (named, rest.split(')').next().filter(|short| is_short(short))),
        None => (named.as_str(), None),
    };
    let named = named.trim().trim_end_matches([',', ':', ';', '.', '-', '–', '#']).trim();
    let found = subjects(named.trim_start_matches(['#', '*', ' ']));
    let is_name = |name: &&String| name.chars().count() > 3 && !is_place(name);
    let name = found.last().filter(is_name)?;
    // "Giải ngân" is a result over a column; in a title it says what is measured: "Giải ngân vốn đầu tư công".
    // "Thực hiện" before the name had its capital.
    let whole = with_capital(&disbursed(named, name).unwrap_or_else(|| name.clone()));
    let short = short.filter(|_| found.len() == 1 && named.ends_with(name.as_str()));
    Some(short.map_or(whole.clone(), |short| format!("{whole} ({short})")))
}

/// Whether a text in brackets is an abbreviation and no unit: "DTI", "PAR INDEX".
fn is_short(text: &str) -> bool {
    let is_capital = |c: char| c.is_ascii_uppercase() || matches!(c, ' ' | '-');
    (2..=12).contains(&text.len()) && text.chars().all(is_capital) && !is_unit(text)
}

/// Whether a word is the number of a table: "18.", "2.3)".
fn is_number(word: &str) -> bool {
    let number = word.strip_suffix(['.', ')']).unwrap_or_default();
    number.starts_with(|c: char| c.is_ascii_digit())
        && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// A title from "Giải ngân" up to the name of what is disbursed.
fn disbursed(title: &str, name: &str) -> Option<String> {
    let words: Vec<&str> = title.split_whitespace().collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let name: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    let is_first = lower.get(..2)?.iter().eq(["giải", "ngân"]);
    let at = lower.windows(name.len().max(1)).position(|own| own == name)?;
    is_first.then(|| words[..at + name.len()].join(" "))
}

/// The number of words at the beginning that only say what kind of report a table is of.
fn report_words(folded: &[String]) -> Option<usize> {
    let begins = |report: &&str| report.split(' ').zip(folded).all(|(word, own)| word == own);
    let found = REPORTS
        .iter()
        .find(|report| report.split(' ').count() <= folded.len() && begins(report))?;
    Some(found.split(' ').count())
}

/// The number of words that only number a table.
fn number_words(folded: &[String]) -> usize {
    let numbered = NUMBERED.iter().map(|words| words.split(' ').count() + 1).rev().find(|count| {
        let Some(begin) = folded.get(..*count) else { return false };
        let (number, words) =
            begin.split_last().map_or(("", &[][..]), |(n, words)| (n.as_str(), words));
        let is_number = number.starts_with(|c: char| c.is_ascii_digit());
        is_number && NUMBERED.contains(&words.join(" "))
    });
    numbered.unwrap_or(0)
}

/// A word in folded form, without punctuation around it.
fn bare(word: &str) -> String {
    fold(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_its_indicator() {
        for (line, expected) in [
            ("TỶ LỆ HỘ NGHÈO ĐA CHIỀU PHÂN THEO HUYỆN, THÀNH PHỐ", Some("TỶ LỆ HỘ NGHÈO ĐA CHIỀU")),
            ("Bảng 12. Dân số trung bình các huyện năm 2023", Some("Dân số trung bình")),
            ("# Số lao động có việc làm theo huyện", Some("Số lao động có việc làm")),
            ("Inflation (annual %), selected economies", Some("Inflation")),
            ("KẾT QUẢ THỰC HIỆN CHỈ TIÊU TỶ LỆ BAO PHỦ BHYT NĂM 2024", Some("TỶ LỆ BAO PHỦ BHYT")),
            ("KẾT QUẢ THỰC HIỆN CHỈ TIÊU GIAO CÁC XÃ", None),
            ("THU NGÂN SÁCH TRÊN ĐỊA BÀN THEO HUYỆN", Some("THU NGÂN SÁCH TRÊN ĐỊA BÀN")),
            ("THU NGÂN SÁCH TRÊN ĐỊA BÀN TỈNH BẮC KẠN", Some("THU NGÂN SÁCH")),
            ("Giải ngân vốn đầu tư công phân theo huyện", Some("Giải ngân vốn đầu tư công")),
            ("GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2024", Some("GIẢI NGÂN VỐN ĐẦU TƯ CÔNG")),
            ("SỐ HỘ NGHÈO QUA CÁC NĂM", Some("SỐ HỘ NGHÈO")),
            ("TỔNG MỨC BÁN LẺ HÀNG HÓA CÁC THÁNG NĂM 2024", Some("TỔNG MỨC BÁN LẺ HÀNG HÓA")),
            ("Số tiêu chí đạt chuẩn đến ngày 31/12/2024", Some("Số tiêu chí đạt chuẩn")),
            ("Chi thường xuyên theo địa bàn năm 2024", Some("Chi thường xuyên")),
            ("18. Dân số nông thôn phân theo huyện", Some("Dân số nông thôn")),
            ("Xếp hạng Chỉ số hài lòng (SIPAS) của các xã", Some("Chỉ số hài lòng (SIPAS)")),
            ("DIỆN TÍCH RỪNG (HA) CÁC XÃ", Some("DIỆN TÍCH RỪNG")),
            ("SỐ LIỆU HUYỆN BA BỂ", None),
            (
                "TỶ LỆ HỘ NGHÈO THEO CHUẨN GIAI ĐOẠN 2022-2025",
                Some("TỶ LỆ HỘ NGHÈO THEO CHUẨN GIAI ĐOẠN 2022-2025"),
            ),
            ("NĂM 2023", None),
        ] {
            assert_eq!(in_line(line).as_deref(), expected, "{line}");
        }
    }
}
