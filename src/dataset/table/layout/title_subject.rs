//! Finds what a title is about: "Tỷ lệ hộ nghèo" of "TỶ LỆ HỘ NGHÈO PHÂN THEO HUYỆN NĂM 2023". It names the indicator
//! of a table that has only one and whose rows are places.

use crate::lexicon::subject::subjects;
use crate::text::fold::fold;

/// Words that end the name of the indicator: what follows says how it is split, where and when.
const ENDS: &[&str] = &[
    "phan theo",
    "chia theo",
    "theo huyen",
    "theo xa",
    "theo tinh",
    "theo dia phuong",
    "theo quan",
    "theo vung",
    "theo nuoc",
    "theo quoc gia",
    "theo thanh pho",
    "theo cac",
    "theo don vi",
    "cac huyen",
    "cac xa",
    "cac tinh",
    "cac dia phuong",
    "cua cac",
    "tren dia ban",
    "giai doan",
    "by district",
    "by province",
    "by country",
    "by region",
    "by commune",
    "selected",
];

/// Numbers of tables before the name: "Bảng 3.", "Biểu số 02:", "Table 5".
const NUMBERED: &[&str] = &["bang", "bieu", "bieu so", "bang so", "phu luc", "table", "figure"];

/// The subject of the first line that has one.
pub(super) fn subject(lines: &[String]) -> Option<String> {
    lines.iter().find_map(|line| in_line(line))
}

fn in_line(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| bare(word)).collect();
    let start = number_words(&folded);
    let ends = |at: &usize| {
        ENDS.iter().any(|end| {
            let mut end = end.split(' ');
            let mut own = folded[*at..].iter();
            end.all(|word| own.next().is_some_and(|own| own == word))
        })
    };
    let end = (start..words.len()).find(ends).unwrap_or(words.len());
    let named = words.get(start..end)?.join(" ");
    // A unit, or a remark, in brackets.
    let named = named.split('(').next().unwrap_or_default();
    let named = named.trim().trim_end_matches([',', ':', ';', '.', '-', '–', '#']).trim();
    let found = subjects(named.trim_start_matches(['#', '*', ' ']));
    found.last().filter(|name| name.chars().count() > 3).cloned()
}

/// The number of words that only number a table.
fn number_words(folded: &[String]) -> usize {
    let numbered = NUMBERED.iter().map(|words| words.split(' ').count() + 1).rev().find(|count| {
        let Some(begin) = folded.get(..*count) else { return false };
        let (number, words) =
            begin.split_last().map_or(("", &[][..]), |(n, words)| (n.as_str(), words));
        let is_number = number.starts_with(|c: char| c.is_ascii_digit());
        is_number && NUMBERED.contains(&words.join(" ").as_str())
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
            ("NĂM 2023", None),
        ] {
            assert_eq!(in_line(line).as_deref(), expected, "{line}");
        }
    }
}
